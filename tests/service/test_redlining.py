"""Facts about a redline as a file: what it is made of, where it may stand, what is told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from prikaz import service
from prikaz.docx.revisions import accepted, rejected
from prikaz.errors import OutputError
from prikaz.model.drafts import Draft
from tests.docx.content.word_file import p, word_file
from tests.docx.revisions.blocks import LISTS
from tests.docx.revisions.said import texts
from tests.reader import word_files
from tests.reader.redline_files import changed

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
CASE = "02-prikaz-tri-urovnya"
PROTECTED = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'


def pair(folder: Path, old: bytes, new: bytes) -> tuple[Draft, Draft]:
    """Two drafts of files."""
    for name, data in (("old.docx", old), ("new.docx", new)):
        (folder / name).write_bytes(data)
    return service.open(folder / "old.docx"), service.open(folder / "new.docx")


def test_the_old_file_stays_and_the_redline_makes_the_new_one_of_it(tmp_path: Path) -> None:
    file = word_files.word_file(CASE)
    old, new = pair(tmp_path, file, changed(file))
    assert service.save_redline(old, new, tmp_path / "out.docx", date=dt.date(2027, 2, 1)) == ()
    out = (tmp_path / "out.docx").read_bytes()
    assert texts(accepted(out)) == texts(changed(file))
    assert texts(rejected(out)) == texts(file)
    assert (tmp_path / "old.docx").read_bytes() == file


def test_of_equal_files_it_is_the_old_one(tmp_path: Path) -> None:
    file = word_files.word_file(CASE)
    service.save_redline(*pair(tmp_path, file, file), tmp_path / "out.docx")
    assert (tmp_path / "out.docx").read_bytes() == file


def test_what_could_not_be_recorded_is_told_with_its_place(tmp_path: Path) -> None:
    table = (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{p('Сбор')}</w:tc></w:tr></w:tbl>"
    )
    old, new = pair(tmp_path, word_file(p("Слёт")), word_file(p("Слёт") + table + p("")))
    (entry,) = [
        each
        for each in service.save_redline(old, new, tmp_path / "out.docx")
        if each.code == "words-unchanged"
    ]
    assert entry.message == (
        "не записано в правках: в новом файле таблица 1, добавлено «Сбор»: новую таблицу правкой не записать"
    )
    assert entry.hint == "сравните это место сами"


def test_what_is_read_otherwise_by_its_looks_is_told(tmp_path: Path) -> None:
    def file(looks: str) -> bytes:
        body = p("ПРИКАЗ") + p("ПРИКАЗЫВАЮ:") + p("Провести слёт.", looks) + p("Сдать отчёт.", looks)
        return word_file(body + p("Директор И.И. Белов"), numbering=LISTS)

    old, new = pair(tmp_path, file(""), file(NUMBERED))
    entries = service.save_redline(old, new, tmp_path / "out.docx")
    assert {each.code for each in entries} == {"read-otherwise"}
    assert entries[0].message.startswith("с принятыми правками файл читается не так, как новый: ")


def test_a_protected_file_is_changed_only_when_that_is_said(tmp_path: Path) -> None:
    old, new = pair(tmp_path, word_file(p("май"), settings=PROTECTED), word_file(p("июнь")))
    out = tmp_path / "out.docx"
    with pytest.raises(service.RefusedError, match="защищён"):
        service.save_redline(old, new, out)
    assert not out.exists()
    service.save_redline(old, new, out, anyway=True)
    assert texts(accepted(out.read_bytes())) == ["июнь"]
    service.save_redline(new, old, tmp_path / "back.docx")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("old.docx", "то, из чего делается файл с правками"),
        ("new.docx", "то, из чего делается файл с правками"),
        ("out.pdf", "файл с правками не назвать"),
        ("taken.docx", "уже есть"),
        ("нет/out.docx", "папки"),
    ],
)
def test_a_place_where_it_may_not_stand_is_refused(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "taken.docx").write_bytes(b"taken")
    drafts = pair(tmp_path, word_file(p("май")), word_file(p("июнь")))
    with pytest.raises(OutputError, match=words):
        service.save_redline(*drafts, tmp_path / name)
    assert (tmp_path / "taken.docx").read_bytes() == b"taken"


def test_inputs_stay_even_when_all_may_be_replaced(tmp_path: Path) -> None:
    drafts = pair(tmp_path, word_file(p("май")), word_file(p("июнь")))
    with pytest.raises(OutputError, match="то, из чего делается"):
        service.save_redline(*drafts, tmp_path / "old.docx", overwrite=True)
    (tmp_path / "taken.docx").write_bytes(b"taken")
    service.save_redline(*drafts, tmp_path / "taken.docx", overwrite=True)
    assert texts(accepted((tmp_path / "taken.docx").read_bytes())) == ["июнь"]


def test_a_data_file_has_no_words_of_word(tmp_path: Path) -> None:
    (tmp_path / "order.yaml").write_text(
        "вид: приказ\nпункты: [Провести слёт.]\nподпись: {фамилия: Белов}\n", encoding="utf-8"
    )
    (tmp_path / "old.docx").write_bytes(word_file(p("май")))
    data, word = service.open(tmp_path / "order.yaml"), service.open(tmp_path / "old.docx")
    for drafts in ((data, word), (word, data)):
        with pytest.raises(OutputError, match="не файл Word"):
            service.save_redline(*drafts, tmp_path / "out.docx")
    assert not (tmp_path / "out.docx").exists()

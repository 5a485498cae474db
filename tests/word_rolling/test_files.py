"""The files of a roll-over of a Word file at the command line: what is written, told and refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from prikaz import service
from prikaz.cli import main
from prikaz.docx.revisions import accepted, has_revisions, rejected
from prikaz.service.word_files import read
from tests.conftest import Convert
from tests.docx.content.word_file import word_file
from tests.docx.revisions.editing import parts, tree
from tests.docx.revisions.said import remarks, said, texts
from tests.rights import LINUX, bound_by_rights
from tests.word_rolling.typed import order, typed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_PROTECTED = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
#: 30.04.2028 is a Sunday: a question.
_CLAUSE = typed("1. Сдать отчёт до 30.04.2027.")
_QUIET = typed("1. Сдать отчёт до 29.04.2027.")


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """The Word file of an order, with a question."""
    path = tmp_path / "приказ-2027.docx"
    path.write_bytes(order(_CLAUSE))
    return path


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _roll(path: Path, *more: str, to: int = 2028) -> int:
    return main(["roll", str(path), "--to", str(to), *more])


# What is written ------------------------------------------------------------------------------------------


def test_the_new_file_and_its_questions_stand_beside_the_old_one(
    word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = word.read_bytes()
    assert _roll(word) == 0
    assert _files(word.parent) == [
        "приказ-2027.docx",
        "приказ-2028.docx",
        "приказ-2028.questions.yaml",
    ]
    assert word.read_bytes() == before
    made = word.with_name("приказ-2028.docx").read_bytes()
    assert has_revisions(made, author="prikaz")
    assert "1. Сдать отчёт до 30.04.2028." in texts(made)
    assert said(rejected(made)) == said(before)
    printed = capsys.readouterr().out
    assert f"готово: {word.with_name('приказ-2028.docx')}" in printed
    assert f"--answers {word.with_name('приказ-2028.questions.yaml')}" in printed


def test_a_clean_file_has_comments_and_no_recorded_changes(word: Path) -> None:
    assert _roll(word, "--accept") == 0
    made = word.with_name("приказ-2028.docx").read_bytes()
    assert not has_revisions(made)
    assert "1. Сдать отчёт до 30.04.2028." in texts(made)
    assert [kind for kind, _, _ in remarks(made)] == ["COMMENT"]


def test_changes_are_of_no_day_but_the_one_that_is_said(word: Path) -> None:
    assert _roll(word) == 0
    assert _roll(word, "--date", "09.01.2028", "-o", str(word.with_name("день.docx"))) == 0
    for name, day in (("приказ-2028.docx", None), ("день.docx", "2028-01-09T00:00:00Z")):
        made = word.with_name(name).read_bytes()
        changes = [*tree(made).iter(f"{W}ins", f"{W}del"), *tree(made, "word/comments.xml")]
        assert {each.get(f"{W}date") for each in changes} == {day}


def test_the_same_file_is_written_each_time(word: Path) -> None:
    assert _roll(word) == 0
    assert _roll(word, "-o", str(word.with_name("снова.docx"))) == 0
    first, second = (word.with_name(name).read_bytes() for name in ("приказ-2028.docx", "снова.docx"))
    assert first == second


def test_answers_come_into_the_file_and_take_their_comments_away(word: Path) -> None:
    assert _roll(word) == 0
    questions = word.with_name("приказ-2028.questions.yaml")
    asked = questions.read_text(encoding="utf-8")
    questions.write_text(asked.replace("ответ:", "ответ: 28.04.2028"), encoding="utf-8")
    assert _roll(word, "--answers", str(questions)) == 0
    made = word.with_name("приказ-2028.docx").read_bytes()
    assert "1. Сдать отчёт до 28.04.2028." in texts(made)
    assert said(rejected(made)) == said(word.read_bytes())
    assert not [kind for kind, _, _ in remarks(made) if kind == "COMMENT"]


def test_a_file_that_a_person_has_worked_in_is_not_replaced_by_answers(
    word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _roll(word) == 0
    target, questions = word.with_name("приказ-2028.docx"), word.with_name("приказ-2028.questions.yaml")
    target.write_bytes(accepted(target.read_bytes()))
    edited = target.read_bytes()
    asked = questions.read_text(encoding="utf-8")
    questions.write_text(asked.replace("ответ:", "ответ: оставить"), encoding="utf-8")
    assert _roll(word, "--answers", str(questions)) == 2
    assert target.read_bytes() == edited
    assert "разрешите замену" in capsys.readouterr().err


def test_rolled_to_its_own_year_nothing_is_written(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _roll(word) == 0
    target, before = word.with_name("приказ-2028.docx"), _files(word.parent)
    made = target.read_bytes()
    assert _roll(target) == 0
    assert "документ уже на 2028 год: менять нечего\n" in capsys.readouterr().out
    assert (_files(word.parent), target.read_bytes()) == (before, made)


def test_a_file_that_does_not_say_its_year_asks_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "памятка.docx"
    path.write_bytes(word_file(typed("Памятка") + typed("Сдать отчёт до 29.04.2027 и 30.09.2027.")))
    assert _roll(path) == 2
    told = capsys.readouterr().err
    assert "год документа не известен; в тексте есть: 2027" in told
    assert "--from ГОД" in told
    assert _files(tmp_path) == ["памятка.docx"]
    assert _roll(path, "--from", "2027") == 0
    assert "Сдать отчёт до 29.04.2028 и 30.09.2028." in texts(
        tmp_path.joinpath("памятка-2028.docx").read_bytes()
    )


# Signed, protected, with macros ---------------------------------------------------------------------------


def _signed() -> bytes:
    return word_file(_body(), {"_xmlsignatures/sig1.xml": b"<a/>"})


def _protected() -> bytes:
    return order(_QUIET, settings=_PROTECTED)


def _body() -> str:
    xml = parts(order(_QUIET))["word/document.xml"].decode()
    return xml[xml.index("<w:body>") + len("<w:body>") : xml.index("</w:body>")]


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (_signed(), "файл подписан электронной подписью: правка лишит её силы"),
        (_protected(), "файл защищён от изменений"),
    ],
    ids=["подписан", "защищён"],
)
def test_a_guarded_file_is_altered_only_if_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: bytes, why: str
) -> None:
    path = tmp_path / "приказ-2027.docx"
    path.write_bytes(file)
    assert _roll(path) != 0
    told = capsys.readouterr().err
    assert why in told
    assert "--anyway" in told
    assert _files(tmp_path) == ["приказ-2027.docx"]
    assert _roll(path, "--anyway") == 0
    made = tmp_path.joinpath("приказ-2028.docx").read_bytes()
    assert "1. Сдать отчёт до 29.04.2028." in texts(made)
    assert path.read_bytes() == file


def test_macros_stay_and_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "приказ-2027.docm"
    macros = b"\xd0\xcf\x11\xe0 macros"
    path.write_bytes(word_file(_body(), {"word/vbaProject.bin": macros}, main_type=_MACROS))
    assert _roll(path) == 0
    assert "в файле есть макросы: они остались как были" in capsys.readouterr().out
    made = tmp_path.joinpath("приказ-2028.docm").read_bytes()
    assert parts(made)["word/vbaProject.bin"] == macros
    assert _MACROS.encode() in parts(made)["[Content_Types].xml"]


def test_a_file_with_macros_does_not_become_one_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Word refuses to open a .docx that holds macros."""
    path = tmp_path / "приказ-2027.docm"
    path.write_bytes(word_file(_body(), main_type=_MACROS))
    assert _roll(path, "-o", str(tmp_path / "новый.docx")) == 2
    assert "новый.docm" in capsys.readouterr().err
    assert _files(tmp_path) == ["приказ-2027.docm"]


def test_an_old_file_becomes_a_docx_and_that_is_said(
    convert: Convert, tmp_path: Path, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old,) = convert([word], "doc", into=tmp_path / "old")
    before = old.read_bytes()
    assert _roll(old) == 0
    assert f"файл «{old.name}» записан как .docx: правки хранит только он" in capsys.readouterr().out
    assert _files(old.parent) == ["приказ-2027.doc", "приказ-2028.docx", "приказ-2028.questions.yaml"]
    made = old.with_name("приказ-2028.docx").read_bytes()
    assert read(accepted(made)).order.clauses[0].text == "Сдать отчёт до 30.04.2028."
    assert old.read_bytes() == before
    assert _roll(old, "-o", str(old.with_name("новый.doc"))) == 2


# Places where nothing can be written ----------------------------------------------------------------------


def test_a_target_that_is_open_in_word_is_left(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _roll(word) == 0
    target = word.with_name("приказ-2028.docx")
    made = target.read_bytes()
    target.with_name("~$иказ-2028.docx").write_bytes(b"")
    before = _files(word.parent)
    capsys.readouterr()
    assert _roll(word, "--overwrite", "--accept") == 2
    told = capsys.readouterr().err
    assert f"файл «{target}» открыт в Word или LibreOffice; закройте его и повторите" in told
    assert (_files(word.parent), target.read_bytes()) == (before, made)


def test_a_source_that_is_open_in_word_is_told(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is not saved yet is not in the new file."""
    word.with_name("~$иказ-2027.docx").write_bytes(b"")
    assert _roll(word) == 0
    assert "файл открыт в Word или LibreOffice: прочитано то, что в нём сохранено" in "".join(
        capsys.readouterr()
    )


def test_a_target_that_is_there_is_not_replaced(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = word.with_name("приказ-2028.docx")
    target.write_bytes(b"mine")
    assert _roll(word) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert target.read_bytes() == b"mine"
    assert _files(word.parent) == ["приказ-2027.docx", "приказ-2028.docx"]


def test_the_source_is_never_written(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = word.read_bytes()
    assert _roll(word, "-o", str(word), "--overwrite") == 2
    assert "то, из чего делается новый" in capsys.readouterr().err
    assert word.read_bytes() == before
    assert _files(word.parent) == [word.name]


@LINUX
def test_a_folder_that_may_not_be_written_is_told(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with bound_by_rights(word.parent):
        assert _roll(word) == 2
    told = capsys.readouterr().err
    assert "приказ-2028.docx" in told
    assert "нет прав на этот файл или папку" in told
    assert _files(word.parent) == [word.name]


def test_a_folder_that_is_not_there_is_told(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _roll(word, "-o", str(word.parent / "нет" / "новый.docx")) == 2
    assert "нет" in capsys.readouterr().err
    assert _files(word.parent) == [word.name]


def test_a_disk_that_refuses_leaves_nothing(
    word: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path, target: Path) -> Path:
        raise PermissionError(13, "denied", str(path), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    assert _roll(word) == 2
    told = capsys.readouterr().err
    assert "приказ-2028.docx" in told
    assert "выберите другую папку или другое имя: -o" in told
    assert _files(word.parent) == [word.name]


def test_long_russian_paths_are_no_obstacle(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["Приказы по основной деятельности учреждения за прошлый год"] * 3)
    folder.mkdir(parents=True)
    path = folder / "О проведении районного слёта школьников (проект, правки отдела)-2027.docx"
    path.write_bytes(order(_CLAUSE))
    assert _roll(path) == 0
    assert len(_files(folder)) == 3
    assert service.open(path.with_name(path.name.replace("2027", "2028"))).order.clauses


def test_a_name_that_becomes_too_long_is_told_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file of questions has a longer name than the new file."""
    path = tmp_path / f"{'п' * 120}.docx"
    path.write_bytes(order(_CLAUSE))
    assert _roll(path) == 2
    assert "дайте имя короче" in capsys.readouterr().err
    assert _files(tmp_path) == [path.name]


def test_a_file_of_questions_of_somebody_else_is_left(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = word.with_name("приказ-2028.questions.yaml")
    questions.write_text("чужое", encoding="utf-8")
    assert _roll(word) == 2
    assert "приказ-2028.questions.yaml" in capsys.readouterr().err
    assert _files(word.parent) == [word.name, questions.name]
    assert questions.read_text(encoding="utf-8") == "чужое"

"""Facts about Word files at the command line: read into a data file, and taken where a data file is."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

import prikaz
from prikaz import reader
from prikaz.cli import main
from prikaz.model import Illustration
from prikaz.sheets import read as read_sheet
from tests.word_drafts import LOST, FakeReader, word_draft, write_word

#: The smallest picture.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c636000000002000148afa4"
    "710000000049454e44ae426082"
)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    made = FakeReader()
    monkeypatch.setattr(reader, "read", made.read, raising=False)
    return made


@pytest.fixture
def word(tmp_path: Path, fake: FakeReader) -> Path:
    assert fake
    return write_word(tmp_path)


def test_a_word_file_becomes_a_data_file_of_the_same_order(word: Path, fake: FakeReader) -> None:
    fake.draft = word_draft(is_whole=True)

    assert main(["read", str(word)]) == 0

    assert prikaz.load(word.with_suffix(".yaml")) == fake.draft.order


def test_notes_stand_above_the_fields_that_they_are_about_and_others_at_the_top(word: Path) -> None:
    main(["read", str(word)])

    lines = word.with_suffix(".yaml").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == [
        f"# не понято: «{LOST}» – не ясно, что это (абзац 14)",
        "# проверьте: файл подписан электронной подписью",
    ]
    assert lines[lines.index("номер: 75") - 1] == (
        "# проверьте: «75» – стоит на месте даты; сверьте с журналом (абзац 3)"
    )


def test_a_long_note_stands_whole_on_several_lines(word: Path, fake: FakeReader) -> None:
    words = "Слова, которых никто не ждал, " * 20
    (note, *_) = fake.draft.notes
    fake.draft = attrs.evolve(
        fake.draft, notes=(attrs.evolve(note, text=words, path=("пункты", 2, "подпункты", 1)),)
    )

    main(["read", str(word)])

    text = word.with_suffix(".yaml").read_text(encoding="utf-8")
    block = [line.strip() for line in text.splitlines() if line.strip().startswith("#")][:-1]
    assert " ".join(line.lstrip("# ") for line in block).startswith(f"не понято: «{words.strip()}» – не ясно")
    assert max(map(len, text.splitlines())) < 120
    assert prikaz.load(word.with_suffix(".yaml")) == fake.draft.order


def test_a_note_with_words_that_break_yaml_breaks_nothing(word: Path, fake: FakeReader) -> None:
    (note, *_) = fake.draft.notes
    words = "номер: {\x07 - [\u2028вид: указ\n: #"
    fake.draft = attrs.evolve(fake.draft, notes=(attrs.evolve(note, text=words, path=("заголовок",)),))

    main(["read", str(word)])

    assert prikaz.load(word.with_suffix(".yaml")) == fake.draft.order


def test_what_was_understood_and_what_was_not_is_told(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(word)]) == 1

    printed = capsys.readouterr()
    told = dict(line.split("  ", 1) for line in printed.out.splitlines()[:10])
    assert {name: value.strip() for name, value in told.items()} == {
        "вид": "приказ",
        "дата": "16.03.2026",
        "номер": "75",
        "заголовок": "О слёте в 2026 году",
        "пунктов": "3, подпунктов 2",
        "приложений": "1",
        "таблиц": "1",
        "строк в таблицах": "2",
        "подписали": "Белов",
        "понято": "94,7 % текста (379 знаков из 400)",
    }
    assert f"{word}:абзац 14: предупреждение: не понято: «{LOST}» – не ясно, что это" in printed.out
    assert f"{word}:абзац 3: совет: номер: «75» – стоит на месте даты; сверьте с журналом" in printed.out
    assert f"готово: {word.with_suffix('.yaml')}" in printed.out
    assert printed.err.startswith("не понято мест: 1; они в примечаниях")


def test_doubts_alone_are_no_failure(
    word: Path, fake: FakeReader, capsys: pytest.CaptureFixture[str]
) -> None:
    fake.draft = attrs.evolve(fake.draft, notes=fake.draft.notes[1:])

    assert main(["read", str(word)]) == 0

    assert capsys.readouterr().err == ""


def test_programs_get_the_notes_as_one_json(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(word), "--notes", "json"]) == 1

    printed = capsys.readouterr()
    lost, doubt, fact = json.loads(printed.out)
    assert (lost["code"], lost["place"], lost["file"]) == ("text-not-understood", "абзац 14", str(word))
    assert (doubt["code"], doubt["path"], doubt["hint"]) == (
        "reading-doubtful",
        "номер",
        "сверьте с журналом",
    )
    assert fact["message"] == "файл подписан электронной подписью"
    assert "готово:" in printed.err


def test_programs_get_what_stops_the_work_as_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(tmp_path / "нет.docx"), "--notes", "json"]) == 2

    (entry,) = json.loads(capsys.readouterr().out)
    assert entry["code"] == "package-untrusted"


# Files that are there already -----------------------------------------------------------------------------


def test_a_data_file_that_nobody_has_edited_is_made_anew(word: Path, fake: FakeReader) -> None:
    main(["read", str(word)])
    fake.draft = attrs.evolve(fake.draft, order=attrs.evolve(fake.draft.order, number="76"))

    main(["read", str(word)])

    assert prikaz.load(word.with_suffix(".yaml")).number == "76"


@pytest.mark.parametrize("edit", ["номер: 76", "номер: 75  # из журнала"])
def test_a_data_file_that_somebody_has_edited_stays(
    edit: str, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = word.with_suffix(".yaml")
    main(["read", str(word)])
    made.write_text(made.read_text(encoding="utf-8").replace("номер: 75", edit), encoding="utf-8")
    before = made.read_bytes()

    assert main(["read", str(word)]) == 2

    assert made.read_bytes() == before
    assert "уже есть" in capsys.readouterr().err
    assert main(["read", str(word), "--overwrite"]) == 1
    assert made.read_bytes() != before


def test_a_data_file_of_somebody_else_stays(word: Path) -> None:
    other = word.with_suffix(".yaml")
    other.write_text("вид: приказ\n", encoding="utf-8")

    assert main(["read", str(word)]) == 2

    assert other.read_text(encoding="utf-8") == "вид: приказ\n"


def test_a_data_file_that_a_roll_over_has_made_of_ours_is_somebody_s_work(
    word: Path, fake: FakeReader
) -> None:
    fake.draft = word_draft(is_whole=True)
    main(["read", str(word)])
    made = word.with_suffix(".yaml")
    rolled = made.with_name("приказ-2027.yaml")
    assert main(["roll", str(made), "--to", "2027"]) == 0

    assert main(["read", str(word), "-o", str(rolled)]) == 2


@pytest.mark.parametrize("name", ["приказ-2026.docx", "приказ-2026.doc", "приказ"])
def test_data_have_the_name_of_a_data_file(name: str, word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = word.read_bytes()

    assert main(["read", str(word), "-o", str(word.with_name(name)), "--overwrite"]) == 2

    assert word.read_bytes() == before
    assert "это файл .yaml или .json" in capsys.readouterr().err


def test_data_may_be_json(word: Path, fake: FakeReader) -> None:
    main(["read", str(word), "-o", str(word.with_suffix(".json"))])

    assert prikaz.load(word.with_suffix(".json")) == fake.draft.order


def test_pictures_are_files_beside_the_data(word: Path, fake: FakeReader) -> None:
    fake.draft = word_draft(is_whole=True)
    blocks = (Illustration(image=DOT, width=10), Illustration(image=DOT, width=20))
    fake.draft = attrs.evolve(fake.draft, order=attrs.evolve(fake.draft.order, blocks=blocks))

    assert main(["read", str(word)]) == 0
    assert main(["read", str(word)]) == 0

    assert word.with_name("приказ-2026-рисунок-1.png").read_bytes() == DOT
    assert len(list(word.parent.iterdir())) == 3
    assert "data:" not in word.with_suffix(".yaml").read_text(encoding="utf-8")
    assert prikaz.load(word.with_suffix(".yaml")) == fake.draft.order


def test_another_picture_of_that_name_is_not_replaced(word: Path, fake: FakeReader) -> None:
    other = word.with_name("приказ-2026-рисунок-1.png")
    other.write_bytes(b"somebody's")
    order = attrs.evolve(fake.draft.order, blocks=(Illustration(image=DOT, width=10),))
    fake.draft = attrs.evolve(fake.draft, order=order)

    assert main(["read", str(word)]) == 2

    assert other.read_bytes() == b"somebody's"
    assert not word.with_suffix(".yaml").exists()


# One table ------------------------------------------------------------------------------------------------


def test_one_table_becomes_a_document_of_its_own(word: Path, fake: FakeReader) -> None:
    assert main(["read", str(word), "--table", "1"]) == 0

    made = prikaz.load(word.with_name("приказ-2026-таблица-1.yaml"))
    assert (made.kind.value, made.heading, made.clauses) == ("план", "План слёта", ())
    assert made.blocks == fake.draft.order.annexes[0].blocks


@pytest.mark.parametrize("name", ["т.csv", "т.xlsx"])
def test_the_rows_of_a_table_become_a_table_of_excel(name: str, word: Path) -> None:
    target = word.with_name(name)

    assert main(["read", str(word), "--table", "1", "-o", str(target)]) == 0

    grid = read_sheet(target, name)
    assert [cells for _, cells in grid.lines] == [
        ("Дело", "Срок"),
        ("Сбор\nОтчёт", "=май"),
        ("Сбор\nОтчёт", "июнь"),
    ]


@pytest.mark.parametrize("number", ["0", "2", "-1"])
def test_a_table_that_is_not_there_is_refused(
    number: str, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(word), f"--table={number}"]) == 2
    assert main(["read", str(word), f"--table={number}", "-o", str(word.with_name("т.csv"))]) == 2

    assert len(list(word.parent.iterdir())) == 1
    assert f"таблицы {number}" in capsys.readouterr().err


# The other commands ---------------------------------------------------------------------------------------


def test_a_word_file_is_printed_beside_itself_and_not_over_itself(
    word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = word.read_bytes()

    assert main(["render", str(word)]) == 0

    assert word.with_name("приказ-2026-печать.docx").read_bytes()[:2] == b"PK"
    assert word.read_bytes() == before
    assert f"{word}:абзац 14: предупреждение: не понято: «{LOST}»" in capsys.readouterr().err


@pytest.mark.parametrize("edit", ["", "# мои слова\n"])
def test_what_was_read_is_not_printed_over_what_it_was_read_out_of(edit: str, word: Path) -> None:
    """Not even where the clerk has worked in the data file and allows everything."""
    before = word.read_bytes()
    main(["read", str(word)])
    data = word.with_suffix(".yaml")
    data.write_text(edit + data.read_text(encoding="utf-8"), encoding="utf-8")

    assert main(["render", str(data), "--overwrite"]) == 0
    assert main(["render", str(data), "-o", str(word), "--overwrite"]) == 2

    assert word.with_name("приказ-2026-печать.docx").exists()
    assert word.read_bytes() == before


def test_what_was_read_and_rolled_is_printed_under_its_own_name(word: Path) -> None:
    main(["read", str(word)])
    assert main(["roll", str(word.with_suffix(".yaml")), "--to", "2027"]) == 0

    assert main(["render", str(word.with_name("приказ-2027.yaml"))]) == 0

    assert word.with_name("приказ-2027.docx").exists()


def test_findings_of_a_word_file_have_their_places(
    word: Path, fake: FakeReader, capsys: pytest.CaptureFixture[str]
) -> None:
    order = attrs.evolve(fake.draft.order, heading="О слёте в 2026 году.")
    fake.draft = attrs.evolve(word_draft(is_whole=True), order=order)

    assert main(["render", str(word)]) == 0

    assert capsys.readouterr().err.startswith(f"{word}:абзац 4: предупреждение: заголовок: ")


@pytest.mark.parametrize("how", ["same", "link"])
def test_no_command_writes_to_what_it_reads(how: str, word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not even where the file is one of ours that nobody has edited, and would be replaced as such."""
    assert main(["render", str(word), "-o", str(word.with_name("старый.docx"))]) == 0
    ours = word.with_name("старый.docx")
    other = ours if how == "same" else ours.with_name("ссылка.docx")
    if how == "link":
        other.hardlink_to(ours)
    before = ours.read_bytes()
    capsys.readouterr()

    for arguments in (
        ["render", str(ours), "-o", str(other), "--overwrite"],
        ["diff", str(ours), str(word), "-o", str(other)],
        ["diff", str(word), str(ours), "-o", str(other)],
        ["roll", str(ours), "--to", "2027", "--changes", str(other), "--overwrite"],
    ):
        assert main(arguments) == 2
        assert "то, из чего делается" in capsys.readouterr().err

    assert ours.read_bytes() == before


def test_a_word_file_is_compared_with_a_data_file(
    word: Path, fake: FakeReader, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["read", str(word)])
    fake.draft = attrs.evolve(fake.draft, order=attrs.evolve(fake.draft.order, number="76"))
    capsys.readouterr()

    assert main(["diff", str(word.with_suffix(".yaml")), str(word)]) == 0

    printed = capsys.readouterr().out
    assert "номер" in printed
    assert "заголовок" not in printed


def test_of_a_word_file_without_a_year_a_person_has_to_say_it(
    word: Path, fake: FakeReader, capsys: pytest.CaptureFixture[str]
) -> None:
    fake.draft = attrs.evolve(fake.draft, order=attrs.evolve(fake.draft.order, date=None, year=None))

    assert main(["roll", str(word), "--to", "2027"]) == 2

    assert "год документа не известен; скажите, за какой год документ: --from ГОД" in capsys.readouterr().err


def test_a_roll_over_has_the_name_of_a_word_file_or_of_a_data_file(
    word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roll", str(word), "--to", "2027", "-o", str(word.with_name("приказ-2027.odt"))]) == 2

    assert "приказ-2027.docx» или, чтобы получить файл данных, .yaml" in capsys.readouterr().err
    assert list(word.parent.iterdir()) == [word]


def test_a_word_file_is_rolled_into_a_data_file(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = word.read_bytes()
    made = word.with_name("приказ-2027.yaml")

    assert main(["roll", str(word), "--to", "2027", "-o", str(made)]) == 0

    printed = capsys.readouterr()
    assert prikaz.load(made).heading == "О слёте в 2027 году"
    assert f"# не понято: «{LOST}»" in made.read_text(encoding="utf-8")
    assert "# решить: «" in made.read_text(encoding="utf-8")
    assert word.with_name("приказ-2027.questions.yaml").exists()
    assert "из файла Word перенесено то, что прочитано" in printed.out
    assert word.read_bytes() == before

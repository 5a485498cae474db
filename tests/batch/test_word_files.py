"""A batch takes a Word file where a table has something to fill in, and says what is missing where not."""

from __future__ import annotations

from pathlib import Path

import pytest

from prikaz import reader
from prikaz.cli import main
from tests.batch.conftest import write_rows
from tests.word_drafts import LOST, FakeReader, write_word


@pytest.fixture
def word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(reader, "read", FakeReader().read, raising=False)
    return write_word(tmp_path)


def _batch(word: Path, rows: Path, *more: str) -> int:
    return main(["batch", str(word), str(rows), "-o", str(word.with_name("out")), "--jobs", "1", *more])


def test_columns_that_are_requisites_fill_a_word_file(
    word: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = write_rows(tmp_path, [("1-од", "16.03.2027"), ("2-од", "17.03.2027")], ("номер", "дата"))

    assert _batch(word, rows, "--name", "{номер}") == 0

    assert {path.name for path in (tmp_path / "out").glob("*.docx")} == {"1-од.docx", "2-од.docx"}
    assert f"{word}:абзац 14: не понято: «{LOST}»" in capsys.readouterr().err


def test_without_fields_and_requisites_it_is_told_what_is_missing(
    word: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = write_rows(tmp_path, [("школа № 1",), ("школа № 2",)], ("школа",))

    assert _batch(word, rows) == 2

    told = capsys.readouterr().err
    assert "нет полей, которые заполнила бы таблица" in told
    assert "prikaz batch … --fields" in told
    assert not (tmp_path / "out").exists()


def test_fields_are_proposed_without_a_table(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", str(word), "--fields"]) == 0

    printed = capsys.readouterr().out
    assert "поля:\n" in printed
    assert "  # «30.04.2026» – пункт 1; пункт 2.2\n  день: {вид: дата}\n" in printed


def test_where_nothing_repeats_it_is_said(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = word.with_name("order.yaml")
    data.write_text("вид: приказ\nпункты: [Раз.]\nподпись: {фамилия: Белов}\n", encoding="utf-8")

    assert main(["batch", str(data), "--fields"]) == 0

    assert capsys.readouterr() == ("", "органов, лиц и дат, которые повторялись бы в тексте, не найдено\n")


@pytest.mark.parametrize(("more", "missing"), [([], "ТАБЛИЦА, -o/--output"), (["школы.csv"], "-o/--output")])
def test_what_is_missing_in_the_call_is_named(
    more: list[str], missing: str, word: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["batch", str(word), *more]) == 2

    assert capsys.readouterr().err == f"prikaz: не хватает: {missing}\n"


def test_no_document_of_a_batch_takes_the_place_of_what_it_is_made_of(
    word: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that nobody has edited since prikaz made it would be replaced as an old document."""
    ours = tmp_path / "1-од.docx"
    assert main(["render", str(word), "-o", str(ours)]) == 0
    before = ours.read_bytes()
    rows = write_rows(tmp_path, [("1-од",)], ("номер",))

    assert main(["batch", str(ours), str(rows), "-o", str(tmp_path), "--name", "{номер}", "--jobs", "1"]) == 2

    assert "то, из чего делается пакет" in capsys.readouterr().err
    assert ours.read_bytes() == before

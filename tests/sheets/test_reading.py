"""One door to tables: a workbook and a csv come out alike, and what cannot be read says why."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from prikaz import sheets
from prikaz.errors import DataError
from prikaz.sheets import CellPlace, TableName
from prikaz.sheets.csv import read_csv

ROWS = [["Школа", "Мест"], ["Школа № 1", "120"], [], ["Школа № 2", "80"]]
LINES = ((1, ("Школа", "Мест")), (2, ("Школа № 1", "120")), (4, ("Школа № 2", "80")))


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A folder with the same rows in a workbook and in a csv."""
    book = openpyxl.Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(tmp_path / "школы.xlsx")
    (tmp_path / "школы.csv").write_text("\r\n".join(map(";".join, ROWS)), encoding="cp1251")
    return tmp_path


@pytest.mark.parametrize("name", ["школы.xlsx", "школы.csv"])
def test_a_file_and_its_bytes_give_the_same_grid(tables: Path, name: str) -> None:
    grid = sheets.read(tables / name, name)
    assert grid == sheets.read((tables / name).read_bytes(), name)
    assert grid.lines == LINES
    assert [finding.kind.code for finding in grid.doubts] == ["rows-after-gap"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("нет.xlsx", None, "file-unreadable"),
        ("школы.xls", b"", "file-format-wrong"),
        ("школы.docx", b"PK\x03\x04", "file-format-wrong"),
        ("школы.xlsx", b"PK\x03\x04 not a workbook", "workbook-unreadable"),
        ("школы.csv", b"\x98\x98\x98", "encoding-unknown"),
        ("школы.csv", b"%PDF-1.7", "file-format-wrong"),
        ("школы.csv", b";" * 1_000_001, "file-too-large"),
    ],
    ids=["absent", "old workbook", "document", "broken", "encoding", "pdf", "large"],
)
def test_what_is_no_table_is_refused_with_a_code(
    tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError) as caught:
        sheets.read(tmp_path / name, name, megabytes=1)
    (fault,) = caught.value.faults
    assert (fault.file, fault.code) == (name, code)


def test_a_sheet_that_is_not_there_is_refused_with_the_names_of_the_others(tables: Path) -> None:
    with pytest.raises(DataError) as caught:
        sheets.read(tables / "школы.xlsx", "школы.xlsx", "Лист2")
    (fault,) = caught.value.faults
    assert (fault.code, fault.hint) == ("sheet-unknown", "есть листы: Sheet")


@pytest.mark.parametrize(
    "first", ['"sep=;"', "sep=;;;;;", '"sep=;";;;', "sep=", "sep=,;;;"], ids=lambda first: first
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_line_of_the_separator_is_known_as_other_programs_save_it(first: str, end: str) -> None:
    grid = read_csv(end.join([first, "мероприятие;срок", "Сбор, встреча;01.06.2027", ""]))
    assert grid.lines == ((2, ("мероприятие", "срок")), (3, ("Сбор, встреча", "01.06.2027")))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("карта.xlsx", TableName("карта.xlsx")),
        (" карта.XLSX#Лист 1 ", TableName("карта.XLSX", "Лист 1")),
        ("а.xlsx#б.csv", TableName("а.xlsx#б.csv")),
        ("папка#2/строки.csv", TableName("папка#2/строки.csv")),
        ("карта", None),
        ("", None),
    ],
)
def test_the_name_of_a_table_may_end_in_a_sheet(text: str, name: TableName | None) -> None:
    assert sheets.parse_table_name(text) == name


def test_places_are_printed_as_clerks_call_them() -> None:
    places = (CellPlace("План", 3, 28), CellPlace("План", 3), CellPlace("План"), CellPlace(row=3, column=2))
    assert [*map(str, places)] == [
        "лист «План», ячейка AB3",
        "лист «План», строка 3",
        "лист «План»",
        "графа 2",
    ]

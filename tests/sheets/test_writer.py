"""Cells get other texts, and all else in a table stays."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from prikaz import sheets
from prikaz.sheets import CellChange, CellPlace

DAY = datetime(2027, 6, 1)  # noqa: DTZ001 (as Excel holds it)


def content(rows: list[list[object]], folder: Path) -> bytes:
    """A workbook with one sheet of rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.properties.title = "Школы"
    book.save(folder / "школы.xlsx")
    return (folder / "школы.xlsx").read_bytes()


def test_a_cell_keeps_the_type_of_its_value_where_the_new_text_allows_it(tmp_path: Path) -> None:
    old = content([["Слёт", DAY, 2027, 2027, DAY]], tmp_path)
    texts = ["Сбор", "01.06.2028", "2028", "", "июнь 2028"]
    changes = [CellChange(CellPlace("Sheet", 1, column), text) for column, text in enumerate(texts, 1)]
    new = openpyxl.load_workbook(io.BytesIO(sheets.write_cells(old, "школы.xlsx", changes)))
    (row,) = new.worksheets[0].values
    assert row == ("Сбор", DAY.replace(year=2028), 2028, None, "июнь 2028")
    assert new.properties.title == "Школы"


def test_the_same_changes_give_the_same_bytes(tmp_path: Path) -> None:
    old = content([["Слёт"]], tmp_path)
    change = CellChange(CellPlace("Sheet", 1, 1), "Сбор")
    assert sheets.write_cells(old, "школы.xlsx", [change]) == sheets.write_cells(old, "школы.xlsx", [change])


def test_a_csv_keeps_its_separator_its_line_ends_and_its_encoding() -> None:
    old = "sep=;\r\nШкола;Мест\r\n«Школа № 1»;120\r\n".encode("cp1251")
    new = sheets.write_cells(old, "школы.csv", [CellChange(CellPlace(row=3, column=2), "130")])
    assert new == old.replace(b"120", b"130")


@pytest.mark.parametrize("place", [CellPlace("Лист2", 1, 1), CellPlace("Лист2", 900, 1)])
def test_a_sheet_that_is_not_there_is_a_lookup_error(tmp_path: Path, place: CellPlace) -> None:
    with pytest.raises(LookupError):
        sheets.write_cells(content([["Слёт"]], tmp_path), "школы.xlsx", [CellChange(place, "Сбор")])


@pytest.mark.parametrize("place", [CellPlace(row=9, column=1), CellPlace(row=1, column=9)])
def test_a_cell_of_a_csv_that_is_not_there_is_a_lookup_error(place: CellPlace) -> None:
    with pytest.raises(LookupError):
        sheets.write_cells("Школа;Мест\n".encode(), "школы.csv", [CellChange(place, "Сбор")])

"""Workbooks of an enemy, or of a broken disk, are refused in words: quickly, and within bounds."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from prikaz import sheets
from prikaz.errors import DataError
from prikaz.sheets import CellChange, CellPlace

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKSHEET = f'<worksheet xmlns="{MAIN}"><sheetData>{{rows}}</sheetData>{{after}}</worksheet>'
ROW = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>школа</t></is></c></row>'
MERGE = '<mergeCells><mergeCell ref="{}"/></mergeCells>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
AGAIN = f'<sheet xmlns:r="{OFFICE}" name="а" sheetId="9" r:id="rId1"/>'
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "школа">]>'


def _parts() -> dict[str, bytes]:
    book = openpyxl.Workbook()
    for row in (["школа", "мест"], ["Школа № 1", 120]):
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _sheet(rows: str, after: str = "") -> bytes:
    return _zipped(_parts() | {SHEET: WORKSHEET.format(rows=rows, after=after).encode()})


def _without(name: str) -> bytes:
    parts = _parts()
    del parts[name]
    return _zipped(parts)


def _with(name: str, old: str, new: str) -> bytes:
    parts = _parts()
    assert old.encode() in parts[name]
    return _zipped(parts | {name: parts[name].replace(old.encode(), new.encode())})


def _far_cells() -> bytes:
    """Each of many rows has a cell in the last column of all."""
    cell = '<c r="XFD{0}" t="inlineStr"><is><t>а</t></is></c>'
    return _sheet("".join(f'<row r="{row}">{cell.format(row)}</row>' for row in range(1, 5000)))


def _lying_header() -> bytes:
    """The header of a part names another part than the directory does."""
    return _zipped(_parts()).replace(b"PK\x03\x04", b"PK\x03\x05")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a row far below": lambda: _sheet(ROW.format(1) + ROW.format(2**30)),
    "a row beyond all numbers": lambda: _sheet(ROW.format(1) + ROW.format("9" * 5000)),
    "cells far to the right": _far_cells,
    "a hidden row that is no number": lambda: _sheet('<row r="б" hidden="1"/>'),
    "an encoding that nobody knows": lambda: _with(
        SHEET, "<worksheet", '<?xml version="1.0" encoding="x"?><worksheet'
    ),
    "no relations": lambda: _without("xl/_rels/workbook.xml.rels"),
    "no types": lambda: _without("[Content_Types].xml"),
    "no type of the book": lambda: _with("[Content_Types].xml", "sheet.main+xml", "sheet.other+xml"),
    "no styles that there are": lambda: _with(SHEET, '<c r="B2"', '<c s="99" r="B2"'),
    "no text that there is": lambda: _sheet('<row r="1"><c r="A1" t="s"><v>77</v></c></row>'),
    "a document type in the texts": lambda: _zipped(_parts() | {"xl/sharedStrings.xml": DOCTYPE.encode()}),
    "merged cells that cannot be": lambda: _sheet(ROW.format(1), MERGE.format("A2:ZZZZZZ99999999999")),
    "a document type in the styles": lambda: _with("xl/styles.xml", "<styleSheet", DOCTYPE + "<styleSheet"),
    "one sheet many times": lambda: _with("xl/workbook.xml", "</sheets>", f"{AGAIN}</sheets>"),
    "spaces without end": lambda: _zipped(_parts() | {"xl/styles.xml": b" " * 2**25}),
    "headers that lie": _lying_header,
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_workbook_is_refused_with_its_name(made: Callable[[], bytes]) -> None:
    content = made()
    started = time.monotonic()
    with pytest.raises(DataError, match=r"^школы\.xlsx: это не книга Excel: .*[а-я]"):
        sheets.read(content, "школы.xlsx")
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    "after",
    [
        MERGE.format("B1:XFD1048576"),
        MERGE.format("XFD3:XFD1048576"),
        '<dimension ref="A1:XFD1048576"/>',
    ],
)
def test_a_size_that_lies_does_no_harm(after: str) -> None:
    grid = sheets.read(_sheet(ROW.format(1) + ROW.format(2), after), "школы.xlsx")
    assert [cells for _, cells in grid.lines] == [("школа",), ("школа",)]


def test_a_row_far_below_is_read_where_excel_has_rows() -> None:
    grid = sheets.read(_sheet(ROW.format(1) + ROW.format(100_000)), "школы.xlsx")
    assert [number for number, _ in grid.lines] == [1, 100_000]


BROKEN = ["", "<a", "<a/>"]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        *(("xl/_rels/workbook.xml.rels", content) for content in BROKEN),
        *((part, content) for part in ("xl/styles.xml", "docProps/core.xml") for content in BROKEN[:2]),
    ],
)
def test_a_workbook_that_cannot_be_written_is_refused_with_its_name(part: str, content: str) -> None:
    damaged = _zipped(_parts() | {part: content.encode()})
    with pytest.raises(DataError, match=r"^школы\.xlsx: это не книга Excel: "):
        sheets.write_cells(damaged, "школы.xlsx", [CellChange(CellPlace("Sheet", 2, 1), "Школа № 2")])


@pytest.mark.parametrize("content", BROKEN)
def test_a_part_that_a_workbook_is_sound_without_does_not_hinder(content: str) -> None:
    damaged = _zipped(_parts() | {"xl/theme/theme1.xml": content.encode()})
    written = sheets.write_cells(damaged, "школы.xlsx", [CellChange(CellPlace("Sheet", 2, 1), "Школа № 2")])
    assert sheets.read(written, "школы.xlsx").lines[1][1] == ("Школа № 2", "120")


def test_a_workbook_whose_sheets_are_merged_whole_is_not_written() -> None:
    merged = _sheet(ROW.format(1), MERGE.format("B1:XFD1048576"))
    with pytest.raises(DataError, match="в ней объединены целые листы"):
        sheets.write_cells(merged, "школы.xlsx", [CellChange(CellPlace("Sheet", 1, 1), "Школа № 2")])


def test_a_file_that_is_read_without_end_is_refused_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "школы.csv"
    path.symlink_to("/dev/zero")
    with pytest.raises(DataError, match="файл больше 64 МБ"):
        sheets.read(path, "школы.csv")

"""The XML of a sheet says the same however it is written."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from prikaz import sheets
from prikaz.errors import DataError, PackageError
from prikaz.sheets.sheet_xml import CellFormula, Merge, SheetMarkup, is_filled, read_markup

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BODY = """\
<cols><col min="2" max="3" hidden="1"/><col min="5" max="6"/></cols>
<sheetData>
  <row r="1"><c r="A1" t="inlineStr"><is><t>Школа</t></is></c><c r="B1"/></row>
  <row r="2" hidden="true"><c r="A2"><f>1+A1</f></c><c r="B2"><f>C1&amp;D1&lt;5</f><v/></c></row>
  <row r="3"><c r="A3" t="str"><f>IF(1)</f><v></v></c><c r="B3"><f>2+2</f><v>4</v></c></row>
  <row r="4"><c r="C4"><f t="shared" si="0"/> </c><c><f>B7</f></c></row>
</sheetData>
<mergeCells><mergeCell ref="A4:B5"/><mergeCell ref="C1:D1"/></mergeCells>
"""
PLAIN = f'<worksheet xmlns="{MAIN}">{BODY}</worksheet>'
FOUND = SheetMarkup(
    merges=(
        Merge(cells="C1:D1", left=3, top=1, right=4, bottom=1),
        Merge(cells="A4:B5", left=1, top=4, right=2, bottom=5),
    ),
    hidden_rows=frozenset({2}),
    hidden_columns=frozenset({2, 3}),
    uncounted=(
        CellFormula(row=2, column=1, text="1+A1"),
        CellFormula(row=2, column=2, text="C1&D1<5"),
        CellFormula(row=4, column=3, text=""),
        CellFormula(row=0, column=0, text="B7"),
    ),
)
NAMES = ("worksheet", "sheetData", "row", "cols", "col", "c", "f", "v", "is", "t", "mergeCells", "mergeCell")


def prefixed(text: str) -> str:
    """The same XML with a prefix before each name."""
    for name in NAMES:
        for end in (" ", ">", "/"):
            text = text.replace(f"<{name}{end}", f"<x:{name}{end}").replace(
                f"</{name}{end}", f"</x:{name}{end}"
            )
    return text.replace("xmlns=", "xmlns:x=")


WRITTEN = {
    "as Excel writes it": PLAIN,
    "single quotes": PLAIN.replace('"', "'"),
    "prefixes": prefixed(PLAIN),
    "comments": PLAIN.replace("<row", '<!-- <mergeCell ref="A1:Z9"/> --><row').replace(
        "<f>", "<f><!-- 1 -->"
    ),
    "CDATA": PLAIN.replace("C1&amp;D1&lt;5", "<![CDATA[C1&D1<5]]>"),
    "spaces": PLAIN.replace('="', ' = "').replace("/>", " />").replace("</f>", "</f >\n"),
    "empty cells closed apart": PLAIN.replace('<c r="B1"/>', '<c r="B1"></c>').replace("<v/>", "<v></v>"),
    "attributes in another order": PLAIN.replace('r="2" hidden="true"', 'hidden="true" spans="1:2" r="2"'),
    "a greater sign in an attribute": PLAIN.replace('<row r="2"', '<row x="a>b" r="2"'),
    "names of other vocabularies": PLAIN.replace(
        "<mergeCells>", '<x:row xmlns:x="urn:x" r="9" hidden="1"><x:f>1</x:f></x:row><mergeCells>'
    ),
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_the_same_sheet_is_read_alike_however_it_is_written(written: str) -> None:
    found = read_markup(written.encode())
    assert found == FOUND


def test_a_sheet_in_another_encoding_is_read() -> None:
    assert read_markup(PLAIN.encode("utf-16")) == FOUND


def test_a_value_is_found_however_it_is_written() -> None:
    for value in ("<v>1</v>", "<v ><![CDATA[1]]></v>", "<is><t xml:space='preserve'> 1</t></is>"):
        assert is_filled(f"<worksheet xmlns='{MAIN}'><c r='A1'>{value}</c></worksheet>".encode())
    for nothing in ("<v/>", "<f>1</f>", "<!-- <v>1</v> -->", "<v><!-- 1 --></v>"):
        assert not is_filled(f"<worksheet xmlns='{MAIN}'><c r='A1'>{nothing}</c></worksheet>".encode())


@pytest.mark.parametrize(
    "sheet",
    [
        f'<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet xmlns="{MAIN}">&a;</worksheet>',
        f'<worksheet xmlns="{MAIN}"><c>',
        "Школа;мест",
    ],
)
def test_what_is_no_xml_of_a_sheet_is_refused(sheet: str) -> None:
    for look in (read_markup, is_filled):
        with pytest.raises(PackageError):
            look(sheet.encode())


def test_hidden_columns_beyond_the_widest_sheet_are_not_counted() -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><col min="1" max="999999999999" hidden="1"/></worksheet>'
    assert len(read_markup(sheet.encode()).hidden_columns) == 16_384


def test_a_long_sheet_is_not_held_in_memory() -> None:
    cells = "".join(f'<c r="{letter}1" s="1"><v>12</v></c>' for letter in "ABCDEFGHIJ")
    rows = f"<row>{cells}</row>" * 10_000
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode()
    tracemalloc.start()
    try:
        assert read_markup(sheet) == SheetMarkup()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < len(sheet) / 10


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook with merged cells over two rows, written with single quotes throughout."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (["Школа", "Мест"], ["Школа № 1", 120], ["Школа № 2", 80]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    path = tmp_path / "школы.xlsx"
    workbook.save(path)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name).decode().replace('"', "'") for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def test_merged_cells_of_a_workbook_in_single_quotes_are_found(book: Path) -> None:
    (fault,) = sheets.read(book, "школы.xlsx").merged
    assert (fault.kind.code, fault.message.partition(";")[0]) == ("cells-merged", "ячейки B2:B3 объединены")


def test_a_strict_workbook_in_single_quotes_is_refused(book: Path) -> None:
    with ZipFile(book) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    with ZipFile(book, "w") as archive:
        for name, part in parts.items():
            strict = part.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
            archive.writestr(name, strict)
    with pytest.raises(DataError, match="«Строгая книга Open XML»"):
        sheets.read(book, "школы.xlsx")


def test_a_workbook_that_only_mentions_the_strict_format_is_read(book: Path) -> None:
    with ZipFile(book) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    with ZipFile(book, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace("<sheets>", "<!-- http://purl.oclc.org/ooxml/ --><sheets>"))
    assert sheets.read(book, "школы.xlsx").lines[1] == (2, ("Школа № 1", "120"))

"""One sheet of a workbook of Excel as the texts that it shows."""

from __future__ import annotations

import io
import posixpath
import warnings
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from attrs import define, evolve, field

from prikaz.encodings import refuse_file
from prikaz.errors import PackageError
from prikaz.findings import FindingKind, Severity
from prikaz.sheets.cells import (
    CELL_UNREADABLE,
    DATE_IN_PART,
    FORMULA_UNCOUNTED,
    cell_fault,
    cell_text,
    partial_date,
    uncounted_formula,
)
from prikaz.sheets.grid import Grid, GridFinding, Line, without_empty
from prikaz.sheets.layout import layout_doubts, layout_faults, merged_down
from prikaz.sheets.sheet_xml import CellFormula, SheetMarkup, is_filled, read_markup

if TYPE_CHECKING:
    from openpyxl import Workbook

    from prikaz.opc.archive import ArchiveEntry

SHEET_UNKNOWN: Final = FindingKind("sheet-unknown", "В книге нет такого листа", Severity.ERROR)
SHEET_ASSUMED: Final = FindingKind("sheet-assumed", "Взят первый лист книги, а заполнены и другие")

_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_READ: Final = (".xml", ".rels")
#: Namespace of a kind of workbook that openpyxl takes for empty.
_STRICT: Final = "{http://purl.oclc.org/ooxml/"
#: How a workbook begins that is locked with a password, or is of the years before 2007.
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"


def read_sheet(content: bytes, name: str, title: str = "", carried: Collection[str] = ()) -> Grid:
    """Read a sheet; a formula that nobody has counted is given as it is written: "=A1+1".

    Args:
        content: The bytes of the workbook.
        name: Its file, for messages.
        title: The sheet; "" is the first one that is not hidden.
        carried: Folded names of columns that may be merged, for their values go on for the rows below.

    Raises:
        PackageError: It is no workbook.
        DataError: It has no such sheet.
    """
    with _refusing():
        parts = _sheet_parts(content)
        book = _open(content)
        shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
        titles = [sheet.title for sheet in book.worksheets]
    if not titles:
        raise PackageError("внутри нет листов")
    found = title or next(iter(shown or titles))
    if found not in titles:
        hint = f"есть листы: {', '.join(titles)}"
        message = f"в книге нет листа «{found}»"
        raise refuse_file(SHEET_UNKNOWN, name, message, hint)
    with _refusing():
        grid = _grid(book, found, _markup(parts, found), carried)
        others = tuple(
            other for other in shown if other != found and other in parts and is_filled(parts[other].read())
        )
    assumed = (_assumed(found, others, name),) if others and not title and grid.lines else ()
    return evolve(grid, other_sheets=others, doubts=(*assumed, *grid.doubts))


def _assumed(found: str, others: tuple[str, ...], name: str) -> GridFinding:
    message = f"взят лист «{found}», а есть и другие: {', '.join(others)}"
    return GridFinding(kind=SHEET_ASSUMED, message=message, hint=f"назовите лист: {name}#{found}")


@contextmanager
def _refusing() -> Iterator[None]:
    """Whatever openpyxl raises for a file that is no workbook becomes one error; its warnings are for others.

    Raises:
        PackageError: Something was raised.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except PackageError:
        raise
    except (
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        SyntaxError,
        EOFError,
    ) as error:
        raise PackageError("файл повреждён") from error


def _open(content: bytes) -> Workbook:
    import openpyxl  # noqa: PLC0415 (100 ms, and only tables need it)

    return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)


def _sheet_parts(content: bytes) -> Mapping[str, ArchiveEntry]:
    """The XML of the sheets by their names.

    Raises:
        PackageError: It is no archive that can be trusted, or a part that openpyxl reads is damaged.
    """
    from prikaz.opc.archive import read_archive  # noqa: PLC0415 (few files need it)
    from prikaz.opc.xml import parse  # noqa: PLC0415

    if content.startswith(_COMPOUND):
        raise PackageError("книга закрыта паролем или сохранена в старом формате")
    entries = {entry.name: entry for entry in read_archive(content) if entry.name.endswith(_READ)}
    for entry in entries.values():
        entry.read()
    if _BOOK not in entries:
        raise PackageError("внутри нет листов")
    book = parse(entries[_BOOK].read(), _BOOK)
    if str(book.tag).startswith(_STRICT):
        raise PackageError("она сохранена как «Строгая книга Open XML»")
    relations = parse(entries[_RELATIONS].read(), _RELATIONS)
    targets = {str(relation.get("Id")): str(relation.get("Target")) for relation in relations}
    found: dict[str, ArchiveEntry] = {}
    for sheet in book.iter("{*}sheet"):
        relation_id = next((str(value) for key, value in sheet.items() if str(key).endswith("}id")), "")
        part = posixpath.normpath(posixpath.join("/xl", targets.get(relation_id, ""))).lstrip("/")
        if part in entries:
            found[str(sheet.get("name"))] = entries[part]
    return found


def _markup(parts: Mapping[str, ArchiveEntry], title: str) -> SheetMarkup:
    return read_markup(parts[title].read()) if title in parts else SheetMarkup()


def _grid(book: Workbook, title: str, markup: SheetMarkup, carried: Collection[str]) -> Grid:
    reading = _SheetReading(formulas={(formula.row, formula.column): formula for formula in markup.uncounted})
    without_place = (
        _finding(FORMULA_UNCOUNTED, 0, 0, uncounted_formula(formula.text))
        for formula in markup.uncounted
        if not formula.row
    )
    lines, after_gap = without_empty(reading.lines(book[title]))
    return Grid(
        lines=lines,
        faults=(*without_place, *layout_faults(lines, markup)),
        cell_faults=tuple(reading.faults),
        merged=merged_down(lines, markup, carried),
        doubts=layout_doubts(lines, after_gap, markup, carried),
        partial_dates=tuple(reading.partial_dates.values()),
        sheet=title,
    )


@define(kw_only=True)
class _SheetReading:
    """One reading of the cells of a sheet, with what is wrong or doubtful in them."""

    formulas: Mapping[tuple[int, int], CellFormula]
    faults: list[GridFinding] = field(factory=list)
    partial_dates: dict[int, GridFinding] = field(factory=dict)

    def lines(self, sheet: Any) -> Iterator[Line]:  # noqa: ANN401 (a sheet as openpyxl has it)
        """All rows of a sheet: the size that the file declares may be wrong."""
        sheet.reset_dimensions()
        for row, cells in enumerate(sheet.iter_rows(), 1):
            yield row, tuple(self._text(cell, row, column) for column, cell in enumerate(cells, 1))

    def _text(self, cell: Any, row: int, column: int) -> str:  # noqa: ANN401
        value = cell.value
        if value is None:
            return self._formula(row, column)
        number_format = "" if isinstance(value, str) else cell.number_format
        text = cell_text(value, number_format)
        if fault := cell_fault(value, number_format):
            self.faults.append(_finding(CELL_UNREADABLE, row, column, fault))
        elif column not in self.partial_dates and (doubt := partial_date(value, number_format)):
            self.partial_dates[column] = _finding(DATE_IN_PART, row, column, doubt)
        return text

    def _formula(self, row: int, column: int) -> str:
        """A formula that nobody has counted, as it is written; "" for an empty cell."""
        formula = self.formulas.get((row, column))
        if formula is None:
            return ""
        self.faults.append(_finding(FORMULA_UNCOUNTED, row, column, uncounted_formula(formula.text)))
        return f"={formula.text}"


def _finding(kind: FindingKind, row: int, column: int, words: tuple[str, str]) -> GridFinding:
    message, hint = words
    return GridFinding(kind=kind, row=row, column=column, message=message, hint=hint)

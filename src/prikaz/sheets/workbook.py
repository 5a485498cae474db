"""One sheet of a workbook of Excel as the texts that it shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

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
from prikaz.sheets.opening import load_workbook, refusing_damaged, sheet_parts
from prikaz.sheets.sheet_xml import MOST_ROWS, CellFormula, SheetMarkup, is_filled, read_markup

if TYPE_CHECKING:
    from openpyxl import Workbook

    from prikaz.opc.archive import ArchiveEntry

SHEET_UNKNOWN: Final = FindingKind("sheet-unknown", "В книге нет такого листа", Severity.ERROR)
SHEET_ASSUMED: Final = FindingKind("sheet-assumed", "Взят первый лист книги, а заполнены и другие")

#: Cells, empty ones too, that are looked through in one sheet.
_MOST_CELLS: Final = 4_000_000


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
    parts = sheet_parts(content)
    book = load_workbook(content, read_only=True, data_only=True)
    with refusing_damaged():
        shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
        titles = [sheet.title for sheet in book.worksheets]
    if not titles:
        raise PackageError("внутри нет листов")
    found = title or next(iter(shown or titles))
    if found not in titles:
        hint = f"есть листы: {', '.join(titles)}"
        message = f"в книге нет листа «{found}»"
        raise refuse_file(SHEET_UNKNOWN, name, message, hint)
    grid = _grid(book, found, _markup(parts, found), carried)
    others = tuple(
        other for other in shown if other != found and other in parts and is_filled(parts[other].read())
    )
    assumed = (_assumed(found, others, name),) if others and not title and grid.lines else ()
    return evolve(grid, other_sheets=others, doubts=(*assumed, *grid.doubts))


def _assumed(found: str, others: tuple[str, ...], name: str) -> GridFinding:
    message = f"взят лист «{found}», а есть и другие: {', '.join(others)}"
    return GridFinding(kind=SHEET_ASSUMED, message=message, hint=f"назовите лист: {name}#{found}")


def _markup(parts: Mapping[str, ArchiveEntry], title: str) -> SheetMarkup:
    return read_markup(parts[title].read()) if title in parts else SheetMarkup()


def _grid(book: Workbook, title: str, markup: SheetMarkup, carried: Collection[str]) -> Grid:
    reading = _SheetReading(formulas={(formula.row, formula.column): formula for formula in markup.uncounted})
    without_place = (
        _finding(FORMULA_UNCOUNTED, 0, 0, uncounted_formula(formula.text))
        for formula in markup.uncounted
        if not formula.row
    )
    lines, after_gap = without_empty(reading.lines(_cells(book, title)))
    return Grid(
        lines=lines,
        faults=(*without_place, *layout_faults(lines, markup)),
        cell_faults=tuple(reading.faults),
        merged=merged_down(lines, markup, carried),
        doubts=layout_doubts(lines, after_gap, markup, carried),
        partial_dates=tuple(reading.partial_dates.values()),
        sheet=title,
    )


def _cells(book: Workbook, title: str) -> Iterator[list[_Cell]]:
    """The cells of all rows of a sheet: the size that the file declares may be wrong.

    Raises:
        PackageError: The sheet is damaged, or larger than any table is.
    """
    with refusing_damaged():
        sheet: Any = book[title]
        sheet.reset_dimensions()
        count = 0
        for row, cells in enumerate(sheet.iter_rows(), 1):
            count += len(cells)
            if row > MOST_ROWS or count > _MOST_CELLS:
                raise PackageError("лист слишком велик: ячейки стоят далеко за таблицей")
            yield [_cell(cell) for cell in cells]


class _Cell(NamedTuple):
    """The value of a cell and its format; that of a text does not matter."""

    value: object
    number_format: str


_EMPTY: Final = _Cell(None, "")


def _cell(cell: Any) -> _Cell:  # noqa: ANN401 (a cell as openpyxl has it)
    value = cell.value
    if value is None:
        return _EMPTY
    return _Cell(value, "" if isinstance(value, str) else cell.number_format)


@define(kw_only=True)
class _SheetReading:
    """One reading of the cells of a sheet, with what is wrong or doubtful in them."""

    formulas: Mapping[tuple[int, int], CellFormula]
    faults: list[GridFinding] = field(factory=list)
    partial_dates: dict[int, GridFinding] = field(factory=dict)

    def lines(self, rows: Iterable[Sequence[_Cell]]) -> Iterator[Line]:
        """All rows of a sheet."""
        for row, cells in enumerate(rows, 1):
            yield (
                row,
                tuple(
                    "" if cell is _EMPTY and not self.formulas else self._text(cell, row, column)
                    for column, cell in enumerate(cells, 1)
                ),
            )

    def _text(self, cell: _Cell, row: int, column: int) -> str:
        value, number_format = cell
        if value is None:
            return self._formula(row, column)
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

"""Tables beside a data file as rows of texts with their places: workbooks of Excel, and csv."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

from attrs import frozen

from prikaz import findings
from prikaz.encodings import read_text, refuse_reading
from prikaz.errors import DataError, DataFault, PackageError
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import FailedNode, Place, ScalarNode
from prikaz.files.nodes.row_names import split_name
from prikaz.findings import Finding
from prikaz.sheets.csv import read_csv
from prikaz.sheets.grid import Grid, Line, Remark
from prikaz.sheets.remarks import header_below
from prikaz.sheets.workbook import read_sheet

_LARGEST_BOOK: Final = 10_000_000
_MOST_ROWS: Final = 5_000
_MOST_COLUMNS: Final = 100

#: Tables of other programs that a clerk may have, told and not read.
_UNREAD: Final = (".xls", ".xlsm", ".ods")
#: A cell; one whose value is not known has failed.
CellNode: TypeAlias = ScalarNode | FailedNode


@frozen(kw_only=True)
class Wanted:
    """What a table beside a data file is read for.

    Attributes:
        folder: Where its file is looked for.
        path: What it belongs to in the order, for doubts.
        carried: Folded names of columns whose values go on for the rows below: their cells may be merged.
        known: Folded names of columns; those of a free table are not known.
        is_dated: Whether a part of a date is as good as a whole one in a column of this name.
    """

    folder: Path
    path: findings.Path
    carried: Collection[str] = ()
    known: Collection[str] = ()
    is_dated: Callable[[str], bool] = lambda _: False


def read_rows(node: ScalarNode, wanted: Wanted, faults: Faults) -> list[list[CellNode]]:
    """Read the rows of the file that a text names; empty rows are left out, the header is the first.

    What is wrong is told, and then there are no rows; a cell that is not what a clerk sees has failed.
    What is doubtful is told too.
    """
    name, sheet = split_name(node)
    try:
        grid = _grid(name, sheet, wanted)
    except DataError as error:
        for fault in error.faults:
            faults.add(node.place, f"«{fault.file}»: {fault.message}", fault.hint)
        return []
    except PackageError as error:
        faults.add(node.place, f"«{name}»: это не книга Excel: {error}", "сохраните её заново как .xlsx")
        return []
    if len(grid.lines) <= 1 and not grid.faults:
        told = "под названиями граф нет ни одной строки" if grid.lines else "таблица пуста"
        faults.add(node.place, f"«{node.text}»: {told}", "в первой строке нужны названия граф, ниже строки")
        return []
    return _told(grid, name, wanted, faults)


def _grid(name: str, sheet: str, wanted: Wanted) -> Grid:
    """Read a table.

    Raises:
        DataError: The file is absent or of a kind that is not read, or has no such sheet.
        PackageError: It is no workbook.
    """
    if name.lower().endswith(_UNREAD):
        hint = "сохраните её как .xlsx или .csv"
        raise DataError([DataFault(file=name, message="такие таблицы не читаются", hint=hint)])
    path = wanted.folder / name
    if name.lower().endswith(".csv"):
        return read_csv(read_text(path, name))
    return read_sheet(_content(path, name), name, sheet, wanted.carried)


def _content(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_BOOK:
            raise PackageError("файл больше 10 МБ")
        return path.read_bytes()
    except OSError as error:
        raise refuse_reading(name, error) from error


def _told(grid: Grid, name: str, wanted: Wanted, faults: Faults) -> list[list[CellNode]]:
    """The cells of a table, with everything told that is wrong with them; none when it cannot be read."""
    below = header_below(grid.lines, wanted.known)
    wrong = [below] if below else [*grid.faults, *_too_large(grid)]
    for remark in (*wrong, *grid.merged, *grid.flaws):
        faults.add(_place(grid, name, remark.row, remark.column), remark.message, remark.hint)
    cut = (remark for remark in grid.cut_dates if not wanted.is_dated(_head(grid, remark)))
    faults.doubts += (_doubt(grid, name, remark, wanted.path) for remark in (*grid.doubts, *cut))
    flawed = {(remark.row, remark.column) for remark in grid.flaws}
    return [] if wrong else [_cells(grid, name, line, flawed) for line in grid.lines]


def _doubt(grid: Grid, name: str, remark: Remark, path: findings.Path) -> Finding:
    message = f"{_place(grid, name, remark.row, remark.column)}: {remark.message}"
    return Finding(code="rows-doubtful", path=path, message=message, hint=remark.hint)


def _head(grid: Grid, remark: Remark) -> str:
    """The name of the column of a cell."""
    return "".join(grid.lines[0][1][remark.column - 1 : remark.column])


def _too_large(grid: Grid) -> Iterator[Remark]:
    if len(grid.lines) > _MOST_ROWS:
        yield Remark(message=f"в таблице больше {_MOST_ROWS} строк", hint="разделите её на части")
    wide = (row for row, cells in grid.lines if any(cells[_MOST_COLUMNS:]))
    for row in islice(wide, 1):
        yield Remark(row=row, message=f"в таблице больше {_MOST_COLUMNS} граф", hint="уберите лишние графы")


def _cells(grid: Grid, name: str, line: Line, flawed: Collection[tuple[int, int]]) -> list[CellNode]:
    row, texts = line
    places = (_place(grid, name, row, column) for column, _ in enumerate(texts, 1))
    return [
        FailedNode(place=place) if (row, column) in flawed else ScalarNode(text=text or None, place=place)
        for column, (text, place) in enumerate(zip(texts, places, strict=False), 1)
    ]


def _place(grid: Grid, name: str, row: int = 0, column: int = 0) -> Place:
    """A place in a table: a line of a csv, a cell or a row of a sheet."""
    if not grid.sheet:
        return Place(file=name, line=row, cell=f"графа {column}" if column else "")
    if column:
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 (with the workbook)

        where = f", ячейка {get_column_letter(column)}{row}"
    else:
        where = f", строка {row}" if row else ""
    return Place(file=name, cell=f"лист «{grid.sheet}»{where}")

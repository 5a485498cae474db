"""Tables beside a data file as rows of texts with their places."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

from attrs import frozen

from prikaz import findings, sheets
from prikaz.encodings import FILE_UNREADABLE, refuse_file
from prikaz.errors import DataError
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import FailedNode, Place, ScalarNode
from prikaz.files.nodes.size_limits import DATA_OVERSIZED
from prikaz.findings import Finding
from prikaz.sheets import CellPlace, Grid, GridFinding, Line, TableName
from prikaz.sheets.layout import TABLE_EMPTY, header_below

#: How large a table of one document may be: it is some hundred kilobytes.
MEGABYTES: Final = 10
_MOST_ROWS: Final = 5_000
_MOST_COLUMNS: Final = 100

#: Where the files of tables are.
Folder: TypeAlias = Path | Mapping[str, bytes]
#: A cell; one whose value is not known has failed.
CellNode: TypeAlias = ScalarNode | FailedNode


@frozen(kw_only=True)
class TableSpec:
    """What a table beside a data file is read for.

    Attributes:
        folder: Where its file is looked for: a folder, or contents of files by their names.
        path: What it belongs to in the order, for doubts.
        carried: Folded names of columns whose values go on for the rows below: their cells may be merged.
        known: Folded names of columns; those of a free table are not known.
        is_dated: Whether a part of a date is as good as a whole one in a column of this name.
    """

    folder: Folder
    path: findings.Path
    carried: Collection[str] = ()
    known: Collection[str] = ()
    is_dated: Callable[[str], bool] = lambda _: False


def read_side_table(name: TableName, place: Place, spec: TableSpec, faults: Faults) -> list[list[CellNode]]:
    """Read the rows of a table that is named at a place; empty rows are left out, the header is the first.

    Where something is wrong with the table, there are faults and no rows; a cell that is not what a clerk
    sees has failed. What is doubtful is added too.
    """
    try:
        file = _file(spec.folder, name.file)
        grid = sheets.read(file, name.file, name.sheet, megabytes=MEGABYTES, carried=spec.carried)
    except DataError as error:
        for fault in error.faults:
            faults.add_beside(place, fault)
        return []
    if len(grid.lines) <= 1 and not grid.faults:
        what = "под названиями граф нет ни одной строки" if grid.lines else "таблица пуста"
        called = f"{name.file}#{name.sheet}" if name.sheet else name.file
        hint = "в первой строке нужны названия граф, ниже строки"
        faults.add(TABLE_EMPTY, place, f"«{called}»: {what}", hint)
        return []
    return _rows(grid, name.file, spec, faults)


def _file(folder: Folder, name: str) -> Path | bytes:
    """The file of a table, or its content.

    Raises:
        DataError: There is no such content.
    """
    if isinstance(folder, Path):
        return folder / name
    if name not in folder:
        raise refuse_file(FILE_UNREADABLE, name, "такого файла нет", "проверьте имя и папку")
    return folder[name]


def _rows(grid: Grid, file: str, spec: TableSpec, faults: Faults) -> list[list[CellNode]]:
    """The cells of a table, with everything reported that is wrong with them; none when it cannot be read."""
    below = header_below(grid.lines, spec.known)
    wrong = [below] if below else [*grid.faults, *_too_large(grid)]
    for fault in (*wrong, *grid.merged, *grid.cell_faults):
        place = _place(grid, file, fault.row, fault.column)
        faults.add(fault.kind, place, fault.message, fault.hint)
    partial = (doubt for doubt in grid.partial_dates if not spec.is_dated(_head(grid, doubt)))
    faults.doubts += (_doubt(grid, file, doubt, spec.path) for doubt in (*grid.doubts, *partial))
    failed = {(fault.row, fault.column) for fault in grid.cell_faults}
    return [] if wrong else [_cells(grid, file, line, failed) for line in grid.lines]


def _doubt(grid: Grid, file: str, doubt: GridFinding, path: findings.Path) -> Finding:
    message = f"{_place(grid, file, doubt.row, doubt.column)}: {doubt.message}"
    return doubt.kind.finding(message, doubt.hint, path)


def _head(grid: Grid, doubt: GridFinding) -> str:
    """The name of the column of a cell."""
    return "".join(grid.lines[0][1][doubt.column - 1 : doubt.column])


def _too_large(grid: Grid) -> Iterator[GridFinding]:
    if len(grid.lines) > _MOST_ROWS:
        message = f"в таблице больше {_MOST_ROWS} строк"
        yield GridFinding(kind=DATA_OVERSIZED, message=message, hint="разделите её на части")
    wide = (row for row, cells in grid.lines if any(cells[_MOST_COLUMNS:]))
    for row in islice(wide, 1):
        message = f"в таблице больше {_MOST_COLUMNS} граф"
        yield GridFinding(kind=DATA_OVERSIZED, row=row, message=message, hint="уберите лишние графы")


def _cells(grid: Grid, file: str, line: Line, failed: Collection[tuple[int, int]]) -> list[CellNode]:
    row, texts = line
    places = (_place(grid, file, row, column) for column, _ in enumerate(texts, 1))
    return [
        FailedNode(place=place) if (row, column) in failed else ScalarNode(text=text or None, place=place)
        for column, (text, place) in enumerate(zip(texts, places, strict=False), 1)
    ]


def _place(grid: Grid, file: str, row: int, column: int) -> Place:
    """A place in a table; a csv has lines too."""
    return Place(file=file, line=0 if grid.sheet else row, cell=CellPlace(grid.sheet, row, column))

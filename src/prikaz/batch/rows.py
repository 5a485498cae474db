"""Rows of a table, one for each order: Excel, csv, YAML."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final

from attrs import field, frozen

from prikaz import files, sheets
from prikaz.batch.outcomes import BatchError, Fault, fault
from prikaz.language.words.spelling import fold
from prikaz.sheets import Grid, GridFinding, Line, TableName
from prikaz.sheets.cells import CELL_UNREADABLE, cell_fault
from prikaz.sheets.layout import COLUMN_NAMELESS, COLUMN_REPEATED, TABLE_EMPTY, header_below

#: Suffixes of rows that are no table.
_RECORDS: Final = frozenset({".yaml", ".yml", ".json"})
_EMPTY: Final = "нет ни одной строки с данными"
_FILL: Final = "в первой строке нужны названия граф, ниже строки"
_RENAME: Final = "назовите одну иначе"


@frozen(kw_only=True)
class DataRow:
    """A row of a table (строка).

    Attributes:
        number: Its number among the rows with data, from 1.
        place: Where a clerk finds it, "школы.xlsx, строка 7".
        values: Texts by the name of the column; empty cells are left out.
        cell_faults: By the name of the column, what is wrong with its cell: the text is not what a clerk
            sees in it.
    """

    number: int
    place: str
    values: tuple[tuple[str, str], ...]
    cell_faults: tuple[tuple[str, GridFinding], ...] = ()


@frozen(kw_only=True)
class DataTable:
    """A table (таблица).

    Attributes:
        place: Where a clerk finds it: its file, and its sheet if there are several.
        columns: Names of its columns.
        rows: Its rows, at least one.
        doubts: What was read and may not be meant.
    """

    place: str
    columns: tuple[str, ...]
    rows: tuple[DataRow, ...] = field(repr=False)
    doubts: tuple[Fault, ...] = ()


def read_table(source: str | os.PathLike[str], known: Collection[str] = ()) -> DataTable:
    """Read a table; the first row names the columns, empty rows are left out.

    Args:
        source: The file; after «#» the sheet of a workbook: "школы.xlsx#Лист2", the first one by default.
        known: Folded names of columns, by which they are found below titles, to say so.

    Raises:
        BatchError: The table has no rows, two columns of one name, a cell without a column, names of columns
            not in its first row, or cells merged over several rows.
        DataError: The file cannot be read, is no table, or has no such sheet.
    """
    name = sheets.parse_table_name(os.fspath(source)) or TableName(os.fspath(source))
    path = Path(name.file)
    if path.suffix.lower() in _RECORDS:
        return _of_records(path)
    grid = sheets.read(path, name.file, name.sheet)
    if not grid.sheet:
        return _of_grid(path.name, grid, known)
    place = f"{path.name}, лист «{grid.sheet}»" if name.sheet or grid.other_sheets else path.name
    is_other = grid.other_sheets and not name.sheet
    advice = f"укажите лист: {path.name}#{grid.other_sheets[0]}" if is_other else _FILL
    return _of_grid(place, grid, known, advice)


def _of_grid(place: str, grid: Grid, known: Collection[str], advice: str = _FILL) -> DataTable:
    """A table of rows of cells; ``advice`` is for one without rows."""
    below = header_below(grid.lines, known)
    in_header = [finding for finding in grid.cell_faults if finding.row == next(iter(grid.lines), (0,))[0]]
    if wrong := [below] if below else [*grid.faults, *grid.merged, *in_header]:
        raise BatchError([_fault(place, finding) for finding in wrong])
    if len(grid.lines) < 2:  # noqa: PLR2004 (the names of the columns, and a row)
        raise BatchError([fault(TABLE_EMPTY, _EMPTY, advice, place=place)])
    heads = _heads(place, grid.lines[0][1])
    _refuse_nameless(place, heads, grid.lines)
    by_row: dict[int, list[GridFinding]] = {}
    for finding in grid.cell_faults:
        by_row.setdefault(finding.row, []).append(finding)
    rows = (
        _row(count, f"{place}, строка {number}", heads, cells, by_row.get(number, ()))
        for count, (number, cells) in enumerate(grid.lines[1:], 1)
    )
    return DataTable(
        place=place,
        columns=tuple(head for head in heads if head),
        rows=tuple(rows),
        doubts=tuple(_fault(place, doubt, heads) for doubt in (*grid.doubts, *grid.partial_dates)),
    )


def _fault(place: str, finding: GridFinding, heads: Sequence[str] = ()) -> Fault:
    where = f"{place}, строка {finding.row}" if finding.row else place
    column = heads[finding.column - 1] if heads and finding.column else ""
    return fault(finding.kind, finding.message, finding.hint, place=where, column=column)


def _heads(place: str, cells: Sequence[str]) -> list[str]:
    heads = [" ".join(cell.split()) for cell in cells]
    folded = [fold(head) for head in heads if head]
    twice = sorted({head for head in folded if folded.count(head) > 1})
    if twice:
        raise BatchError(
            [fault(COLUMN_REPEATED, f"две графы «{head}»", _RENAME, place=place) for head in twice]
        )
    return heads


def _refuse_nameless(place: str, heads: Sequence[str], lines: Iterable[Line]) -> None:
    """Refuse cells of columns without a name: the others may have shifted."""
    found: dict[int, list[tuple[int, str]]] = {}
    for line, cells in lines:
        for column, (head, cell) in enumerate(zip_longest(heads, cells, fillvalue="")):
            if cell and not head:
                found.setdefault(column, []).append((line, cell))
    if found:
        raise BatchError([_nameless(place, cells) for cells in found.values()])


def _nameless(place: str, cells: Sequence[tuple[int, str]]) -> Fault:
    """One column without a name, by the first of its cells."""
    line, cell = cells[0]
    several = f" (таких строк {len(cells)})" if len(cells) > 1 else ""
    message = f"у ячейки «{cell}» нет графы{several}"
    hint = "проверьте разделители и названия граф"
    return fault(COLUMN_NAMELESS, message, hint, place=f"{place}, строка {line}")


def _row(
    number: int, place: str, heads: Sequence[str], cells: Sequence[str], findings: Iterable[GridFinding]
) -> DataRow:
    """A row of cells by their heads."""
    values = tuple((head, cell) for head, cell in zip(heads, cells, strict=False) if cell)
    cell_faults = ((heads[finding.column - 1], finding) for finding in findings)
    return DataRow(number=number, place=place, values=values, cell_faults=tuple(cell_faults))


def _of_records(path: Path) -> DataTable:
    """A table of a list of mappings."""
    rows = files.read_rows(path)
    if not rows:
        hint = "ожидался список: каждая строка таблицы начинается с тире"
        raise BatchError([fault(TABLE_EMPTY, _EMPTY, hint, place=path.name)])
    heads = dict.fromkeys(key for row in rows for key, _ in row.values)
    records = (_of_record(number, path.name, row) for number, row in enumerate(rows, 1))
    return DataTable(place=path.name, columns=tuple(heads), rows=tuple(records))


def _of_record(number: int, file: str, row: files.PlainRow) -> DataRow:
    values = tuple((key, text) for key, text in row.values if text)
    cell_faults = (
        (key, GridFinding(kind=CELL_UNREADABLE, message=found[0], hint=found[1]))
        for key, text in values
        if (found := cell_fault(text))
    )
    place = f"{file}, строка {row.line}"
    return DataRow(number=number, place=place, values=values, cell_faults=tuple(cell_faults))

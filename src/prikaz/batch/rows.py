"""Rows of a table, one for each order: Excel, csv, YAML."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final

from attrs import field, frozen

from prikaz.batch.outcomes import BatchError, Fault
from prikaz.encodings import decode, refuse_reading
from prikaz.errors import PackageError
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import MappingEntry, MappingNode, ScalarNode, SequenceNode
from prikaz.files.nodes.source import Dialect, Source
from prikaz.files.syntax.parsing import parse
from prikaz.language.words.spelling import fold
from prikaz.sheets.cells import cell_flaw
from prikaz.sheets.csv import read_csv
from prikaz.sheets.grid import Grid, Line, Remark
from prikaz.sheets.remarks import header_below
from prikaz.sheets.workbook import read_sheet

#: A table of all schools of a large country is some ten megabytes.
_LARGEST: Final = 64 * 2**20
_KINDS: Final = "сохраните её как .xlsx, .csv или .yaml"
_EMPTY: Final = "нет ни одной строки с данными"
_FILL: Final = "в первой строке нужны названия граф, ниже строки"
_RENAME: Final = "назовите одну иначе"
_WITH_SHEET: Final = re.compile(r"(?P<file>.+\.xlsx)#(?P<sheet>.+)", re.IGNORECASE | re.DOTALL)


@frozen(kw_only=True)
class DataRow:
    """A row of a table (строка).

    Attributes:
        number: Its number among the rows with data, from 1.
        place: Where a clerk finds it, "школы.xlsx, строка 7".
        values: Texts by the name of the column; empty cells are left out.
        flaws: By the name of the column, what is wrong with a text and what to do: it is not what a clerk
            sees in the cell.
    """

    number: int
    place: str
    values: tuple[tuple[str, str], ...]
    flaws: tuple[tuple[str, tuple[str, str]], ...] = ()


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
        known: Folded names of columns, by which they are found below titles, to be told.

    Raises:
        BatchError: The file is no table, has no rows, two columns of one name, a cell without a column, names
            of columns not in its first row, or cells merged over several rows.
        DataError: The file cannot be read, or has no such sheet.
    """
    match = _WITH_SHEET.fullmatch(os.fspath(source))
    path, sheet = (Path(match["file"]), match["sheet"]) if match else (Path(source), "")
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return _of_sheet(path, sheet, known)
    if suffix == ".csv":
        return _of_grid(path.name, read_csv(decode(_content(path), str(path))), known)
    if suffix in {".yaml", ".yml", ".json"}:
        return _of_records(path)
    raise BatchError([Fault(message=f"«{path.name}»: не таблица", hint=_KINDS)])


def _of_sheet(path: Path, title: str, known: Collection[str]) -> DataTable:
    try:
        grid = read_sheet(_content(path), path.name, title)
    except PackageError as error:
        told = f"«{path.name}»: это не книга Excel: {error}"
        raise BatchError([Fault(message=told, hint="сохраните её заново как .xlsx")]) from error
    place = f"{path.name}, лист «{grid.sheet}»" if title or grid.others else path.name
    advice = f"укажите лист: {path.name}#{grid.others[0]}" if grid.others and not title else _FILL
    return _of_grid(place, grid, known, advice)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise BatchError([Fault(message=f"«{path.name}»: файл больше {_LARGEST // 2**20} МБ")])
        return path.read_bytes()
    except OSError as error:
        raise refuse_reading(str(path), error) from error


def _of_grid(place: str, grid: Grid, known: Collection[str], advice: str = _FILL) -> DataTable:
    """A table of rows of cells; ``advice`` is for one without rows."""
    below = header_below(grid.lines, known)
    spoilt = [remark for remark in grid.flaws if remark.row == next(iter(grid.lines), (0,))[0]]
    if wrong := [below] if below else [*grid.faults, *grid.merged, *spoilt]:
        raise BatchError([_fault(place, remark) for remark in wrong])
    if len(grid.lines) < 2:  # noqa: PLR2004 (the names of the columns, and a row)
        raise BatchError([Fault(place=place, message=_EMPTY, hint=advice)])
    heads = _heads(place, grid.lines[0][1])
    _refuse_nameless(place, heads, grid.lines)
    flaws: dict[int, list[Remark]] = {}
    for remark in grid.flaws:
        flaws.setdefault(remark.row, []).append(remark)
    rows = (
        _row(count, f"{place}, строка {number}", heads, cells, flaws.get(number, ()))
        for count, (number, cells) in enumerate(grid.lines[1:], 1)
    )
    return DataTable(
        place=place,
        columns=tuple(head for head in heads if head),
        rows=tuple(rows),
        doubts=tuple(_fault(place, remark, heads) for remark in (*grid.doubts, *grid.cut_dates)),
    )


def _fault(place: str, remark: Remark, heads: Sequence[str] = ()) -> Fault:
    where = f"{place}, строка {remark.row}" if remark.row else place
    column = heads[remark.column - 1] if heads and remark.column else ""
    return Fault(place=where, column=column, message=remark.message, hint=remark.hint)


def _heads(place: str, cells: Sequence[str]) -> list[str]:
    heads = [" ".join(cell.split()) for cell in cells]
    folded = [fold(head) for head in heads if head]
    twice = sorted({head for head in folded if folded.count(head) > 1})
    if twice:
        raise BatchError([Fault(place=place, message=f"две графы «{head}»", hint=_RENAME) for head in twice])
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
    told = f"у ячейки «{cell}» нет графы{several}"
    return Fault(place=f"{place}, строка {line}", message=told, hint="проверьте разделители и названия граф")


def _row(
    number: int, place: str, heads: Sequence[str], cells: Sequence[str], flaws: Iterable[Remark]
) -> DataRow:
    """A row of cells by their heads."""
    values = tuple((head, cell) for head, cell in zip(heads, cells, strict=False) if cell)
    told = ((heads[remark.column - 1], (remark.message, remark.hint)) for remark in flaws)
    return DataRow(number=number, place=place, values=values, flaws=tuple(told))


def _of_records(path: Path) -> DataTable:
    """A table of a list of mappings."""
    faults = Faults()
    dialect = Dialect.JSON if path.suffix.lower() == ".json" else Dialect.YAML
    text = decode(_content(path), str(path)).replace("\r\n", "\n")
    node = parse(Source(name=str(path), text=text, dialect=dialect), faults)
    items = node.items if isinstance(node, SequenceNode) else ()
    for item in items:
        if not isinstance(item, MappingNode) or not all(map(_is_text, item.entries)):
            faults.add(item.place, "ожидались пары «графа: значение»")
        else:
            _tell_twice(item, faults)
    if faults.found:
        raise faults.fail()
    if not items:
        hint = "ожидался список: каждая строка таблицы начинается с тире"
        raise BatchError([Fault(place=path.name, message=_EMPTY, hint=hint)])
    records = [item for item in items if isinstance(item, MappingNode)]
    heads = dict.fromkeys(entry.key for record in records for entry in record.entries)
    rows = (
        _of_record(number, f"{path.name}, строка {record.place.line}", record)
        for number, record in enumerate(records, 1)
    )
    return DataTable(place=path.name, columns=tuple(heads), rows=tuple(rows))


def _tell_twice(record: MappingNode, faults: Faults) -> None:
    """Tell columns of one record that differ in capitals only: one of them would be lost."""
    seen: dict[str, str] = {}
    for entry in record.entries:
        if seen.setdefault(fold(entry.key), entry.key) != entry.key:
            faults.add(entry.place, f"две графы «{fold(entry.key)}»", _RENAME)


def _is_text(entry: MappingEntry) -> bool:
    return isinstance(entry.value, ScalarNode)


def _of_record(number: int, place: str, record: MappingNode) -> DataRow:
    values = tuple(
        (entry.key, entry.value.text)
        for entry in record.entries
        if isinstance(entry.value, ScalarNode) and entry.value.text
    )
    flaws = ((key, told) for key, text in values if (told := cell_flaw(text)))
    return DataRow(number=number, place=place, values=values, flaws=tuple(flaws))

"""Rows of a table, one for each order: Excel, csv, YAML."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final

from attrs import field, frozen

from prikaz.batch.outcomes import BatchError, Fault
from prikaz.batch.workbook import read_sheet
from prikaz.files.encodings import decode, refuse_reading
from prikaz.files.faults import Faults
from prikaz.files.keys import fold
from prikaz.files.nodes import Dictionary, Entry, Listing, Scalar
from prikaz.files.parsing import parse
from prikaz.files.source import Dialect, Source

#: A table of all schools of a large country is some ten megabytes.
_LARGEST: Final = 64 * 2**20
_KINDS: Final = "сохраните её как .xlsx, .csv или .yaml"
_EMPTY: Final = "нет ни одной строки с данными"
_FILL: Final = "в первой строке нужны названия граф, ниже строки"
_RENAME: Final = "назовите одну иначе"
_WITH_SHEET: Final = re.compile(r"(?P<file>.+\.xlsx)#(?P<sheet>.+)", re.IGNORECASE | re.DOTALL)
#: What Excel writes in the first line of a csv: which sign parts its cells.
_SEPARATOR: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


@frozen(kw_only=True)
class Row:
    """A row of a table (строка).

    Attributes:
        number: Its number among the rows with data, from 1.
        place: Where a clerk finds it, "школы.xlsx, строка 7".
        values: Texts by the name of the column; empty cells are left out.
    """

    number: int
    place: str
    values: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class Table:
    """A table (таблица).

    Attributes:
        place: Where a clerk finds it: its file, and its sheet if there are several.
        columns: Names of its columns.
        rows: Its rows, at least one.
    """

    place: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)


def read_table(source: str | os.PathLike[str]) -> Table:
    """Read a table; the first row names the columns, empty rows are left out.

    Args:
        source: The file; after «#» the sheet of a workbook: "школы.xlsx#Лист2", the first one by default.

    Raises:
        BatchError: The file is no table, has no rows, two columns of one name, a cell without a column, or
            cells merged over several rows.
        DataError: The file cannot be read.
    """
    match = _WITH_SHEET.fullmatch(os.fspath(source))
    path, sheet = (Path(match["file"]), match["sheet"]) if match else (Path(source), "")
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return _of_sheet(path, sheet)
    if suffix == ".csv":
        return _of_lines(path.name, _csv(path))
    if suffix in {".yaml", ".yml", ".json"}:
        return _of_records(path)
    raise BatchError([Fault(message=f"«{path.name}»: не таблица", hint=_KINDS)])


def _of_sheet(path: Path, title: str) -> Table:
    sheet = read_sheet(_content(path), path.name, title)
    place = f"{path.name}, лист «{sheet.title}»" if sheet.others else path.name
    advice = f"укажите лист: {path.name}#{sheet.others[0]}" if sheet.others and not title else _FILL
    table = _of_lines(place, enumerate(sheet.rows, 1), advice)
    if sheet.merged:
        raise BatchError([_merged(place, cells) for cells in sheet.merged])
    return table


def _merged(place: str, cells: str) -> Fault:
    """Cells whose value would be that of the upper row only."""
    told = f"ячейки {cells} объединены; написанное в них относилось бы только к верхней строке"
    return Fault(place=place, message=told, hint="разъедините их и повторите значение в каждой строке")


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise BatchError([Fault(message=f"«{path.name}»: файл больше {_LARGEST // 2**20} МБ")])
        return path.read_bytes()
    except OSError as error:
        raise refuse_reading(str(path), error) from error


def _csv(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Rows of a csv with the lines they begin at."""
    text = decode(_content(path), str(path))
    told = _SEPARATOR.match(text)
    delimiter = told[1] if told else max(";\t,", key=text.partition("\n")[0].count)
    stream = io.StringIO(text[told.end() :] if told else text, newline="")
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    first = line = 2 if told else 1
    try:
        for cells in reader:
            yield line, cells
            line = first + reader.line_num
    except csv.Error as error:
        fault = Fault(
            place=f"{path.name}, строка {line}", message="строка не читается", hint="проверьте кавычки"
        )
        raise BatchError([fault]) from error


def _of_lines(place: str, lines: Iterable[tuple[int, Sequence[str]]], advice: str = _FILL) -> Table:
    """A table of rows of cells, each with the number of its line; ``advice`` is for one without rows."""
    filled = [(line, cells) for line, cells in lines if any(cell.strip() for cell in cells)]
    if len(filled) < 2:  # noqa: PLR2004 (the names of the columns, and a row)
        raise BatchError([Fault(place=place, message=_EMPTY, hint=advice)])
    heads = _heads(place, filled[0][1])
    _refuse_nameless(place, heads, filled)
    rows = tuple(
        _row(number, f"{place}, строка {line}", heads, cells)
        for number, (line, cells) in enumerate(filled[1:], 1)
    )
    return Table(place=place, columns=tuple(head for head in heads if head), rows=rows)


def _heads(place: str, cells: Sequence[str]) -> list[str]:
    heads = [" ".join(cell.split()) for cell in cells]
    folded = [fold(head) for head in heads if head]
    twice = sorted({head for head in folded if folded.count(head) > 1})
    if twice:
        raise BatchError([Fault(place=place, message=f"две графы «{head}»", hint=_RENAME) for head in twice])
    return heads


def _refuse_nameless(place: str, heads: Sequence[str], lines: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Refuse cells of columns without a name: the others may have shifted."""
    found: dict[int, list[tuple[int, str]]] = {}
    for line, cells in lines:
        for column, (head, cell) in enumerate(zip_longest(heads, cells, fillvalue="")):
            if not head and cell.strip():
                found.setdefault(column, []).append((line, cell.strip()))
    named = [head for head in heads if head]
    if found and len(named) == 1:
        told = f"названа одна графа, «{named[0]}», а ниже их больше"
        hint = "названия граф пишут в первой строке: уберите строки над ними"
        raise BatchError([Fault(place=f"{place}, строка {lines[0][0]}", message=told, hint=hint)])
    if found:
        raise BatchError([_nameless(place, cells) for cells in found.values()])


def _nameless(place: str, cells: Sequence[tuple[int, str]]) -> Fault:
    """One column without a name, by the first of its cells."""
    line, cell = cells[0]
    several = f" (таких строк {len(cells)})" if len(cells) > 1 else ""
    told = f"у ячейки «{cell}» нет графы{several}"
    return Fault(place=f"{place}, строка {line}", message=told, hint="проверьте разделители и названия граф")


def _row(number: int, place: str, heads: Sequence[str], cells: Sequence[str]) -> Row:
    """A row of cells by their heads."""
    values = ((head, text) for head, cell in zip(heads, cells, strict=False) if (text := cell.strip()))
    return Row(number=number, place=place, values=tuple(values))


def _of_records(path: Path) -> Table:
    """A table of a list of mappings."""
    faults = Faults()
    dialect = Dialect.JSON if path.suffix.lower() == ".json" else Dialect.YAML
    text = decode(_content(path), str(path)).replace("\r\n", "\n")
    node = parse(Source(name=str(path), text=text, dialect=dialect), faults)
    items = node.items if isinstance(node, Listing) else ()
    for item in items:
        if not isinstance(item, Dictionary) or not all(map(_is_text, item.entries)):
            faults.add(item.place, "ожидались пары «графа: значение»")
        else:
            _tell_twice(item, faults)
    if faults.found:
        raise faults.fail()
    if not items:
        hint = "ожидался список: каждая строка таблицы начинается с тире"
        raise BatchError([Fault(place=path.name, message=_EMPTY, hint=hint)])
    records = [item for item in items if isinstance(item, Dictionary)]
    heads = dict.fromkeys(entry.key for record in records for entry in record.entries)
    rows = (
        Row(number=number, place=f"{path.name}, строка {record.place.line}", values=_texts(record))
        for number, record in enumerate(records, 1)
    )
    return Table(place=path.name, columns=tuple(heads), rows=tuple(rows))


def _tell_twice(record: Dictionary, faults: Faults) -> None:
    """Tell columns of one record that differ in capitals only: one of them would be lost."""
    seen: dict[str, str] = {}
    for entry in record.entries:
        if seen.setdefault(fold(entry.key), entry.key) != entry.key:
            faults.add(entry.place, f"две графы «{fold(entry.key)}»", _RENAME)


def _is_text(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar)


def _texts(record: Dictionary) -> tuple[tuple[str, str], ...]:
    return tuple(
        (entry.key, entry.value.text)
        for entry in record.entries
        if isinstance(entry.value, Scalar) and entry.value.text
    )

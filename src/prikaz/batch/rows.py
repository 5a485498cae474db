"""Rows of a table, one for each order: Excel, csv, YAML."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final

from attrs import field, frozen

from prikaz.batch.outcomes import BatchError, Fault
from prikaz.docx.archive import read_archive
from prikaz.errors import PackageError
from prikaz.files.encodings import decode, refuse_reading
from prikaz.files.faults import Faults
from prikaz.files.keys import fold
from prikaz.files.nodes import Dictionary, Entry, Listing, Scalar
from prikaz.files.sheets import cell_text
from prikaz.files.source import Dialect, Source
from prikaz.files.parsing import parse

#: A table of all schools of a large country is some ten megabytes.
_LARGEST: Final = 64 * 2**20
_KINDS: Final = "ожидалась таблица .xlsx, .csv или .yaml"


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
    """A table: names of its columns, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)


def read_table(path: Path) -> Table:
    """Read a table; the first row names the columns, empty rows are left out.

    Raises:
        BatchError: The file is no table, two columns have one name, or a cell has no column.
        DataError: The file cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return _of_lines(path.name, enumerate(_workbook(path), 1))
    if suffix == ".csv":
        return _of_lines(path.name, _csv(path))
    if suffix in {".yaml", ".yml", ".json"}:
        return _of_records(path)
    raise BatchError([Fault(message=f"«{path.name}»: не таблица", hint=_KINDS)])


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
    delimiter = max(";\t,", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        fault = Fault(
            place=f"{path.name}, строка {line}", message="строка не читается", hint="проверьте кавычки"
        )
        raise BatchError([fault]) from error


def _workbook(path: Path) -> Iterator[list[str]]:
    import openpyxl  # noqa: PLC0415 (100 ms, and only tables need it)

    content = _content(path)
    try:
        read_archive(content)
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for cells in book.worksheets[0].iter_rows():
            yield [cell_text(cell.value, cell.number_format) or "" for cell in cells]
    except (PackageError, KeyError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        fault = Fault(message=f"«{path.name}»: это не книга Excel", hint="сохраните её заново как .xlsx")
        raise BatchError([fault]) from error


def _of_lines(name: str, lines: Iterable[tuple[int, Sequence[str]]]) -> Table:
    """A table of rows of cells, each with the number of its line."""
    filled = ((number, cells) for number, cells in lines if any(cell.strip() for cell in cells))
    heads = _heads(name, next(filled, (0, ()))[1])
    faults: list[Fault] = []
    rows = tuple(
        _row(number, f"{name}, строка {line}", heads, cells, faults)
        for number, (line, cells) in enumerate(filled, 1)
    )
    if faults:
        raise BatchError(faults)
    return Table(columns=tuple(head for head in heads if head), rows=rows)


def _heads(name: str, cells: Sequence[str]) -> list[str]:
    heads = [" ".join(cell.split()) for cell in cells]
    folded = [fold(head) for head in heads if head]
    twice = sorted({head for head in folded if folded.count(head) > 1})
    if twice:
        raise BatchError([Fault(message=f"«{name}»: две графы «{head}»") for head in twice])
    return heads


def _row(number: int, place: str, heads: Sequence[str], cells: Sequence[str], faults: list[Fault]) -> Row:
    """A row of cells by their heads; a cell without one is a fault: the cells may have shifted."""
    pairs = zip_longest(heads, (cell.strip() for cell in cells), fillvalue="")
    values = tuple((head, cell) for head, cell in pairs if cell)
    hint = "проверьте разделители и названия граф"
    faults += (
        Fault(place=place, message=f"у ячейки «{cell}» нет графы", hint=hint)
        for head, cell in values
        if not head
    )
    return Row(number=number, place=place, values=values)


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
    if faults.found:
        raise faults.fail()
    records = [item for item in items if isinstance(item, Dictionary)]
    heads = dict.fromkeys(entry.key for record in records for entry in record.entries)
    rows = (
        Row(number=number, place=f"{path.name}, строка {record.place.line}", values=_texts(record))
        for number, record in enumerate(records, 1)
    )
    return Table(columns=tuple(heads), rows=tuple(rows))


def _is_text(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar)


def _texts(record: Dictionary) -> tuple[tuple[str, str], ...]:
    return tuple(
        (entry.key, entry.value.text)
        for entry in record.entries
        if isinstance(entry.value, Scalar) and entry.value.text
    )

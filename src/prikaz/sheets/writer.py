"""Changes of cells in a workbook or a csv; all else in the file stays as it was."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from prikaz.encodings import decode, decode_text, encode_like
from prikaz.errors import LanguageError
from prikaz.language.time.dates import parse_date
from prikaz.sheets.cell_place import CellPlace
from prikaz.sheets.csv import find_dialect, numbered_rows

_PROPERTIES: Final = "docProps/core.xml"


class CellChange(NamedTuple):
    """A cell and the text that it is to show (правка ячейки)."""

    place: CellPlace
    text: str


def write_cells(content: bytes, name: str, changes: Iterable[CellChange]) -> bytes:
    """The content of a table with other texts in some of its cells.

    A cell of a workbook that held a date or a number holds one again, if its new text is one.

    Args:
        content: The bytes of the table.
        name: Its file; its suffix says what it is.
        changes: The cells, each at most once; one right behind the last column begins a new column.

    Raises:
        LookupError: There is no such cell.
    """
    if PurePath(name).suffix.lower() == ".csv":
        return _write_csv(content, name, changes)
    return _write_workbook(content, changes)


def _write_csv(content: bytes, name: str, changes: Iterable[CellChange]) -> bytes:
    text = decode_text(content, name)
    dialect = find_dialect(text)
    rows = dict(numbered_rows(text, dialect))
    width = max(map(len, rows.values()), default=0)
    for place, new in changes:
        row = rows[place.row]
        if place.column == width + 1:
            width += 1
        row += [""] * (min(place.column, width) - len(row))
        row[place.column - 1] = new
    end = "\r\n" if "\r\n" in decode(content, name) else "\n"
    stream = io.StringIO(newline="")
    stream.write(dialect.first_line.replace("\n", end))
    csv.writer(stream, delimiter=dialect.separator, lineterminator=end).writerows(rows.values())
    return encode_like(stream.getvalue(), content)


def _write_workbook(content: bytes, changes: Iterable[CellChange]) -> bytes:
    import openpyxl  # noqa: PLC0415 (100 ms, and few files need it)

    book = openpyxl.load_workbook(io.BytesIO(content))
    shown = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    for place, text in changes:
        old = shown[place.sheet][place.address].value
        book[place.sheet][place.address].value = _of_the_same_type(old, text)
    modified = book.properties.modified
    stream = io.BytesIO()
    book.save(stream)
    book.properties.modified = modified
    return _with_properties(stream.getvalue(), book.properties)


def _with_properties(workbook: bytes, properties: Any) -> bytes:  # noqa: ANN401 (as openpyxl has them)
    """The same workbook with its own properties, and without times: saving dates it by the clock."""
    from openpyxl.xml.functions import tostring  # noqa: PLC0415 (with the workbook)

    from prikaz.opc.archive import deflated, read_archive, write_archive  # noqa: PLC0415 (few files need it)

    return write_archive(
        deflated(_PROPERTIES, tostring(properties.to_tree())) if entry.name == _PROPERTIES else entry
        for entry in read_archive(workbook)
    )


def _of_the_same_type(old: object, text: str) -> str | int | dt.date | None:
    """A new value of the type that the cell held: a date stays a date, a number a number."""
    parse: Callable[[str], int | dt.date] | None = _PARSERS.get(type(old))
    if not text:
        return None
    try:
        return parse(text) if parse else text
    except (LanguageError, ValueError):
        return text


def _midnight(text: str) -> dt.datetime:
    return dt.datetime.combine(parse_date(text), dt.time())


_PARSERS: Final[dict[type, Callable[[str], int | dt.date]]] = {
    dt.datetime: _midnight,
    dt.date: parse_date,
    int: int,
}

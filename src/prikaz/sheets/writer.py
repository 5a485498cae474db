"""Changes of cells in a workbook or a csv; all else in the file stays as it was."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from prikaz.encodings import decode, decode_text, encode_like
from prikaz.errors import LanguageError, PackageError
from prikaz.language.time.dates import parse_date
from prikaz.sheets.cell_place import CellPlace
from prikaz.sheets.csv import find_dialect, numbered_rows
from prikaz.sheets.opening import load_workbook, refuse_workbook, refusing_damaged, sheet_parts
from prikaz.sheets.sheet_xml import read_markup

if TYPE_CHECKING:
    from prikaz.opc.archive import ArchiveEntry

_PROPERTIES: Final = "docProps/core.xml"
#: Merged cells of all sheets, empty ones too.
_MOST_MERGED: Final = 1_000_000


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
        LookupError: There is no such sheet, or a csv has no such cell.
        DataError: A workbook is damaged.
    """
    if PurePath(name).suffix.lower() == ".csv":
        return _write_csv(content, name, changes)
    try:
        return _write_workbook(content, changes)
    except PackageError as error:
        raise refuse_workbook(name, error) from error


def _write_csv(content: bytes, name: str, changes: Iterable[CellChange]) -> bytes:
    text = decode_text(content, name)
    dialect = find_dialect(text)
    rows = dict(numbered_rows(text, dialect))
    width = max(map(len, rows.values()), default=0)
    for place, new in changes:
        row = rows[place.row]
        if place.column > width + 1:  # a column may be added behind the last
            raise LookupError(place)
        width = max(width, place.column)
        row += [""] * (place.column - len(row))
        row[place.column - 1] = new
    end = "\r\n" if "\r\n" in decode(content, name) else "\n"
    stream = io.StringIO(newline="")
    stream.write(dialect.first_line.replace("\n", end))
    csv.writer(stream, delimiter=dialect.separator, lineterminator=end).writerows(rows.values())
    return encode_like(stream.getvalue(), content)


def _write_workbook(content: bytes, changes: Iterable[CellChange]) -> bytes:
    _refuse_wide_merges(sheet_parts(content))
    book, shown = load_workbook(content), load_workbook(content, data_only=True)
    changed = [(book[place.sheet], shown[place.sheet], place, text) for place, text in changes]
    stream = io.BytesIO()
    with refusing_damaged():
        for sheet, values, place, text in changed:
            sheet[place.address].value = _of_the_same_type(values[place.address].value, text)
        modified = book.properties.modified
        book.save(stream)
        book.properties.modified = modified
        return with_properties(stream.getvalue(), book.properties)


def _refuse_wide_merges(parts: Mapping[str, ArchiveEntry]) -> None:
    """Refuse merged cells without bounds: openpyxl makes an object of each of them.

    Raises:
        PackageError: There are such.
    """
    merges = (merge for part in parts.values() for merge in read_markup(part.read()).merges)
    if (
        sum((merge.right - merge.left + 1) * (merge.bottom - merge.top + 1) for merge in merges)
        > _MOST_MERGED
    ):
        raise PackageError("в ней объединены целые листы")


def with_properties(workbook: bytes, properties: Any) -> bytes:  # noqa: ANN401 (as openpyxl has them)
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

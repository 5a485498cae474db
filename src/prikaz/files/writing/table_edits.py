"""Changes of an order as changes of the cells of its tables: workbooks of Excel, and csv."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from prikaz.encodings import decode, encode_like, read_text
from prikaz.errors import LanguageError
from prikaz.files.nodes.nodes import Place
from prikaz.files.writing.edits import Edit, UneditableError
from prikaz.language.time.dates import parse_date
from prikaz.sheets.cells import cell_text
from prikaz.sheets.csv import find_dialect, numbered_rows

_CALLED: Final = re.compile(r"лист «(?P<sheet>.*)», ячейка (?P<cell>[A-Z]+\d+)|графа (?P<column>\d+)")
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_PART: Final = re.compile(r"[^;\n]*[^;\s]")


@frozen
class CellEdit:
    """A change of a cell with the place of the cell."""

    place: Place
    edit: Edit


def edit_table(path: Path, edits: Sequence[CellEdit]) -> bytes:
    """The content of a table with changes made in its cells; all else stays.

    Raises:
        UneditableError: The words of a change do not stand in their cell.
    """
    return _csv(path, edits) if path.suffix.lower() == ".csv" else _workbook(path, edits)


def _csv(path: Path, edits: Sequence[CellEdit]) -> bytes:
    text = read_text(path, path.name)
    dialect = find_dialect(text)
    rows = dict(numbered_rows(text, dialect))
    for place, group in _by_cell(edits):
        row, column = rows[place.line], int(_called(place)["column"]) - 1
        row[column] = edit_cell(row[column].strip(), group)
    content = path.read_bytes()
    end = "\r\n" if "\r\n" in decode(content, path.name) else "\n"
    stream = io.StringIO(newline="")
    stream.write(dialect.told.replace("\n", end))
    csv.writer(stream, delimiter=dialect.separator, lineterminator=end).writerows(rows.values())
    return encode_like(stream.getvalue(), content)


def _workbook(path: Path, edits: Sequence[CellEdit]) -> bytes:
    import openpyxl  # noqa: PLC0415 (100 ms, and few files need it)

    book = openpyxl.load_workbook(path)
    shown = openpyxl.load_workbook(path, data_only=True)
    for place, group in _by_cell(edits):
        called = _called(place)
        cell = shown[called["sheet"]][called["cell"]]
        new = edit_cell(cell_text(cell.value, cell.number_format), group)
        book[called["sheet"]][called["cell"]].value = _of_the_same_kind(cell.value, new)
    modified = book.properties.modified
    stream = io.BytesIO()
    book.save(stream)
    return _dated(stream.getvalue(), modified)


def _dated(workbook: bytes, modified: dt.datetime) -> bytes:
    """The same workbook with a given time of its last change, and no other times in it."""
    from prikaz.opc.archive import deflated, read_archive, write_archive  # noqa: PLC0415 (few files need it)

    time = f"{modified:%Y-%m-%dT%H:%M:%SZ}".encode()
    return write_archive(
        deflated(entry.name, _MODIFIED.sub(rb"\g<1>" + time, entry.read()))
        if entry.name == "docProps/core.xml"
        else entry
        for entry in read_archive(workbook)
    )


def _by_cell(edits: Sequence[CellEdit]) -> list[tuple[Place, list[Edit]]]:
    found: dict[Place, list[Edit]] = {}
    for item in edits:
        found.setdefault(item.place, []).append(item.edit)
    return list(found.items())


def _called(place: Place) -> dict[str, Any]:
    match = _CALLED.fullmatch(place.cell)
    if match is None:
        raise UneditableError
    return match.groupdict()


def edit_cell(text: str, edits: Sequence[Edit]) -> str:
    """The text of a cell with its changes made; one of several values in it is told by its number.

    Raises:
        UneditableError: The words of a change do not stand where it says.
    """
    parts = [part.start() + len(part[0]) - len(part[0].lstrip()) for part in _PART.finditer(text)]
    for edit in sorted(edits, key=lambda edit: (edit.path, edit.at), reverse=True):
        number = edit.path[-1]
        several = isinstance(number, int) and number <= len(parts)
        starts = ([parts[int(number) - 1]] if several else []) + [0]
        at = next((start + edit.at for start in starts if text.startswith(edit.was, start + edit.at)), None)
        if at is None:
            raise UneditableError
        text = text[:at] + edit.became + text[at + len(edit.was) :]
    return text


def _of_the_same_kind(old: object, new: str) -> str | int | dt.date | None:
    """A new value of the kind that the cell held: a date stays a date, a number a number."""
    read: Callable[[str], int | dt.date] | None = _READERS.get(type(old))
    if not new:
        return None
    try:
        return read(new) if read else new
    except (LanguageError, ValueError):
        return new


def _moment(text: str) -> dt.datetime:
    return dt.datetime.combine(parse_date(text), dt.time())


_READERS: Final[dict[type, Callable[[str], int | dt.date]]] = {
    dt.datetime: _moment,
    dt.date: parse_date,
    int: int,
}

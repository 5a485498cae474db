"""Changes of an order as changes of the cells of its tables: workbooks of Excel, and csv."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from prikaz import sheets
from prikaz.encodings import read_content
from prikaz.files.loading.side_tables import MEGABYTES
from prikaz.files.writing.edits import FieldChange, UneditableError, year_path
from prikaz.files.writing.new_columns import find_added, is_added
from prikaz.sheets import CellChange, CellPlace

#: One of several values in a cell.
_VALUE: Final = re.compile(r"[^;\n]*[^;\s]")


class CellEdit(NamedTuple):
    """A change of a field that stands in a cell (правка поля в ячейке)."""

    place: CellPlace
    edit: FieldChange


def edit_table(path: Path, edits: Iterable[CellEdit]) -> bytes:
    """The content of a table with changes made in its cells; all else stays.

    Raises:
        UneditableError: The words of a change do not stand in their cell.
        LookupError: There is no such cell.
        DataError: The table cannot be read.
    """
    by_cell: dict[CellPlace, list[FieldChange]] = {}
    added: dict[str, list[CellEdit]] = {}
    for place, edit in edits:
        if is_added(edit):
            added.setdefault(place.sheet, []).append(CellEdit(place, edit))
        else:
            by_cell.setdefault(place, []).append(edit)
    content = read_table(path)
    texts = {
        sheet: _texts(content, path.name, sheet) for sheet in {*added, *(place.sheet for place in by_cell)}
    }
    changes = [
        CellChange(place, edit_cell(texts[place.sheet][place.row][place.column - 1], group))
        for place, group in by_cell.items()
    ]
    for sheet, group in added.items():
        changes += find_added(texts[sheet], group)
    return sheets.write_cells(content, path.name, changes)


def read_table(path: Path) -> bytes:
    """The content of a table.

    Raises:
        DataError: It is not there any more, or not to be read.
    """
    return read_content(path, path.name, MEGABYTES, "разделите таблицу на части")


def _texts(content: bytes, name: str, sheet: str) -> dict[int, tuple[str, ...]]:
    """The cells of a sheet as they are shown, by their rows."""
    return dict(sheets.read(content, name, sheet).lines)


def edit_cell(text: str, edits: Sequence[FieldChange]) -> str:
    """The text of a cell with its changes made; the path of a change ends in the number of its value.

    A value by year only goes, and all of its cell with it.

    Raises:
        UneditableError: The words of a change do not stand where it says.
    """
    if year_path(edits[0].path):
        return ""
    starts = [value.start() + len(value[0]) - len(value[0].lstrip()) for value in _VALUE.finditer(text)]
    for edit in sorted(edits, key=lambda edit: (edit.path, edit.at), reverse=True):
        number = edit.path[-1]
        is_one_of_several = isinstance(number, int) and number <= len(starts)
        tried = [starts[int(number) - 1], 0] if is_one_of_several else [0]
        at = next((start + edit.at for start in tried if text.startswith(edit.was, start + edit.at)), None)
        if at is None:
            raise UneditableError
        text = text[:at] + edit.became + text[at + len(edit.was) :]
    return text

"""Changes of an order as changes of the cells of its tables: workbooks of Excel, and csv."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from prikaz import sheets
from prikaz.encodings import read_content
from prikaz.files.loading.side_tables import MEGABYTES
from prikaz.files.writing.edits import UneditableError, year_path
from prikaz.model.drafts import FieldChange
from prikaz.sheets import CellChange, CellPlace, Grid

#: One of several values in a cell.
_VALUE: Final = re.compile(r"[^;\n]*[^;\s]")
#: The name of a column of a year.
_YEAR: Final = re.compile(r"\d{4}(?: ?(?:год|г\.))?")


class CellEdit(NamedTuple):
    """A change of a field that stands in a cell (правка поля в ячейке)."""

    place: CellPlace
    edit: FieldChange


def edit_table(path: Path, edits: Sequence[CellEdit]) -> bytes:
    """The content of a table with changes made in its cells; all else stays.

    Raises:
        UneditableError: The words of a change do not stand in their cell.
        LookupError: There is no such cell.
        DataError: The table cannot be read.
    """
    by_cell: dict[CellPlace, list[FieldChange]] = {}
    added: list[CellEdit] = []
    for item in edits:
        if item.edit.was or year_path(item.edit.path) is None:
            by_cell.setdefault(item.place, []).append(item.edit)
        else:
            added.append(item)
    content = read_table(path)
    grids = {sheet: sheets.read(content, path.name, sheet) for sheet in {item.place.sheet for item in edits}}
    texts = {sheet: dict(grid.lines) for sheet, grid in grids.items()}
    changes = [
        CellChange(place, edit_cell(texts[place.sheet][place.row][place.column - 1], group))
        for place, group in by_cell.items()
    ]
    for sheet, grid in grids.items():
        if inside := [item for item in added if item.place.sheet == sheet]:
            changes += _new_values(inside, grid)
    return sheets.write_cells(content, path.name, changes)


def _new_values(added: Sequence[CellEdit], grid: Grid) -> Iterator[CellChange]:
    """Values of new years in the columns of these years; a year without one gets a column behind the last."""
    top, header = grid.lines[0]
    named = [(place, head) for place, head in enumerate(header, 1) if head]
    columns = {int(head[:4]): place for place, head in named if _YEAR.fullmatch(head)}
    behind, _ = named[-1]
    model = header[columns[max(columns)] - 1]
    for number, year in enumerate(sorted({_year(item.edit) for item in added} - columns.keys()), 1):
        columns[year] = behind + number
        yield CellChange(CellPlace(grid.sheet, top, behind + number), str(year) + model[4:])
    cells: dict[CellPlace, list[str]] = {}
    for place, edit in added:
        cells.setdefault(place._replace(column=columns[_year(edit)]), []).append(edit.became)
    for place, values in cells.items():
        yield CellChange(place, "; ".join(values))


def _year(edit: FieldChange) -> int:
    path = year_path(edit.path) or edit.path
    return int(path[-1])


def read_table(path: Path) -> bytes:
    """The content of a table.

    Raises:
        DataError: It is not there any more, or not to be read.
    """
    return read_content(path, path.name, MEGABYTES, "разделите таблицу на части")


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
        # the place of a value by year that leaves is its place among the values
        inside = edit.at if edit.became or year_path(edit.path) is None else 0
        at = next((start + inside for start in tried if text.startswith(edit.was, start + inside)), None)
        if at is None:
            raise UneditableError
        text = text[:at] + edit.became + text[at + len(edit.was) :]
    return text

"""Values of new years in a table beside the data: a column for each year, behind the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from prikaz.files.writing.edits import FieldChange, UneditableError, year_path
from prikaz.sheets import CellChange, CellPlace

#: A head of a column by year: «2027», «2027 год».
_HEAD: Final = re.compile(r"\d{4}(?=(?: ?(?:год|г\.))?$)", re.IGNORECASE)


def is_added(edit: FieldChange) -> bool:
    """Whether a change gives a value to a year that had none."""
    return not edit.was and year_path(edit.path) is not None


def find_added(
    texts: Mapping[int, Sequence[str]], edits: Sequence[tuple[CellPlace, FieldChange]]
) -> Iterator[CellChange]:
    """The cells that values of new years make: their heads, and the values themselves.

    A new value repeats that of another year of its row, so that its cell does, too.

    Args:
        texts: The cells of the sheet by their rows.
        edits: The changes, each with the place of the first value by year in its row.

    Raises:
        UneditableError: No head over the values names a year.
    """
    columns: dict[tuple[int, int], int] = {}
    cells: set[CellPlace] = set()
    end = max(map(len, texts.values()))
    for place, edit in edits:
        head, year = _head_row(texts, place), _year_of(edit)
        if (head, year) not in columns:
            end += 1
            columns[head, year] = end
            named = _HEAD.sub(str(year), texts[head][place.column - 1])
            yield CellChange(CellPlace(place.sheet, head, end), named)
        cell = CellPlace(place.sheet, place.row, columns[head, year])
        if cell not in cells:
            cells.add(cell)
            yield CellChange(cell, texts[place.row][place.column - 1])


def _year_of(edit: FieldChange) -> int:
    path = year_path(edit.path)
    if path is None:
        raise UneditableError
    return int(path[-1])


def _head_row(texts: Mapping[int, Sequence[str]], place: CellPlace) -> int:
    """The nearest row above a value whose cell names a year."""
    above = (row for row in sorted(texts, reverse=True) if row < place.row)
    for row in above:
        cells = texts[row]
        if len(cells) >= place.column and _HEAD.match(cells[place.column - 1]):
            return row
    raise UneditableError

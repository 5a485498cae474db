"""Free tables (таблицы): whatever is no plan, no indicators and no membership."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from prikaz.model import Alignment, Cell, Table
from prikaz.model.resolution.number_columns import number_columns
from prikaz.reader.doubts import Doubt
from prikaz.reader.paper import GridCell
from prikaz.reader.tables.cells import text_of
from prikaz.reader.tables.layout import BodyRow, Cells, placed
from prikaz.reader.tables.outcome import Places, ReadTable
from prikaz.reader.tables.totals import text_rows, total_of

#: How a cell stands by its row and its first column, both from 0; as usual where nothing is said.
_Alignments = Mapping[tuple[int, int], Alignment]
_TOLD: Final = frozenset({Alignment.CENTRED, Alignment.RIGHT})


def read_free(
    head: Sequence[Cells], rows: Sequence[BodyRow], count: int, heads: Sequence[Sequence[str]], *, exact: bool
) -> ReadTable:
    """A table as it stands.

    Args:
        head: Rows of its head.
        rows: The rows below.
        count: How many columns it has.
        heads: Heads over each column from the top down.
        exact: Whether a printer laid it out.
    """
    told = _alignments(rows)
    is_total = _has_total(rows, heads, told, exact=exact)
    body = rows[:-1] if is_total else rows
    given = _given(
        body,
        count,
        {place: how for place, how in told.items() if place[0] < len(body)},
        is_summed=is_total,
        exact=exact,
    )
    places, doubts = Places(), []
    made = []
    for number, row in enumerate(body, 1):
        made.append(
            tuple(
                _cell(
                    cell, ("строки", number, place), places, given.get((number - 1, place - 1)), exact=exact
                )
                for place, cell in enumerate(row.cells, 1)
            )
        )
        if row.joined:
            doubts.append(
                Doubt(
                    row.joined,
                    ("строки", number),
                    "строка разрезана концом страницы и собрана из двух",
                    "проверьте клетки строки",
                )
            )
    header = tuple(
        tuple(
            _cell(cell, ("шапка", number, place), places, None, exact=exact)
            for place, cell in enumerate(cells, 1)
        )
        for number, cells in enumerate(head, 1)
    )
    if is_total:
        places.add(("итого",), *(paragraph for cell in rows[-1].cells for paragraph in cell.paragraphs))
    return ReadTable(Table(header=header, rows=tuple(made), total=is_total), places, tuple(doubts))


def _cell(
    cell: GridCell, path: tuple[Any, ...], places: Places, alignment: Alignment | None, *, exact: bool
) -> Cell:
    text = text_of(cell, exact=exact)
    places.add((*path, "текст"), text)
    return Cell(text=text.text, columns=cell.columns, rows=cell.rows, alignment=alignment)


# How cells stand ---------------------------------------------------------------------------------------


def _alignments(rows: Sequence[BodyRow]) -> _Alignments:
    """Cells in the middle and at the right, by row and place in it, both from 0."""
    return {
        (number, place): cell.alignment
        for number, row in enumerate(rows)
        for place, cell in enumerate(row.cells)
        if cell.alignment in _TOLD
    }


def _usual(rows: Sequence[BodyRow], count: int, *, is_summed: bool, exact: bool) -> _Alignments:
    """How cells stand when the author says nothing."""
    whole = [number for number, row in enumerate(_whole(rows, count)) if row]
    texts = text_rows(rows, count, exact=exact)
    found = number_columns([[text or "" for text in texts[number]] for number in whole], is_summed=is_summed)
    return {(number, place): how for number in whole for place, how in found.items()}


def _whole(rows: Sequence[BodyRow], count: int) -> list[bool]:
    """Which rows have a cell of their own in each column, none covered and none reaching down."""
    return [len(row.cells) == count and all(cell.rows == 1 for cell in row.cells) for row in rows]


def _given(
    rows: Sequence[BodyRow], count: int, told: _Alignments, *, is_summed: bool, exact: bool
) -> _Alignments:
    """What the author has to say of how cells stand: nothing, if they stand so anyway."""
    usual = _usual(rows, count, is_summed=is_summed, exact=exact)
    if usual == told:
        return {}
    if not exact:
        return (
            {}
            if usual
            else {place: how for place, how in told.items() if rows[place[0]].cells[place[1]].columns > 1}
        )
    return told or dict.fromkeys(usual, Alignment.LEFT)


def _has_total(
    rows: Sequence[BodyRow], heads: Sequence[Sequence[str]], told: _Alignments, *, exact: bool
) -> bool:
    """Whether the last row is a total that the writer prints as it stands."""
    made = total_of(heads, rows, exact=exact) if rows else ()
    if not made or not exact:
        return bool(made)
    body, last = rows[:-1], len(rows) - 1
    whole = next(
        (number for number, row in enumerate(body) if all(cell.columns == 1 for cell in row.cells)), None
    )
    model = (
        None
        if whole is None
        else dict(
            next(cells for number, cells in enumerate(placed([row.cells for row in body])) if number == whole)
        )
    )
    for place, item in enumerate(made):
        above = model.get(item.column) if model and item.is_like_column else None
        expected = above.alignment if above and above.alignment in _TOLD else None
        if told.get((last, place)) is not expected:
            return False
    return True

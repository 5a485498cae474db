"""A table as a block of an order, by what it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from prikaz.language.typography import typeset
from prikaz.reader.doubts import Doubt
from prikaz.reader.paper import Grid
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables.cells import text_of
from prikaz.reader.tables.free import read_free
from prikaz.reader.tables.heads import Head, count_head_rows, is_number_row, read_head
from prikaz.reader.tables.indicators import read_indicators
from prikaz.reader.tables.layout import BodyRow, Cells, body_rows, mended, placed
from prikaz.reader.tables.membership import read_membership
from prikaz.reader.tables.mending import Mended, mend_rows
from prikaz.reader.tables.outcome import Places, ReadTable
from prikaz.reader.tables.roadmaps import read_roadmap

_PLAN: Final = re.compile(
    r"план|дорожн\w+ карт|комплекс\w* мер|мероприяти|календар|циклограмм", re.IGNORECASE
)


def read_table(grid: Grid, title: str = "") -> ReadTable:
    """A table as a block: a plan, indicators, a membership, or, in doubt, a table as it stands.

    Args:
        grid: The table.
        title: The heading of what it stands in; a hint, nothing more.
    """
    grid = mended(grid if grid.columns else grid._replace(columns=_widest(grid)))
    exact = grid.printed
    count = count_head_rows(grid)
    number_row: Cells | None = None
    head_rows, first = count, count
    if not exact and count:
        if count > 1 and is_number_row(grid.rows[count - 1], grid.columns):
            head_rows, number_row = count - 1, grid.rows[count - 1]
        elif count < len(grid.rows) and is_number_row(grid.rows[count], grid.columns):
            first, number_row = count + 1, grid.rows[count]
    rows = body_rows(grid, first)
    mended_rows = Mended(rows)
    if not exact:
        mended_rows = mend_rows(rows, grid.rows[:head_rows], number_row)
    rows = mended_rows.rows
    heads = _heads_over(grid, head_rows)
    head = read_head(grid, head_rows) if head_rows else None
    made = _block_with_columns(head, rows, grid, heads, title) if head else None
    if made is None and not head_rows and not exact:
        made = read_membership(grid)
    if made is None:
        made = read_free(grid.rows[:first], rows, grid.columns, heads, exact=exact)
    elif number_row:
        made = _with_number_row(made, number_row)
    return _with_mended(made, mended_rows)


def _block_with_columns(
    head: Head, rows: Sequence[BodyRow], grid: Grid, heads: Sequence[Sequence[str]], title: str
) -> ReadTable | None:
    exact = grid.printed
    made = read_indicators(head, rows, grid.columns, exact=exact)
    return made or read_roadmap(
        head,
        rows,
        grid.columns,
        exact=exact,
        takes_weak=bool(_PLAN.search(title)),
        head_texts=heads,
    )


def _widest(grid: Grid) -> int:
    return max((sum(cell.columns for cell in row) for row in grid.rows), default=1) or 1


def _heads_over(grid: Grid, count: int) -> list[list[str]]:
    """Heads over each column from the top down, as they are printed."""
    heads: list[list[str]] = [[] for _ in range(grid.columns)]
    for row in placed(grid.rows[:count]):
        for column, cell in row:
            text = typeset(text_of(cell, exact=grid.printed).text)
            for place in range(column, min(column + cell.columns, grid.columns)):
                if text.strip():
                    heads[place].append(text)
    return heads


def _with_mended(made: ReadTable, mended_rows: Mended) -> ReadTable:
    """A block with what was typed again, and is not printed so."""
    if not (mended_rows.heads or mended_rows.numbers or mended_rows.doubts):
        return made
    places = Places(made.places)
    for row, cells in mended_rows.heads:
        is_free = ("шапка", row + 1, 1, "текст") in places
        for number, cell in enumerate(cells, 1):
            path = ("шапка", row + 1, number, "текст") if is_free else ("графы", number, "заголовок")
            places.add(path, *cell.paragraphs)
    for cells in mended_rows.numbers:
        for number, cell in enumerate(cells, 1):
            places.add(("графы", number), *cell.paragraphs)
    return made._replace(places=places, doubts=(*made.doubts, *mended_rows.doubts))


def _with_number_row(made: ReadTable, cells: Cells) -> ReadTable:
    """A block whose row of column numbers is not printed again."""
    places = Places(made.places)
    for number, cell in enumerate(cells, 1):
        places.add(("графы", number), *cell.paragraphs)
    text = SourceText.join(" ", [paragraph for cell in cells for paragraph in cell.paragraphs])
    reason = "строка с номерами граф не печатается"
    return made._replace(places=places, doubts=(*made.doubts, Doubt(text, ("графы",), reason)))

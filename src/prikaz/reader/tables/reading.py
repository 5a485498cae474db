"""A table as a block of an order, by what it holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from attrs import evolve

from prikaz.findings import Path
from prikaz.language.typography import typeset
from prikaz.model import BlankForm, Membership
from prikaz.reader.doubts import Doubt
from prikaz.reader.paper import Grid
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables.cells import text_of
from prikaz.reader.tables.free import read_free
from prikaz.reader.tables.heads import count_head_rows, is_number_row, read_head
from prikaz.reader.tables.indicators import read_indicators
from prikaz.reader.tables.layout import BodyRow, Cells, body_rows, mended, placed, unmerged_rows
from prikaz.reader.tables.membership import read_membership
from prikaz.reader.tables.mending import Mended, mend_rows
from prikaz.reader.tables.outcome import Places, ReadTable
from prikaz.reader.tables.roadmaps import read_roadmap

_SAMPLE: Final = re.compile(r"примерн\w+\s+форм", re.IGNORECASE)
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
    extent = _extent(grid)
    heads = _heads_over(grid, extent.head)
    made = _block_with_columns(grid, extent, heads, title)
    if made is None and not extent.head and not grid.printed:
        made = read_membership(grid)
    if made is None:
        rows = _mended(grid, extent, body_rows)
        free = read_free(grid.rows[: extent.body], rows.rows, grid.columns, heads, exact=grid.printed)
        made = _with_mended(free, rows)
    return _with_form(_with_nested(made, grid), title)


class _Extent(NamedTuple):
    """Which rows of a table are what.

    Attributes:
        head: How many first rows are its head.
        body: Its first row under the head, from 0.
        numbers: The row between them that numbers the columns.
    """

    head: int
    body: int
    numbers: Cells | None = None


def _extent(grid: Grid) -> _Extent:
    count = count_head_rows(grid)
    rows = grid.rows
    if grid.printed or not count:
        return _Extent(count, count)
    if count > 1 and is_number_row(rows[count - 1], grid.columns):
        return _Extent(count - 1, count, rows[count - 1])
    if count < len(rows) and is_number_row(rows[count], grid.columns):
        return _Extent(count, count + 1, rows[count])
    return _Extent(count, count)


def _mended(grid: Grid, extent: _Extent, rows_of: Callable[[Grid, int], list[BodyRow]]) -> Mended:
    rows = rows_of(grid, extent.body)
    if grid.printed:
        return Mended(rows)
    return mend_rows(rows, rows_of(grid._replace(rows=grid.rows[: extent.head]), 0), extent.numbers)


def _block_with_columns(
    grid: Grid, extent: _Extent, heads: Sequence[Sequence[str]], title: str
) -> ReadTable | None:
    """Indicators or a plan; None when the table is neither."""
    head = read_head(grid, extent.head) if extent.head else None
    if head is None:
        return None
    exact, count = grid.printed, grid.columns
    rows = _mended(grid, extent, body_rows if exact else unmerged_rows)
    made = read_indicators(head, rows.rows, count, exact=exact) or read_roadmap(
        head, rows.rows, count, exact=exact, takes_weak=bool(_PLAN.search(title)), head_texts=heads
    )
    if made and extent.numbers:
        made = _with_number_row(made, extent.numbers)
    return _with_mended(made, rows) if made else None


def _with_form(made: ReadTable, title: str) -> ReadTable:
    """A block that is a sample to be filled in, if its heading says so."""
    if isinstance(made.block, Membership) or not _SAMPLE.search(title):
        return made
    return made._replace(block=evolve(made.block, form=BlankForm.SAMPLE))


def _with_nested(made: ReadTable, grid: Grid) -> ReadTable:
    """A block with what is told of tables inside its cells."""
    nested = [cell for row in grid.rows for cell in row if cell.is_nested]
    reason = "таблица внутри клетки развёрнута в строки"
    told = [Doubt(text_of(cell, exact=False), (), reason, "проверьте текст клетки") for cell in nested]
    return made._replace(doubts=(*made.doubts, *told)) if told else made


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
    told: defaultdict[Path, list[SourceText]] = defaultdict(list)
    for row, cells in mended_rows.heads:
        is_free = ("шапка", row + 1, 1, "текст") in made.places
        for number, cell in enumerate(cells, 1):
            path: Path = ("графы", number, "заголовок")
            told[("шапка", row + 1, number, "текст") if is_free else path] += cell.paragraphs
    for cells in mended_rows.numbers:
        for number, cell in enumerate(cells, 1):
            told["графы", number] += cell.paragraphs
    places = Places(made.places)
    for path, texts in told.items():
        places.add(path, *texts)
    return made._replace(places=places, doubts=(*made.doubts, *mended_rows.doubts))


def _with_number_row(made: ReadTable, cells: Cells) -> ReadTable:
    """A block whose row of column numbers is not printed again."""
    places = Places(made.places)
    for number, cell in enumerate(cells, 1):
        places.add(("графы", number), *cell.paragraphs)
    text = SourceText.join(" ", [paragraph for cell in cells for paragraph in cell.paragraphs])
    reason = "строка с номерами граф не печатается"
    return made._replace(places=places, doubts=(*made.doubts, Doubt(text, ("графы",), reason)))

"""The rows of a table as they lie: which are whole, which are merged (строки)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from prikaz.reader.paper import Grid, GridCell
from prikaz.reader.source_text import SourceText

#: The cells of a row.
Cells: TypeAlias = tuple[GridCell, ...]
EMPTY: Final = GridCell((SourceText(""),))


class BodyRow(NamedTuple):
    """A row under the head.

    Attributes:
        cells: Its cells.
        is_whole: Whether each of its columns has a cell of its own, and none reaches down.
        joined: What the next page held of it, where it was cut in two.
        copied: Columns, from 0, whose cell belongs to a row above and is repeated here.
        parts: How many rows were joined to it.
        is_total: Whether it is a total, or a part of one, among the rows of a plan.
    """

    cells: Cells
    is_whole: bool
    joined: SourceText | None = None
    copied: frozenset[int] = frozenset()
    parts: int = 0
    is_total: bool = False


def body_rows(grid: Grid, first: int) -> list[BodyRow]:
    """The rows of a table from ``first`` on."""
    return [
        BodyRow(row, len(row) == grid.columns and all(cell.rows == 1 for cell in row))
        for row in grid.rows[first:]
    ]


def unmerged_rows(grid: Grid, first: int) -> list[BodyRow]:
    """The same, with the words of a cell that reaches down repeated in each of its rows."""
    if not any(cell.rows > 1 for row in grid.rows[first:] for cell in row):
        return body_rows(grid, first)
    made: list[BodyRow] = []
    reaching: dict[int, tuple[GridCell, int]] = {}
    for row in placed(grid.rows[first:]):
        cells: dict[int, GridCell] = {column: cell._replace(rows=1) for column, (cell, _) in reaching.items()}
        copied = frozenset(cells)
        cells |= dict(row)
        reaching = {column: (cell, left - 1) for column, (cell, left) in reaching.items() if left > 1}
        reaching |= {column: (cell, cell.rows - 1) for column, cell in row if cell.rows > 1}
        laid = tuple(cells[column]._replace(rows=1) for column in sorted(cells))
        made.append(BodyRow(laid, len(laid) == grid.columns, copied=copied))
    return made


def spread(row: BodyRow, columns: range, count: int) -> BodyRow:
    """A row with the words of a cell that goes over some of ``columns`` repeated in each of them."""
    if row.is_whole or not columns:
        return row
    made: list[GridCell] = []
    copied: set[int] = set(row.copied)
    for cell in row.cells:
        place = len(made)
        if cell.columns > 1 and not (place in columns and place + cell.columns <= columns.stop):
            return row
        made += [cell._replace(columns=1)] * cell.columns
        copied |= {*range(place + 1, place + cell.columns)}
    is_whole = len(made) == count and all(cell.rows == 1 for cell in made)
    return row._replace(cells=tuple(made), is_whole=True, copied=frozenset(copied)) if is_whole else row


def is_wide(cells: Sequence[GridCell], columns: int) -> bool:
    """Whether one cell takes the whole row."""
    return len(cells) == 1 and cells[0].columns == columns and cells[0].rows == 1


def placed(rows: Sequence[Sequence[GridCell]]) -> Iterator[list[tuple[int, GridCell]]]:
    """The cells of rows, each with its first column, from 0."""
    covered: dict[int, int] = {}
    for row in rows:
        column, found = 0, []
        for cell in row:
            while column in covered:
                column += 1
            found.append((column, cell))
            column += cell.columns
        covered = {place: left - 1 for place, left in covered.items() if left > 1}
        for start, cell in found:
            if cell.rows > 1:
                covered |= dict.fromkeys(range(start, start + cell.columns), cell.rows - 1)
        yield found


def mended(grid: Grid) -> Grid:
    """A table whose rows all have their columns: cells that are missing are blank, those too many cut off.

    What a cut-off cell says goes into the last one that is left.
    """
    count = grid.columns
    rows: list[Cells] = []
    covers: dict[int, int] = {}
    for number, row in enumerate(grid.rows):
        made: list[GridCell] = []
        left = {column: rest - 1 for column, rest in covers.items() if rest > 1}
        column, cells = 0, iter(row)
        while column < count:
            if column in covers:
                column += 1
                continue
            cell = next(cells, EMPTY)
            end = min(column + cell.columns, count)
            wide = next((at for at in range(column + 1, end) if at in covers), end) - column
            deep = min(cell.rows, len(grid.rows) - number)
            made.append(cell if (wide, deep) == cell[1:3] else cell._replace(columns=wide, rows=deep))
            if deep > 1:
                left |= dict.fromkeys(range(column, column + wide), deep - 1)
            column += wide
        extra = [paragraph for cell in cells for paragraph in cell.paragraphs if paragraph]
        if extra and made:
            made[-1] = made[-1]._replace(paragraphs=(*made[-1].paragraphs, *extra))
        elif extra:  # the row is covered wholly from above
            at = next(place for place in range(len(rows) - 1, -1, -1) if rows[place])
            last = rows[at][-1]
            rows[at] = (*rows[at][:-1], last._replace(paragraphs=(*last.paragraphs, *extra)))
        covers = left
        rows.append(tuple(made))
    return grid._replace(rows=tuple(rows))

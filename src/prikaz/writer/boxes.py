"""A table as boxes, and the boxes as the cells that Word wants (клетки).

A box knows its paragraphs, its style and how far it is merged; cells that a
box covers are left out of the rows below, as in HTML. Word wants the covered
cells back, marked as continued, and a width in each.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain
from operator import mul
from typing import Any, NamedTuple, TypeAlias

from prikaz.model.resolution.text_widths import CELL_MARGINS, longest_word, text_width

#: Cells of a row as a template sees them; their widths are put in when the table is fitted to a page.
Cells: TypeAlias = list[dict[str, Any]]


class Box(NamedTuple):
    """A cell of a table with its extent; a tuple, because an order has hundreds of them.

    Attributes:
        paragraphs: What is printed, at least one paragraph, maybe empty.
        style: Name of the paragraphs' style.
        columns: Columns covered, from 1.
        rows: Rows covered, from 1.
        merge: How it goes on downwards: "", "restart" or "continue"; set by :func:`lay`.
    """

    paragraphs: tuple[Any, ...]
    style: str
    columns: int = 1
    rows: int = 1
    merge: str = ""


#: One row of boxes that take all columns of the table.
BoxRow: TypeAlias = Sequence[Box]


class ShapeError(ValueError):
    """Rows of boxes do not make a table: ``row`` counts from 1, ``message`` says why, for the author."""

    def __init__(self, row: int, message: str) -> None:
        self.row, self.message = row, message
        super().__init__(row, message)

    @classmethod
    def of_count(cls, row: int, came: int, expected: int) -> ShapeError:
        """A row of more or fewer columns than the table."""
        return cls(row, f"клеток на {came} граф, а граф в таблице {expected}")


def lay(rows: Sequence[BoxRow], count: int) -> list[BoxRow]:
    """Put boxes into a grid of ``count`` columns, the covered cells filled in.

    Rows in which nothing is merged downwards, and nothing from above, stay as they are.

    Raises:
        ShapeError: A row has more or fewer columns than the table, a box covers another one, or it is
            merged down past the last row.
    """
    covers: dict[int, tuple[Box, int]] = {}
    laid = [_lay_row(number, row, count, covers) for number, row in enumerate(rows, 1)]
    for box, left in covers.values():
        begins = len(rows) + 1 + left - box.rows
        message = f"клетка {_named(box)} объединена на {box.rows} строк вниз, а их осталось {box.rows - left}"
        raise ShapeError(begins, message)
    return laid


def _lay_row(number: int, row: BoxRow, count: int, covers: dict[int, tuple[Box, int]]) -> BoxRow:
    """Lay one row; ``covers`` holds the boxes that reach down, with the rows they still cover."""
    laid: list[Box] = []
    column, boxes = 0, iter(row)
    while column < count:
        cover = covers.pop(column, None)
        box, left = cover or (next(boxes, None), 0)
        if box is None:
            raise ShapeError.of_count(number, column, count)
        if cover:
            laid.append(box._replace(paragraphs=("",), merge="continue"))
        else:
            left = box.rows
            laid.append(box._replace(merge="restart") if left > 1 else box)
        if column + box.columns > count:
            raise ShapeError.of_count(number, column + box.columns, count)
        if under := covers.keys() & range(column + 1, column + box.columns):
            above, _ = covers[min(under)]
            raise ShapeError(number, f"клетка {_named(box)} заходит на клетку {_named(above)} выше")
        if left > 1:
            covers[column] = (box, left - 1)
        column += box.columns
    extra = sum(box.columns for box in boxes)
    if extra:
        raise ShapeError.of_count(number, count + extra, count)
    return laid


def _named(box: Box) -> str:
    """A box by its text."""
    return f"«{' '.join(map(str, box.paragraphs))}»"


def cells(row: BoxRow) -> Cells:
    """The cells of a laid row, not yet fitted."""
    return [cell(paragraphs, style, columns, merge) for paragraphs, style, columns, _, merge in row]


def cell(paragraphs: tuple[Any, ...], style: str, columns: int = 1, merge: str = "") -> dict[str, Any]:
    """A cell as a template sees it, not yet fitted."""
    return {"абзацы": paragraphs, "стиль": style, "граф": columns, "объединение": merge, "ширина": 0}


def fit(row: Cells, widths: Sequence[int]) -> None:
    """Give the cells of a row their widths in a table whose columns have ``widths``."""
    if len(row) < len(widths):
        ends = [*accumulate(cell["граф"] for cell in row)]
        widths = [sum(widths[end - cell["граф"] : end]) for cell, end in zip(row, ends, strict=True)]
    for cell, width in zip(row, widths, strict=True):
        cell["ширина"] = width


class ColumnWidths(NamedTuple):
    """How wide the columns of a table are to be, in twentieths of a point.

    Attributes:
        least: Width of the longest word of each column.
        most: Width at which every paragraph of the column stands on one line.
        weight: Length of the text of a cell of each column, longer cells counting more.
        fixed: Widths given by the author, by column from 0.
    """

    least: tuple[int, ...]
    most: tuple[int, ...]
    weight: tuple[float, ...]
    fixed: Mapping[int, int]

    @property
    def need(self) -> int:
        """Width below which words are broken."""
        return sum(self.fixed.get(column, least) for column, least in enumerate(self.least))

    def fit(self, total: int) -> tuple[int, ...]:
        """Widths that fill ``total``.

        No word is broken while there is room; where texts need several lines, columns take about as
        many; where none does, the spare width is dealt out in proportion.
        """
        free = [column for column in range(len(self.least)) if column not in self.fixed]
        if not self.least:
            return ()
        if not free or self.need > total:
            return _scaled([self.fixed.get(column, least) for column, least in enumerate(self.least)], total)
        room = total - sum(self.fixed.values())
        columns = [self._free(column) for column in free]
        most = [column.most for column in columns]
        shares = _scaled(most, room) if sum(most) <= room else _even(columns, room)
        widths = dict(self.fixed) | dict(zip(free, shares, strict=True))
        return tuple(widths[column] for column in range(len(self.least)))

    def _free(self, column: int) -> _FreeColumn:
        least = self.least[column]
        return _FreeColumn(self.weight[column], least, max(least, self.most[column]))


class _FreeColumn(NamedTuple):
    """A column whose width the author has not given; ``most`` is not below ``least``."""

    weight: float
    least: int
    most: int


def _even(columns: Sequence[_FreeColumn], room: int) -> tuple[int, ...]:
    """Widths at which the cells of all columns take about as many lines, by halving the step."""
    stretch, step = 0.0, float(room)
    # beyond it every column has all that it can use
    beyond = max((column.most - CELL_MARGINS) / column.weight for column in columns)
    while step > 1 / room:
        if step < beyond:
            taken = sum(_stretched(columns, stretch + step))
            stretch += step if taken <= room else 0
            if taken == room:
                break
        step /= 2
    return _filled(_stretched(columns, stretch), room)


def _stretched(columns: Sequence[_FreeColumn], stretch: float) -> list[int]:
    """Widths of columns whose lines are that part of their texts: no word broken, no room left over."""
    return [
        least if (width := CELL_MARGINS + int(stretch * weight)) < least else min(width, most)
        for weight, least, most in columns
    ]


def _scaled(widths: Sequence[int], total: int) -> tuple[int, ...]:
    """Widths stretched or shrunk together to fill ``total``."""
    scale = total / sum(widths)
    return _filled([math.floor(width * scale) for width in widths], total)


def _filled(widths: Sequence[int], total: int) -> tuple[int, ...]:
    """Widths that fill ``total``: what is left by rounding goes to the widest."""
    filled = [*widths]
    filled[max(range(len(filled)), key=filled.__getitem__)] += total - sum(filled)
    return tuple(filled)


def measure(rows: Sequence[Cells], count: int, fixed: Mapping[int, int]) -> ColumnWidths:
    """Measure the columns of a table by the cells that stand in one column."""
    columns = [_measured(column) for column in _columns(rows, count)]
    return ColumnWidths(
        least=tuple([least for least, _, _ in columns]),
        most=tuple([most for _, most, _ in columns]),
        weight=tuple([weight for _, _, weight in columns]),
        fixed=fixed,
    )


def _columns(rows: Sequence[Cells], count: int) -> list[list[tuple[Any, ...]]]:
    """The paragraphs of the cells that stand in each column alone."""
    if rows and all(len(row) == count for row in rows):  # nothing is merged across
        return [[cell["абзацы"] for cell in column] for column in zip(*rows, strict=True)]
    columns: list[list[tuple[Any, ...]]] = [[] for _ in range(count)]
    for row in rows:
        for cell, end in zip(row, accumulate(cell["граф"] for cell in row), strict=True):
            if cell["граф"] == 1:
                columns[end - 1].append(cell["абзацы"])
    return columns


def _measured(cells: Sequence[tuple[Any, ...]]) -> tuple[int, int, float]:
    """The width of the longest word of a column and of its longest paragraph, and the weight of its text."""
    texts = [*map(str, chain.from_iterable(cells))]
    lengths = [*map(len, texts)] if len(texts) == len(cells) else [sum(map(len, cell)) for cell in cells]
    least, most = longest_word(texts), max(texts, key=len, default="")
    return text_width(least), text_width(most), math.sqrt(1 + sum(map(mul, lengths, lengths)))

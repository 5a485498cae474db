"""A table as boxes, and the boxes as the cells that Word wants (клетки).

A box knows its paragraphs, its style and how far it is merged; cells that a
box covers are left out of the rows below, as in HTML. Word wants the covered
cells back, marked as continued, and a width in each.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeAlias

from attrs import frozen

#: Width of a letter of the tables' 12-point type and the margins of a cell, in twentieths of a point.
_LETTER: Final = 132
_MARGINS: Final = 240
_BROAD: Final = re.compile("[А-ЯЁA-Zжмфшщыю%№]")
_BROADEST: Final = re.compile("[ЖМФШЩЮ№]")
#: Twentieths of a point in a millimetre.
DXA_PER_MM: Final = 56.6929

#: One row of cells as a template sees it.
RowView: TypeAlias = list[dict[str, Any]]


class Box(NamedTuple):
    """A cell of a table with its extent; a tuple, because an order has hundreds of them.

    Attributes:
        paragraphs: What is printed, at least one paragraph, maybe empty.
        style: Name of the paragraphs' style.
        columns: Columns covered, from 1.
        rows: Rows covered, from 1.
    """

    paragraphs: tuple[Any, ...]
    style: str
    columns: int = 1
    rows: int = 1


_EXTENT: Final = attrgetter("columns", "rows")


class ShapeError(ValueError):
    """Rows of boxes do not make a table: ``row`` counts from 1, ``told`` says why, for the author."""

    def __init__(self, row: int, told: str) -> None:
        self.row, self.told = row, told
        super().__init__(row, told)

    @classmethod
    def of_count(cls, row: int, came: int, expected: int) -> ShapeError:
        """A row of more or fewer columns than the table."""
        return cls(row, f"клеток на {came} граф, а граф в таблице {expected}")


class Laid(NamedTuple):
    """A box in its place: ``column`` counts from 0, ``merge`` is "", "restart" or "continue"."""

    column: int
    box: Box
    merge: str


def lay(rows: Sequence[Sequence[Box]], count: int) -> list[list[Laid]]:
    """Put boxes into a grid of ``count`` columns, the covered cells filled in.

    Raises:
        ShapeError: A row has more or fewer columns than the table, a box covers another one, or it is
            merged down past the last row.
    """
    covers: dict[int, tuple[Box, int]] = {}
    laid = [_lay_row(number, row, count, covers) for number, row in enumerate(rows, 1)]
    for box, left in covers.values():
        begins = len(rows) + 1 + left - box.rows
        told = f"клетка {_named(box)} объединена на {box.rows} строк вниз, а их осталось {box.rows - left}"
        raise ShapeError(begins, told)
    return laid


def _lay_row(number: int, row: Sequence[Box], count: int, covers: dict[int, tuple[Box, int]]) -> list[Laid]:
    """Lay one row; ``covers`` holds the boxes that reach down, with the rows they still cover."""
    if not covers and len(row) == count and max(map(_EXTENT, row), default=(1, 1)) == (1, 1):
        return [Laid(column, box, "") for column, box in enumerate(row)]
    laid: list[Laid] = []
    column, boxes = 0, iter(row)
    while column < count:
        cover = covers.pop(column, None)
        box, left, merge = (*cover, "continue") if cover else (next(boxes, None), 0, "")
        if box is None:
            raise ShapeError.of_count(number, column, count)
        if not cover:
            left, merge = box.rows, "restart" if box.rows > 1 else ""
        if column + box.columns > count:
            raise ShapeError.of_count(number, column + box.columns, count)
        if under := covers.keys() & range(column + 1, column + box.columns):
            above, _ = covers[min(under)]
            raise ShapeError(number, f"клетка {_named(box)} заходит на клетку {_named(above)} выше")
        if left > 1:
            covers[column] = (box, left - 1)
        laid.append(Laid(column, box, merge))
        column += box.columns
    extra = sum(box.columns for box in boxes)
    if extra:
        raise ShapeError.of_count(number, count + extra, count)
    return laid


def _named(box: Box) -> str:
    """A box by its text."""
    return f"«{' '.join(map(str, box.paragraphs))}»"


def cells(rows: Sequence[Sequence[Laid]], widths: Sequence[int]) -> list[RowView]:
    """The cells of laid rows as a template sees them."""
    return [[_cell(laid, widths) for laid in row] for row in rows]


def _cell(laid: Laid, widths: Sequence[int]) -> dict[str, Any]:
    box = laid.box
    return {
        "абзацы": ("",) if laid.merge == "continue" else box.paragraphs,
        "стиль": box.style,
        "граф": box.columns,
        "объединение": laid.merge,
        "ширина": widths[laid.column]
        if box.columns == 1
        else sum(widths[laid.column : laid.column + box.columns]),
    }


@frozen(kw_only=True)
class Widths:
    """How wide the columns of a table want to be, in twentieths of a point.

    Attributes:
        least: Width of the longest word of each column.
        most: Width at which every paragraph of the column stands on one line.
        weight: Length of the text of a cell of each column, longer cells counting more.
        fixed: Widths told by the author, by column from 0.
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
        most = [max(self.least[column], self.most[column]) for column in free]
        shares = _scaled(most, room) if sum(most) <= room else self._even(free, room)
        widths = dict(self.fixed) | dict(zip(free, shares, strict=True))
        return tuple(widths[column] for column in range(len(self.least)))

    def _even(self, free: Sequence[int], room: int) -> tuple[int, ...]:
        """Widths at which the cells of all columns take about as many lines, by halving the step."""
        stretch, step = 0.0, float(room)
        while step > 1 / room:
            if sum(self._stretched(column, stretch + step) for column in free) <= room:
                stretch += step
            step /= 2
        return _filled([self._stretched(column, stretch) for column in free], room)

    def _stretched(self, column: int, stretch: float) -> int:
        """Width of a column whose lines are that part of its text: no word broken, no room left over."""
        width = _MARGINS + math.floor(stretch * self.weight[column])
        return max(self.least[column], min(width, self.most[column]))


def _scaled(widths: Sequence[int], total: int) -> tuple[int, ...]:
    """Widths stretched or shrunk together to fill ``total``."""
    scale = total / sum(widths)
    return _filled([math.floor(width * scale) for width in widths], total)


def _filled(widths: Sequence[int], total: int) -> tuple[int, ...]:
    """Widths that fill ``total``: what is left by rounding goes to the widest."""
    filled = [*widths]
    filled[max(range(len(filled)), key=filled.__getitem__)] += total - sum(filled)
    return tuple(filled)


def measure(rows: Sequence[Sequence[Laid]], count: int, fixed: Mapping[int, int]) -> Widths:
    """Measure the columns of a table by the cells that stand in one column."""
    columns: list[list[str]] = [[] for _ in range(count)]
    squares = [1] * count
    for row in rows:
        for laid in row:
            if laid.box.columns == 1 and laid.merge != "continue":
                texts = [str(paragraph) for paragraph in laid.box.paragraphs]
                columns[laid.column].extend(texts)
                squares[laid.column] += sum(map(len, texts)) ** 2
    return Widths(
        least=tuple(_width(max(_words(" ".join(texts)), key=len)) for texts in columns),
        most=tuple(_width(max(texts, key=len, default="")) for texts in columns),
        weight=tuple(map(math.sqrt, squares)),
        fixed=fixed,
    )


def _width(text: str) -> int:
    """Width of a text on one line of a cell: a capital and «ш» take more than the letter of the average."""
    letters = max(len(text), 2) + 0.4 * len(_BROAD.findall(text)) + 0.45 * len(_BROADEST.findall(text))
    return math.ceil(letters * _LETTER) + _MARGINS


def _words(text: str) -> list[str]:
    """The words of a text between which a line may break; at least one, maybe empty."""
    return text.replace("-", " ").split(" ")

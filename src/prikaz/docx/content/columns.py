"""Columns of a true grid: where cells begin and end, whatever columns the file itself speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

#: Edges nearer to each other than a millimetre are one line to the eye: somebody has moved a border.
_NEAR: Final = 57


class Span(NamedTuple):
    """What a cell covers.

    Attributes:
        start: Edge of the file's grid where it begins, from 0.
        end: Edge where it ends.
        width: Its own width in twentieths of a point; 0 when it does not say.
    """

    start: int
    end: int
    width: int


class Columns:
    """Columns that are true: at each of their edges some cell begins or ends.

    Args:
        grid: Widths of the columns of the file's grid.
        spans: What each cell covers.

    Attributes:
        at: Which edge of the true columns each edge of the grid is.
        widths: Widths of the true columns.
        ends: The last column of the grid that each of them covers.

    >>> columns = Columns([500, 10, 600, 700], [Span(0, 1, 0), Span(1, 4, 0), Span(0, 2, 0), Span(2, 4, 0)])
    >>> columns.at, columns.widths
    ({0: 0, 1: 1, 2: 1, 4: 2}, (500, 1310))
    """

    def __init__(self, grid: Sequence[int], spans: Iterable[Span]) -> None:
        covered = set(spans)
        places = list(accumulate(grid, initial=0))
        nearest: dict[int, int] = {}
        for span in covered:
            nearest[span.end] = max(span.start, nearest.get(span.end, 0))
        self.at: dict[int, int] = {}
        edges: list[int] = []
        for edge in sorted({edge for span in covered for edge in (span.start, span.end)}):
            is_one = (
                edges
                and edge < len(places)
                and places[-1] > 0
                and places[edge] - places[edges[-1]] <= _NEAR
                and nearest.get(edge, -1) < edges[-1]
            )
            if not is_one:
                edges.append(edge)
            self.at[edge] = len(edges) - 1
        last = {index: edge for edge, index in self.at.items()}
        self.ends = tuple(last[column + 1] - 1 for column in range(len(edges) - 1))
        own = {(self.at[span.start], self.at[span.end]): span.width for span in covered}
        self.widths = tuple(
            _width(places, start, end) or own.get((column, column + 1), 0)
            for column, (start, end) in enumerate(pairwise(edges))
        )


def _width(places: Sequence[int], start: int, end: int) -> int:
    """Width by the grid; 0 when the grid does not reach so far."""
    return max(0, places[end] - places[start]) if end < len(places) else 0

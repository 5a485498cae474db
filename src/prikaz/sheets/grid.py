"""Rows of a table of another program as texts, with what is to be told of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from attrs import frozen

#: A row: its number as a clerk finds it, from 1, and its cells.
Line: TypeAlias = tuple[int, tuple[str, ...]]


@frozen(kw_only=True)
class Remark:
    """What is wrong with a table, or doubtful in it (замечание к таблице).

    Attributes:
        row: Number of the row, from 1; 0 for the whole table.
        column: Number of the column, from 1; 0 for the whole row.
        message: What is wrong and what came.
        hint: What to do, in the imperative; "" when the message says it all.
    """

    row: int = 0
    column: int = 0
    message: str
    hint: str = ""


@frozen(kw_only=True)
class Grid:
    """A table (таблица).

    Attributes:
        lines: Its rows that are not empty; the first names the columns.
        flaws: Cells whose text is not what a clerk sees in them.
        faults: Why the table cannot be read as it stands.
        merged: Values that stand once for several rows, and would be those of the upper one only.
        doubts: What is read, and may not be meant.
        cut_dates: For each column the first cell of a date of which Excel shows a part only: it makes such
            dates of fractions and numbers that somebody has typed.
        sheet: Name of its sheet; "" for a csv.
        others: Names of the other sheets that hold something, and are not hidden.
    """

    lines: tuple[Line, ...] = ()
    flaws: tuple[Remark, ...] = ()
    faults: tuple[Remark, ...] = ()
    merged: tuple[Remark, ...] = ()
    doubts: tuple[Remark, ...] = ()
    cut_dates: tuple[Remark, ...] = ()
    sheet: str = ""
    others: tuple[str, ...] = ()


def without_empty(lines: Iterable[Line]) -> tuple[tuple[Line, ...], tuple[int, ...]]:
    """The rows that hold something, and the numbers of those that stand right under an empty one.

    >>> without_empty([(1, ("Школа",)), (2, ("",)), (3, ("№ 1",))])
    (((1, ('Школа',)), (3, ('№ 1',))), (3,))
    """
    filled: list[Line] = []
    apart: list[int] = []
    under_empty = False
    for number, cells in lines:
        if not any(cells):
            under_empty = True
            continue
        if under_empty and filled:
            apart.append(number)
        filled.append((number, cells))
        under_empty = False
    return tuple(filled), tuple(apart)

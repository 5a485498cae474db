"""Rows of a table of another program as texts, with what is wrong or doubtful in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from attrs import frozen

from prikaz.findings import FindingKind

#: A row: its number as a clerk finds it, from 1, and its cells.
Line: TypeAlias = tuple[int, tuple[str, ...]]


@frozen(kw_only=True)
class GridFinding:
    """What is wrong with a table, or doubtful in it (замечание к таблице).

    Attributes:
        kind: What kind of finding it is.
        row: Number of the row, from 1; 0 for the whole table.
        column: Number of the column, from 1; 0 for the whole row.
        message: What is wrong and what came.
        hint: What to do, in the imperative; "" when the message says it all.
    """

    kind: FindingKind
    row: int = 0
    column: int = 0
    message: str
    hint: str = ""


@frozen(kw_only=True)
class Grid:
    """A table (таблица).

    Attributes:
        lines: Its rows that are not empty; the first names the columns.
        faults: Why the table cannot be read as it stands.
        cell_faults: Cells whose text is not what a clerk sees in them.
        merged: Values that stand once for several rows, and would be those of the upper one only.
        doubts: What is read, and may not be meant.
        partial_dates: For each column the first cell of a date of which Excel shows a part only: it makes
            such dates of fractions and numbers that somebody has typed.
        sheet: Name of its sheet; "" for a csv.
        other_sheets: Names of the other sheets that hold something, and are not hidden.
    """

    lines: tuple[Line, ...] = ()
    faults: tuple[GridFinding, ...] = ()
    cell_faults: tuple[GridFinding, ...] = ()
    merged: tuple[GridFinding, ...] = ()
    doubts: tuple[GridFinding, ...] = ()
    partial_dates: tuple[GridFinding, ...] = ()
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()


def without_empty(lines: Iterable[Line]) -> tuple[tuple[Line, ...], tuple[int, ...]]:
    """The rows that hold something, and the numbers of those that stand right under an empty one.

    >>> without_empty([(1, ("Школа",)), (2, ("",)), (3, ("№ 1",))])
    (((1, ('Школа',)), (3, ('№ 1',))), (3,))
    """
    filled: list[Line] = []
    after_gap: list[int] = []
    under_empty = False
    for number, cells in lines:
        if not any(cells):
            under_empty = True
            continue
        if under_empty and filled:
            after_gap.append(number)
        filled.append((number, cells))
        under_empty = False
    return tuple(filled), tuple(after_gap)

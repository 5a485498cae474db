"""Numbers of clauses and annexes (нумерация): computed, never typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from prikaz.findings import Path
from prikaz.model.clauses import Clause, Marker


class NumberedClause(NamedTuple):
    """A clause with its place in the document; a tuple, because an order has many of them.

    Attributes:
        clause: The clause itself; its sub-clauses follow as items of their own.
        level: Depth among the clauses, from 1.
        number: "2.1" without the closing stop; "" for a dash and a clause without a number.
        path: Path of the clause in the order.
    """

    clause: Clause
    level: int
    number: str
    path: Path


def number_clauses(
    clauses: Sequence[Clause], path: Path, prefix: str = "", level: int = 1
) -> list[NumberedClause]:
    """Number clauses and their sub-clauses in reading order.

    ``path`` is the path of the list itself. Only clauses whose marker is a
    number are counted.
    """
    numbered: list[NumberedClause] = []
    count = 0
    for place, clause in enumerate(clauses, 1):
        counted = clause.marker is Marker.NUMBER
        count += counted
        number = f"{prefix}{count}" if counted else ""
        here = (*path, place)
        numbered.append(NumberedClause(clause, level, number, here))
        if clause.clauses:
            inner = f"{number}." if counted else prefix
            numbered += number_clauses(clause.clauses, (*here, "подпункты"), inner, level + 1)
    return numbered

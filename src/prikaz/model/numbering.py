"""Numbers of clauses and annexes (нумерация): computed, never typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from prikaz.findings import Path
from prikaz.model.clauses import Clause, Marker


@frozen(kw_only=True)
class NumberedClause:
    """A clause with its place in the document.

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
) -> Iterator[NumberedClause]:
    """Number clauses and their sub-clauses in reading order.

    ``path`` is the path of the list itself. Only clauses whose marker is a
    number are counted.
    """
    count = 0
    for place, clause in enumerate(clauses, 1):
        counted = clause.marker is Marker.NUMBER
        count += counted
        number = f"{prefix}{count}" if counted else ""
        here = (*path, place)
        yield NumberedClause(clause=clause, level=level, number=number, path=here)
        if clause.clauses:
            inner = f"{number}." if counted else prefix
            yield from number_clauses(clause.clauses, (*here, "подпункты"), inner, level + 1)

"""Numbers of clauses and annexes (нумерация): computed, never typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from prikaz.findings import Path
from prikaz.model.annexes import Annex, ClauseList
from prikaz.model.clauses import Clause, Marker
from prikaz.model.orders import Order
from prikaz.model.prose import block_path


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


class NumberedAnnex(NamedTuple):
    """An annex with its number: None when it is the only one."""

    annex: Annex
    number: int | None
    path: Path


#: The numbered clauses of each list of an order by its path: its own first, then those of the annexes.
ClauseLists: TypeAlias = Mapping[Path, Sequence[NumberedClause]]


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


def number_annexes(order: Order) -> tuple[NumberedAnnex, ...]:
    """The annexes with their numbers; ГОСТ Р 7.0.97-2016, 5.19: the only one has none."""
    several = len(order.annexes) > 1
    return tuple(
        NumberedAnnex(annex=annex, number=place if several else None, path=("приложения", place))
        for place, annex in enumerate(order.annexes, 1)
    )


def number_lists(order: Order) -> ClauseLists:
    """The clauses of the order and of its annexes, numbered."""
    blocks = {
        (*block_path(("приложения", place), annex, index), "пункты"): block.clauses
        for place, annex in enumerate(order.annexes, 1)
        for index, block in enumerate(annex.blocks)
        if isinstance(block, ClauseList)
    }
    lists = {("пункты",): order.clauses, **blocks}
    return {path: number_clauses(clauses, path) for path, clauses in lists.items()}

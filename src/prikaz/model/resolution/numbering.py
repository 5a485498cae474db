"""Numbers of clauses and annexes (нумерация): computed, never typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from prikaz.findings import Path
from prikaz.model.annexes import Annex
from prikaz.model.blocks import Clause, ClauseList, Marker
from prikaz.model.contents import blocks
from prikaz.model.orders import Order


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
    """An annex with its number.

    Attributes:
        annex: The annex itself.
        number: Its number among its neighbours; None when it is the only one.
        path: Path of the annex in the order.
        parent: The annex that it belongs to; None when it belongs to the order.
    """

    annex: Annex
    number: int | None
    path: Path
    parent: NumberedAnnex | None = None


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
    """All annexes with their numbers, each before its own.

    ГОСТ Р 7.0.97-2016, 5.19: the only one has none. Behind a number given by hand the count goes on.
    """
    return tuple(_numbered_annexes(order.annexes, (), None))


def _numbered_annexes(
    annexes: Sequence[Annex], path: Path, parent: NumberedAnnex | None
) -> Iterator[NumberedAnnex]:
    several, last = len(annexes) > 1, 0
    for place, annex in enumerate(annexes, 1):
        here = (*path, "приложения", place)
        number = annex.number or (last + 1 if several else None)
        last = number or last
        numbered = NumberedAnnex(annex, number, here, parent)
        yield numbered
        yield from _numbered_annexes(annex.annexes, here, numbered)


def number_lists(order: Order) -> ClauseLists:
    """The clauses of the order and of its annexes, numbered."""
    lists: dict[Path, Sequence[Clause]] = {("пункты",): order.clauses}
    lists |= {
        (*path, "пункты"): block.clauses for path, block in blocks(order) if isinstance(block, ClauseList)
    }
    return {path: number_clauses(clauses, path) for path, clauses in lists.items()}

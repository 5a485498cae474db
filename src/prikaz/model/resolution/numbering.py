"""Numbers of clauses and annexes (нумерация): computed, never typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from prikaz.findings import Path
from prikaz.model.annexes import Annex
from prikaz.model.blocks import Clause, ClauseList, Marker
from prikaz.model.contents import blocks
from prikaz.model.orders import Order
from prikaz.model.resolution.markers import LOCAL, SECTIONS, counted, usual_under


class NumberedClause(NamedTuple):
    """A clause with its place in the document; a tuple, because an order has many of them.

    Attributes:
        clause: The clause itself; its sub-clauses follow as items of their own.
        level: Depth among the clauses, from 1.
        number: "2.1", "б", "IV", as its marker writes it, without stop or bracket; "" for a dash and a clause
            without a number.
        path: Path of the clause in the order.
        marker: What stands before it: its own marker, else that of its list, else what is usual.
        parent: The clause that it belongs to; None for the first level.
        with_section: Whether numbers of its list begin with those of sections.
    """

    clause: Clause
    level: int
    number: str
    path: Path
    marker: Marker = Marker.NUMBER
    parent: NumberedClause | None = None
    with_section: bool = False

    @property
    def is_section(self) -> bool:
        """Whether it is printed as a heading of a section."""
        return self.marker in SECTIONS or (
            self.clause.is_heading and self.marker in {Marker.NUMBER, Marker.ABSENT}
        )


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


class _Numbers:
    """Numbers of one scope (1., 2. or 2.1., 2.2.), which may hold several groups of clauses."""

    __slots__ = ("count", "prefix")

    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        self.count = 0

    def next(self) -> str:
        self.count += 1
        return f"{self.prefix}{self.count}"


def number_clauses(
    clauses: Sequence[Clause], path: Path, marker: Marker | None = None, *, with_section: bool = False
) -> list[NumberedClause]:
    """Number clauses and their sub-clauses in reading order.

    Numbers (1., 1.1.) go on through the whole list, also under headings that do not number their clauses:
    sections with a Roman figure, chapters, and clauses without a number. They begin anew only under a
    clause with a number (1.1.), in each article, and in each section where they begin with its number: under
    II. or Глава 2. come 2.1., 2.2. Headings of one kind are counted through the list;
    brackets and letters begin anew in each group. A dash and a clause without a number are not counted.

    Args:
        clauses: The clauses of one list.
        path: Path of the list itself.
        marker: What the list says of its clauses; None: as usual.
        with_section: Whether numbers begin with that of the section they stand in.
    """
    numbered: list[NumberedClause] = []
    _number(clauses, path, marker, None, _Numbers(), _Whole(with_section, Counter(), numbered))
    return numbered


class _Whole(NamedTuple):
    """What all groups of a list share: how it counts, its sections so far, its clauses so far."""

    with_section: bool
    sections: Counter[Marker]
    numbered: list[NumberedClause]

    def scope_under(self, item: NumberedClause, numbers: _Numbers) -> _Numbers:
        """Where the numbers under a clause are counted, which itself stands among ``numbers``."""
        if item.marker is Marker.NUMBER:
            return _Numbers(f"{item.number}.")
        if self.with_section and item.marker in SECTIONS:
            return _Numbers(f"{self.sections[item.marker]}.")
        return _Numbers() if item.marker is Marker.ARTICLE else numbers


def _number(  # noqa: PLR0913 (what a group of clauses inherits)
    clauses: Sequence[Clause],
    path: Path,
    said: Marker | None,
    parent: NumberedClause | None,
    numbers: _Numbers,
    whole: _Whole,
) -> None:
    usual = said or usual_marker(parent)
    level = 1 if parent is None else parent.level + 1
    local: Counter[Marker] = Counter()
    for place, clause in enumerate(clauses, 1):
        marker = clause.marker or usual
        number = ""
        if marker is Marker.NUMBER:
            number = numbers.next()
        elif marker in SECTIONS or marker in LOCAL:
            counts = whole.sections if marker in SECTIONS else local
            counts[marker] += 1
            number = counted(marker, counts[marker])
        item = NumberedClause(clause, level, number, (*path, place), marker, parent, whole.with_section)
        whole.numbered.append(item)
        if clause.clauses:
            inner = whole.scope_under(item, numbers)
            where = (*path, place, "подпункты")
            _number(clause.clauses, where, clause.clause_marker, item, inner, whole)


def usual_marker(parent: NumberedClause | None) -> Marker:
    """What stands before the clauses of a group when nothing is said; the parts of an article hold 1), 2).

    Letters do not stand under letters: below a bracket that stands under one there are dashes.
    """
    while parent is not None and parent.marker is Marker.ABSENT:
        parent = parent.parent
    if parent is None:
        return Marker.NUMBER
    if parent.marker is Marker.NUMBER and article_of(parent):
        return Marker.BRACKET
    usual = usual_under(parent.marker)
    return Marker.DASH if usual is Marker.LETTER and _has_letter(parent) else usual


def _has_letter(item: NumberedClause | None) -> bool:
    """Whether a clause or one that it stands in begins with a letter."""
    while item is not None and item.marker is not Marker.LETTER:
        item = item.parent
    return item is not None


def article_of(item: NumberedClause) -> NumberedClause | None:
    """The article in which the numbers around a clause begin anew: numbers with a section are told by it."""
    if item.with_section:
        return None
    above = item.parent
    while above is not None and above.marker is not Marker.ARTICLE:
        above = above.parent
    return above


def section_of(item: NumberedClause) -> NumberedClause | None:
    """The section with whose number that of a clause begins."""
    above = item.parent if item.with_section else None
    while above is not None and above.marker not in SECTIONS:
        above = above.parent
    return above


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
        own = None if annex.act else annex.number  # with an act it is the number in that act
        number = own or (last + 1 if several else None)
        last = number or last
        numbered = NumberedAnnex(annex, number, here, parent)
        yield numbered
        yield from _numbered_annexes(annex.annexes, here, numbered)


def number_lists(order: Order) -> ClauseLists:
    """The clauses of the order and of its annexes, numbered."""
    return {path: number_list(holder, path) for path, holder in clause_lists(order)}


def number_list(holder: Order | ClauseList, path: Path) -> list[NumberedClause]:
    """The clauses of what holds a list of them, numbered as it says."""
    return number_clauses(holder.clauses, path, holder.clause_marker, with_section=holder.with_section)


def clause_lists(order: Order) -> Iterator[tuple[Path, Order | ClauseList]]:
    """What holds a list of clauses, by the path of the list: the order first, then those of its annexes."""
    yield ("пункты",), order
    for path, block in blocks(order):
        if isinstance(block, ClauseList):
            yield (*path, "пункты"), block

"""Two orders side by side by meaning: clauses, activities and indicators, not lines.

Things of one kind are matched by their words; figures do not count in matching,
so that «до 01.06.2027» and «до 01.06.2028» are one clause that has changed.
"""

from __future__ import annotations

import difflib
import enum
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

import attrs
from attrs import field, frozen

from prikaz.annotations import checked
from prikaz.findings import Path, print_path
from prikaz.language.time.dates import format_date
from prikaz.model import Activity, Annex, Body, Cell, Clause, Indicator, Order, Position, Section, Target
from prikaz.model.contents import block_path
from prikaz.model.terms import terms

#: How alike two texts must be to be one thing, from 0 to 1.
_ALIKE: Final = 0.6
_FIGURES: Final = re.compile(r"\d+")
#: What a thing is called, by its class, and the field by which it is known again.
_THINGS: Final[dict[type, tuple[str, str]]] = {
    Annex: ("приложение", "title"),
    Clause: ("пункт", "text"),
    Section: ("раздел", "title"),
    Activity: ("мероприятие", "title"),
    Indicator: ("показатель", "name"),
}


class DifferenceKind(enum.Enum):
    """What has become of a thing (вид различия)."""

    ADDED = "добавлено"
    REMOVED = "убрано"
    CHANGED = "изменено"
    MOVED = "перемещено"


@frozen(kw_only=True)
class Difference:
    """One difference of two orders (различие).

    Attributes:
        kind: What has become of it.
        what: What it is: "пункт", "мероприятие", "показатель", "приложение", "реквизит".
        path: Where it stands now; what was removed, where it stood.
        was: The words as they stood; of a thing that moved, its old place.
        became: The words as they are.
        moved_from: Where a thing that moved stood; empty for all others.
    """

    kind: DifferenceKind
    what: str
    path: Path
    was: str = ""
    became: str = ""
    moved_from: Path = ()


@frozen(kw_only=True)
class _Thing:
    """Something that is known again by its words: a clause, an activity, an annex."""

    cls: type
    path: Path
    words: str
    fields: dict[Path, str] = field(factory=dict)


@checked
def compare(old: Order, new: Order) -> tuple[Difference, ...]:
    """What differs in two orders.

    >>> from prikaz.model import Kind, Person, Signature
    >>> old = Order(kind=Kind.ORDER, clauses=["Сдать отчёт до 01.06.2027."],
    ...             signatures=[Signature(person=Person(last="Белов"))])
    >>> new = attrs.evolve(old, clauses=["Сдать отчёт до 01.06.2028.", "Наградить лучших."])
    >>> [(item.kind.value, item.path) for item in compare(old, new)]
    [('изменено', ('пункты', 1, 'текст')), ('добавлено', ('пункты', 2))]
    """
    before, after = list(_things(old, ())), list(_things(new, ()))
    found = [*_changed(before[0], after[0])]
    for cls in _THINGS:
        found += _compared(
            [thing for thing in before if thing.cls is cls], [thing for thing in after if thing.cls is cls]
        )
    return tuple(found)


# Taking an order apart ----------------------------------------------------------------------------------


def _things(owner: Any, path: Path) -> Iterator[_Thing]:  # noqa: ANN401 (an object of the model)
    """An object as a thing, then the things in it."""
    words = getattr(owner, _THINGS[type(owner)][1]) if type(owner) in _THINGS else ""
    inner: list[tuple[Path, Any]] = []
    fields = dict(_fields(owner, (), inner))
    yield _Thing(cls=type(owner), path=path, words=words, fields=fields)
    for where, thing in inner:
        yield from _things(thing, (*path, *where))


def _fields(value: Any, path: Path, inner: list[tuple[Path, Any]]) -> Iterator[tuple[Path, str]]:  # noqa: ANN401
    """The texts of a value with their paths; things in it are put aside."""
    if isinstance(value, tuple):
        for place, item in enumerate(value, 1):
            key, content = item if _is_pair(item) else (place, item)
            where = (*path, key.value if isinstance(key, enum.Enum) else key)
            if type(content) in _THINGS:
                inner.append((where, content))
            else:
                yield from _fields(content, where, inner)
    elif _has_fields(type(value)):
        cls: type = type(value)
        for name, term in terms(cls).items():
            held = getattr(value, name)
            if name == "blocks":
                for index, block in enumerate(held):
                    yield from _fields(block, block_path(path, held, index), inner)
            else:
                where = path if term.flat else (*path, term.name)
                yield from _fields(held, where, inner)
    elif text := _printed(value):
        yield path, text


def _has_fields(cls: type) -> bool:
    """Whether a value is compared field by field, and not in its own words."""
    return attrs.has(cls) and bool(terms(cls)) and cls not in (Body, Position, Target)


def _is_pair(item: object) -> bool:
    return isinstance(item, tuple) and len(item) == 2 and not isinstance(item[0], Cell)  # noqa: PLR2004


def _printed(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "да" if value else ""
    if isinstance(value, date):
        return format_date(value)
    return str(value.value) if isinstance(value, enum.Enum) else str(value)


# Matching -----------------------------------------------------------------------------------------------


def _compared(before: Sequence[_Thing], after: Sequence[_Thing]) -> Iterator[Difference]:
    pairs = _matched(before, after)
    moved = _out_of_order([old for old, _ in pairs])
    for index, thing in enumerate(after):
        old = next((old for old, new in pairs if new == index), None)
        what = _THINGS[thing.cls][0]
        if old is None:
            yield Difference(kind=DifferenceKind.ADDED, what=what, path=thing.path, became=thing.words)
            continue
        if old in moved:
            yield _moved(what, before[old], thing)
        yield from _changed(before[old], thing)
    known = {old for old, _ in pairs}
    for index, thing in enumerate(before):
        if index not in known:
            what = _THINGS[thing.cls][0]
            yield Difference(kind=DifferenceKind.REMOVED, what=what, path=thing.path, was=thing.words)


def _moved(what: str, old: _Thing, new: _Thing) -> Difference:
    return Difference(
        kind=DifferenceKind.MOVED,
        what=what,
        path=new.path,
        was=print_path(old.path),
        became=new.words,
        moved_from=old.path,
    )


def _changed(old: _Thing, new: _Thing) -> Iterator[Difference]:
    what = _THINGS[new.cls][0] if new.cls in _THINGS else "реквизит"
    for path in dict.fromkeys([*new.fields, *old.fields]):
        was, became = old.fields.get(path, ""), new.fields.get(path, "")
        if was != became:
            where = (*new.path, *path)
            yield Difference(kind=DifferenceKind.CHANGED, what=what, path=where, was=was, became=became)


def _matched(before: Sequence[_Thing], after: Sequence[_Thing]) -> list[tuple[int, int]]:
    """Pairs of places of the same thing, in the order of ``after``; the likest are paired first."""
    likeness = [
        (-_likeness(old.words, new.words), abs(first - second), first, second)
        for first, old in enumerate(before)
        for second, new in enumerate(after)
    ]
    free_before, free_after = set(range(len(before))), set(range(len(after)))
    pairs = []
    for unlike, _, first, second in sorted(likeness):
        if -unlike >= _ALIKE and first in free_before and second in free_after:
            free_before.discard(first)
            free_after.discard(second)
            pairs.append((first, second))
    return sorted(pairs, key=lambda pair: pair[1])


def _likeness(old: str, new: str) -> float:
    if old == new:
        return 1.0
    matcher = difflib.SequenceMatcher(None, _FIGURES.sub("0", old), _FIGURES.sub("0", new), autojunk=False)
    quick = matcher.quick_ratio()
    return min(0.99, matcher.ratio()) if quick >= _ALIKE else quick


def _out_of_order(places: Sequence[int]) -> set[int]:
    """Places that are not of the longest run that is still in order."""
    tails: list[int] = []
    lengths: list[int] = []
    for place in places:
        length = bisect_left(tails, place)
        tails[length : length + 1] = [place]
        lengths.append(length)
    in_order: set[int] = set()
    wanted = len(tails) - 1
    for place, length in reversed(list(zip(places, lengths, strict=True))):
        if length == wanted:
            in_order.add(place)
            wanted -= 1
    return set(places) - in_order

"""All running text of an order, each with its place: what checks, roll-over and references walk over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, cast, get_args

import attrs

from prikaz.findings import Path
from prikaz.language.deadlines.kinds import Deadline
from prikaz.model.contents import block_path
from prikaz.model.orders import Order
from prikaz.model.terms import Term, terms

_DEADLINES: Final = frozenset(get_args(Deadline))
#: Fields whose strings are no words of Russian: keys, addresses, forms that grammar or author have made.
_NO_WORDS: Final = frozenset({"ключ", "графа", "пусто", "почта", "телефон", "формы"})


def prose(order: Order) -> Iterator[tuple[Path, str]]:
    """Every running text of the order with its path, in the order of the document's fields.

    >>> from prikaz.model import Clause, Kind, Person, Signature
    >>> order = Order(kind=Kind.ORDER, clauses=["Создать комиссию."],
    ...               signatures=[Signature(person=Person(last="Белов"))])
    >>> list(prose(order))
    [(('пункты', 1, 'текст'), 'Создать комиссию.')]
    """
    return _walk(order, (), _is_prose)


def texts(order: Order) -> Iterator[tuple[Path, str]]:
    """Every text of the order with its path: prose, names, positions, deadlines; no keys, no addresses."""
    return _walk(order, (), _is_words)


def words(order: Order) -> set[str]:
    """The same texts without their paths, each once, and maybe some keys: many times as fast."""
    found: set[str] = set()
    walked: list[Any] = [order]
    for value in walked:  # goes on with what is put behind on the way
        cls: type = type(value)
        if cls is str:
            found.add(value)
        elif cls is tuple:
            walked += value
        elif cls in _DEADLINES:
            found.add(value.text)
        elif parts := _parts(cls):
            walked += filter(None, parts(value))
    return found


@lru_cache(maxsize=256)
def _parts(cls: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the fields of an object that may hold words; none for what holds no words."""
    if issubclass(cls, str):
        return lambda text: (str(text),)
    if not attrs.has(cls):
        return None
    names = [name for name, term in terms(cls).items() if _is_words(term)]
    if not names:
        return None
    return attrgetter(*names) if len(names) > 1 else attrgetter(*names, *names)  # of one it gives no tuple


def _is_prose(term: Term) -> bool:
    return term.prose


def _is_words(term: Term) -> bool:
    return term.name not in _NO_WORDS


def _walk(
    owner: attrs.AttrsInstance, path: Path, chosen: Callable[[Term], bool]
) -> Iterator[tuple[Path, str]]:
    for name, term in terms(type(owner)).items():
        value = getattr(owner, name)
        if name == "blocks":
            for index, block in enumerate(value):
                yield from _walk(block, block_path(path, value, index), chosen)
        elif value:
            yield from _field(value, path if term.flat else (*path, term.name), term, chosen)


def _field(
    value: object, path: Path, term: Term, chosen: Callable[[Term], bool]
) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if chosen(term):
            yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            if _is_pair(item):
                yield from _field(item[1], (*path, item[0]), term, chosen)
            else:
                yield from _field(item, (*path, number), term, chosen)
    elif type(value) in _DEADLINES:
        yield from _field(str(value), path, term, chosen)
    elif attrs.has(type(value)):
        yield from _walk(cast("attrs.AttrsInstance", value), path, chosen)


def _is_pair(item: object) -> bool:
    return isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str | int)  # noqa: PLR2004

"""All running text of an order, each with its place: what checks, roll-over and references walk over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import attrs

from prikaz.findings import Path
from prikaz.model.annexes import BLOCKS, Annex
from prikaz.model.orders import Order
from prikaz.model.terms import Term, terms

_BLOCK_NAMES = {cls: name for name, cls in BLOCKS.items()}


def prose(order: Order) -> Iterator[tuple[Path, str]]:
    """Every running text of the order with its path, in the order of the document's fields.

    >>> from prikaz.model import Clause, Kind, Person, Signature
    >>> order = Order(kind=Kind.ORDER, clauses=["Создать комиссию."],
    ...               signatures=[Signature(person=Person(last="Белов"))])
    >>> list(prose(order))
    [(('пункты', 1, 'текст'), 'Создать комиссию.')]
    """
    return _walk(order, ())


def block_path(annex_path: Path, annex: Annex, index: int) -> Path:
    """Path of a block: by its name alone when the annex has one, by its place too when it has several."""
    name = _BLOCK_NAMES[type(annex.blocks[index])]
    return (*annex_path, name) if len(annex.blocks) == 1 else (*annex_path, "блоки", index + 1, name)


def _walk(owner: attrs.AttrsInstance, path: Path) -> Iterator[tuple[Path, str]]:
    for name, term in terms(type(owner)).items():
        value = getattr(owner, name)
        if isinstance(owner, Annex) and name == "blocks":
            for index, block in enumerate(owner.blocks):
                yield from _walk(block, block_path(path, owner, index))
        elif value:
            yield from _field(value, path if term.flat else (*path, term.name), term)


def _field(value: object, path: Path, term: Term) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if term.prose and value:
            yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            if _is_pair(item):
                yield from _field(item[1], (*path, item[0]), term)
            else:
                yield from _field(item, (*path, number), term)
    elif attrs.has(type(value)):
        yield from _walk(cast("attrs.AttrsInstance", value), path)


def _is_pair(item: object) -> bool:
    return isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str | int)  # noqa: PLR2004

"""An order taken apart into its fields and put together again, each field with its path."""

from __future__ import annotations

import enum
import operator
from collections.abc import Callable
from typing import Any, TypeAlias

import attrs
from attrs import frozen

from prikaz.findings import Path
from prikaz.model.blocks import Block
from prikaz.model.contents import block_path
from prikaz.model.indicators import Target
from prikaz.model.orders import Order
from prikaz.model.terms import Term, terms


@frozen(kw_only=True)
class FieldLocation:
    """Where a value stands in the order.

    Attributes:
        path: Its path, in the words of the data file.
        owner: The class that holds it.
        name: English name of the field.
        prose: Whether it is running text.
    """

    path: Path
    owner: type
    name: str
    prose: bool


#: Gives a new value for the value of a location, or the same one.
FieldEdit: TypeAlias = Callable[[FieldLocation, Any], Any]


def rebuild(order: Order, edit: FieldEdit) -> Order:
    """Make an order whose every value is what ``edit`` makes of it.

    Values are texts, numbers, dates, deadlines, targets, words of a list, and None; lists and objects of the
    model are taken apart.
    """
    made: Order = _record(order, (), edit)
    return made


def _record(owner: Any, path: Path, edit: FieldEdit) -> Any:  # noqa: ANN401 (an object of the model)
    changed = {}
    cls: type = type(owner)
    for name, term in terms(cls).items():
        value = getattr(owner, name)
        new = _blocks(value, path, edit) if name == "blocks" else _field(owner, name, term, path, edit)
        if new is not value:
            changed[name] = new
    return attrs.evolve(owner, **changed) if changed else owner


def _blocks(held: tuple[Block, ...], path: Path, edit: FieldEdit) -> tuple[Any, ...]:
    edited = (_record(block, block_path(path, held, index), edit) for index, block in enumerate(held))
    return _same_or_new(held, tuple(edited))


def _field(owner: Any, name: str, term: Term, path: Path, edit: FieldEdit) -> Any:  # noqa: ANN401
    where = path if term.flat else (*path, term.name)
    location = FieldLocation(path=where, owner=type(owner), name=name, prose=term.prose)
    return _value(getattr(owner, name), location, edit)


def _value(value: Any, location: FieldLocation, edit: FieldEdit) -> Any:  # noqa: ANN401
    if isinstance(value, tuple):
        return _same_or_new(
            value, tuple(_item(item, place, location, edit) for place, item in enumerate(value, 1))
        )
    if not isinstance(value, Target) and _has_fields(value):
        return _record(value, location.path, edit)
    return edit(location, value)


def _item(item: Any, place: int, location: FieldLocation, edit: FieldEdit) -> Any:  # noqa: ANN401
    if _is_pair(item):
        key, value = item
        new = _value(value, _inside(location, key.value if isinstance(key, enum.Enum) else key), edit)
        return item if new is value else (key, new)
    return _value(item, _inside(location, place), edit)


def _inside(location: FieldLocation, step: str | int) -> FieldLocation:
    return attrs.evolve(location, path=(*location.path, step))


def _same_or_new(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    return old if all(map(operator.is_, old, new)) else new


def _is_pair(item: object) -> bool:
    """Whether an item of a list is a value with its key."""
    return isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str | int | enum.Enum)  # noqa: PLR2004


def _has_fields(value: object) -> bool:
    """Whether a value is an object of the model with fields of its own."""
    cls: type = type(value)
    return attrs.has(cls) and bool(terms(cls))

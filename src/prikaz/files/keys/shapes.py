"""What may stand in each field of the model, read from its annotations once.

Reading, writing, the JSON Schema and the glossary walk over these shapes, so
that a new field or class of the model appears in all four by itself.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

from prikaz.language.deadlines.kinds import Deadline
from prikaz.model import (
    Block,
    Body,
    Cell,
    Clause,
    ClauseList,
    Column,
    Emblem,
    Field,
    Heading,
    Illustration,
    Image,
    Membership,
    NewWording,
    Paragraph,
    Position,
    Target,
)
from prikaz.model.acts import AmendingAct
from prikaz.model.terms import hints


class Scalar(NamedTuple):
    """One text: ``kind`` is str, int, bool, date, Decimal, an enumeration, Deadline or Image."""

    kind: Any


class Record(NamedTuple):
    """An object of a class of the model, by its keys; or by its main value alone, where it has one."""

    cls: type

    @property
    def main(self) -> str | None:
        """The field that a text or a list stands for."""
        return _MAIN.get(self.cls)


class ListOf(NamedTuple):
    """A list; one item may stand without it."""

    item: Shape


class MappingOf(NamedTuple):
    """A mapping by keys of the author's own: names, years, cases."""

    key: Scalar
    value: Shape


class Blocks:
    """Blocks, each under the key of its kind."""


Shape: TypeAlias = Scalar | Record | ListOf | MappingOf | Blocks

_MAIN: Final[Mapping[type, str]] = MappingProxyType(
    {
        Body: "name",
        Cell: "text",
        Clause: "text",
        ClauseList: "clauses",
        Column: "key",
        Emblem: "image",
        Field: "value",
        Heading: "text",
        Illustration: "image",
        Membership: "members",
        NewWording: "blocks",
        Paragraph: "text",
        Position: "title",
    }
)


#: Classes whose object one text makes by a grammar of its own.
READ_FROM_TEXT: Final[Mapping[type, Callable[[str], Any]]] = MappingProxyType(
    {Target: Target.parse, AmendingAct: AmendingAct.parse}
)


@cache
def shapes(cls: type) -> Mapping[str, Shape]:
    """The shapes of the fields of a class by their English names, in the order of the fields.

    >>> from prikaz.model import Order
    >>> shapes(Order)["clauses"]
    ListOf(item=Record(cls=<class 'prikaz.model.blocks.Clause'>))
    """
    return MappingProxyType({name: _shape(hint) for name, hint in hints(cls).items()})


def _shape(hint: Any) -> Shape:  # noqa: ANN401 (a type, an alias or a union)
    if hint == Deadline:
        return Scalar(Deadline)
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        (hint,) = (option for option in typing.get_args(hint) if option is not type(None))
    if typing.get_origin(hint) is tuple:
        return _list_of(typing.get_args(hint)[0])
    return Record(hint) if hasattr(hint, "__attrs_attrs__") and hint is not Image else Scalar(hint)


def _list_of(item: Any) -> Shape:  # noqa: ANN401
    if item == Block:
        return Blocks()
    arguments = typing.get_args(item)
    if typing.get_origin(item) is tuple and arguments[-1] is not Ellipsis:
        key, value = arguments
        return MappingOf(Scalar(key), _shape(value))
    return ListOf(_shape(item))


@cache
def holds_blocks(cls: type) -> bool:
    """Whether blocks may stand in the mapping of an object by the names of their kinds."""
    return any(isinstance(shape, Blocks) for shape in shapes(cls).values())

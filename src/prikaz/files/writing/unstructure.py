"""Objects of the model as plain data with Russian keys, in the shortest natural form.

What is as usual is left out; a text stands for an object that has nothing
else; one item stands without a list where the field has a name for one.
Whatever is shortened is read back as it was.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import attrs
from attrs import NOTHING

from prikaz.annotations import checked
from prikaz.errors import ModelError
from prikaz.files.keys.keys import keys
from prikaz.files.keys.shapes import (
    READ_FROM_TEXT,
    Blocks,
    ListOf,
    MappingOf,
    Record,
    Scalar,
    Shape,
    shapes,
)
from prikaz.files.loading.scalars import to_plain
from prikaz.language.words.spelling import fold
from prikaz.model import BLOCKS, Annex, Block, NewWording, Order, Paragraph
from prikaz.model.terms import terms

#: Texts, whole numbers, yes and no, lists and mappings by texts: what JSON knows.
PlainData: TypeAlias = str | int | bool | list["PlainData"] | dict[str, "PlainData"]

_BLOCK_NAMES = {cls: name for name, cls in BLOCKS.items()}


@checked
def to_dict(order: Order) -> dict[str, PlainData]:
    """Put an order into plain data with Russian keys, in the shortest natural form.

    Returns:
        Texts, whole numbers, yes and no, lists and mappings: what JSON knows. ``from_dict`` makes the
        same order of it.
    """
    return _fields(order)


def unstructure(shape: Shape, value: Any) -> PlainData:  # noqa: ANN401 (a value of the shape)
    """A value of a shape as plain data."""
    match shape:
        case Scalar():
            return to_plain(value)
        case Record():
            return _record(shape, value)
        case ListOf():
            return [unstructure(shape.item, item) for item in value]
        case MappingOf():
            return {str(to_plain(key)): _alone(unstructure(shape.value, item)) for key, item in value}
        case Blocks():
            return [_block(block) for block in value]


def _record(shape: Record, value: Any) -> PlainData:  # noqa: ANN401
    if shape.cls in READ_FROM_TEXT and _is_told_by_text(value):
        return str(value)
    if isinstance(value, NewWording):
        return _alone([_block(block) for block in value.blocks])
    fields = _fields(value)
    main = shape.main
    if main and set(fields) == {terms(shape.cls)[main].name}:
        return fields[terms(shape.cls)[main].name]
    return fields


def _is_told_by_text(value: Any) -> bool:  # noqa: ANN401
    """Whether an object is read back as it was from its own words."""
    try:
        return bool(READ_FROM_TEXT[type(value)](str(value)) == value)
    except ModelError:
        return False


def _fields(value: Any) -> dict[str, PlainData]:  # noqa: ANN401 (an object of the model)
    """An object of the model by its Russian keys; what is as usual is left out."""
    cls = type(value)
    fields: dict[str, PlainData] = {}
    for attribute in attrs.fields(cls):
        content = getattr(value, attribute.name)
        if not _is_usual(value, attribute, content):
            fields |= _field(cls, attribute.name, content)
    return fields


def _is_usual(owner: object, attribute: attrs.Attribute[Any], content: object) -> bool:
    """Whether a field holds what it holds when nothing is given."""
    default: Any = attribute.default
    if default is NOTHING:
        return False
    if hasattr(default, "factory"):
        default = default.factory(owner) if default.takes_self else default.factory()
    return bool(content == default)


def _field(cls: type, name: str, content: Any) -> dict[str, PlainData]:  # noqa: ANN401
    term, shape = terms(cls)[name], shapes(cls)[name]
    if isinstance(shape, Blocks):
        return _blocks(content)
    inner = _fields(content) if term.flat else {}
    if term.flat and not any(_is_own(cls, word) for word in inner):
        return inner
    if term.one and len(content) == 1:
        return {term.one: _alone(unstructure(shape, content))}
    return {term.name: unstructure(shape, content)}


def _is_own(cls: type, word: str) -> bool:
    """Whether a key of an object laid flat would be taken for a field of its owner."""
    return not keys(cls)[fold(word)].owner


def _alone(items: PlainData) -> PlainData:
    """One item without its list; a list in a list keeps both."""
    if not isinstance(items, list) or len(items) != 1 or isinstance(items[0], list):
        return items
    return items[0]


def _blocks(blocks: tuple[Block, ...]) -> dict[str, PlainData]:
    if len(blocks) > 1:
        return {terms(Annex)["blocks"].name: [_block(block) for block in blocks]}
    block = blocks[0]
    return {_BLOCK_NAMES[type(block)]: unstructure(Record(type(block)), block)}


def _block(block: Block) -> PlainData:
    content = unstructure(Record(type(block)), block)
    if isinstance(block, Paragraph) and isinstance(content, str):
        return content
    return {_BLOCK_NAMES[type(block)]: content}

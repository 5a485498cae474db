"""The JSON Schema of data files, so that an editor completes Russian keys and shows what they hold.

Made from the terms of the model. English keys and the many forms that a text
may take are allowed; what a value means is checked when a file is opened.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from prikaz.files.keys.shapes import (
    READ_FROM_TEXT,
    Blocks,
    ListOf,
    MappingOf,
    Record,
    Scalar,
    Shape,
    holds_blocks,
    shapes,
)
from prikaz.files.loading.draft import VERSION
from prikaz.files.loading.scalars import choices
from prikaz.model import BLOCKS, Image, Order
from prikaz.model.terms import Term, terms

Schema: TypeAlias = dict[str, Any]

_TEXT: Final[Mapping[str, Any]] = MappingProxyType({"type": ["string", "number", "null"]})
_LEAVES: Final[Mapping[Any, Mapping[str, Any]]] = MappingProxyType(
    {
        int: {"type": ["integer", "string", "null"]},
        bool: {"enum": ["да", "нет", True, False, None]},
        date: {"type": ["string", "null"], "examples": ["16.03.2027", "16 марта 2027 г."]},
        Decimal: {"type": ["number", "string", "null"]},
        Image: {"type": ["string", "null"], "examples": ["герб.png"]},
    }
)
_FILE_OF_ROWS: Final = r"\.(xlsx|csv)(#.+)?$"


def schema() -> Schema:
    """The JSON Schema (2020-12) of a data file of an order."""
    definitions: dict[str, Schema] = {}
    order = _object(Order, definitions)
    order["properties"]["версия"] = {"description": "Версия формата", "const": VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Приказ, постановление, распоряжение, решение",
        **order,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Schema]) -> Schema:
    properties: Schema = {}
    for name, term in terms(cls).items():
        shape = shapes(cls)[name]
        if term.flat and isinstance(shape, Record):
            properties = _object(shape.cls, definitions)["properties"] | properties
        properties |= _property(term, _of(shape, definitions))
    if holds_blocks(cls):
        properties |= {key: _of(Record(block), definitions) for key, block in BLOCKS.items()}
    return {"type": "object", "properties": properties}


def _property(term: Term, content: Schema) -> Schema:
    described = {"description": term.about, **content}
    return {word: described for word in (term.name, term.one) if word}


def _of(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    match shape:
        case Scalar():
            return _scalar(shape.kind)
        case Record():
            return _reference(shape, definitions)
        case ListOf():
            return _list(shape, definitions)
        case MappingOf():
            return {"type": ["object", "null"], "additionalProperties": _of(shape.value, definitions)}
        case Blocks():
            return _blocks(definitions)


def _scalar(kind: Any) -> Schema:  # noqa: ANN401 (a type or an alias of a union)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return {"enum": [*choices(kind), *(member.name.lower() for member in kind), None]}
    return dict(_LEAVES.get(kind, _TEXT))


def _reference(shape: Record, definitions: dict[str, Schema]) -> Schema:
    name = shape.cls.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _alternatives(shape, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _alternatives(shape: Record, definitions: dict[str, Schema]) -> Schema:
    """An object by its keys, or what may stand for it."""
    options = [_object(shape.cls, definitions)]
    if shape.main:
        main = shapes(shape.cls)[shape.main]
        options.append(_of(main, definitions))
        if isinstance(main, Blocks):
            options.append({"type": "string"})
    elif shape.cls in READ_FROM_TEXT:
        options.append(dict(_TEXT))
    return {"anyOf": options} if len(options) > 1 else options[0]


def _list(shape: ListOf, definitions: dict[str, Schema]) -> Schema:
    item = _of(shape.item, definitions)
    options = [{"type": "array", "items": item}, item]
    if not isinstance(shape.item, Scalar):
        options.append({"type": "string", "pattern": _FILE_OF_ROWS, "description": "Строки из файла рядом"})
    return {"anyOf": [*options, {"type": "null"}]}


def _blocks(definitions: dict[str, Schema]) -> Schema:
    named = {key: _of(Record(block), definitions) for key, block in BLOCKS.items()}
    block = {"type": "object", "properties": named, "minProperties": 1, "maxProperties": 1}
    return {"type": "array", "items": {"anyOf": [{"type": "string"}, block]}}

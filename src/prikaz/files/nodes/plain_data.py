"""Plain data of a program, of JSON or of TOML as nodes without places."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Final

from prikaz.files.nodes.descriptions import VALUE_WRONG_TYPE
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import (
    NOWHERE,
    FailedNode,
    MappingEntry,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
)
from prikaz.findings import Path
from prikaz.model.figures import to_text
from prikaz.model.typed_values import Misfit

#: What has items, and no order that would be the same tomorrow, or is no data.
_NO_LISTS: Final = (str, bytes, bytearray, set, frozenset, type)


def to_node(value: object, faults: Faults, path: Path = ()) -> Node:
    """Turn plain data into nodes; what no data file could hold is a fault.

    >>> from datetime import date
    >>> to_node({"номер": 75, "дата": date(2027, 3, 16)}, Faults()).entries[1].value.text
    '16.03.2027'
    """
    if isinstance(value, Mapping):
        return MappingNode(tuple(_entry(key, item, faults, path) for key, item in value.items()))
    if isinstance(value, Iterable) and not isinstance(value, _NO_LISTS):
        return SequenceNode(
            tuple(to_node(item, faults, (*path, place)) for place, item in enumerate(value, 1))
        )
    text = _text(value)
    if isinstance(text, Misfit):
        faults.add(VALUE_WRONG_TYPE, NOWHERE, text.message, text.hint, path)
        return FailedNode()
    return ScalarNode(text=text)


def _entry(key: object, value: object, faults: Faults, path: Path) -> MappingEntry:
    text = _text(key)
    if isinstance(text, Misfit):
        faults.add(VALUE_WRONG_TYPE, NOWHERE, f"ключ: {text.message}", text.hint, path)
    name = text if isinstance(text, str) else ""
    return MappingEntry(key=name, value=to_node(value, faults, (*path, name)))


def _text(value: object) -> str | Misfit | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "да" if value else "нет"
    return _text(value.value) if isinstance(value, enum.Enum) else to_text(value)

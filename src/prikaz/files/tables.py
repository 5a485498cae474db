"""What tables of a data file mean beyond their keys: rows from a file beside, columns of the author's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

from prikaz.files.faults import Faults
from prikaz.files.keys import fold, keys
from prikaz.files.nodes import Dictionary, Entry, Listing, Node, Scalar
from prikaz.model import Activity, Column, Roadmap, Section
from prikaz.model.terms import terms


@frozen(kw_only=True)
class FileTables:
    """Tables of one data file (таблицы).

    Attributes:
        faults: Where faults are told.
        folder: Where files of rows are looked for; None when data came from memory, which names no files.
    """

    faults: Faults
    folder: Path | None

    def rows(self, cls: type, node: Node) -> Node:
        """The rows that a text with the name of a file stands for; any other node as it is."""
        return node

    def prepare(self, cls: type, node: Dictionary) -> Dictionary:
        """The mapping of a table with values of the author's own columns put under «прочее»."""
        if cls is not Roadmap:
            return node
        return _inside(node, Roadmap, {fold(name): name for name in _column_keys(node)})


def _column_keys(node: Dictionary) -> list[str]:
    """Keys of the columns that a table names."""
    columns = entry_of(node, Roadmap, "columns")
    items = columns.value.items if columns and isinstance(columns.value, Listing) else ()
    named = (_column_key(item) for item in items)
    return [name for name in named if name]


def _column_key(node: Node) -> str:
    if isinstance(node, Dictionary):
        entry = entry_of(node, Column, "key")
        return _column_key(entry.value) if entry else ""
    return node.text or "" if isinstance(node, Scalar) else ""


def entry_of(node: Dictionary, cls: type, name: str) -> Entry | None:
    """The entry for a field of a class, if the mapping has one."""
    known = keys(cls)
    for entry in node.entries:
        key = known.get(fold(entry.key))
        if key and key.field == name and not key.owner:
            return entry
    return None


def _gather(cls: type, node: Node, own: Mapping[str, str]) -> Node:
    """A list of activities or of sections with the author's own columns gathered in each activity."""
    if isinstance(node, Listing):
        return evolve(node, items=tuple(_gather(cls, item, own) for item in node.items))
    if not isinstance(node, Dictionary):
        return node
    if cls is Activity:
        return _gather_row(node, own)
    return _inside(node, cls, own)


def _inside(node: Dictionary, cls: type, own: Mapping[str, str]) -> Dictionary:
    """A mapping of a roadmap or a section with its rows gathered."""
    rows = {entry_of(node, cls, name): item for name, item in _ROWS[cls].items()}
    return node.evolve(
        evolve(entry, value=_gather(rows[entry], entry.value, own)) if entry in rows else entry
        for entry in node.entries
    )


def _gather_row(node: Dictionary, own: Mapping[str, str]) -> Dictionary:
    known = keys(Activity)
    mine = [entry for entry in node.entries if fold(entry.key) in own and fold(entry.key) not in known]
    if not mine:
        return node
    other = entry_of(node, Activity, "other")
    given = other.value.entries if other and isinstance(other.value, Dictionary) else ()
    named = (evolve(entry, key=own[fold(entry.key)]) for entry in mine)
    value = Dictionary(entries=(*given, *named), place=mine[0].place)
    rest = [entry for entry in node.entries if entry not in mine and entry is not other]
    return node.evolve([*rest, Entry(key=terms(Activity)["other"].name, value=value, place=mine[0].place)])


#: Fields of a table that hold rows, with the class of a row or of what holds rows in turn.
_ROWS: Final[Mapping[type, Mapping[str, type]]] = MappingProxyType(
    {Roadmap: {"activities": Activity, "sections": Section}, Section: {"activities": Activity}}
)

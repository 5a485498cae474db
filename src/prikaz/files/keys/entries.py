"""The entries of one mapping, sorted by the fields of a class that they are for."""

from __future__ import annotations

from prikaz.files.keys.keys import BLOCK_KEYS, keys
from prikaz.files.keys.shapes import Record, holds_blocks, shapes
from prikaz.files.nodes.nodes import MappingEntry, MappingNode
from prikaz.language.words.misspelling import nearest
from prikaz.language.words.spelling import fold
from prikaz.model import BLOCKS
from prikaz.model.terms import terms


class SortedEntries:
    """Entries of a mapping by what they are for.

    Attributes:
        own: By English name of the field.
        flat: Entries for an object laid flat in the mapping, by English name of the owner's field.
        blocks: Blocks, under the Russian names of their kinds.
        repeated: Entries for a field that already has one, with that one.
        unknown: Entries for no field, with the nearest known key, "" when none is near.
    """

    def __init__(self) -> None:
        self.own: dict[str, MappingEntry] = {}
        self.flat: dict[str, list[MappingEntry]] = {}
        self.blocks: list[tuple[str, MappingEntry]] = []
        self.repeated: list[tuple[MappingEntry, MappingEntry]] = []
        self.unknown: list[tuple[MappingEntry, str]] = []


def sort_entries(cls: type, node: MappingNode) -> SortedEntries:
    """Sort the entries of a mapping; a mistyped key is unknown, and taken for the nearest field."""
    result = SortedEntries()
    for entry in node.entries:
        word = fold(entry.key)
        if _is_known(cls, word):
            _put(cls, entry, word, result)
        else:
            result.unknown.append((entry, near_key(cls, entry.key)))
    for entry, near in result.unknown:
        key = keys(cls).get(fold(near))
        if key is None or key.field not in result.own:
            _put(cls, entry, fold(near), result)
    return result


def names(cls: type) -> list[str]:
    """Russian keys that a mapping of a class may have."""
    found: list[str] = []
    for name, term in terms(cls).items():
        shape = shapes(cls)[name]
        flat = names(shape.cls) if term.flat and isinstance(shape, Record) else []
        found += flat or [word for word in (term.one or term.name, term.name if term.one else "") if word]
    return [*dict.fromkeys(found), *(BLOCKS if holds_blocks(cls) else ())]


def near_key(cls: type, word: str) -> str:
    """The key of a class that is nearest to a word, Russian or English; "" when none is near."""
    return nearest(word, [*names(cls), *keys(cls)]) or ""


def is_known(cls: type, key: str) -> bool:
    """Whether a key is for a field of a class, or nearly."""
    return _is_known(cls, fold(key)) or bool(near_key(cls, key))


def _is_known(cls: type, word: str) -> bool:
    return word in keys(cls) or (holds_blocks(cls) and word in BLOCK_KEYS)


def _put(cls: type, entry: MappingEntry, word: str, result: SortedEntries) -> None:
    key = keys(cls).get(word)
    if key is None:
        if holds_blocks(cls) and word in BLOCK_KEYS:
            result.blocks.append((BLOCK_KEYS[word], entry))
    elif key.owner:
        result.flat.setdefault(key.owner, []).append(entry)
    elif key.field in result.own:
        result.repeated.append((result.own[key.field], entry))
    else:
        result.own[key.field] = entry

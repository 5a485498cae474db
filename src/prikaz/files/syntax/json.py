"""JSON as nodes with places.

The reader of Python gives no places; the parser of YAML gives them, but JSON
needs none of what it does, and a process that makes one document would wait
for it. So the text is checked by the one (:mod:`prikaz.files.syntax.json_recovery`) and
walked once more here.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final

from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import MappingEntry, MappingNode, Node, Place, ScalarNode, SequenceNode
from prikaz.files.nodes.size_limits import SizeLimits
from prikaz.files.nodes.source import Source
from prikaz.files.syntax.json_recovery import JSON_UNREADABLE, with_commas

_SPACES: Final = re.compile(r"[ \t\r\n]*")
#: What Python writes for numbers that are none, and reads.
_STRANGE: Final = frozenset({"NaN", "Infinity", "-Infinity"})
_STRINGS: Final = json.JSONDecoder()
_BARE: Final = re.compile(r"[^\s,\]}]+")


def compose_json(source: Source, faults: Faults) -> Node | None:
    """Make nodes of a text; None for an empty one.

    Raises:
        DataError: It is not JSON, nested too deep or too long; carries everything found so far.
    """
    if not source.text.strip():
        return None
    return _JsonComposer(with_commas(source, faults), faults).document()


class _JsonComposer:
    """Walks through a text that is known to be JSON."""

    def __init__(self, source: Source, faults: Faults) -> None:
        self._file = source.name
        self._text = source.text
        self._starts = [0, *accumulate(len(line) + 1 for line in source.lines)]
        self._faults = faults
        self._limits = SizeLimits(faults=faults)
        self._at = 0

    def document(self) -> Node:
        self._skip()
        return self._node(0)

    def _skip(self) -> None:
        self._at = _end(_SPACES, self._text, self._at)

    def _pass(self, sign: str) -> None:
        """Go past a sign, if it is there, and past the spaces around it."""
        self._skip()
        if self._text.startswith(sign, self._at):
            self._at += 1
            self._skip()

    def _place(self) -> Place:
        line = bisect_right(self._starts, self._at)
        return Place(file=self._file, line=line, column=self._at - self._starts[line - 1] + 1)

    def _node(self, depth: int) -> Node:
        place = self._place()
        self._limits.add(place)
        self._limits.check_depth(place, depth)
        match self._text[self._at]:
            case "{":
                return self._mapping(place, depth)
            case "[":
                return self._sequence(place, depth)
            case '"':
                return ScalarNode(text=self._string(), place=place)
        return ScalarNode(text=self._bare(place), place=place)

    def _string(self) -> str:
        text, self._at = _STRINGS.raw_decode(self._text, self._at)
        return str(text)

    def _bare(self, place: Place) -> str | None:
        """A number or a word as it is written; None for ``null``."""
        start, self._at = self._at, _end(_BARE, self._text, self._at)
        text = self._text[start : self._at]
        if text in _STRANGE:
            hint = "напишите число или текст в кавычках"
            self._faults.add(JSON_UNREADABLE, place, f"слова «{text}» в JSON нет", hint)
        return None if text == "null" else text

    def _sequence(self, place: Place, depth: int) -> SequenceNode:
        items: list[Node] = []
        self._pass("[")
        while self._text[self._at] != "]":
            items.append(self._node(depth + 1))
            self._pass(",")
        self._at += 1
        return SequenceNode(items=tuple(items), place=place)

    def _mapping(self, place: Place, depth: int) -> MappingNode:
        start = self._at
        entries: dict[str, MappingEntry] = {}
        self._pass("{")
        while self._text[self._at] != "}":
            entry = self._entry(depth)
            if entry.key in entries:
                self._faults.add_repeated_key(entry.key, entry.place, entries[entry.key].place)
            entries.setdefault(entry.key, entry)
            self._pass(",")
        self._at += 1
        return MappingNode(entries=tuple(entries.values()), place=place, written=self._text[start : self._at])

    def _entry(self, depth: int) -> MappingEntry:
        place = self._place()
        self._limits.add(place)
        key = self._string()
        self._pass(":")
        return MappingEntry(key=key, value=self._node(depth + 1), place=place)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a match that begins at ``at`` ends."""
    found = pattern.match(text, at)
    return found.end() if found else at

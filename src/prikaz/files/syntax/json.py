"""JSON as nodes with places.

The reader of Python tells no places; the parser of YAML tells them, but JSON
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

from prikaz.files.nodes.bounds import Bounds, tell_repeated
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import MappingEntry, MappingNode, Node, Place, ScalarNode, SequenceNode
from prikaz.files.nodes.source import Source
from prikaz.files.syntax.json_recovery import with_commas

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
        self._bounds = Bounds(faults=faults)
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
        self._bounds.add(place)
        self._bounds.check_depth(place, depth)
        match self._text[self._at]:
            case "{":
                return self._dictionary(place, depth)
            case "[":
                return self._listing(place, depth)
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
            self._faults.add(place, f"слова «{text}» в JSON нет", "напишите число или текст в кавычках")
        return None if text == "null" else text

    def _listing(self, place: Place, depth: int) -> SequenceNode:
        items: list[Node] = []
        self._pass("[")
        while self._text[self._at] != "]":
            items.append(self._node(depth + 1))
            self._pass(",")
        self._at += 1
        return SequenceNode(items=tuple(items), place=place)

    def _dictionary(self, place: Place, depth: int) -> MappingNode:
        start = self._at
        entries: dict[str, MappingEntry] = {}
        self._pass("{")
        while self._text[self._at] != "}":
            entry = self._entry(depth)
            if entry.key in entries:
                tell_repeated(self._faults, entry.key, entry.place, entries[entry.key].place)
            entries.setdefault(entry.key, entry)
            self._pass(",")
        self._at += 1
        return MappingNode(entries=tuple(entries.values()), place=place, written=self._text[start : self._at])

    def _entry(self, depth: int) -> MappingEntry:
        place = self._place()
        self._bounds.add(place)
        key = self._string()
        self._pass(":")
        return MappingEntry(key=key, value=self._node(depth + 1), place=place)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a match that begins at ``at`` ends."""
    found = pattern.match(text, at)
    return found.end() if found else at

"""The head of an act under its kind, from the date to the operative word (заголовочная часть)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from prikaz.reader.labelling.items import Item
from prikaz.reader.labelling.letterhead import LONGEST_PLACE, requisites
from prikaz.reader.labelling.lines import LONGEST_LINE, LONGEST_TITLE, line_of
from prikaz.reader.labelling.words import (
    ENDS_OPERATIVE,
    GLUED_HEADING,
    HEADING,
    OPERATIVE,
    PREAMBLE,
)
from prikaz.reader.paper import PaperLine, Role

#: How far ahead the operative word may stand.
_AHEAD: Final = 40
#: So many lines are near.
_NEAR: Final = 5


class Head:
    """A walk over the lines under the kind of an act.

    Attributes:
        lines: The lines that were found.
        place: Where the clauses begin, once the head has been read.
    """

    def __init__(self, items: Sequence[Item], begin: int, end: int) -> None:
        self.items, self.end, self.place = items, end, begin
        self.lines: list[PaperLine] = []
        self._operative = _operative(items, begin, end)
        self._heading = self._preamble = self._done = False
        while not self._done and self.place < end and items[self.place].is_line:
            self._step(items[self.place])

    def _step(self, item: Item) -> None:
        """Label the next line, or find that the head is over."""
        fresh = not (self._heading or self._preamble)
        if not item.words:
            self.place += 1
        elif self.place == self._operative and OPERATIVE.match(item.words):
            self._take(Role.OPERATIVE)
            self._done = True
        elif not self._preamble and (found := requisites(item)):
            self.lines += found
            self._heading = self._heading or any(line.role is Role.HEADING for line in found)
            self.place += 1
        elif self._is_clause(item):
            self._done = True
        elif fresh and self._begins_heading(item):
            self._take(Role.HEADING, self._heading_end())
            self._heading = True
        elif fresh and self._heading_ahead():
            self._take(Role.PLACE if len(item.words) < LONGEST_PLACE else Role.UNKNOWN)
        elif self._is_preamble(item):
            ends = self.place == self._operative or (self._operative is None and item.words.endswith(":"))
            self._take(Role.PREAMBLE)
            self._preamble, self._done = True, ends
        else:
            self._done = True

    def _take(self, role: Role, stop: int = 0) -> None:
        stop = stop or self.place + 1
        self.lines += [line_of(item, role) for item in self.items[self.place : stop]]
        self.place = stop

    def _is_clause(self, item: Item) -> bool:
        before = self._operative is not None and self.place <= self._operative and not self._heading
        return item.is_numbered and not before

    def _begins_heading(self, item: Item) -> bool:
        if PREAMBLE.match(item.words) or self.place == self._operative:
            return False
        if HEADING.match(item.words) or GLUED_HEADING.match(item.words):
            return True
        if len(item.words) > LONGEST_TITLE or item.words.endswith((":", ";")):
            return False
        return item.centred or item.bold or item.words.isupper() or item.words.startswith(("«", '"'))

    def _heading_end(self) -> int:
        first = self.items[self.place]
        for place in range(self.place + 1, self.end):
            if place == self._operative or _stops_heading(self.items[place], first):
                return place
        return self.end

    def _heading_ahead(self) -> bool:
        """Whether a line that begins as headings do stands a little below, before the preamble."""
        for item in self.items[self.place + 1 : min(self.end, self.place + _NEAR)]:
            if not item.is_line or PREAMBLE.match(item.words) or item.is_numbered:
                return False
            if HEADING.match(item.words):
                return True
        return False

    def _is_preamble(self, item: Item) -> bool:
        if self._operative is not None:
            return self.place <= self._operative
        if PREAMBLE.match(item.words) is None or self._preamble:
            return False
        following = self.items[self.place + 1 : min(self.place + 2, self.end)]
        return item.words.endswith((":", "–", "-")) or any(below.is_numbered for below in following)


def _stops_heading(item: Item, first: Item) -> bool:
    """Whether a line goes on with the heading that begins with ``first`` no more."""
    return bool(
        not item.is_line
        or not item.words
        or PREAMBLE.match(item.words)
        or OPERATIVE.match(item.words)
        or item.is_numbered
        or (len(item.words) > LONGEST_LINE and not item.words[:1].islower())
        or ENDS_OPERATIVE.search(item.words)
        or requisites(item)
        or (item.after_gap and not item.words[:1].islower())
        or (item.centred != first.centred and not item.is_soft)
    )


def _operative(items: Sequence[Item], begin: int, end: int) -> int | None:
    """The line with the operative word: alone, or at the end of the preamble."""
    for place in range(begin, min(end, begin + _AHEAD)):
        words = items[place].words
        if OPERATIVE.match(words):
            return place
        if ENDS_OPERATIVE.search(words) and (words.endswith(":") or PREAMBLE.match(words)):
            return place
    return None

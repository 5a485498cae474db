"""Where the parts of a document begin: its kind, its annexes, a second act in the same file (строение)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from prikaz.reader.labelling.items import Item
from prikaz.reader.labelling.words import (
    ACT_KIND,
    ANNEX,
    APPROVED,
    ENDS_OPERATIVE,
    KIND,
    MARK_LINE,
    OPERATIVE,
    REGISTERED,
    STAMP,
    is_annex_mark,
    is_approval,
    is_registration,
)

#: The kind of an act stands among so many first lines.
_HEAD: Final = 60
#: A line with the kind, the date and the heading in one stands among so many.
_FIRST: Final = 8
#: «ПРИКАЗ по школе», «ПРИКАЗ по личному составу».
_IN_WHAT: Final = re.compile(r"^(?:по\s+[а-яё№]|\()[^.]{2,60}$", re.IGNORECASE)
#: A mark over an annex has no longer lines.
_LONGEST_MARK: Final = 120
#: Lines of one mark.
_MARK_LINES: Final = 8


class Outline(NamedTuple):
    """Where parts begin, as places in the items.

    Attributes:
        kind: The line with the kind of a directive act; -1 when only its operative word shows that it is one;
            None for any other document.
        annexes: First item of each annex.
        second: First item of a second act in the same file; the number of items when there is none.
    """

    kind: int | None
    annexes: tuple[int, ...]
    second: int

    @property
    def main_end(self) -> int:
        """Where the main document ends."""
        return min((*self.annexes[:1], self.second))


def outline_of(items: Sequence[Item]) -> Outline:
    """Find the parts of a document."""
    kind = _kind(items, range(min(len(items), _HEAD)))
    if kind is None and _has_operative(items):
        kind = -1
    begin = 0 if kind is None else kind + 1
    annexes = [*_annexes(items, begin, directive=kind is not None)]
    if kind is None and annexes[:1] == [0]:  # the document is itself an annex: its mark is a stamp
        del annexes[0]
    second = len(items) if kind is None else _second(items, kind, annexes)
    return Outline(kind, tuple(place for place in annexes if place < second), second)


def _has_operative(items: Sequence[Item]) -> bool:
    return any(
        item.is_line
        and (OPERATIVE.match(item.words) or (ENDS_OPERATIVE.search(item.words) and item.words[-1] == ":"))
        for item in items[:_HEAD]
        if item.words
    )


def _kind(items: Sequence[Item], places: range) -> int | None:
    """The line that names the kind: alone on its line, else in capitals, else with date and number."""
    weak: int | None = None
    for place in places:
        item = items[place]
        found = KIND.match(item.words) if item.is_line else None
        if found is None:
            if item.table is not None or (item.is_line and OPERATIVE.match(item.words)):
                break
            continue
        rest = found["rest"].strip(' .:»"')
        if (item.centred or item.words[:5].isupper()) and found["ending"] is None and _IN_WHAT.match(rest):
            rest = ""
        if (not rest and (found["ending"] is None or found["draft"])) or _is_issuer(rest, item.words):
            return place
        if weak is None and REGISTERED.search(rest) and not found["ending"] and place < _FIRST:
            weak = place
    return weak


def _is_issuer(rest: str, line: str) -> bool:
    """«РАСПОРЯЖЕНИЕ ГЛАВЫ АДМИНИСТРАЦИИ»: the kind with the body, in capitals."""
    return bool(rest) and line.isupper() and not any(char.isdigit() for char in rest)


def _annexes(items: Sequence[Item], begin: int, *, directive: bool) -> list[int]:
    found: list[int] = []
    place = begin
    while place < len(items):
        if _begins_annex(items, place) or (directive and _begins_approved(items[place])):
            found.append(place)
            place = mark_end(items, place)
        else:
            place += 1
    return found


def _begins_annex(items: Sequence[Item], place: int) -> bool:
    item = items[place]
    if not item.is_line or item.number or len(item.words) > _LONGEST_MARK:
        return False
    following = items[place + 1].words if place + 1 < len(items) else ""
    if is_annex_mark(item.words):
        rest = ANNEX.match(item.words)
        alone = rest is not None and not rest["rest"]
        return item.at_right or item.new_page or not alone or MARK_LINE.match(following) is not None
    if APPROVED.match(item.words) and len(item.words.split()) <= _APPROVED_WORDS:
        return item.at_right and (ACT_KIND.match(following) is not None or " " in item.words)
    return STAMP.match(item.words) is not None and item.at_right and item.new_page


def _begins_approved(item: Item) -> bool:
    """Whether a stamp of approval stands at the right under an order: it begins what it approves."""
    return item.is_line and is_approval(item.words) and item.at_right


#: «Утверждено постановлением администрации района»
_APPROVED_WORDS: Final = 6


def mark_end(items: Sequence[Item], begin: int) -> int:
    """Where the lines of the mark that begins at ``begin`` end."""
    first = items[begin]
    for place in range(begin + 1, min(len(items), begin + _MARK_LINES)):
        item = items[place]
        if not item.is_line or item.number or len(item.words) > _LONGEST_MARK or item.new_page:
            return place
        if is_annex_mark(item.words) and not APPROVED.match(items[place - 1].words):
            return place
        if STAMP.match(item.words) and not APPROVED.match(item.words):
            return place
        same = item.at_right and first.at_right
        goes_on = (
            MARK_LINE.match(item.words) is not None
            or is_registration(item.words)
            or (not item.after_gap and _registered_below(items, place))
        )
        if (item.after_gap or _ends_mark(items[place - 1])) and not goes_on:
            return place
        if not (same or goes_on or item.cell == first.cell != ()):
            return place
    return min(len(items), begin + _MARK_LINES)


def _ends_mark(item: Item) -> bool:
    """Whether the date or the number of the act ends a line of a mark: then the mark is over."""
    found = [*REGISTERED.finditer(item.words)]
    return bool(found) and len(item.words) - found[-1].end() <= _BEHIND_NUMBER


#: Signs behind the first digits of a number: «№ 01-08/77-од».
_BEHIND_NUMBER: Final = 14


def _registered_below(items: Sequence[Item], place: int) -> bool:
    """Whether the date or the number of an act stands a little below, with no gap before it."""
    for item in items[place + 1 : place + 1 + _MARK_LINES // 2]:
        if (
            not item.is_line
            or item.after_gap
            or len(item.words) > _LONGEST_MARK // 2
            or STAMP.match(item.words)
        ):
            return False
        if item.words.startswith("от ") or is_registration(item.words):
            return True
    return False


def _second(items: Sequence[Item], kind: int, annexes: Sequence[int]) -> int:
    """Where a second act begins: another line of a kind, with another operative word, under a letterhead.

    Between them no annex begins, or the letterhead is the same: the form of an order may be an annex.
    """
    head = [item.words for item in items[: max(kind, 0)] if item.is_line]
    for place in range(kind + 1, len(items)):
        item = items[place]
        found = KIND.match(item.words) if item.is_line else None
        if not found or found["rest"] or not (item.words.isupper() or item.centred):
            continue
        begin = place
        while begin > kind + 1 and _may_be_letterhead(items[begin - 1], head) and not items[begin].new_page:
            begin -= 1
        same = bool(head) and [other.words for other in items[begin:place]][: len(head)] == head
        within = any(kind < annex < begin for annex in annexes)
        ordered = _orders_something(items[place : place + _HEAD])
        if ordered and (same or not within):
            return begin
    return len(items)


def _orders_something(items: Sequence[Item]) -> bool:
    """Whether under a line of a kind stands an operative word, or a date with clauses below it."""
    lines = [item for item in items if item.is_line]
    dated = any(is_registration(item.words) for item in lines[1:3])
    numbered = any(item.is_numbered for item in lines)
    return (dated and numbered) or any(OPERATIVE.match(item.words) for item in lines)


def _may_be_letterhead(item: Item, head: Sequence[str]) -> bool:
    return item.is_line and (item.words in head or (item.centred and not item.words.endswith((".", ";"))))

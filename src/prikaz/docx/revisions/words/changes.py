"""From an edit to the characters that really change."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from prikaz.docx.content.elements import OBJECT
from prikaz.docx.revisions.edits import Edit
from prikaz.docx.revisions.source.characters import Characters, Piece
from prikaz.docx.revisions.words.obstacles import of_deletion, of_insertion, of_place

#: What may stand between words, and is kept where it is when it stands so in the new words too.
_MARKS: Final = re.compile("[\t\n\f\ufffc]")
_OBJECTS: Final = re.compile(OBJECT)
#: Characters that XML cannot hold, or that would not be read again as they were written.
UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0d-\x1f\x7f-\x9f\u00ad\ufffe\uffff\ud800-\udfff]")


class Change(NamedTuple):
    """Characters that go, and what comes in their place.

    Attributes:
        start: First character that goes.
        end: Behind the last one; ``start`` when nothing goes.
        text: What comes.
        after: Whether what comes stands after the character before ``start``, when nothing goes; else before
            the one at ``start``.
        model: The character whose formatting it gets; None for that of the mark of the paragraph.
        reach: The whole edit it is a part of.
    """

    start: int
    end: int
    text: str
    after: bool
    model: int | None
    reach: tuple[int, int]


def changes_of(edit: Edit, characters: Characters, *, accept: bool) -> tuple[list[Change], str]:
    """Take an edit apart.

    Args:
        edit: The edit; its part and paragraph are known.
        characters: Those of its paragraph.
        accept: Whether the change will not be recorded.

    Returns:
        What changes, and why it cannot be done; "" when it can.
    """
    length = len(characters.text)
    if not 0 <= edit.start <= edit.end <= length:
        return [], f"в абзаце {length} знаков, а правка просит знаки с {edit.start} по {edit.end}"
    if UNWRITABLE.search(edit.new):
        return [], "в новом тексте есть знак, которого в Word быть не может"
    found = [
        _change(characters, edit, start, end, text)
        for start, end, text in _differing(edit, characters.text[edit.start : edit.end])
    ]
    return found, next(
        (why for why in (_obstacle(characters, each, accept=accept) for each in found) if why), ""
    )


def _differing(edit: Edit, old: str) -> Iterator[tuple[int, int, str]]:
    """Which characters go from where to where, and what comes: only what differs."""
    new, start = edit.new, edit.start
    marks = next((each for each in (_MARKS, _OBJECTS) if each.findall(old) == each.findall(new)), None)
    olds, news = ([old], [new]) if marks is None else (marks.split(old), marks.split(new))
    for before, after in zip(olds, news, strict=True):
        is_whole = edit.whole and before != after
        first = 0 if is_whole else _common(before, after)
        left, right = before[first:], after[first:]
        last = 0 if is_whole else _common(left[::-1], right[::-1])
        gone, come = left[: len(left) - last], right[: len(right) - last]
        if gone or come:
            yield start + first, start + first + len(gone), come
        start += len(before) + 1


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(bool, (a == b for a, b in zip(one, other, strict=False))))


def _change(characters: Characters, edit: Edit, start: int, end: int, text: str) -> Change:
    reach = (edit.start, edit.end)
    if start < end:
        return Change(start, end, text, after=True, model=start, reach=reach)
    after = _stands_after(characters, edit, start)
    beside = (start - 1, start) if after else (start, start - 1)
    model = next((each for each in beside if _is_word(characters, each)), None)
    return Change(start, end, text, after, model, reach)


def _stands_after(characters: Characters, edit: Edit, place: int) -> bool:
    """Whether what comes belongs to the character before it."""
    if place == 0 or place == len(characters.text):
        return place > 0
    if edit.start < edit.end:
        return place > edit.start
    before, behind = (characters.pieces[characters.at(each)] for each in (place - 1, place))
    return len(before.fields) <= len(behind.fields)


def _is_word(characters: Characters, place: int) -> bool:
    """Whether a character is there, and has a formatting that others may have."""
    if not 0 <= place < len(characters.text) or characters.text[place] == OBJECT:
        return False
    return characters.pieces[characters.at(place)].run is not None


def _obstacle(characters: Characters, change: Change, *, accept: bool) -> str:
    gone = characters.between(change.start, change.end)
    parted = gone or _parted(characters, change.start)
    if parted and (why := of_deletion(parted)):
        return why
    if not change.text:
        return ""
    if OBJECT in change.text:
        return "новый текст просит сноску или рисунок, которых на этом месте нет"
    beside = gone[0] if gone else _beside(characters, change)
    if beside is None:
        return ""
    return of_place(beside) if accept else of_insertion(beside)


def _parted(characters: Characters, place: int) -> list[Piece]:
    """What is cut in two at a place: a piece that goes on there."""
    around = characters.between(max(place - 1, 0), place + 1) if place < len(characters.text) else []
    return around if place and len(around) == 1 else []


def _beside(characters: Characters, change: Change) -> Piece | None:
    place = change.start - 1 if change.after else change.start
    return characters.pieces[characters.at(place)] if 0 <= place < len(characters.text) else None


class PlacedChanges:
    """Changes of a paragraph by their places."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes = sorted(changes, key=lambda change: change[:2])
        self._starts = [change.start for change in self._changes]

    def around(self, place: int) -> Change | None:
        """The change that a place lies inside of."""
        index = bisect_left(self._starts, place) - 1
        found = self._changes[index] if index >= 0 else None
        return found if found is not None and place < found.end else None

    def insertions(self, place: int) -> list[Change]:
        """Changes by which words come at a place, and none go."""
        there = self._changes[bisect_left(self._starts, place) : bisect_right(self._starts, place)]
        return [change for change in there if change.end == place]

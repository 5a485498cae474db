"""Where the words of a question stand, when they stand in the new text and not in the old one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from prikaz.rollover.outcome import Change, Question


class Spot(NamedTuple):
    """A place of words in a new text (место слов).

    Attributes:
        at: Place of the words in the old text, if they are untouched.
        change: The change that has made them, or a part of them; None when they are untouched.
        inside: Place of the words in what the change has made.
        start: Place of the words in the new text.
    """

    at: int = 0
    change: Change | None = None
    inside: int = 0
    start: int = 0


def find_spots(
    question: Question, text: str, changes: Sequence[Change], asked: Sequence[Question]
) -> tuple[Spot, ...]:
    """The places that a question is about; none when it cannot be told which they are.

    Args:
        question: The question; its words stand in the new text.
        text: The new text.
        changes: The changes that have made it.
        asked: All questions about the new text of the field, in the order in which they were asked.
    """
    made = sorted(changes, key=lambda change: change.at)
    exact = [
        Spot(change=change, start=start) for change, start in _placed(made) if change.became == question.words
    ]
    alike = [other for other in asked if other.words == question.words]
    same = [other for other in alike if other.what == question.what]
    if exact:
        return tuple(exact) if len(exact) in (1, len(same)) else ()
    found = [
        _spot(match.start(), question.words, made) for match in re.finditer(re.escape(question.words), text)
    ]
    spots = tuple(spot for spot in found if spot)
    if len(spots) < len(found):
        return ()
    if len(spots) == len(alike) > len(same):  # each has its own: «31.12.2028 – 20 %, 31.12.2029 – 20 %»
        return (spots[alike.index(question)],)
    return spots if len(spots) in (1, len(same)) else ()


def _spot(start: int, words: str, made: Sequence[Change]) -> Spot | None:
    """A place in the new text; None when the words lie in a change and outside of it."""
    grown = 0
    for change, begin in _placed(made):
        end = begin + len(change.became)
        if start + len(words) <= begin:
            break
        if start < end:
            is_inside = begin <= start and start + len(words) <= end
            return Spot(change=change, inside=start - begin, start=start) if is_inside else None
        grown += len(change.became) - len(change.was)
    return Spot(at=start - grown, start=start)


def _placed(made: Sequence[Change]) -> Iterator[tuple[Change, int]]:
    """Changes with the places in the new text where what they have made begins."""
    grown = 0
    for change in made:
        yield change, change.at + grown
        grown += len(change.became) - len(change.was)

"""Laws of the roll-over, on orders made at random."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from prikaz import Order, Roadmap, roll
from prikaz.findings import Path
from prikaz.model.contents import blocks
from prikaz.model.prose import prose
from prikaz.rollover import AnswerError, Question, Reply, Rolled, undo
from tests.rollover.strategies import orders, replies, rollings

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@given(orders(), rollings)
def test_changes_applied_backwards_give_the_old_order(order: Order, options: dict[str, Any]) -> None:
    rolled = _roll(order, options)
    assert undo(rolled.order, rolled.changes) == order


@given(orders(), rollings)
def test_rolled_again_to_the_same_year_nothing_changes(order: Order, options: dict[str, Any]) -> None:
    rolled = _roll(order, options)
    assert _roll(rolled.order, options) == Rolled(order=rolled.order)


@given(orders())
def test_every_year_of_the_text_is_changed_or_left_or_asked_about_once(order: Order) -> None:
    rolled = roll(order, 2028)
    accounts = _accounts(rolled)
    for path, text in _texts(order):
        reported = Counter(place for span in accounts.get(path, []) for place in span)
        assert {place: reported[place] for place in _places(text)} == dict.fromkeys(_places(text), 1)


@given(orders())
def test_every_account_of_words_shows_where_they_stand(order: Order) -> None:
    rolled = roll(order, 2028)
    for path, text in _texts(order):
        for span, words in zip(_accounts(rolled).get(path, []), _words(rolled).get(path, []), strict=True):
            assert text[span.start : span.stop] == words


@settings(max_examples=40)  # each tries every answer, so the order is rolled many times
@given(orders(), rollings, st.data())
def test_answered_changes_applied_backwards_give_the_old_order(
    order: Order, options: dict[str, Any], data: st.DataObject
) -> None:
    """What one answer is refused for does not hinder the others: each is tried, and those that fit stay."""
    answers: dict[Question, Reply] = {}
    for question in _roll(order, options).questions:
        tried = answers | {question: data.draw(replies)}
        answers = tried if _is_taken(order, options, tried) else answers
    answered = _roll(order, options | {"answers": answers})
    assert undo(answered.order, answered.changes) == order
    assert not answers.keys() & set(answered.questions)
    assert _roll(answered.order, options) == Rolled(order=answered.order)


@settings(max_examples=40)
@given(orders(), st.data())
def test_every_year_of_the_text_is_accounted_for_once_when_answers_are_in(
    order: Order, data: st.DataObject
) -> None:
    answers: dict[Question, Reply] = {}
    for question in roll(order, 2028).questions:
        tried = answers | {question: data.draw(replies)}
        answers = tried if _is_taken(order, {"to": 2028}, tried) else answers
    accounts = _accounts(roll(order, 2028, answers=answers))
    for path, text in _texts(order):
        reported = Counter(place for span in accounts.get(path, []) for place in span)
        assert {place: reported[place] for place in _places(text)} == dict.fromkeys(_places(text), 1)


def _is_taken(order: Order, options: dict[str, Any], answers: dict[Question, Reply]) -> bool:
    try:
        _roll(order, options | {"answers": answers})
    except AnswerError:
        return False
    return True


def _roll(order: Order, options: dict[str, Any]) -> Rolled:
    return roll(order, **options)


def _texts(order: Order) -> Iterator[tuple[Path, str]]:
    """Running texts and deadlines."""
    yield from prose(order)
    where, roadmap = next((path, block) for path, block in blocks(order) if isinstance(block, Roadmap))
    row = (*where, "мероприятия", 1, "сроки")
    for place, deadline in enumerate(roadmap.activities[0].deadlines, 1):
        yield (*row, place), str(deadline)


def _places(text: str) -> list[int]:
    return [year.start() for year in YEAR.finditer(text)]


def _accounts(rolled: Rolled) -> dict[Path, list[range]]:
    """Where the words of changes, of what was left and of questions stand in the old texts."""
    found: dict[Path, list[range]] = {}
    for path, at, words in _entries(rolled):
        found.setdefault(path, []).append(range(at, at + len(words)))
    return found


def _words(rolled: Rolled) -> dict[Path, list[str]]:
    found: dict[Path, list[str]] = {}
    for path, _, words in _entries(rolled):
        found.setdefault(path, []).append(words)
    return found


def _entries(rolled: Rolled) -> list[tuple[Path, int, str]]:
    changed = [(change.path, change.at, change.was) for change in rolled.changes]
    left = [(item.path, item.at, item.words) for item in rolled.kept]
    asked = [(item.path, item.at, item.words) for item in rolled.questions if item.at is not None]
    return changed + left + asked

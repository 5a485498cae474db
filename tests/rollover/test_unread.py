"""Texts that nobody has understood are rolled as prose: moved, left, asked about, and answered."""

from __future__ import annotations

import pytest

from prikaz.findings import Path
from prikaz.model.drafts import UNREAD
from prikaz.rollover import AnswerError, roll, undo
from prikaz.rollover.unread import roll_unread
from prikaz.rollover.year_shift import YearShift
from tests.makers import make_order

SHIFT = YearShift(year=2027, years=1)
PATH: Path = (UNREAD, 1)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Срок сдачи – 01.06.2027", "Срок сдачи – 01.06.2028"),
        ("План на 2027 год", "План на 2028 год"),
        ("приказ от 12.03.2026 № 5", "приказ от 12.03.2026 № 5"),
        ("По итогам 2025 года", "По итогам 2025 года"),
    ],
)
def test_the_verdicts_are_those_of_prose(text: str, moved: str) -> None:
    assert roll_unread({PATH: text}, SHIFT).texts == {PATH: moved}


@pytest.mark.parametrize(
    "text",
    [
        "16.03.2027",
        "от 16.03.2027 № 75",
        "«16» марта 2027 г.",
        "№ 75-ОД от 16.03.2027",
        "20 июня 2027 г. 14:16",
        "дата: 16.03.2027 г.",
        "____ 16.03.2027",
        "30.08.2027 с. Горки № 89",
        "30.08.2027 пос. Нижние Серьги",
    ],
)
def test_a_line_that_is_a_day_alone_is_asked_about(text: str) -> None:
    rolled = roll_unread({PATH: text}, SHIFT)
    assert rolled.texts == {PATH: text}
    (question,) = rolled.log.questions
    assert (question.path, text[question.at :][: len(question.words)]) == (PATH, question.words)


@pytest.mark.parametrize("text", ["до 16.03.2027", "16.03.2027 собрание", "16.03.2027 – 18.03.2027"])
def test_a_day_with_words_or_another_day_is_no_day_alone(text: str) -> None:
    assert roll_unread({PATH: text}, SHIFT).texts != {PATH: text}


def test_an_order_is_rolled_with_them_and_undone_without() -> None:
    order = make_order(year=2027, heading="О слёте в 2027 году")
    rolled = roll(order, 2028, unread={PATH: "до 01.06.2027"})
    assert rolled.unread == {PATH: "до 01.06.2028"}
    assert (PATH, "01.06.2027") in [(change.path, change.was) for change in rolled.changes]
    assert undo(rolled.order, rolled.changes) == order


def test_to_the_same_year_they_stay() -> None:
    unread = {PATH: "до 01.06.2027"}
    assert roll(make_order(year=2027), 2027, unread=unread).unread == unread


def test_a_question_about_them_is_answered() -> None:
    unread = {PATH: "По итогам 2025 года"}
    order = make_order(year=2027)
    (question,) = roll(order, 2028, unread=unread).questions
    answered = roll(order, 2028, answers={question: "прошлого года"}, unread=unread)
    assert answered.unread == {PATH: "По итогам прошлого года"}
    assert answered.questions == ()
    with pytest.raises(AnswerError):
        roll(order, 2028, answers={question: "прошлого года"})

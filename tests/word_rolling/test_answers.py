"""What a person has answered comes into the Word file as it comes into the order."""

from __future__ import annotations

from pathlib import Path

from prikaz import Order, render
from prikaz.files import from_dict
from prikaz.service import WordChoices
from prikaz.service.roll.word_rolling import plan_word
from tests.docx.revisions.said import texts
from tests.word_rolling.rolling import Source, roll

_HEAD = "Исполнено в 2027 году"


def _plan_with_a_column_of_its_own() -> Order:
    columns = ["мероприятие", "срок", {"графа": "итог", "заголовок": _HEAD}]
    row = {"мероприятие": "Сбор", "срок": "май", "прочее": {"итог": "да"}}
    return from_dict(
        {
            "вид": "приказ",
            "орган": {"кратко": "отдел образования"},
            "дата": "16.03.2027",
            "номер": "75",
            "заголовок": "О плане",
            "пункты": ["Утвердить план (прилагается)."],
            "подпись": {"должность": "Заведующий", "фамилия": "Белов", "имя": "Игорь", "отчество": "Львович"},
            "приложения": [{"заголовок": "План", "дорожная карта": {"графы": columns, "мероприятия": [row]}}],
        }
    )


def test_a_head_that_a_person_has_moved_is_read_as_it_should_be() -> None:
    """What is read has keys of columns made of their heads; no paper shows them."""
    draft = Source(render(_plan_with_a_column_of_its_own()).to_bytes()).draft()
    (asked,) = roll(draft).rolled.questions
    moved = roll(draft, answers={asked: "перенести"}).rolled
    plan = plan_word(draft, moved, Path("приказ-2028.docx"), WordChoices())
    assert plan.findings == ()
    (data,) = plan.contents.values()
    assert "Исполнено в 2028\u00a0году" in texts(data)

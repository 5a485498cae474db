"""Where a sentence begins, and what shows that a text begins with a capital."""

from __future__ import annotations

import pytest

from prikaz.language.phrases.sentences import begins_sentence, opens_with_capital

_REFERENCE = "\ufffc"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "«",
        "Провести сбор до 1 мая. ",
        "Провести сбор до 01.05.2027. ",
        "Провести сбор!\u00a0",
        "Сдать отчёт (лично). ",
        "Утвердить план «Лето». ",
        "Утвердить план «Лето.» ",
        f"Поручить {_REFERENCE}. ",
        "Провести сбор в Заречном. ",
        "Провести хакатон. ",
        "Ознакомить с ней. ",
        "Открыть МБОУ. ",
        "Исполнить пункт 1. (",
        "1. ",
        "2.1.\u00a0",
        "IV.\u00a0",
    ],
)
def test_a_sentence_begins_behind_a_stop(before: str) -> None:
    assert begins_sentence(before, at_start=True)


@pytest.mark.parametrize(
    "before",
    [
        "Назначить ",
        "Школам: ",
        "сдать план; ",
        "1) ",
        "– ",
        "в г. ",
        "школа им. ",
        "на ул. ",
        "в дер. ",
        "см. п.\u00a0",
        "в 2027 г. ",
        "на 100 тыс. руб. ",
        "школы, лагеря и т.д. ",
        "школы и др. ",
        "Белову И.Л. ",
        "поручить зам. ",
        "до 1 мая.",
    ],
)
def test_no_sentence_begins_in_its_middle_or_behind_an_abbreviation(before: str) -> None:
    assert not begins_sentence(before, at_start=True)


def test_the_number_of_a_clause_is_no_sentence() -> None:
    assert not begins_sentence("2.1.\u00a0", at_start=False)
    assert begins_sentence("Сдать план. ", at_start=False)


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("директора школ", False),
        ("«директора»", False),
        ("Отдел образования", True),
        ("Журавлёва А.П.", None),
        ("А.П. Журавлёва", None),
        ("МБОУ «Гимназия»", None),
        ("{куратор}", None),
        ("25 мест", None),
        ("", None),
    ],
)
def test_a_text_shows_how_it_begins_unless_it_is_a_name_or_a_figure(text: str, capital: bool | None) -> None:
    assert opens_with_capital(text) is capital

"""Feasts with a moving date, and ordinals some numbers later."""

from __future__ import annotations

import re
from datetime import date

import pytest

from prikaz.errors import LanguageError
from prikaz.language.numbers.numerals import Gender, spell_ordinal
from prikaz.language.numbers.ordinals import FIGURED_ORDINAL, SPELLED_ORDINAL, shift_ordinal
from prikaz.language.time.feasts import easter, find_feasts, nth_weekday
from prikaz.language.words.cases import Case

EASTERS = {
    2020: (4, 19),
    2021: (5, 2),
    2022: (4, 24),
    2023: (4, 16),
    2024: (5, 5),
    2025: (4, 20),
    2026: (4, 12),
    2027: (5, 2),
    2028: (4, 16),
    2029: (4, 8),
    2030: (4, 28),
}


@pytest.mark.parametrize(("year", "day"), EASTERS.items())
def test_easter_is_that_of_the_russian_church(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_the_last_weekday_of_a_month_may_be_the_fourth_or_the_fifth() -> None:
    assert nth_weekday(2027, 11, 6, 5) == date(2027, 11, 28)
    assert nth_weekday(2027, 8, 6, 5) == date(2027, 8, 29)
    assert nth_weekday(2027, 9, 6, 2) == date(2027, 9, 12)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Концерт ко Дню матери", date(2028, 11, 26)),
        ("Масленица", date(2028, 2, 21)),
        ("на Троицу", date(2028, 6, 4)),
        ("Вербное воскресенье", date(2028, 4, 9)),
        ("в Единый день голосования", date(2028, 9, 10)),
        ("во вторую субботу августа", date(2028, 8, 12)),
    ],
)
def test_a_feast_is_found_in_its_case_and_computed(text: str, first: date) -> None:
    (feast,) = find_feasts(text)
    assert feast.days is not None
    assert feast.days(2028)[0] == first


@pytest.mark.parametrize(
    "text", ["город Троицк", "день открытых дверей", "День знаний", "каждое воскресенье мая"]
)
def test_what_is_no_moving_feast_is_not_found(text: str) -> None:
    assert find_feasts(text) == ()


@pytest.mark.parametrize("number", range(1, 100))
def test_an_ordinal_in_words_is_followed_by_the_next_one_in_each_form(number: int) -> None:
    forms = [(case, gender) for gender in Gender for case in Case]
    forms = [form for form in forms if form[1] is not Gender.NEUTER or form[0] is Case.NOMINATIVE]
    for case, gender in forms:
        words, following = (spell_ordinal(value, case, gender) for value in (number, number + 1))
        assert re.fullmatch(SPELLED_ORDINAL, words)
        assert _plain(shift_ordinal(words, 1, feminine=gender is Gender.FEMININE)) == _plain(following)


def _plain(words: str) -> str:
    return words.replace("ё", "е")


@pytest.mark.parametrize(
    ("words", "following"),
    [
        ("82-й", "83-й"),
        ("XIX", "XX"),
        ("ХV", "XVI"),
        ("IX-й", "X-й"),
        ("Первые", "Вторые"),
        ("ТРЕТЬИХ", "ЧЕТВЁРТЫХ"),
    ],
)
def test_an_ordinal_in_figures_keeps_its_ending_and_one_in_words_its_capitals(
    words: str, following: str
) -> None:
    assert shift_ordinal(words, 1) == following


@pytest.mark.parametrize("words", ["С праздником", "12 школ", "№ 5-й", "раздел 1.2-й", "2027-й"])
def test_what_is_no_ordinal_in_figures_is_not_taken_for_one(words: str) -> None:
    assert re.search(FIGURED_ORDINAL, words) is None


def test_letters_that_are_no_number_are_refused() -> None:
    with pytest.raises(LanguageError, match="не прочитано"):
        shift_ordinal("IIX", 1)
    with pytest.raises(LanguageError, match="больше сотого"):
        shift_ordinal("сотый", 1)

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prikaz.errors import LanguageError
from prikaz.language.time.date_words import read_day, read_year, shift_year, spell_date, spell_day
from prikaz.language.time.dates import DateStyle, format_date, month_number, parse_date, shift_date
from prikaz.language.words.cases import Case

_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "16.03.2027",
        "16.3.2027",
        "16.03.2027 г.",
        "16.03.2027г.",
        "16.03.2027 года",
        "16 марта 2027 г.",
        "16\u00a0марта 2027\u00a0года",
        "«16» марта 2027 года",
        '"16" марта 2027 года',
        "16 Марта 2027",
        "2027-03-16",
        "  16.03.2027 ",
    ],
)
def test_a_date_is_read_as_offices_write_it(text: str) -> None:
    assert parse_date(text) == date(2027, 3, 16)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31.02.2027", "последний день 28"),
        ("31 апреля 2027 г.", "последний день 30"),
        ("00.05.2027", "нет такого дня"),
        ("12.13.2027", "месяцев двенадцать"),
        ("16.03.27", "двух цифр"),
        ("16 марта 27 г.", "двух цифр"),
        ("0000-01-01", "такого года нет"),
        ("март 2027", "не дата"),
        ("16 мартобря 2027 г.", "не дата"),
        ("", "не дата"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(LanguageError, match=reason):
        parse_date(text)


@given(_DAYS)
def test_every_style_is_read_back(day: date) -> None:
    for style in DateStyle:
        assert parse_date(format_date(day, style)) == day


def test_month_stands_in_the_genitive() -> None:
    assert format_date(date(2026, 8, 5), DateStyle.WORDS) == "5\u00a0августа 2026\u00a0г."
    assert format_date(date(2026, 8, 5), DateStyle.WORDS_FULL) == "5\u00a0августа 2026\u00a0года"


@pytest.mark.parametrize(
    ("name", "number"), [("март", 3), ("мая", 5), ("Маем", 5), ("АВГУСТЕ", 8), ("январём", 1)]
)
def test_a_month_is_known_in_every_case(name: str, number: int) -> None:
    assert month_number(name) == number


@pytest.mark.parametrize("name", ["", "мартобрь", "мар", "весна"])
def test_a_word_that_is_no_month_is_refused(name: str) -> None:
    with pytest.raises(LanguageError):
        month_number(name)


@given(_DAYS, st.integers(min_value=-50, max_value=50))
def test_there_and_back_is_the_same_day_except_in_leap_years(day: date, years: int) -> None:
    moved = shift_date(shift_date(day, years), -years)
    leap = (day.month, day.day) == (2, 29)
    assert moved == day or (leap and moved == day.replace(day=28))


def test_the_leap_day_becomes_the_last_of_february() -> None:
    assert shift_date(date(2028, 2, 29), 1) == date(2029, 2, 28)
    assert shift_date(date(2028, 2, 29), 4) == date(2032, 2, 29)


def test_a_date_does_not_leave_the_calendar() -> None:
    with pytest.raises(LanguageError, match="вне календаря"):
        shift_date(date(2027, 6, 1), 8000)


def test_a_date_in_words_is_written_and_read_back() -> None:
    words = spell_date(date(2027, 6, 1), Case.GENITIVE)
    assert words == "первого июня две тысячи двадцать седьмого года"
    assert read_day(words.removesuffix(" года")) == date(2027, 6, 1)
    assert spell_day(31, 12) == "тридцать первое декабря"


def test_a_year_in_words_moves_in_its_case() -> None:
    assert read_year("две тысячи тридцатого") == 2030
    assert shift_year("две тысячи двадцать девятом", 1) == "две тысячи тридцатом"
    assert shift_year("двухтысячного", 20) == "две тысячи двадцатого"


def test_words_that_name_no_year_are_refused() -> None:
    assert read_year("две тысячи участников") is None
    assert read_day("третьего участника две тысячи") is None
    with pytest.raises(LanguageError):
        shift_year("две тысячи участников", 1)

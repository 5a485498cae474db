"""Dates of office papers: read, printed, moved by years.

Figures, words and the ISO form are read; a day that does not exist is refused
with the reason. What stands around a date (deadlines, citations) is left to
:mod:`prikaz.language.time.times` and :mod:`prikaz.language.deadlines.reading`.
"""

from __future__ import annotations

import enum
import re
from datetime import date
from typing import Final

from prikaz.errors import LanguageError

#: Names of months in the genitive, as dates have them; January is the first.
MONTHS_GENITIVE: Final = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)

#: Days of the months; February of a common year.
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

#: Names of months in the nominative; January is the first.
MONTHS: Final = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)

#: A name of a month in any case, as a regular expression without groups.
MONTH: Final = (
    r"(?:(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:[ьяюе]|[её]м)"
    r"|(?:март|август)(?:[ауе]|ом)?|ма(?:[йяюе]|ем))"
)

_SOFT_ENDINGS: Final = ("ь", "я", "ю", "е", "ем", "ём")
_HARD_ENDINGS: Final = ("", "а", "у", "е", "ом")
_NUMBERS: Final = {
    stem + ending: number
    for number, name in enumerate(MONTHS, 1)
    for stem, endings in ((name.rstrip("ь"), _HARD_ENDINGS if name[-1] == "т" else _SOFT_ENDINGS),)
    for ending in endings
} | dict.fromkeys(("май", "мая", "маю", "мае", "маем"), 5)

_FIGURES: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?:\s*(?:г\.?|года))?")
_WORDS: Final = r"(?i)[«\"“„]?(\d{1,2})[»\"”“]?\s+([а-яё]+)\s+(\d{4}|\d{2})(?:\s*(?:г\.?|года))?"
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


_DATED: Final = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\.?\d)")


class DateStyle(enum.Enum):
    """How a date is printed (оформление даты); ГОСТ Р 7.0.97 allows figures and words."""

    DIGITS = "цифрами"
    WORDS = "словами"
    WORDS_FULL = "словами, год полностью"


def parse_date(text: str) -> date:
    """Read a date of a paper.

    Args:
        text: «16.03.2027», «16 марта 2027 г.», «"16" марта 2027 года» or 2027-03-16, with spaces of any kind.

    Raises:
        LanguageError: It is not a date, there is no such day, or the year has two figures.

    >>> parse_date("«16» марта 2027 года")
    datetime.date(2027, 3, 16)
    """
    words = text.strip()
    if match := _ISO.fullmatch(words):
        year, month, day = match.groups()
        return _make(text, day, int(month), year)
    if match := _FIGURES.fullmatch(words):
        day, month, year = match.groups()
        return _make(text, day, int(month), year)
    if (match := re.fullmatch(_WORDS, words)) and match[2].lower() in _NUMBERS:
        day, name, year = match.groups()
        return _make(text, day, month_number(name), year)
    raise LanguageError(f"не дата: «{text}»", "ожидалась дата вида 16.03.2027 или 16 марта 2027 г.")


def last_day(year: int, month: int) -> int:
    """Number of the last day of a month, from 1.

    >>> last_day(2028, 2), last_day(2100, 2), last_day(2027, 4)
    (29, 28, 30)
    """
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)  # noqa: PLR2004 (February)
    return _LENGTHS[month - 1] + leap


def impossible_dates(text: str) -> tuple[tuple[str, str], ...]:
    """The message and the hint for each date in figures of a running text for which there is no day.

    >>> impossible_dates("с 01.04.2027 до 31.04.2027")
    (('в дате «31.04.2027» нет такого дня: 31 апреля 2027 г.', 'последний день 30'),)
    """
    return tuple(refusal for found in _DATED.findall(text) if (refusal := _refusal(found)))


def _refusal(text: str) -> tuple[str, str] | None:
    """Why a text is not a date; None when it is."""
    try:
        parse_date(text)
    except LanguageError as error:
        return error.message, error.hint
    return None


def _make(text: str, day: str, month: int, year: str) -> date:
    if len(year) < len("2027"):
        raise LanguageError(f"в дате «{text}» год из двух цифр", "напишите год полностью, четырьмя цифрами")
    if not 1 <= month <= len(MONTHS_GENITIVE):
        raise LanguageError(f"в дате «{text}» месяц {month}", "месяцев двенадцать")
    if year == "0000":
        raise LanguageError(f"в дате «{text}» год 0000", "такого года нет")
    last = last_day(int(year), month)
    if not 1 <= int(day) <= last:
        name = MONTHS_GENITIVE[month - 1]
        raise LanguageError(
            f"в дате «{text}» нет такого дня: {int(day)} {name} {year} г.", f"последний день {last}"
        )
    return date(int(year), month, int(day))


def format_date(day: date, style: DateStyle = DateStyle.DIGITS) -> str:
    r"""Print a date.

    Returns:
        «16.03.2027», or with no-break spaces between day and month and before «г.»: «16 марта 2027 г.»,
        «16 марта 2027 года».

    >>> format_date(date(2027, 3, 5))
    '05.03.2027'
    >>> format_date(date(2027, 3, 5), DateStyle.WORDS)
    '5\xa0марта 2027\xa0г.'
    """
    if style is DateStyle.DIGITS:
        return f"{day.day:02}.{day.month:02}.{day.year:04}"
    tail = "г." if style is DateStyle.WORDS else "года"
    return f"{day.day}\u00a0{MONTHS_GENITIVE[day.month - 1]} {day.year:04}\u00a0{tail}"


def month_number(name: str) -> int:
    """Number of a month from 1, by its name in any case.

    Raises:
        LanguageError: It is not a name of a month.

    >>> month_number("Декабрём")
    12
    """
    number = _NUMBERS.get(name.lower())
    if number is None:
        raise LanguageError(f"не месяц: «{name}»")
    return number


def shift_date(day: date, years: int) -> date:
    """Move a date by whole years; 29 February becomes 28 February in a year that has none.

    Raises:
        LanguageError: The year leaves 1 to 9999.

    >>> shift_date(date(2028, 2, 29), 1)
    datetime.date(2029, 2, 28)
    """
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        raise LanguageError(f"год {year} вне календаря", f"дату {format_date(day)} не сдвинуть")
    return day.replace(year=year, day=min(day.day, last_day(year, day.month)))

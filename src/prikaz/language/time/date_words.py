"""Dates in words alone, written and read: «первого июня две тысячи двадцать седьмого года»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from prikaz.errors import LanguageError
from prikaz.language.numbers.numerals import Gender, spell_ordinal
from prikaz.language.time.dates import MONTH, MONTHS_GENITIVE, month_number
from prikaz.language.words.cases import Case
from prikaz.language.words.spelling import fold_letters

_DAY: Final = r"(?:(?:двадцать|тридцать)\s+)?[а-яё]+(?:[ое]го|ое|ье)"
_YEAR: Final = r"(?:две\s+тысячи(?:\s+[а-яё]+){1,2}|двухтысячн[а-яё]+)(?=\s+год)"

#: A year in words, with its day and month before it if they are there; no groups.
PATTERN: Final = rf"\b(?i:(?:{_DAY}\s+{MONTH}\s+)?{_YEAR})"

_PARTS: Final = re.compile(
    rf"(?:(?P<day>.+?)\s+(?P<month>{MONTH})\s+)?(?P<year>две\s+тысячи(?:\s+[а-яё]+){{1,2}}|двухтысячн[а-яё]+)",
    re.IGNORECASE,
)


def spell_date(day: date, case: Case = Case.NOMINATIVE) -> str:
    """Write a date in words.

    >>> spell_date(date(2027, 9, 3))
    'третье сентября две тысячи двадцать седьмого года'
    """
    return f"{spell_day(day.day, day.month, case)} {spell_ordinal(day.year, Case.GENITIVE)} года"


def spell_day(day: int, month: int, case: Case = Case.NOMINATIVE) -> str:
    """Write a day and a month in words, without the year.

    >>> spell_day(20, 8, Case.GENITIVE)
    'двадцатого августа'
    """
    return f"{spell_ordinal(day, case, Gender.NEUTER)} {MONTHS_GENITIVE[month - 1]}"


def read_year(words: str) -> int | None:
    """The year in ``words``, or None if they only look like one.

    >>> read_year("две тысячи двадцать седьмом")
    2027
    """
    match = _PARTS.fullmatch(words)
    found = _years().get(_normalized(match["year"])) if match else None
    return found[0] if found else None


def read_day(words: str) -> date | None:
    """The date in ``words``, if they name day, month and year."""
    match = _PARTS.fullmatch(words)
    if match is None or match["day"] is None:
        return None
    day, year = _days().get(_normalized(match["day"])), read_year(words)
    try:
        return date(year, month_number(match["month"]), day) if day and year else None
    except ValueError:
        return None


def shift_year(words: str, years: int) -> str:
    """The same words that many years later; the case stays.

    Raises:
        LanguageError: The words name no year from 2000 to 2099, or the year leaves them.
    """
    match = _PARTS.fullmatch(words)
    found = _years().get(_normalized(match["year"])) if match else None
    if match is None or found is None:
        raise LanguageError(f"в словах «{words}» не назван год от 2000 до 2099")
    year, case = found
    return words[: match.start("year")] + spell_ordinal(year + years, case)


def _normalized(words: str) -> str:
    return " ".join(fold_letters(words).split())


@lru_cache(maxsize=1)
def _years() -> Mapping[str, tuple[int, Case]]:
    return {
        _normalized(spell_ordinal(year, case)): (year, case) for case in Case for year in range(2000, 2100)
    }


@lru_cache(maxsize=1)
def _days() -> Mapping[str, int]:
    return {
        _normalized(spell_ordinal(day, case, Gender.NEUTER)): day
        for case in (Case.NOMINATIVE, Case.GENITIVE)
        for day in range(1, 32)
    }

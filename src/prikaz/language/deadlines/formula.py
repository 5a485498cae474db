"""Formulas of phrases about time: «с 1 сентября по 31 мая 2028 г.» is «с d по D».

Letters: D date, d day and month, M month and year, m month, Y year, A school
year, Q quarter, H half-year, S season, W part of a month, N a bare number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, TypeAlias

from attrs import frozen

from prikaz.language.time.dates import MONTH, month_number
from prikaz.language.words.spelling import fold_letters

_YEAR: Final = r"(?:19|20)\d\d(?!\d)"
_YEAR_WORD: Final = r"(?: ?(?:календарн[а-я]+ |финансов[а-я]+ )?(?:год[а-я]{0,3}|г\. ?г|гг|г)\b(?: ?\.)?)"
_SCHOOL_YEAR: Final = rf"(?: ?уч(?:\.|ебн[а-я]+)?{_YEAR_WORD}?)"
_DAY: Final = r"(?:[«\"“„'] ?)?\d{1,2}(?: ?[»\"”“'])?(?:–?(?:го|е)\b)?"
_NTH: Final = (
    r"(?:i{1,3}|iv|[1-4](?:–?(?:[йяе]|го|ый|ая|ое|ом))?|перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт[а-я]+)"
)
_WEEKDAY: Final = (
    r"(?:(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)[а-я]{0,2}"
    r"|(?:пн|вт|ср|чт|пт|сб|вс)\b\.?)"
)

#: A letter that no text of today has: months become it and two figures before anything else is looked for.
_MARK: Final = "ѹ"
_MONTH: Final = rf"{_MARK}(?:0[1-9]|1[0-2])"
_MONTH_NAME: Final = re.compile(rf"\b{MONTH}\b")

_PATTERNS: Final = {
    "weekday": rf"(?:\bво? )?\b{_WEEKDAY},? (?=[«\"\d])|,? ?\(?(?:во? )?\b{_WEEKDAY}\)?$",
    "date": (
        r"(?<![\d.])(?:\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d\d)|\d{4}–\d\d–\d\d"
        rf"|{_DAY} {_MONTH} {_YEAR})(?!\d){_YEAR_WORD}?"
    ),
    "clock": (
        r"\b\d\d?(?:[:.]\d\d)? ?(?:час[а-я]*\.?|ч\b\.?)(?: ?\d\d? ?мин[а-я]*)?\.?"
        r"|\b\d\d?(?::\d\d|\.(?:00|1[3-9]|[2-5]\d)(?!\.?\d))"
    ),
    "day_month": rf"{_DAY} {_MONTH}\b|(?<![\d.])\d\d?\.(?:0[1-9]|1[0-2])(?:\.(?=–| по )|(?!\.?\d))",
    "month_year": rf"\b{_MONTH} {_YEAR}{_YEAR_WORD}?",
    "month": rf"\b{_MONTH}\b",
    "academic": (
        rf"(?<!\d){_YEAR}(?:/(?:\d{{4}}|\d\d)(?:{_SCHOOL_YEAR}|{_YEAR_WORD})?|–(?:\d{{4}}|\d\d){_SCHOOL_YEAR})"
    ),
    "year": rf"(?<!\d){_YEAR}(?![./]\d){_YEAR_WORD}?",
    "quarter": rf"\b{_NTH}(?:(?=(?:–|, | и ){_NTH} кв)| кв(?:артал[а-я]*|\.))",
    "half": rf"\b{_NTH} полугоди[а-я]+",
    "part": (
        rf"\b(?:{_NTH}|последн[а-я]+) (?:недел|декад|половин)[а-я]+"
        rf"|\b(?:начал|середин|кон(?:ец|ц))[а-я]*(?= {_MONTH})"
    ),
    "season": (
        r"\b(?:зимн|весенн|летн|осенн)[а-я]+ (?:каникул|период)[а-я]*"
        r"|\b(?:лет(?:о|а|у|ом|е)|(?:весн|зим)(?:а|ы|е|у|ой)|осен(?:ь|и|ью))\b"
    ),
    "number": r"\b\d+(?:–?(?:го|е)\b)?",
    "latin": r"[a-z]",
}
_TOKENS: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()))

FormulaValue: TypeAlias = date | tuple[int, int] | int | str


@frozen
class Formula:
    """A phrase with its times replaced by letters, and their values in the same order."""

    letters: str
    values: tuple[tuple[str, FormulaValue], ...]


def normalize(text: str) -> str:
    """Lower case, single spaces, en dashes without spaces, no stops at the ends.

    >>> normalize("Октябрь- Ноябрь  2027 г.")
    'октябрь–ноябрь 2027 г'
    """
    words = " ".join(fold_letters(text).split())
    return re.sub(r" ?[-–—] ?", "–", words).strip(" .;:,")


def reduce_phrase(words: str) -> Formula:
    """Replace times in normalized ``words`` by letters; clock times and weekdays beside dates drop out.

    Raises:
        ValueError: A day in the words does not exist.

    >>> reduce_phrase("с 1 сентября по 31 мая 2028 г").letters
    'с d по D'
    """
    values: list[tuple[str, FormulaValue]] = []

    def replace(match: re.Match[str]) -> str:
        group = str(match.lastgroup)
        if group in _MUTE:
            return _MUTE[group]
        letter, read = _READERS[group]
        values.append((letter, read(match.group())))
        return letter

    letters = _TOKENS.sub(replace, _write_months(_write_figures(words)))
    letters = re.sub(r"с T до T|(?:, ?| ?\bв | ?\bк )?T(?:–T)?,?", "", letters)
    return Formula(" ".join(letters.split()), tuple(values))


def _write_months(words: str) -> str:
    return _MONTH_NAME.sub(lambda match: f"{_MARK}{month_number(match.group()):02}", words)


def _write_figures(words: str) -> str:
    """Dates that are spelled throughout, as figures."""
    if "тысяч" not in words:
        return words
    from prikaz.language.time import date_words  # noqa: PLC0415 - rare, and it makes a hundred years in words

    def write(match: re.Match[str]) -> str:
        day = date_words.read_day(match[1])
        return f"{day:%d.%m.%Y}" if day else match.group()

    return re.sub(rf"({date_words.PATTERN}) года?\b", write, words)


def _read_date(words: str) -> date:
    first, second, third = map(int, re.findall(r"\d+", words)[:3])
    if first > 31:  # noqa: PLR2004 - 2027–11–05
        return date(first, second, third)
    return date(third if third > 99 else 2000 + third, second, first)  # noqa: PLR2004 - a year of two figures


def _read_day_month(words: str) -> tuple[int, int]:
    day, month = map(int, re.findall(r"\d+", words))
    found = date(2000, month, day)  # a leap year has every day
    return found.day, found.month


def _read_month_year(words: str) -> tuple[int, int]:
    month, year = map(int, re.findall(r"\d+", words))
    return month, year


def _first_number(words: str) -> int:
    return int(re.findall(r"\d+", words)[0])


_NTH_STARTS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "перв": 1, "втор": 2, "трет": 3, "четв": 4}


def _read_nth(words: str) -> int:
    word = re.split(r"[ –]", words)[0]
    return int(word[0]) if word[0].isdigit() else _NTH_STARTS[word[:4]]


_PART_NAMES: Final = {"нач": "начало", "сер": "середина", "кон": "конец"}
_PART_NOUNS: Final = {"недел": "неделя", "декад": "декада", "половин": "половина"}
_NTH_NAMES: Final = ("первая", "вторая", "третья", "четвёртая")


def _read_part(words: str) -> str:
    if words[:3] in _PART_NAMES:
        return _PART_NAMES[words[:3]]
    noun = next(noun for stem, noun in _PART_NOUNS.items() if stem in words)
    nth = "последняя" if words.startswith("последн") else _NTH_NAMES[_read_nth(words) - 1]
    return f"{nth} {noun}"


_SEASON_NAMES: Final = {
    "зим": ("зима", "зимн"),
    "вес": ("весна", "весенн"),
    "лет": ("лето", "летн"),
    "осе": ("осень", "осенн"),
}


def _read_season(words: str) -> str:
    name, adjective = _SEASON_NAMES[words[:3]]
    if "каникул" in words:
        return f"{adjective}ие каникулы"
    return f"{adjective}ий период" if "период" in words else name


_READERS: Final[Mapping[str, tuple[str, Callable[[str], FormulaValue]]]] = {
    "date": ("D", _read_date),
    "day_month": ("d", _read_day_month),
    "month_year": ("M", _read_month_year),
    "month": ("m", _first_number),
    "academic": ("A", _first_number),
    "year": ("Y", _first_number),
    "quarter": ("Q", _read_nth),
    "half": ("H", _read_nth),
    "part": ("W", _read_part),
    "season": ("S", _read_season),
    "number": ("N", _first_number),
}
#: What has no value; Latin letters of the text must not look like letters of a formula.
_MUTE: Final = {"weekday": "", "clock": "T", "latin": "?"}

"""Misprints (опечатки): letters of the wrong alphabet, signs without a meaning, stray signs, wrong dates.

Only what cannot be meant otherwise. Nearly every text is clean and stands in many
orders: what has been looked at is remembered, and places are sought only in an
order that has a misprint. Patterns are compiled when a quick look says that they
are needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, repeat
from typing import Final

from attrs import evolve

from prikaz.checks.context import CheckContext
from prikaz.findings import Finding, FindingKind
from prikaz.language.time.dates import MONTH, month_number
from prikaz.language.words.spelling import LETTERS
from prikaz.model.private_use import has_private, private_characters
from prikaz.model.prose import texts
from prikaz.model.text import HOLE, without_marked

LETTER_LATIN: Final = FindingKind("letter-latin", "В русском слове латинская буква")
NUMBER_SIGN_LATIN: Final = FindingKind("number-sign-latin", "Вместо знака № латинская «N»")
SPACE_STRAY: Final = FindingKind("space-stray", "Перед запятой или точкой стоит пробел")
SIGN_REPEATED: Final = FindingKind("sign-repeated", "Знаки препинания стоят подряд")
YEAR_SHORT: Final = FindingKind("year-short", "Год даты набран двумя цифрами")
WEEKDAY_WRONG: Final = FindingKind("weekday-wrong", "Рядом с датой не тот день недели")
PERIOD_BACKWARDS: Final = FindingKind("period-backwards", "Период кончается раньше, чем начинается")

# What most texts are without. Signs of ASCII stand in one set: a text is gone through once (a set with dashes
# would take long to compile); to seek each of the others is as quick as to seek a single sign.
_sign = re.compile(
    r"[A-Za-z,.;-](?:(?<=[A-Za-z])|(?<=[ \u00a0][,.;])|(?<=[,.;])(?= ?[,.;])|(?<=-)[ \u00a0]?\d)"
).search
_short = re.compile(r"\.\d\d(?!\d|\.\d)").search
_until = re.compile(r"о[ \u00a0](?:[а-я]+[ \u00a0])?\d").search
_dashed = re.compile(r"–[ \u00a0]?\d").search
_long_dashed = re.compile(r"—[ \u00a0]?\d").search

#: Latin letters that look like Russian ones; a word with any other is a name or a term.
_ALIKE: Final = "ABCEHKMOPTXYaceopxyk"
#: The number of a school form, with the mark that opens its letter.
_FORM: Final = r"(?:1[01]|[1-9])[ -]?«?"
_MIXED: Final = (
    rf"\b(?=[{LETTERS}]*[A-Za-z])(?=[A-Za-z]*[{LETTERS}])[{LETTERS}{_ALIKE}]+\b"
    r"|(?:(?<=[а-яё,;:»)] )|(?m:^))[coky](?= (?!и )[а-яё«\d№])"
    r"|(?m:^|(?<=[.!?] ))(?:[BCKOY](?= (?!класс|категор|групп|уров|корпус|блок|зон|секци)[а-яё«№])"
    r"|C(?= \d\d?(?:\.\d| [а-яё])))"
    # a form of a school, «5 A класс», «5«A» и 6«Б» классы»
    rf"|(?<![\w.,]){_FORM}[{_ALIKE}]»?(?=(?:(?:,| и)? {_FORM}[А-ЯA-Z]»?)* класс)"
)
#: What is called by a letter, and by a Latin one: «по оси y», «по осям x и y».
_SYMBOL_BEFORE: Final = (
    r"\b(?:ос(?:[ьи]|ью|ей|ям|ях)|перемен|координат|функци|коэффициент|параметр|символ|букв)\w* "
    r"(?:\w(?:,| и) )*$"
)
_NUMBER_SIGN: Final = r"(?<=[а-яё.,:;»)] )N(?= \d)|(?<=\d )N(?= ?\d)|(?<=[(«])N(?= ?\d)"

#: A space before a sign that ends something; blanks to be filled in have it rightly.
_SPACED: Final = r"(?<=[^\s_…])[ \u00a0]+[,.;](?=[\s»)]|$)"
_REPEATED: Final = r"[,;] ?[,;]|, ?\.(?![.\w])|(?<![.…])\.\.(?![.…])"

_SHORT_YEAR: Final = r"\.(?:0[1-9]|1[0-2])\.\d\d(?!\d|\.\d)"
_SHORT_DATE: Final = r"(\d\d\.\d\d\.)(\d\d)(?!\d)"

#: Parts of weekdays; to seek each is quicker than any pattern.
_WEEKDAY_PARTS: Final = (
    *("недельник", "торник", "сред", "четверг", "пятниц", "суббот", "воскресень"),
    *("(пн", "(вт", "(ср", "(чт", "(пт", "(сб", "(вс"),
)
_WEEKDAY: Final = (
    r"недельник|торник|\bсред[аеуы]\b|четверг|пятниц|суббот|воскресень|\((?:пн|вт|ср|чт|пт|сб|вс)\b"
)
#: Less is a date alone.
_SHORTEST: Final = 12
#: «вторник, 10 и 11 мая», «по вторникам 11 мая»
_SEVERAL: Final = r"\d\s*(?:[,;/]|и\b)\s*\d|ам\b"

#: What joins the ends of a period, «по», «до» and dashes; each pattern is many times as fast as both in one.
_SHOUTED_JOINT: Final = r"О[ \u00a0](?:[А-Я]+[ \u00a0])?\d"
_JOINTS: Final = (r"о[ \u00a0](?:[а-я]+[ \u00a0])?\d", _SHOUTED_JOINT, r"[–—-][ \u00a0]?\d")
#: Characters that either end of a period takes at most.
_REACH: Final = 40
_YEAR: Final = r"(?:19|20)\d\d"
_PERIOD: Final = (
    rf"(?<![\d.,/])(?P<day1>\d\d?)(?:\.(?P<month1>\d\d)(?:\.(?P<year1>{_YEAR}))?"
    rf"|[ \u00a0](?P<name1>{MONTH})(?:[ \u00a0](?P<named1>{_YEAR}))?)?(?:[ \u00a0]?(?:г\.|года))?"
    r"(?P<joint>,?[ \u00a0](?:по|до)[ \u00a0]|[ \u00a0]?[-–—][ \u00a0]?)"
    rf"(?P<day2>\d\d?)(?:\.(?P<month2>\d\d)\.(?P<year2>{_YEAR})"
    rf"|[ \u00a0](?P<name2>{MONTH})\b(?:[ \u00a0](?P<named2>{_YEAR}))?)"
)
#: A date or a year may be put off to an earlier one.
_CHANGED: Final = r"(?i)\b(?:сокра[тщ]|перен[еёо]с|сни[зж]|уменьш|сдви[гн]|измен)[а-я]*"
_YEARS: Final = (
    rf"(?<![\w./–-])(?P<first>{_YEAR})"
    rf"(?:[ \u00a0]?[-–—][ \u00a0]?|(?:[ \u00a0]?(?:г\.|года))?[ \u00a0]по[ \u00a0](?:{MONTH}[ \u00a0])?)"
    rf"(?P<last>{_YEAR})(?=[ \u00a0]?г)"
)


def misprints(context: CheckContext) -> Iterator[Finding]:
    """The misprints of an order; of one kind in one text the first is reported."""
    order = context.order
    year = order.year or 0
    if not any(map(_found, context.texts, repeat(year))):
        return
    for path, text in texts(order):
        for finding in _found(text, year):
            yield evolve(finding, path=path)


@lru_cache(maxsize=8192)
def _found(text: str, year: int) -> tuple[Finding, ...]:
    """The misprints of a text in an order of ``year``."""
    if not (
        _sign(text)
        or _short(text)
        or _until(text)
        or _dashed(text)
        or _long_dashed(text)
        or _shouted_until(text)
        or _dated_weekday(text)
        or has_private(text)
    ):
        return ()
    text = without_marked(text)
    dates = (*_short_year(text, year), *_wrong_weekday(text), *_backwards(text))
    return (*private_characters(text), *_foreign_letters(text), *_stray_signs(text), *dates)


def _shouted_until(text: str) -> bool:
    return ("ПО" in text or "ДО" in text) and re.search(_SHOUTED_JOINT, text) is not None


def _dated_weekday(text: str) -> bool:
    if len(text) < _SHORTEST or "20" not in text:
        return False
    lowered = text.lower()
    return any(map(lowered.__contains__, _WEEKDAY_PARTS)) and re.search(_WEEKDAY, lowered) is not None


def _foreign_letters(text: str) -> Iterator[Finding]:
    if not re.search("[A-Za-z]", text):
        return
    if found := next(filter(_is_no_symbol, re.finditer(_MIXED, text)), None):
        letter = re.findall("[A-Za-z]", found[0])[0]
        message = f"в слове «{found[0]}» латинская буква «{letter}»"
        yield LETTER_LATIN.finding(message, "наберите слово русскими буквами")
    if found := re.search(_NUMBER_SIGN, text):
        message = f"вместо знака № латинская буква «N»: «{_around(found)}»"
        yield NUMBER_SIGN_LATIN.finding(message, "поставьте знак №")


def _is_no_symbol(found: re.Match[str]) -> bool:
    """Whether a letter that stands alone is meant as a word, unlike that of «по оси y»."""
    before = found.string[max(0, found.start() - _REACH) : found.start()]
    return len(found[0]) > 1 or not re.search(_SYMBOL_BEFORE, before)


def _stray_signs(text: str) -> Iterator[Finding]:
    if found := re.search(_SPACED, text):
        message = f"перед знаком «{found[0].strip()}» пробел: «{_around(found)}»"
        yield SPACE_STRAY.finding(message, "уберите пробел")
    elif found := re.search(_REPEATED, text):
        message = f"знаки препинания стоят подряд: «{_around(found)}»"
        yield SIGN_REPEATED.finding(message, "оставьте один")


def _around(found: re.Match[str]) -> str:
    """What was found, with the words that touch it and the next ones."""
    start = max(0, found.start() - _REACH)
    before = re.search(r"\S*[ \u00a0]?\S*$", found.string[start : found.start()])
    after = re.match(r"[^\S\n]?\S*", found.string[found.end() :])
    around = f"{before[0] if before else ''}{found[0]}{after[0] if after else ''}"
    return around.replace(HOLE, "…").strip()


def _short_year(text: str, year: int) -> Iterator[Finding]:
    """A date whose year has two figures; codes of classifiers look the same, but lie in the past."""
    if not re.search(_SHORT_YEAR, text):
        return
    from prikaz.language.time.roles import Role  # noqa: PLC0415 (their patterns cost a fifth of a start)
    from prikaz.language.time.times import find_times  # noqa: PLC0415

    for time in find_times(text):
        found = re.search(_SHORT_DATE, time.text)
        meant = 2000 + int(found[2]) if found else 0
        if found and (time.role is Role.CITED or (time.role is Role.OWN and meant >= year - 1)):
            message = f"в дате «{found[0]}» год двумя цифрами"
            yield YEAR_SHORT.finding(message, f"напишите «{found[1]}{meant}»")
            return


def _wrong_weekday(text: str) -> Iterator[Finding]:
    """A weekday beside a full date that is another one; of several days none is certain."""
    if not _dated_weekday(text):
        return
    from prikaz.language.time.times import find_times  # noqa: PLC0415 (their patterns cost a fifth of a start)
    from prikaz.language.time.weekdays import right_weekday  # noqa: PLC0415

    for time in find_times(text):
        right = right_weekday(time.text, time.day) if time.day and not re.search(_SEVERAL, time.text) else ""
        if right:
            message = f"в «{time.text}» не тот день недели: это {right}"
            yield WEEKDAY_WRONG.finding(message, "исправьте день недели или дату")
            return


def _backwards(text: str) -> Iterator[Finding]:
    """A period that ends before it begins."""
    for joint in chain.from_iterable(re.finditer(pattern, text) for pattern in _JOINTS):
        before = text[max(0, joint.start() - _REACH) : joint.start()]
        if not re.search(r"\d", before) or re.search(_CHANGED, text[: joint.start()]):
            continue
        around = before + text[joint.start() : joint.end() + _REACH]
        days = (found for found in re.finditer(_PERIOD, around, re.IGNORECASE) if _ends_before(found))
        years = (
            found for found in re.finditer(_YEARS, around, re.IGNORECASE) if found["first"] > found["last"]
        )
        if found := next(chain(days, years), None):
            message = f"период «{found[0]}» кончается раньше, чем начинается"
            yield PERIOD_BACKWARDS.finding(message, "поставьте даты по порядку")
            return


def _ends_before(found: re.Match[str]) -> bool:
    """Whether days are in a wrong order for certain; of days without a year only those of one month are."""
    first_year, last_year = found["year1"] or found["named1"], found["year2"] or found["named2"]
    begins = re.search(r"(?i)\bсо?[ \u00a0]$", found.string[: found.start()][-4:])
    dashed = found["joint"].strip(" \u00a0") in {"-", "–", "—"}
    if not (begins or (dashed and first_year and last_year)):
        return False
    last_month = _month(found["month2"], found["name2"])
    first_month = _month(found["month1"], found["name1"]) or last_month
    first, last = (first_month, int(found["day1"])), (last_month, int(found["day2"]))
    if first_year and last_year:
        return (first_year, *first) > (last_year, *last)
    return first_month == last_month and first > last


def _month(figures: str | None, name: str | None) -> int:
    return int(figures) if figures else month_number(name) if name else 0

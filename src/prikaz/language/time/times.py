"""Times inside running text: every year and date with its place and what it is.

A year in an order is a deadline, or the date of an act that is cited, or a part
of a number, or a count of people. Only the first may move when the order is
rolled to another year; this module distinguishes them and moves the first. What a
phrase means as a deadline is left to :mod:`prikaz.language.deadlines.reading`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from datetime import date
from typing import Final, NamedTuple

from attrs import evolve, frozen

from prikaz.language.time import date_words
from prikaz.language.time.dates import MONTH, month_number, shift_date
from prikaz.language.time.intervals import is_interval, role_of_both
from prikaz.language.time.roles import MOVING, Role, find_titles, role_of
from prikaz.language.time.weekdays import (
    WEEKDAY,
    has_weekday_before,
    named_weekday,
    rename_weekday,
    weekday_behind,
)


class Period(NamedTuple):
    """An interval of two times, «с … по …» (период).

    Attributes:
        start: Place of the first character of its first end.
        end: Place after the last character of its second one.
        years: Years that both name, in the order of the text.
        last: The day on which it ends, when a full date is named.
    """

    start: int
    end: int
    years: tuple[int, ...]
    last: date | None


@frozen(kw_only=True)
class Time:
    """A year or a date found in a text (время в тексте).

    Attributes:
        start: Place of the first character.
        end: Place after the last character.
        text: The words themselves, with «г.» and a weekday if they stand there.
        role: What it is.
        years: Years that are named, in the order of the text; empty for «20 декабря» and for clock times.
        day: The day, when one full date is named.
        period: The interval that it is an end of; both ends have one role.
    """

    start: int
    end: int
    text: str
    role: Role
    years: tuple[int, ...] = ()
    day: date | None = None
    period: Period | None = None

    def shifted(self, years: int) -> str:
        """The same words that many years later; the weekday beside a date is named anew.

        >>> find_times("вторник, 16 марта 2027 г.")[0].shifted(1)
        'четверг, 16 марта 2028 г.'
        """
        return _shift(self.text, self.day, years)


_YEAR: Final = r"(?:19|20)\d\d"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_DASH: Final = r"\s*[-–—]\s*"
_YEAR_WORD: Final = (
    r"(?i:\s*(?:(?:уч\.|[а-яё]+(?:ый|ого|ому|ом|ым|ые|ых))\s*)?"
    r"(?:год(?:ами|ах|ам|ов|ом|а|у|е|ы)?|гг|г\.\s?г|г)\b\.?)"
)
_BEFORE_DATE: Final = rf"(?:\b(?i:[вс]о?|по|на)\s+)?\b{WEEKDAY}\.?,?\s+\(?"
_AFTER_DATE: Final = rf"(?:(?:,|\s[-–—])?\s*\(?(?:во?\s+)?{WEEKDAY}\b\.?\)?)"
_QUOTED_DAY: Final = rf"[«\"“„]?{_DAY}[»\"”“]?(?:-?(?:го|е))?"
_AND_YEARS: Final = rf"(?:(?:\s*г\b\.?)?\s*(?:[,;/–—-]|\b(?:и|или|по)\b)\s*{_YEAR}(?!\d))"

_TIMES: Final = re.compile(
    rf"""
    (?: (?=\d) | (?<![А-ЯЁа-яё])(?=[№«"“_A-ZА-Яа-я]) ) (?:
      (?P<standard> \b(?:ГОСТ(?:\s+Р)?|СанПиН|СНиП|СП|ТУ|ОК)\s*\d[\w./–-]* )
    | (?P<number> (?:№|\bN)\s*[\w/]*[\w./–-]*\w(?:\s[-–]\s?[а-я]\b)? )
    | (?P<clause> \b(?i:(?:под)?пункт[а-я]*|пп?\.|раздел[а-я]*|част[ьию]|(?<!т\.)(?<!т\.\s)ч\.|ст\.
        |стать[а-я]+)\s*(?!{_YEAR}\s*г)\d+(?:\.\d+)*(?!\d) )
    | (?P<iso> (?<!\d)\d{{4}}-(?:0[1-9]|1[0-2])-\d\d(?!\d) )
    | (?P<figures> (?:{_BEFORE_DATE})?(?<![\d./])(?:{_DAY}(?:\.\d\d?)?\.?{_DASH})?
        {_DAY}\.\s?(?:0?[1-9]\.\s?|1[0-2]\.\s?)(?:{_YEAR}|(?<=\d\d\.)\d\d(?!-\d))(?!\d|\.\d)
        {_YEAR_WORD}?{_AFTER_DATE}? )
    | (?P<clock> (?<![\d.:])(?:[01]?\d|2[0-4])(?::[0-5]\d|\.(?:00|[1-5]5|[1-5]0|05))
        (?![\d.:]|\s*(?:%|руб|тыс|млн|кг|балл))
        | (?<=[вскдо]\s)\d\d?\s*(?:час[а-я]*|ч\.)(?:\s*\d\d?\s*мин[а-я]*\.?)? )
    | (?P<words> (?:{_BEFORE_DATE})?(?<!\d){_QUOTED_DAY}(?:\s*(?:,|\bи\b|\bпо\b|[–—-])\s*{_QUOTED_DAY})*
        \s+(?i:{MONTH})\b(?:\s+{_YEAR}(?!\d){_YEAR_WORD}?{_AFTER_DATE}?)? )
    | (?P<spelled> {date_words.PATTERN} )
    | (?P<blank> [«\"“]?_+[»\"”]?[\s.]*_+[\s.]*{_YEAR}(?!\d){_YEAR_WORD}? )
    | (?P<month> \b(?i:{MONTH})(?:{_DASH}(?i:{MONTH}))?\s+{_YEAR}(?!\d){_YEAR_WORD}? )
    | (?P<pair> (?<![\d.,/]){_YEAR}(?:/(?:{_YEAR}|\d\d)|[-–](?:{_YEAR}|\d\d)(?=\s*уч))(?!\d){_YEAR_WORD}? )
    | (?P<years> (?<![\d.,/:])(?<!\d-){_YEAR}{_AND_YEARS}*(?![\d/]|[.,:]\d|-[А-ЯA-Z]){_YEAR_WORD}? )
    )
    """,
    re.VERBOSE,
)
#: Consumed so that nothing inside them is taken for a time.
_SILENT: Final = frozenset({"clause"})
_WORTH_A_LOOK: Final = re.compile(r"\d|тысяч", re.IGNORECASE)


def find_times(text: str) -> tuple[Time, ...]:
    """Find every year and date in ``text`` and say what each is.

    Years that stand together («2027–2029 годы», «в 2027 и 2028 годах») are one
    time. Numbers of acts are reported only if they look like years or are numbers of
    standards. Words without a figure («ежегодно», «август») are not times.

    >>> [(time.text, time.role.name) for time in find_times("До 01.06.2027 по приказу от 12.03.2026 № 2020")]
    [('01.06.2027', 'OWN'), ('12.03.2026', 'CITED'), ('№ 2020', 'NUMBER')]
    """
    if not _WORTH_A_LOOK.search(text):
        return ()
    titles = find_titles(text)
    found = [
        _make(text, match, titles)
        for match in _TIMES.finditer(text)
        if _is_reported(match.lastgroup, match.group())
    ]
    return _join_ends(text, _assign_weekdays(text, found))


def shift_times(text: str, years: int, roles: Collection[Role] = MOVING) -> str:
    """Move every time of ``roles`` in ``text``; all else stays to the character.

    >>> shift_times("с 01.09.2027 по 31.05.2028, приказ от 12.03.2026 № 5", 1)
    'с 01.09.2028 по 31.05.2029, приказ от 12.03.2026 № 5'
    """
    pieces = []
    done = 0
    for time in find_times(text):
        if time.role in roles:
            pieces += [text[done : time.start], time.shifted(years)]
            done = time.end
    return "".join(pieces) + text[done:]


#: What follows a weekday that belongs to the date before it; «16.03.2027, в среду собраться» goes on.
_SET_OFF: Final = r"\s*(?:[).;:»\n]|,(?!\s*\d)|$)|(?<=\.)"
_BEFORE_A_DATE: Final = r"\.?,?\s+\(?"


def _assign_weekdays(text: str, times: list[Time]) -> tuple[Time, ...]:
    """Give each weekday behind a date to the date it belongs to: this one, the next one or none."""
    for place, time in enumerate(times):
        behind = weekday_behind(time.text) if time.day else None
        if behind is None:
            continue
        following = times[place + 1] if place + 1 < len(times) else None
        if following and _goes_ahead(time, behind["named"], following, text[time.end : following.start]):
            start = time.start + behind.start("named")
            times[place + 1] = evolve(following, start=start, text=text[start : following.end])
        elif _is_its_own(time, behind["named"], text):
            continue
        times[place] = evolve(time, end=time.start + behind.start(), text=time.text[: behind.start()])
    return tuple(times)


def _goes_ahead(time: Time, weekday: str, following: Time, gap: str) -> bool:
    """Whether a weekday between two dates belongs to the second: «вторник 16.03.2027, среда 17.03.2027»."""
    if not (re.match(r"\W?\d", following.text) and re.fullmatch(_BEFORE_A_DATE, gap)):
        return False
    if following.day is None and not re.search(MONTH, following.text, re.IGNORECASE):
        return False
    if has_weekday_before(time.text):
        return True
    if _fits(weekday, time.day):
        return False
    return following.day is None or _fits(weekday, following.day) or "," not in gap


def _is_its_own(time: Time, weekday: str, text: str) -> bool:
    """Whether a weekday behind a date is said of it; one that is wrong has to be set off."""
    if _fits(weekday, time.day):
        return True
    return not has_weekday_before(time.text) and re.compile(_SET_OFF).match(text, time.end) is not None


def _fits(weekday: str, day: date | None) -> bool:
    return day is not None and named_weekday(weekday) == day.weekday()


#: Roles of what is no end of an interval.
_NO_END: Final = frozenset({Role.CLOCK, Role.NUMBER})


#: How far around a time the words of an interval are looked for.
_REACH: Final = 120


def _join_ends(text: str, times: tuple[Time, ...]) -> tuple[Time, ...]:
    """Give the two ends of each interval one role."""
    joined = list(times)
    ends = [place for place, time in enumerate(times) if time.role not in _NO_END]
    for one, other in itertools.pairwise(ends):
        first, last = joined[one], times[other]
        if first.period is None and _are_ends(text, first, last):
            role = role_of_both(first.role, last.role, text[: first.start], first.text)
            period = Period(first.start, last.end, first.years + last.years, last.day)
            joined[one] = evolve(first, role=role, period=period)
            joined[other] = evolve(last, role=role, period=period)
    return tuple(joined)


def _are_ends(text: str, first: Time, last: Time) -> bool:
    before, between = text[max(0, first.start - _REACH) : first.start], text[first.end : last.start]
    alike = (first.day is None) == (last.day is None)
    return len(between) <= _REACH and is_interval(before, first.text, between, last.text, alike=alike)


def _is_reported(group: str | None, words: str) -> bool:
    return group not in _SILENT and (group != "number" or bool(re.search(rf"(?<!\d){_YEAR}(?!\d)", words)))


def _make(text: str, match: re.Match[str], titles: tuple[range, ...]) -> Time:
    shape, words = str(match.lastgroup), match.group()
    years = _years_of(shape, words)
    strange = shape == "spelled" and not years
    return Time(
        start=match.start(),
        end=match.end(),
        text=words,
        role=Role.UNSURE if strange else role_of(text, match, titles),
        years=years,
        day=_day_of(shape, words),
    )


_FULL_YEAR: Final = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_SHORT_PAIR: Final = re.compile(rf"(?<!\d)({_YEAR})([/–-])(\d\d)(?!\d)")
_SHORT_DATE: Final = re.compile(r"(\.\d\d?\.\s?)(\d\d)(?!\d)")
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LAST_FIGURES: Final = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)(?!\d)")
_LAST_WORDS: Final = re.compile(rf"(\d{{1,2}})[»\"”“]?(?:-?(?:го|е))?\s+({MONTH})\s+(\d{{4}})", re.IGNORECASE)


def _years_of(group: str, words: str) -> tuple[int, ...]:
    if group in {"standard", "number", "clock"}:
        return ()
    if group == "spelled":
        year = date_words.read_year(words)
        return (year,) if year else ()
    if group == "iso":
        return (int(words[:4]),)
    if match := _SHORT_PAIR.search(words):
        first = int(match[1])
        return (first, first + 1) if (first + 1) % 100 == int(match[3]) else (first,)
    if group == "figures" and (match := _SHORT_DATE.search(words)):
        return (2000 + int(match[2]),)
    return tuple(int(year) for year in _FULL_YEAR.findall(words))


def _day_of(group: str, words: str) -> date | None:
    """The full date in the words (the last one of «с 1 по 15 октября 2027 г.»), if there is such a day."""
    if group == "spelled":
        return date_words.read_day(words)
    if group == "iso" and (match := _ISO.search(words)):
        year, month, day = map(int, match.groups())
    elif group == "figures" and (match := _LAST_FIGURES.search(words)):
        day, month, year = map(int, match.groups())
    elif group == "words" and (match := _LAST_WORDS.search(words)):
        day, month, year = int(match[1]), month_number(match[2]), int(match[3])
    else:
        return None
    try:
        return date(year + 2000 if year < 100 else year, month, day)  # noqa: PLR2004 - two figures of a year
    except ValueError:
        return None


_LEAP_DAY: Final = re.compile(
    rf"(?<!\d)29(?=\.\s?0?2\.|[»\"”“]?\s+февраля\s)|(?<=-02-)29(?!\d)|29(?={_DASH}29\.0?2\.)", re.IGNORECASE
)


def _shift(words: str, day: date | None, years: int) -> str:
    if re.search(r"тысяч", words, re.IGNORECASE):
        return date_words.shift_year(words, years)
    if day and (day.month, day.day) == (2, 29) and shift_date(day, years).day != day.day:
        words = _LEAP_DAY.sub("28", words)
    if day:
        words = rename_weekday(words, day, shift_date(day, years))
    if match := _ISO.fullmatch(words):
        return f"{int(match[1]) + years:04}-{match[2]}-{match[3]}"
    words = _SHORT_PAIR.sub(lambda m: f"{m[1]}{m[2]}{(int(m[3]) + years) % 100:02}", words)
    words = _SHORT_DATE.sub(lambda m: f"{m[1]}{(int(m[2]) + years) % 100:02}", words)
    return _FULL_YEAR.sub(lambda m: str(int(m.group()) + years), words)

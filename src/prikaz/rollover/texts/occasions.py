"""Days that are events and no deadlines: feasts with a moving date, holidays, and days off that were chosen.

Whoever writes «в субботу, 15 мая 2027 г., субботник» means a Saturday, and «9
мая» the holiday itself: neither is to be moved to a working day. A feast that
can be computed has its date proposed; a chosen weekday, the nearest one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from prikaz.language.time.dates import MONTH, MONTHS_GENITIVE, format_date, last_day
from prikaz.language.time.feasts import Feast, find_feasts
from prikaz.language.time.times import Time, find_times
from prikaz.language.time.weekdays import WEEKDAYS, named_weekday
from prikaz.rollover.texts.verdicts import Ask
from prikaz.rollover.year_shift import YearShift

_SATURDAY: Final = 5
_WEEK: Final = 7
_HOLIDAYS: Final = frozenset(
    {*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}
)
_BY: Final = r"(?i)\bко?\s+$"
_DEADLINE: Final = (
    r"(?i)\b(?:до|не\s+поздн(?:ее|же)|не\s+позже|срок[а-яё]*:?(?:\s+исполнения:?)?|в\s+срок)\s*[–—-]?\s*$"
)
#: Words of what is held on a day.
_EVENT: Final = (
    r"(?i)праздн|митинг|парад|шестви|концерт|возложени|салют|демонстраци|торжеств|фестивал|субботник|ярмарк|гулян|сл[её]т"
    r"|соревновани|турнир|спартакиад|первенств|чемпионат|марафон|кросс|забег|пробег|эстафет|поход|экскурси|выходн|каникул"
    r"|масл[ея]ни|пасх|\bбал\b|выпускн|дежурств|голосовани|выбор[ыао]|\bдень\s+(?:победы|россии|города|района|села|пос[её]лка"
    r"|народного|защитник|матери|отца|молод[её]жи|физкультурник|весны)|день\s+открытых\s+дверей|женск[а-яё]+\s+дн|акци[яию]"
    r"|слет|игр[аы]\b|матч|конкурс|олимпиад|экзамен|\bегэ\b|\bогэ\b|рождеств|нов(?:ый|ого|ому)\s+год[ау]?\b|мастер-класс"
)
#: What is done before or after an event: «Подготовка к фестивалю», «Отчёт о конкурсе».
_ABOUT: Final = (
    r"(?i)^\W*(?:\d[\d.]*\s*)?(?:срок|подготов|отч[её]т|разработ|утвержд|издани|издать|приказ|подач|под(?:ать|ведени)|при[её]м|заявк"
    r"|сбор\s|предоставл|представл|направл|информ|анализ|мониторинг|итог|размещен|составл|формиров|оформл|регистр|проверк)"
)
#: A day with a name of its own is that day and no deadline: «День пожилого человека, 1 октября».
_NAMED_DAY: Final = r"\bД(?:ень|ня|ню|нём|нем|не)\s+[а-яё]{3,}"
_EVERY_YEAR: Final = r"(?i)ежегодн|кажд[а-яё]+\s+год"
_WORDS: Final = rf"(?i)\d{{1,2}}[»\"”“]?\s+{MONTH}"
_FIGURES: Final = r"(\d{1,2})(\.\s?)(\d{1,2})(\.\s?)(\d{4})(?!\d)"
_SPELLED: Final = rf"(?i)(\d{{1,2}})([»\"”“]?(?:-?(?:го|е))?\s+)({MONTH})(?:(\s+)(\d{{4}}))?(?!\d)"
_FIRST_DAY: Final = r"^\D*(\d{1,2})(?=\.?\s*(?:[-–—]|по\s))"


class Occasion(NamedTuple):
    """A day that is an event (событие).

    Attributes:
        ask: What to ask about its new date; None when there is nothing to ask.
        proposal: The words of the date as they should be; "" when that is not known.
    """

    ask: Ask | None = None
    proposal: str = ""


class Surroundings(NamedTuple):
    """What stands around a day (окружение дня).

    Attributes:
        text: The text that it stands in, as it was.
        beside: The other texts of its row, if it stands in a table.
        feasts: The feasts that both name.
    """

    text: str
    beside: str = ""
    feasts: tuple[Feast, ...] = ()

    @classmethod
    def of(cls, text: str, beside: str) -> Surroundings:
        """Look for feasts in a text and in its row."""
        return cls(text, beside, (*find_feasts(text), *find_feasts(beside)))


def find_feast(day: date, feasts: Sequence[Feast]) -> Feast | None:
    """The feast of which a day is one; none whose date cannot be computed."""
    for feast in feasts:
        if feast.days:
            first, last = feast.days(day.year)
            if first <= day <= last:
                return feast
    return None


def look_for_occasion(time: Time, day: date, around: Surroundings, shift: YearShift) -> Occasion | None:
    """What a day is when it is no deadline; None when nothing says that it is an event.

    Args:
        time: The time in the old text.
        day: Its old day; of a time without a year, in the year of the order.
        around: What stands around it.
        shift: What was asked for.
    """
    if feast := find_feast(day, around.feasts):
        return _moving_feast(time, day, feast, shift)
    before = around.text[: time.start]
    if re.search(_DEADLINE, before):
        return None
    if (day.month, day.day) in _HOLIDAYS:
        return Occasion() if _is_holiday(time, around) else None
    if day.weekday() < _SATURDAY and _is_named_day(time, around):
        return Occasion()
    if day.weekday() < _SATURDAY or re.search(_BY, before) or not _is_chosen(time, around):
        return None
    return _chosen_weekday(time, day, shift)


def in_order_year(time: Time, shift: YearShift) -> tuple[int, Time | None]:
    """The year of the order in which a day without a year lies, and the day in it."""
    leap = find_times(f"{time.text} 2024")
    year = shift.year_of_month(leap[0].day.month if leap and leap[0].day else 1)
    dated = find_times(f"{time.text} {year}")
    return year, dated[0] if dated else None


def _moving_feast(time: Time, day: date, feast: Feast, shift: YearShift) -> Occasion | None:
    if feast.days is None:
        return None
    old, _ = feast.days(day.year)
    year = day.year + shift.years
    target = feast.days(year)[0] + (day - old)
    if (target.month, target.day) == (day.month, day.day):
        return Occasion()
    why = f"«{feast.text}» в {year} году – {format_date(target)}"
    return _on(time, day, target, why)


def _chosen_weekday(time: Time, day: date, shift: YearShift) -> Occasion:
    """The nearest day of the same weekday as the one that was chosen."""
    new = _in_year(day, day.year + shift.years)
    away = (day.weekday() - new.weekday() + _WEEK // 2) % _WEEK - _WEEK // 2
    if away == 0:
        return Occasion()
    was, becomes = WEEKDAYS[day.weekday()], WEEKDAYS[new.weekday()]
    why = f"событие было в выходной, день недели – {was}, а {format_date(new)} – {becomes}"
    return _on(time, day, new + timedelta(days=away), why)


def _on(time: Time, day: date, target: date, why: str) -> Occasion:
    return Occasion(Ask(f"перенесите на {format_date(target)}", why), with_day(time.text, day, target))


def _in_year(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, last_day(year, day.month)))


def _is_holiday(time: Time, around: Surroundings) -> bool:
    """Whether a fixed holiday is meant itself: called by its month, or among words of an event."""
    return bool(re.search(_WORDS, time.text) or re.search(_EVENT, f"{around.text} {around.beside}"))


def _is_named_day(time: Time, around: Surroundings) -> bool:
    """Whether a day has a name: in its sentence, or in its row."""
    told = (_sentence(around.text, time), around.beside)
    return not re.search(_BY, around.text[: time.start]) and any(
        re.search(_NAMED_DAY, words) and not re.search(_ABOUT, words) for words in told
    )


def _is_chosen(time: Time, around: Surroundings) -> bool:
    """Whether a day off was chosen: by its weekday, or for something that is held on days off alone."""
    weekday = named_weekday(time.text)
    if weekday is not None:
        return weekday >= _SATURDAY
    if any(day.weekday() < _SATURDAY for day in _days_of_period(time, around.text)):
        return False
    if any(feast.days or feast.is_local for feast in around.feasts):
        return True
    told = (_sentence(around.text, time), around.beside)
    if re.search(_EVERY_YEAR, told[0]):
        return False
    return any(re.search(_EVENT, words) and not re.search(_ABOUT, words) for words in told)


def _days_of_period(time: Time, text: str) -> Iterator[date]:
    """The days on which the period of a time begins and ends, as far as they are told."""
    if time.period:
        for end in find_times(text[time.period.start : time.period.end]):
            dated = find_times(f"{end.text} {time.day.year}") if time.day and not end.years else (end,)
            yield from (day for one in dated if (day := one.day))
    elif time.day and (first := re.match(_FIRST_DAY, time.text)):
        begin = time.day.day - int(first[1])
        yield time.day - timedelta(days=begin)


def _sentence(text: str, time: Time) -> str:
    start = max(text.rfind(mark, 0, time.start) for mark in (";", "\n", ". ")) + 1
    ends = [place for mark in (";", "\n", ". ") if (place := text.find(mark, time.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def with_day(words: str, old: date, new: date) -> str:
    """The words of a date with another day in them, weekdays as they are; "" when they are not so simple.

    >>> with_day("в субботу, 15 мая 2027 г.", date(2027, 5, 15), date(2028, 5, 13))
    'в субботу, 13 мая 2028 г.'
    """
    if first := re.search(_FIRST_DAY, words):
        begin = new.day - (old.day - int(first[1]))
        if begin < 1:
            return ""
        rest = with_day(words[first.end() :], old, new)
        return words[: first.start(1)] + str(begin).zfill(len(first[1])) + rest if rest else ""

    def figures(match: re.Match[str]) -> str:
        return f"{new:%d}{match[2]}{new:%m}{match[4]}{new:%Y}"

    def spelled(match: re.Match[str]) -> str:
        year = f"{match[4]}{new.year}" if match[5] else ""
        return f"{new.day}{match[2]}{MONTHS_GENITIVE[new.month - 1]}{year}"

    for pattern, write in ((_FIGURES, figures), (_SPELLED, spelled)):
        if found := re.search(pattern, words):
            before, after = words[: found.start()], words[found.end() :]
            return "" if re.search(r"\d", before + after) else before + write(found) + after
    return ""

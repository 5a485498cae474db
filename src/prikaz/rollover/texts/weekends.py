"""Deadlines on days off: asked about, or moved to a working day, as wanted.

«На 31.12.2027» is the day of a measurement, «с 1 сентября» a beginning, the end
of a period that is summed up has passed; none is a deadline, and none moves. The
end of any other period is a deadline. Events are told by
:mod:`prikaz.rollover.texts.occasions`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from attrs import frozen

from prikaz.language.time.dates import MONTH, MONTHS_GENITIVE, format_date, shift_date
from prikaz.language.time.roles import Role
from prikaz.language.time.times import Time, find_times
from prikaz.language.time.weekdays import WEEKDAYS, named_weekday
from prikaz.language.time.workdays import russian_calendar
from prikaz.rollover.year_shift import Weekends, YearShift

_NOT_A_DEADLINE: Final = re.compile(r"\b(?:на|с|со|от)\s*$", re.IGNORECASE)
#: «На конец 2027 г. (31.12.2027)», «на отчётную дату – 31.12.2027».
_MEASURED: Final = re.compile(
    r"\bна\s+(?:конец|начало|дат[уы]|отч[её]тн[а-яё]+\s+дат[уы]|последн[а-яё]+\s+день)(?:[^.;\n]|г\.){0,40}?[(–—:,-]\s*$",
    re.IGNORECASE,
)
#: «За период с 01.01.2027 по 30.04.2027» sums it up.
_SUMMED_UP: Final = re.compile(r"\bза\s+(?:[а-яё]+\s+)?(?:период|время|срок)\s+(?:со?\s+)?$", re.IGNORECASE)
#: «со среды, 12 мая» is one time with its preposition.
_SINCE_WEEKDAY: Final = re.compile(r"(?:со?|на)\s", re.IGNORECASE)
_JOINT: Final = r"\s*(?:[-–—]\s*|по\s+)"
_RANGE_AFTER: Final = re.compile(rf"{_JOINT}\d")
#: The first day of «6–8 апреля», «с 6 по 8 апреля» and «06.04–08.04.2027», which are one time.
_FIRST_DAY: Final = re.compile(rf"(\d{{1,2}})(?:\.(\d{{1,2}}))?\.?{_JOINT}(?=\d)")
_FIXED: Final = frozenset({(9, 1)})
_FIGURES: Final = re.compile(r"\d{1,2}\.(\s?)\d{1,2}\.(\s?)\d{4}")
_WORDS: Final = re.compile(rf"\d{{1,2}}(\s+){MONTH}(\s+)\d{{4}}", re.IGNORECASE)


@frozen
class DayOff:
    """A deadline that came to fall on a day off.

    Attributes:
        words: The words as they are to stand.
        what: What a person must do; "" when nothing is left to decide.
        why: What has happened.
    """

    words: str
    what: str
    why: str


def look_for_day_off(time: Time, words: str, new: date, text: str, shift: YearShift) -> DayOff | None:
    """What to do with a moved time whose new day is a day off; None when there is nothing to do.

    Args:
        time: The time in the old text.
        words: Its words after the move.
        new: Its new day.
        text: The old text.
        shift: What was asked for.
    """
    calendar = russian_calendar()
    if calendar.is_working(new) or _has_passed(time, text, shift) or not _is_deadline(time, text, new):
        return None
    after, before = calendar.next_working(new), calendar.previous_working(new)
    called = f"{format_date(new)} – {WEEKDAYS[new.weekday()]}, нерабочий день"
    if calendar.is_provisional(new):
        called += " (календарь года ещё не утверждён)"
    if shift.weekends is Weekends.KEEP:
        advice = f"оставьте или перенесите на {format_date(before)} либо {format_date(after)}"
        return DayOff(words, advice, called)
    chosen = after if shift.weekends is Weekends.NEXT else before
    moved = _on_day(words, chosen, new)
    begin = _begin_of(time, text, shift)
    if moved is None or (begin and chosen < begin):
        return DayOff(words, f"перенесите на {format_date(chosen)}", called)
    leaves = time.day is not None and shift.ends_another_year(time.day, chosen)
    year = "учебного" if shift.school_year else "календарного"
    return DayOff(moved, f"решите, можно ли: срок ушёл за границу {year} года" if leaves else "", called)


def _is_deadline(time: Time, text: str, day: date) -> bool:
    begins = _SINCE_WEEKDAY.match(time.text)
    before = time.start + (begins.end() if begins else 0)
    return not (
        (day.month, day.day) in _FIXED
        or (time.period is not None and time.end < time.period.end)
        or _MEASURED.search(text, 0, before)
        or (_NOT_A_DEADLINE.search(text, 0, before) and not _FIRST_DAY.match(time.text))
        or _RANGE_AFTER.match(text, time.end)
    )


def _has_passed(time: Time, text: str, shift: YearShift) -> bool:
    """Whether a day is told of the past: over when the order was issued, or summed up."""
    before = time.period.start if time.period else time.start
    return (
        time.role in {Role.RESULT, Role.PAST}
        or (time.day is not None and shift.issued is not None and time.day < shift.issued)
        or _SUMMED_UP.search(text, 0, before) is not None
    )


def _begin_of(time: Time, text: str, shift: YearShift) -> date | None:
    """The new first day of a period of two full dates whose end is ``time``."""
    for before in find_times(text[: time.start]):
        if before.day and _RANGE_AFTER.fullmatch(text[before.end : time.start] + "0"):
            return shift_date(before.day, shift.years)
    return None


def _on_day(words: str, day: date, old: date) -> str | None:
    """The words of one date, maybe with the first day of a period before it, with another day in them.

    None when they are not so simple.
    """
    if first := _FIRST_DAY.match(words):
        begin = (old.year, int(first[2] or old.month), int(first[1]))
        fits = begin <= (day.year, day.month, day.day) and (first[2] or day.month == old.month)
        last = _on_day(words[first.end() :], day, old)
        return first[0] + last if last and fits else None
    if match := _FIGURES.match(words):
        date_words = f"{day:%d}.{match[1]}{day:%m}.{match[2]}{day:%Y}"
    elif match := _WORDS.match(words):
        date_words = f"{day.day}{match[1]}{MONTHS_GENITIVE[day.month - 1]}{match[2]}{day.year}"
    else:
        return None
    tail = words[match.end() :]
    return date_words + tail if named_weekday(tail) is None else None

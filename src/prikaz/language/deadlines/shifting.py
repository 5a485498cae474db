"""Deadlines in another year: the years in their words move, and the values with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import attrs

from prikaz.language.deadlines.kinds import (
    AcademicYear,
    Blank,
    DayMonth,
    Deadline,
    HalfYear,
    Interval,
    Listed,
    Month,
    MonthPart,
    OnDate,
    Open,
    Quarter,
    Recurring,
    Relative,
    Season,
    Verbatim,
    Year,
)
from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.time.dates import shift_date
from prikaz.language.time.times import shift_times

_D = TypeVar("_D", bound=Deadline)


def shift_deadline(deadline: _D, *, years: int) -> _D:
    """The same deadline that many years later; what names no year stays.

    29 February becomes 28 February where there is none, and a weekday beside a date is named anew.

    >>> str(shift_deadline(parse_deadline("с 25 мая по 5 июня 2027 года"), years=1))
    'с 25 мая по 5 июня 2028 года'
    """
    words = str(deadline)
    shifted = shift_times(words, years)
    if parse_deadline(words) == deadline and isinstance(again := parse_deadline(shifted), type(deadline)):
        return again  # a figure that may be no year stays in the words, and so in what they mean
    return attrs.evolve(deadline, text=shifted, **_shifted_fields(deadline, years))


def _shifted_fields(deadline: Deadline, years: int) -> Mapping[str, Any]:
    """The fields that name a year, in the new one."""
    match deadline:
        case OnDate():
            return {"day": shift_date(deadline.day, years)}
        case Month() | MonthPart() | Quarter():
            return {"year": None if deadline.year is None else deadline.year + years}
        case Year():
            return {"year": deadline.year + years}
        case AcademicYear():
            return {"first": deadline.first + years}
        case HalfYear() | Season():
            return {"within": deadline.within and shift_deadline(deadline.within, years=years)}
        case Interval():
            ends = {"first": deadline.first, "last": deadline.last}
            return {name: shift_deadline(end, years=years) for name, end in ends.items()}
        case Listed():
            return {"items": tuple(shift_deadline(item, years=years) for item in deadline.items)}
        case DayMonth() | Recurring() | Relative() | Open() | Blank() | Verbatim():
            return {}

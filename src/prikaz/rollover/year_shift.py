"""The shift of the year itself: from which year, by how many years, and what was asked for."""

from __future__ import annotations

import enum
import re
from datetime import date
from typing import Final

from attrs import frozen

from prikaz.model import Order
from prikaz.rollover.outcome import RollError

#: A school year begins in September; what is signed in August is signed for it.
_SCHOOL_MONTH: Final = 9
_SIGNED_MONTH: Final = 8
_SCHOOL_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)\s*[/–-]\s*((?:20)?\d\d)(?!\d)\s*уч", re.IGNORECASE)


class Window(enum.Enum):
    """What becomes of a column a year (графы по годам)."""

    SLIDE = "сдвинуть"
    APPEND = "дополнить"


class Weekends(enum.Enum):
    """What becomes of a deadline that falls on a day off (срок в нерабочий день)."""

    KEEP = "оставить"
    NEXT = "следующий рабочий день"
    PREVIOUS = "предыдущий рабочий день"


@frozen(kw_only=True)
class YearShift:
    """A shift of the year (перенос).

    Attributes:
        year: Year of the old order, calendar or school; what lies before it is the past.
        years: By how many years the order moves, 1 or more.
        issued: Date of the old order, if it has one.
        number: Number of the old order.
        window: What becomes of columns by year.
        weekends: What becomes of deadlines on days off.
        school_year: Whether the order lives by the school year.
    """

    year: int
    years: int
    issued: date | None = None
    number: str = ""
    window: Window = Window.SLIDE
    weekends: Weekends = Weekends.KEEP
    school_year: bool = False

    def year_of_month(self, month: int) -> int:
        """The calendar year in which a month of the old order's year lies."""
        return self.year + (self.school_year and month < _SCHOOL_MONTH)

    def ends_another_year(self, old: date, new: date) -> bool:
        """Whether ``new``, which comes of ``old``, lies in another calendar or school year than meant."""
        return self._period(new) != self._period(old) + self.years

    def _period(self, day: date) -> int:
        return school_year_of(day) if self.school_year else day.year


def school_year_of(day: date) -> int:
    """The calendar year in which the school year of a day begins.

    >>> school_year_of(date(2027, 3, 16))
    2026
    """
    return day.year if day.month >= _SCHOOL_MONTH else day.year - 1


def year_of(order: Order, *, school_year: bool) -> int:
    """The year that an order counts from; of a school year, the year in which it begins.

    Raises:
        RollError: The order has neither a year nor a date.
    """
    if order.year is None:
        raise RollError("год документа не известен", "впишите его в поле «год»")
    if not school_year:
        return order.year
    named = _SCHOOL_YEAR.findall(" ".join((order.heading, *(annex.title for annex in order.annexes))))
    years = {int(first) for first, last in named if int(last) % 100 == (int(first) + 1) % 100}
    if len(years) == 1:
        return years.pop()
    return order.date.year - (order.date.month < _SIGNED_MONTH) if order.date else order.year


def years_between(year: int, to: int, *, school_year: bool) -> int:
    """By how many years an order of ``year`` moves to reach ``to``; 0 when it is there.

    Raises:
        RollError: ``to`` is earlier.
    """
    if to < year:
        called = f"{year}/{year + 1} учебный год" if school_year else f"{year} год"
        raise RollError(
            f"документ уже на {called}, а просят на {to}",
            "назад документ не переносят: возьмите за основу более ранний",
        )
    return to - year

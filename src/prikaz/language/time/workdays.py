"""Working days of Russia: five-day week, Labour Code, yearly decrees.

Days off are moved by a decree of the Government for each year, which cannot be
computed. A year without a decree is judged by the Labour Code alone and is
called provisional. What to do with a deadline on a day off is the caller's
matter.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from typing import Any, Final

import attrs
from attrs import field, frozen

from prikaz.errors import LanguageError

#: Holidays of Article 112 of the Labour Code as it stands since 2013: month and day.
_NEW_YEAR: Final = tuple((1, day) for day in range(1, 9))
_HOLIDAYS: Final = (*_NEW_YEAR, (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4))
_SATURDAY: Final = 5
_DAY: Final = timedelta(days=1)


def _freeze(days: Iterable[date]) -> frozenset[date]:
    return frozenset(days)


@frozen(kw_only=True)
class WorkYear:
    """Days of one year that are not what their weekday says (производственный календарь года).

    Attributes:
        year: The calendar year.
        source: What it rests on, as a citation.
        provisional: Whether no decree for the year is known.
        days_off: Days off from Monday to Friday.
        workdays: Working Saturdays and Sundays.
    """

    year: int
    source: str
    provisional: bool = False
    days_off: frozenset[date] = field(converter=_freeze)
    workdays: frozenset[date] = field(default=(), converter=_freeze)

    @classmethod
    def decreed(cls, year: int, decree: str, transfers: Iterable[tuple[date, date]]) -> WorkYear:
        """A year by its decree.

        Args:
            year: The calendar year.
            decree: Its citation.
            transfers: Pairs of days: a day off is moved from the first to the second.
        """
        moved = tuple(transfers)
        origins = {origin for origin, _ in moved}
        holidays = {date(year, month, day) for month, day in _HOLIDAYS}
        # Article 112: a day off that meets a holiday moves to the next working day, unless the decree says
        # otherwise; those of 1–8 January are moved by the decree only.
        met = {
            day for day in holidays if _is_weekend(day) and (day.month, day.day) not in _NEW_YEAR
        } - origins
        days_off = holidays | {target for _, target in moved}
        for day in sorted(met):
            days_off.add(_next_weekday(day, days_off))
        return cls(
            year=year,
            source=decree,
            days_off={day for day in days_off if not _is_weekend(day)},
            workdays=origins - holidays,
        )

    def is_working(self, day: date) -> bool:
        """Whether people work on ``day`` of this year."""
        return day in self.workdays or not (_is_weekend(day) or day in self.days_off)


@lru_cache(maxsize=64)
def lawful_year(number: int) -> WorkYear:
    """A year whose decree is not known, by the Labour Code alone: provisional."""
    source = "статья 112 Трудового кодекса Российской Федерации, без переносов"
    return attrs.evolve(WorkYear.decreed(number, source, ()), provisional=True)


def _in_order(years: Iterable[WorkYear]) -> tuple[WorkYear, ...]:
    return tuple(sorted(years, key=lambda year: year.year))


@frozen
class WorkCalendar:
    """Working days of many years (производственный календарь).

    Attributes:
        years: Known years; others are judged by the law alone.
    """

    years: tuple[WorkYear, ...] = field(converter=_in_order)

    def year(self, number: int) -> WorkYear:
        """The year ``number``: the known one, or a provisional one by the law."""
        found = next((year for year in self.years if year.year == number), None)
        return found or lawful_year(number)

    def is_working(self, day: date) -> bool:
        """Whether ``day`` is a working day.

        >>> russian_calendar().is_working(date(2026, 1, 9))
        False
        """
        return self.year(day.year).is_working(day)

    def is_provisional(self, day: date) -> bool:
        """Whether the answer about ``day`` may change when the decree for its year comes.

        >>> russian_calendar().is_provisional(date(2035, 3, 1))
        True
        """
        return self.year(day.year).provisional

    def next_working(self, day: date) -> date:
        """``day`` if it is a working day, else the first one after it (статья 193 Гражданского кодекса).

        >>> russian_calendar().next_working(date(2024, 12, 31))
        datetime.date(2025, 1, 9)
        """
        while not self.is_working(day):
            day += _DAY
        return day

    def previous_working(self, day: date) -> date:
        """``day`` if it is a working day, else the last working day before it."""
        while not self.is_working(day):
            day -= _DAY
        return day

    def with_years(self, *years: WorkYear) -> WorkCalendar:
        """The same calendar with ``years`` in place of its own."""
        given = {year.year for year in years}
        return WorkCalendar([*(year for year in self.years if year.year not in given), *years])


def read_calendar(table: str) -> WorkCalendar:
    r"""Read a table of decrees in TOML: a section a year, ``decree`` and ``transfers`` in it.

    Raises:
        LanguageError: It is not such a table.

    >>> text = '[2031]\ndecree = "проект"\ntransfers = [[2031-01-04, 2031-05-02]]'
    >>> read_calendar(text).is_working(date(2031, 5, 2))
    False
    """
    try:
        years = tomllib.loads(table)
        return WorkCalendar([_read_year(number, entry) for number, entry in years.items()])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise LanguageError(
            f"таблица рабочих дней не прочитана: {error}", "см. образец в документации"
        ) from error


def _read_year(number: str, entry: Mapping[str, Any]) -> WorkYear:
    pairs = [(origin, target) for origin, target in entry["transfers"]]
    return WorkYear.decreed(int(number), str(entry["decree"]), pairs)


@lru_cache(maxsize=1)
def russian_calendar() -> WorkCalendar:
    """The calendar by the decrees that the package knows, 2020 to 2027."""
    return read_calendar(resources.files("prikaz.language.time").joinpath("workdays.toml").read_text("utf-8"))


def library_year(number: int) -> WorkYear:
    """A year from the library holidays (extra ``calendar``); its decree is not cited, so it is provisional.

    Raises:
        LanguageError: The library is not installed.
    """
    try:
        import holidays  # noqa: PLC0415 - 0.4 s and 50 MB, an extra
    except ImportError as error:
        raise LanguageError(
            "библиотека holidays не установлена",
            "установите prikaz[calendar] или дайте свою таблицу рабочих дней",
        ) from error
    days = holidays.country_holidays("RU", years=number)
    return WorkYear(
        year=number,
        source="библиотека holidays",
        provisional=True,
        days_off={day for day in days if not _is_weekend(day)},
        workdays=days.weekend_workdays,
    )


def _is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY


def _next_weekday(day: date, days_off: set[date]) -> date:
    while _is_weekend(day) or day in days_off:
        day += _DAY
    return day

"""Deadlines as values (срок исполнения): a closed union, printed as it was read.

``str()`` gives back the words of the author to the character; ``span`` is the
first and the last day that the words name. Values made in Python print
themselves in the usual way. There is no order between deadlines: «постоянно» is
neither before nor after 1 June. They are read from words in
:mod:`prikaz.language.deadlines.reading` and moved to other years in
:mod:`prikaz.language.deadlines.shifting`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, TypeAlias

from attrs import field, frozen

from prikaz.language.time.dates import MONTHS, MONTHS_GENITIVE, format_date, last_day
from prikaz.value import Value

#: First and last day, both included.
DaySpan: TypeAlias = tuple[date, date]


@frozen(repr=False, eq=False)
class _Deadline(Value):
    """What all deadlines have: words and a span.

    Attributes:
        text: The words as the author wrote them; made from the values when none are given.
    """

    text: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.text:
            object.__setattr__(self, "text", self._printed())

    def __str__(self) -> str:
        return self.text

    @property
    def understood(self) -> bool:
        """Whether the words were understood; False for :class:`Verbatim` only."""
        return True

    def span(self) -> DaySpan | None:
        """First and last day that the words name, or None when they name none."""
        return None

    def _printed(self) -> str:
        return ""


@frozen(repr=False, eq=False)
class OnDate(_Deadline):
    """A day (дата): «до 01.06.2027», «на 31.12.2027 – не менее 20 %».

    Attributes:
        day: The day.

    >>> str(OnDate(date(2027, 6, 1)))
    '01.06.2027'
    """

    day: date

    def span(self) -> DaySpan:
        """The day itself."""
        return self.day, self.day

    def _printed(self) -> str:
        return format_date(self.day)


@frozen(repr=False, eq=False)
class DayMonth(_Deadline):
    """A day of any year (день и месяц без года): «до 20 декабря».

    Attributes:
        day: 1 to 31.
        month: 1 to 12.
    """

    day: int
    month: int

    def _printed(self) -> str:
        return f"{self.day} {MONTHS_GENITIVE[self.month - 1]}"


@frozen(repr=False, eq=False)
class Month(_Deadline):
    """A month (месяц): «август 2027 г.», «август».

    Attributes:
        month: 1 to 12.
        year: None for any year.
    """

    month: int
    year: int | None = None

    def span(self) -> DaySpan | None:
        """The whole month, if the year is known."""
        return None if self.year is None else _months(self.year, self.month, self.month)

    def _printed(self) -> str:
        return f"{MONTHS[self.month - 1]}{_of_year(self.year)}"


@frozen(repr=False, eq=False)
class MonthPart(_Deadline):
    """A week, a decade, a half or an end of a month (неделя, декада, половина, начало, конец месяца).

    Attributes:
        part: Its name in the nominative: "последняя неделя", "первая декада", "конец".
        month: 1 to 12.
        year: None for any year.
    """

    part: str
    month: int
    year: int | None = None

    def span(self) -> DaySpan | None:
        """Ten days of a decade; None for other parts, whose limits nothing fixes."""
        if self.year is None or self.part not in _DECADES:
            return None
        first = _DECADES[self.part]
        last = last_day(self.year, self.month) if first == max(_DECADES.values()) else first + 9
        return date(self.year, self.month, first), date(self.year, self.month, last)

    def _printed(self) -> str:
        name = MONTHS_GENITIVE[self.month - 1]
        return f"{self.part} {name}{_of_year(self.year)}"


_DECADES: Final = {"первая декада": 1, "вторая декада": 11, "третья декада": 21, "последняя декада": 21}


@frozen(repr=False, eq=False)
class Quarter(_Deadline):
    """A quarter (квартал): «III квартал 2027 г.».

    Attributes:
        number: 1 to 4.
        year: None for any year.
    """

    number: int
    year: int | None = None

    def span(self) -> DaySpan | None:
        """Three months, if the year is known."""
        return None if self.year is None else _months(self.year, self.number * 3 - 2, self.number * 3)

    def _printed(self) -> str:
        return f"{('I', 'II', 'III', 'IV')[self.number - 1]} квартал{_of_year(self.year)}"


@frozen(repr=False, eq=False)
class Year(_Deadline):
    """A calendar year (год): «2027 год».

    Attributes:
        year: The year.
    """

    year: int

    def span(self) -> DaySpan:
        """1 January to 31 December."""
        return _months(self.year, 1, 12)

    def _printed(self) -> str:
        return f"{self.year} год"


@frozen(repr=False, eq=False)
class AcademicYear(_Deadline):
    """A school year (учебный год): «2027/2028 учебный год».

    Attributes:
        first: The calendar year in which it begins.
    """

    first: int

    def span(self) -> DaySpan:
        """1 September to 31 August."""
        return date(self.first, 9, 1), date(self.first + 1, 8, 31)

    def _printed(self) -> str:
        return f"{self.first}/{self.first + 1} учебный год"


@frozen(repr=False, eq=False)
class HalfYear(_Deadline):
    """A half of a year (полугодие): «второе полугодие 2027 г.».

    Attributes:
        number: 1 or 2.
        within: The year or the school year; None for any year.
    """

    number: int
    within: Year | AcademicYear | None = None

    def span(self) -> DaySpan | None:
        """Six months of a calendar year; schools set the halves of their year themselves."""
        if not isinstance(self.within, Year):
            return None
        return _months(self.within.year, self.number * 6 - 5, self.number * 6)

    def _printed(self) -> str:
        return f"{('первое', 'второе')[self.number - 1]} полугодие{_of_within(self.within)}"


@frozen(repr=False, eq=False)
class Season(_Deadline):
    """A season or holidays (время года, каникулы).

    Attributes:
        name: In the nominative: "лето", "зимние каникулы", "летний период".
        within: The year or the school year; None for any year.
    """

    name: str
    within: Year | AcademicYear | None = None

    def span(self) -> DaySpan | None:
        """Three months of spring, summer or autumn; winter and holidays have no fixed limits."""
        first = {"весна": 3, "лето": 6, "осень": 9}.get(self.name)
        if first is None or not isinstance(self.within, Year):
            return None
        return _months(self.within.year, first, first + 2)

    def _printed(self) -> str:
        return f"{self.name}{_of_within(self.within)}"


@frozen(repr=False, eq=False)
class Interval(_Deadline):
    """From one time to another (промежуток): days, months, quarters, years.

    Attributes:
        first: Where it begins; a month without a year has the year of ``last`` by then.
        last: Where it ends, included.
        yearly_after: Whether it goes on every year: «2027–2029 гг., далее – ежегодно».
    """

    first: Point
    last: Point
    yearly_after: bool = False

    def span(self) -> DaySpan | None:
        """First day of the first to the last day of the last."""
        first, last = self.first.span(), self.last.span()
        return (first[0], last[1]) if first and last else None

    def _printed(self) -> str:
        tail = ", далее – ежегодно" if self.yearly_after else ""
        if isinstance(self.first, Year) and isinstance(self.last, Year):
            return f"{self.first.year}–{self.last.year} гг.{tail}"
        return f"{self.first} – {self.last}{tail}"


def _as_tuple(items: Iterable[Point | Interval]) -> tuple[Point | Interval, ...]:
    return tuple(items)


@frozen(repr=False, eq=False)
class Listed(_Deadline):
    """Several times (перечень сроков): «30.08.2027 31.05.2028», «в 2027 и 2028 годах».

    Attributes:
        items: The times in the order of the words.
    """

    items: tuple[Point | Interval, ...] = field(converter=_as_tuple)

    def span(self) -> DaySpan | None:
        """The earliest day to the latest one, if all items have theirs."""
        spans = [span for item in self.items if (span := item.span())]
        if not spans or len(spans) < len(self.items):
            return None
        return min(first for first, _ in spans), max(last for _, last in spans)

    def _printed(self) -> str:
        return ", ".join(map(str, self.items))


@frozen(repr=False, eq=False)
class _Words(_Deadline):
    """What has nothing but its words."""

    text: str


class Recurring(_Words):
    """Again and again (повторяющийся срок): «ежегодно до 20 декабря», «1 раз в квартал»."""

    __slots__ = ()


@frozen(repr=False, eq=False)
class Relative(_Deadline):
    """So long after something (срок от события): «в течение 3 рабочих дней со дня подписания».

    Attributes:
        count: How many units.
        unit: "день", "рабочий день", "неделя", "месяц", "год", "час" …, in the nominative singular.
    """

    count: int
    unit: str
    text: str = field(kw_only=True)


class Open(_Words):
    """Without a limit, or set elsewhere (без срока): «постоянно», «по мере необходимости»."""

    __slots__ = ()


class Blank(_Words):
    """A place to be filled in by hand (пропуск): «до «__» ________ 2027 г.», or nothing at all."""

    __slots__ = ()


class Verbatim(_Words):
    """Words that were not understood (срок словами); they stay, and dates in them move as in prose."""

    __slots__ = ()

    @property
    def understood(self) -> bool:
        """Never."""
        return False


Point: TypeAlias = OnDate | DayMonth | Month | MonthPart | Quarter | HalfYear | Season | Year | AcademicYear
Deadline: TypeAlias = Point | Interval | Listed | Recurring | Relative | Open | Blank | Verbatim


def _of_year(year: int | None) -> str:
    return "" if year is None else f" {year} г."


def _of_within(within: Year | AcademicYear | None) -> str:
    if isinstance(within, AcademicYear):
        return f" {within.first}/{within.first + 1} учебного года"
    return _of_year(within.year if within else None)


def _months(year: int, first: int, last: int) -> DaySpan:
    return date(year, first, 1), date(year, last, last_day(year, last))

"""What the columns of new years get in a roadmap: what all the old ones had, or the next of a series.

«Постоянно» in each column is carried on. «20.12.2027», «20.12.2028» is a series
by one year, and its next day is a proposal. A target is neither: what was
reached or planned for one year says nothing of another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.time.times import find_times, shift_times
from prikaz.model.tables import Years
from prikaz.rollover.texts.amounts import find_amounts

#: How several deadlines of one cell are written in one line.
_SEVERAL = "; "


def carry(values: Years, old: Sequence[int], added: Sequence[int]) -> Years:
    """The values of new columns that are what each old column has; none if the columns differ or name a year.

    Args:
        values: Deadlines by year, of one row.
        old: The years of the old columns.
        added: The years of the new ones.
    """
    given = dict(values)
    texts = {tuple(map(str, given.get(year, ()))) for year in old}
    if len(texts) != 1 or not all(map(_is_timeless, next(iter(texts)))):
        return ()
    value = given[old[0]] if old and old[0] in given else ()
    return tuple((year, value) for year in added if value and year not in given)


def continue_series(values: Years, old: Sequence[int], blank: Sequence[int]) -> Mapping[int, str]:
    """What the columns of new years would hold if the values go on by one year; empty if they are no series.

    >>> from prikaz.model import Activity
    >>> days = Activity(title="Отчёт", by_year={2027: "20.12.2027", 2028: "20.12.2028"})
    >>> continue_series(days.by_year, (2027, 2028), (2029,))
    {2029: '20.12.2029'}
    """
    given = dict(values)
    if not old or any(year not in given for year in old):
        return {}
    years = sorted(old)
    if not all(_goes_on(given[one], given[other], other - one) for one, other in pairwise(years)):
        return {}
    last = given[years[-1]]
    if any(find_amounts(str(item)) for item in last) or not _names(last, years[-1]):
        return {}
    return {
        year: _SEVERAL.join(shift_times(str(item), year - years[-1]) for item in last)
        for year in blank
        if year > years[-1]
    }


def _is_timeless(text: str) -> bool:
    return not any(time.years for time in find_times(text)) and not find_amounts(text)


def _goes_on(one: Sequence[Deadline], other: Sequence[Deadline], years: int) -> bool:
    return [shift_times(str(item), years) for item in one] == [str(item) for item in other]


def _names(deadlines: Sequence[Deadline], year: int) -> bool:
    """Whether deadlines name the year of their column, or the school year that begins or ends in it."""
    named = {named for item in deadlines for time in find_times(str(item)) for named in time.years}
    return bool(named & {year, year + 1})

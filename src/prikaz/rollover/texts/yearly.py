"""Questions about what is said anew each year and is no time: anniversaries, ordinals of events, feasts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from prikaz.findings import Path
from prikaz.language.time.dates import format_date
from prikaz.language.time.feasts import Feast, find_feasts
from prikaz.language.time.roles import Role, find_titles
from prikaz.language.time.times import Time, find_times
from prikaz.model.text import marked
from prikaz.rollover.outcome import Question
from prikaz.rollover.texts.counted import find_counted
from prikaz.rollover.texts.occasions import Surroundings, find_feast, in_order_year
from prikaz.rollover.year_shift import YearShift

_SATURDAY: Final = 5


def ask_counted(
    times: Sequence[Time], around: Surroundings, path: Path, shift: YearShift
) -> Iterator[Question]:
    """What counts from a year: anniversaries, ordinals of events, years with a name."""
    apart = _apart(times, around.text)
    for item in find_counted(around.text, shift.years):
        if not _meets(range(item.start, item.start + len(item.text)), apart):
            yield Question(
                path=path,
                words=item.text,
                what=item.ask.what,
                why=item.ask.why,
                at=item.start,
                proposal=item.proposal,
            )


def ask_feasts(
    times: Sequence[Time], around: Surroundings, path: Path, shift: YearShift
) -> Iterator[Question]:
    """Feasts with a moving date that nothing in the text or its row gives."""
    apart = _apart(times, around.text)
    days = [day for time in (*times, *find_times(around.beside)) if (day := _day_of(time, shift))]
    for feast in find_feasts(around.text):
        is_told = feast.is_rule or any(_is_on(day, feast) for day in days)
        if not is_told and not _meets(range(feast.start, feast.end), apart):
            yield _ask_feast(feast, path, shift)


def _is_on(day: date, feast: Feast) -> bool:
    """Whether a feast is on a day, as far as that can be said; the day of a town is on a day off."""
    return find_feast(day, (feast,)) is not None or (feast.is_local and day.weekday() >= _SATURDAY)


def _apart(times: Sequence[Time], text: str) -> list[range]:
    """Places that have an account of their own, or are printed as they are: times, titles, references."""
    places = [range(time.start, time.end) for time in times]
    return [*places, *find_titles(text), *(place for place, _ in marked(text))]


def _ask_feast(feast: Feast, path: Path, shift: YearShift) -> Question:
    why = "праздник без постоянной даты"
    if feast.days:
        first, last = feast.days(shift.year + shift.years)
        why += f": в {first.year} году {format_date(first)}" + f" – {format_date(last)}" * (first != last)
    return Question(path=path, words=feast.text, what="проверьте дату праздника", why=why, at=feast.start)


def _day_of(time: Time, shift: YearShift) -> date | None:
    """The day of a time; of one without a year, in the year of the order."""
    if time.day or time.years or time.role is Role.CLOCK:
        return time.day
    _, dated = in_order_year(time, shift)
    return dated.day if dated else None


def _meets(place: range, others: Iterable[range]) -> bool:
    return any(place.start < other.stop and other.start < place.stop for other in others)

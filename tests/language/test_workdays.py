from datetime import date, timedelta

import pytest

from prikaz.errors import LanguageError
from prikaz.language.time.workdays import WorkYear, library_year, read_calendar, russian_calendar
from tests.language.time_lists import measure_workdays, read_list

_NEW_YEAR = date(2027, 1, 1)


def test_every_unusual_day_of_seven_years_is_known() -> None:
    measure = measure_workdays()
    assert measure.total > 2000
    assert measure.misses == ()


def test_all_other_days_of_the_seven_years_are_working_days() -> None:
    unusual = {row["date"] for row in read_list("workdays.tsv")}
    days = (
        date(2020, 1, 1) + timedelta(days=number) for number in range((_NEW_YEAR - date(2020, 1, 1)).days)
    )
    assert [day for day in days if str(day) not in unusual and not russian_calendar().is_working(day)] == []


@pytest.mark.parametrize(("year", "norm"), [(2020, 248), (2024, 248), (2025, 247), (2026, 247), (2027, 247)])
def test_a_year_has_its_official_number_of_working_days(year: int, norm: int) -> None:
    days = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    assert sum(russian_calendar().is_working(day) for day in days if day.year == year) == norm


def test_every_year_cites_its_decree() -> None:
    for year in russian_calendar().years:
        assert f".{year.year - 1} № " in year.source
        assert not year.provisional


def test_the_day_after_the_long_holidays_is_the_next_working_one() -> None:
    assert russian_calendar().next_working(date(2024, 12, 31)) == date(2025, 1, 9)
    assert russian_calendar().previous_working(date(2025, 1, 8)) == date(2024, 12, 28)


def test_a_working_saturday_stays_where_it_is() -> None:
    assert russian_calendar().next_working(date(2025, 11, 1)) == date(2025, 11, 1)


def test_a_year_without_a_decree_is_provisional_and_follows_the_law() -> None:
    calendar = russian_calendar()
    assert calendar.is_provisional(date(2031, 6, 1))
    assert not calendar.is_provisional(date(2026, 6, 1))
    assert not calendar.is_working(date(2031, 1, 8))
    assert calendar.next_working(date(2031, 2, 23)) == date(2031, 2, 25)  # a Sunday moves to Monday


def test_an_office_can_supply_its_own_table() -> None:
    own = read_calendar('[2031]\ndecree = "проект постановления"\ntransfers = [[2031-01-04, 2031-05-02]]')
    calendar = russian_calendar().with_years(*own.years)
    assert not calendar.is_working(date(2031, 5, 2))
    assert calendar.year(2031).source == "проект постановления"
    assert calendar.year(2026) == russian_calendar().year(2026)


@pytest.mark.parametrize(
    "table", ["[2031", "[2031]\ndecree = 5", "год = 2031", "[x]\ndecree = '1'\ntransfers = []"]
)
def test_a_table_that_is_not_one_is_refused(table: str) -> None:
    with pytest.raises(LanguageError, match="таблица рабочих дней"):
        read_calendar(table)


def test_the_library_agrees_with_the_decrees() -> None:
    pytest.importorskip("holidays")
    known = {year.year: year for year in russian_calendar().years}
    for number in (2025, 2026, 2027):
        year = library_year(number)
        assert year.provisional
        assert (year.days_off, year.workdays) == (known[number].days_off, known[number].workdays)


def test_a_transfer_from_a_holiday_makes_no_working_day() -> None:
    year = WorkYear.decreed(2031, "проект", [(date(2031, 1, 4), date(2031, 5, 2))])
    assert not year.is_working(date(2031, 1, 4))

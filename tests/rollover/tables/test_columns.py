"""Columns by year: the window slides or grows, every value stays with its year."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from prikaz import (
    Activity,
    Annex,
    Cell,
    Column,
    Indicator,
    IndicatorTable,
    Order,
    Roadmap,
    Section,
    Table,
    Target,
    roll,
)
from prikaz.findings import Path
from prikaz.model import BlankForm
from prikaz.rollover import Rolled, Window, undo
from tests.makers import make_order

ANNEX = ("приложения", 1)
SHARES = (*ANNEX, "показатели")


def _order(block: IndicatorTable | Roadmap | Table) -> Order:
    return make_order(year=2027, annexes=[Annex(title="Показатели", blocks=block)])


def _indicators(**changes: Any) -> IndicatorTable:
    shares = Indicator(name="Доля школ", targets={2027: "не менее 20", 2028: "35", 2029: "50"})
    return attrs.evolve(IndicatorTable(years=[2027, 2028, 2029], indicators=[shares]), **changes)


def _table(rolled: Rolled) -> IndicatorTable:
    (table,) = rolled.order.annexes[0].blocks
    assert isinstance(table, IndicatorTable)
    return table


def _changed(rolled: Rolled) -> dict[Path, tuple[str, str]]:
    return {
        change.path: (change.was, change.became)
        for change in rolled.changes
        if change.path[0] == "приложения"
    }


def test_the_window_slides_and_a_target_keeps_its_year_and_value() -> None:
    rolled = roll(_order(_indicators()), 2028)
    table = _table(rolled)
    assert table.years == (2028, 2029, 2030)
    assert table.indicators[0].targets == ((2028, Target.parse("35")), (2029, Target.parse("50")))


def test_years_that_fall_out_are_reported_with_their_values() -> None:
    assert _changed(roll(_order(_indicators()), 2028)) == {
        (*SHARES, "годы"): ("2027, 2028, 2029", "2028, 2029, 2030"),
        (*SHARES, "строки", 1, "значения", 2027): ("не менее 20", ""),
    }


def test_the_cells_of_new_years_are_blank_and_asked_for() -> None:
    (question,) = roll(_order(_indicators()), 2029).questions
    assert question.path == (*SHARES, "строки", 1, "значения")
    assert question.words == "2030, 2031"
    assert "2029 год было: 50" in question.why


def test_the_window_may_grow_and_then_nothing_falls_out() -> None:
    rolled = roll(_order(_indicators()), 2028, window=Window.APPEND)
    assert _table(rolled).years == (2027, 2028, 2029, 2030)
    assert _table(rolled).indicators == _indicators().indicators


def test_years_that_only_the_values_tell_become_columns_of_the_table() -> None:
    rolled = roll(_order(_indicators(years=())), 2028)
    assert _table(rolled).years == (2028, 2029, 2030)
    assert undo(rolled.order, rolled.changes) == _order(_indicators(years=()))


def _years(years: list[int], to: int = 2028, **options: Any) -> tuple[int, ...]:
    shares = Indicator(name="Доля школ", targets={year: year - 2000 for year in years})
    rolled = roll(_order(IndicatorTable(years=years, indicators=[shares])), to, **options)
    assert undo(rolled.order, rolled.changes) == _order(IndicatorTable(years=years, indicators=[shares]))
    return _table(rolled).years


@pytest.mark.parametrize(
    ("old", "to", "new"),
    [
        ([2026, 2027, 2028, 2029, 2030], 2028, (2027, 2028, 2029, 2030, 2031)),
        ([2025, 2026, 2027], 2028, (2026, 2027, 2028)),
        ([2026, 2027, 2028], 2032, (2031, 2032, 2033)),
        ([2027, 2030], 2028, (2028, 2031)),
        ([2028, 2029], 2029, (2030, 2031)),
    ],
)
def test_the_base_year_before_the_window_moves_with_it(old: list[int], to: int, new: tuple[int, ...]) -> None:
    assert _years(old, to) == new


@pytest.mark.parametrize(
    ("old", "to", "new"),
    [
        ([2026, 2027, 2028], 2028, (2026, 2027, 2028, 2029)),
        ([2027, 2028], 2032, (2027, 2028, 2029, 2030, 2031, 2032, 2033)),
        ([2027, 2030], 2028, (2027, 2028, 2030, 2031)),
    ],
)
def test_a_window_that_grows_gets_no_holes(old: list[int], to: int, new: tuple[int, ...]) -> None:
    assert _years(old, to, window=Window.APPEND) == new


def test_a_planned_value_that_becomes_the_base_is_asked_about() -> None:
    shares = Indicator(name="Доля школ", targets={2026: 10, 2027: 20, 2028: 30})
    rolled = roll(_order(IndicatorTable(indicators=[shares])), 2028)
    assert [str(target) for _, target in _table(rolled).indicators[0].targets] == ["20", "30"]
    (question,) = [question for question in rolled.questions if question.path == (*SHARES, "годы")]
    assert (question.words, question.what) == ("2027", "впишите достигнутые значения вместо плановых")


def test_a_base_year_apart_from_the_window_stays_and_is_asked_about() -> None:
    history = Indicator(name="Доля школ", targets={2020: 5, 2027: 20, 2028: 30})
    rolled = roll(_order(IndicatorTable(indicators=[history])), 2028)
    assert _table(rolled).years == (2020, 2028, 2029)
    (question,) = [question for question in rolled.questions if question.path == (*SHARES, "годы")]
    assert (question.words, question.what) == ("2020", "решите, сменить ли базовый год")


def test_columns_of_past_years_alone_are_history_and_stay() -> None:
    history = Indicator(name="Доля школ", targets={2025: 5, 2026: 10})
    rolled = roll(_order(IndicatorTable(years=[2025, 2026], indicators=[history])), 2028)
    assert _table(rolled).years == (2025, 2026)
    assert ((*SHARES, "годы"), "2025, 2026") in [(left.path, left.words) for left in rolled.kept]


def test_a_form_with_blank_cells_on_purpose_asks_for_nothing() -> None:
    assert roll(_order(_indicators(form=BlankForm.SAMPLE)), 2028).questions == ()


def test_a_base_value_is_asked_about() -> None:
    based = Indicator(name="Доля школ", base=15, targets={2027: 20})
    rolled = roll(_order(IndicatorTable(indicators=[based])), 2028)
    assert [question.path[-1] for question in rolled.questions] == ["значения", "база"]


def test_deadlines_by_year_stay_in_the_column_of_their_year() -> None:
    activity = Activity(
        title="Отчёт", by_year={2027: ["20.05.2027", "20.12.2027"], 2028: "на 31.12.2028 – не менее 30 %"}
    )
    order = _order(Roadmap(years=[2027, 2028], sections=[Section(title="Отчёты", activities=[activity])]))
    rolled = roll(order, 2028)
    (roadmap,) = rolled.order.annexes[0].blocks
    assert isinstance(roadmap, Roadmap)
    assert [(year, str(item)) for year, (item,) in roadmap.sections[0].activities[0].by_year] == [
        (2028, "на 31.12.2028 – не менее 30 %")
    ]
    row = (*ANNEX, "дорожная карта", "разделы", 1, "мероприятия", 1)
    assert _changed(rolled)[*row, "по годам", 2027, 2] == ("20.12.2027", "")
    assert [(left.path, left.words) for left in rolled.kept] == [((*row, "по годам", 2028, 1), "2028")]
    assert undo(rolled.order, rolled.changes) == order


def _roadmap(*rows: dict[int, Any]) -> Roadmap:
    return Roadmap(activities=[Activity(title="Сбор", by_year=by_year) for by_year in rows])


def _carried(by_year: dict[int, Any], to: int = 2028) -> dict[int, list[str]]:
    """What the columns of a row hold in the new year."""
    order = _order(_roadmap(by_year, {2027: "январь", 2028: "март", 2029: "май"}))
    rolled = roll(order, to)
    assert undo(rolled.order, rolled.changes) == order
    (roadmap,) = rolled.order.annexes[0].blocks
    assert isinstance(roadmap, Roadmap)
    return {year: [str(item) for item in value] for year, value in roadmap.activities[0].by_year}


@pytest.mark.parametrize("value", ["постоянно", "до 20 декабря", "I квартал", "1 раз в квартал"])
def test_what_all_columns_have_is_carried_into_new_ones(value: str) -> None:
    every = {2027: value, 2028: value, 2029: value}
    assert _carried(every) == {year: [value] for year in (2028, 2029, 2030)}
    assert _carried(every, 2032) == {year: [value] for year in (2032, 2033, 2034)}


def test_several_deadlines_of_a_cell_are_carried_together() -> None:
    several = ["до 1 июня", "до 1 декабря"]
    assert _carried(dict.fromkeys((2027, 2028, 2029), several))[2030] == several


@pytest.mark.parametrize(
    "by_year",
    [
        {2027: "постоянно", 2028: "постоянно"},
        {2027: "постоянно", 2028: "постоянно", 2029: "ежегодно"},
        {2027: "до 31.12.2029", 2028: "до 31.12.2029", 2029: "до 31.12.2029"},
        {2027: "не менее 20 %", 2028: "не менее 20 %", 2029: "не менее 20 %"},
        {2027: "12 школ", 2028: "12 школ", 2029: "12 школ"},
    ],
)
def test_values_that_differ_or_name_a_year_or_a_target_are_not_carried(by_year: dict[int, str]) -> None:
    assert 2030 not in _carried(by_year)


def test_a_target_is_not_carried_though_all_years_have_the_same() -> None:
    shares = Indicator(name="Доля школ", targets={2027: "да", 2028: "да"})
    assert dict(_table(roll(_order(_indicators(indicators=[shares])), 2028)).indicators[0].targets) == {
        2028: Target.parse("да")
    }


def _proposed(by_year: dict[int, Any], to: int = 2028) -> dict[str, str]:
    """Proposals by the words of the questions about blank cells."""
    rolled = roll(_order(_roadmap(by_year, {2027: "", 2028: "март", 2029: "май"})), to)
    row = (*ANNEX, "дорожная карта", "мероприятия", 1, "по годам")
    return {
        question.words: question.proposal for question in rolled.questions if question.path[: len(row)] == row
    }


@pytest.mark.parametrize(
    ("by_year", "proposal"),
    [
        ({2027: "20.12.2027", 2028: "20.12.2028", 2029: "20.12.2029"}, "20.12.2030"),
        (
            {2027: "I квартал 2027 г.", 2028: "I квартал 2028 г.", 2029: "I квартал 2029 г."},
            "I квартал 2030 г.",
        ),
        ({2027: "сентябрь 2027", 2028: "сентябрь 2028", 2029: "сентябрь 2029"}, "сентябрь 2030"),
        (
            {year: [f"20.05.{year}", f"20.12.{year}"] for year in (2027, 2028, 2029)},
            "20.05.2030; 20.12.2030",
        ),
        ({2027: "2027/2028", 2028: "2028/2029", 2029: "2029/2030"}, "2030/2031"),
    ],
)
def test_a_series_by_one_year_is_continued_as_a_proposal(by_year: dict[int, Any], proposal: str) -> None:
    assert _proposed(by_year) == {"2030": proposal}
    assert 2030 not in _carried(by_year)


def test_a_series_is_proposed_for_each_new_year() -> None:
    series = {2027: "20.12.2027", 2028: "20.12.2028", 2029: "20.12.2029"}
    assert _proposed(series, 2032) == {"2032": "20.12.2032", "2033": "20.12.2033", "2034": "20.12.2034"}


@pytest.mark.parametrize(
    "by_year",
    [
        {2027: "20.12.2027", 2028: "25.12.2028", 2029: "20.12.2029"},
        {2027: "20.12.2027", 2028: "20.12.2028"},
        {year: f"на 31.12.{year} – не менее 20 %" for year in (2027, 2028, 2029)},
        {2027: "31.12.2029", 2028: "31.12.2030", 2029: "31.12.2031"},
    ],
)
def test_what_is_no_series_or_has_a_target_is_asked_for_without_a_proposal(by_year: dict[int, str]) -> None:
    assert _proposed(by_year) == {"2030": ""}


def test_a_year_over_the_values_of_a_free_table_is_asked_about_and_a_past_one_stays() -> None:
    table = Table(
        columns=[Column(key="а", title="2026 год"), Column(key="б", title="2027 год")], rows=[["1", "2"]]
    )
    rolled = roll(_order(table), 2028)
    assert rolled.order.annexes == _order(table).annexes
    assert [(left.words, left.why) for left in rolled.kept] == [("2026", "графа прошлого года")]
    assert [question.words for question in rolled.questions] == ["2027"]


def test_a_date_under_columns_by_year_of_a_free_table_is_asked_about() -> None:
    header = [[Cell(text="Мероприятие"), Cell(text="2027 год")]]
    rolled = roll(_order(Table(header=header, rows=[["Отчёт", "до 20.12.2027"]])), 2028)
    assert [question.words for question in rolled.questions] == ["2027", "2027"]


def test_a_date_in_a_plain_free_table_moves() -> None:
    rolled = roll(_order(Table(header=[["Мероприятие", "Срок"]], rows=[["Отчёт", "до 20.12.2027"]])), 2028)
    assert [change.became for change in rolled.changes if change.path[0] == "приложения"] == ["20.12.2028"]


def test_the_head_of_a_column_of_deadlines_moves_and_that_of_values_is_asked_about() -> None:
    columns = [
        Column(key="мероприятие"),
        Column(key="срок", title="Срок в 2027 году"),
        Column(key="охват", title="Охват на 31.12.2027"),
    ]
    activity = Activity(title="Слёт", deadlines="01.06.2027", other={"охват": "20"})
    rolled = roll(_order(Roadmap(columns=columns, activities=[activity])), 2028)
    head = (*ANNEX, "дорожная карта", "графы")
    assert _changed(rolled)[*head, 2, "заголовок"] == ("2027 году", "2028 году")
    assert [question.path for question in rolled.questions] == [(*head, 3, "заголовок")]

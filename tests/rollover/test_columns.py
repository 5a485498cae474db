"""Columns by year: the window slides or grows, every value stays with its year."""

from __future__ import annotations

from typing import Any

import attrs

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


def test_columns_of_past_years_are_history_and_stay() -> None:
    history = Indicator(name="Доля школ", targets={2025: 5, 2026: 10, 2027: 20})
    rolled = roll(_order(IndicatorTable(years=[2025, 2026, 2027], indicators=[history])), 2028)
    assert _table(rolled).years == (2025, 2026, 2028)
    assert [str(target) for _, target in _table(rolled).indicators[0].targets] == ["5", "10"]
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

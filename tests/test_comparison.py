"""Two orders side by side: what was added, removed, changed, moved."""

from __future__ import annotations

import attrs

from prikaz import Activity, Annex, Clause, Indicator, IndicatorTable, Order, Roadmap, compare, roll
from prikaz.findings import Path
from prikaz.model import Block
from tests.makers import make_order

FIRST = "Назначить ответственных за наставничество до 01.06.2027."
SECOND = "Провести районный слёт наставников."
LAST = "Контроль за исполнением приказа оставляю за собой."


def _differences(old: Order, new: Order) -> list[tuple[str, str, Path]]:
    return [(item.kind.value, item.what, item.path) for item in compare(old, new)]


def test_an_order_does_not_differ_from_itself() -> None:
    assert compare(make_order(), make_order()) == ()


def test_a_clause_with_another_date_is_the_same_clause_changed() -> None:
    old, new = make_order(clauses=[FIRST, LAST]), make_order(clauses=[FIRST.replace("2027", "2028"), LAST])
    (difference,) = compare(old, new)
    assert difference.path == ("пункты", 1, "текст")
    assert (difference.was, difference.became) == (FIRST, FIRST.replace("2027", "2028"))


def test_clauses_are_added_removed_and_moved() -> None:
    old, new = make_order(clauses=[FIRST, SECOND, LAST]), make_order(clauses=[SECOND, FIRST, LAST])
    (moved,) = compare(old, new)
    assert moved.kind.value == "перемещено"
    assert _differences(old, make_order(clauses=[FIRST, LAST])) == [("убрано", "пункт", ("пункты", 2))]
    assert _differences(make_order(clauses=[FIRST, LAST]), old) == [("добавлено", "пункт", ("пункты", 2))]


def test_a_clause_that_moves_into_another_is_reported() -> None:
    old = make_order(clauses=[FIRST, SECOND, LAST])
    new = make_order(clauses=[FIRST, Clause(text="Школам:", clauses=[SECOND]), LAST])
    assert ("добавлено", "пункт", ("пункты", 2)) in _differences(old, new)


def test_requisites_are_reported_by_name() -> None:
    assert _differences(make_order(number="75"), make_order(number="76")) == [
        ("изменено", "реквизит", ("номер",))
    ]


def test_a_target_is_reported_by_its_year_and_a_deadline_by_its_activity() -> None:
    shares = Indicator(name="Доля школ", targets={2027: "20", 2028: "30"})
    plan = Activity(title="Слёт наставников", deadlines="01.06.2027")
    blocks: list[Block] = [IndicatorTable(indicators=[shares]), Roadmap(activities=[plan])]
    later: list[Block] = [
        IndicatorTable(indicators=[attrs.evolve(shares, targets={2027: "25", 2028: "30"})]),
        Roadmap(activities=[attrs.evolve(plan, deadlines="15.06.2027")]),
    ]
    old = make_order(annexes=[Annex(title="План", blocks=blocks)])
    new = make_order(annexes=[Annex(title="План", blocks=later)])
    annex = ("приложения", 1, "блоки")
    assert _differences(old, new) == [
        ("изменено", "мероприятие", (*annex, 2, "дорожная карта", "мероприятия", 1, "сроки", 1)),
        ("изменено", "показатель", (*annex, 1, "показатели", "строки", 1, "значения", 2027)),
    ]


def test_a_rolled_order_differs_where_it_was_changed() -> None:
    old = make_order(date="16.03.2027", number="75", clauses=[FIRST, LAST])
    rolled = roll(old, 2028)
    assert {item.path for item in compare(old, rolled.order)} == {change.path for change in rolled.changes}


def test_yes_is_told_in_russian() -> None:
    old = make_order(clauses=[Clause(text="Общие положения")])
    new = make_order(clauses=[Clause(text="Общие положения", is_heading=True)])
    (difference,) = compare(old, new)
    assert (difference.path[-1], difference.was, difference.became) == ("это раздел", "", "да")

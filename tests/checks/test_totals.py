"""Facts about totals that are typed: which are wrong, and which only look so."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import Activity, Annex, Cell, Finding, Roadmap, Section, Table
from tests.makers import checked, make_order

HEADS = ["Школа", "Сумма, тыс. руб."]


def found(rows: list[Any], heads: list[str] | None = None) -> list[Finding]:
    table = Table(columns=heads or HEADS, rows=rows)
    order = make_order(annexes=[Annex(title="Средства", blocks=[table])])
    return [finding for finding in checked(order) if finding.code == "total-wrong"]


def test_a_total_that_is_not_the_sum_is_found_with_its_place() -> None:
    (wrong,) = found([["№ 1", "1 250,5"], ["№ 2", "800"], ["Итого", "2000"]])
    assert wrong.path == ("приложения", 1, "таблица", "строки", 3)
    assert "2000" in wrong.message
    assert "2\u00a0050,5" in wrong.message


@pytest.mark.parametrize("label", ["Итого", "ИТОГО:", "Всего по району", "Всего"])
def test_a_total_is_known_by_its_word(label: str) -> None:
    assert found([["№ 1", "1"], ["№ 2", "2"], [label, "4"]])
    assert not found([["№ 1", "1"], ["№ 2", "2"], [label, "3"]])


SECTION = [Cell(text="Раздел", columns=2)]


@pytest.mark.parametrize(
    "rows",
    [
        [["№ 1", "1"], ["№ 2", "2"], ["Итого по разделу", "3"], ["№ 3", "4"], ["№ 4", "5"], ["Итого", "9"]],
        [["№ 1", "1"], ["№ 2", "2"], ["Итого", "3"], ["№ 3", "4"], ["Итого", "4"], ["Всего", "7"]],
        [SECTION, ["№ 1", "1"], ["№ 2", "2"], SECTION, ["№ 3", "4"], ["№ 4", "5"], ["Итого", "9"]],
        [["Всего", "10"], ["в том числе:", ""], ["№ 1", "4"], ["№ 2", "5"]],
        [["№ 1", "4"], ["из них детям", "3"], ["№ 2", "5"], ["Итого", "9"]],
        [["№ 1", "4"], ["в т.ч. детям", "3"], ["№ 2", "5"], ["Итого", "8"]],
        [["№ 1", "4"], ["№ 2", "по смете"], ["Итого", "9"]],
        [["№ 1", "4"], ["№ 2", "5"], ["Итого", "по смете"]],
        [["№ 1", "4"], ["Итого", "9"]],
        [["№ 1", "4"], ["№ 2", "–"], ["№ 3", "5"], ["Итого", "9"]],
        [["№ 1", "33,3"], ["№ 2", "33,3"], ["№ 3", "33,3"], ["Итого", "100,0"]],
        [["№ 1", "1.250"], ["№ 2", "1.300"], ["Итого", "9"]],
        [[Cell(text="№ 1", rows=2), "4"], ["5"], ["Итого", "8"]],
        [["№ 1", "4"], ["№ 2", "5"], ["Итоговая аттестация", "8"]],
    ],
)
def test_what_may_be_meant_otherwise_is_passed_over(rows: list[Any]) -> None:
    assert found(rows) == []


@pytest.mark.parametrize("head", ["№ п/п", "Доля, %", "Цена за единицу, руб.", "Срок", "Средний балл"])
def test_columns_that_nobody_adds_are_passed_over(head: str) -> None:
    assert found([["№ 1", "1"], ["№ 2", "2"], ["Итого", "9"]], ["Школа", head]) == []


def test_decimal_points_are_read_where_the_head_tells_of_amounts() -> None:
    rows = [["№ 1", "200.50"], ["№ 2", "100"], ["ИТОГО", "999"]]
    (wrong,) = found(rows)
    assert "300,50" in wrong.message
    assert found([*rows[:2], ["ИТОГО", "300.50"]]) == []
    assert found([["№ 1", "1.2"], ["№ 2", "1.3"], ["Итого", "9"]], ["Школа", "Что изучено"]) == []


def test_a_merged_word_before_a_total_is_read() -> None:
    heads = ["№ п/п", "Школа", "Сумма"]
    rows = [["1", "А", "4"], ["2", "Б", "5"], [Cell(text="Итого", columns=2), "8"]]
    assert len(found(rows, heads)) == 1


def test_totals_of_a_roadmap_are_looked_at_too() -> None:
    def plan(total: str) -> Roadmap:
        rows = [Activity(title=title, other={"сумма": sum_}) for title, sum_ in (("А", "4"), ("Б", "5"))]
        summed = Activity(title="Итого", other={"сумма": total})
        sections = [Section(title="Раздел", activities=[*rows, summed])]
        return Roadmap(columns=["мероприятие", "сумма"], sections=sections)

    for total, count in (("9", 0), ("8", 1)):
        order = make_order(annexes=[Annex(title="План", blocks=[plan(total)])])
        assert [item.code for item in checked(order)].count("total-wrong") == count


def test_a_column_is_called_without_its_footnote() -> None:
    heads = ["Школа", "Сумма{сноска: По {приложению средства}.}, руб."]
    (wrong,) = found([["№ 1", "1{сноска: Аванс.}"], ["№ 2", "2"], ["Итого", "4"]], heads)
    assert wrong.message == "итог в графе «Сумма, руб.» – 4, а строки над ним складываются в 3"

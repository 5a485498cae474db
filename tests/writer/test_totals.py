"""Facts about the last row of a table, and about the notes under it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document

from prikaz import (
    Activity,
    Annex,
    Cell,
    Clause,
    Finding,
    Indicator,
    IndicatorTable,
    Order,
    Roadmap,
    Section,
    Table,
    dump,
    load,
    render,
)
from prikaz.model import Alignment
from prikaz.rollover import roll
from tests.makers import make_order

HEADS = ["№ п/п", "Школа", "2027 год, руб."]


def order_of(*blocks: Any, **changes: Any) -> Order:
    annexes = [Annex(key="план", title="План", blocks=blocks)]
    return make_order(clauses=["Утвердить {приложение план}."], annexes=annexes, **changes)


def printed(*blocks: Any) -> tuple[Document, tuple[Finding, ...]]:
    made = render(order_of(*blocks))
    return docx.Document(io.BytesIO(made.to_bytes())), made.findings


def last_row(block: Any) -> list[str]:
    document, findings = printed(block)
    assert findings == ()
    return [cell.text.replace("\u00a0", " ") for cell in document.tables[0].rows[-1].cells]


def test_a_total_sums_up_the_columns_of_numbers() -> None:
    rows = [["1", "№ 1", "1250,5"], ["2", "№ 2", "–"], ["3", "№ 3", "800,25"]]
    assert last_row(Table(columns=HEADS, rows=rows, total=True)) == ["Итого", "Итого", "2050,75"]


@pytest.mark.parametrize(
    ("numbers", "total"),
    [
        (["1 250,5", "800"], "2 050,5"),
        (["9000", "8000"], "17 000"),
        (["0,10", "0,20"], "0,30"),
        (["-3", "1"], "−2"),
        (["х", "7"], "7"),
    ],
)
def test_a_total_is_written_as_its_column_is(numbers: list[str], total: str) -> None:
    rows = [["А", number] for number in numbers]
    assert last_row(Table(columns=["Школа", "Сумма"], rows=rows, total=True))[1] == total


def test_columns_with_other_words_or_of_shares_stay_empty() -> None:
    heads = ["Школа", "Срок", "Доля, %", "Мест", "Прим."]
    rows = [["А", "2027", "5", "10", "по смете"], ["Б", "2028", "7", "20", "3"]]
    assert last_row(Table(columns=heads, rows=rows, total=True)) == ["Итого"] * 3 + ["30", ""]


def test_a_header_of_two_levels_is_read() -> None:
    header: list[Any] = [[Cell(text="Школа", rows=2), Cell(text="Сумма", columns=2)], ["2027", "2028"]]
    table = Table(header=header, rows=[["А", "1", "2"], ["Б", "3", "4"]], total=True)
    assert last_row(table) == ["Итого", "4", "6"]


def test_a_level_of_a_header_tells_where_that_under_it_does_not() -> None:
    header: list[Any] = [
        [Cell(text="Школа", rows=2), Cell(text="Количество", columns=2), Cell(text="Доля, %", columns=2)],
        ["очно", "заочно", "2027", "2028"],
    ]
    table = Table(header=header, rows=[["А", "1", "2", "3", "4"], ["Б", "3", "4", "5", "6"]], total=True)
    assert last_row(table) == ["Итого", "4", "6", "", ""]


def test_a_roadmap_sums_up_its_own_columns_over_sections() -> None:
    sections = [
        Section(title=title, activities=[Activity(title="Слёт", deadlines="май", other={"сумма": amount})])
        for title, amount in (("Первый", "10"), ("Второй", "20,5"))
    ]
    roadmap = Roadmap(columns=["номер", "мероприятие", "срок", "сумма"], sections=sections, total=True)
    assert last_row(roadmap) == ["Итого"] * 3 + ["30,5"]


def test_a_roadmap_sums_up_columns_of_years() -> None:
    rows = [Activity(title=title, by_year={2027: "10", 2028: "5"}) for title in "АБ"]
    assert last_row(Roadmap(activities=rows, total=True)) == ["Итого", "Итого", "20", "10"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["А", "нет"], ["Б", "да"]], "нет чисел"),
        ([["А", "1"], ["Итого", "1"]], "есть «итого»"),
        ([["А", "1"], ["в том числе", "1"]], "в том числе"),
    ],
)
def test_a_total_that_cannot_be_counted_is_told(rows: list[Any], told: str) -> None:
    document, findings = printed(Table(columns=["Школа", "Сумма"], rows=rows, total=True))
    (finding,) = [item for item in findings if item.code == "total-impossible"]
    assert told in finding.message
    assert len(document.tables[0].rows) == 3


def total_and_findings(heads: list[Any], rows: list[Any]) -> tuple[list[str], dict[str, Finding]]:
    document, findings = printed(Table(columns=heads, rows=rows, total=True))
    told = {item.code: item for item in findings if item.code.startswith("total-")}
    return [cell.text for cell in document.tables[0].rows[-1].cells], told


@pytest.mark.parametrize("head", ["Часов", "Детей", "Объём, руб.", "Количество классов", "Площадь дома"])
def test_what_the_head_calls_an_amount_is_summed(head: str) -> None:
    row, told = total_and_findings(["Школа", head], [["А", "5"], ["Б", "7"]])
    assert row == ["Итого", "12"]
    assert not told


@pytest.mark.parametrize("head", ["Год ввода", "Этаж", "Лицевой счёт", "Инв. номер", "Скорость, км/ч"])
def test_what_the_head_calls_something_else_is_not_summed(head: str) -> None:
    row, told = total_and_findings(["Школа", head, "Сумма"], [["А", "2019", "1"], ["Б", "2020", "2"]])
    assert row == ["Итого", "Итого", "3"]
    assert not told


def test_a_column_whose_head_does_not_tell_is_left_out_and_told() -> None:
    heads = ["Школа", "Сумма", "Баллы", "Прим."]
    row, told = total_and_findings(heads, [["А", "1", "5", "3"], ["Б", "2", "–", "по смете"]])
    assert row == ["Итого", "3", "", ""]
    (finding,) = told.values()
    assert finding.code == "total-untold"
    assert finding.message.startswith("графа «Баллы» не сложена")


def test_only_columns_that_do_not_add_up_are_not_called_empty() -> None:
    _, told = total_and_findings(["Школа", "Год ввода"], [["А", "2019"], ["Б", "2020"]])
    assert "сложить нельзя" in told["total-impossible"].message


def test_a_decimal_point_is_read_and_told() -> None:
    rows = [["А", "500,00"], ["Б", "1 502.50"], ["В", "–"], ["Г", ""], ["Д", "300"]]
    row, told = total_and_findings(["Школа", "Сумма{сноска: По смете.}"], rows)
    assert row[1].replace("\u00a0", " ") == "2 302,50"
    (finding,) = told.values()
    assert finding.message.replace("\u00a0", " ") == "графа «Сумма», строка 2: «1 502.50» – дробь с точкой"
    assert finding.hint.replace("\u00a0", " ") == "напишите «1 502,50»"


@pytest.mark.parametrize("odd", ["310 руб.", "1.250", "5–7", "по смете"])
def test_a_cell_that_is_no_number_is_named_and_its_column_not_summed(odd: str) -> None:
    row, told = total_and_findings(["Школа", "Мест", "Сумма"], [["А", "1", "5"], ["Б", "2", odd]])
    assert row == ["Итого", "3", ""]
    (finding,) = told.values()
    assert finding.code == "total-cell"
    assert finding.message.startswith("графа «Сумма», строка 2: «")
    assert "не число, и графа не сложена" in finding.message


def test_a_unit_in_every_cell_is_told_and_not_called_empty() -> None:
    _, told = total_and_findings(["Школа", "Сумма"], [["А", "5 руб."], ["Б", "6 руб."]])
    assert "нет чисел" not in told["total-impossible"].message
    assert "«6\u00a0руб.»" in told["total-cell"].message


def test_an_untold_column_with_decimal_points_is_told() -> None:
    _, told = total_and_findings(["Школа", "Баллы", "Сумма"], [["А", "4.5", "1"], ["Б", "5.5", "2"]])
    assert told.keys() == {"total-untold"}


def test_an_odd_cell_is_named_with_its_place() -> None:
    table = Table(columns=["Школа", "Сумма"], rows=[["А", "500"], ["Б", "310.5"]], total=True)
    activities = [
        Activity(title="Слёт", other={"сумма": "10"}),
        Activity(title="Сбор", other={"сумма": "1.5"}),
    ]
    sections = [
        Section(title="Первый", activities=activities[:1]),
        Section(title="Второй", activities=activities[1:]),
    ]
    roadmap = Roadmap(columns=["мероприятие", "сумма"], sections=sections, total=True)
    for block, place in ((table, ("строки", 2)), (roadmap, ("разделы", 2, "мероприятия", 1))):
        (finding,) = printed(block)[1]
        assert finding.path[3:] == place
        assert "строка 2" in finding.message


def test_a_table_of_one_odd_column_is_not_called_empty() -> None:
    _, told = total_and_findings(["Школа", "Сумма"], [["А", "500"], ["Б", "310 руб."]])
    assert "нет чисел" not in told["total-impossible"].message
    assert "total-cell" in told


def test_no_total_stands_where_none_is_asked_for() -> None:
    document, _ = printed(Table(columns=["Школа", "Сумма"], rows=[["А", "1"]]))
    assert len(document.tables[0].rows) == 2


@pytest.mark.parametrize(
    "block",
    [
        Table(columns=["а"], rows=[["б"]], notes="Примечание: см. {пункт срок}."),
        Roadmap(activities=[Activity(title="Слёт")], notes="Примечание: см. {пункт срок}."),
        IndicatorTable(indicators=[Indicator(name="Доля")], notes="Примечание: см. {пункт срок}."),
    ],
    ids=["table", "roadmap", "indicators"],
)
def test_notes_stand_under_a_table_in_small_type(block: Any) -> None:
    annexes = [Annex(key="план", title="План", blocks=[block, "Текст."])]
    clauses = ["Утвердить {приложение план}.", Clause(key="срок", text="Сдать.")]
    order = make_order(clauses=clauses, annexes=annexes)
    document = docx.Document(io.BytesIO(render(order).to_bytes()))
    noted = [item for item in document.paragraphs if item.style and item.style.name == "Примечание к таблице"]
    assert [item.text.replace("\u00a0", " ") for item in noted] == ["Примечание: см. пункт 2."]
    assert noted[0].style
    assert noted[0].style.font.size
    assert noted[0].style.font.size.pt == 10
    after = [item for item in document.paragraphs if item.style and item.style.name == "После таблицы"]
    assert after == []


def test_dates_of_notes_roll_and_totals_are_counted_anew() -> None:
    table = Table(columns=["Школа", "Сумма"], rows=[["А", "1"]], notes=["На 1 мая 2027 г."], total=True)
    rolled = roll(order_of(table, date="12.02.2027"), 2028)
    (block,) = rolled.order.annexes[0].blocks
    assert isinstance(block, Table)
    assert block.notes == ("На 1 мая 2028 г.",)
    assert block.total


def test_totals_and_notes_go_through_a_data_file(tmp_path: Path) -> None:
    order = order_of(Table(columns=["а"], rows=[["1"]], notes=["Первое.", "Второе."], total=True))
    dump(order, tmp_path / "order.yaml")
    text = (tmp_path / "order.yaml").read_text("utf-8")
    assert "итого: да" in text
    assert load(tmp_path / "order.yaml") == order


def styles(table: Table) -> list[list[str]]:
    document, _ = printed(table)
    rows = document.tables[0].rows[1:]
    return [
        [str(cell.paragraphs[0].style and cell.paragraphs[0].style.name) for cell in row.cells]
        for row in rows
    ]


LEFT, MIDDLE, RIGHT = "Ячейка", "Ячейка по центру", "Ячейка справа"


def test_numbers_line_up_at_the_right_where_they_are_summed_or_have_fractions() -> None:
    rows = [
        ["1", "А", "1250,5", "2019", "по смете"],
        ["2", "Б", "–", "2020", "5"],
        ["3", "В", "7", "2021", "5"],
    ]
    heads = ["№ п/п", "Школа", "Сумма", "Год ввода", "Прим."]
    expected = [MIDDLE, LEFT, RIGHT, MIDDLE, LEFT]
    assert styles(Table(columns=heads, rows=rows)) == [expected] * 3
    assert styles(Table(columns=heads, rows=rows, total=True))[3][2] == RIGHT


def test_whole_numbers_stand_in_the_middle() -> None:
    assert styles(Table(columns=["Школа", "Мест"], rows=[["А", "5"], ["Б", "12"]])) == [[LEFT, MIDDLE]] * 2


def test_an_alignment_of_the_author_stays() -> None:
    rows: list[Any] = [["А", Cell(text="5,5", alignment=Alignment.CENTRED)], ["Б", "12"]]
    assert styles(Table(columns=["Школа", "Мест"], rows=rows)) == [[LEFT, MIDDLE], [LEFT, LEFT]]


def test_codes_are_no_column_of_numbers() -> None:
    assert styles(Table(columns=["Школа", "Код"], rows=[["А", "075"], ["Б", "12"]])) == [[LEFT, LEFT]] * 2

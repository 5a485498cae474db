"""Facts about the five examples: each has the structure of its paper, and nothing is to be found in it."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from prikaz import (
    Annex,
    Clause,
    ClauseList,
    Heading,
    IndicatorTable,
    Kind,
    OfficeProfile,
    Order,
    Paragraph,
    Roadmap,
    dump,
    files,
    load,
    render,
)
from prikaz.files import FileDraft
from prikaz.language.deadlines.kinds import Deadline, Listed, OnDate
from prikaz.model import Acting, BlankForm, Placement, State
from prikaz.model.blocks import depth
from prikaz.model.resolution.operative import operative_of
from prikaz.model.resolution.references import References
from prikaz.writer.view import order_view
from scripts import build_example_table, examples

YEARS = (2027, 2028, 2029, 2030, 2031)


@cache
def draft_of(source: Path) -> FileDraft:
    """An example as its user gets it: from a data file, or from the function of a script."""
    if source.suffix != ".py":
        return files.open(source)
    spec = importlib.util.spec_from_file_location("example", source)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return FileDraft(order=module.build_order())


def numbered(number: str) -> FileDraft:
    (source,) = [path for path in examples.sources() if path.name.startswith(number)]
    return draft_of(source)


def view_of(number: str) -> dict[str, Any]:
    draft = numbered(number)
    return order_view(References(draft.order, draft.profile)).values


def order(number: str) -> Order:
    return numbered(number).order


def roadmap(number: str) -> Roadmap:
    return next(block for _, block in blocks(order(number)) if isinstance(block, Roadmap))


def blocks(of: Order) -> Iterator[tuple[Annex, object]]:
    return ((annex, block) for annex in of.annexes for block in annex.blocks)


def tables(number: str) -> list[dict[str, Any]]:
    """Tables of an example as a template sees them."""
    annexes = view_of(number)["приложения"]
    return [block for annex in annexes for block in annex["блоки"] if block["вид"] == "таблица"]


def texts(row: list[dict[str, Any]]) -> list[str]:
    return ["|".join(map(str, cell["абзацы"])).replace("\u00a0", " ") for cell in row]


def marks(number: str) -> list[list[str]]:
    annexes = view_of(number)["приложения"]
    return [[str(line).replace("\u00a0", " ") for line in annex["гриф"]] for annex in annexes]


def days(deadlines: tuple[Deadline, ...]) -> Iterator[OnDate]:
    """The single days among deadlines."""
    for deadline in deadlines:
        items = deadline.items if isinstance(deadline, Listed) else (deadline,)
        yield from (item for item in items if isinstance(item, OnDate))


# All five


def test_there_are_five_and_one_is_a_program() -> None:
    sources = examples.sources()

    assert [path.name[:3] for path in sources] == ["000", "001", "002", "003", "004"]
    assert [path.suffix for path in sources].count(".py") == 1


def test_nothing_is_to_be_found(example: Path) -> None:
    draft = draft_of(example)

    assert draft.findings == ()
    assert render(draft.order, profile=draft.profile).findings == ()


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_an_example_is_written_and_read_without_loss(example: Path, suffix: str, tmp_path: Path) -> None:
    dump(draft_of(example).order, tmp_path / f"copy{suffix}")

    assert load(tmp_path / f"copy{suffix}") == draft_of(example).order


def test_an_example_gives_the_same_bytes_twice(example: Path) -> None:
    draft = draft_of(example)
    first, second = (render(draft.order, profile=draft.profile).to_bytes() for _ in range(2))

    assert first == second


def test_every_cited_act_is_earlier_than_the_order_and_told_in_full(example: Path) -> None:
    of = draft_of(example).order

    assert of.acts
    for _, act in of.acts:
        assert act.issuer
        assert act.number
        assert act.heading
        assert act.date
        assert act.date.year <= (of.year or 0)
        assert of.date is None or act.date < of.date


def test_deadlines_come_after_the_order_and_on_weekdays(example: Path) -> None:
    of = draft_of(example).order
    found = [
        deadline
        for _, block in blocks(of)
        if isinstance(block, Roadmap)
        for activity in (
            *block.activities,
            *(row for section in block.sections for row in section.activities),
        )
        for deadline in (*activity.deadlines, *(one for _, many in activity.by_year for one in many))
    ]

    assert all(deadline.understood for deadline in found)
    for item in days(tuple(found)):
        assert of.date is None or item.day > of.date
        assert item.day.weekday() < 5 or str(item).startswith("на 31.12."), str(item)


# 000: a draft resolution with one annex, its rows in Excel


def test_the_resolution_is_a_draft_with_places_for_date_and_number() -> None:
    made = view_of("000")

    assert order("000").kind is Kind.RESOLUTION
    assert order("000").state is State.DRAFT
    assert made["проект"] is True
    assert set(made["дата"]) == {"_"}
    assert made["номер"].endswith("_")
    assert marks("000") == [
        ["Приложение", "к постановлению администрации Заречного района", f"от {'_' * 12} № {'_' * 6}"]
    ]


def test_the_administration_itself_resolves_in_the_line_of_the_preamble() -> None:
    operative = operative_of(order("000"), OfficeProfile()).value

    assert operative.word == "ПОСТАНОВЛЯЕТ"
    assert operative.subject == "администрация Заречного района"
    assert operative.placement is Placement.INLINE


def test_the_resolution_has_five_clauses_two_lines_of_letterhead_and_three_visas() -> None:
    assert len(order("000").clauses) == 5
    assert max(map(depth, order("000").clauses)) == 1
    assert len(order("000").issuer.lines) == 2
    assert len(order("000").endorsements) == 3


def test_fourteen_rows_come_from_excel_in_the_order_of_their_dates() -> None:
    (table,) = tables("000")
    firsts = [span[0] for row in roadmap("000").activities for span in [row.deadlines[0].span()] if span]

    assert [texts(row)[0] for row in table["строки"]] == [str(number) for number in range(1, 15)]
    assert texts(table["шапка"][0]) == [
        "№ п/п",
        "Мероприятие",
        "Срок исполнения",
        "Результат",
        "Ответственные",
    ]
    assert firsts == sorted(firsts)


def test_a_row_tells_its_dates_and_targets_year_by_year() -> None:
    by_title = {row.title: row for row in roadmap("000").activities}
    share = by_title["Вовлечение школьников района в наставничество"]

    assert [str(item) for item in share.deadlines] == [
        f"на 31.12.{year} – не менее {percent} %"
        for year, percent in zip(YEARS, (10, 20, 35, 50, 70), strict=True)
    ]
    assert [item.day.year for item in days(by_title["Обучение наставников"].deadlines)] == [*YEARS]


def test_the_table_in_excel_is_the_one_that_its_script_makes(tmp_path: Path) -> None:
    (tmp_path / "made.xlsx").write_bytes(build_example_table.build())
    made, kept = (
        [*load_workbook(path)["Карта"].iter_rows(values_only=True)]
        for path in (tmp_path / "made.xlsx", build_example_table.TABLE)
    )

    assert made == kept


def test_the_table_in_excel_has_the_same_bytes_each_time() -> None:
    assert build_example_table.build() == build_example_table.build()


# 001: three levels, three annexes, a form to be filled in


def test_the_order_has_three_levels_and_three_clauses() -> None:
    first, second, third = order("001").clauses

    assert [depth(first), depth(second), depth(third)] == [3, 2, 1]
    assert len(first.clauses) == 6
    assert len(first.clauses[1].clauses) == 5
    assert len(second.clauses) == 5
    assert len(order("001").issuer.lines) == 3
    assert order("001").prepared_by is not None


def test_three_annexes_are_numbered_and_each_is_of_its_kind() -> None:
    assert [mark[0] for mark in marks("001")] == ["Приложение № 1", "Приложение № 2", "Приложение № 3"]
    assert [type(block) for _, block in blocks(order("001"))] == [Roadmap, ClauseList, IndicatorTable]
    assert [annex["альбомная"] for annex in view_of("001")["приложения"]] == [False, False, True]


def test_the_form_has_thirty_four_rows_without_numbers_and_says_that_it_is_to_be_filled_in() -> None:
    form, _ = tables("001")

    assert roadmap("001").form is BlankForm.SAMPLE
    assert texts(form["шапка"][0]) == ["Мероприятие", "Сроки", "Ответственные"]
    assert len(form["строки"]) == 34
    assert {cell for row in form["строки"] for cell in texts(row)[1:]} == {""}


def test_five_indicators_have_unit_formula_and_targets_of_five_years() -> None:
    (table,) = [block for _, block in blocks(order("001")) if isinstance(block, IndicatorTable)]

    assert table.years == YEARS
    assert len(table.indicators) == 5
    for indicator in table.indicators:
        assert indicator.unit == "%"
        assert indicator.formula.startswith("отношение числа ")
        targets = [target.value or 0 for _, target in indicator.targets]
        assert len(targets) == 5
        assert targets == sorted(targets)


def test_the_order_asks_for_what_the_indicators_promise() -> None:
    (table,) = [block for _, block in blocks(order("001")) if isinstance(block, IndicatorTable)]

    assert f"не менее {dict(table.indicators[0].targets)[2027]} %" in order("001").clauses[0].clauses[0].text


# 002: rules of an office, months, a model told in text


def test_the_office_prints_dates_in_words_and_spaces_the_letters_of_its_word() -> None:
    made = view_of("002")

    assert numbered("002").profile != OfficeProfile()
    assert made["дата"].replace("\u00a0", " ") == "20 августа 2027 г."
    assert made["слово"] == {"текст": "приказываю:", "место": "отдельной строкой", "вразрядку": True}
    assert marks("002")[2] == [
        "Приложение № 3",
        "к приказу управления образования",
        "от 20 августа 2027 г. № 112/1",
    ]


def test_the_plan_has_nine_rows_and_every_month_its_year() -> None:
    spans = [deadline.span() for row in roadmap("002").activities for deadline in row.deadlines]

    assert len(order("002").clauses) == 5
    assert len(spans) == 9
    assert None not in spans
    assert [span[0] for span in spans if span] == sorted(span[0] for span in spans if span)


def test_the_indicators_are_told_for_two_years() -> None:
    (table,) = [block for _, block in blocks(order("002")) if isinstance(block, IndicatorTable)]

    assert table.years == (2028, 2031)
    assert [len(indicator.targets) for indicator in table.indicators] == [2, 2, 2]


def test_the_third_annex_is_text_with_headings_and_a_list() -> None:
    kinds = [type(block) for annex, block in blocks(order("002")) if annex.key == "модель"]

    assert set(kinds) == {Heading, Paragraph, ClauseList}


# 003: sections on a landscape sheet


def test_the_plan_lies_on_its_side_in_six_columns_and_three_sections() -> None:
    (table,) = tables("003")
    sections = [row for row in table["строки"] if len(row) == 1]

    assert [annex["альбомная"] for annex in view_of("003")["приложения"]] == [True]
    assert len(table["ширины"]) == 6
    assert [row[0]["граф"] for row in sections] == [6, 6, 6]
    assert [texts(row)[0].split(".")[0] for row in sections] == ["I", "II", "III"]
    assert [len(section.activities) for section in roadmap("003").sections] == [4, 4, 6]


def test_rows_are_numbered_by_their_sections() -> None:
    (table,) = tables("003")

    numbers = [texts(row)[0] for row in table["строки"] if len(row) > 1]
    assert numbers == [
        f"{section}.{row}" for section, rows in ((1, 4), (2, 4), (3, 6)) for row in range(1, rows + 1)
    ]


def test_every_cell_is_filled_or_blank_on_purpose() -> None:
    for section in roadmap("003").sections:
        for row in section.activities:
            assert row.deadlines
            assert row.responsible
            assert row.result
            assert bool(row.document) != ("документ" in row.blank), row.title


def test_the_plan_is_approved_by_an_order_that_an_acting_head_signs() -> None:
    (signature,) = order("003").signatures

    assert signature.acting is Acting.ACTING
    assert view_of("003")["подписи"][0]["должность"].replace("\u00a0", " ") == "И.о. начальника управления"
    assert [clause.deadlines != () for clause in order("003").clauses].count(True) == 2
    assert order("003").acknowledgements
    assert order("003").distribution


# 004: a column a year, built by a program


def test_the_order_goes_on_a_printed_blank_and_its_annex_names_the_body() -> None:
    assert view_of("004")["бланк"] == []
    assert marks("004") == [
        [
            "Приложение",
            "к приказу отдела образования администрации города Светлоборска",
            "от 09.08.2027 № 233",
        ]
    ]


def test_the_order_has_four_clauses_and_four_duties_of_heads() -> None:
    clauses: tuple[Clause, ...] = order("004").clauses

    assert [len(clause.clauses) for clause in clauses] == [0, 0, 4, 0]
    assert operative_of(order("004"), OfficeProfile()).value.word == "ПРИКАЗЫВАЮ"


def test_five_years_stand_under_one_heading() -> None:
    (table,) = tables("004")
    top, below = table["шапка"]

    assert texts(top) == ["№ п/п", "Основное мероприятие", "Сроки реализации"]
    assert [cell["граф"] for cell in top] == [1, 1, 5]
    assert texts(below)[2:] == [f"{year} год" for year in YEARS]
    assert [annex["альбомная"] for annex in view_of("004")["приложения"]] == [True]


def test_the_indicator_stands_inside_the_roadmap() -> None:
    (table,) = tables("004")
    rows = [texts(row) for row in table["строки"]]

    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert rows[3][2] == "на 31.12.2027 – не менее 15 %"
    assert rows[3][6] == "на 31.12.2031 – более 70 %"
    assert [bool(cell) for cell in rows[5][2:]] == [False, False, False, False, True]

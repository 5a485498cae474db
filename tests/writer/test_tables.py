"""Facts about tables: roadmaps, indicators and free tables as cells that Word wants."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import (
    Activity,
    Annex,
    Cell,
    Column,
    FaultyOrderError,
    Indicator,
    IndicatorTable,
    ModelError,
    Roadmap,
    Section,
    Table,
    render,
)
from prikaz.language.numbers.roman import roman
from prikaz.model import Block, Layout, OfficeProfile, Orientation, RowNumbers, SectionNumbers, YearHead
from prikaz.model.resolution.references import References
from prikaz.writer.annexes import TextWidths
from prikaz.writer.boxes import Box, ColumnWidths, ShapeError, lay
from prikaz.writer.view import order_view
from tests.makers import make_order

PORTRAIT = 9638


def annex(block: Block, **changes: Any) -> dict[str, Any]:
    """The only annex of an order as a template sees it."""
    order = make_order(annexes=[Annex(blocks=[block], **changes)])
    return dict(order_view(References(order)).values["приложения"][0])


def table(block: Block) -> dict[str, Any]:
    return dict(annex(block)["блоки"][0])


def texts(rows: list[list[dict[str, Any]]]) -> list[list[str]]:
    """Texts of cells, paragraphs joined by "|", no-break spaces as ordinary ones."""
    return [["|".join(map(str, cell["абзацы"])).replace("\u00a0", " ") for cell in row] for row in rows]


def codes(block: Block) -> list[str]:
    """What rendering finds in an order with this block, errors included."""
    order = make_order(
        clauses=["Утвердить согласно приложению."], annexes=[Annex(title="Карта", blocks=[block])]
    )
    try:
        return [item.code for item in render(order).findings]
    except FaultyOrderError as error:
        return [item.code for item in error.findings]


def test_a_roadmap_prints_the_columns_that_have_data_in_their_usual_order() -> None:
    made = table(Roadmap(activities=[Activity(title="Обучить", responsible="школы", deadlines="01.06.2027")]))

    assert texts(made["шапка"]) == [["№ п/п", "Мероприятие", "Срок", "Ответственный"]]
    assert texts(made["строки"]) == [["1", "Обучить", "01.06.2027", "школы"]]


def test_the_author_chooses_columns_their_order_heads_and_widths() -> None:
    roadmap = Roadmap(
        columns=[
            Column(key="срок", title="Когда", width=30),
            "мероприятие",
            Column(key="место", title="Где"),
        ],
        activities=[Activity(title="Обучить", deadlines="июнь", other={"место": "зал"})],
    )

    made = table(roadmap)

    assert texts([*made["шапка"], *made["строки"]]) == [
        ["Когда", "Мероприятие", "Где"],
        ["июнь", "Обучить", "зал"],
    ]
    assert made["ширины"][0] == round(30 * 56.6929)


def test_several_dates_and_bodies_of_a_cell_stand_each_in_a_paragraph() -> None:
    activity = Activity(
        title="Обучить",
        deadlines=["30.12.2027", "01.09.2028"],
        responsible=["отдел", "школы"],
        result=["а", "б"],
    )

    assert texts(table(Roadmap(activities=[activity]))["строки"]) == [
        ["1", "Обучить", "30.12.2027,|01.09.2028", "отдел,|школы", "а;|б"]
    ]


def test_sections_stand_over_the_whole_width_and_number_their_rows() -> None:
    roadmap = Roadmap(
        sections=[
            Section(title="Нормы", activities=[Activity(title="а"), Activity(title="б")]),
            Section(title="Люди", activities=[Activity(title="в")]),
        ]
    )

    made = table(roadmap)

    assert texts(made["строки"]) == [["I. Нормы"], ["1.1", "а"], ["1.2", "б"], ["II. Люди"], ["2.1", "в"]]
    assert made["строки"][0][0]["граф"] == 2
    assert made["строки"][0][0]["стиль"] == "Раздел таблицы"


@pytest.mark.parametrize(
    ("rows", "sections", "expected"),
    [
        (RowNumbers.THROUGH, SectionNumbers.ARABIC, [["1. Нормы"], ["1", "а"], ["2. Люди"], ["2", "б"]]),
        (RowNumbers.ABSENT, SectionNumbers.ABSENT, [["Нормы"], ["а"], ["Люди"], ["б"]]),
    ],
)
def test_rows_and_sections_are_numbered_as_the_author_wants(
    rows: RowNumbers, sections: SectionNumbers, expected: list[list[str]]
) -> None:
    roadmap = Roadmap(
        row_numbers=rows,
        section_numbers=sections,
        sections=[
            Section(title="Нормы", activities=[Activity(title="а")]),
            Section(title="Люди", activities=[Activity(title="б")]),
        ],
    )

    assert texts(table(roadmap)["строки"]) == expected


def test_a_column_a_year_stands_under_one_merged_heading() -> None:
    roadmap = Roadmap(
        years=[2027, 2028],
        columns=["номер", "мероприятие", Column(key="годы", title="Сроки реализации")],
        activities=[
            Activity(title="а", by_year={2027: "постоянно"}),
            Activity(title="б", by_year={2028: "май"}),
        ],
    )

    made = table(roadmap)

    assert texts(made["шапка"]) == [
        ["№ п/п", "Мероприятие", "Сроки реализации"],
        ["", "", "2027 год", "2028 год"],
    ]
    assert [cell["граф"] for cell in made["шапка"][0]] == [1, 1, 2]
    assert [cell["объединение"] for cell in made["шапка"][0]] == ["restart", "restart", ""]
    assert [cell["объединение"] for cell in made["шапка"][1]] == ["continue", "continue", "", ""]
    assert texts(made["строки"]) == [["1", "а", "постоянно", ""], ["2", "б", "", "май"]]


def test_indicators_have_unit_formula_base_value_and_years() -> None:
    indicator = Indicator(
        name="Доля школ",
        unit="%",
        formula="А / Б × 100",
        base="12,5",
        targets={2027: "не менее 20", 2028: "35"},
    )

    made = table(IndicatorTable(years=[2027, 2028], indicators=[indicator]))

    assert texts([*made["шапка"], *made["строки"]]) == [
        [
            "№ п/п",
            "Наименование показателя",
            "Единица измерения",
            "Порядок расчёта",
            "Базовое значение",
            "2027 год",
            "2028 год",
        ],
        ["1", "Доля школ", "%", "А / Б × 100", "12,5", "не менее 20", "35"],
    ]


def test_a_free_table_is_merged_in_both_directions() -> None:
    free = Table(
        header=[
            [Cell(text="Школа", rows=2), Cell(text="Учеников", columns=2)],
            ["всего", "первых классов"],
        ],
        rows=[[Cell(text="№ 1", rows=2), "10", "2"], ["11", "3"], [Cell(text="Итого", columns=2), "5"]],
    )

    made = table(free)

    assert [[(c["граф"], c["объединение"]) for c in row] for row in made["шапка"]] == [
        [(1, "restart"), (2, "")],
        [(1, "continue"), (1, ""), (1, "")],
    ]
    assert [[(c["граф"], c["объединение"]) for c in row] for row in made["строки"]] == [
        [(1, "restart"), (1, ""), (1, "")],
        [(1, "continue"), (1, ""), (1, "")],
        [(2, ""), (1, "")],
    ]
    assert texts(made["строки"]) == [["№ 1", "10", "2"], ["", "11", "3"], ["Итого", "5"]]


@pytest.mark.parametrize(
    "rows",
    [
        [["1"]],
        [["1", "2", "3"]],
        [[Cell(text="1", rows=2), "2"], ["3", "4"]],
        [["1", Cell(text="2", rows=2)], [Cell(text="3", columns=2)]],
        [["1", Cell(text="2", rows=5)], ["3"]],
    ],
)
def test_rows_that_do_not_make_a_table_are_reported(rows: list[list[Cell | str]]) -> None:
    assert codes(Table(columns=["а", "б"], rows=rows)) == ["table-shape"]


def test_a_cell_merged_past_the_last_row_is_reported_with_its_own_row() -> None:
    boxes = [Box(paragraphs=(text,), style="", rows=rows) for text, rows in (("а", 1), ("б", 3), ("в", 1))]

    with pytest.raises(ShapeError, match="«б» объединена на 3 строк вниз, а их осталось 2") as caught:
        lay([[boxes[0]], [boxes[1]], []], 1)
    assert caught.value.row == 2


def test_a_cell_over_another_names_both() -> None:
    above, over = Box(paragraphs=("б",), style="", rows=2), Box(paragraphs=("в",), style="", columns=2)

    with pytest.raises(ShapeError, match="«в» заходит на клетку «б»"):
        lay([[Box(paragraphs=("а",), style=""), above], [over]], 2)


@pytest.mark.parametrize(
    "block",
    [
        Table(rows=[[]]),
        Roadmap(columns=["годы"], activities=[Activity(title="а")]),
        IndicatorTable(columns=["годы"], indicators=[Indicator(name="а")]),
    ],
)
def test_a_table_without_any_column_is_reported(block: Block) -> None:
    assert "table-shape" in codes(block)


@pytest.mark.parametrize(("number", "figures"), [(40, "XL"), (49, "XLIX"), (99, "XCIX"), (444, "CDXLIV")])
def test_sections_past_the_thirty_ninth_have_roman_numbers_too(number: int, figures: str) -> None:
    assert roman(number) == figures


@pytest.mark.parametrize("width", [0, -5])
def test_a_column_as_wide_as_nothing_is_refused(width: int) -> None:
    with pytest.raises(ModelError, match=f"графа «срок»: ширина {width} мм"):
        Column(key="срок", width=width)


def test_margins_of_nothing_leave_the_whole_sheet_to_a_table() -> None:
    assert TextWidths.of(Layout(left=0, right=0)).portrait == round(210 * 56.6929)


def test_a_column_that_nobody_knows_is_an_error() -> None:
    roadmap = Roadmap(columns=["мероприятие", "срокк"], activities=[Activity(title="а")])

    assert codes(roadmap) == ["column-unknown"]


def test_values_without_a_column_are_reported_and_not_lost_in_silence() -> None:
    roadmap = Roadmap(columns=["мероприятие"], activities=[Activity(title="а", deadlines="май")])
    years = IndicatorTable(years=[2027], indicators=[Indicator(name="а", targets={2028: 5})])

    assert codes(roadmap) == ["column-missing"]
    assert codes(years) == ["cells-blank", "year-without-column"]


def test_every_row_is_as_wide_as_the_page() -> None:
    roadmap = Roadmap(
        activities=[Activity(title="Обучение " * 20, deadlines="01.06.2027", responsible="школы района")]
    )

    made = table(roadmap)

    assert sum(made["ширины"]) == PORTRAIT
    for row in [*made["шапка"], *made["строки"]]:
        assert sum(cell["ширина"] for cell in row) == PORTRAIT


def test_a_wide_table_turns_the_sheet_unless_the_author_says_otherwise() -> None:
    years = dict.fromkeys(range(2027, 2032), "постоянно")
    wide = Roadmap(activities=[Activity(title="Обучить", by_year=years)])

    assert annex(wide)["альбомная"] is True
    assert annex(wide, orientation=Orientation.PORTRAIT)["альбомная"] is False
    assert annex(Roadmap(activities=[Activity(title="Обучить")]))["альбомная"] is False


def test_no_word_is_broken_while_there_is_room_and_longer_texts_get_more() -> None:
    widths = ColumnWidths(
        least=(500, 1000, 1000), most=(9000, 9000, 9000), weight=(1.0, 30.0, 10.0), fixed={}
    ).fit(6000)

    assert sum(widths) == 6000
    assert widths[1] > widths[2] > 1000
    assert widths[0] >= 500


def test_widths_that_are_given_stay_and_those_too_wide_are_shrunk_together() -> None:
    widths = ColumnWidths(least=(500, 500), most=(9000, 9000), weight=(1.0, 1.0), fixed={0: 2000})
    too_wide = ColumnWidths(least=(4000, 8000), most=(9000, 9000), weight=(1.0, 1.0), fixed={})

    assert widths.fit(6000) == (2000, 4000)
    assert too_wide.fit(6000) == (2000, 4000)


def test_a_column_whose_texts_stand_on_one_line_leaves_the_room_to_the_others() -> None:
    widths = ColumnWidths(least=(500, 500, 500), most=(500, 700, 9000), weight=(5.0, 5.0, 5.0), fixed={})

    assert widths.fit(6000) == (500, 700, 4800)


def test_a_blank_form_deals_its_page_out_in_proportion_to_its_heads() -> None:
    form = Table(columns=["№", "Предмет", "Участников", "Победителей"], rows=[[""] * 4] * 3)

    number, subject, taken, won = table(form)["ширины"]

    assert number < subject < taken < won < PORTRAIT / 2
    assert number + subject + taken + won == PORTRAIT


def test_cells_of_all_columns_take_about_as_many_lines() -> None:
    activity = Activity(
        title="Провести обучающие встречи с родителями " * 4,
        deadlines="май",
        responsible="Отдел общего и дополнительного образования управления " * 2,
    )

    _, what, _, who = table(Roadmap(activities=[activity] * 3))["ширины"]

    lines = [
        len(text) / (width - 240) for text, width in ((activity.title, what), (activity.responsible[0], who))
    ]
    assert lines[0] == pytest.approx(lines[1], rel=0.1)


def test_a_word_of_capitals_is_not_broken_in_a_narrow_column() -> None:
    """Times, twelve points: «МБОУ» takes 680 twentieths of a point, «Школа» 690, beside 216 of margins."""
    table = Table(columns=["Школа", "Мероприятия"], rows=[["МБОУ", ""]])

    assert annex(table)["блоки"][0]["ширины"][0] >= 690 + 216


@pytest.mark.parametrize(
    ("heads", "shown"),
    [(YearHead.WORD, "2027 год"), (YearHead.LETTER, "2027 г."), (YearHead.ABSENT, "2027")],
)
def test_the_office_says_what_stands_behind_a_year(heads: YearHead, shown: str) -> None:
    table = IndicatorTable(years=[2027], indicators=[Indicator(name="Доля", targets={2027: "5"})])
    order = make_order(annexes=[Annex(title="План", blocks=[table])])
    view = order_view(References(order, OfficeProfile(year_heads=heads))).values
    (block,) = view["приложения"][0]["блоки"]
    assert shown in [str(cell["абзацы"][0]).replace("\u00a0", " ") for row in block["шапка"] for cell in row]

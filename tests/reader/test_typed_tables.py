"""Facts about tables as clerks type them: what each is read as, and what is told of it."""

from __future__ import annotations

import time
from itertools import count

import pytest

from prikaz import Activity, Column, Indicator, IndicatorTable, Member, Membership, Person, Roadmap, Table
from prikaz.model import Alignment, BlankForm, RowNumbers, SectionNumbers, Target, YearHead
from prikaz.reader.paper import Grid, GridCell
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables import ReadTable, read_table
from tests.reader.printed_grids import lost

PLAN = ["№ п/п", "Мероприятие", "Срок", "Ответственный"]


def grid(*rows: list[str], head: int = 0, centred: int = 0) -> Grid:
    """A table: «текст→2» covers two columns, «текст↓2» two rows; a line break begins a paragraph."""
    numbers = count()
    made = tuple(
        tuple(_cell(text, numbers, place < centred) for text in row) for place, row in enumerate(rows)
    )
    columns = max(sum(cell.columns for cell in row) for row in made)
    return Grid(made, columns, head)


def _cell(text: str, numbers: count[int], centred: bool) -> GridCell:
    words, _, extent = text.partition("→")
    columns, _, deep = extent.partition("↓") if extent else ("1", "", "")
    if not extent:
        words, _, deep = text.partition("↓")
    lines = tuple(SourceText.of(line, "word/document.xml", next(numbers)) for line in words.split("\n"))
    return GridCell(lines, int(columns), int(deep or 1), Alignment.CENTRED if centred else None)


def read(*rows: list[str], title: str = "", head: int = 0, centred: int = 0) -> ReadTable:
    laid = grid(*rows, head=head, centred=centred)
    made = read_table(laid, title)
    assert not lost(laid, [*made.places.values()])
    return made


def plan(*rows: list[str], title: str = "") -> Roadmap:
    block = read(*rows, title=title).block
    assert isinstance(block, Roadmap), block
    return block


def reasons(made: ReadTable) -> list[str]:
    return [doubt.reason for doubt in made.doubts]


# Plans -------------------------------------------------------------------------------------------------


def test_a_plan_with_the_usual_heads_needs_no_columns() -> None:
    made = plan(PLAN, ["1", "Осмотр", "01.06.2027", "отдел"], ["2", "Ремонт", "август 2027 г.", "школы"])
    assert made == Roadmap(
        activities=[
            Activity(title="Осмотр", deadlines="01.06.2027", responsible="отдел"),
            Activity(title="Ремонт", deadlines="август 2027 г.", responsible="школы"),
        ]
    )


def test_synonyms_are_known_columns_under_their_own_heads() -> None:
    heads = [
        "№",
        "Содержание деятельности",
        "Дата проведения",
        "Ответственные исполнители",
        "Ожидаемый результат",
    ]
    made = plan([*heads, "Отметка об исполнении"], ["1", "Осмотр", "май", "отдел", "акт", ""])
    assert [(column.key, column.title) for column in made.columns] == [
        ("номер", "№"),
        ("мероприятие", heads[1]),
        ("срок", heads[2]),
        ("ответственный", heads[3]),
        ("результат", heads[4]),
        ("примечание", "Отметка об исполнении"),
    ]


def test_an_unknown_head_is_a_column_of_the_authors_own() -> None:
    made = plan(["Мероприятие", "Срок", "Место проведения (адрес)"], ["Слёт", "май", "парк"])
    assert made.columns[2].key == "место проведения"
    assert made.columns[2].title == "Место проведения (адрес)"
    assert made.activities[0].other == (("место проведения", "парк"),)


def test_a_table_without_deadlines_and_bodies_is_no_plan() -> None:
    assert isinstance(read(["№", "Мероприятие", "Сумма, руб."], ["1", "Осмотр", "5"]).block, Table)


def test_what_stands_beside_a_deadline_and_a_body_is_an_activity_whatever_its_head() -> None:
    made = plan(["№", "Учреждение", "Срок", "Ответственный"], ["1", "Больница", "май", "Белов И.Л."])
    assert made.activities[0].title == "Больница"


def test_a_name_is_an_activity_only_in_what_is_called_a_plan() -> None:
    rows = ["№", "Наименование", "Срок"], ["1", "Осмотр", "май"]
    assert isinstance(read(*rows, title="План работы").block, Roadmap)
    assert isinstance(read(*rows, title="Опись дел").block, Table)


@pytest.mark.parametrize("typed", ["№ п\\п", "№пп", "№"])
def test_the_head_of_numbers_is_known_and_kept_however_it_is_typed(typed: str) -> None:
    assert plan([typed, *PLAN[1:]], ["1", "Осмотр", "май", "отдел"]).columns[0] == Column(
        key="номер", title=typed
    )


def test_a_broken_line_of_a_head_is_a_matter_of_width() -> None:
    assert plan(["№\nп/п", *PLAN[1:]], ["1", "Осмотр", "май", "отдел"]).columns == ()


def test_blank_cells_stay_blank() -> None:
    made = plan(["Мероприятие", "Срок", "Ответственный"], ["Осмотр", "", ""])
    assert made.activities == (Activity(title="Осмотр"),)
    assert [column.key for column in made.columns] == ["мероприятие", "срок", "ответственный"]


def test_a_sample_is_told_by_its_heading() -> None:
    made = plan(PLAN[1:], ["Осмотр", "", ""], title="Примерная форма дорожной карты")
    assert made.form is BlankForm.SAMPLE


# Cells -------------------------------------------------------------------------------------------------


def activity(deadline: str = "", responsible: str = "", title: str = "Осмотр") -> Activity:
    return plan(PLAN, ["1", title, deadline, responsible]).activities[0]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("30.08.2027 31.05.2028", ["30.08.2027", "31.05.2028"]),
        ("30.08.2027\n31.05.2028 г.", ["30.08.2027", "31.05.2028 г."]),
        ("30.08.2027, 31.05.2028", ["30.08.2027", "31.05.2028"]),
        ("до 1 июня\nдо 1 мая", ["до 1 июня", "до 1 мая"]),
        ("в течение\nвсего периода", ["в течение всего периода"]),
        ("с 30.08.2027 по 31.05.2028", ["с 30.08.2027 по 31.05.2028"]),
        ("после приёмки школ", ["после приёмки школ"]),
        ("", []),
    ],
)
def test_deadlines_are_taken_apart_where_each_is_one(cell: str, expected: list[str]) -> None:
    assert [deadline.text for deadline in activity(cell).deadlines] == expected


def test_bodies_are_taken_apart_as_they_are_printed_and_no_further() -> None:
    assert activity(responsible="отдел,\nшколы").responsible == ("отдел", "школы")
    assert activity(responsible="отдел, школы").responsible == ("отдел, школы",)
    assert activity(responsible="отдел\nшколы").responsible == ("отдел\nшколы",)


def test_signs_between_bodies_belong_to_the_list_of_them() -> None:
    made = read(PLAN, ["1", "Осмотр", "", "отдел,\nшколы"])
    path = ("мероприятия", 1, "ответственные")
    assert {step: text.text for step, text in made.places.items() if step[:3] == path} == {
        path: ",",
        (*path, 1): "отдел",
        (*path, 2): "школы",
    }


def test_lines_of_one_sentence_are_one_line_and_those_of_a_list_are_not() -> None:
    assert activity(title="Осмотр школ\nи садов").title == "Осмотр школ и садов"
    assert activity(title="Осмотр:\n- школ;\n- садов").title == "Осмотр:\n- школ;\n- садов"


# Numbers and sections ----------------------------------------------------------------------------------


def test_numbers_through_all_sections_are_said_to_be_so() -> None:
    made = plan(PLAN, ["I. Первый→4"], ["1", "А", "", "а"], ["II. Второй→4"], ["2", "Б", "", "б"])
    assert made.row_numbers is RowNumbers.THROUGH
    assert [section.title for section in made.sections] == ["Первый", "Второй"]
    assert made.section_numbers is SectionNumbers.ROMAN


def test_numbers_by_section_are_the_usual_ones() -> None:
    rows = (
        ["1. Первый→4"],
        ["1.1.", "А", "", "а"],
        ["1.2.", "Б", "", "б"],
        ["2. Второй→4"],
        ["2.1.", "В", "", "в"],
    )
    made = read(PLAN, *rows)
    assert isinstance(made.block, Roadmap)
    assert made.block.row_numbers is None
    assert made.block.section_numbers is SectionNumbers.ARABIC
    assert reasons(made) == ["знаки за номерами строк не печатаются"]


def test_numbers_that_begin_anew_in_each_section_are_kept_as_they_are() -> None:
    made = plan(PLAN, ["I. Первый→4"], ["1", "А", "", "а"], ["II. Второй→4"], ["1", "Б", "", "б"])
    assert made.columns[0].key == "№ п/п"
    assert made.sections[1].activities[0].other == (("№ п/п", "1"),)


def test_a_gap_in_the_numbers_is_told() -> None:
    rows = [[str(number), f"Дело {number}", "май", "отдел"] for number in (1, 2, 3, 5, 6)]
    made = read(PLAN, *rows)
    assert [(doubt.path, doubt.reason) for doubt in made.doubts] == [
        (("мероприятия", 4), "номер строки набран «5», а по порядку 4")
    ]


def test_sections_whose_numbers_do_not_follow_keep_them_in_their_titles() -> None:
    made = plan(PLAN, ["1. Первый→4"], ["1.1", "А", "", "а"], ["II. Второй→4"], ["2.1", "Б", "", "б"])
    assert made.section_numbers is SectionNumbers.ABSENT
    assert [section.title for section in made.sections] == ["1. Первый", "II. Второй"]


@pytest.mark.parametrize(
    "row",
    [
        ["ЯНВАРЬ", "", "", ""],
        ["Январь", "", "", ""],
        ["", "I квартал", "", ""],
        ["", "В течение года", "", ""],
        ["", "Раздел 1. Осмотры", "", ""],
        ["I", "Осмотры", "", ""],
        ["", "I. Осмотры", "", ""],
        ["I.", "Осмотры→3"],
        ["Осмотры→3", ""],
    ],
)
def test_a_title_of_a_section_need_not_be_merged(row: list[str]) -> None:
    made = plan(PLAN, row, ["1", "А", "май", "а"], ["2", "Б", "май", "б"])
    assert len(made.sections) == 1
    assert len(made.sections[0].activities) == 2


def test_an_activity_alone_in_its_row_is_no_section() -> None:
    made = plan(PLAN[1:], ["Осмотр школ", "", ""], ["Ремонт", "май", "отдел"])
    assert [each.title for each in made.activities] == ["Осмотр школ", "Ремонт"]


def test_a_row_in_capitals_is_a_section_and_it_is_told() -> None:
    made = read(PLAN[1:], ["ОСМОТР", "", ""], ["Ремонт", "май", "отдел"])
    assert isinstance(made.block, Roadmap)
    assert made.block.sections[0].title == "ОСМОТР"
    assert reasons(made) == ["строка прописными буквами понята как раздел"]


def test_an_arabic_number_is_that_of_a_section_where_the_next_begins_with_it() -> None:
    rows = (
        ["1", "Осмотры", "", ""],
        ["1.1", "А", "май", "а"],
        ["2", "Слёты", "", ""],
        ["2.1", "Б", "май", "б"],
    )
    made = plan(PLAN, *rows)
    assert [section.title for section in made.sections] == ["Осмотры", "Слёты"]
    assert made.section_numbers is SectionNumbers.ARABIC
    assert [each.title for each in plan(PLAN, ["1", "А", "", ""], ["2", "Б", "май", "б"]).activities] == [
        "А",
        "Б",
    ]


def test_a_plan_of_section_titles_alone_is_a_free_table() -> None:
    assert isinstance(read(PLAN, ["I", "А", "", ""], ["II", "Б", "", ""]).block, Table)


def test_rows_over_the_whole_table_at_its_end_are_notes_and_it_is_told() -> None:
    made = read(PLAN, ["1", "А", "май", "а"], ["* по согласованию→4"])
    assert isinstance(made.block, Roadmap)
    assert made.block.notes == ("* по согласованию",)
    assert reasons(made) == ["последняя строка таблицы понята как примечание под ней"]


def test_rows_before_the_first_section_make_a_free_table() -> None:
    assert isinstance(read(PLAN, ["1", "А", "", "а"], ["I. Раздел→4"], ["2", "Б", "", "б"]).block, Table)


# Heads -------------------------------------------------------------------------------------------------

BY_YEAR = ["№ п/п↓2", "Мероприятие↓2", "Сроки реализации→2"], ["2027 год", "2028 год"]


def test_years_under_a_merged_head_are_deadlines_by_year() -> None:
    made = read(*BY_YEAR, ["1", "Осмотр", "до 1 мая", "постоянно"])
    assert isinstance(made.block, Roadmap)
    assert made.block.years == (2027, 2028)
    assert (
        made.block.activities[0].by_year
        == Activity(title="", by_year={2027: "до 1 мая", 2028: "постоянно"}).by_year
    )
    assert made.year_heads is YearHead.WORD
    assert made.places["годы", 2].text == "2028 год"
    assert made.places["мероприятия", 1, "по годам", 2028, 1].text == "постоянно"


def test_a_merge_that_was_lost_is_made_good() -> None:
    head = ["№ п/п", "Мероприятие", "Сроки реализации", ""], ["", "", "2027 год", "2028 год"]
    made = read(*head, ["1", "Осмотр", "", "май"])
    assert made.block == plan(*BY_YEAR, ["1", "Осмотр", "", "май"])
    assert reasons(made) == ["клетки шапки не объединены, а читаются вместе"]


def test_another_head_over_several_columns_makes_a_free_table() -> None:
    made = read(
        ["№ п/п↓2", "Мероприятие↓2", "Срок→2"], ["начало", "окончание"], ["1", "Осмотр", "май", "июнь"]
    ).block
    assert isinstance(made, Table)
    assert len(made.header) == 2


def test_a_row_that_numbers_the_columns_is_told_and_not_printed() -> None:
    made = read(PLAN, ["1", "2", "3", "4"], ["1", "Осмотр", "май", "отдел"])
    assert isinstance(made.block, Roadmap)
    assert len(made.block.activities) == 1
    assert reasons(made) == ["строка с номерами граф не печатается"]
    assert made.places["графы", 3].text == "3"


def test_a_head_typed_again_on_the_next_page_is_left_out() -> None:
    made = read(PLAN, ["1", "Осмотр", "май", "отдел"], PLAN, ["2", "Ремонт", "июнь", "школы"])
    assert isinstance(made.block, Roadmap)
    assert [each.title for each in made.block.activities] == ["Осмотр", "Ремонт"]
    assert made.places["графы", 2, "заголовок"].text == "Мероприятие Мероприятие"


def test_a_stage_over_several_rows_is_repeated_in_each_and_told() -> None:
    made = read(
        ["№ п/п", "Этап", "Мероприятие", "Срок"], ["1", "Первый↓2", "Осмотр", "май"], ["2", "Ремонт", "июнь"]
    )
    assert isinstance(made.block, Roadmap)
    assert [each.other for each in made.block.activities] == [(("этап", "Первый"),)] * 2
    assert reasons(made) == ["клетка объединяет несколько строк или граф, а напечатана будет в каждой"]


def test_a_deadline_over_several_years_is_repeated_in_each_and_told() -> None:
    made = read(*BY_YEAR, ["1", "Осмотр", "постоянно→2"])
    assert made.block == plan(*BY_YEAR, ["1", "Осмотр", "постоянно", "постоянно"])
    assert reasons(made) == ["клетка объединяет несколько строк или граф, а напечатана будет в каждой"]


def test_a_cell_over_other_columns_makes_a_free_table() -> None:
    assert isinstance(read(PLAN, ["1", "Осмотр", "май, отдел→2"]).block, Table)


def test_an_activity_over_several_rows_makes_a_free_table() -> None:
    made = read(PLAN, ["1↓2", "Осмотр↓2", "май", "отдел"], ["июнь", "школы"]).block
    assert isinstance(made, Table)
    assert made.rows[0][0].rows == 2


# Rows cut in two ---------------------------------------------------------------------------------------


def test_a_row_cut_by_a_page_is_joined_and_told() -> None:
    made = read(
        PLAN,
        ["1", "Составление списков участников в", "30.09.2027 30.09.2028", "отдел"],
        ["", "школах района", "30.09.2029", "и школы"],
        ["2", "Слёт", "май", "отдел"],
    )
    assert isinstance(made.block, Roadmap)
    first = made.block.activities[0]
    assert first.title == "Составление списков участников в школах района"
    assert [each.text for each in first.deadlines] == ["30.09.2027", "30.09.2028", "30.09.2029"]
    assert first.responsible == ("отдел и школы",)
    assert [(doubt.path, doubt.text.text) for doubt in made.doubts] == [
        (("мероприятия", 1), "школах района 30.09.2029 и школы")
    ]


def test_a_row_without_a_number_that_begins_anew_is_not_joined() -> None:
    made = plan(PLAN, ["1", "Слёт.", "май", "отдел"], ["", "Поход", "июнь", "школы"], *(
        [str(number), "Дело", "май", "отдел"] for number in range(3, 9)
    ))  # fmt: skip
    assert [each.title for each in made.activities[:2]] == ["Слёт.", "Поход"]


def test_without_numbers_only_an_open_sentence_goes_on() -> None:
    made = plan(PLAN[1:], ["Слёт в", "май", "отдел"], ["парке", "", ""], ["Поход", "", ""], ["в лес", "", ""])
    assert [each.title for each in made.activities] == ["Слёт в парке", "Поход", "в лес"]


def test_blank_rows_of_a_numbered_plan_are_told_and_left_out() -> None:
    made = read(PLAN, ["1", "Слёт", "май", "отдел"], ["2", "Поход", "май", "отдел"], ["", "", "", ""])
    assert isinstance(made.block, Roadmap)
    assert len(made.block.activities) == 2
    assert reasons(made) == ["пустая строка таблицы пропущена"]


# Totals ------------------------------------------------------------------------------------------------


def test_a_total_that_the_program_would_count_is_one() -> None:
    made = read(
        ["№ п/п", "Работы", "Сумма, руб."], ["1", "Кровля", "5"], ["2", "Окна", "7"], ["Итого→2", "12"]
    )
    assert isinstance(made.block, Table)
    assert made.block.total
    assert len(made.block.rows) == 2
    assert made.places["итого",].text == "Итого 12"


def test_a_total_in_other_words_stays_a_row_of_a_free_table() -> None:
    made = read(
        ["№ п/п", "Работы", "Сумма, руб."], ["1", "Кровля", "5"], ["2", "Окна", "7"], ["Всего→2", "12"]
    )
    assert isinstance(made.block, Table)
    assert not made.block.total


def test_a_total_with_something_beside_it_stays_a_row() -> None:
    rows = ["1", "Кровля", "5"], ["2", "Окна", "7"], ["", "Итого по двум зданиям", "12"]
    made = read(["№ п/п", "Работы", "Сумма, руб."], *rows).block
    assert isinstance(made, Table)
    assert not made.total


def test_a_wrong_total_stays_a_row() -> None:
    made = read(
        ["№ п/п", "Работы", "Сумма, руб."], ["1", "Кровля", "5"], ["2", "Окна", "7"], ["Итого→2", "13"]
    )
    assert isinstance(made.block, Table)
    assert not made.block.total
    assert len(made.block.rows) == 3


SUMS = ["№ п/п", "Мероприятие", "Срок", "Сумма, тыс. руб."]
SUMMED = SUMS, ["1", "А", "май", "5"], ["2", "Б", "июнь", "7"]


@pytest.mark.parametrize(
    "row",
    [["ИТОГО:→3", "12"], ["", "Всего по плану", "", "12"], ["Итого", "", "-", "12"], ["Итого→3", "12,0"]],
)
def test_a_total_of_a_plan_that_says_the_same_is_printed_by_the_program_and_told(row: list[str]) -> None:
    made = read(*SUMMED, row)
    assert isinstance(made.block, Roadmap)
    assert made.block.total
    assert len(made.block.activities) == 2
    assert made.block.columns[0] == Column(key="номер")
    assert [doubt.path for doubt in made.doubts] == [("итого",)]


def test_a_total_as_it_is_printed_needs_no_word() -> None:
    made = read(*SUMMED, ["", "Итого", "", "12"])
    assert isinstance(made.block, Roadmap)
    assert made.block.total
    assert not made.doubts


@pytest.mark.parametrize("row", [["Итого→3", "13"], ["", "Итого", "", "13"], ["Всего:→2", "", "13"]])
def test_a_wrong_total_of_a_plan_is_a_row_of_it_and_the_difference_is_told(row: list[str]) -> None:
    made = read(*SUMMED, row)
    assert isinstance(made.block, Roadmap)
    assert not made.block.total
    last = made.block.activities[-1]
    assert last.title.rstrip(":") in {"Итого", "Всего"}
    assert last.other == (("сумма", "13"),)
    assert [doubt.path for doubt in made.doubts] == [("мероприятия", 3)]
    assert made.doubts[0].reason == "строка итога понята как строка плана: набрано «13», а выходит «12»"


def test_parts_of_a_total_are_rows_as_it_is() -> None:
    made = plan(*SUMMED, ["Всего:→3", "12"], ["в том числе:→3", ""], ["бюджет округа→3", "12"])
    assert [each.title for each in made.activities[2:]] == ["Всего:", "в том числе:", "бюджет округа"]
    assert not made.total


def test_totals_of_sections_leave_the_numbers_as_they_are_typed() -> None:
    rows = ["I. Раздел→4"], SUMMED[1], ["Итого по разделу→3", "5"], ["II. Раздел→4"], SUMMED[2]
    made = plan(SUMS, *rows)
    assert [len(section.activities) for section in made.sections] == [2, 1]
    assert made.columns[0].key == "№ п/п"
    assert made.sections[1].activities[0].other == (("№ п/п", "2"), ("сумма", "7"))


def test_an_activity_that_begins_as_a_total_has_its_number() -> None:
    made = plan(*SUMMED, ["3", "Итоговое собрание", "май", ""], ["4", "Всего лишь слёт", "май", ""])
    assert [each.title for each in made.activities[2:]] == ["Итоговое собрание", "Всего лишь слёт"]


def test_sums_by_year_are_summed_up() -> None:
    head = ["№ п/п↓2", "Мероприятие↓2", "Финансирование, тыс. руб.→2"], ["2027", "2028"]
    made = plan(
        *head, ["1", "А", "150,0", "-"], ["2", "Б", "1 000,0", "20,0"], ["ИТОГО→2", "1 150,0", "20,0"]
    )
    assert made.total
    assert made.activities[1] == Activity(title="Б", by_year={2027: "1 000,0", 2028: "20,0"})


# Indicators --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("years", "behind"),
    [
        (["2027 год", "2028 год"], YearHead.WORD),
        (["2027 г.", "2028 г"], YearHead.LETTER),
        (["план 2027", "план 2028"], None),
        (["2027", "2028"], YearHead.ABSENT),
    ],
)
def test_years_over_indicators_are_known_in_many_forms(years: list[str], behind: YearHead | None) -> None:
    made = read(["№ п/п", "Показатель", "Ед. изм.", *years], ["1", "Охват", "%", "не менее 12,5", "1 400"])
    assert isinstance(made.block, IndicatorTable)
    assert made.block.years == (2027, 2028)
    targets = {2027: Target.parse("не менее 12,5"), 2028: Target.parse("1400")}
    assert made.block.indicators == (Indicator(name="Охват", unit="%", targets=targets),)
    assert bool(made.doubts) == any(year in {"2028 г", "план 2028"} for year in years)
    assert made.year_heads is behind


def test_indicators_under_a_head_of_two_levels_keep_it() -> None:
    made = read(
        ["Показатель↓2", "Базовое значение↓2", "Значение по годам→2"],
        ["2027", "2028"],
        ["Охват", "10", "12", ""],
    ).block
    assert isinstance(made, IndicatorTable)
    assert made.columns[2].title == "Значение по годам"
    assert made.indicators[0].base == Target.parse("10")
    assert made.indicators[0].targets == ((2027, Target.parse("12")),)


def test_indicators_with_a_column_that_they_cannot_have_are_a_free_table() -> None:
    made = read(["Показатель", "Ответственный", "2027 год"], ["Охват", "отдел", "5"]).block
    assert isinstance(made, Table)


def test_what_was_reached_is_the_base_value_under_its_own_head() -> None:
    made = read(["Показатель", "2026 год (факт)", "2027 год"], ["Охват", "10", "12"]).block
    assert isinstance(made, IndicatorTable)
    assert made.columns[1] == Column(key="база", title="2026 год (факт)")
    assert made.indicators[0].base == Target.parse("10")


def test_a_year_that_stands_over_two_columns_makes_a_free_table() -> None:
    made = read(["Показатель", "план 2027", "2027 год"], ["Охват", "5", "6"]).block
    assert isinstance(made, Table)


# Memberships -------------------------------------------------------------------------------------------


def test_names_with_what_they_are_make_a_membership() -> None:
    made = read(
        ["Соловей\nМарина Ивановна", "–", "директор школы, председатель комиссии"],
        ["Члены комиссии:→3"],
        ["Басов Аркадий Львович", "–", "учитель;"],
    )
    assert made.block == Membership(
        members=[
            Member(
                role="председатель комиссии",
                person=Person(last="Соловей", first="Марина", middle="Ивановна", position="директор школы"),
            ),
            Member(person=Person(last="Басов", first="Аркадий", middle="Львович", position="учитель")),
        ]
    )
    assert made.places["члены", 2, "должность"].text == "учитель"


def test_a_heading_over_members_is_their_role() -> None:
    made = read(
        ["Секретарь комиссии:→2"],
        ["Усов Д.Е.", "методист"],
        ["Члены комиссии:→2"],
        ["Чирков В.П.", "бухгалтер"],
    ).block
    assert isinstance(made, Membership)
    assert [member.role for member in made.members] == ["секретарь комиссии", ""]


def test_names_beside_figures_stay_a_table() -> None:
    assert isinstance(read(["Усов Д.Е.", "8-900-100"], ["Чирков В.П.", "______"]).block, Table)


def test_names_under_a_head_stay_a_table() -> None:
    made = read(["Ф.И.О.", "Должность"], ["Усов Д.Е.", "методист"], ["Чирков В.П.", "бухгалтер"]).block
    assert isinstance(made, Table)
    assert len(made.header) == 1


# Free tables -------------------------------------------------------------------------------------------


def test_a_form_of_words_and_blanks_has_no_head() -> None:
    made = read(["Название школы", ""], ["Адрес", ""]).block
    assert isinstance(made, Table)
    assert not made.header


def test_the_first_row_over_figures_is_the_head() -> None:
    made = read(["Школа", "Мест"], ["Школа № 1", "120"], ["Школа № 2", "80"]).block
    assert isinstance(made, Table)
    assert len(made.header) == 1


def test_a_head_in_the_middle_of_its_cells_is_one() -> None:
    made = read(["Время", "Что"], ["утро", "сбор"], centred=1).block
    assert isinstance(made, Table)
    assert len(made.header) == 1


def test_what_the_file_says_of_the_head_is_so() -> None:
    made = read(["а", "б"], ["в", "г"], ["д", "е"], head=2).block
    assert isinstance(made, Table)
    assert len(made.header) == 2


def test_merged_cells_are_kept_both_ways() -> None:
    made = read(["а→2", "б"], ["в↓2", "г", "д"], ["е", "ж"]).block
    assert isinstance(made, Table)
    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in made.rows] == [
        [("а", 2, 1), ("б", 1, 1)],
        [("в", 1, 2), ("г", 1, 1), ("д", 1, 1)],
        [("е", 1, 1), ("ж", 1, 1)],
    ]


def test_rows_that_make_no_table_are_completed_and_nothing_is_lost() -> None:
    laid = grid(["а", "б"], ["в↓9", "г", "лишнее"], ["д"], [])
    made = read_table(laid._replace(columns=2))
    assert not lost(laid, [*made.places.values()])
    assert isinstance(made.block, Table)
    assert made.block.rows[1][0].rows == 3


def test_a_table_of_nothing_is_a_table() -> None:
    assert read_table(Grid((), 0)).block == Table(rows=[])
    assert read_table(Grid(((), ()), 2)).block == Table(rows=[["", ""], ["", ""]])


def test_three_thousand_rows_are_read_in_a_moment() -> None:
    rows = [
        [str(number), f"Осмотр здания № {number} и его кровли", "01.06.2027", "отдел,\nшколы"]
        for number in range(1, 3001)
    ]
    laid = grid(PLAN, *rows)
    began = time.perf_counter()
    made = read_table(laid)
    assert time.perf_counter() - began < 5
    assert isinstance(made.block, Roadmap)
    assert len(made.block.activities) == len(rows)

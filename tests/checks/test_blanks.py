"""Facts about blanks: what is left empty without a word is reported, one finding for a column."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import (
    Activity,
    Annex,
    Cell,
    Clause,
    ClauseList,
    Column,
    Endorsement,
    Finding,
    Heading,
    Indicator,
    IndicatorTable,
    Issuer,
    Member,
    Membership,
    Order,
    Person,
    PreparedBy,
    Roadmap,
    Section,
    Severity,
    Signature,
    Table,
    render,
    roll,
)
from prikaz.checks.blanks import blanks
from prikaz.checks.context import CheckContext
from prikaz.files import from_dict, to_dict
from prikaz.model import Acknowledgement, BlankForm, Block, RowNumbers
from tests.makers import make_order

FULL = Activity(title="Слёт", deadlines="01.06.2027", responsible="школы")
BARE = Activity(title="Сбор")
NOBODY = Person(last="")
ROADMAP = ("приложения", 1, "дорожная карта")


def of(*blocks: Block | str, **annex: Any) -> Order:
    """An order whose annex holds blocks."""
    return make_order(annexes=[Annex(title="План", blocks=blocks, **annex)])


def found(order: Order) -> list[Finding]:
    """The blanks of an order."""
    return [*blanks(CheckContext.of(order))]


def told(order: Order) -> list[str]:
    """What is said of the blanks of an order."""
    return [finding.message for finding in found(order)]


# Roadmaps


def test_a_row_with_a_name_only_lacks_what_the_others_have() -> None:
    first, second = found(of(Roadmap(activities=[FULL, FULL, BARE])))
    assert (first.code, first.severity) == ("cells-blank", Severity.WARNING)
    assert first.message == "графа «срок»: пусто в строке 3"
    assert first.path == (*ROADMAP, "мероприятия", 3, "сроки")
    assert "«пусто: срок» в строке" in first.hint
    assert second.message == "графа «ответственный»: пусто в строке 3"


def test_a_column_is_told_once_with_its_rows_counted() -> None:
    rows = [FULL, FULL, *[Activity(title="Сбор", responsible="школы")] * 21]
    (finding,) = found(of(Roadmap(activities=rows)))
    assert finding.message == "графа «срок»: пусто в 21 строке: 3, 4, 5, 6, 7, 8, 9, 10 …"


def test_a_column_that_nobody_has_filled_is_told_too_if_it_is_asked_for() -> None:
    table = Roadmap(columns=["номер", "мероприятие", "срок"], activities=[BARE, BARE])
    (finding,) = found(of(table))
    assert finding.message == "графа «срок»: пусто во всех строках"
    assert "«пусто: да» у графы" in finding.hint


def test_rows_are_called_by_their_printed_numbers() -> None:
    sections = [Section(title="Первый", activities=[FULL]), Section(title="Второй", activities=[FULL, BARE])]
    assert told(of(Roadmap(sections=sections)))[0] == "графа «срок»: пусто в строке 2.2"
    through = Roadmap(sections=sections, row_numbers=RowNumbers.THROUGH)
    assert told(of(through))[0] == "графа «срок»: пусто в строке 3"


def test_a_roadmap_of_names_only_is_no_roadmap_unless_its_columns_are_named() -> None:
    (finding,) = found(of(Roadmap(activities=[BARE, BARE])))
    assert (finding.code, finding.path) == ("roadmap-bare", ROADMAP)
    assert found(of(Roadmap(columns=["номер", "мероприятие"], activities=[BARE, BARE]))) == []


def test_a_section_without_activities_is_told() -> None:
    sections = [Section(title="Первый", activities=[FULL]), Section(title="Второй", activities=[])]
    table = Roadmap(sections=sections)
    assert told(of(table)) == ["в разделе 2 «Второй» нет ни одного мероприятия"]
    assert told(of(Roadmap(sections=[Section(title=" ", activities=[FULL])]))) == ["у раздела 1 нет названия"]


def test_an_own_column_that_is_blank_throughout_is_advice_and_one_with_gaps_a_warning() -> None:
    own = [Column(key="сумма", title="Сумма"), Column(key="отметка", title="Отметка")]
    rows = [Activity(title="Слёт", other={"сумма": 5}), Activity(title="Сбор")]
    first, second = found(of(Roadmap(columns=["мероприятие", *own], activities=rows)))
    assert (first.code, first.message) == ("cells-blank", "графа «сумма»: пусто в строке 2")
    assert (second.code, second.message) == ("column-blank", "графа «Отметка» пуста целиком")
    assert second.severity is Severity.ADVICE


@pytest.mark.parametrize(
    "row",
    [
        Activity(title="Сбор", deadlines="", responsible="школы"),
        Activity(title="Сбор", deadlines="  ", responsible="школы"),
        Activity(title="Сбор", deadlines=["01.06.2027", ""], responsible="школы"),
        Activity(title="Сбор", responsible="школы"),
    ],
)
def test_a_deadline_of_nothing_is_blank(row: Activity) -> None:
    assert told(of(Roadmap(activities=[FULL, row]))) == ["графа «срок»: пусто в строке 2"]


@pytest.mark.parametrize("title", ["", "  ", "\u00a0"])
def test_an_activity_without_a_name_is_told(title: str) -> None:
    row = Activity(title=title, deadlines="1 мая", responsible="школы")
    assert told(of(Roadmap(activities=[FULL, row]))) == ["графа «мероприятие»: пусто в строке 2"]


@pytest.mark.parametrize(
    "table",
    [
        Roadmap(activities=[FULL, FULL]),
        Roadmap(activities=[FULL, Activity(title="Сбор", blank=["срок", "ответственный"])]),
        Roadmap(activities=[FULL, Activity(title="Сбор", blank=["Сроки", "ответственные"])]),
        Roadmap(activities=[FULL, BARE], form=BlankForm.SAMPLE),
        Roadmap(activities=[BARE], form=BlankForm.BINDING),
        Roadmap(
            columns=["мероприятие", Column(key="срок", blank=True), Column(key="а", title="А", blank=True)],
            activities=[FULL, BARE],
        ),
        Roadmap(activities=[FULL, Activity(title="Сбор", deadlines="май", responsible="школы", note="да")]),
        Roadmap(columns=["мероприятие", "примечание"], activities=[BARE, BARE]),
        Roadmap(activities=[FULL, Activity(title="Итого за год"), Activity(title="в том числе:")]),
        Roadmap(columns=["мероприятие", Column(key="номер", title="Код")], activities=[BARE]),
        Roadmap(activities=[FULL, Activity(title="Сбор", by_year={2027: "март"}, responsible="школы")]),
    ],
)
def test_blanks_on_purpose_notes_and_totals_are_silent(table: Roadmap) -> None:
    assert found(of(table)) == []


def test_an_activity_need_not_go_on_in_each_year_but_must_in_one() -> None:
    once = Activity(title="Слёт", by_year={2027: "март"})
    always = Activity(title="Сбор", by_year={2027: "постоянно", 2028: "постоянно"})
    assert found(of(Roadmap(activities=[once, always]))) == []
    never = Activity(title="Смотр", by_year={2026: "март"})
    table = Roadmap(years=[2027, 2028], activities=[once, always, never])
    assert told(of(table)) == ["графы «2027 год», «2028 год»: пусто в строке 3"]


# Indicators


def test_an_indicator_without_values_is_told_for_all_years_at_once() -> None:
    rows = [Indicator(name="Доля школ", targets={2027: 5, 2028: 6}), Indicator(name="Доля классов")]
    (finding,) = found(of(IndicatorTable(indicators=rows)))
    assert finding.message == "графы «2027 год», «2028 год»: пусто в строке 2"
    assert finding.path == ("приложения", 1, "показатели", "строки", 2)
    assert "«пусто: 2027»" in finding.hint


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_a_target_of_nothing_is_blank(nothing: str | None) -> None:
    rows = [Indicator(name="Доля школ", targets={2027: 5, 2028: nothing})]
    assert told(of(IndicatorTable(indicators=rows))) == ["графа «2028 год»: пусто в строке 1"]


def test_a_row_of_totals_needs_no_values_and_one_that_is_called_so_does() -> None:
    rows = [
        Indicator(name="Школы", targets={2027: 5}),
        Indicator(name="в том числе:"),
        Indicator(name="Всего по району"),
        Indicator(name="Всего обучающихся"),
    ]
    assert told(of(IndicatorTable(indicators=rows))) == ["графа «2027 год»: пусто в строке 4"]


def test_units_formulas_and_bases_that_some_have_are_missed_in_others() -> None:
    rows = [
        Indicator(name="Доля школ", unit="%", formula="А / Б", base=5, targets={2027: 5}),
        Indicator(name="Доля классов", targets={2027: 5}),
    ]
    assert told(of(IndicatorTable(indicators=rows))) == [
        "графа «единица»: пусто в строке 2",
        "графа «формула»: пусто в строке 2",
        "графа «база»: пусто в строке 2",
    ]


def test_years_that_a_roll_has_emptied_are_told_until_they_are_filled() -> None:
    rows = [Indicator(name="Доля", targets={2027: 5, 2028: 6})] * 2
    table = IndicatorTable(years=[2027, 2028], indicators=rows)
    rolled = roll(make_order(year=2027, annexes=[Annex(title="План", blocks=[table])]), 2029).order
    assert told(rolled) == ["графы «2029 год», «2030 год»: пусто во всех строках"]
    roadmap = Roadmap(years=[2027], activities=[Activity(title="Слёт", by_year={2027: "01.03.2027"})])
    rolled = roll(make_order(year=2027, annexes=[Annex(title="План", blocks=[roadmap])]), 2028).order
    assert told(rolled) == ["графа «2028 год»: пусто в строке 1"]


@pytest.mark.parametrize("blank", ["2028", 2028, "годы", "значения", ["единица", "2028"]])
def test_a_year_may_be_left_blank_on_purpose(blank: Any) -> None:
    row = Indicator(name="Доля", targets={2027: 5}, blank=blank)
    table = IndicatorTable(years=[2027, 2028], indicators=[row])
    assert found(of(table)) == []


def test_a_year_that_is_left_blank_on_purpose_is_not_asked_about_by_a_roll() -> None:
    rows = [
        Indicator(name="Доля школ", targets={2027: 5}),
        Indicator(name="Доля классов", targets={2027: 5}, blank=[2028]),
    ]
    order = make_order(year=2027, annexes=[Annex(title="План", blocks=[IndicatorTable(indicators=rows)])])
    assert [question.path[4] for question in roll(order, 2028).questions] == [1]
    columns = [Column(key="показатель"), Column(key="годы", blank=True)]
    table = IndicatorTable(columns=columns, indicators=rows[:1])
    order = make_order(year=2027, annexes=[Annex(title="План", blocks=[table])])
    assert roll(order, 2028).questions == ()


# Free tables


def test_empty_cells_of_a_column_otherwise_filled_are_told() -> None:
    table = Table(columns=["Школа", "Мест"], rows=[["№ 1", 25], ["№ 2", None], ["№ 3", "  "]])
    (finding,) = found(of(table))
    assert (finding.code, finding.severity) == ("cells-blank", Severity.WARNING)
    assert told(of(Table(columns=["Школа", "№ телефона"], rows=[["№ 1", "2-15"], ["№ 2", ""]])))
    assert finding.message == "графа «Мест»: пусто в 2 строках: 2, 3"
    assert finding.path == ("приложения", 1, "таблица", "строки", 2, 2)


def test_a_column_of_a_free_table_that_is_blank_throughout_may_be_meant_so() -> None:
    (finding,) = found(of(Table(columns=["Школа", "Подпись"], rows=[["№ 1", ""], ["№ 2", ""]])))
    assert (finding.code, finding.severity) == ("column-blank", Severity.ADVICE)
    assert finding.message == "графа «Подпись» пуста целиком"


@pytest.mark.parametrize("rows", [[], [["", ""]], [["", " "], [None, Cell()]]])
def test_a_table_with_nothing_in_it_is_told_once(rows: list[list[Any]]) -> None:
    (finding,) = found(of(Table(columns=["Школа", "Мест"], rows=rows)))
    assert finding.code == "rows-absent"


def test_columns_under_a_merged_header_and_beside_merged_cells_are_counted_right() -> None:
    header = [
        [Cell(text="Школа", rows=2), Cell(text="Места", columns=2)],
        [Cell(text="всего"), Cell(text="свободно")],
    ]
    rows = [
        [Cell(text="№ 1", rows=2), Cell(text="25"), Cell(text="3")],
        [Cell(text="27"), Cell()],
        [Cell(text="Раздел второй", columns=3)],
        [Cell(text="№ 2"), Cell(), Cell(text="4")],
    ]
    assert told(of(Table(header=header, rows=rows))) == [
        "графа «всего»: пусто в строке 4",
        "графа «свободно»: пусто в строке 2",
    ]


@pytest.mark.parametrize(
    "table",
    [
        Table(columns=["Школа", "Мест"], rows=[["№ 1", 25], ["№ 2", "–"]]),
        Table(columns=["Школа", "Мест"], rows=[["№ 1", 0], ["№ 2", 0.0]]),
        Table(columns=["Школа", "Мест"], rows=[["№ 1", 25], ["№ 2", Cell(blank=True)]]),
        Table(columns=["Школа", Column(key="Мест", blank=True)], rows=[["№ 1", 25], ["№ 2", ""]]),
        Table(columns=["Школа", "Мест"], rows=[["", ""]], form=BlankForm.SAMPLE),
        Table(columns=["Школа", "Мест"], rows=[], form=BlankForm.SAMPLE),
        Table(columns=["Школа", "Мест", "Примечание"], rows=[["№ 1", 25, ""], ["№ 2", 5, "летом"]]),
        Table(columns=["№ п/п", "Школа"], rows=[["1", "№ 1"], ["", "филиал"]]),
        Table(columns=["Школа", "Мест"], rows=[["Школы, в том числе:", ""], ["№ 1", 25]]),
        Table(columns=["Школа", "Мест", "Групп"], rows=[["№ 1", 25, 2], ["Итого", "", 2], ["ВСЕГО:", 5, ""]]),
        Table(columns=["Школа", "Мест"], rows=[["№ 1", 25], [Cell(text="Второй раздел", columns=2)]]),
        Table(columns=["Школа", "Мест"], rows=[["№ 1", "{мест}"]]),
    ],
)
def test_a_full_table_and_one_with_blanks_on_purpose_are_silent(table: Table) -> None:
    assert found(of(table)) == []


# Annexes, texts, names


@pytest.mark.parametrize(
    ("annex", "message"),
    [
        (Annex(title="План"), "в приложении только заголовок"),
        (Annex(), "в приложении ничего нет"),
        (Annex(title="План", blocks=[Heading(text="Раздел")]), "в приложении только заголовок"),
        (Annex(title="План", blocks=["", "  "]), "в приложении только заголовок"),
    ],
)
def test_an_annex_of_a_heading_only_is_told(annex: Annex, message: str) -> None:
    (finding,) = found(make_order(annexes=[annex]))
    assert (finding.code, finding.path, finding.message) == ("annex-empty", ("приложения", 1), message)


def test_an_annex_whose_content_is_attached_says_so() -> None:
    assert found(make_order(annexes=[Annex(title="Схема проезда", blank=True)])) == []


def test_an_empty_paragraph_and_a_heading_over_nothing_are_told() -> None:
    order = of("Текст.", "", Heading(text="Раздел"), Heading(text=" "), "Текст.", Heading(text="Раздел"))
    assert [(finding.path[3], finding.message) for finding in found(order)] == [
        (2, "в абзаце нет текста"),
        (4, "в подзаголовке нет текста"),
        (6, "под последним подзаголовком ничего нет"),
    ]


def test_clauses_without_a_text_are_told_once_for_a_list() -> None:
    listed = ClauseList(clauses=["Первый.", Clause(text="Второй:", clauses=["", "б"])])
    order = make_order(
        clauses=["Раз.", "", Clause(text="  ", clauses=["а"])], annexes=[Annex(title="П", blocks=listed)]
    )
    inner = ("приложения", 1, "положение", "пункты", 2, "подпункты", 1, "текст")
    assert [(finding.code, finding.path, finding.message) for finding in found(order)] == [
        ("text-blank", ("пункты", 2, "текст"), "в пунктах 2, 3 нет текста"),
        ("text-blank", inner, "в пункте 2.1 нет текста"),
    ]


def test_people_without_a_surname_are_told_once_for_a_list() -> None:
    clerk = Person(last="Лапина")
    members = Membership(members=[Member(person=clerk), Member(person=NOBODY)])
    order = make_order(
        signatures=[Signature(position="Директор", person=NOBODY)],
        prepared_by=PreparedBy(person=NOBODY),
        people={"куратор": NOBODY},
        endorsements=[Endorsement(person=clerk), Endorsement(person=NOBODY)],
        acknowledgements=[Acknowledgement(person=Person(last=" ")) for _ in range(3)],
        annexes=[Annex(title="Состав", blocks=members)],
    )
    names = [(finding.path, finding.message) for finding in found(order) if finding.code == "name-blank"]
    assert names == [
        (("подписи", 1, "фамилия"), "вместо фамилии пусто в строке 1"),
        (("согласование", 2, "фамилия"), "вместо фамилии пусто в строке 2"),
        (("ознакомление", 1, "фамилия"), "вместо фамилии пусто во всех строках"),
        (("люди", "куратор", "фамилия"), "вместо фамилии пусто"),
        (("исполнитель", "фамилия"), "вместо фамилии пусто"),
        (("приложения", 1, "состав", "члены", 2, "фамилия"), "вместо фамилии пусто в строке 2"),
    ]


def test_a_name_may_be_left_blank_on_purpose() -> None:
    later = Person(last="", blank=True, position="представитель профсоюза")
    order = make_order(
        acknowledgements=[Acknowledgement(person=later)],
        annexes=[Annex(title="Состав", blocks=Membership(members=[Member(person=later)]))],
    )
    assert found(order) == []


def test_spaces_in_place_of_a_text_are_no_text() -> None:
    order = make_order(heading="  ", issuer=Issuer(lines=["ОТДЕЛ", " "]), distribution=["", "школы"])
    assert [(finding.path, finding.message) for finding in found(order)] == [
        (("заголовок",), "вместо текста одни пробелы"),
        (("орган", "бланк", 2), "пусто в строке 2"),
        (("рассылка", 1), "пусто в строке 1"),
    ]


def test_what_an_order_may_do_without_is_not_asked_for() -> None:
    assert found(make_order()) == []
    assert found(make_order(clauses=["Раз.", Clause(text="Два:", clauses=["а;", "б."])])) == []


# Together


def test_a_document_with_blanks_is_made_and_told_of_them() -> None:
    made = render(of(Roadmap(activities=[FULL, BARE])))
    assert [finding.code for finding in made.findings] == ["cells-blank", "cells-blank", "annex-not-cited"]


def test_blanks_on_purpose_go_through_plain_data() -> None:
    order = make_order(
        acknowledgements=[Acknowledgement(person=Person(last="", blank=True))],
        annexes=[
            Annex(title="Схема", blank=True),
            Annex(
                title="Таблицы",
                blocks=[
                    Table(columns=["а", Column(key="б", blank=True)], rows=[["1", Cell(blank=True)]]),
                    Roadmap(activities=[FULL, Activity(title="Сбор", blank=["срок", "2028"])]),
                ],
            ),
        ],
    )
    data: Any = to_dict(order)
    assert from_dict(data) == order
    assert data["приложения"][0] == {"заголовок": "Схема", "пусто": True}


@pytest.mark.parametrize(
    "rows",
    [
        [["№\nп/п", "Объект", "Суммы", ""], ["", "", "2027 год", "2028 год"], ["", "Школа", "1", "2"]],
        [["№ п/п", "Объект", "Суммы", ""], ["1", "Школа", "1", "2"]],
        [["", "2027 г.", "2028 г."], ["Школа", "1", "2"]],
    ],
)
def test_heads_in_the_first_rows_may_leave_cells_blank(rows: list[list[str]]) -> None:
    assert told(make_order(annexes=[Annex(title="План", blocks=[Table(rows=rows)])])) == []


def test_a_blank_under_heads_in_the_first_rows_is_told_by_their_names() -> None:
    rows = [["Объект", "Суммы", ""], ["", "2027 год", "2028 год"], ["Школа", "", "2"], ["Сад", "3", "4"]]
    order = make_order(annexes=[Annex(title="План", blocks=[Table(rows=rows)])])
    assert told(order) == ["графа «2027 год»: пусто в строке 3"]

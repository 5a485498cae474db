"""Numbers in the cells of tables: which move as years, which stay, which are asked about."""

from __future__ import annotations

import pytest

from prikaz import Activity, Annex, Cell, Column, Roadmap, Table, roll
from prikaz.findings import Path
from prikaz.model import Block, Heading
from prikaz.rollover import Rolled, undo
from prikaz.rollover.tables.table_map import TableMap
from tests.makers import make_order


def _roll(block: Block) -> Rolled:
    order = make_order(year=2027, annexes=[Annex(title="План", blocks=block)])
    rolled = roll(order, 2028)
    assert undo(rolled.order, rolled.changes) == order
    return rolled


def _roll_several(*blocks: Block | str, issued: str | None = None) -> Rolled:
    return roll(make_order(year=2027, date=issued, annexes=[Annex(title="План", blocks=blocks)]), 2028)


def _fate(head: str, cell: str, label: str = "Ремонт школы") -> str:
    """What became of a cell of a free table: the new words, «осталось» or «вопрос»."""
    rolled = _roll(Table(columns=["Объект", Column(key="г", title=head)], rows=[[label, cell]]))
    changed = [change.became for change in rolled.changes if change.path[0] == "приложения"]
    asked = ["вопрос" for question in rolled.questions if "строки" in question.path]
    kept = ["осталось" for left in rolled.kept if "строки" in left.path]
    (fate,) = {*changed, *asked, *kept}
    return fate


FIGURES = (
    "Объём, руб.",
    "Сумма",
    "Количество",
    "Кол-во участников",
    "Кол-\nво",
    "№ п/п",
    "Телефон",
    "Кабинет",
    "Код",
    "Численность",
    "тыс. руб.",
    "чел.",
    "Инвентарный №",
    "ИНН",
    "Площадь, кв. м",
    "Стоимость",
    "Объём финансирования на 2027 год, тыс. руб.",
    "Объём работ в год",
    "Срок, дней",
    "Стаж, лет",
    "Номер документа",
    "Вместимость",
    "Всего",
)


@pytest.mark.parametrize("head", FIGURES)
def test_a_number_under_a_head_of_amounts_or_numbers_stays(head: str) -> None:
    assert _fate(head, "2027") == "осталось"


@pytest.mark.parametrize(
    "head",
    [
        "Год",
        "Срок",
        "Дата",
        "Период",
        "Год ввода",
        "Срок сдачи документов",
        "Ввод (год)",
        "Год ввода мощностей",
    ],
)
def test_a_number_under_a_head_of_years_or_deadlines_moves(head: str) -> None:
    assert _fate(head, "2027") == "2028"


@pytest.mark.parametrize(
    "head",
    ["Примечание", "Содержание", "Значение", "Год, объём", "Дата и номер", "На год", "Год постройки", "План"],
)
def test_a_number_under_a_head_that_does_not_say_what_it_is_is_asked_about(head: str) -> None:
    assert _fate(head, "2027") == "вопрос"


@pytest.mark.parametrize(
    ("head", "cell", "fate"),
    [
        ("Объём, руб.", "2027 год", "2028 год"),
        ("Объём, руб.", "до 01.06.2027", "01.06.2028"),
        ("Объём, руб.", "2027,5", "осталось"),
        ("Срок", "2027 руб.", "осталось"),
        ("Инвентарный №", "2027-А", "осталось"),
        ("Код ОКПД2", "2027.14", "осталось"),
        ("Срок", "2027–2029", "2028–2030"),
        ("Содержание", "2027–2029", "вопрос"),
        ("Содержание", "2027/2028", "2028/2029"),
        ("Содержание", "01.06.2027", "01.06.2028"),
        ("Содержание", "№ 2027", "осталось"),
        ("Документ", "16.03.2027", "вопрос"),
        ("Дата и номер", "16.03.2027", "вопрос"),
        ("Дата и номер", "16.03.2027 № 5", "осталось"),
        ("Дата рождения", "01.02.2027", "осталось"),
        ("Год постройки", "1985", "осталось"),
    ],
)
def test_the_words_of_a_cell_and_its_head_together_say_what_it_is(head: str, cell: str, fate: str) -> None:
    assert _fate(head, cell) == fate


@pytest.mark.parametrize(
    ("head", "label", "fate"),
    [
        ("Значение", "Количество участников", "осталось"),
        ("Значение", "2. Год ввода", "2028"),
        ("Значение", "Охват детей, чел.", "осталось"),
        ("Значение", "Подготовка документов в срок", "вопрос"),
        ("Срок", "Итого", "вопрос"),
        ("Сумма", "Итого", "осталось"),
        ("Сумма", "Срок исполнения", "осталось"),
    ],
)
def test_the_beginning_of_a_row_tells_what_the_head_does_not(head: str, label: str, fate: str) -> None:
    assert _fate(head, "2027", label) == fate


def test_amounts_printed_with_spaces_and_decimals_are_no_years() -> None:
    rolled = _roll(Table(columns=["Объект", "Содержание"], rows=[["Школа", "1 250,0"], ["Сад", "2 027"]]))
    assert [change.path[0] for change in rolled.changes] == ["год"]
    assert (rolled.questions, rolled.kept) == ((), ())


def _changed(rolled: Rolled) -> list[Path]:
    return [change.path[3:6] for change in rolled.changes if change.path[0] == "приложения"]


def test_a_merged_head_speaks_for_all_columns_under_it() -> None:
    header: list[list[Cell | str]] = [
        [Cell(text="Объект", rows=2), Cell(text="Объём, руб.", columns=2), Cell(text="Срок", columns=2)],
        ["всего", "район", "начало", "конец"],
    ]
    rolled = _roll(Table(header=header, rows=[["Школа", "2027", "2027", "2027", "2027"]]))
    assert _changed(rolled) == [("строки", 1, 4), ("строки", 1, 5)]
    assert rolled.questions == ()


def test_an_amount_under_a_year_under_a_head_of_amounts_stays() -> None:
    header: list[list[Cell | str]] = [
        [Cell(text="Показатель", rows=2), Cell(text="Объём, руб.", columns=2)],
        ["2027 год (план)", "2028"],
    ]
    rolled = _roll(Table(header=header, rows=[["Ремонт", "2027", "2028"]]))
    assert [question.path[3] for question in rolled.questions] == ["шапка", "шапка"]


def test_an_amount_under_a_year_stays_when_the_beginning_of_its_row_tells_what_it_is() -> None:
    rolled = _roll(
        Table(columns=["Показатель", "2027 год"], rows=[["Охват, чел.", "2027"], ["Иное", "2027"]])
    )
    assert [question.path[3:6] for question in rolled.questions] == [("графы", 2, "графа"), ("строки", 2, 2)]


def test_a_merged_label_speaks_for_all_rows_beside_it() -> None:
    rows: list[list[Cell | str]] = [
        [Cell(text="Количество", rows=2), "в районе", "2027"],
        ["в области", "2027"],
    ]
    rolled = _roll(Table(columns=["Показатель", "Где", "Значение"], rows=rows))
    assert (_changed(rolled), rolled.questions) == ([], ())


def test_heads_may_stand_in_the_first_row() -> None:
    rows = [["№", "Объект", "Ввод, год", "Сумма, руб."], ["1", "Школа", "2027", "2027"]]
    rolled = _roll(Table(rows=rows))
    assert (_changed(rolled), rolled.questions) == ([("строки", 2, 3)], ())


def test_a_table_of_names_and_values_has_no_heads() -> None:
    rows = [["Срок реализации", "2027–2030 годы"], ["Объём, руб.", "2027"], ["Прочее", "2027"]]
    rolled = _roll(Table(rows=rows))
    assert _changed(rolled) == [("строки", 1, 2)]
    assert [question.path[3:6] for question in rolled.questions] == [("строки", 3, 2)]


def test_the_own_columns_of_a_roadmap_are_judged_by_their_heads() -> None:
    columns: list[Column | str] = [
        "мероприятие",
        "срок",
        Column(key="объём", title="Объём, руб."),
        "Год ввода",
        "иное",
    ]
    other = {"объём": "2027", "Год ввода": "2027", "иное": "2027"}
    activity = Activity(title="Слёт", deadlines="01.06.2027", other=other, note="2027", document="2027")
    rolled = _roll(Roadmap(columns=columns, activities=[activity]))
    row = ("приложения", 1, "дорожная карта", "мероприятия", 1)
    assert [change.path for change in rolled.changes if change.path[0] == "приложения"] == [
        (*row, "сроки", 1),
        (*row, "прочее", "Год ввода"),
    ]
    assert [question.path for question in rolled.questions] == [
        (*row, "примечание"),
        (*row, "прочее", "иное"),
    ]


def _asked(rolled: Rolled) -> list[tuple[str, str]]:
    return [(question.words, question.what) for question in rolled.questions]


def test_values_in_rows_that_begin_with_a_year_are_asked_about_by_columns() -> None:
    columns = ["№ п/п", "Год", "Объём, тыс. руб.", "Количество"]
    rows = [["1", "2027", "1 250,0", "12"], ["2", "2028", "1 300,0", "14"], ["", "Итого", "2 550,0", "26"]]
    assert _asked(_roll(Table(columns=columns, rows=rows))) == [
        ("1 250,0; 1 300,0", "проверьте значения графы «Объём, тыс. руб.»"),
        ("12; 14", "проверьте значения графы «Количество»"),
    ]


def test_a_sum_of_an_activity_of_a_year_is_asked_about() -> None:
    columns: list[Column | str] = ["мероприятие", "срок", Column(key="сумма", title="Объём, руб.")]
    rows = [
        Activity(title="Ремонт", deadlines="2027 год", other={"сумма": "500,0"}),
        Activity(title="Слёт", deadlines="01.06.2027", other={"сумма": "20,0"}),
    ]
    assert _asked(_roll(Roadmap(columns=columns, activities=rows))) == [
        ("500,0", "проверьте значения графы «Объём, руб.»")
    ]


def test_a_year_among_other_facts_of_a_row_makes_no_values_of_its_own() -> None:
    columns = ["Объект", "Ввод, год", "Сумма, руб.", "Срок"]
    for name in ("Школа", "№ 5"):
        assert _asked(_roll(Table(columns=columns, rows=[[name, "2027", "2 500,0", "до 01.06.2027"]]))) == []


@pytest.mark.parametrize(
    ("block", "head"),
    [
        (Table(columns=["Объект", "2027 год (план)"], rows=[["Школы", "12"]]), ("графы", 2, "графа")),
        (Table(rows=[["Объект", "2027 год (план)"], ["Школы", "12"]]), ("строки", 1, 2, "текст")),
        (
            Roadmap(
                columns=["мероприятие", "2027 год (план)"],
                activities=[Activity(title="Слёт", other={"2027 год (план)": "12"})],
            ),
            ("графы", 2, "графа"),
        ),
    ],
)
def test_a_head_that_is_plain_text_and_names_a_year_is_asked_about(block: Block, head: Path) -> None:
    rolled = _roll(block)
    (question,) = rolled.questions
    assert question.path[3:] == head
    assert (question.words, question.what) == ("2027", "переделайте графу")


def test_a_date_under_an_own_column_that_names_a_year_is_asked_about() -> None:
    columns = ["мероприятие", "2027 год"]
    activity = Activity(title="Слёт", other={"2027 год": "до 01.06.2027"})
    rolled = _roll(Roadmap(columns=columns, activities=[activity]))
    assert [question.path[-1] for question in rolled.questions] == ["графа", "2027 год"]


@pytest.mark.parametrize(
    "text",
    ["Телефон: 2-20-2027", "тел. 202-2027, 8 (48652) 2028", "тел./факс 2-2027", "в каб. 2027", "код: 2027"],
)
def test_a_telephone_a_room_and_a_code_are_no_years(text: str) -> None:
    rolled = roll(make_order(year=2027, clauses=[text]), 2028)
    assert rolled.order.clauses[0].text == text
    assert rolled.questions == ()


def test_four_figures_behind_a_hyphen_are_asked_about() -> None:
    rolled = roll(make_order(year=2027, clauses=["Позвонить 202-2027 до 01.06.2027"]), 2028)
    assert rolled.order.clauses[0].text == "Позвонить 202-2027 до 01.06.2028"
    assert [question.words for question in rolled.questions] == ["2027"]


def _asked_places(rolled: Rolled) -> list[Path]:
    return [question.path[3:6] for question in rolled.questions]


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ([["№ п/п", "Показатель", "2027 г.", "2028 г."], ["1", "Охват", "20", "35"]], [(1, 3), (1, 4)]),
        ([["№", "2027 год", "2028 год"], ["1", "20", "35"]], [(1, 2), (1, 3)]),
        ([["Год", "2027", "2028"], ["Охват", "20", "35"]], [(1, 2), (1, 3)]),
        (
            [
                ["№ п/п", "Показатель", "Значения", ""],
                ["", "", "2027 год", "2028 год"],
                ["1", "Охват", "20", "35"],
            ],
            [(2, 3), (2, 4)],
        ),
        (
            [["Динамика", ""], ["", "2027", "2028"], ["Охват", "20", "35"]],
            [(2, 2), (2, 3)],
        ),
    ],
)
def test_heads_with_years_in_the_first_rows_are_asked_about(
    rows: list[list[Cell | str]], heads: list[tuple[int, int]]
) -> None:
    rolled = _roll(Table(rows=rows))
    assert _changed(rolled) == []
    assert _asked_places(rolled) == [("строки", *head) for head in heads]


def test_a_row_of_years_under_a_header_is_its_second_floor() -> None:
    header = [[Cell(text="Показатель", rows=2), Cell(text="Значения", columns=2)]]
    rolled = _roll(Table(header=header, rows=[["", "2027 год", "2028 год"], ["Охват", "20", "35"]]))
    assert (_changed(rolled), _asked_places(rolled)) == ([], [("строки", 1, 2), ("строки", 1, 3)])


def test_years_under_heads_of_their_own_are_values_and_move() -> None:
    rolled = _roll(Table(columns=["Начало", "Окончание"], rows=[["2027", "2028"], ["2028", "2029"]]))
    assert len(_changed(rolled)) == 4
    assert rolled.questions == ()


def test_a_deadline_beside_columns_by_year_moves() -> None:
    columns = ["Мероприятие", "Срок", "2027 год, тыс. руб."]
    rolled = _roll(Table(columns=columns, rows=[["Ремонт", "до 01.06.2027", "120,0"]]))
    assert _changed(rolled) == [("строки", 1, 2)]
    assert _asked_places(rolled) == [("графы", 3, "графа")]


def test_a_year_in_a_footnote_makes_no_column_of_a_year() -> None:
    head = Column(key="дети", title="Детей{сноска: По приказу от 01.09.2026 № 5.}")
    rolled = _roll(Table(columns=["Объект", head, "Срок"], rows=[["Слёт, 2027 год", "12", "до 01.06.2027"]]))
    assert _changed(rolled) == [("строки", 1, 1), ("строки", 1, 3)]
    assert [question.path for question in rolled.questions if question.at is not None] == []
    assert [left.why for left in rolled.kept if left.path[-1] == "заголовок"] == ["акт, на который ссылаются"]


def test_a_footnote_of_a_head_is_text_and_the_head_is_none() -> None:
    head = Column(key="план", title="План, 2027 год{сноска: Утверждает совет до 01.06.2027.}, чел.")
    rolled = _roll(Table(columns=["Объект", head], rows=[["Слёт{сноска: до 02.06.2027}", "12"]]))
    assert [(change.was, change.became) for change in rolled.changes if change.path[0] == "приложения"] == [
        ("01.06.2027", "01.06.2028")
    ]
    asked = [(question.path[-3], question.words) for question in rolled.questions]
    assert asked == [("графы", "2027"), (1, "2027")]


def test_a_footnote_in_the_header_of_a_roadmap_makes_no_column_of_a_year() -> None:
    columns = [Column(key="мероприятие"), Column(key="смета", title="Смета{сноска: В ценах 2025 года.}")]
    activity = Activity(title="Слёт", other={"смета": "За 2027 год – 12"})
    rolled = _roll(Roadmap(columns=columns, activities=[activity]))
    assert [change.was for change in rolled.changes if change.path[0] == "приложения"] == ["2027 год"]


@pytest.mark.parametrize(
    "note",
    [
        "Стоимость указана на 01.10.2027.",
        "Приведены цены поставщиков по состоянию на 01.10.2027.",
        "По списку детей на 01.10.2027.",
    ],
)
def test_the_day_of_the_values_of_a_table_is_asked_about(note: str) -> None:
    table = Table(columns=["Товар", "Сумма, руб."], rows=[["Мяч", "1 200,00"]])
    rolled = _roll_several(table, "Примечание.", note)
    assert [change.path for change in rolled.changes] == [("год",)]
    (asked,) = rolled.questions
    assert (asked.words, asked.what) == ("01.10.2027", "обновите вместе со значениями")


def test_the_day_of_the_values_in_a_footnote_of_a_head_is_asked_about() -> None:
    head = Column(key="дети", title="Детей{сноска: По списку на 01.09.2027.}")
    rolled = _roll(Table(columns=["Объект", head], rows=[["Слёт", "12"]]))
    assert [question.words for question in rolled.questions] == ["01.09.2027"]
    assert [change.path for change in rolled.changes] == [("год",)]


@pytest.mark.parametrize(
    ("blocks", "issued"),
    [
        ((Table(rows=[["а", "б"]]), "Сдать отчёт до 01.10.2027."), None),
        ((Table(rows=[["а", "б"]]), "Сдать отчёт по состоянию на 01.10.2027."), "16.03.2027"),
        (("Отчёт составить по состоянию на 01.10.2027.", Table(rows=[["а", "б"]])), None),
        ((Table(rows=[["а", "б"]]), Heading(text="Отчёт"), "По состоянию на 01.10.2027."), None),
    ],
)
def test_a_deadline_near_a_table_moves(blocks: tuple[Block | str, ...], issued: str | None) -> None:
    rolled = _roll_several(*blocks, issued=issued)
    assert [change.was for change in rolled.changes if change.path[0] == "приложения"] == ["01.10.2027"]


@pytest.mark.parametrize(("cells", "beside"), [(63, True), (64, False)])
def test_a_row_wider_than_word_allows_says_nothing_of_its_cells(cells: int, beside: bool) -> None:
    """Else each of its cells would be looked at with all the others: a damaged file may have thousands."""
    row = [Cell(text=f"собрание {place}") for place in range(cells)]
    order = make_order(year=2027, blocks=[Table(rows=[row])])
    assert bool(TableMap.of(order).beside) is beside

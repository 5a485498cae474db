"""Facts about amendments in a new year: what is quoted of another act moves only when a person says so."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prikaz import Activity, Annex, Clause, IndicatorTable, Order, Roadmap, Table, roll
from prikaz.model import Act, Block, ClauseList, Field, FieldKind, Indicator, NewWording
from prikaz.model.contents import is_quoted
from prikaz.model.prose import prose
from prikaz.rollover import Question, Weekends, undo
from tests.makers import make_order
from tests.rollover.strategies import texts

WHERE = ("пункты", 1, "новая редакция", "абзац", "текст")


def amending(*blocks: Block | str) -> Order:
    clause = Clause(text="Пункт 3 изложить так:", blocks=[NewWording(blocks=blocks)])
    return make_order(year=2027, clauses=[clause])


def test_each_date_and_each_year_of_a_quotation_is_asked_about() -> None:
    order = amending("3. Сдать отчёт до 01.12.2027 за 2027 год по приказу от 12.03.2026 № 5.")
    rolled = roll(order, 2028)
    assert rolled.order == make_order(year=2028, clauses=order.clauses)
    assert [(item.path, item.words) for item in rolled.questions] == [
        (WHERE, "01.12.2027"),
        (WHERE, "2027 год"),
        (WHERE, "12.03.2026"),
    ]
    assert not any(is_quoted(change.path) for change in rolled.changes)


def test_an_answer_moves_one_of_them() -> None:
    order = amending("3. Сдать отчёт до 01.12.2027 за 2026 год.")
    first, second = roll(order, 2028).questions
    rolled = roll(order, 2028, answers={first: "перенести", second: "оставить"})
    assert dict(prose(rolled.order))[WHERE] == "3. Сдать отчёт до 01.12.2028 за 2026 год."
    assert rolled.questions == ()
    assert undo(rolled.order, rolled.changes) == order


def test_columns_by_year_of_a_quoted_table_stay() -> None:
    table = IndicatorTable(years=[2027, 2028], indicators=[Indicator(name="Доля", targets={2027: "20"})])
    roadmap = Roadmap(activities=[Activity(title="Слёт", deadlines=["01.06.2027"])])
    order = amending(table, roadmap, Table(rows=[["2027 год", "план"]]))
    rolled = roll(order, 2028)
    assert rolled.order.clauses == order.clauses
    assert {question.words for question in rolled.questions} == {"2027, 2028", "01.06.2027", "2027 год"}


def test_words_of_an_edition_stay_in_a_text() -> None:
    text = (
        "Внести в приказ от 10.01.2025 № 12 (в редакции приказа от 12.03.2026 № 5) изменения до 01.06.2027."
    )
    order = make_order(year=2027, clauses=[text])
    rolled = roll(order, 2028)
    assert rolled.order.clauses[0].text == text.replace("01.06.2027", "01.06.2028")
    assert {item.words for item in rolled.kept} == {"10.01.2025", "12.03.2026"}


def test_words_that_an_amendment_quotes_are_asked_about() -> None:
    text = "В пункте 2 слова «до 01.06.2027» заменить словами «до 15 июня 2027 г.» до 01.12.2027."
    rolled = roll(make_order(year=2027, clauses=[text]), 2028)
    assert rolled.order.clauses[0].text == text.replace("01.12.2027", "01.12.2028")
    assert [item.words for item in rolled.questions] == ["01.06.2027", "15 июня 2027 г."]


def test_what_is_quoted_otherwise_moves_as_before() -> None:
    text = "Провести акцию «Чистый берег до 01.06.2027»."
    rolled = roll(make_order(year=2027, clauses=[text]), 2028)
    assert [item.was for item in rolled.changes if item.path[0] == "пункты"] != []


def test_an_edition_of_the_order_s_own_year_stays_in_a_text() -> None:
    text = "Внести в приказ № 12 (в редакции приказов от 12.03.2026 № 5, от 15.02.2027 № 9) изменения."
    order = make_order(year=2027, clauses=[text])
    assert roll(order, 2028).order.clauses == order.clauses


def test_the_acts_that_have_amended_another_stay() -> None:
    act = Act(kind="приказ", date="10.01.2025", number="12", amended_by=["от 15.02.2027 № 2027"])
    order = make_order(year=2027, acts={"акт": act}, clauses=["Внести в {приказ акт} изменения."])
    assert roll(order, 2028).order.acts == order.acts


@given(st.lists(texts, min_size=1, max_size=3))
def test_nothing_in_a_quotation_moves_and_each_year_is_asked_about_once(lines: list[str]) -> None:
    order = amending(*lines)
    rolled = roll(order, 2028)
    assert rolled.order.clauses == order.clauses
    years: list[tuple[object, ...]] = [
        (path, place.start())
        for path, text in prose(order)
        for place in re.finditer(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    ]
    asked = [
        (question.path, question.at + place.start())
        for question in rolled.questions
        if isinstance(question, Question) and question.at is not None
        for place in re.finditer(r"(?<!\d)(?:19|20)\d\d(?!\d)", question.words)
    ]
    assert sorted(asked, key=str) == sorted(years, key=str)


def clause_questions(*clauses: Clause | str) -> list[str]:
    """The words that are asked about; nothing of the clauses has moved."""
    order = make_order(year=2027, clauses=clauses)
    rolled = roll(order, 2028, weekends=Weekends.NEXT)
    assert rolled.order.clauses == order.clauses
    assert not any(question.at is None for question in rolled.questions)
    return [question.words for question in rolled.questions]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "пункт 4 дополнить абзацем следующего содержания: «Отчёт до 1 июня 2027 года.»;",
            ["1 июня 2027 года."],
        ),
        ("дополнить пункт 5 абзацем «Сдать отчёт до 2 июня 2027 года.»;", ["2 июня 2027 года."]),
        ("пункт 7 изложить в следующей редакции: «7. Сдать до 03.06.2027.»;", ["03.06.2027"]),
        (
            "пункт 8 изложить в редакции\n«8. До 04.06.2027.\n9. За 2027 год.»",
            ["04.06.2027", "2027 год."],
        ),
        ("слова «5 июня» заменить словами «6 июня 2027 г.»;", ["6 июня 2027 г."]),
        ("дату «07.06.2027» заменить датой «08.06.2027»;", ["07.06.2027", "08.06.2027"]),
        ('в пункте 2 исключить слова "до 09.06.2027";', ["09.06.2027"]),
        ("после слов «отчёт» дополнить словами «за 2027/2028 учебный год».", ["2027/2028 учебный год"]),
        (
            "изложив пункт 3 в новой редакции: «Акция «Весна-2027» – до 12.06.2027.»",
            ["2027", "12.06.2027"],
        ),
        ("Пункт 3 читать в редакции: «До 03.06.2027.»", ["03.06.2027"]),
        ("Вместо слов «до 03.06.2027» читать «до 04.06.2027».", ["03.06.2027", "04.06.2027"]),
        ("Наименование изложить в следующей редакции: «О плане на 2027 год».", ["2027 год"]),
    ],
)
def test_quotations_of_an_amendment_are_asked_about(text: str, asked: list[str]) -> None:
    assert clause_questions(text) == asked


def test_a_quotation_under_a_clause_that_amends_is_asked_about() -> None:
    quoted = ["«12. Сдать до 11.06.2027.", "13. Проверить до 12.06.2027.»."]
    text = "Пункт 3 приказа изложить в следующей редакции:"
    asked = ["11.06.2027", "12.06.2027"]
    assert clause_questions(Clause(text=text, clauses=quoted)) == asked
    assert clause_questions(Clause(text=text, blocks=quoted)) == asked
    assert clause_questions(text, *quoted) == asked
    order = make_order(year=2027, clauses=[text, *quoted, "Провести слёт «Лето» до 15.06.2027."])
    assert [change.was for change in roll(order, 2028).changes] == ["2027", "15.06.2027"]


def test_a_quoted_table_under_a_clause_that_amends_is_asked_about() -> None:
    table = IndicatorTable(years=[2027, 2028], indicators=[Indicator(name="Доля", targets={2027: "20"})])
    roadmap = Roadmap(activities=[Activity(title="Слёт", deadlines=["01.06.2027"])])
    text = "Дополнить приказ приложением следующего содержания:"
    clause = Clause(text=text, blocks=["«Показатели", table, roadmap, "за 2027 год»."])
    order = make_order(year=2027, clauses=[clause])
    rolled = roll(order, 2028)
    assert rolled.order.clauses == order.clauses
    assert {question.words for question in rolled.questions} == {"2027, 2028", "01.06.2027", "2027 год"}


def test_the_deadlines_of_an_amendment_itself_move() -> None:
    text = "В срок до 1 июня 2027 года внести в приказ от 12.03.2026 № 5 «О плане на 2027 год» изменения."
    added = "Дополнить до 02.06.2027 пункт 5 словами «за 2027 год» до 03.06.2027."
    order = make_order(year=2027, clauses=[text, Clause(text=added, deadlines=["04.06.2027"])])
    rolled = roll(order, 2028)
    assert [change.was for change in rolled.changes if change.path[0] == "пункты"] == [
        "1 июня 2027 года",
        "02.06.2027",
        "03.06.2027",
        "04.06.2027",
    ]
    assert [question.words for question in rolled.questions if question.at is not None] == ["2027 год"]


def test_a_day_in_quotation_marks_is_the_amendment_s_own() -> None:
    text = "До «02» июня 2027 г. дополнить пункт 5 словами «до «01» июня 2027 г.»."
    rolled = roll(make_order(year=2027, clauses=[text]), 2028)
    assert rolled.order.clauses[0].text == text.replace("2027", "2028", 1)
    assert [question.words for question in rolled.questions] == ["«01» июня 2027 г."]


@pytest.mark.parametrize(
    "text",
    [
        "Провести акцию «Чистый берег до 01.06.2027» и дополнить ею план.",
        "Заменить руководителя слёта «Лето до 01.06.2027».",
    ],
)
def test_a_name_in_quotation_marks_moves_as_before(text: str) -> None:
    rolled = roll(make_order(year=2027, clauses=[text]), 2028)
    assert rolled.order.clauses[0].text == text.replace("2027", "2028")


def test_quotation_marks_that_are_not_closed_end_with_their_text() -> None:
    text = "Пункт 3 дополнить словами «Акция «Весна до 01.06.2027» и далее"
    order = make_order(year=2027, clauses=[Clause(text=text, clauses=["Сдать отчёт до 02.06.2027."])])
    rolled = roll(order, 2028)
    assert [question.words for question in rolled.questions] == ["01.06.2027"]
    assert [change.was for change in rolled.changes if change.path[0] == "пункты"] == ["02.06.2027"]


def test_an_answer_moves_a_date_of_a_typed_quotation() -> None:
    order = make_order(year=2027, clauses=["Пункт 4 изложить в редакции: «4. Сдать до 01.12.2027 отчёт.»."])
    (asked,) = roll(order, 2028).questions
    rolled = roll(order, 2028, answers={asked: "перенести"})
    assert rolled.order.clauses[0].text == "Пункт 4 изложить в редакции: «4. Сдать до 01.12.2028 отчёт.»."
    assert undo(rolled.order, rolled.changes) == order


def test_an_annex_that_becomes_one_of_another_act_is_asked_about() -> None:
    table = IndicatorTable(years=[2027, 2028], indicators=[Indicator(name="Доля", targets={2027: "20"})])
    roadmap = Roadmap(activities=[Activity(title="Слёт", deadlines=["01.06.2027"])])
    act = Act(kind="приказ", date="16.03.2027", number="75", heading="О плане на 2027 год")
    inner = Annex(title="Состав на 2029 год", blocks=["До 02.06.2027."])
    annex = Annex(act=act, key="план2027", title="План на 2027 год", blocks=[table, roadmap], annexes=[inner])
    own = Annex(title="План на 2030 год", blocks=["До 03.06.2027."])
    rolled = roll(make_order(year=2027, annexes=[annex, own]), 2028)
    assert rolled.order.annexes[0] == annex
    assert {item.words for item in rolled.questions if item.path[:2] == ("приложения", 1)} == {
        "2027 год",
        "2027, 2028",
        "01.06.2027",
        "2029 год",
        "02.06.2027",
    }
    assert [change.was for change in rolled.changes if change.path[0] == "приложения"] == [
        "2030 год",
        "03.06.2027",
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "Пункт 3 изложить в следующей редакции: «3. Сдать отчёт до {срок}.»",
        Clause(text="Пункт 3 изложить так:", blocks=[NewWording(blocks=["Сдать отчёт до {срок}."])]),
    ],
)
def test_a_field_in_the_words_of_another_act_is_asked_about(clause: Clause | str) -> None:
    fields = {"срок": Field(value="01.06.2027", kind=FieldKind.DATE)}
    rolled = roll(make_order(year=2027, fields=fields, clauses=[clause]), 2028)
    assert [(question.path[0], question.words) for question in rolled.questions] == [("поля", "01.06.2027")]
    assert [change.path for change in rolled.changes] == [("год",)]
    both = roll(make_order(year=2027, fields=fields, clauses=[clause, "Сдать план до {срок}."]), 2028)
    assert [question.words for question in both.questions] == ["01.06.2027"]


def test_quotations_of_an_annex_of_changes_are_asked_about() -> None:
    clauses = ClauseList(clauses=["Пункт 4: «Сдать до 01.06.2027».", "Сдать до 02.06.2027."])
    title = "Изменения, которые вносятся в положение о слёте"
    rolled = roll(make_order(year=2027, annexes=[Annex(title=title, blocks=[clauses])]), 2028)
    assert [question.words for question in rolled.questions] == ["01.06.2027"]
    assert [change.was for change in rolled.changes if change.path[0] == "приложения"] == ["02.06.2027"]
    plan = roll(make_order(year=2027, annexes=[Annex(title="План", blocks=[clauses])]), 2028)
    assert [change.was for change in plan.changes if change.path[0] == "приложения"] == [
        "01.06.2027",
        "02.06.2027",
    ]


def test_an_annex_that_gives_the_new_wording_of_another_act_is_not_moved() -> None:
    order = make_order(
        year=2027,
        clauses=[
            "Внести в решение изменения, изложив приложение № 3 в редакции согласно {приложению доходы}."
        ],
        annexes=[Annex(key="доходы", title="Доходы на 2027 год", blocks=["Сдать до 01.06.2027."])],
    )
    rolled = roll(order, 2028)
    assert rolled.order.annexes == order.annexes
    assert {question.words for question in rolled.questions} == {"2027 год", "01.06.2027"}


def test_an_annex_that_an_order_approves_moves() -> None:
    order = make_order(
        year=2027,
        clauses=["Утвердить план согласно {приложению план}."],
        annexes=[Annex(key="план", title="План на 2027 год", blocks=["Собраться до 01.06.2027."])],
    )
    assert roll(order, 2028).order.annexes[0].title == "План на 2028 год"

"""Facts about the flow of the text: blocks stand right under their clauses, and numbers go on behind them."""

from __future__ import annotations

import io
from typing import Any

import docx

from prikaz import (
    Activity,
    Annex,
    Clause,
    ClauseList,
    Kind,
    Member,
    Membership,
    Order,
    Person,
    Roadmap,
    render,
)
from prikaz.model import Alignment, Block, Orientation, Paragraph
from prikaz.model.resolution.references import References
from prikaz.writer.view import order_view
from tests.makers import make_order

COMMISSION = Membership(members=[Member(person=Person(last="Белов", first="Игорь"), role="председатель")])
ROADMAP = Roadmap(activities=[Activity(title="Слёт", deadlines="01.06.2027", responsible="школы")])
WIDE = Roadmap(
    columns=["номер", "мероприятие", "срок", "ответственный", "результат", "документ"],
    activities=[
        Activity(title="Слёт", deadlines="01.06.2027", responsible="школы", result="отчёт", document="приказ")
    ],
)


def body(order: Order) -> list[str]:
    """The body of the document: styles of paragraphs, «таблица» for tables."""
    document = docx.Document(io.BytesIO(render(order).to_bytes()))
    named = {style.style_id: str(style.name) for style in document.styles}
    kinds: list[str] = []
    for child in document.element.body.iterchildren():
        if child.tag.endswith("}tbl"):
            kinds.append("таблица")
        elif child.tag.endswith("}p"):
            kinds.append(named[child.style])
    return kinds


def view(**order: Any) -> dict[str, Any]:
    return order_view(References(make_order(**order))).values


def test_a_commission_and_a_table_stand_right_under_their_clauses() -> None:
    order = make_order(
        clauses=[
            Clause(text="Создать комиссию:", blocks=[COMMISSION]),
            Clause(text="Утвердить план:", blocks=[ROADMAP], clauses=["Школам исполнить."]),
            "Контроль оставляю за собой.",
        ]
    )
    kinds = body(order)
    start = kinds.index("Пункт 1")
    assert kinds[start : start + 7] == [
        "Пункт 1",
        "Член комиссии",
        "Пункт 1",
        "таблица",
        "После таблицы",
        "Пункт 2",
        "Пункт 1",
    ]


def test_numbers_of_clauses_go_on_behind_a_block() -> None:
    clauses = [Clause(text="Первый:", blocks=[ClauseList(clauses=["а", "б"])]), "Второй."]
    flow = view(clauses=clauses)["пункты"]
    assert [(item["стиль"], item["текст"]) for item in flow] == [
        ("Пункт 1", "Первый:"),
        ("Пункт 1", "а"),
        ("Пункт 1", "б"),
        ("Пункт 1", "Второй."),
    ]
    assert flow[0]["список"] == flow[3]["список"] != flow[1]["список"] == flow[2]["список"]


def test_a_paragraph_under_a_clause_is_text_of_the_order() -> None:
    blocks: list[Block | str] = ["Школам;", Paragraph(text="по центру", alignment=Alignment.CENTRED)]
    flow = view(clauses=[Clause(text="Разослать:", blocks=blocks)])["пункты"]
    assert [item["стиль"] for item in flow[1:]] == ["Абзац пункта", "Текст по центру"]


def test_a_table_under_a_clause_of_an_annex_lays_its_sheet_on_the_side() -> None:
    listed = ClauseList(clauses=[Clause(text="План:", blocks=[WIDE])])
    assert view(annexes=[Annex(title="План", blocks=[listed])])["приложения"][0]["альбомная"]
    assert not view(clauses=[Clause(text="План:", blocks=[WIDE])])["альбомная"]


def test_a_plan_with_a_wide_table_lies_on_its_side_unless_its_author_says_otherwise() -> None:
    plan = Order(kind=Kind.PLAN, heading="работы", blocks=[WIDE])
    upright = Order(kind=Kind.PLAN, heading="работы", blocks=[WIDE], orientation=Orientation.PORTRAIT)
    assert [section.page_width > section.page_height for section in sections(plan)] == [True]
    assert [section.page_width > section.page_height for section in sections(upright)] == [False]


def sections(order: Order) -> Any:
    return docx.Document(io.BytesIO(render(order).to_bytes())).sections


def test_a_plan_has_its_kind_and_heading_for_a_title_and_no_places_for_date_and_number() -> None:
    order = Order(kind=Kind.MEASURES, heading="по развитию музеев", blocks=["Работать."])
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(render(order).to_bytes())).paragraphs]
    assert texts[:3] == ["КОМПЛЕКС МЕР", "по\u00a0развитию музеев", "Работать."]


def test_a_document_of_another_kind_is_named_by_its_heading_alone() -> None:
    order = Order(kind=Kind.DOCUMENT, heading="Паспорт районного музея", blocks=["Работать."])
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(render(order).to_bytes())).paragraphs]
    assert texts[:2] == ["Паспорт районного музея", "Работать."]

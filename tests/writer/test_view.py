"""Facts about the view: what a template gets to print."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import (
    Annex,
    Clause,
    ClauseList,
    Endorsement,
    Issuer,
    Kind,
    Member,
    Membership,
    OfficeProfile,
    Paragraph,
    Person,
    PreparedBy,
    Signature,
)
from prikaz.docx import Bookmark, Inline, Reference
from prikaz.model import (
    Acknowledgement,
    Acting,
    HeadingPlacement,
    Marker,
    MarkPattern,
    Numbering,
    OperativeWord,
    Placement,
    State,
)
from prikaz.model.resolution.references import References
from prikaz.model.text import VerbatimText
from prikaz.writer.text_renderer import TextRenderer
from prikaz.writer.view import order_view
from tests.makers import make_order

ADMINISTRATION = Issuer(short="администрация Заречного района")


def view(profile: OfficeProfile | None = None, **order: Any) -> dict[str, Any]:
    return order_view(References(make_order(**order), profile)).values


def spaced(text: object) -> str:
    """A text with ordinary spaces for no-break ones."""
    return str(text).replace("\u00a0", " ")


def test_a_registered_order_shows_its_date_and_number() -> None:
    made = view(date="16.03.2027", number="94/1")

    assert (made["дата"], made["номер"]) == ("16.03.2027", "№\u00a094/1")


def test_a_draft_leaves_places_in_the_head_and_in_the_marks() -> None:
    made = view(annexes=[Annex()])

    assert set(made["дата"]) == {"_"}
    assert set(made["номер"].removeprefix("№\u00a0")) == {"_"}
    assert "____" in made["приложения"][0]["гриф"][-1]


def test_only_a_draft_that_is_said_to_be_one_is_marked() -> None:
    assert view()["проект"] is False
    assert view(state=State.DRAFT)["проект"] is True


def test_an_inline_word_follows_the_body_that_speaks() -> None:
    made = view(kind=Kind.RESOLUTION, issuer=ADMINISTRATION, preamble="В соответствии с законом")

    assert made["преамбула"] == "В соответствии с законом администрация Заречного района"
    assert made["слово"] == {"текст": "ПОСТАНОВЛЯЕТ:", "место": "в строке", "вразрядку": False}


def test_a_directive_ends_its_preamble_with_a_colon() -> None:
    made = view(kind=Kind.DIRECTIVE, preamble="В целях подготовки к отопительному сезону")

    assert made["преамбула"] == "В целях подготовки к отопительному сезону:"
    assert made["слово"]["текст"] == ""


def test_the_operative_word_is_spaced_by_the_template_and_not_by_spaces() -> None:
    word = OperativeWord(capitals=False, letter_spaced=True, placement=Placement.OWN_LINE)

    assert view(operative=word)["слово"] == {
        "текст": "приказываю:",
        "место": "отдельной строкой",
        "вразрядку": True,
    }


@pytest.mark.parametrize(
    ("kind", "profile", "centred"),
    [
        (Kind.ORDER, None, False),
        (Kind.RESOLUTION, None, True),
        (Kind.RESOLUTION, OfficeProfile(heading=HeadingPlacement.NARROW), False),
        (Kind.ORDER, OfficeProfile(heading=HeadingPlacement.CENTRED), True),
    ],
)
def test_the_heading_stands_where_the_office_or_the_custom_puts_it(
    kind: Kind, profile: OfficeProfile | None, centred: bool
) -> None:
    assert view(profile, kind=kind)["заголовок_по_центру"] is centred


def test_clauses_carry_the_style_of_their_level_and_one_list() -> None:
    clauses = [
        Clause(text="Школам:", clauses=["назначить;", Clause(text="обеспечить:", clauses=["раз;"])]),
        Clause(text="Список:", clauses=[Clause(text="тетради;", marker=Marker.DASH)]),
        Clause(text="Без номера.", marker=Marker.ABSENT),
    ]

    made = view(clauses=clauses)["пункты"]

    assert [item["стиль"] for item in made] == [
        "Пункт 1",
        "Пункт 2",
        "Пункт 2",
        "Пункт 3",
        "Пункт 1",
        "Перечисление",
        "Абзац пункта",
    ]
    assert [bool(item["список"]) for item in made] == [True] * 6 + [False]
    assert made[0]["список"] == made[3]["список"] != made[5]["список"]


def test_numbers_are_typed_where_the_office_types_them() -> None:
    profile = OfficeProfile(numbering=Numbering.TYPED)

    made = view(profile, clauses=[Clause(text="Школам:", clauses=["назначить;"]), "Конец."])["пункты"]

    assert [spaced(item["текст"]) for item in made] == ["1. Школам:", "1.1. назначить;", "2. Конец."]
    assert not any(item["список"] for item in made)


def test_the_last_paragraphs_stay_with_the_signature() -> None:
    made = view(clauses=["Раз.", "Два.", "Три."])["пункты"]

    assert [item["со_следующим"] for item in made] == [False, True, True]


def test_a_line_break_begins_a_new_paragraph_of_the_clause() -> None:
    made = view(clauses=["Изложить в редакции:\nНовая редакция."])["пункты"]

    assert [(item["стиль"], item["текст"]) for item in made] == [
        ("Пункт 1", "Изложить в редакции:"),
        ("Абзац пункта", "Новая редакция."),
    ]


def test_who_and_by_when_stand_below_the_clause() -> None:
    clause = Clause(text="Открыть класс.", deadlines="до 1 июня 2027 г.", responsible=["школа № 3", "отдел"])

    made = view(clauses=[clause, "Раз.", "Два."])["пункты"]

    assert spaced(made[1]["текст"]) == "Срок: до 1 июня 2027 г. Ответственные: школа № 3, отдел."
    assert made[0]["со_следующим"]


def test_a_reference_to_a_clause_is_a_field_with_its_text() -> None:
    clauses = [Clause(key="сроки", text="Определить сроки."), "Исполнять по {пункту сроки}."]

    target, naming = (item["текст"] for item in view(clauses=clauses)["пункты"])

    assert target == Inline([Bookmark("_Ref1000", ["Определить сроки."])])
    assert Reference("_Ref1000", "1") in naming.pieces
    assert spaced(naming) == "Исполнять по пункту 1."


def test_a_reference_to_a_typed_number_is_text() -> None:
    clauses = [Clause(key="сроки", text="Определить сроки."), "Исполнять по {пункту сроки}."]

    made = view(OfficeProfile(numbering=Numbering.TYPED), clauses=clauses)["пункты"]

    assert spaced(made[1]["текст"]) == "2. Исполнять по пункту 1."
    assert all(isinstance(item["текст"], str) for item in made)


def test_typography_is_applied_but_not_inside_backticks() -> None:
    made = view(clauses=['Учесть "план" на 20% по `"a" 20%` - и №5.'])["пункты"]

    assert made[0]["текст"] == ('Учесть «план» на 20\u00a0% по "a" 20%\u00a0– и №\u00a05.')


def test_a_signature_has_initials_before_the_surname() -> None:
    (signature,) = view()["подписи"]
    assert (signature["должность"], signature["имя"]) == ("Заведующий отделом", "И.Л.\u00a0Белов")


def test_an_acting_official_signs_with_the_position_in_the_genitive() -> None:
    signature = Signature(
        position="Глава района", acting=Acting.ACTING, person=Person(last="Белов", first="И.", middle="Л.")
    )

    assert spaced(view(signatures=[signature])["подписи"][0]["должность"]) == "И.о. главы района"


def test_who_prepared_the_order_is_named_with_the_phone() -> None:
    prepared_by = PreparedBy(
        person=Person(last="Журавлёва", first="Анна", middle="Петровна"), phone="8 (475) 2-34-56"
    )

    assert view(prepared_by=prepared_by)["исполнитель"] == ["Журавлёва Анна Петровна", "8 (475) 2-34-56"]


def test_each_list_of_an_annex_is_numbered_anew() -> None:
    annex = Annex(
        blocks=[ClauseList(clauses=["Раз."]), Paragraph(text="Между."), ClauseList(clauses=["Снова раз."])]
    )

    blocks = view(annexes=[annex])["приложения"][0]["блоки"]

    keys = {item["список"] for block in blocks if block["вид"] == "пункты" for item in block["пункты"]}
    assert len(keys) == 2
    assert "пункты" not in keys


def test_a_member_is_printed_with_position_and_role() -> None:
    member = Member(
        role="председатель комиссии", person=Person(last="Лапина", first="Вера", position="заведующий")
    )

    (block,) = view(annexes=[Annex(blocks=[Membership(members=[member])])])["приложения"][0]["блоки"]

    assert block["члены"] == [{"имя": "Лапина Вера", "должность": "–\u00a0заведующий, председатель комиссии"}]


def test_who_endorses_is_named_by_initials_and_who_reads_by_the_whole_name() -> None:
    person = Person(last="Лапина", first="Вера", middle="Львовна", position="методист")

    made = view(
        endorsements=[Endorsement(person=person, date="12.03.2027")],
        acknowledgements=[Acknowledgement(person=person)],
    )

    assert made["согласование"] == [
        {"имя": "В.Л.\u00a0Лапина", "должность": "методист", "дата": "12.03.2027"}
    ]
    assert made["ознакомление"] == [{"имя": "Лапина Вера Львовна", "должность": "методист", "дата": ""}]


def test_a_reference_in_who_and_by_when_is_reported_under_its_own_path() -> None:
    clause = Clause(text="а", responsible=["школы", "{вин нет}"], deadlines="до {год}")

    assert [item.path for item in order_view(References(make_order(clauses=[clause]))).findings] == [
        ("пункты", 1, "сроки", 1),
        ("пункты", 1, "ответственные", 2),
    ]


def test_no_line_of_a_heading_ends_in_a_preposition() -> None:
    made = view(heading="О проведении недели чтения в школах", annexes=[Annex(title="План на год")])

    assert made["заголовок"] == "О\u00a0проведении недели чтения в\u00a0школах"
    assert made["приложения"][0]["заголовок"] == "План на\u00a0год"


def test_a_private_sign_that_came_with_the_text_stands_for_itself() -> None:
    renderer = TextRenderer(References(make_order()))

    assert renderer.content(("знак \ue000 и ", VerbatimText("a_b"))) == "знак \ue000 и a_b"


def test_the_view_comes_with_all_that_was_found_and_leaves_no_trace() -> None:
    references = References(
        make_order(
            people={"вид": Person(last="Белов")},
            clauses=["Исполнить {пункту нет}."],
            annexes=[Annex(title="Смесь", mark=MarkPattern.APPROVED)],
        )
    )

    made = order_view(references)

    assert [item.code for item in made.findings] == [
        "key-repeated",
        "reference-unknown",
        "approval-agreement",
        "annex-not-cited",
    ]
    assert order_view(references) == made

"""Facts about what stands where: blocks of clauses, documents without an order, annexes of annexes."""

from __future__ import annotations

import attrs
import pytest

from prikaz import (
    Activity,
    Annex,
    Clause,
    ClauseList,
    Kind,
    ModelError,
    Order,
    Paragraph,
    Person,
    Roadmap,
    Severity,
    render,
)
from prikaz.files import from_dict, to_dict
from prikaz.language.words.cases import Case
from prikaz.model import Block, Field, Marker, attach
from prikaz.model.contents import annexes, blocks, with_blocks
from tests.makers import checked, make_order

ROADMAP = Roadmap(activities=[Activity(title="Слёт", deadlines="01.06.2027", responsible="школы")])
INNER = Annex(title="Форма заявки", blocks=["Заявка."])
EVERYWHERE = make_order(
    clauses=[Clause(text="Утвердить:", blocks=[ROADMAP], clauses=[Clause(text="а", blocks=["Абзац."])])],
    blocks=["Своё."],
    annexes=[
        Annex(
            title="Положение",
            blocks=[ClauseList(clauses=[Clause(text="Пункт:", blocks=["Под пунктом.", "Ещё."])])],
            annexes=[INNER],
        )
    ],
)


def test_blocks_are_found_wherever_they_stand() -> None:
    assert [path for path, _ in blocks(EVERYWHERE)] == [
        ("пункты", 1, "подпункты", 1, "абзац"),
        ("пункты", 1, "дорожная карта"),
        ("абзац",),
        ("приложения", 1, "положение"),
        ("приложения", 1, "положение", "пункты", 1, "блоки", 1, "абзац"),
        ("приложения", 1, "положение", "пункты", 1, "блоки", 2, "абзац"),
        ("приложения", 1, "приложения", 1, "абзац"),
    ]


def test_every_block_can_be_changed_where_it_stands() -> None:
    def louder(block: Block, _: object) -> Block:
        return attrs.evolve(block, text=block.text.upper()) if isinstance(block, Paragraph) else block

    changed = with_blocks(EVERYWHERE, louder)
    texts = [block.text for _, block in blocks(changed) if isinstance(block, Paragraph)]
    assert texts == ["АБЗАЦ.", "СВОЁ.", "ПОД ПУНКТОМ.", "ЕЩЁ.", "ЗАЯВКА."]
    assert with_blocks(EVERYWHERE, lambda block, _: block) is EVERYWHERE


def test_an_annex_comes_before_its_own_annexes() -> None:
    assert [path for path, _ in annexes(EVERYWHERE)] == [
        ("приложения", 1),
        ("приложения", 1, "приложения", 1),
    ]


def test_blocks_go_through_data_under_the_names_of_their_kinds() -> None:
    data = to_dict(EVERYWHERE)
    assert from_dict(data) == EVERYWHERE
    assert data["абзац"] == "Своё."
    assert isinstance(data["пункты"], list)
    assert isinstance(data["пункты"][0], dict)
    assert "дорожная карта" in data["пункты"][0]


# Documents without an order


@pytest.mark.parametrize("kind", [kind for kind in Kind if not kind.is_directive])
def test_a_document_without_an_order_needs_no_signature(kind: Kind) -> None:
    order = Order(kind=kind, heading="работы", blocks=["Работать."])
    assert from_dict(to_dict(order)) == order
    assert not [item for item in render(order).findings if item.severity is Severity.ERROR]


def test_a_document_with_nothing_in_it_is_refused_and_an_order_without_a_signature_too() -> None:
    with pytest.raises(ModelError, match="в документе ничего нет"):
        Order(kind=Kind.PLAN)
    with pytest.raises(ModelError, match=r"нет ни одного пункта.*нет подписи"):
        Order(kind=Kind.ORDER)


@pytest.mark.parametrize(
    ("kind", "genitive", "instrumental"),
    [
        (Kind.LIST, "перечня", "перечнем"),
        (Kind.DOCUMENT, "документа", "документом"),
        (Kind.PROCEDURE, "порядка", "порядком"),
        (Kind.RULES, "правил", "правилами"),
        (Kind.ROADMAP, "дорожной карты", "дорожной картой"),
        (Kind.MEASURES, "комплекса мер", "комплексом мер"),
        (Kind.INSTRUCTION, "инструкции", "инструкцией"),
    ],
)
def test_kinds_are_declined(kind: Kind, genitive: str, instrumental: str) -> None:
    assert (kind.form(Case.GENITIVE), kind.form(Case.INSTRUMENTAL)) == (genitive, instrumental)


PLAN = Order(
    kind=Kind.PLAN,
    heading="работы на 2027 год",
    people={"куратор": Person(last="Белов", first="Игорь")},
    clauses=["Назначить {вин куратор}."],
    blocks=[ROADMAP],
    annexes=[INNER],
)


def test_a_plan_becomes_an_annex_with_all_that_its_text_needs() -> None:
    order = attach(make_order(clauses=["Утвердить план ({приложение план})."]), PLAN, "план")
    (annex,) = order.annexes
    assert annex.title == "План работы на 2027 год"
    assert [type(block) for block in annex.blocks] == [ClauseList, Roadmap]
    assert annex.annexes == (INNER,)
    assert dict(order.people).keys() == {"куратор"}
    assert not [item for item in render(order).findings if item.severity is Severity.ERROR]


def test_the_marks_before_the_clauses_of_a_document_go_with_it() -> None:
    rules = Order(kind=Kind.RULES, clauses=["Раз."], clause_marker=Marker.ROMAN, with_section=True)
    (listed,) = attach(make_order(), rules).annexes[0].blocks
    assert listed == ClauseList(clauses=["Раз."], clause_marker=Marker.ROMAN, with_section=True)


def test_an_order_is_no_annex_and_a_key_means_one_thing() -> None:
    with pytest.raises(ModelError, match="приказ не бывает приложением"):
        attach(make_order(), make_order())
    other = make_order(people={"куратор": Person(last="Лапина")})
    with pytest.raises(ModelError, match="«куратор» значит в приказе другое"):
        attach(other, PLAN)
    same = make_order(fields={"место": Field(value="школа")}, people=PLAN.people)
    assert attach(same, PLAN).people == PLAN.people


# Numbers that an author has given


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((1, 3), ["annex-number-missing"]),
        ((2, None), ["annex-number-missing"]),
        ((1, 1), ["annex-number-repeated"]),
        ((1, 2), []),
        ((None, None), []),
    ],
)
def test_holes_in_the_numbers_of_annexes_are_told(numbers: tuple[int | None, ...], found: list[str]) -> None:
    order = make_order(annexes=[Annex(title="План", blocks=["Текст."], number=one) for one in numbers])
    assert [item.code for item in checked(order)] == found


@pytest.mark.parametrize("number", ["№ 3", "3", 3])
def test_a_number_of_an_annex_is_taken_as_people_write_it(number: object) -> None:
    assert Annex(number=number).number == 3


@pytest.mark.parametrize("number", ["третье", 0, -1, True, 2.5])
def test_what_is_no_number_of_an_annex_is_refused(number: object) -> None:
    with pytest.raises(ModelError, match="number"):
        Annex(number=number)

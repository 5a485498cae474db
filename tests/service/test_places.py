"""Places in an order are named in the words of a clerk."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from prikaz import Activity, Annex, Clause, ClauseList, Heading, Order, Paragraph, Roadmap
from prikaz.findings import Path
from prikaz.model import Marker
from prikaz.model.rebuilding import FieldLocation, rebuild
from prikaz.service.places import print_place
from tests.makers import make_order
from tests.rollover.strategies import orders

PLAN = Roadmap(activities=[Activity(title="Слёт", deadlines=["01.06.2027", "02.06.2027"])])


def _order(*annexes: Annex) -> Order:
    intro = Clause(text="Школам:", marker=Marker.ABSENT)
    clauses = [intro, Clause(text="Провести:", clauses=["слёт;", "конкурс."]), "Контроль оставляю за собой."]
    return make_order(clauses=clauses, annexes=annexes)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("заголовок",), "заголовок"),
        (("орган", "кратко"), "орган, краткое наименование"),
        (("пункты", 2, "текст"), "пункт 1"),
        (("пункты", 2, "подпункты", 2, "текст"), "пункт 1.2"),
        (("пункты", 2, "подпункты", 2, "сроки", 1), "пункт 1.2, срок"),
        (("пункты", 1, "текст"), "пункт без номера, по порядку 1"),
        (("пункты",), "пункты"),
        (("акты", "область"), "акт «область»"),
        (("поля", "открытие", "значение"), "поле «открытие»"),
        (("поля", "тема", "формы", "род"), "поле «тема», форма «род»"),
        (("согласование", 2, "дата"), "виза 2, дата"),
    ],
)
def test_a_place_of_the_text_has_the_number_that_is_printed(path: Path, words: str) -> None:
    assert print_place(path, _order()) == words


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("дорожная карта", "мероприятия", 3, "сроки", 1), "мероприятие 3, срок"),
        (("дорожная карта", "разделы", 2, "мероприятия", 3, "сроки", 2), "раздел 2, мероприятие 3, срок 2"),
        (("дорожная карта", "мероприятия", 3, "по годам", 2027, 1), "мероприятие 3, срок на 2027 год"),
        (("дорожная карта", "мероприятия", 3, "прочее", "охват"), "мероприятие 3, графа «охват»"),
        (("дорожная карта", "графы", 2, "заголовок"), "графа 2, заголовок"),
        (("таблица", "графы", 2, "графа"), "графа 2"),
        (("показатели", "годы"), "графы по годам"),
        (("показатели", "строки", 1, "значения", 2027), "показатель 1, значение на 2027 год"),
        (("показатели", "строки", 1, "база"), "показатель 1, базовое значение"),
        (("таблица", "строки", 2, 3, "текст"), "строка 2, клетка 3"),
        (("таблица", "шапка", 1, 2, "текст"), "шапка, строка 1, клетка 2"),
        (("положение", "пункты", 1, "текст"), "пункт 1"),
    ],
)
def test_a_place_of_an_annex_has_its_number(path: Path, words: str) -> None:
    first, second = Annex(title="План", blocks=PLAN), Annex(blocks=ClauseList(clauses=["Общие."]))
    assert print_place(("приложения", 2, *path), _order(first, second)) == f"приложение № 2, {words}"


def test_two_sections_with_one_number_are_told_apart() -> None:
    article = Clause(text="Права", marker=Marker.ARTICLE, clauses=["а"])
    chapters = [
        Clause(text="Общее", clauses=[article, Clause(text="Ещё", marker=Marker.ARTICLE, clauses=["б"])]),
        Clause(text="Порядок", clauses=["в", "г"]),
    ]
    rules = ClauseList(clause_marker=Marker.CHAPTER, clauses=chapters, with_section=True)
    order = _order(Annex(blocks=[rules]))
    listed = ("приложения", 1, "положение", "пункты")
    assert print_place((*listed, 1, "подпункты", 2, "подпункты", 1), order).endswith("пункт 2.1 статьи 2")
    assert print_place((*listed, 2, "подпункты", 1), order).endswith("пункт 2.1 главы 2")
    assert print_place((*listed, 2, "подпункты", 2), order).endswith("пункт 2.2")


def test_the_only_annex_has_no_number() -> None:
    order = _order(Annex(title="План", blocks=PLAN))
    assert print_place(("приложения", 1, "заголовок"), order) == "приложение, заголовок"


def test_a_block_is_counted_among_its_kind() -> None:
    order = _order(Annex(blocks=[Heading(text="Цель"), Paragraph(text="А"), PLAN, Paragraph(text="Б"), PLAN]))
    places = [(1, "подзаголовок", "текст"), (4, "абзац", "текст"), (5, "дорожная карта", "мероприятия", 1)]
    assert [print_place(("приложения", 1, "блоки", *place), order) for place in places] == [
        "приложение, подзаголовок",
        "приложение, абзац 2",
        "приложение, дорожная карта 2, мероприятие 1",
    ]


@given(orders())
def test_no_two_places_of_an_order_have_one_name(order: Order) -> None:
    paths: list[Path] = []

    def note(spot: FieldLocation, value: Any) -> Any:
        paths.extend([spot.path] if value not in (None, "") else [])
        return value

    rebuild(order, note)
    assert len({print_place(path, order) for path in paths}) == len(set(paths))

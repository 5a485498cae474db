"""Facts about slips of the pen: what would go to paper twice or wrong in silence is told."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import Annex, Clause, ClauseList, Marker, Person, Severity, Signature
from prikaz.model.slips import slips
from tests.makers import make_order

CURATOR = Person(last="Журавлёва", first="Анна", middle="Петровна")


@pytest.mark.parametrize(
    ("code", "path", "order"),
    [
        ("operative-repeated", ("преамбула",), {"preamble": "На основании закона ПРИКАЗЫВАЮ:"}),
        ("operative-repeated", ("преамбула",), {"preamble": "На основании закона п р и к а з ы в а ю :"}),
        ("number-typed", ("пункты", 1, "текст"), {"clauses": ["1. Провести сбор."]}),
        (
            "number-typed",
            ("пункты", 1, "подпункты", 1, "текст"),
            {"clauses": [Clause(text="а", clauses=["1.1) б"])]},
        ),
        (
            "surname-whole",
            ("подписи", 1, "фамилия"),
            {"signatures": [Signature(person=Person(last="Белов И.Л."))]},
        ),
        ("surname-whole", ("люди", "к", "фамилия"), {"people": {"к": Person(last="Белов Игорь Львович")}}),
        ("heading-full-stop", ("заголовок",), {"heading": "О плане."}),
        (
            "key-as-word",
            ("пункты", 1, "ответственные", 2),
            {"people": {"куратор": CURATOR}, "clauses": [Clause(text="а", responsible=["школы", "куратор"])]},
        ),
        (
            "clause-unnumbered",
            ("пункты", 1, "текст"),
            {"clauses": [Clause(text="а", marker=Marker.ABSENT, clauses=["б"])]},
        ),
        (
            "heading-level",
            ("приложения", 1, "положение", "пункты", 1, "подпункты", 1, "текст"),
            {
                "annexes": [
                    Annex(
                        blocks=[
                            ClauseList(
                                clauses=[Clause(text="а", clauses=[Clause(text="б", is_heading=True)])]
                            )
                        ]
                    )
                ]
            },
        ),
    ],
)
def test_a_slip_is_told_with_its_place(code: str, path: tuple[str | int, ...], order: dict[str, Any]) -> None:
    assert [(item.code, item.path) for item in slips(make_order(**order))] == [(code, path)]


@pytest.mark.parametrize(
    "order",
    [
        {"preamble": "На основании закона"},
        {"preamble": "Рассмотрев, что решил совет, и в целях порядка"},
        {"clauses": ["2027 год объявить годом чтения.", "1 сентября провести линейку."]},
        {"clauses": [Clause(text="1. Цитата.", marker=Marker.ABSENT)]},
        {"heading": "О плане на 2027 г."},
        {"people": {"к": Person(last="Ван Дейк", first="Ян")}},
        {"clauses": [Clause(text="а", clauses=[Clause(text="б", marker=Marker.DASH)])]},
    ],
)
def test_what_may_be_meant_is_not_called_a_slip(order: dict[str, Any]) -> None:
    assert list(slips(make_order(**order))) == []


def test_what_would_lie_on_paper_stops_the_document_and_the_rest_does_not() -> None:
    order = make_order(preamble="В целях порядка приказываю:", clauses=["1. Провести сбор."])

    assert [item.severity for item in slips(order)] == [Severity.ERROR, Severity.WARNING]

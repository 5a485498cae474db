"""Facts about typing mistakes: what would go to paper twice or wrong in silence is reported."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import (
    Activity,
    Annex,
    Clause,
    ClauseList,
    Endorsement,
    Indicator,
    IndicatorTable,
    Member,
    Membership,
    Person,
    PreparedBy,
    Roadmap,
    Section,
    Severity,
    Signature,
)
from prikaz.model import Acknowledgement, Acting, Marker
from tests.makers import checked, make_order

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
        ("small-letter", ("преамбула",), {"preamble": "в целях порядка"}),
        (
            "small-letter",
            ("подписи", 1, "должность"),
            {"signatures": [Signature(position="директор школы", person=CURATOR)]},
        ),
        (
            "small-letter",
            ("согласование", 2, "должность"),
            {
                "endorsements": [
                    Endorsement(person=Person(last="Орлов", position="Юрист")),
                    Endorsement(person=Person(last="Лапин", position="бухгалтер")),
                ]
            },
        ),
        (
            "years-absent",
            ("приложения", 1, "дорожная карта", "графы", 2),
            {
                "annexes": [
                    Annex(blocks=[Roadmap(columns=["мероприятие", "годы"], activities=[Activity(title="а")])])
                ]
            },
        ),
        (
            "years-absent",
            ("приложения", 1, "показатели"),
            {"annexes": [Annex(blocks=[IndicatorTable(indicators=[Indicator(name="Доля")])])]},
        ),
        (
            "years-absent",
            ("приложения", 1, "блоки", 2, "показатели", "графы", 1),
            {
                "annexes": [
                    Annex(
                        blocks=[
                            "План.",
                            IndicatorTable(
                                columns=["годы", "показатель"], indicators=[Indicator(name="Доля")]
                            ),
                        ]
                    )
                ]
            },
        ),
        (
            "key-as-word",
            ("пункты", 1, "ответственные", 2),
            {"people": {"куратор": CURATOR}, "clauses": [Clause(text="а", responsible=["школы", "куратор"])]},
        ),
        (
            "clause-unnumbered",
            ("пункты", 1, "текст"),
            {"clauses": [Clause(text="а", marker=Marker.DASH, clause_marker=Marker.NUMBER, clauses=["б"])]},
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
def test_a_typing_mistake_is_reported_with_its_place(
    code: str, path: tuple[str | int, ...], order: dict[str, Any]
) -> None:
    assert [(item.code, item.path) for item in checked(make_order(**order))] == [(code, path)]


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
        {"preamble": "{приказа область} исполнить"},
        {
            "signatures": [
                Signature(
                    position="заведующий отделом", acting=Acting.TEMPORARILY, person=Person(last="Белов")
                )
            ]
        },
        {"people": {"к": Person(last="Белов", position="методист")}},
        {
            "annexes": [
                Annex(
                    blocks=[
                        IndicatorTable(
                            columns=["показатель", "база"], indicators=[Indicator(name="Доля", base="5")]
                        ),
                        IndicatorTable(indicators=[Indicator(name="Доля", targets={2027: "5"})]),
                        IndicatorTable(years=[2027], indicators=[Indicator(name="Доля", blank=["2027"])]),
                        Roadmap(
                            columns=["годы"], years=[2027], activities=[Activity(title="а", blank=["годы"])]
                        ),
                        Roadmap(
                            columns=["мероприятие", "годы"],
                            sections=[
                                Section(
                                    title="Начало", activities=[Activity(title="а", by_year={2027: "май"})]
                                )
                            ],
                        ),
                    ]
                )
            ]
        },
    ],
)
def test_what_may_be_meant_is_no_mistake(order: dict[str, Any]) -> None:
    assert list(checked(make_order(**order))) == []


def test_what_would_lie_on_paper_stops_the_document_and_the_rest_does_not() -> None:
    order = make_order(preamble="В целях порядка приказываю:", clauses=["1. Провести сбор."])

    assert [item.severity for item in checked(order)] == [Severity.ERROR, Severity.WARNING]


def test_an_acting_official_typed_as_a_position_is_shown_the_field() -> None:
    (finding,) = checked(make_order(signatures=[Signature(position="и.о. директора", person=CURATOR)]))

    assert finding.code == "small-letter"
    assert finding.hint == "уберите «и.о.» и укажите «исполняет обязанности: и.о.» или «врио»"


_AUTHOR = Person(last="А.П. Ветрова")
_EVERYWHERE: list[tuple[tuple[str | int, ...], dict[str, Any]]] = [
    (("люди", "к"), {"people": {"к": _AUTHOR}}),
    (("подписи", 1), {"signatures": [Signature(person=_AUTHOR)]}),
    (("исполнитель",), {"prepared_by": PreparedBy(person=_AUTHOR)}),
    (("согласование", 1), {"endorsements": [Endorsement(person=_AUTHOR)]}),
    (("ознакомление", 1), {"acknowledgements": [Acknowledgement(person=_AUTHOR)]}),
    (
        ("приложения", 1, "состав", "члены", 2),
        {"annexes": [Annex(blocks=[Membership(members=[Member(person=CURATOR), Member(person=_AUTHOR)])])]},
    ),
]


@pytest.mark.parametrize(("path", "order"), _EVERYWHERE)
def test_a_surname_with_initials_is_told_wherever_a_person_is_taken_in(
    path: tuple[str | int, ...], order: dict[str, Any]
) -> None:
    (finding,) = checked(make_order(**order))

    assert (finding.code, finding.path) == ("surname-whole", (*path, "фамилия"))
    assert finding.hint == "разнесите по полям: фамилия: Ветрова, имя: А., отчество: П."


@pytest.mark.parametrize(
    ("person", "code", "field"),
    [
        (Person(last="Белову", first="Игорю", middle="Львовичу"), "name-oblique", "отчество"),
        (Person(last="Белова", first="Игоря", middle="Львовича"), "name-oblique", "отчество"),
        (Person(last="Белову", first="И.", middle="Л."), "name-oblique", "фамилия"),
        (Person(last="Белов", first="Игорю"), "name-oblique", "имя"),
        (Person(last="Никитину", first="И.", middle="Л."), "name-doubtful", "фамилия"),
        (Person(last="ИВАНОВ", first="ИВАН", middle="ИВАНОВИЧ"), "name-doubtful", "фамилия"),
        (Person(last="ИВАНОВ", first="Иван", middle="Иванович"), "name-doubtful", "фамилия"),
        (Person(last="иванов", first="Иван", middle="Иванович"), "name-doubtful", "фамилия"),
        (Person(last="Ветрова", first="A.", middle="П."), "name-doubtful", "фамилия"),
        (Person(last="Ветрова", first="Анна Петровна"), "surname-whole", "имя"),
        (Person(last="Ветрова Анна"), "surname-whole", "фамилия"),
        (Person(last="А.П.", first="Ветрова"), "surname-whole", "фамилия"),
        (Person(last="Анна Петровна Ветрова"), "name-unclear", "фамилия"),
        (Person(last="Анна", first="Ветрова", middle="Петровна"), "name-unclear", "фамилия"),
        (Person(last="Анна", first="Петровна", middle="Ветрова"), "name-unclear", "фамилия"),
        (Person(last="А.П."), "name-unclear", "фамилия"),
    ],
)
def test_a_name_that_is_not_as_it_should_be_is_told_at_its_field(
    person: Person, code: str, field: str
) -> None:
    found = checked(make_order(signatures=[Signature(person=person)]))

    assert [(item.code, item.path) for item in found] == [(code, ("подписи", 1, field))]


@pytest.mark.parametrize(
    "person",
    [
        Person(last="Журавлёва", first="А.П."),
        Person(last="Журавлёва", first="А.", middle="П."),
        Person(last="фон Берг", first="Карл", middle="Карлович"),
        Person(last="Ван Дейк", first="Ян"),
        Person(last="Де Ла Крус"),
        Person(last="Мак-Дональд", first="Шон"),
        Person(last="МакДональд", first="Шон"),
        Person(last="О'Нил", first="Шон"),
        Person(last="Алиев", first="Рашид", middle="Вагиф оглы"),
        Person(last="Ким", first="Ен", middle="Су"),
        Person(last="Донской", first="И.", middle="Л."),
        Person(last="Чебану", first="И.", middle="Л."),
        Person(last="Беловой", first="И.", middle="Л."),
        Person(last="Волкову", first="Ян", declines=False),
        Person(last="Шевчук", first="Марина"),
        Person(last="Зорина", first="Ирина"),
        Person(last="Smith", first="John"),
    ],
)
def test_an_unusual_name_is_no_mistake(person: Person) -> None:
    assert list(checked(make_order(people={"к": person}))) == []


@pytest.mark.parametrize(
    ("position", "codes"),
    [
        ("Директору школы", ["position-oblique"]),
        ("Заведующему отделом", ["position-oblique"]),
        ("Заведующий отделом", []),
        ("Консул", []),
        ("И.о. директора", []),
    ],
)
def test_a_position_in_another_case_is_told_where_nobody_declines_it(position: str, codes: list[str]) -> None:
    order = make_order(signatures=[Signature(position=position, person=CURATOR)])

    assert [item.code for item in checked(order)] == codes

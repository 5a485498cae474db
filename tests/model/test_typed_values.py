"""Facts about wrong types: an object that is given them is refused at once, with the names of the fields."""

from __future__ import annotations

import contextlib
import enum
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prikaz import (
    Activity,
    Annex,
    Cell,
    Clause,
    ClauseList,
    Column,
    Endorsement,
    Field,
    Heading,
    Indicator,
    IndicatorTable,
    Issuer,
    Member,
    Membership,
    ModelError,
    OfficeProfile,
    Order,
    Paragraph,
    Person,
    Position,
    PreparedBy,
    PrikazError,
    Roadmap,
    Section,
    Signature,
    Table,
    Target,
    model,
    render,
)
from prikaz.language.words.cases import Case
from prikaz.model import (
    Acknowledgement,
    Act,
    AmendingAct,
    ApprovalStamp,
    Body,
    CoIssuer,
    CopyMark,
    Emblem,
    Illustration,
    Image,
    Layout,
    NewWording,
    OperativeWord,
)
from prikaz.model.terms import terms
from tests.makers import HEAD, make_order, png

BELOV = Person(last="Белов", first="Игорь", middle="Львович")


class Word(str, enum.Enum):  # noqa: UP042 (the one that prints otherwise)
    """A text that Python shows with its class."""

    PLAN = "План"


def made(cls: Any, **fields: Any) -> Any:
    """An object of whatever a program has given."""
    return cls(**fields)


@pytest.mark.parametrize(
    ("cls", "fields", "told"),
    [
        (make_order, {"heading": None}, "heading (заголовок): ожидался текст, пришло None"),
        (make_order, {"clauses": [1]}, "clauses (пункты) → 1: ожидался Clause или текст, пришло число 1"),
        (make_order, {"clauses": {"а": "б"}}, "clauses (пункты): ожидался список, пришёл словарь"),
        (make_order, {"clauses": {"а", "б"}}, "clauses (пункты): ожидался список, пришло множество"),
        (make_order, {"clauses": b"a"}, "clauses (пункты): ожидался список, пришли байты"),
        (make_order, {"prepared_by": "Иванов"}, "prepared_by (исполнитель): ожидался PreparedBy"),
        (make_order, {"signatures": HEAD}, "signatures (подписи): ожидался список, пришёл объект Signature"),
        (make_order, {"annexes": "План"}, "annexes (приложения): ожидался список, пришёл текст «План»"),
        (make_order, {"people": [BELOV]}, "people (люди) → 1: ожидались ключ и значение"),
        (make_order, {"people": {"к": "Белов"}}, "people (люди) → к: ожидался Person"),
        (make_order, {"people": 5}, "people (люди): ожидался словарь, пришло число 5"),
        (make_order, {"people": {5: BELOV}}, "people (люди): ключ: ожидался текст, пришло число 5"),
        (make_order, {"issuer": {"кратко": "отдел"}}, "issuer (орган): ожидался Issuer, пришёл словарь"),
        (make_order, {"kind": 5}, "kind (вид): такого вида нет, пришло число 5"),
        (make_order, {"date": 20270316}, "date (дата): ожидалась дата, пришло число 20270316"),
        (make_order, {"date": "31.02.2027"}, "date (дата): в дате «31.02.2027» нет такого дня"),
        (make_order, {"number": True}, "number (номер): ожидался номер (текст, целое число), пришло True"),
        (make_order, {"number": 7.5}, "number (номер): ожидался номер"),
        (make_order, {"year": 27}, "year (год): год бывает от 1900 до 2099, пришло число 27"),
        (make_order, {"year": True}, "year (год): ожидался год, пришло True"),
        (make_order, {"state": "проект"}, "state (состояние): ожидалось одно из: State.DRAFT"),
        (make_order, {"distribution": [5]}, "distribution (рассылка) → 1: ожидался текст, пришло число 5"),
        (Table, {"rows": ["абв"]}, "rows (строки) → 1: ожидался список клеток, пришёл текст «абв»"),
        (Table, {"rows": [["а", True]]}, "rows (строки) → 1 → 2: ожидался текст, число или дата"),
        (Table, {"rows": "абв"}, "rows (строки): ожидался список"),
        (Clause, {"text": "т", "marker": "тире"}, "marker (нумерация): ожидалось одно из: Marker.NUMBER"),
        (Clause, {"text": ["т"]}, "text (текст): ожидался текст, пришёл список"),
        (Clause, {"text": "т", "is_heading": "да"}, "is_heading (это раздел): ожидалось True или False"),
        (Person, {"last": "Б", "forms": {"кого": "Б"}}, "forms (формы): ключ: ожидался падеж"),
        (Person, {"last": "Б", "forms": {Case.DATIVE: 5}}, "forms (формы) → дат: ожидался текст"),
        (PreparedBy, {"person": "Иванов"}, "person (лицо): ожидался Person, пришёл текст «Иванов»"),
        (PreparedBy, {"person": BELOV, "phone": 123}, "phone (телефон): ожидался текст, пришло число 123"),
        (Activity, {"title": "т", "deadlines": None}, "deadlines (сроки): ожидался срок"),
        (Activity, {"title": "т", "deadlines": [5]}, "deadlines (сроки) → 1: ожидался срок"),
        (Activity, {"title": "т", "by_year": {2027: 5}}, "by_year (по годам) → 2027: ожидался срок"),
        (Annex, {"blocks": [5]}, "blocks (блоки) → 1: ожидался блок, пришло число 5"),
        (Column, {"key": "срок", "width": "30"}, "width (ширина): ожидалось целое число"),
        (Indicator, {"name": "д", "targets": {2027: [1]}}, "targets (значения) → 2027: ожидалось число"),
        (OfficeProfile, {"layout": {}}, "layout (оформление): ожидался Layout, пришёл словарь"),
        (OfficeProfile, {"initials_apart": 1}, "initials_apart (инициалы с пробелом): ожидалось True"),
    ],
)
def test_a_wrong_type_is_refused_with_the_name_of_the_field(
    cls: Callable[..., object], fields: dict[str, Any], told: str
) -> None:
    with pytest.raises(ModelError) as caught:
        cls(**fields)
    assert str(caught.value).startswith(told)


def test_all_wrong_fields_of_an_object_are_told_at_once() -> None:
    with pytest.raises(ModelError) as caught:
        make_order(heading=None, number=[], clauses=[1], signatures=HEAD)
    assert [fault.term for fault in caught.value.fields] == ["номер", "заголовок", "пункты", "подписи"]
    assert caught.value.fields[3].hint == "возьмите в список"
    assert "возьмите в список" in str(caught.value)


def test_what_is_as_good_as_of_the_type_is_taken() -> None:
    assert type(Clause(text=Word.PLAN).text) is str
    assert type(made(Column, key="срок", width=30.0).width) is int
    assert made(make_order, number=75.0).number == "75"
    assert Issuer(lines="ОТДЕЛ", forms={"род": "отдела"}).forms == ((Case.GENITIVE, "отдела"),)
    assert make_order(clauses=(text for text in ["Раз.", "Два."])).clauses[1].text == "Два."


def test_an_object_with_types_that_were_sound_before_is_still_looked_at() -> None:
    Clause(text="Создать комиссию.")
    with pytest.raises(ModelError, match="text"):
        made(Clause, text=None)


#: Where an object of each class stands in an order that prints it.
PLACES: dict[type, Callable[[Any], Order]] = {
    Act: lambda it: make_order(acts={"а": it}, clauses=["На основании {приказа а}."]),
    Body: lambda it: PLACES[Act](Act(kind="приказ", issuer=it)),
    Clause: lambda it: make_order(clauses=[it]),
    Field: lambda it: make_order(fields={"а": it}, clauses=["Из {а} и {род а}."]),
    Person: lambda it: make_order(people={"к": it}, clauses=["Назначить {вин к}."]),
    Position: lambda it: PLACES[Person](attrs.evolve(BELOV, position=it)),
    Issuer: lambda it: make_order(issuer=it, annexes=[Annex(title="План", blocks=["Текст."])]),
    Emblem: lambda it: make_order(issuer=Issuer(emblem=it)),
    Image: lambda it: make_order(issuer=Issuer(emblem=it)),
    OperativeWord: lambda it: make_order(operative=it),
    Signature: lambda it: make_order(signatures=[it]),
    PreparedBy: lambda it: make_order(prepared_by=it),
    CoIssuer: lambda it: make_order(co_issuers=[it], signatures=[HEAD, HEAD]),
    CopyMark: lambda it: make_order(copy_mark=it),
    Endorsement: lambda it: make_order(endorsements=[it]),
    Acknowledgement: lambda it: make_order(acknowledgements=[it]),
    Annex: lambda it: make_order(annexes=[it]),
    AmendingAct: lambda it: PLACES[Act](Act(kind="приказ", amended_by=[it])),
    NewWording: lambda it: make_order(clauses=[Clause(text="Изложить так:", blocks=[it])]),
    ApprovalStamp: lambda it: make_order(approval_stamps=[it]),
    Activity: lambda it: of_block(Roadmap(activities=[it])),
    Section: lambda it: of_block(Roadmap(sections=[it])),
    Indicator: lambda it: of_block(IndicatorTable(indicators=[it])),
    Target: lambda it: PLACES[Indicator](Indicator(name="Доля", base=it, targets={2027: it})),
    Cell: lambda it: of_block(Table(columns=["а"], rows=[[it]])),
    Column: lambda it: of_block(Roadmap(columns=[it], activities=[Activity(title="Слёт")])),
    model.AmendingAct: lambda it: PLACES[Act](Act(kind="приказ", amended_by=[it])),
    Member: lambda it: of_block(Membership(members=[it])),
    Order: lambda it: it,
    OfficeProfile: lambda _: make_order(annexes=[Annex(title="План", blocks=["Текст."])]),
    Layout: lambda _: make_order(),
}


def of_block(block: Any) -> Order:
    """An order whose annex holds a block."""
    return make_order(annexes=[Annex(title="План", blocks=block)])


#: What an object of a class cannot do without.
NEEDED: dict[type, dict[str, Any]] = {
    **{key: {"text": "Текст."} for key in (Clause, Paragraph, Heading)},
    **{
        key: {"person": BELOV}
        for key in (CopyMark, Signature, PreparedBy, Endorsement, Acknowledgement, Member)
    },
    **{key: {"title": "Слёт"} for key in (Activity, Position)},
    **{key: {"name": "доля"} for key in (Body, Indicator)},
    Act: {"kind": "приказ"},
    ClauseList: {"clauses": ["Текст."]},
    Column: {"key": "срок"},
    NewWording: {"blocks": ["Текст."]},
    Emblem: {"image": png()},
    Illustration: {"image": png()},
    IndicatorTable: {"indicators": [Indicator(name="доля")]},
    Membership: {"members": [Member(person=BELOV)]},
    model.NewWording: {"blocks": ["3. Текст."]},
    Order: {"kind": "приказ", "clauses": ["Текст."], "signatures": [HEAD]},
    Person: {"last": "Белов"},
    Roadmap: {"activities": [Activity(title="Слёт")]},
    Section: {"title": "Раздел", "activities": [Activity(title="Слёт")]},
    Table: {"columns": ["а"], "rows": [["б"]]},
}
CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name))]
FIELDS = [(cls, name) for cls in CLASSES for name in terms(cls)]
ODD = st.sampled_from(
    [
        *(None, True, 0, -1, 27, 2027, 20270, 10**5000, 2.5, -0.0, float("nan"), float("inf"), 1j),
        *(Decimal("NaN"), Decimal("2.50"), Fraction(1, 3), "", "  ", "абв", "2027", Word.PLAN, b"x"),
        *([], [1], [None], ["абв"], [[1]], [["а", "б"]], {}, {1: 2}, {"а": "б"}, {None: 1}, {2027: [1]}),
        *({1}, range(3), object, len, Ellipsis, date(2027, 3, 16), datetime(2027, 3, 16, 10, 30)),  # noqa: DTZ001
        *(Case.DATIVE, Case, BELOV, [BELOV], HEAD, Paragraph(text="Текст."), OfficeProfile()),
    ]
)
ANYTHING = ODD | st.lists(ODD, max_size=2) | st.dictionaries(st.text(max_size=2), ODD, max_size=2)


@settings(max_examples=400)
@given(st.sampled_from(FIELDS), ANYTHING)
def test_any_value_in_any_field_is_taken_or_refused_by_the_name_of_the_field(
    field: tuple[Any, str], value: Any
) -> None:
    cls, name = field
    sound = cls(**NEEDED.get(cls, {}))
    it = evolved_or_refused(sound, name, value)
    if isinstance(it, ModelError):
        assert name in str(it) or value == []
        return
    profile = it if cls is OfficeProfile else OfficeProfile(layout=it) if cls is Layout else None
    with contextlib.suppress(PrikazError):
        render(PLACES.get(cls, of_block)(it), profile=profile)


def evolved_or_refused(sound: Any, name: str, value: Any) -> Any:
    """The object with another value of a field, or the error."""
    try:
        return attrs.evolve(sound, **{name: value})
    except ModelError as error:
        return error


def test_the_classes_are_those_of_the_model() -> None:
    assert len(CLASSES) > 25
    assert {cls for cls in CLASSES if cls not in PLACES} <= {*model.BLOCKS.values()}

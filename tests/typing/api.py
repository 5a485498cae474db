"""What people write against the public face: a strict checker of types must accept all of it.

Checked with the rest of the tests, and run by test_api.py.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from prikaz import (
    Act,
    Activity,
    Annex,
    Body,
    Case,
    Cell,
    Clause,
    Column,
    Endorsement,
    Field,
    Indicator,
    IndicatorTable,
    Issuer,
    Kind,
    Member,
    Membership,
    OfficeProfile,
    Order,
    Person,
    Picture,
    Position,
    PreparedBy,
    Result,
    Roadmap,
    Section,
    Signature,
    Table,
    Target,
    compare,
    dump,
    load,
    render,
    render_many,
    roll,
)

_LAWYER = Position(title="Юрист")
HEAD = Signature(position="Директор", person=Person(last="Белов", first="Игорь", middle="Львович"))


def an_order() -> Order:
    """An order with everything given as it comes to hand."""
    return Order(
        kind="приказ",
        issuer=Issuer(lines="ОТДЕЛ ОБРАЗОВАНИЯ", short="отдел образования", forms={"род": "отдела"}),
        date=date(2027, 3, 16),
        number=75,
        heading="О мониторинге",
        people={"куратор": Person(last="Журавлёва", forms={Case.DATIVE: "Журавлёвой"}, position="методист")},
        acts={"область": Act(kind="приказ", issuer=Body(name="министерство"), date="12.02.2027", number=118)},
        fields={"мест": 25, "доля": 2.5, "день": date(2027, 4, 1), "школа": "школа № 1", "класс": Field()},
        clauses=[
            "Утвердить план.",
            Clause(text="Школам:", clauses=["назначить;", Clause(text="ввести.")]),
        ],
        signatures=[HEAD],
        prepared_by=PreparedBy(person=Person(last="Лапина"), phone="2-15-40"),
        endorsements=(Endorsement(person=Person(last="Серов", position=_LAWYER), date="01.03.2027"),),
        distribution="школы района",
        annexes=[
            Annex(title="План", blocks=_roadmap()),
            Annex(title="Показатели", blocks=[_indicators(), "Абзац."]),
            Annex(title="Состав", blocks=Membership(members=[Member(person=HEAD.person)])),
            Annex(title="Расчёт", blocks=[_table()]),
        ],
    )


def _roadmap() -> Roadmap:
    activities = [
        Activity(title="Слёт", deadlines="01.06.2027", by_year={2027: "постоянно", 2028: "1 мая"}),
        Activity(
            title="Смотр", deadlines=[date(2027, 6, 1), "постоянно"], other={"сумма": 1250.5, "штук": 3}
        ),
        Activity(
            title="Смотр",
            by_year={2027: ["постоянно", date(2028, 9, 1)], "2028": date(2029, 6, 1)},
            responsible=("школы", "отдел"),
            blank=["срок", 2029],
        ),
    ]
    return Roadmap(columns=["мероприятие", Column(key="срок", width=30)], sections=[_section(activities)])


def _section(activities: list[Activity]) -> Section:
    return Section(title="Подготовка", activities=activities)


def _indicators() -> IndicatorTable:
    of_text: Mapping[str, float] = {"2027": 20.5, "2028": 25}
    of_numbers = {2027: 20, 2028: 25}
    return IndicatorTable(
        years=range(2027, 2029),
        indicators=[
            Indicator(name="Доля школ", unit="%", targets={2027: "не менее 20", 2028: 25}),
            Indicator(name="Доля классов", base=12.5, targets={2027: None, 2028: Decimal("25.5")}),
            Indicator(name="Число школ", targets=of_text),
            Indicator(name="Число классов", targets=of_numbers),
            Indicator(name="Число групп", targets=of_numbers.items()),
            Indicator(name="Число мест", targets=zip((2027, 2028), (Target(value=20), 25), strict=True)),
            Indicator(name="План принят", targets=[(2027, "да"), ("2028", "да")]),
        ],
    )


def _table() -> Table:
    return Table(
        columns=("Что", "Сколько", "Когда"),
        rows=[["Стол", 25, date(2027, 3, 1)], ("Стул", 2.5, None), [Cell(text=Decimal("7.5")), "да", Cell()]],
    )


def pictures(image: bytes, path: Path) -> Iterator[Picture]:
    """Pictures with lengths as plain numbers."""
    yield Picture(image, width=10, height=5)
    yield Picture(io.BytesIO(image), width=10.5)
    yield Picture(path, width=20, alt="Герб")


def a_round(folder: Path) -> Result:
    """From the object to the file and back, to another year and to paper."""
    order = an_order()
    dump(order, folder / "order.yaml")
    compare(load(str(folder / "order.yaml")), order)
    rolled = roll(order, 2028).order
    (first,) = render_many([rolled], profile=OfficeProfile())
    render(order, template=None, profile=None).save(folder / "order.docx")
    return first


KINDS: tuple[Kind, ...] = tuple(Kind)

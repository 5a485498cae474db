"""Signatures and marks under a text, in every form that clerks give them."""

from __future__ import annotations

from datetime import date

import pytest

from prikaz.model import Acting, Person
from prikaz.reader.paper import Grid, GridCell, GridLine, Role
from prikaz.reader.source_text import SourceText
from tests.reader.assembly.lines import line, lines, order_of

BELOV = Person(last="Белов", first="И.", middle="Л.")


@pytest.mark.parametrize(
    ("typed", "position", "person"),
    [
        (["Директор школы\tИ.Л. Белов"], "Директор школы", BELOV),
        (["Директор школы\t\t\t\tБелов И.Л."], "Директор школы", BELOV),
        (["Директор школы                     И. Л. Белов"], "Директор школы", BELOV),
        (["Директор школы И.Л.Белов"], "Директор школы", BELOV),
        (["Директор школы _______________ И Л Белов"], "Директор школы", BELOV),
        (["Директор школы ____________ /Белов И.Л./"], "Директор школы", BELOV),
        (["Заведующий отделом", "образования\tИ.Л. Белов"], "Заведующий отделом образования", BELOV),
        (["Директор школы", "И.Л. Белов"], "Директор школы", BELOV),
        (
            ["Директор\tБелов Игорь Львович"],
            "Директор",
            Person(last="Белов", first="Игорь", middle="Львович"),
        ),
        (["Министр\tД.В.ЛИВНЕВ"], "Министр", Person(last="ЛИВНЕВ", first="Д.", middle="В.")),
        (["Глава\tД.Ливнев"], "Глава", Person(last="Ливнев", first="Д.")),
    ],
)
def test_a_signature_is_read_however_it_stands(typed: list[str], position: str, person: Person) -> None:
    (signature,) = order_of(*lines(Role.SIGNATURE, *typed)).order.signatures
    assert (str(signature.position), signature.person) == (position, person)


@pytest.mark.parametrize(
    ("typed", "acting", "position"),
    [
        ("И.о. начальника управления\tИ.Л. Белов", Acting.ACTING, "начальник управления"),
        ("Врио директора школы\tИ.Л. Белов", Acting.TEMPORARILY, "директор школы"),
        ("Исполнительный директор\tИ.Л. Белов", None, "Исполнительный директор"),
    ],
)
def test_who_acts_for_somebody_has_his_position_in_the_nominative(
    typed: str, acting: Acting | None, position: str
) -> None:
    (signature,) = order_of(line(Role.SIGNATURE, typed)).order.signatures
    assert (signature.acting, str(signature.position)) == (acting, position)


def test_a_signature_without_a_name_is_a_place_for_one() -> None:
    found = order_of(line(Role.SIGNATURE, "Директор школы _________"))
    (signature,) = found.order.signatures
    assert str(signature.position) == "Директор школы"
    assert signature.person.blank
    assert "под подписью нет имени" in [doubt.reason for doubt in found.doubts]


def test_several_people_sign_and_a_seal_belongs_to_the_one_above() -> None:
    order = order_of(
        line(Role.SIGNATURE, "Директор\tИ.Л. Белов", group=0),
        line(Role.SEAL, "М.П.", group=0),
        line(Role.SIGNATURE, "Бухгалтер\tА.П. Журавлёва", group=1),
    ).order
    assert [(one.person.last, one.seal) for one in order.signatures] == [
        ("Белов", True),
        ("Журавлёва", False),
    ]


@pytest.mark.parametrize(
    ("typed", "last", "phone"),
    [
        (["Орлова Мария Сергеевна", "2-15-40"], "Орлова", "2-15-40"),
        (["Исп. Орлова М.С., тел. 2-15-40"], "Орлова", "2-15-40"),
        (["Приказ подготовила: методист Орлова М.С., тел. 2-15-40"], "Орлова", "2-15-40"),
        (["Орлова М.С."], "Орлова", ""),
    ],
)
def test_who_prepared_the_order_is_read(typed: list[str], last: str, phone: str) -> None:
    prepared = order_of(*lines(Role.PREPARED_BY, *typed)).order.prepared_by
    assert prepared is not None
    assert (prepared.person.last, prepared.phone) == (last, phone)


def test_a_sheet_of_acquaintance_is_read_by_its_heads() -> None:
    rows = [
        ["№", "Должность", "Ф.И.О.", "Дата", "Подпись"],
        ["1", "методист", "Орлова М.С.", "16.03.2027", ""],
    ]
    cells = tuple(tuple(GridCell((SourceText(text),)) for text in row) for row in rows)
    order = order_of(
        line(Role.ACKNOWLEDGEMENT, "С приказом ознакомлены:"), GridLine(Role.ACKNOWLEDGEMENT, Grid(cells, 5))
    ).order
    (mark,) = order.acknowledgements
    assert (mark.person.last, str(mark.person.position), mark.date) == (
        "Орлова",
        "методист",
        date(2027, 3, 16),
    )


def test_a_mark_of_acquaintance_tells_the_sex() -> None:
    order = order_of(
        *lines(
            Role.ACKNOWLEDGEMENT,
            "С приказом ознакомлена:",
            "_____________ М.С. Шевчук\t«____» _________ 20__ г.",
        )
    ).order
    (mark,) = order.acknowledgements
    assert (mark.person.last, mark.date, mark.in_line) == ("Шевчук", None, True)
    assert mark.person.sex is not None


def test_grounds_are_read_with_their_numbers_and_without() -> None:
    assert order_of(line(Role.GROUNDS, "Основание: заявление Белова И.Л.")).order.grounds == (
        "заявление Белова И.Л.",
    )
    several = order_of(*lines(Role.GROUNDS, "Основание:", "1. заявление;", "2. согласие.")).order
    assert several.grounds == ("заявление;", "согласие.")

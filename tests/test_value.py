"""Values show themselves by what sets them apart."""

from __future__ import annotations

from datetime import date

import prikaz
from prikaz import Kind, Order, Person, Signature
from prikaz.language.deadlines.kinds import AcademicYear, Year
from prikaz.language.deadlines.reading import parse_deadline


def test_fields_at_their_defaults_are_left_out() -> None:
    signature = Signature(position="Директор", person=Person(last="Белов", first="Игорь"))
    order = Order(kind=Kind.ORDER, date=date(2027, 3, 16), clauses=["Утвердить."], signatures=[signature])

    assert repr(order) == (
        "Order(kind=<Kind.ORDER: 'приказ'>, date=datetime.date(2027, 3, 16), "
        "clauses=(Clause(text='Утвердить.'),), "
        "signatures=(Signature(position=Position(title='Директор'), "
        "person=Person(last='Белов', first='Игорь')),))"
    )


def test_what_is_shown_makes_the_same_value() -> None:
    person = Person(last="Белов", first="Игорь", sex=prikaz.Sex.MALE)
    shown = repr(person).replace("<Sex.MALE: 'муж'>", "prikaz.Sex.MALE")

    assert eval(shown) == person


def test_words_of_a_deadline_are_shown() -> None:
    assert repr(parse_deadline("до 01.06.2027")) == (
        "OnDate(text='до 01.06.2027', day=datetime.date(2027, 6, 1))"
    )


def test_values_of_different_classes_differ() -> None:
    assert Year(2027) != AcademicYear(2027)
    assert len({Year(2027), Year(2027), AcademicYear(2027)}) == 2


def test_a_value_is_no_tuple_of_its_fields() -> None:
    assert Person(last="Белов", first="Игорь") != ("Белов", "Игорь")

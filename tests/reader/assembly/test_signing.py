"""Facts about who signs: names are names, and what stands round them is told and kept out of them."""

from __future__ import annotations

import pytest

from prikaz import OfficeProfile, Order
from prikaz.reader.assembly import assemble
from prikaz.reader.assembly.collecting import Assembled
from prikaz.reader.assembly.held import held_places
from prikaz.reader.assembly.persons import is_no_name
from prikaz.reader.paper import Line, Paper, Role, Sheet
from prikaz.reader.source_text import SourceText
from tests.makers import make_order


def read(role: Role, *lines: str) -> Assembled:
    """What is made of an order under which such lines stand, all of one thing."""
    clause = Line(Role.CLAUSE, SourceText.of("1. Провести слёт.", "document", 99))
    under = (Line(role, SourceText.of(line, "document", place)) for place, line in enumerate(lines))
    return assemble(Paper(Sheet((clause, *under))), OfficeProfile())


def lost(made: Assembled, *lines: str) -> set[str]:
    """Words of the lines that no place has."""
    taken = {
        (span.paragraph, at)
        for text in made.places.values()
        for span in text.spans
        for at in range(span.start, span.end)
    }
    return {
        line[at]
        for place, line in enumerate(lines)
        for at in range(len(line))
        if line[at].isalnum() and (place, at) not in taken
    }


def signature(order: Order) -> tuple[str, str, str]:
    """Position, surname and first name."""
    (one,) = order.signatures
    return one.position.title if one.position else "", one.person.last, one.person.first


@pytest.mark.parametrize(
    "lines",
    [
        ("Директор ______________ З.М. Осокина", "(подпись)"),
        ("Директор: З.М. Осокина",),
        ("Директор _____ /З.М. Осокина/ М.П.",),
        ("Директор _____ п/п З.М. Осокина",),
        ("Директор\t(подпись)\tЗ.М. Осокина",),
        ("Директор З.М. Осокина 12.01.2027",),
        ("Директор\t12.01.2027\tЗ.М. Осокина",),
        ("З.М. Осокина", "Директор"),
        ("Директор", "(подпись) З.М. Осокина «___» ________ 20__ г."),
    ],
)
def test_what_stands_round_a_signature_is_no_part_of_it(lines: tuple[str, ...]) -> None:
    made = read(Role.SIGNATURE, *lines)
    assert signature(made.order) == ("Директор", "Осокина", "З.")
    assert not lost(made, *lines)


def test_a_date_beside_a_signature_is_told() -> None:
    made = read(Role.SIGNATURE, "Директор З.М. Осокина 12.01.2027")
    assert [doubt.text.text for doubt in made.doubts if "стоит дата" in doubt.reason] == ["12.01.2027"]


@pytest.mark.parametrize(
    "text", ["(подпись)", "20__ г.", "(дата)", "12.01.2027", "г.", "3-09-44", "дата", ""]
)
def test_a_hint_is_no_name(text: str) -> None:
    assert is_no_name(text)


@pytest.mark.parametrize("text", ["Ли", "Осокина", "О. З. Мак", "ОСОКИНА"])
def test_a_surname_is_a_name(text: str) -> None:
    assert not is_no_name(text)


@pytest.mark.parametrize(
    "lines", [("Согласовано: юрист Осокина З.М. ____",), ("Согласовано:", "юрист ____ Осокина З.М.")]
)
def test_who_has_agreed_stands_behind_the_word_or_below_it(lines: tuple[str, ...]) -> None:
    made = read(Role.ENDORSEMENT, *lines)
    (one,) = made.order.endorsements
    assert (one.person.last, one.person.position and one.person.position.title) == ("Осокина", "юрист")


def test_a_name_between_blanks_is_who_has_read_the_order() -> None:
    made = read(Role.ACKNOWLEDGEMENT, "Ознакомлена: ___ Осокина З.М. ___ (дата)")
    assert [one.person.last for one in made.order.acknowledgements] == ["Осокина"]
    assert made.order.acknowledgements[0].person.position is None


def test_all_who_are_named_in_one_line_have_read_the_order() -> None:
    made = read(Role.ACKNOWLEDGEMENT, "Ознакомлены: Осокина З.М., Рогоз Л.Л. и Тростник К.К.")
    assert [one.person.last for one in made.order.acknowledgements] == ["Осокина", "Рогоз", "Тростник"]


def test_who_prepared_an_order_has_an_address_only_with_its_sign() -> None:
    lines = ("(подпись)", "Осокина З.М., 3-09-44", "методист", "кабинет")
    made = read(Role.PREPARED_BY, *lines)
    found = made.order.prepared_by
    assert found is not None
    assert (found.person.last, found.phone, found.email) == ("Осокина", "3-09-44", "")


@pytest.mark.parametrize(
    ("role", "line"),
    [
        (Role.ENDORSEMENT, "Согласовано:"),
        (Role.ACKNOWLEDGEMENT, "С приказом ознакомлен: ______ «___» ________ 20__ г."),
        (Role.DISTRIBUTION, "Разослать:"),
        (Role.INTRODUCED_BY, "Проект вносит:"),
    ],
)
def test_words_of_which_nothing_was_made_are_in_no_place(role: Role, line: str) -> None:
    assert lost(read(role, line), line)


def test_a_place_leads_to_what_the_order_holds() -> None:
    order, text = make_order(), SourceText("слова")
    none = {("рассылка", 1): text, ("приложения", 1, "заголовок"): text, ("пункты", 99, "текст"): text}
    some = {("вид",): text, ("пункты", 1, "текст"): text, ("дата",): text}
    assert held_places(order, {**none, **some}) == some

"""Clauses put into a tree by their numbers, and blocks under them."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz.model import Clause, ClauseList, Heading, Marker, Membership, NewWording, Paragraph
from prikaz.reader.paper import Role
from tests.reader.assembly.lines import clauses, line, lines, order_of


def tree(items: tuple[Clause, ...]) -> list[Any]:
    """Texts of clauses, those with sub-clauses as pairs."""
    return [(item.text, tree(item.clauses)) if item.clauses else item.text for item in items]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["1. а", "2. б"], ["а", "б"]),
        (["1.а", "1.1 б", "1.2.в", "2.г"], [("а", ["б", "в"]), "г"]),
        (["1. а", "1) б", "2) в", "2. г"], [("а", ["б", "в"]), "г"]),
        (["1. а", "а) б", "– в", "– г", "б) д"], [("а", [("б", ["в", "г"]), "д"])]),
        (["1. а", "- б", "• в", "2. г"], [("а", ["б", "в"]), "г"]),
        (["Глава 1. а", "Статья 1. б", "1. в", "Статья 2. г", "1. д"], [("а", [("б", ["в"]), ("г", ["д"])])]),
        (["I. а", "1. б", "II. в", "2. г"], [("а", ["б"]), ("в", ["г"])]),
    ],
)
def test_a_clause_stands_where_its_number_fits(typed: list[str], expected: list[Any]) -> None:
    found = order_of(*clauses(*typed))
    assert tree(found.order.clauses) == expected
    assert not [doubt for doubt in found.doubts if "номер" in doubt.reason]


def test_numbers_by_word_are_those_of_typed_ones() -> None:
    numbered = [("1.", "а"), ("1.1.", "б"), ("2.", "в")]
    order = order_of(*(line(Role.CLAUSE, text, number=number) for number, text in numbered)).order
    assert tree(order.clauses) == [("а", ["б"]), "в"]


def test_what_stands_before_clauses_is_told_once_and_only_if_it_is_not_usual() -> None:
    usual = order_of(*clauses("1. а", "1.1. б", "1.2. в")).order
    assert (usual.clause_marker, usual.clauses[0].clause_marker) == (None, None)
    letters = order_of(*clauses("1. а", "а) б", "б) в")).order
    assert letters.clauses[0].clause_marker is Marker.LETTER
    assert {clause.marker for clause in letters.clauses[0].clauses} == {None}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["1. а", "3. б"], "3."),
        (["1. а", "2. б", "2. в"], "2."),
        (["1. а", "а) б", "в) г"], "в)"),
    ],
)
def test_a_wrong_number_is_told_and_no_clause_is_lost(typed: list[str], told: str) -> None:
    found = order_of(*clauses(*typed))
    assert any(told in doubt.reason for doubt in found.doubts)
    words = [word for text in typed for word in text.split()[1:]]
    assert all(word in str(found.order.clauses) for word in words)


def test_a_date_and_a_sum_are_no_numbers_of_clauses() -> None:
    order = order_of(*clauses("1. а", "12.03.2027 провести", "1,5 ставки")).order
    assert tree(order.clauses) == ["а\n12.03.2027 провести\n1,5 ставки"]


def test_clauses_without_numbers_are_clauses() -> None:
    order = order_of(*clauses("Создать комиссию.", "Утвердить план.")).order
    assert tree(order.clauses) == ["Создать комиссию.", "Утвердить план."]
    assert order.clause_marker is Marker.ABSENT


def test_a_paragraph_is_a_line_of_the_clause_above_and_behind_a_block_a_block() -> None:
    first = order_of(*clauses("1. Создать комиссию."), line(Role.PARAGRAPH, "Она работает год.")).order
    assert first.clauses == (Clause(text="Создать комиссию.\nОна работает год."),)
    behind = order_of(
        *clauses("1. Создать комиссию:"),
        line(Role.MEMBER, "Орлова Мария Сергеевна\t– методист, секретарь комиссии"),
        line(Role.PARAGRAPH, "Она работает год."),
    ).order
    members, paragraph = behind.clauses[0].blocks
    assert isinstance(members, Membership)
    assert paragraph == Paragraph(text="Она работает год.")


def test_a_member_has_a_name_a_position_and_a_role() -> None:
    order = order_of(
        *clauses("1. Создать комиссию:"),
        *lines(
            Role.MEMBER,
            "Орлова Мария Сергеевна\t– методист, секретарь комиссии",
            "Рыбин О.И. - директор школы",
        ),
    ).order
    (membership,) = order.clauses[0].blocks
    assert isinstance(membership, Membership)
    first, second = membership.members
    assert (str(first.person), str(first.person.position), first.role) == (
        "Орлова Мария Сергеевна",
        "методист",
        "секретарь комиссии",
    )
    assert (second.person.last, str(second.person.position), second.role) == ("Рыбин", "директор школы", "")


def test_a_new_wording_is_quoted_and_its_numbers_are_not_counted() -> None:
    found = order_of(
        *clauses(
            "1. Дополнить постановление пунктами:",
            "«5.1. Реестр публикуется.",
            "5.2. Сведения передаются.»;",
            "2. а",
        )
    )
    (wording,) = found.order.clauses[0].blocks
    assert isinstance(wording, NewWording)
    assert len(wording.blocks) == 2
    assert found.order.clauses[1].text == "а"


def test_a_quotation_that_does_not_end_is_text() -> None:
    order = order_of(*clauses("1. Утвердить план:", "«Чтение для всех", "2. а")).order
    assert order.clauses[0].blocks == ()
    assert order.clauses[1].text == "а"


def test_numbers_that_begin_anew_begin_another_list() -> None:
    order = order_of(*clauses("1. а", "2. б", "1. в", "2. г")).order
    assert tree(order.clauses) == ["а", "б"]
    (inner,) = order.clauses[1].blocks
    assert isinstance(inner, ClauseList)
    assert tree(inner.clauses) == ["в", "г"]


def test_a_title_between_clauses_whose_numbers_go_on_is_a_section() -> None:
    order = order_of(*clauses("1. а"), line(Role.SUBHEADING, "Сроки"), *clauses("2. б")).order
    assert tree(order.clauses) == ["а", ("Сроки", ["б"])]
    assert order.clauses[1].is_heading


def test_a_title_behind_all_clauses_is_a_subheading() -> None:
    order = order_of(*clauses("1. а"), line(Role.SUBHEADING, "Сроки")).order
    assert order.blocks == (Heading(text="Сроки"),)


def test_clauses_are_no_deeper_than_may_be() -> None:
    typed = ["1. а", "1.1. б", "1.1.1. в", "1.1.1.1. г", "а) д", "– е"]
    assert "е" in str(order_of(*clauses(*typed)).order.clauses)

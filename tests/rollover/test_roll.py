"""A whole order in the new year: its requisites, its acts, and what is refused."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from prikaz import Act, Endorsement, Field, Issuer, Order, Person, roll
from prikaz.model import Acknowledgement, State
from prikaz.rollover import Rolled, RollError, undo
from prikaz.rollover.year_shift import year_of
from tests.makers import make_order

ACT = Act(kind="приказ", date=date(2019, 7, 30), number="602", heading="О слётах до 2030 года")
PERSON = Person(last="Журавлёва", first="Анна", middle="Петровна")


def _order() -> Order:
    return make_order(
        date=date(2027, 3, 16),
        number="75",
        issuer=Issuer(short="отдел образования"),
        state=State.REGISTERED,
        heading="О слёте в 2027 году",
        preamble="На основании {приказа область}",
        acts={"область": ACT},
        endorsements=[Endorsement(person=PERSON, date=date(2027, 3, 15))],
        acknowledgements=[Acknowledgement(person=PERSON, date=date(2027, 3, 17))],
    )


def test_date_number_and_visas_are_blank_in_the_new_order() -> None:
    new = roll(_order(), 2028).order
    assert (new.date, new.number, new.year, new.state) == (None, "", 2028, None)
    assert new.endorsements[0].date is None
    assert new.acknowledgements[0].date is None


def test_every_change_tells_place_words_and_reason() -> None:
    assert [(change.path[0], change.was, change.became) for change in roll(_order(), 2028).changes] == [
        ("дата", "16.03.2027", ""),
        ("год", "2027", "2028"),
        ("номер", "75", ""),
        ("заголовок", "2027 году", "2028 году"),
        ("согласование", "15.03.2027", ""),
        ("ознакомление", "17.03.2027", ""),
        ("состояние", "зарегистрирован", ""),
    ]


def test_a_cited_act_stays_as_it_is() -> None:
    rolled = roll(_order(), 2028)
    (left,) = rolled.kept
    assert rolled.order.acts == _order().acts
    assert left.path == ("акты", "область")
    assert left.words == "приказ от 30.07.2019 № 602 «О слётах до 2030 года»"


def test_changes_applied_backwards_give_the_old_order() -> None:
    rolled = roll(_order(), 2032)
    assert undo(rolled.order, rolled.changes) == _order()


def test_a_draft_stays_a_draft() -> None:
    assert roll(attrs.evolve(_order(), state=State.DRAFT), 2028).order.state is State.DRAFT


def test_an_own_value_moves_as_the_text_does() -> None:
    order = make_order(year=2027, fields={"период": Field(value="2027/2028 учебный год")})
    assert roll(order, 2028).order.fields == (("период", Field(value="2028/2029 учебный год")),)


def test_a_name_with_a_year_stays() -> None:
    rolled = roll(make_order(year=2027, issuer=Issuer(short="оргкомитет «Игры-2027»")), 2028)
    assert [(left.path, left.words) for left in rolled.kept] == [(("орган", "кратко"), "2027")]


def test_to_the_year_it_has_nothing_changes() -> None:
    assert roll(_order(), 2027) == Rolled(order=_order())


def test_to_an_earlier_year_it_is_refused_with_a_reason() -> None:
    with pytest.raises(RollError, match="уже на 2027 год, а просят на 2026"):
        roll(_order(), 2026)


def test_an_order_without_a_year_asks_for_it() -> None:
    with pytest.raises(RollError, match="впишите его в поле «год»"):
        roll(make_order(), 2028)


@pytest.mark.parametrize(
    ("day", "heading", "year"),
    [
        ("29.08.2027", "О плане на 2027/2028 учебный год", 2027),
        ("29.08.2027", "О плане", 2027),
        ("16.03.2027", "О плане на 2027–2028 уч. год", 2027),
        ("16.03.2027", "О плане", 2026),
        ("03.09.2027", "О плане", 2027),
    ],
)
def test_of_which_school_year_an_order_is(day: str, heading: str, year: int) -> None:
    order = make_order(date=day, heading=heading)
    assert year_of(order, school_year=True) == year


def test_an_order_of_march_is_of_the_school_year_that_began_the_year_before() -> None:
    rolled = roll(_order(), 2027, school_year=True)
    assert rolled.order.heading == "О слёте в 2028 году"
    with pytest.raises(RollError, match="2026/2027 учебный год"):
        roll(_order(), 2025, school_year=True)


def test_an_old_act_is_asked_about_on_request() -> None:
    order = attrs.evolve(_order(), preamble="По приказу от 12.03.2026 № 5 и по приказу от 12.03.2015 № 6")
    asked = roll(order, 2028, acts_older_than=5).questions
    assert [(question.path[0], question.words[:20].strip()) for question in asked] == [
        ("акты", "приказ от 30.07.2019"),
        ("преамбула", "12.03.2015"),
    ]
    assert roll(order, 2028).questions == ()


def test_the_previous_order_is_proposed_as_void_on_request() -> None:
    (question,) = roll(_order(), 2028, void_previous=True).questions
    assert question.what == (
        "добавьте пункт: «Признать утратившим силу приказ отдела образования от 16.03.2027 № 75 "
        "«О слёте в 2027 году».»"
    )


def test_without_its_number_the_previous_order_is_proposed_with_blanks() -> None:
    order = make_order(year=2027)
    (question,) = roll(order, 2028, void_previous=True).questions
    assert "№ ____" in question.what
    assert question.why == "в прежнем документе не заполнено: дата, номер"

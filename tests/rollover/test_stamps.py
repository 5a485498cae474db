"""Stamps of approval in the new year: nobody has approved the new document yet."""

from __future__ import annotations

from prikaz import Act, Annex, Kind, Person, roll
from prikaz.model import ApprovalStamp, CopyMark
from prikaz.rollover import undo
from tests.makers import make_order

BELOV = Person(last="Белов", first="Игорь", middle="Львович")
MINUTES = Act(kind="протокол", date="30.08.2027", number="1")
OLD = Act(kind="приказ", issuer="школа № 3", date="12.03.2021", number="15")


def test_the_day_of_approval_becomes_a_place_for_it() -> None:
    old = make_order(
        kind=Kind.PLAN, year=2027, approval_stamps=[ApprovalStamp(person=BELOV, date="31.08.2027")]
    )
    rolled = roll(old, 2028)
    assert rolled.order.approval_stamps[0].date is None
    (change,) = [item for item in rolled.changes if item.path[0] == "утверждение"]
    assert (change.path, change.was) == (("утверждение", 1, "дата"), "31.08.2027")
    assert undo(rolled.order, rolled.changes) == old


def test_the_act_that_approved_the_old_document_loses_its_date_and_number() -> None:
    stamp = ApprovalStamp(word="ПРИНЯТО", lines="на совете", act=MINUTES)
    old = make_order(kind=Kind.PLAN, year=2027, approval_stamps=[stamp])
    rolled = roll(old, 2028)
    act = rolled.order.approval_stamps[0].act
    assert act == Act(kind="протокол")
    assert undo(rolled.order, rolled.changes) == old


def test_an_act_of_the_year_before_is_that_of_the_document_too() -> None:
    stamp = ApprovalStamp(word="утверждён", act=Act(kind="приказ", date="25.12.2026", number="300"))
    act = (
        roll(make_order(kind=Kind.PLAN, year=2027, approval_stamps=[stamp]), 2028)
        .order.approval_stamps[0]
        .act
    )
    assert act == Act(kind="приказ")


def test_an_act_of_earlier_years_is_kept_and_told() -> None:
    stamp = ApprovalStamp(word="утверждён", act=OLD)
    rolled = roll(make_order(kind=Kind.PLAN, year=2027, approval_stamps=[stamp]), 2028)
    assert rolled.order.approval_stamps[0].act == OLD
    assert [item.words for item in rolled.kept] == ["приказ от 12.03.2021 № 15"]


def test_an_act_over_an_annex_of_another_act_is_kept() -> None:
    stamp = ApprovalStamp(word="утверждён", act=Act(kind="приказ", date="01.03.2027", number="9"))
    annex = Annex(title="Положение", blocks=["Текст."], act=OLD, approval_stamps=[stamp])
    rolled = roll(make_order(year=2027, annexes=[annex]), 2028)
    assert rolled.order.annexes == (annex,)
    assert [item.path for item in rolled.kept] == [("приложения", 1, "утверждение", 1, "акт")]


def test_a_cited_act_under_a_like_key_is_not_taken_for_it() -> None:
    old = make_order(year=2027, acts={"утверждение": MINUTES}, clauses=["Согласно {протоколу утверждение}."])
    assert roll(old, 2028).order.acts == old.acts


def test_days_of_grounds_and_notes_are_asked_about_and_never_moved() -> None:
    old = make_order(year=2027, grounds="заявление от 01.03.2027", notes="Внесён в журнал 2 марта 2027 г.")
    rolled = roll(old, 2028)
    assert (rolled.order.grounds, rolled.order.notes) == (old.grounds, old.notes)
    assert [(item.path, item.words) for item in rolled.questions] == [
        (("основание", 1), "01.03.2027"),
        (("отметки", 1), "2 марта 2027 г."),
    ]


def test_a_law_among_the_grounds_stays() -> None:
    rolled = roll(make_order(year=2027, grounds="Закон от 29.12.2012 № 273-ФЗ"), 2028)
    assert not rolled.questions
    assert [item.words for item in rolled.kept] == ["29.12.2012"]


def test_the_copy_of_the_new_order_is_not_certified_yet() -> None:
    old = make_order(year=2027, copy_mark=CopyMark(person=BELOV, date="17.03.2027"))
    rolled = roll(old, 2028)
    assert rolled.order.copy_mark == CopyMark(person=BELOV)
    assert undo(rolled.order, rolled.changes) == old

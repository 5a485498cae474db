"""Stamps of approval over a document."""

from __future__ import annotations

from datetime import date

from prikaz.model import ApprovalStamp
from prikaz.reader.paper import Role
from tests.reader.assembly.lines import assembled, line, lines


def stamp(*typed: str) -> ApprovalStamp:
    found = assembled(
        *lines(Role.STAMP, *typed), line(Role.KIND, "ПОЛОЖЕНИЕ"), line(Role.PARAGRAPH, "Общие слова.")
    )
    (made,) = found.order.approval_stamps
    return made


def test_an_official_approves_with_position_name_and_day() -> None:
    made = stamp(
        "УТВЕРЖДАЮ:", "Директор", "МБОУ «Школа № 5»", "____________ И.Л. Белов", "31 августа 2027 г."
    )
    assert (made.word, str(made.position)) == ("УТВЕРЖДАЮ", "Директор МБОУ «Школа № 5»")
    assert made.person is not None
    assert (made.person.last, made.date) == ("Белов", date(2027, 8, 31))


def test_a_place_for_a_day_is_no_day() -> None:
    made = stamp("УТВЕРЖДАЮ", "Директор школы", "________ И.Л. Белов", "«___» ________ 20__ г.")
    assert made.date is None
    assert made.lines == ()


def test_an_act_approves() -> None:
    made = stamp("УТВЕРЖДЕНО", "приказом директора школы", "от 31.08.2027 № 120")
    assert made.act is not None
    assert (made.act.kind, str(made.act.issuer), made.act.number) == ("приказ", "директор школы", "120")


def test_minutes_stand_behind_the_lines_that_name_the_meeting() -> None:
    made = stamp("ПРИНЯТО", "на заседании педагогического совета", "протокол от 30.08.2027 № 1")
    assert made.lines == ("на заседании педагогического совета",)
    assert made.act is not None
    assert (made.act.kind, made.act.date) == ("протокол", date(2027, 8, 30))

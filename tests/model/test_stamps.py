"""Facts about stamps of approval: who approves, in what words, by which act."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import Act, Annex, Issuer, Kind, Person
from prikaz.findings import Finding
from prikaz.model import ApprovalStamp
from prikaz.model.resolution.references import References
from prikaz.writer.view import order_view
from tests.makers import checked, make_order

BELOV = Person(last="Белов", first="Игорь", middle="Львович")
MINUTES = Act(kind="протокол", date="30.08.2027", number="1")
ORDER = Act(kind="приказ", issuer="школа № 3", date="31.08.2027", number="120-од")


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ")


def made(*stamps: ApprovalStamp, kind: Kind = Kind.PLAN) -> tuple[list[list[str]], tuple[Finding, ...]]:
    """The stamps as a template gets them, each a list of lines, and what was found."""
    view = order_view(References(make_order(kind=kind, approval_stamps=stamps)))
    views = view.values["утверждение"]["грифы"]
    return [[plain(line) for line in (stamp["слово"], *stamp["строки"])] for stamp in views], view.findings


def lines(*stamps: ApprovalStamp, kind: Kind = Kind.PLAN) -> list[list[str]]:
    shown, findings = made(*stamps, kind=kind)
    assert not findings
    return shown


def test_an_official_approves_with_a_place_for_signature_and_day() -> None:
    assert lines(ApprovalStamp(position="Директор школы", person=BELOV)) == [
        ["УТВЕРЖДАЮ", "Директор школы", "_____________ И.Л. Белов", "«____» _________ 20__ г."]
    ]


def test_the_day_of_approval_is_printed_when_it_is_known() -> None:
    ((*_, day),) = lines(ApprovalStamp(position="Директор", person=BELOV, date="31.08.2027"))
    assert day == "31.08.2027"


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Kind.PLAN, "УТВЕРЖДЁН"),
        (Kind.ROADMAP, "УТВЕРЖДЕНА"),
        (Kind.REGULATION, "УТВЕРЖДЕНО"),
        (Kind.RULES, "УТВЕРЖДЕНЫ"),
    ],
)
@pytest.mark.parametrize("typed", ["утверждён", "утвержден", "УТВЕРЖДЁН"])
def test_approved_agrees_with_the_kind_of_the_document(kind: Kind, word: str, typed: str) -> None:
    assert lines(ApprovalStamp(word=typed, act=ORDER), kind=kind) == [
        [word, "приказом школы № 3", "от 31.08.2027 № 120-од"]
    ]


def test_approved_agrees_with_the_title_of_an_annex() -> None:
    stamp = ApprovalStamp(word="принят", act=Act(kind="решение", issuer="педагогический совет"))
    order = make_order(annexes=[Annex(title="Программа слёта", blocks=["Текст."], approval_stamps=[stamp])])
    (annex,) = order_view(References(order)).values["приложения"]
    (view,) = annex["утверждение"]["грифы"]
    assert [plain(line) for line in (view["слово"], *view["строки"])] == [
        "ПРИНЯТА",
        "решением педагогического совета",
        "от ____________ № ______",
    ]


def test_a_title_that_shows_no_gender_is_asked_about() -> None:
    stamp = ApprovalStamp(word="утверждён", act=ORDER)
    order = make_order(annexes=[Annex(title="ФГОС", blocks=["Текст."], approval_stamps=[stamp])])
    found = [item for item in order_view(References(order)).findings if item.code == "approval-agreement"]
    assert not found  # a consonant is masculine
    order = make_order(annexes=[Annex(title="№ 5", blocks=["Текст."], approval_stamps=[stamp])])
    (finding,) = [i for i in order_view(References(order)).findings if i.code == "approval-agreement"]
    assert finding.path == ("приложения", 1, "утверждение", 1, "слово")


def test_a_word_in_the_gender_of_the_author_is_left_alone() -> None:
    assert lines(ApprovalStamp(word="УТВЕРЖДЕНА", act=ORDER))[0][0] == "УТВЕРЖДЕНА"


@pytest.mark.parametrize(
    ("stamp", "last"),
    [
        (ApprovalStamp(word="ПРИНЯТО", act=MINUTES), "протокол от 30.08.2027 № 1"),
        (ApprovalStamp(word="РАССМОТРЕНО", lines="на совете", act=MINUTES), "протокол от 30.08.2027 № 1"),
        (ApprovalStamp(word="утверждён", act=MINUTES), "протоколом от 30.08.2027 № 1"),
        (
            ApprovalStamp(word="утверждён", lines="решением совета", act=MINUTES),
            "(протокол от 30.08.2027 № 1)",
        ),
        (ApprovalStamp(act=Act(kind="приказ", number="5")), "приказ от ____________ № 5"),
        (
            ApprovalStamp(word="СОГЛАСОВАНО", act=Act(kind="письмо", number="5")),
            "письмом от ____________ № 5",
        ),
    ],
)
def test_an_act_stands_in_the_case_of_its_word(stamp: ApprovalStamp, last: str) -> None:
    assert lines(stamp)[0][-1] == last


def test_the_approving_stamp_stands_at_the_right() -> None:
    shown = lines(
        ApprovalStamp(position="Директор", person=BELOV), ApprovalStamp(word="ПРИНЯТО", lines="на совете")
    )
    assert [stamp[0] for stamp in shown] == ["ПРИНЯТО", "УТВЕРЖДАЮ"]


def test_a_stamp_without_an_official_has_no_place_for_a_signature() -> None:
    assert lines(ApprovalStamp(word="ПРИНЯТО", lines="на совете")) == [["ПРИНЯТО", "на совете"]]


def test_names_in_a_stamp_and_in_a_mark_do_not_break_behind_the_number_sign() -> None:
    stamp = ApprovalStamp(word="утверждён", act=Act(kind="приказ", issuer="МБОУ «Школа № 12»"))
    annex = Annex(title="План", blocks=["Текст."], approval_stamps=[stamp])
    order = make_order(issuer=Issuer(short="МБОУ «Школа № 12»"), approval_stamps=[stamp], annexes=[annex])
    values = order_view(References(order)).values
    (view,) = values["приложения"]
    stamps = [*values["утверждение"]["грифы"], *view["утверждение"]["грифы"]]
    printed = [*view["гриф"], *(line for made in stamps for line in made["строки"])]
    named = [str(line) for line in printed if "Школа" in str(line)]
    assert len(named) == 3
    assert all("№\u00a012" in line for line in named)


def test_references_in_the_lines_are_resolved_and_reported_where_they_stand() -> None:
    _, findings = made(ApprovalStamp(word="ПРИНЯТО", lines=["на совете", "{приказа никакой}"]))
    assert [item.path for item in findings] == [("утверждение", 1, "строки", 2)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"position": "директор школы"}, "small-letter"),
        ({"position": "Директору школы"}, "position-oblique"),
        ({"person": Person(last="")}, "name-blank"),
        ({"person": Person(last="Белова", first="Игоря", middle="Львовича")}, "name-oblique"),
    ],
)
def test_who_approves_is_checked_as_who_signs_is(changes: dict[str, Any], code: str) -> None:
    given: dict[str, Any] = {"position": "Директор", "person": BELOV}
    stamp = ApprovalStamp(**given | changes)
    order = make_order(kind=Kind.PLAN, approval_stamps=[stamp])
    assert code in {item.code for item in checked(order)}
    assert not checked(make_order(approval_stamps=[ApprovalStamp(position="Директор", person=BELOV)]))

"""Facts about stamps of approval: one that says too little, or in a word that does not fit, is told."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import Act, Annex, Kind, Person
from prikaz.findings import Finding
from prikaz.model import ApprovalStamp
from tests.makers import checked, make_order

BELOV = Person(last="Белов", first="Игорь", middle="Львович")
ORDER = Act(kind="приказ", issuer="школа № 3", number="5")


def found(kind: Kind = Kind.PLAN, **stamp: Any) -> tuple[Finding, ...]:
    return checked(make_order(kind=kind, approval_stamps=[ApprovalStamp(**stamp)]))


def codes(kind: Kind = Kind.PLAN, **stamp: Any) -> list[str]:
    return [item.code for item in found(kind, **stamp)]


@pytest.mark.parametrize("stamp", [{}, {"word": "СОГЛАСОВАНО"}, {"word": "СОГЛАСОВАНО", "date": "1.03.2027"}])
def test_a_word_alone_says_too_little(stamp: dict[str, Any]) -> None:
    (finding,) = found(**stamp)
    assert (finding.code, finding.path) == ("stamp-bare", ("утверждение", 1))


@pytest.mark.parametrize(
    ("stamp", "field"),
    [
        ({"position": "Директор"}, "должность"),
        ({"person": BELOV}, "фамилия"),
        ({"position": "Директор", "person": Person(last="Белов")}, "фамилия"),
    ],
)
def test_an_official_has_a_position_and_a_name_with_initials(stamp: dict[str, Any], field: str) -> None:
    (finding,) = found(**stamp)
    assert (finding.code, finding.path) == ("stamp-official", ("утверждение", 1, field))


@pytest.mark.parametrize(
    "stamp",
    [
        {"position": "Директор", "person": BELOV},
        {"position": "Директор", "person": Person(last="И.Л. Белов")},
        {"position": "Директор", "person": Person(last="", blank=True)},
        {"lines": "Директор школы № 3", "person": BELOV},
        {"word": "ПРИНЯТО", "lines": "на заседании совета"},
        {"word": "утверждён", "act": ORDER},
        {"word": "УТВЕРЖДЁН", "act": ORDER},
        {"word": "СОГЛАСОВАНО", "act": ORDER},
        {"word": "УТВЕРЖДАЕТСЯ", "lines": "советом"},
        {"word": "РАЗРЕШАЮ", "position": "Директор", "person": BELOV},
    ],
)
def test_a_stamp_that_says_enough_is_left_alone(stamp: dict[str, Any]) -> None:
    assert not [code for code in codes(**stamp) if code.startswith("stamp-")]


@pytest.mark.parametrize("word", ["УТВЕРЖДАЮ", "утверждаю"])
def test_a_verb_of_an_official_does_not_go_with_an_act(word: str) -> None:
    (finding,) = found(word=word, act=ORDER)
    assert (finding.code, finding.path) == ("stamp-word", ("утверждение", 1, "слово"))
    assert "утверждён" in finding.hint


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("СОГЛОСОВАНО", "СОГЛАСОВАНО"),
        ("УТВЕРЖАЮ", "УТВЕРЖДАЮ"),
        ("Утвержденно", "УТВЕРЖДЕНО"),
        ("УТВЕРЖДАЮ:", "УТВЕРЖДАЮ"),
        ("РАССМОТРЕННО", "РАССМОТРЕНО"),
    ],
)
def test_a_misspelt_word_is_told_with_the_one_that_is_meant(word: str, meant: str) -> None:
    (finding,) = found(word=word, lines="на совете")
    assert (finding.code, finding.hint) == ("stamp-word", f"возможно, «{meant}»")


@pytest.mark.parametrize(
    ("word", "kind", "fitting"),
    [
        ("ПРИНЯТА", Kind.REGULATION, "ПРИНЯТО"),
        ("ПРИНЯТЫ", Kind.PROGRAMME, "ПРИНЯТА"),
        ("УТВЕРЖДЕНО", Kind.PLAN, "УТВЕРЖДЁН"),
        ("ПРИНЯТА", Kind.PROGRAMME, ""),
        ("ПРИНЯТО", Kind.PROGRAMME, ""),
        ("СОГЛАСОВАНО", Kind.RULES, ""),
    ],
)
def test_a_participle_agrees_with_the_document(word: str, kind: Kind, fitting: str) -> None:
    hints = [item.hint for item in found(kind, word=word, lines="на совете")]
    assert hints == ([f"напишите «{fitting}»"] if fitting else [])


def test_a_stamp_over_an_annex_agrees_with_its_title() -> None:
    stamp = ApprovalStamp(word="ПРИНЯТА", lines="на совете")
    annexes = [
        Annex(title=title, blocks=["Текст."], approval_stamps=[stamp])
        for title in ("Программа", "№ 5", "План")
    ]
    (finding,) = checked(make_order(annexes=annexes))
    assert finding.path == ("приложения", 3, "утверждение", 1, "слово")

"""Stamps, closing lines and joint acts as a clerk writes them."""

from __future__ import annotations

import pytest

from prikaz import Act, Person
from prikaz.errors import DataError
from prikaz.model import ApprovalStamp
from tests.files.conftest import SMALL, Open


def test_a_stamp_stands_alone_or_in_a_list(open_text: Open) -> None:
    alone = "утверждение: {должность: Директор, фамилия: Белов, имя: Игорь, отчество: Львович}\n"
    stamp = ApprovalStamp(position="Директор", person=Person(last="Белов", first="Игорь", middle="Львович"))
    assert open_text(SMALL + alone).order.approval_stamps == (stamp,)
    listed = "утверждение:\n  - слово: ПРИНЯТО\n    акт: {вид: протокол, номер: 1}\n"
    accepted = ApprovalStamp(word="ПРИНЯТО", act=Act(kind="протокол", number="1"))
    assert open_text(SMALL + listed).order.approval_stamps == (accepted,)


def test_a_stamp_needs_nobody_but_whoever_is_named_has_a_surname(open_text: Open) -> None:
    assert open_text(SMALL + "утверждение: {слово: ПРИНЯТО}\n").order.approval_stamps[0].person is None
    with pytest.raises(DataError, match="фамилия"):
        open_text(SMALL + "утверждение: {слово: УТВЕРЖДАЮ, имя: Игорь}\n")


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("основание: заявление", "grounds"),
        ("основание: [заявление, договор]", "grounds"),
        ("проект вносит: {должность: Методист, фамилия: Рыбин}", "introduced_by"),
        ("отметки: Внесён в журнал", "notes"),
        ("совместно: {кратко: отдел культуры, номер: 12}", "co_issuers"),
    ],
)
def test_one_or_several_may_stand_there(written: str, field: str, open_text: Open) -> None:
    order = open_text(f"{SMALL}{written}\n").order
    assert len(getattr(order, field)) == (2 if "[" in written else 1)

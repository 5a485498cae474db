"""Stamps of approval and agreement over a document (грифы утверждения, принятия, согласования)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from prikaz.model.acts import Act
from prikaz.model.converters import listed, to_date, to_texts
from prikaz.model.people import Person, Position, to_position
from prikaz.model.terms import term
from prikaz.model.typed_values import Misfit, TypedValue

#: The word of the official who approves.
APPROVE: Final = "УТВЕРЖДАЮ"


@frozen(kw_only=True, repr=False, eq=False)
class ApprovalStamp(TypedValue):
    """A stamp over a document (гриф утверждения, принятия, согласования): by an official or by an act.

    ГОСТ Р 7.0.97-2016, 5.16 and 5.20. With «утверждён», «принят» and their like the word agrees with what is
    approved, and the act stands in the instrumental: «УТВЕРЖДЕНА приказом школы от … № …».

    Attributes:
        word (str): слово. УТВЕРЖДАЮ, ПРИНЯТО, РАССМОТРЕНО, СОГЛАСОВАНО; «утверждён» согласуется с документом.
        lines (tuple[str, ...]): строки. Что стоит под словом: на заседании педагогического совета.
        act (Act | None): акт. Чем утверждено или принято: приказ, протокол; пустые дата и номер: место для
            них.
        position (Position | None): Должность того, кто утверждает.
        person (Person | None): лицо. Кто утверждает.
        date (dt.date | None): дата. Когда утверждено; пусто: место для даты.
    """

    word: str = field(
        default=APPROVE,
        metadata=term(
            "слово", "УТВЕРЖДАЮ, ПРИНЯТО, РАССМОТРЕНО, СОГЛАСОВАНО; «утверждён» согласуется с документом"
        ),
    )
    lines: tuple[str, ...] = field(
        default=(),
        converter=to_texts,
        metadata=term("строки", "Что стоит под словом: на заседании педагогического совета", prose=True),
    )
    act: Act | None = field(
        default=None,
        metadata=term(
            "акт", "Чем утверждено или принято: приказ, протокол; пустые дата и номер: место для них"
        ),
    )
    position: Position | None = field(
        default=None, converter=to_position, metadata=term("должность", "Должность того, кто утверждает")
    )
    person: Person | None = field(default=None, metadata=term("лицо", "Кто утверждает", flat=True))
    date: dt.date | None = field(
        default=None, converter=to_date, metadata=term("дата", "Когда утверждено; пусто: место для даты")
    )


def to_stamps(value: ApprovalStamp | Iterable[ApprovalStamp]) -> tuple[ApprovalStamp, ...] | Misfit:
    """Convert one stamp or several to a tuple."""
    return (value,) if isinstance(value, ApprovalStamp) else listed(value, ApprovalStamp)

"""Mark of a certified copy (отметка о заверении копии)."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from prikaz.model.converters import to_date
from prikaz.model.people import Person, Position, to_position
from prikaz.model.terms import term
from prikaz.model.typed_values import TypedValue


@frozen(kw_only=True, repr=False, eq=False)
class CopyMark(TypedValue):
    """Mark of a certified copy (отметка о заверении копии): «Верно», who certifies, when.

    ГОСТ Р 7.0.97-2016, 5.26: on a copy for another organisation it is told where the original is kept.

    Attributes:
        position (Position | None): Должность того, кто заверяет копию.
        person (Person): лицо. Кто заверяет копию.
        date (dt.date | None): дата. Когда заверено; пусто: место для даты.
        original (str): подлинник. Где хранится подлинник, если копия идёт в другую организацию.
        seal (bool): печать. да: место для печати, «М.П.».
    """

    position: Position | None = field(
        default=None, converter=to_position, metadata=term("должность", "Должность того, кто заверяет копию")
    )
    person: Person = field(metadata=term("лицо", "Кто заверяет копию", flat=True))
    date: dt.date | None = field(
        default=None, converter=to_date, metadata=term("дата", "Когда заверено; пусто: место для даты")
    )
    original: str = field(
        default="",
        metadata=term("подлинник", "Где хранится подлинник, если копия идёт в другую организацию"),
    )
    seal: bool = field(default=False, metadata=term("печать", "да: место для печати, «М.П.»"))

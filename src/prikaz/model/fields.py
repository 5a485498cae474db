"""Values of an order's own that its text names (поля)."""

from __future__ import annotations

import enum

from attrs import field, frozen

from prikaz.model.converters import Forms, to_forms, to_written
from prikaz.model.terms import term
from prikaz.model.typed_values import TypedValue


class FieldKind(enum.Enum):
    """What a field holds (вид поля): it decides how the value is printed and declined."""

    TEXT = "текст"
    BODY = "орган"
    POSITION = "должность"
    PERSON = "лицо"
    DATE = "дата"
    NUMBER = "число"


@frozen(kw_only=True, repr=False, eq=False)
class Field(TypedValue):
    """A value of the order's own that the text names in braces (поле).

    A plain text has only the forms that are given; a body, a position and a
    person are declined by the grammar, a date stands in the style of the office,
    a number agrees with its unit. Without a value the field is to be filled,
    maybe from a column of a table.

    Attributes:
        value (str): Значение в именительном падеже; пусто: заполнит таблица.
        kind (FieldKind): вид. текст, орган, должность, лицо, дата, число.
        unit (str): единица. Что считает число, в именительном падеже: место, рабочий день.
        forms (Forms): Формы в падежах: {род: …, вин: …}.
    """

    value: str = field(
        default="",
        converter=to_written,
        metadata=term("значение", "Значение в именительном падеже; пусто: заполнит таблица"),
    )
    kind: FieldKind = field(
        default=FieldKind.TEXT, metadata=term("вид", "текст, орган, должность, лицо, дата, число")
    )
    unit: str = field(
        default="", metadata=term("единица", "Что считает число, в именительном падеже: место, рабочий день")
    )
    forms: Forms = field(
        default=(), converter=to_forms, metadata=term("формы", "Формы в падежах: {род: …, вин: …}")
    )

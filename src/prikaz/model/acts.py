"""Legal acts that are cited (правовые акты)."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from prikaz.model.converters import to_date, to_number
from prikaz.model.people import Body, to_body
from prikaz.model.terms import term
from prikaz.model.typed_values import TypedValue


@frozen(kw_only=True, repr=False, eq=False)
class Act(TypedValue):
    """A legal act that is cited (правовой акт); it never moves when the year of the order does.

    Attributes:
        kind (str): Вид акта: приказ, постановление, Федеральный закон.
        issuer (Body | None): орган. Кто издал, в именительном падеже.
        date (dt.date | None): Дата акта.
        number (str): Номер акта без знака №.
        heading (str): заголовок. Название акта без кавычек.
    """

    kind: str = field(metadata=term("вид", "Вид акта: приказ, постановление, Федеральный закон"))
    issuer: Body | None = field(
        default=None, converter=to_body, metadata=term("орган", "Кто издал, в именительном падеже")
    )
    date: dt.date | None = field(default=None, converter=to_date, metadata=term("дата", "Дата акта"))
    number: str = field(default="", converter=to_number, metadata=term("номер", "Номер акта без знака №"))
    heading: str = field(default="", metadata=term("заголовок", "Название акта без кавычек"))

"""Joint acts (совместные акты): the bodies that issue an order together with the first one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import field, frozen

from prikaz.model.converters import listed, to_date, to_number
from prikaz.model.people import Issuer
from prikaz.model.terms import term
from prikaz.model.typed_values import Misfit, TypedValue


@frozen(kw_only=True, repr=False, eq=False)
class CoIssuer(TypedValue):
    """A body that issues the order too (соавтор совместного акта), with its own date and number.

    ГОСТ Р 7.0.97-2025 names all bodies in the head. Without a date of its own the body has that of the order.

    Attributes:
        issuer (Issuer): Орган, который издаёт акт совместно с первым.
        date (dt.date | None): дата. Когда подписал этот орган; пусто: тогда же, когда первый.
        number (str): Номер у этого органа; пусто: место для него.
    """

    issuer: Issuer = field(
        default=Issuer(), metadata=term("орган", "Орган, который издаёт акт совместно с первым", flat=True)
    )
    date: dt.date | None = field(
        default=None,
        converter=to_date,
        metadata=term("дата", "Когда подписал этот орган; пусто: тогда же, когда первый"),
    )
    number: str = field(
        default="",
        converter=to_number,
        metadata=term("номер", "Номер у этого органа; пусто: место для него"),
    )


def to_co_issuers(value: CoIssuer | Iterable[CoIssuer]) -> tuple[CoIssuer, ...] | Misfit:
    """Convert one body or several to a tuple."""
    return (value,) if isinstance(value, CoIssuer) else listed(value, CoIssuer)

"""The bodies of an order, one or several (совместный акт): their names, dates and numbers as printed."""

from __future__ import annotations

from collections.abc import Sequence

from prikaz.findings import Path
from prikaz.language.time.dates import format_date
from prikaz.model.orders import Order
from prikaz.model.people import Issuer
from prikaz.model.profiles import OfficeProfile
from prikaz.model.resolution.content import NBSP


def bodies(order: Order) -> tuple[tuple[Path, Issuer], ...]:
    """All bodies that issue an order with their paths, the first one first."""
    others = ((("совместно", place), item.issuer) for place, item in enumerate(order.co_issuers, 1))
    return ((("орган",), order.issuer), *others)


def joined(names: Sequence[str]) -> str:
    """Names in a row.

    >>> joined(["отдел образования", "отдел культуры", "совет"])
    'отдел образования, отдел культуры и совет'
    """
    named = [name for name in names if name]
    return " и ".join([part for part in (", ".join(named[:-1]), named[-1]) if part] if named else [])


def printed_registration(
    order: Order, profile: OfficeProfile, blank_date: str, blank_number: str
) -> tuple[str, str]:
    """Date and number as printed, or places for them.

    Bodies that signed on one day have one date and their numbers behind slashes; else each body has its pair
    («16.03.2027 № 75 / 18.03.2027 № 12»), and there is no number beside.
    """
    date = format_date(order.date, profile.date_style) if order.date else blank_date
    numbers = [order.number or blank_number, *(item.number or blank_number for item in order.co_issuers)]
    if all(item.date in (None, order.date) for item in order.co_issuers):
        return date, f"№{NBSP}{'/'.join(numbers)}"
    others = (format_date(item.date, profile.date_style) if item.date else date for item in order.co_issuers)
    pairs = [f"{day} №{NBSP}{number}" for day, number in zip((date, *others), numbers, strict=True)]
    return " / ".join(pairs), ""

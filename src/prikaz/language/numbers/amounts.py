"""Numbers in cells as Russian tables have them: «1 250,5», «–3», «12 000».

A code is no amount («075»), nor is what a point parts: «1.2» is a number of a section, or a day.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_AMOUNT: Final = re.compile(
    r"(?P<minus>[-–−])?(?P<whole>0|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+|[1-9]\d*)(?P<part>,\d+)?"
)
#: A decimal point where a comma is right. Three figures after it may be thousands: «1.250» is no number.
_POINTED: Final = re.compile(r"([-–−]?\d[\d \u00a0\u202f]*)\.(\d{1,2}|\d{4,})")
_GAPS: Final = " \u00a0\u202f"
_NBSP: Final = "\u00a0"
#: Nobody finds the figures of a longer number without gaps.
_GROUPED_FROM: Final = 10_000


def parse_amount(text: str) -> Decimal | None:
    """The number that a cell holds; None when it holds anything else.

    >>> parse_amount("1 250,5"), parse_amount("–3"), parse_amount("1.2"), parse_amount("075")
    (Decimal('1250.5'), Decimal('-3'), None, None)
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    whole = found["whole"].translate(dict.fromkeys(map(ord, _GAPS)))
    return Decimal(f"{'-' if found['minus'] else ''}{whole}{(found['part'] or '').replace(',', '.')}")


def with_comma(text: str) -> str:
    """A number that is written with a decimal point as it should be; "" for anything else.

    >>> with_comma("1 502.50"), with_comma("1.250"), with_comma("1,5")
    ('1 502,50', '', '')
    """
    found = _POINTED.fullmatch(text.strip())
    right = f"{found[1]},{found[2]}" if found else ""
    return right if parse_amount(right) is not None else ""


def print_amount(number: Decimal, decimals: int, *, grouped: bool = False) -> str:
    """A number with so many decimals, a comma before them, and gaps in what is long, or wherever asked.

    >>> print_amount(Decimal("1250.5"), 2), print_amount(Decimal(12000), 0).replace(_NBSP, " ")
    ('1250,50', '12 000')
    """
    grouped = grouped or abs(number) >= _GROUPED_FROM
    figures = f"{number:,.{decimals}f}" if grouped else f"{number:.{decimals}f}"
    return figures.replace(",", _NBSP).replace(".", ",").replace("-", "−")

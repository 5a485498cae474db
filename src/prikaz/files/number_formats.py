"""Formats of numbers in a workbook: «0%», «000», «#,##0.00», «0" чел."»."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

#: Parts of a format (ECMA-376, part 1, 18.8.31): texts, spaces, currency and colours, figures, the rest.
_PART: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<figures>[#0?][#0?.,]*)|(?P<plain>.)"
)
_FIGURES: Final = re.compile(r"(?P<whole>[#0?]+(?P<grouped>,[#0?]+)*)(?:\.(?P<decimals>[#0?]*))?")
#: «[>=100]» before a part says for which numbers it is.
_CONDITION: Final = re.compile(r"\[[<>=]")
#: Signs that stand for themselves outside of quotes.
_PLAIN: Final = frozenset("%+-–—() $€₽")
#: Room for the longest number that Excel holds.
_ROUNDING: Final = Context(prec=400, rounding=ROUND_HALF_UP)


def show_number(number: Decimal, number_format: str) -> str | None:
    """A number as a format shows it; None for a format that is not one of plain figures.

    A format has up to three parts for numbers: above zero, below zero, zeros.

    >>> show_number(Decimal("0.2"), "0%"), show_number(Decimal(75), "000"), show_number(Decimal(3), "0.0")
    ('20%', '075', '3,0')
    >>> show_number(Decimal(0), "0;-0;—"), show_number(Decimal(-5), "0;(0)"), show_number(Decimal(5), '0"%"')
    ('—', '(5)', '5%')
    """
    if _CONDITION.search(number_format):
        return None
    sections: list[list[re.Match[str]]] = [[]]
    for part in _PART.finditer(number_format):
        if part["plain"] == ";":
            sections.append([])
        else:
            sections[-1].append(part)
    own = 1 if number < 0 else 2 if number == 0 else 0
    if not 0 < own < len(sections):
        return _show(number, sections[0])
    return _show(abs(number), sections[own]) if sections[own] else ""


def _show(number: Decimal, section: list[re.Match[str]]) -> str | None:
    """A number as one part of a format shows it; a part without figures is a word for it."""
    before, figures, after, percent = "", None, "", 0
    for part in section:
        text = part["quoted"] or part["escaped"] or part["currency"] or part["plain"] or ""
        if part["figures"] and figures is None:
            figures = _FIGURES.fullmatch(part["figures"])
        if (part["figures"] and (not figures or after)) or (part["plain"] and text not in _PLAIN):
            return None
        percent += part["plain"] == "%"
        before, after = (before + text, after) if figures is None else (before, after + text)
    if figures is None:
        return before.strip() or None
    shown = _figures(abs(number) * 100**percent, figures)
    return f"{'-' if number < 0 and shown.strip('0,') else ''}{before}{shown}{after}".strip()


def _figures(number: Decimal, figures: re.Match[str]) -> str:
    """A number not below zero with the figures of a format."""
    decimals = figures["decimals"] or ""
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), context=_ROUNDING)
    whole, _, rest = f"{rounded:f}".partition(".")
    rest = rest[: decimals.count("0")] + rest[decimals.count("0") :].rstrip("0")
    whole = whole.zfill(figures["whole"].count("0"))
    if figures["grouped"]:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", "\u00a0", whole)
    return f"{whole},{rest}" if rest else whole

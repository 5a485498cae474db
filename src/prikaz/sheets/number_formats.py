"""Formats of numbers in a workbook: «0%», «000-000», «#,##0.00», «#,##0,», «0" чел."»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Final, TypeAlias

_Part: TypeAlias = re.Match[str]

#: Parts of a format (ECMA-376, part 1, 18.8.31): texts, spaces, currency and colours, figures, the rest.
_PART: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<general>General|@)|(?P<figures>[#0?][#0?.,]*)|(?P<plain>.)",
    re.DOTALL,
)
#: Figures with their groups; each comma after them drops three figures more.
_FIGURES: Final = re.compile(
    r"(?P<whole>[#0?]+(?P<grouped>,[#0?]+)*)(?P<cut>,*)(?:\.(?P<decimals>[#0?]*)(?P<more>,*))?"
)
#: «[>=100]» before a part says for which numbers it is.
_CONDITION: Final = re.compile(r"\[[<>=]")
#: Signs that stand for themselves outside of quotes.
_PLAIN: Final = frozenset("%+-–—() $€₽")
#: Signs of a number without a format, and below what Excel writes it otherwise.
_WIDE: Final = 11
_TINY: Final = Decimal("0.0001")
#: Room for the longest number that Excel holds.
_ROUNDING: Final = Context(prec=400, rounding=ROUND_HALF_UP)


def show_number(number: Decimal, number_format: str) -> str | None:
    """A number as a format shows it; None for a format that is not one of plain figures.

    A format has up to three parts for numbers: above zero, below zero, zeros.

    >>> show_number(Decimal("0.2"), "0%"), show_number(Decimal(75), "000"), show_number(Decimal(3), "0.0")
    ('20%', '075', '3,0')
    >>> show_number(Decimal(0), "0;-0;—"), show_number(Decimal(-5), "0;(0)"), show_number(Decimal(5), '0"%"')
    ('—', '(5)', '5%')
    >>> show_number(Decimal(12345), "000-000"), show_number(Decimal(12500), "0.0,")
    ('012-345', '12,5')
    >>> show_number(Decimal(1), "# ?/?")
    """
    if number_format in {"", "General"}:
        return _plainly(number)
    if _CONDITION.search(number_format):
        return None
    sections = _sections(number_format)
    own = 1 if number < 0 else 2 if number == 0 else 0
    if not 0 < own < len(sections):
        return _show(number, sections[0])
    return _show(abs(number), sections[own]) if sections[own] else ""


@lru_cache(maxsize=256)
def _sections(number_format: str) -> tuple[tuple[_Part, ...], ...]:
    sections: list[list[_Part]] = [[]]
    for part in _PART.finditer(number_format):
        if part["plain"] == ";":
            sections.append([])
        else:
            sections[-1].append(part)
    return tuple(map(tuple, sections))


def _show(number: Decimal, section: Sequence[_Part]) -> str | None:
    """A number as one part of a format shows it; a part without figures is a word for it."""
    signs = [part["plain"] for part in section if part["plain"]]
    if not _PLAIN.issuperset(signs):
        return None
    runs = [part for part in section if _is_run(part)]
    shown = _shown(abs(number) * 100 ** signs.count("%"), runs)
    if shown is None:
        return None
    figures = iter(shown)
    text = "".join(next(figures) if _is_run(part) else _literal(part) for part in section)
    return f"{'-' if number < 0 and re.search('[1-9]', ''.join(shown)) else ''}{text.strip()}"


def _is_run(part: _Part) -> bool:
    return bool(part["figures"] or part["general"])


def _literal(part: _Part) -> str:
    return part["quoted"] or part["escaped"] or part["currency"] or part["plain"] or ""


def _shown(number: Decimal, runs: Sequence[_Part]) -> list[str] | None:
    """The figures of a number not below zero, for each run of a format."""
    if not runs:
        return []
    if runs[0]["general"]:
        return [_plainly(number)] if len(runs) == 1 else None
    formats = [_FIGURES.fullmatch(run["figures"] or "") for run in runs]
    found = [figures for figures in formats if figures]
    split = len(found) > 1 and any(run["grouped"] or run[0] != run["whole"] for run in found[:-1])
    if split or len(found) < len(runs):
        return None
    return _spread(_figures(number, found), found)


def _plainly(number: Decimal) -> str:
    """A number without a format: a fraction as long as Excel shows it in a wide column."""
    text = f"{number:f}"
    places = _WIDE - 1 - len(text.partition(".")[0])
    if len(text) > _WIDE and "." in text and places > 0 and abs(number) >= _TINY:
        text = f"{number.quantize(Decimal(1).scaleb(-places), context=_ROUNDING).normalize():f}"
    return text.replace(".", ",")


def _figures(number: Decimal, runs: Sequence[_Part]) -> str:
    """All figures of a number, at least as many as there are zeros in the format."""
    last = runs[-1]
    cut, decimals = len(last["cut"]) + len(last["more"] or ""), last["decimals"] or ""
    rounded = number.scaleb(-3 * cut).quantize(Decimal(1).scaleb(-len(decimals)), context=_ROUNDING)
    whole, _, rest = f"{rounded:f}".partition(".")
    rest = rest[: decimals.count("0")] + rest[decimals.count("0") :].rstrip("0")
    whole = whole.lstrip("0").zfill(sum(run["whole"].count("0") for run in runs))
    if last["grouped"]:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", "\u00a0", whole)
    return f"{whole},{rest}" if rest else whole


def _spread(figures: str, runs: Sequence[_Part]) -> list[str]:
    """Figures given to several runs, from the right; the first run takes all that is left."""
    whole, comma, rest = figures.partition(",")
    pieces: list[str] = []
    for run in reversed(runs[1:]):
        at = max(len(whole) - len(run["whole"]), 0)
        pieces.append(whole[at:])
        whole = whole[:at]
    pieces.append(whole)
    pieces.reverse()
    pieces[-1] += f"{comma}{rest}"
    return pieces

"""numbering.xml: native numbers of clauses, letters and sections, bound to their styles, and the dash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from prikaz.masters.builder.markup import mm, part, w
from prikaz.masters.builder.page import INDENT

LEVELS: Final = 4  # ГОСТ Р 7.0.97-2016, 5.18: no more than four levels
#: Lists of one level: how they count, what is printed, their style, the indent of its first line.
_SINGLE: Final = (
    ("bullet", "–", "ListItem", INDENT),
    ("decimal", "%1)", "BracketItem", INDENT),
    ("russianLower", "%1)", "LetterItem", INDENT),
    ("upperRoman", "%1.", "RomanSection", 0.0),
    ("decimal", "Глава %1.", "Chapter", 0.0),
    ("decimal", "Статья %1.", "Article", INDENT),
)


def numbering() -> str:
    """The whole part.

    The indents of the styles stand here again: where a paragraph names its list
    itself, those of the list outweigh those of its style.
    """
    clauses = [_clause_level(level) for level in range(LEVELS)]
    lists = [clauses, *([_level(0, *item)] for item in _SINGLE)]
    definitions = (_definition(number, levels) for number, levels in enumerate(lists))
    numbers = (w("num", w("abstractNumId", val=number), numId=number + 1) for number in range(len(lists)))
    return part("numbering", *definitions, *numbers)


def list_of(style: str) -> int:
    """The number of the list whose style this is, for those of one level."""
    return 2 + [item[2] for item in _SINGLE].index(style)


def _definition(number: int, levels: Sequence[str]) -> str:
    return w(
        "abstractNum",
        w("nsid", val=f"5A1E{number + 1:04X}"),
        w("multiLevelType", val="multilevel" if len(levels) > 1 else "singleLevel"),
        w("tmpl", val=f"5A1E{number + 0x11:04X}"),
        *levels,
        abstractNumId=number,
    )


def _clause_level(level: int) -> str:
    number = "".join(f"%{place}." for place in range(1, level + 2))
    return _level(level, "decimal", number, f"Clause{level + 1}", INDENT)


def _level(level: int, kind: str, text: str, style: str, first: float) -> str:
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("pStyle", val=style),
        w("suff", val="space"),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=0, firstLine=mm(first))),
        ilvl=level,
    )

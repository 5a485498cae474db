"""numbering.xml: native numbers of clauses, letters and sections, bound to their styles, and the dash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from prikaz.masters.builder.markup import mm, part, w
from prikaz.masters.builder.page import INDENT

LEVELS: Final = 4  # ГОСТ Р 7.0.97-2016, 5.18: no more than four levels
#: Lists of one style: how they count, what is printed, their style, the indent of its first line.
_SINGLE: Final = (
    ("bullet", "–", "ListItem", INDENT),
    ("decimal", "%1)", "BracketItem", INDENT),
    ("russianLower", "%1)", "LetterItem", INDENT),
)
#: The same of sections, under which there are numbers that begin with that of the section.
_SECTIONS: Final = (
    ("upperRoman", "%1.", "RomanSection", 0.0),
    ("decimal", "Глава %1.", "Chapter", 0.0),
    ("decimal", "Статья %1.", "Article", INDENT),
)


def numbering() -> str:
    """The whole part.

    The indents of the styles stand here again: where a paragraph names its list
    itself, those of the list outweigh those of its style.
    """
    clauses = [_clause_level(level, f"Clause{level + 1}") for level in range(LEVELS)]
    below = [_clause_level(level, "", legal=True) for level in range(1, LEVELS)]
    sections = ([_level(0, *item), *below] for item in _SECTIONS)
    lists = [clauses, *([_level(0, *item)] for item in _SINGLE), *sections]
    definitions = (_definition(number, levels) for number, levels in enumerate(lists))
    numbers = (w("num", w("abstractNumId", val=number), numId=number + 1) for number in range(len(lists)))
    return part("numbering", *definitions, *numbers)


def list_of(style: str) -> int:
    """The number of the list whose style this is, for those of one style."""
    return 2 + [item[2] for item in (*_SINGLE, *_SECTIONS)].index(style)


def _definition(number: int, levels: Sequence[str]) -> str:
    return w(
        "abstractNum",
        w("nsid", val=f"5A1E{number + 1:04X}"),
        w("multiLevelType", val="multilevel" if len(levels) > 1 else "singleLevel"),
        w("tmpl", val=f"5A1E{number + 0x11:04X}"),
        *levels,
        abstractNumId=number,
    )


def _clause_level(level: int, style: str, *, legal: bool = False) -> str:
    number = "".join(f"%{place}." for place in range(1, level + 2))
    return _level(level, "decimal", number, style, INDENT, legal=legal)


def _level(  # noqa: PLR0913 (all that a level says)
    level: int, kind: str, text: str, style: str, first: float, *, legal: bool = False
) -> str:
    """A level; ``legal`` shows the numbers above it as plain figures, whatever they look like themselves."""
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("pStyle", val=style) if style else "",
        w("isLgl") if legal else "",
        w("suff", val="space"),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=0, firstLine=mm(first))),
        ilvl=level,
    )

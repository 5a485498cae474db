"""numbering.xml: native numbers of clauses, bound to their styles, and the dash of a list."""

from __future__ import annotations

from typing import Final

from prikaz.masters.builder.markup import mm, part, w
from prikaz.masters.builder.page import INDENT

LEVELS: Final = 4  # ГОСТ Р 7.0.97-2016, 5.18: no more than four levels


def numbering() -> str:
    """The whole part.

    The indents of the styles stand here again: where a paragraph names its list
    itself, those of the list outweigh those of its style.
    """
    clauses = (_clause_level(level) for level in range(LEVELS))
    dash = _level(0, "bullet", "–", "ListItem")
    return part(
        "numbering",
        w(
            "abstractNum",
            w("nsid", val="5A1E0001"),
            w("multiLevelType", val="multilevel"),
            w("tmpl", val="5A1E0011"),
            *clauses,
            abstractNumId=0,
        ),
        w(
            "abstractNum",
            w("nsid", val="5A1E0002"),
            w("multiLevelType", val="singleLevel"),
            w("tmpl", val="5A1E0012"),
            dash,
            abstractNumId=1,
        ),
        w("num", w("abstractNumId", val=0), numId=1),
        w("num", w("abstractNumId", val=1), numId=2),
    )


def _clause_level(level: int) -> str:
    number = "".join(f"%{place}." for place in range(1, level + 2))
    return _level(level, "decimal", number, f"Clause{level + 1}")


def _level(level: int, kind: str, text: str, style: str) -> str:
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("pStyle", val=style),
        w("suff", val="space"),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=0, firstLine=mm(INDENT))),
        ilvl=level,
    )

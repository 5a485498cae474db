"""Tables whose columns a loop makes: what they print is looked through afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from prikaz.docx.compilation.paragraphs import Placed
from prikaz.docx.compilation.source import Tag
from prikaz.docx.compilation.tokens import TokenRegister, statement_code
from prikaz.docx.wml.elements import surround
from prikaz.docx.wml.names import w


def mark_tables(placed: Iterable[Placed], register: TokenRegister) -> None:
    """Have those tables repaired after printing whose columns depend on the values.

    Tables with a ``{% grid %}`` tag know their columns and need no repair.
    """
    placed = list(placed)
    known = {_table(item) for item in placed if item.shape.word == "grid"}
    loose = [
        _table(item) for item in placed if item.shape.carrier == "tc" or item.shape.word in {"hm", "colspan"}
    ]
    for table in dict.fromkeys(loose):
        if table is not None and table not in known:
            begin = register.token(Tag(text="", code=statement_code("filter _repaired")))
            end = register.token(Tag(text="", code=statement_code("endfilter")))
            surround(table, begin, end)


def _table(item: Placed) -> etree._Element | None:
    return next(item.element.iterancestors(w("tbl")), None)

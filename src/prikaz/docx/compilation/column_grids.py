"""Tables whose columns a loop makes: their grids are made after they are printed."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from prikaz.docx.compilation.paragraphs import PlacedTag
from prikaz.docx.compilation.source import Tag
from prikaz.docx.compilation.tokens import TokenRegister, statement_code
from prikaz.docx.wml.elements import surround
from prikaz.docx.wml.names import w


def mark_tables(placed: Iterable[PlacedTag], register: TokenRegister) -> None:
    """Have a grid made for each table whose columns depend on the values.

    A table with a ``{% grid %}`` tag states its columns and needs none.
    """
    placed = list(placed)
    stated = {_table(item) for item in placed if item.shape.word == "grid"}
    open_tables = [
        _table(item) for item in placed if item.shape.replaces == "tc" or item.shape.word in {"hm", "colspan"}
    ]
    for table in dict.fromkeys(open_tables):
        if table is not None and table not in stated:
            begin = register.token(Tag(text="", code=statement_code("filter _column_grid")))
            end = register.token(Tag(text="", code=statement_code("endfilter")))
            surround(table, begin, end)


def _table(item: PlacedTag) -> etree._Element | None:
    return next(item.element.iterancestors(w("tbl")), None)

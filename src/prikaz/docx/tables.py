"""Grids of tables: the columns that a loop has made are counted and given their widths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree

from prikaz.docx.paragraphs import Placed
from prikaz.docx.source import Register, Tag, statement_code
from prikaz.docx.xml import surround, w

_GRID: Final = re.compile(r"<w:tblGrid(?:/>|[ >].*?</w:tblGrid>)", re.DOTALL)
_COLUMN: Final = re.compile(r'<w:gridCol[^>]*? w:w="([\d.]+)"')
_MARK: Final = re.compile(r'<(/?w:tbl|/?w:tr|w:tc)[ />]|<w:gridSpan w:val="(\d+)"')


def mark_tables(placed: Iterable[Placed], register: Register) -> None:
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


def grid_xml(widths: Iterable[int]) -> str:
    """Write the grid of a table; widths in twentieths of a point.

    >>> grid_xml([1000, 2000])
    '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    """
    columns = "".join(f'<w:gridCol w:w="{int(width)}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def repaired(table: str) -> str:
    """Give a printed table a grid with as many columns as its longest row takes, of the same total width.

    >>> row = "<w:tr><w:tc></w:tc><w:tc></w:tc></w:tr>"
    >>> made = repaired(f'<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{row}</w:tbl>')
    >>> print(made.partition("<w:tr>")[0])
    <w:tbl><w:tblGrid><w:gridCol w:w="450"/><w:gridCol w:w="450"/></w:tblGrid>
    """
    grid = _GRID.search(table)
    needed = _columns(table)
    widths = [int(float(width)) for width in _COLUMN.findall(grid[0])] if grid else []
    if grid is None or not needed or needed == len(widths):
        return table
    return table[: grid.start()] + grid_xml(_spread(widths, needed)) + table[grid.end() :]


def _spread(widths: Sequence[int], needed: int) -> list[int]:
    """Make the list longer or shorter, keeping its sum and, as far as columns stay, their proportions."""
    total, count = sum(widths), len(widths)
    if needed > count:
        return [width * count // needed for width in widths] + [total // needed] * (needed - count)
    extra = sum(widths[needed:]) // needed
    return [width + extra for width in widths[:needed]]


def _columns(table: str) -> int:
    """Count the columns that the longest row takes; tables inside cells do not count."""
    rows = [0]
    depth = 0
    for mark, span in _MARK.findall(table):
        if mark in {"w:tbl", "/w:tbl"}:
            depth += 1 if mark == "w:tbl" else -1
        elif depth == 1 and mark == "w:tr":
            rows.append(0)
        elif depth == 1 and mark == "w:tc":
            rows[-1] += 1
        elif depth == 1 and span:
            rows[-1] += int(span) - 1
    return max(rows)

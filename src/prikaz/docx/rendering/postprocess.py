"""Work on printed XML: grids of tables whose columns a loop made, containers that were left empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from prikaz.docx.wml.units import whole

_GRID: Final = r"<w:tblGrid(?:/>|[ >])"
_GRID_END: Final = "</w:tblGrid>"
_COLUMN: Final = r'<w:gridCol[^>]*? w:w="([\d.]+)"'
#: Columns of the widest table that Word makes.
_MOST_COLUMNS: Final = 63
_MARK: Final = r'<(/?w:tbl|/?w:tr|w:tc)[ />]|<w:gridSpan w:val="(\d+)"'


def with_last_paragraph(blocks: str) -> str:
    """Add an empty paragraph if the blocks do not end with one.

    >>> with_last_paragraph(""), with_last_paragraph("<w:p>а</w:p>")
    ('<w:p/>', '<w:p>а</w:p>')
    """
    return blocks if blocks.endswith(("</w:p>", "<w:p/>")) else f"{blocks}<w:p/>"


def grid_xml(widths: Iterable[int]) -> str:
    """Write the grid of a table; widths in twentieths of a point.

    >>> grid_xml([1000, 2000])
    '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    """
    columns = "".join(f'<w:gridCol w:w="{int(width)}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def with_column_grid(table: str) -> str:
    """Give a printed table a grid with as many columns as its longest row has, of the same total width.

    >>> row = "<w:tr><w:tc></w:tc><w:tc></w:tc></w:tr>"
    >>> made = with_column_grid(f'<w:tbl><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{row}</w:tbl>')
    >>> print(made.partition("<w:tr>")[0])
    <w:tbl><w:tblGrid><w:gridCol w:w="450"/><w:gridCol w:w="450"/></w:tblGrid>
    """
    start, end = _grid_place(table)
    needed = _columns(table)
    widths = [whole(width) for width in re.findall(_COLUMN, table[start:end])]
    if start == end or not needed or needed == len(widths):
        return table
    return table[:start] + grid_xml(_spread(widths, needed)) + table[end:]


def _grid_place(table: str) -> tuple[int, int]:
    """Where the grid begins and ends; the same place twice when there is none."""
    begin = re.search(_GRID, table)
    if begin is None or begin[0].endswith("/>"):
        return begin.span() if begin else (0, 0)
    end = table.find(_GRID_END, begin.end())
    return (begin.start(), end + len(_GRID_END)) if end >= 0 else (0, 0)


def _spread(widths: Sequence[int], needed: int) -> list[int]:
    """Make the list longer or shorter, keeping its sum and, as far as columns stay, their proportions."""
    total, count = sum(widths), len(widths)
    if needed > count:
        return [width * count // needed for width in widths] + [total // needed] * (needed - count)
    extra = sum(widths[needed:]) // needed
    return [width + extra for width in widths[:needed]]


def _columns(table: str) -> int:
    """Count the columns of the longest row; tables inside cells do not count."""
    rows = [0]
    depth = 0
    for mark, span in re.findall(_MARK, table):
        if mark in {"w:tbl", "/w:tbl"}:
            depth += 1 if mark == "w:tbl" else -1
        elif depth == 1 and mark == "w:tr":
            rows.append(0)
        elif depth == 1 and mark == "w:tc":
            rows[-1] += 1
        elif depth == 1 and span:
            rows[-1] += min(whole(span), _MOST_COLUMNS) - 1
    return max(rows)

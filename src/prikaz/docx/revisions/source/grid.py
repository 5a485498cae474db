"""The grid of a table in its XML: which columns each cell covers, which cells are merged downwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from prikaz.docx.content.names import CELL, VAL, child_value, count
from prikaz.docx.revisions.source.names import (
    CELL_PROPERTIES,
    GRID_BEFORE,
    GRID_SPAN,
    ROW_PROPERTIES,
    VERTICAL_MERGE,
)

if TYPE_CHECKING:
    from lxml import etree


def places(row: etree._Element) -> Iterator[tuple[etree._Element, range]]:
    """Cells of a row with the columns of the grid that they cover."""
    start = left_out(row, GRID_BEFORE)
    for cell in row.iterchildren(CELL):
        span = max(1, count(child_value(cell.find(CELL_PROPERTIES), GRID_SPAN), 1) or 1)
        yield cell, range(start, start + span)
        start += span


def left_out(row: etree._Element, name: str) -> int:
    """How many columns a row leaves out before its cells (w:gridBefore), or after them."""
    return max(0, count(child_value(row.find(ROW_PROPERTIES), name), 0) or 0)


def goes_on(cell: etree._Element) -> bool:
    """Whether a cell goes on with the one above it."""
    merge = vertical_merge(cell)
    return merge is not None and merge.get(VAL) != "restart"


def vertical_merge(cell: etree._Element) -> etree._Element | None:
    """What a cell says of its part in a merge downwards."""
    properties = cell.find(CELL_PROPERTIES)
    return None if properties is None else properties.find(VERTICAL_MERGE)


def cells_going_on(row: etree._Element, below: etree._Element | None) -> set[etree._Element]:
    """Cells of a row that the row below goes on with."""
    if below is None:
        return set()
    going_on = {covered for cell, covered in places(below) if goes_on(cell)}
    return {cell for cell, covered in places(row) if covered in going_on and vertical_merge(cell) is not None}

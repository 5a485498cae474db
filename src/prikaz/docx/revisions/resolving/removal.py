"""Elements taken out of a text whole: runs, paragraphs, rows, cells; and paragraphs joined."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.names import (
    CELL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PROPERTIES,
    ROW,
    RUN,
    RUN_PROPERTIES,
    SECTION,
    TABLE,
    VAL,
)
from prikaz.docx.revisions.source.grid import places
from prikaz.docx.revisions.source.names import (
    COMING,
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    CUSTOM_XML,
    GRID,
    GRID_COLUMN,
    HYPERLINK,
    ID,
    RANGES,
    SMART_TAG,
    VERTICAL_MERGE,
)
from prikaz.docx.revisions.source.story import next_in_flow
from prikaz.docx.wml.elements import remove
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

#: What a paragraph without text may hold.
_UNSEEN: Final = PROPERTIES | RANGES | {COMMENT_REFERENCE}
#: What is not seen while it holds nothing.
_HOLLOW: Final = COMING | {RUN, HYPERLINK, SMART_TAG, CUSTOM_XML, w("bdo"), w("dir")}


def take_out(element: etree._Element) -> frozenset[str]:
    """Take an element out; ends of ranges that it holds stay where it was.

    Returns:
        Numbers of the comments that went with it.
    """
    commented = frozenset(item.get(ID) or "" for item in element.iter(COMMENT_REFERENCE))
    for item in list(element.iter(*RANGES)):
        if item.tag not in {COMMENT_START, COMMENT_END} or item.get(ID) not in commented:
            item.tail = None
            element.addprevious(item)
    remove(element)
    return commented


# Paragraphs


def join_with_next(paragraph: etree._Element) -> frozenset[str]:
    """Take away the mark of a paragraph: what it holds goes on in the next one.

    Without a next paragraph that it could join, an empty one goes and any other stays.

    Returns:
        Numbers of the comments that went with it.
    """
    after = next_in_flow(paragraph)
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    held = [child for child in paragraph if child is not properties]
    if after is not None and after.tag == PARAGRAPH:
        own = after.find(PARAGRAPH_PROPERTIES)
        place = 0 if own is None else after.index(own) + 1
        for child in reversed(held):
            after.insert(place, child)
        remove(paragraph)
    elif all(map(_is_empty, held)) and _can_go(paragraph):
        return take_out(paragraph)
    return frozenset()


def _is_empty(element: etree._Element) -> bool:
    """Whether nothing of an element is seen on the page."""
    return element.tag in _UNSEEN or (element.tag in _HOLLOW and all(map(_is_empty, element)))


def _can_go(paragraph: etree._Element) -> bool:
    """Whether what a paragraph stands in needs it no more than its other blocks."""
    parent = paragraph.getparent()
    if parent is None or paragraph.find(f"{PARAGRAPH_PROPERTIES}/{SECTION}") is not None:
        return False
    others = [child for child in parent if child is not paragraph and child.tag not in PROPERTIES]
    return bool(others) and (parent.tag != CELL or others[-1].tag == PARAGRAPH)


# Tables


def take_out_rows(rows: Iterable[etree._Element]) -> None:
    """Take rows out, and tables that have none left."""
    tables: dict[etree._Element, None] = {}
    for row in rows:
        table = next(row.iterancestors(TABLE), None)
        remove(row)
        if table is not None:
            tables[table] = None
    for table in tables:
        if next(table.iter(ROW), None) is None:
            _take_out_table(table)


def _take_out_table(table: etree._Element) -> None:
    parent = table.getparent()
    if parent is None:
        return
    if parent.tag == CELL and parent[-1] is table:
        table.addnext(table.makeelement(PARAGRAPH))
    remove(table)


def take_out_cells(cells: Iterable[etree._Element]) -> None:
    """Take cells out, with the columns of the grid that no row has any more."""
    by_table: dict[etree._Element, set[etree._Element]] = {}
    for cell in cells:
        table = next(cell.iterancestors(TABLE), None)
        if table is not None:
            by_table.setdefault(table, set()).add(cell)
    for table, gone in by_table.items():
        _take_out_columns(table, gone)
        rows = {row: None for cell in gone if (row := next(cell.iterancestors(ROW), None)) is not None}
        for cell in gone:
            remove(cell)
        take_out_rows([row for row in rows if next(row.iter(CELL), None) is None])


def _take_out_columns(table: etree._Element, gone: set[etree._Element]) -> None:
    grid = table.find(GRID)
    if grid is None:
        return
    left: set[int] = set()
    met: set[int] = set()
    for row in table.iterchildren(ROW):
        for cell, covered in places(row):
            (met if cell in gone else left).update(covered)
    columns = list(grid.iterchildren(GRID_COLUMN))
    for place in met - left:
        if place < len(columns):
            grid.remove(columns[place])


def merge_cell(mark: etree._Element, *, keep: bool) -> None:
    """Accept or reject a recorded merge of cells (w:cellMerge)."""
    properties = mark.getparent()
    if properties is None:
        return
    said = mark.get(w("vMerge") if keep else w("vMergeOrig"))
    place = properties.index(mark)
    properties.remove(mark)
    old = properties.find(VERTICAL_MERGE)
    if old is not None:
        place = properties.index(old)
        properties.remove(old)
    if said is not None:
        value = "restart" if said == "rest" else "continue"
        properties.insert(place, properties.makeelement(VERTICAL_MERGE, {VAL: value}))


def drop_mark(mark: etree._Element) -> None:
    """Take a recorded change out of properties; properties of characters that say nothing go too."""
    properties = mark.getparent()
    if properties is None:
        return
    properties.remove(mark)
    parent = properties.getparent()
    if properties.tag == RUN_PROPERTIES and not len(properties) and parent is not None:
        parent.remove(properties)

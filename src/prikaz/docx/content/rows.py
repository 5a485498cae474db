"""What rows and cells of a table say about themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.borders import Lines, lines
from prikaz.docx.content.names import (
    ALTERNATIVES,
    CELL,
    PARAGRAPH,
    PROPERTIES,
    ROW,
    TABLE,
    VAL,
    child_value,
    chosen,
    count,
    is_on,
    twips,
)
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

#: Columns that a cell may say it covers; Word has 63.
_MAX_SPAN: Final = 1_000


class RowProperties(NamedTuple):
    """What a row says.

    Attributes:
        before: Columns left out before its first cell.
        header: Whether it is repeated on each page.
        deleted: The recorded change that deletes it.
        inserted: The one that inserts it.
        lines: Lines of the table that it draws otherwise.
    """

    before: int = 0
    header: bool = False
    deleted: etree._Element | None = None
    inserted: etree._Element | None = None
    lines: Lines = Lines()


class CellProperties(NamedTuple):
    """What a cell says.

    Attributes:
        span: Columns of the grid it covers.
        vertical: Its part in a merge of rows: "restart", "continue" or "".
        horizontal: Its part in a merge of columns of old files.
        lines: Lines round it.
        width: Its own width; None when it does not say.
        deleted: Whether a recorded change deletes it.
    """

    span: int = 1
    vertical: str = ""
    horizontal: str = ""
    lines: Lines = Lines()
    width: int | None = None
    deleted: bool = False


def inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, whatever wrappers they stand in."""
    waiting = list(reversed(element))
    while waiting:
        item = waiting.pop()
        if item.tag == name:
            yield item
        elif item.tag == ALTERNATIVES:
            only = chosen(item)
            waiting += [] if only is None else [only]
        elif item.tag not in PROPERTIES and item.tag not in _NEVER_INSIDE:
            waiting += reversed(item)


_NEVER_INSIDE: Final = frozenset({PARAGRAPH, TABLE, ROW, CELL})


def row_properties(row: etree._Element) -> RowProperties:
    """Read what a row says."""
    properties = row.find(_TR_PR)
    exceptions = row.find(_EXCEPTIONS)
    own = Lines() if exceptions is None else lines(exceptions.find(_TBL_BORDERS))
    if properties is None:
        return RowProperties(lines=own)
    header = properties.find(_HEADER)
    return RowProperties(
        before=_bounded(child_value(properties, _BEFORE), 0),
        header=header is not None and is_on(header.get(VAL)),
        deleted=properties.find(_DELETED),
        inserted=properties.find(_INSERTED),
        lines=own,
    )


_TR_PR: Final = w("trPr")
_EXCEPTIONS: Final = w("tblPrEx")
_TBL_BORDERS: Final = w("tblBorders")
_HEADER: Final = w("tblHeader")
_BEFORE: Final = w("gridBefore")
_DELETED: Final = w("del")
_INSERTED: Final = w("ins")


def cell_properties(cell: etree._Element) -> CellProperties:
    """Read what a cell says."""
    properties = cell.find(_TC_PR)
    if properties is None:
        return CellProperties()
    span, vertical, horizontal, drawn, width, deleted = 1, "", "", Lines(), None, False
    for child in properties:
        name = child.tag
        if name == _WIDTH:
            width = twips(child.get(_W)) if child.get(_TYPE) in _LENGTHS else None
        elif name == _SPAN:
            span = max(1, _bounded(child.get(VAL), 1))
        elif name == _V_MERGE:
            vertical = child.get(VAL) or "continue"
        elif name == _H_MERGE:
            horizontal = child.get(VAL) or "continue"
        elif name == _BORDERS:
            drawn = lines(child)
        elif name == _CELL_DELETED:
            deleted = True
    return CellProperties(span, vertical, horizontal, drawn, width, deleted)


_TC_PR: Final = w("tcPr")
_WIDTH: Final = w("tcW")
_W: Final = w("w")
_TYPE: Final = w("type")
_LENGTHS: Final = frozenset({"dxa", None})
_SPAN: Final = w("gridSpan")
_V_MERGE: Final = w("vMerge")
_H_MERGE: Final = w("hMerge")
_BORDERS: Final = w("tcBorders")
_CELL_DELETED: Final = w("cellDel")


def _bounded(text: str | None, default: int) -> int:
    return max(0, min(_MAX_SPAN, count(text, default) or 0))

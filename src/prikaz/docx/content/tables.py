"""Tables of a Word file as true grids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.borders import Lines, is_bordered, lines, lines_of_style, overlaid
from prikaz.docx.content.elements import Cell, Paragraph, RemarkKind, Table
from prikaz.docx.content.names import (
    ALTERNATIVES,
    AUTHOR,
    CELL,
    DELETED_TEXT,
    PARAGRAPH,
    PROPERTIES,
    ROW,
    TABLE,
    TEXT,
    VAL,
    child_value,
    chosen,
    count,
    is_on,
    twips,
)
from prikaz.docx.content.story import Story
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

#: Columns that a cell may say it covers; Word has 63.
_MAX_SPAN: Final = 1_000


class _RowProperties(NamedTuple):
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


class _CellProperties(NamedTuple):
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


class _Draft:
    """A cell before its grid is known: from one edge of the grid of the file to another."""

    def __init__(self, element: etree._Element, said: _CellProperties, row: int, start: int) -> None:
        self.element = element
        self.row, self.rows = row, 1
        self.start, self.end = start, start + said.span
        self.width = said.width
        self.drawn: list[Lines] = [said.lines]


class TableReader:
    """Reads one table.

    Args:
        story: The part it stands in.
        element: The w:tbl.
    """

    def __init__(self, story: Story, element: etree._Element) -> None:
        self._story, self._element = story, element
        formatting = story.document.formatting
        properties = element.find(w("tblPr"))
        named = child_value(properties, w("tblStyle")) or ""
        self._style = formatting.style(named)
        lines_of, drawing = story.document.lines, self._style.id or formatting.default_table
        if drawing not in lines_of:
            lines_of[drawing] = lines_of_style(formatting, drawing)
        own = None if properties is None else properties.find(w("tblBorders"))
        self._lines = overlaid(lines_of[drawing], lines(own))
        self._rows: list[list[_Draft]] = []
        self._row_lines: list[Lines] = []
        self._headers: list[bool] = []

    def read(self) -> Table:
        """Read the table."""
        self._draft()
        edges = sorted({edge for row in self._rows for cell in row for edge in (cell.start, cell.end)})
        columns = {edge: column for column, edge in enumerate(edges)}
        rows = tuple(tuple(self._cell(draft, columns) for draft in row) for row in self._rows)
        return Table(
            rows=rows,
            widths=self._widths(edges),
            header_rows=self._headers.index(False) if False in self._headers else len(self._headers),
            bordered=any(cell.bordered for row in rows for cell in row),
            style=self._style.name,
            part=self._story.part,
            index=self._story.index_of(self._element),
        )

    def _draft(self) -> None:
        """Find out which cells there are, and what they cover."""
        above: dict[tuple[int, int], _Draft] = {}
        for row in _inside(self._element, ROW):
            said = _row_properties(row)
            if said.deleted is not None:
                self._remark(RemarkKind.DELETED, row, said.deleted.get(AUTHOR) or "")
                continue
            if said.inserted is not None:
                self._remark(RemarkKind.INSERTED, row, said.inserted.get(AUTHOR) or "")
            self._headers.append(said.header)
            self._row_lines.append(said.lines)
            above = self._draft_row(row, said.before, above)

    def _draft_row(
        self, row: etree._Element, start: int, above: dict[tuple[int, int], _Draft]
    ) -> dict[tuple[int, int], _Draft]:
        """Take down the cells of a row; gives those that the next row may go on with."""
        number = len(self._rows)
        cells: list[_Draft] = []
        going_on: dict[tuple[int, int], _Draft] = {}
        last: _Draft | None = None
        for element in _inside(row, CELL):
            said = _cell_properties(element)
            if said.deleted:
                self._remark(RemarkKind.DELETED, element, "")
                continue
            place = (start, start + said.span)
            start += said.span
            if said.horizontal == "continue" and last is not None:
                last.end = start
                self._remark(RemarkKind.COVERED, element)
            elif said.vertical == "continue" and place in above:
                last = going_on[place] = above[place]
                last.rows += 1
                last.drawn.append(said.lines)
                self._remark(RemarkKind.COVERED, element)
            else:
                last = _Draft(element, said, number, place[0])
                cells.append(last)
                if said.vertical:
                    going_on[place] = last
        self._rows.append(cells)
        return {(cell.start, cell.end): cell for cell in going_on.values()}

    def _cell(self, draft: _Draft, columns: dict[int, int]) -> Cell:
        column, end = columns[draft.start], columns[draft.end]
        last = draft.row + draft.rows
        edges = (draft.row == 0, last == len(self._rows), column == 0, end == len(columns) - 1)
        table = overlaid(self._lines, self._row_lines[draft.row])
        blocks = self._story.blocks(draft.element)
        return Cell(
            row=draft.row,
            column=column,
            rows=draft.rows,
            columns=end - column,
            blocks=blocks or (Paragraph(text="", part=self._story.part, index=-1),),
            bordered=any(is_bordered(table, drawn, edges) for drawn in draft.drawn),
        )

    def _widths(self, edges: Sequence[int]) -> tuple[int, ...]:
        """Widths between the edges: those of the grid, or else what cells say."""
        columns = self._element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
        places = list(accumulate((twips(item.get(_W)) or 0 for item in columns), initial=0))
        own = {(cell.start, cell.end): cell.width or 0 for row in self._rows for cell in row}

        def width(start: int, end: int) -> int:
            by_grid = places[end] - places[start] if end < len(places) else 0
            return by_grid if by_grid > 0 else own.get((start, end), 0)

        return tuple(width(start, end) for start, end in pairwise(edges))

    def _remark(self, kind: RemarkKind, element: etree._Element, author: str = "") -> None:
        """Take down words that are not in the table, or came into it."""
        words = "\n".join(filter(None, map(_words, element.iter(PARAGRAPH))))
        if words.strip():
            first = next(element.iter(PARAGRAPH))
            self._story.remark(kind, words, author, self._story.index_of(first))


def _words(paragraph: etree._Element) -> str:
    return "".join(item.text or "" for item in paragraph.iter(TEXT, DELETED_TEXT))


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
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


def _row_properties(row: etree._Element) -> _RowProperties:
    properties = row.find(_TR_PR)
    exceptions = row.find(_EXCEPTIONS)
    own = Lines() if exceptions is None else lines(exceptions.find(_TBL_BORDERS))
    if properties is None:
        return _RowProperties(lines=own)
    header = properties.find(_HEADER)
    return _RowProperties(
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


def _cell_properties(cell: etree._Element) -> _CellProperties:
    properties = cell.find(_TC_PR)
    if properties is None:
        return _CellProperties()
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
    return _CellProperties(span, vertical, horizontal, drawn, width, deleted)


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

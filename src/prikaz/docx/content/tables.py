"""Tables of a Word file as true grids."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prikaz.docx.content.borders import Lines, is_bordered, lines, lines_of_style, overlaid
from prikaz.docx.content.columns import Columns, Span
from prikaz.docx.content.elements import Cell, Paragraph, RemarkKind, Table
from prikaz.docx.content.names import AUTHOR, CELL, DELETED_TEXT, PARAGRAPH, ROW, TEXT, child_value, twips
from prikaz.docx.content.rows import CellProperties, RowProperties, cell_properties, inside, row_properties
from prikaz.docx.content.story import Story
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree


class _Place(NamedTuple):
    """A cell of the file: where it stands, and what it says."""

    element: etree._Element
    said: CellProperties
    span: Span


class _Row(NamedTuple):
    """A row of the file that is shown."""

    ordinal: int
    said: RowProperties
    cells: list[_Place]


class _Draft:
    """A cell of the grid, while rows below may still belong to it.

    Attributes:
        drawn: Lines round each of the cells of the file it is made of.
    """

    def __init__(self, place: _Place, row: int, column: int, end: int) -> None:
        self.element = place.element
        self.row, self.rows = row, 1
        self.column, self.end = column, end
        self.drawn: list[Lines] = [place.said.lines]


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
        self._style = formatting.style(child_value(properties, w("tblStyle")) or "")
        lines_of, drawing = story.document.lines, self._style.id or formatting.default_table
        if drawing not in lines_of:
            lines_of[drawing] = lines_of_style(formatting, drawing)
        own = None if properties is None else properties.find(w("tblBorders"))
        self._lines = overlaid(lines_of[drawing], lines(own))

    def read(self) -> Table:
        """Read the table."""
        found = self._rows()
        grid = [twips(item.get(w("w"))) or 0 for item in self._element.iterfind(_GRID)]
        columns = Columns(grid, (place.span for row in found for place in row.cells))
        edges = (len(found), len(columns.widths))
        rows = tuple(
            tuple(self._cell(draft, found[draft.row].said, edges) for draft in row)
            for row in self._drafts(found, columns)
        )
        headers = [row.said.header for row in found]
        return Table(
            rows=rows,
            widths=columns.widths,
            header_rows=headers.index(False) if False in headers else len(headers),
            bordered=any(cell.bordered for row in rows for cell in row),
            style=self._style.name,
            part=self._story.part,
            index=self._story.index_of(self._element),
            ordinals=tuple(row.ordinal for row in found),
            grid=columns.ends,
        )

    def _rows(self) -> list[_Row]:
        """Rows that are shown: without those that a recorded change deletes."""
        found = []
        for ordinal, row in enumerate(inside(self._element, ROW)):
            said = row_properties(row)
            if said.deleted is not None:
                self._remark(RemarkKind.DELETED, row, said.deleted.get(AUTHOR) or "")
                continue
            if said.inserted is not None:
                self._remark(RemarkKind.INSERTED, row, said.inserted.get(AUTHOR) or "")
            found.append(_Row(ordinal, said, self._places(row, said.before)))
        return found

    def _places(self, row: etree._Element, start: int) -> list[_Place]:
        """Cells of a row; those that old files merge into the one before them only lengthen it."""
        found: list[_Place] = []
        for element in inside(row, CELL):
            said = cell_properties(element)
            if said.deleted:
                self._remark(RemarkKind.DELETED, element)
                continue
            end = start + said.span
            if said.horizontal == "continue" and found:
                last = found[-1]
                found[-1] = last._replace(span=last.span._replace(end=end, width=0))
                self._remark(RemarkKind.COVERED, element)
            else:
                found.append(_Place(element, said, Span(start, end, said.width or 0)))
            start = end
        return found

    def _drafts(self, rows: list[_Row], columns: Columns) -> list[list[_Draft]]:
        """Cells of the grid; what goes on with a cell above only makes that one higher."""
        made: list[list[_Draft]] = []
        above: dict[tuple[int, int], _Draft] = {}
        for number, row in enumerate(rows):
            drafts: list[_Draft] = []
            merged: dict[tuple[int, int], _Draft] = {}
            for place in row.cells:
                edges = columns.at[place.span.start], columns.at[place.span.end]
                if place.said.vertical == "continue" and edges in above:
                    draft = above[edges]
                    draft.rows += 1
                    draft.drawn.append(place.said.lines)
                    self._remark(RemarkKind.COVERED, place.element)
                else:
                    draft = _Draft(place, number, *edges)
                    drafts.append(draft)
                if place.said.vertical:
                    merged[edges] = draft
            made.append(drafts)
            above = merged
        return made

    def _cell(self, draft: _Draft, row: RowProperties, size: tuple[int, int]) -> Cell:
        """Read a cell.

        Args:
            draft: The cell.
            row: What its first row says.
            size: Rows and columns of the table.
        """
        rows, columns = size
        edges = (draft.row == 0, draft.row + draft.rows == rows, draft.column == 0, draft.end == columns)
        table = overlaid(self._lines, row.lines)
        blocks = self._story.blocks(draft.element)
        return Cell(
            row=draft.row,
            column=draft.column,
            rows=draft.rows,
            columns=draft.end - draft.column,
            blocks=blocks or (Paragraph(text="", part=self._story.part, index=-1),),
            bordered=any(is_bordered(table, drawn, edges) for drawn in draft.drawn),
        )

    def _remark(self, kind: RemarkKind, element: etree._Element, author: str = "") -> None:
        """Take down words that are not in the table, or came into it."""
        words = "\n".join(filter(None, map(_words, element.iter(PARAGRAPH))))
        if words.strip():
            first = next(element.iter(PARAGRAPH))
            self._story.remark(kind, words, author, self._story.index_of(first))


_GRID = f"{w('tblGrid')}/{w('gridCol')}"


def _words(paragraph: etree._Element) -> str:
    return "".join(item.text or "" for item in paragraph.iter(TEXT, DELETED_TEXT))

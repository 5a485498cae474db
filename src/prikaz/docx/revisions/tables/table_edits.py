"""Rows and columns that are asked to come and go: which can, and their writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.names import CELL, PARAGRAPH, ROW
from prikaz.docx.content.rows import inside
from prikaz.docx.revisions.edits import (
    DeletedRow,
    InsertedColumn,
    InsertedRow,
    Refused,
    TableEdit,
    Told,
    ToldKind,
)
from prikaz.docx.revisions.marking.looks import Look, look_of
from prikaz.docx.revisions.marking.pen import Pen
from prikaz.docx.revisions.paragraphs.paragraph_edits import naming
from prikaz.docx.revisions.paragraphs.whole import of_controls
from prikaz.docx.revisions.resolving.removal import take_out_rows
from prikaz.docx.revisions.source.story import Story, is_in_box
from prikaz.docx.revisions.tables.columns import ColumnWriter, meeting, of_new_column, widened
from prikaz.docx.revisions.tables.rows import (
    NewRow,
    delete_row,
    insert_rows,
    next_staying,
    of_going_row,
    of_going_rows,
    of_new_row,
)

if TYPE_CHECKING:
    from lxml import etree

_WRAPPED: Final = "строки или ячейки таблицы стоят в элементе управления"
_TWICE: Final = "эту строку уже удаляет другая правка"


class _Planned(NamedTuple):
    """An edit that can be done.

    Attributes:
        asked: The edit.
        story: The part.
        table: The w:tbl.
        row: The w:tr; None for a column.
    """

    asked: TableEdit
    story: Story
    table: etree._Element
    row: etree._Element | None


class TableEdits:
    """Rows and columns that come and go.

    Args:
        pen: How changes are written.
    """

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._planned: list[_Planned] = []
        self._gone: dict[etree._Element, DeletedRow] = {}
        self._rows: dict[etree._Element, list[NewRow]] = {}
        self._looks: dict[etree._Element, Look] = {}

    def takes(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph stands in a row that goes."""
        return bool(self._gone) and any(row in self._gone for row in paragraph.iterancestors(ROW))

    # Planning

    def plan_gone(self, asked: DeletedRow, story: Story, table: etree._Element) -> str:
        """Plan a row that goes; gives why it cannot, "" when it can so far."""
        row, why = _row_of(table, asked.row)
        if row is None or why:
            return why
        why = _TWICE if row in self._gone else of_going_row(row)
        if not why:
            self._gone[row] = asked
            self._planned.append(_Planned(asked, story, table, row))
        return why

    def settle(self) -> Iterator[Refused]:
        """Leave out rows that cannot go because of those that stay; gives what that is."""
        for table in dict.fromkeys(planned.table for planned in self._planned):
            for row, why in list(of_going_rows(table, set(self._gone))):
                self._planned = [planned for planned in self._planned if planned.row is not row]
                yield Refused(self._gone.pop(row), why)

    def plan_new(self, asked: InsertedRow | InsertedColumn, story: Story, table: etree._Element) -> str:
        """Plan a row or a column that comes, when all that go are known; gives why it cannot."""
        if isinstance(asked, InsertedRow):
            return self._plan_row(asked, story, table)
        why = of_new_column(table, asked)
        if not why:
            met = (meeting(each, asked.column).cell for each in table.iterchildren(ROW))
            self._take_looks([cell for cell in met if cell is not None], story)
            self._planned.append(_Planned(asked, story, table, None))
        return why

    def _plan_row(self, asked: InsertedRow, story: Story, table: etree._Element) -> str:
        row, why = _row_of(table, asked.row)
        model, why_not_like = _row_of(table, asked.row if asked.like is None else asked.like)
        if row is None or model is None:
            return why or why_not_like
        why = of_new_row(row, next_staying(row, self._gone.keys()), model, asked.texts)
        if not why:
            cells = list(model.iterchildren(CELL))
            texts = dict(zip(cells, asked.texts, strict=True))
            self._rows.setdefault(row, []).append(NewRow(model, texts))
            self._take_looks(cells, story)
            self._planned.append(_Planned(asked, story, table, row))
        return why

    def _take_looks(self, cells: Sequence[etree._Element], story: Story) -> None:
        self._looks |= {cell: _look_of(cell, story) for cell in cells}

    # Writing

    def told(self) -> Iterator[Told]:
        """What is to be told of what will be done."""
        for asked, story, table, row in self._planned:
            if isinstance(asked, DeletedRow) and row is not None:
                yield from (Told(asked, ToldKind.STALE, each) for each in naming(story, row))
            elif isinstance(asked, InsertedColumn) and not self._pen.accept:
                for cell in widened(table, asked):
                    words = "\n".join(story.characters(each).text for each in cell.iter(PARAGRAPH))
                    yield Told(asked, ToldKind.WIDER_CELL, words)

    def write(self) -> None:
        """Write all that can be done."""
        for planned in self._planned:
            planned.story.is_changed = True
        for table in dict.fromkeys(planned.table for planned in self._planned):
            self._write_columns(table)
        below = {row: next_staying(row, self._gone.keys()) for row in self._rows}
        for row, news in self._rows.items():
            insert_rows(row, news, below[row], self._looks.__getitem__, self._pen)
        if self._pen.accept:
            take_out_rows(self._gone)
        else:
            for row in self._gone:
                delete_row(row, self._pen)

    def _write_columns(self, table: etree._Element) -> None:
        columns = [
            planned.asked
            for planned in self._planned
            if planned.table is table and isinstance(planned.asked, InsertedColumn)
        ]
        if not columns:
            return
        writer = ColumnWriter(table, self._pen)
        came: list[etree._Element] = []
        places = sorted(enumerate(columns), key=lambda each: (each[1].column, each[0]), reverse=True)
        for _, asked in places:
            for model, made in writer.write(asked, self._looks.__getitem__):
                self._looks[made] = self._looks[model]
                came.append(made)
        if not self._pen.accept:
            writer.record(came)


def table_of(story: Story | None, asked: TableEdit) -> tuple[etree._Element | None, str]:
    """The table of an edit, and why it cannot be changed; "" when it can."""
    table = None if story is None else story.table(asked.table)
    if table is None:
        return None, f"в части «{asked.part}» нет таблицы {asked.table}"
    if is_in_box(table):
        return table, "таблица стоит в надписи"
    return table, of_controls(table) or (_WRAPPED if _is_wrapped(table) else "")


def _is_wrapped(table: etree._Element) -> bool:
    """Whether rows or cells of a table stand in controls, alternatives or the like."""
    rows = list(table.iterchildren(ROW))
    return rows != list(inside(table, ROW)) or any(
        list(row.iterchildren(CELL)) != list(inside(row, CELL)) for row in rows
    )


def _row_of(table: etree._Element, number: int) -> tuple[etree._Element | None, str]:
    """A row of a table, and why there is none."""
    rows = list(table.iterchildren(ROW))
    if not 0 <= number < len(rows):
        return None, f"в таблице строк {len(rows)}, а правка просит строку {number}"
    return rows[number], ""


def _look_of(cell: etree._Element, story: Story) -> Look:
    """How words of a cell look: those of its first paragraph."""
    paragraph = next(cell.iterchildren(PARAGRAPH), None)
    paragraph = next(cell.iter(PARAGRAPH), None) if paragraph is None else paragraph
    return Look(None, None) if paragraph is None else look_of(paragraph, story.characters(paragraph))

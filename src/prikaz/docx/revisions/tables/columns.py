"""Columns that come into tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.names import CELL, ROW, VAL, twips
from prikaz.docx.revisions.edits import InsertedColumn
from prikaz.docx.revisions.marking.looks import Look
from prikaz.docx.revisions.marking.pen import Pen
from prikaz.docx.revisions.paragraphs.whole import of_text
from prikaz.docx.revisions.source.grid import goes_on, left_out, places, vertical_merge
from prikaz.docx.revisions.source.names import (
    CELL_CAME,
    CELL_MERGED,
    CELL_PROPERTIES,
    CELL_WENT,
    CHANGE_OF_CELL,
    CHANGE_OF_GRID,
    CHANGE_OF_ROW,
    DELETED,
    GRID,
    GRID_AFTER,
    GRID_BEFORE,
    GRID_COLUMN,
    GRID_SPAN,
    ID,
    INSERTED,
    ROW_PROPERTIES,
    TYPE,
)
from prikaz.docx.revisions.tables.rows import made_cell, row_properties
from prikaz.docx.wml.elements import properties, put_property
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

#: Columns of a table in Word.
_MOST: Final = 63
_W: Final = w("w")
_WIDTH: Final = f"{CELL_PROPERTIES}/{w('tcW')}"
_OLD_MERGE: Final = f"{CELL_PROPERTIES}/{w('hMerge')}"
_CHANGES_OF_CELLS: Final = (CELL_CAME, CELL_WENT, CELL_MERGED, CHANGE_OF_CELL)
_RECORDED: Final = "в таблице есть записанные правки ячеек или граф: сначала примите или отклоните их"
#: Units of widths that can be shared out.
_MEASURED: Final = frozenset({"dxa", "pct", None})


class Meeting(NamedTuple):
    """Where a row meets the place of a new column.

    Attributes:
        cell: The cell that ends there, or lies across; None for neither.
        left_out: What says how many columns the row leaves out there: the name of it; "" for none.
        lies_across: Whether the cell lies across.
        is_merged: Whether the cell covers more than one column, so that it may become wider.
    """

    cell: etree._Element | None = None
    left_out: str = ""
    lies_across: bool = False
    is_merged: bool = False


def meeting(row: etree._Element, column: int) -> Meeting:
    """Find where a row meets the place behind a column of the grid."""
    end = left_out(row, GRID_BEFORE)
    if column < end:
        return Meeting(left_out=GRID_BEFORE)
    for cell, covered in places(row):
        if column in covered:
            return Meeting(cell, "", column + 1 < covered.stop, len(covered) > 1)
        end = covered.stop
    return Meeting(left_out=GRID_AFTER if column < end + left_out(row, GRID_AFTER) else "")


# What cannot be


def of_new_column(table: etree._Element, asked: InsertedColumn) -> str:
    """Why a column cannot come; "" when it can."""
    grid = table.find(GRID)
    columns = [] if grid is None else list(grid.iterchildren(GRID_COLUMN))
    rows = list(table.iterchildren(ROW))
    if not 0 <= asked.column < len(columns):
        return f"в таблице граф {len(columns)}, а правка просит графу {asked.column}"
    if len(columns) >= _MOST:
        return f"в таблице Word не больше {_MOST} граф"
    if len(asked.texts) != len(rows):
        return f"в таблице строк {len(rows)}, а текстов {len(asked.texts)}"
    if _has_changes(table, rows):
        return _RECORDED
    for number, (row, text) in enumerate(zip(rows, asked.texts, strict=True)):
        why = _of_row(row, asked.column, text)
        if why:
            return f"строка {number}: {why}"
    return ""


def _has_changes(table: etree._Element, rows: Sequence[etree._Element]) -> bool:
    of_rows = any(row.find(f"{ROW_PROPERTIES}/{CHANGE_OF_ROW}") is not None for row in rows)
    of_cells = any(
        cell.find(f"{CELL_PROPERTIES}/{name}") is not None
        for row in rows
        for cell in row.iterchildren(CELL)
        for name in _CHANGES_OF_CELLS
    )
    return of_rows or of_cells or table.find(f"{GRID}/{CHANGE_OF_GRID}") is not None


def _of_row(row: etree._Element, column: int, text: str | None) -> str:
    if any(cell.find(_OLD_MERGE) is not None for cell in row.iterchildren(CELL)):
        return "ячейки объединены так, как это делали старые версии Word"
    met = meeting(row, column)
    if met.cell is None or met.lies_across:
        return "" if text is None else "на этом месте нет границы ячеек, текста здесь быть не может"
    if text is None:
        return "" if met.is_merged else "нет текста новой ячейки"
    if text and goes_on(met.cell):
        return "новая ячейка продолжает ту, что выше, и текста в ней быть не может"
    return of_text(text)


def widened(table: etree._Element, asked: InsertedColumn) -> list[etree._Element]:
    """Cells that become wider by a column."""
    found = (
        meeting(row, asked.column)
        for row, text in zip(table.iterchildren(ROW), asked.texts, strict=True)
        if text is None
    )
    return [met.cell for met in found if met.cell is not None]


# Writing


class ColumnWriter:
    """Writes columns into a table.

    Args:
        table: The table.
        pen: How changes are written.
    """

    def __init__(self, table: etree._Element, pen: Pen) -> None:
        self._rows, self._pen = list(table.iterchildren(ROW)), pen
        self._grid = table.find(GRID)
        cells = (cell for row in self._rows for cell in row.iterchildren(CELL))
        self._former_cells = {cell: _copied(cell, CELL_PROPERTIES) for cell in cells}
        self._former_rows = {row: _copied(row, ROW_PROPERTIES) for row in self._rows}
        self._former_grid = _copied(table, GRID)

    def write(
        self, asked: InsertedColumn, look: Callable[[etree._Element], Look]
    ) -> list[tuple[etree._Element, etree._Element]]:
        """Write a column; columns are written from the last one to the first.

        Returns:
            Each cell that is made, behind the one it is made like.
        """
        made: list[tuple[etree._Element, etree._Element]] = []
        column = asked.column
        widths = self._share_out(column)
        for row, text in zip(self._rows, asked.texts, strict=True):
            met = meeting(row, column)
            cell = None
            if met.cell is not None and text is not None:
                cell = made_cell(met.cell, look(met.cell), text, _vertical(met.cell), self._pen)
                made.append((met.cell, cell))
            _fit_cells(row, cell, met.cell, widths)
            _fit_left_out(row, met, widths)
        return made

    def _share_out(self, column: int) -> _Widths:
        """Put a column into the grid; all columns become narrower by what it takes."""
        if self._grid is None:
            return _Widths(column, [], [])
        columns = list(self._grid.iterchildren(GRID_COLUMN))
        columns[column].addnext(deepcopy(columns[column]))
        old = [max(0, twips(each.get(_W)) or 0) for each in columns]
        widths = _Widths(column, old, shared_out(old, column))
        for each, width in zip(self._grid.iterchildren(GRID_COLUMN), widths.new, strict=True):
            if each.get(_W) is not None:
                each.set(_W, str(width))
        return widths

    def record(self, came: Sequence[etree._Element]) -> None:
        """Record what has come and changed.

        Args:
            came: Cells that came.
        """
        for cell in came:
            self._pen.sign(put_property(properties(cell), "cellIns"))
        for cell, former in self._former_cells.items():
            if not _is_same(cell.find(CELL_PROPERTIES), former):
                self._pen.sign(put_property(properties(cell), "tcPrChange")).append(former)
        for row, former in self._former_rows.items():
            if not _is_same(row.find(ROW_PROPERTIES), former):
                change = self._pen.change(row, CHANGE_OF_ROW)
                change.append(_without_marks(former))
                row_properties(row).append(change)
        if self._grid is not None:  # says neither who nor when (ISO/IEC 29500-1, CT_TblGridChange)
            change = self._grid.makeelement(CHANGE_OF_GRID, {ID: str(self._pen.next_id())})
            change.append(self._former_grid)
            self._grid.append(change)


class _Widths(NamedTuple):
    """Widths of a grid before a column comes, and after.

    Attributes:
        column: The column that it comes behind.
        old: Widths before.
        new: Widths after.
    """

    column: int
    old: list[int]
    new: list[int]

    def moved(self, covered: range) -> range:
        """The columns that what covered some covers now."""
        start = covered.start if covered.start <= self.column else covered.start + 1
        stop = covered.stop if covered.stop <= self.column + 1 else covered.stop + 1
        return range(start, stop)

    def fit(self, element: etree._Element, covered: range, now: range) -> None:
        """Make a width smaller or larger, as the columns have become that it is the width of."""
        width = twips(element.get(_W))
        before, after = sum(self.old[covered.start : covered.stop]), sum(self.new[now.start : now.stop])
        if width is not None and width > 0 and before > 0 and element.get(TYPE) in _MEASURED:
            element.set(_W, str(round(width * after / before)))


def shared_out(widths: Sequence[int], column: int) -> list[int]:
    """Widths of columns when one more of the width of a column comes behind it, and the sum stays.

    >>> shared_out([1000, 2000], 1)
    [600, 1200, 1200]
    """
    wanted = [*widths[: column + 1], *widths[column:]]
    total, whole = sum(widths), sum(wanted)
    if not total:
        return wanted
    edges = [round(edge * total / whole) for edge in accumulate(wanted, initial=0)]
    return [end - start for start, end in pairwise(edges)]


def _fit_cells(
    row: etree._Element, made: etree._Element | None, met: etree._Element | None, widths: _Widths
) -> None:
    """Give cells of a row the widths they have now, and put the one that is made into its place.

    Args:
        row: The row.
        made: The cell that is made; None where the one that is met becomes wider.
        met: The cell behind or in which the column comes; None for none.
        widths: Widths of the grid.
    """
    for cell, covered in list(places(row)):
        now = widths.moved(covered)
        if made is None and cell is met and len(now) == len(covered):
            now = range(now.start, now.stop + 1)
        if made is not None and cell is met:
            behind = range(now.stop, now.stop + 1)
            _make_single(made)
            _fit_cell(made, covered, behind, widths)
            made.tail, cell.tail = cell.tail, None
            cell.addnext(made)
        _fit_cell(cell, covered, now, widths)
        if len(now) > len(covered):
            put_property(properties(cell), "gridSpan").set(VAL, str(len(now)))


def _fit_cell(cell: etree._Element, covered: range, now: range, widths: _Widths) -> None:
    width = cell.find(_WIDTH)
    if width is not None:
        widths.fit(width, covered, now)


def _make_single(cell: etree._Element) -> None:
    span = cell.find(f"{CELL_PROPERTIES}/{GRID_SPAN}")
    if span is not None:
        properties(cell).remove(span)


def _fit_left_out(row: etree._Element, met: Meeting, widths: _Widths) -> None:
    """Have a row leave out as many columns before and after its cells as there are now."""
    said = row.find(ROW_PROPERTIES)
    before, after = left_out(row, GRID_BEFORE), left_out(row, GRID_AFTER)
    if said is None or not (before or after):
        return
    columns = len(widths.old)
    for name, width, covered in (
        (GRID_BEFORE, said.find(w("wBefore")), range(before)),
        (GRID_AFTER, said.find(w("wAfter")), range(columns - after, columns)),
    ):
        is_wider = met.left_out == name
        now = range(covered.start, covered.stop + 1) if is_wider else widths.moved(covered)
        if width is not None:
            widths.fit(width, covered, now)
        found = said.find(name)
        if is_wider and found is not None:
            found.set(VAL, str(len(now)))


def _vertical(cell: etree._Element) -> str:
    if vertical_merge(cell) is None:
        return ""
    return "continue" if goes_on(cell) else "restart"


def _copied(owner: etree._Element, name: str) -> etree._Element:
    """A copy of properties; empty ones when there are none."""
    found = owner.find(name)
    made = owner.makeelement(name) if found is None else deepcopy(found)
    made.tail = None
    return made


def _without_marks(former: etree._Element) -> etree._Element:
    for child in [child for child in former if child.tag in {INSERTED, DELETED}]:
        former.remove(child)
    return former


def _is_same(found: etree._Element | None, former: etree._Element) -> bool:
    if found is None:
        return not len(former)
    return [_said(item) for item in found.iter()] == [_said(item) for item in former.iter()]


def _said(item: etree._Element) -> tuple[str, dict[str, str]]:
    return str(item.tag), {str(name): str(value) for name, value in item.attrib.items()}

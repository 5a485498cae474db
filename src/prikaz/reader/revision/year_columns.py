"""Columns by year of a table in a Word file: their heads and cells in the new year (графы по годам).

A value stays with its year. When the window slides, each head becomes that of the next year, and what stood
under it moves to where its year stands now. Either all of a table is changed, or nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from prikaz.docx.content.elements import OBJECT, Cell, Paragraph, Table
from prikaz.docx.revisions import AnyEdit, DeletedParagraph, Edit, InsertedColumn, InsertedParagraph
from prikaz.findings import Path
from prikaz.model.column_heads import YEARS
from prikaz.model.contents import blocks
from prikaz.model.indicators import IndicatorTable
from prikaz.model.orders import Order
from prikaz.model.resolution.totals import column_sum
from prikaz.model.tables import Roadmap
from prikaz.model.year_tables import BY_YEAR, YearRow, YearTable, rows_of, texts_of, values_of, years_of
from prikaz.reader.contents import tables
from prikaz.reader.draft import WordDraft
from prikaz.reader.source_text import SourceText

#: The row of sums, as the order knows it.
_TOTAL: Final = "итого"
#: What stands between several values of a cell.
_BETWEEN: Final = ",\n"
_NO_HEAD: Final = "в шапке таблицы не найден год {year}"
_NO_CELL: Final = "в строке таблицы нет отдельной клетки для {year} года"
_MERGED: Final = "клетка объединяет графы или строки, а значения в них теперь разные"
_OBJECTS: Final = "в клетке графы по годам стоит сноска, рисунок или таблица"
_NEW_COLUMNS: Final = "новые графы не идут за прежними, или таблица разорвана на несколько"


class TableRevision(NamedTuple):
    """What has to change in a table.

    Attributes:
        path: The table.
        edits: Changes of its heads and cells.
        cells: Where the values of the new columns stand, by their paths.
        refused: Why it cannot be changed; "" when it can.
    """

    path: Path
    edits: tuple[AnyEdit, ...]
    cells: Mapping[Path, Paragraph]
    refused: str = ""


class _Refusal(Exception):  # noqa: N818 (it is not an error of the program)
    """The table cannot be changed."""


def revised_tables(draft: WordDraft, order: Order) -> Iterator[TableRevision]:
    """What changes in each table of a draft whose columns by year are others in another order.

    Args:
        draft: The old order with its file.
        order: The new order.
    """
    new = dict(blocks(order))
    grids: _Grids | None = None
    for path, block in blocks(draft.order):
        after = new.get(path)
        if not isinstance(block, Roadmap | IndicatorTable) or not isinstance(after, type(block)):
            continue
        if years_of(block) and _years_and_values(block) != _years_and_values(after):
            grids = grids or _Grids(draft)
            yield _Reviser(draft.texts, grids, path).revised(block, after)


def _years_and_values(table: YearTable) -> object:
    return years_of(table), [values_of(row) for _, row in rows_of(table, ())]


class _Place(NamedTuple):
    """A cell of a table of the file."""

    table: Table
    cell: Cell


class _Grids:
    """The tables of a file, looked up by the paragraphs of their cells."""

    def __init__(self, draft: WordDraft) -> None:
        self._places: dict[tuple[str, int], _Place] = {}
        for table in tables(draft.content):
            for row in table.rows:
                for cell in row:
                    for block in cell.blocks:
                        if isinstance(block, Paragraph):
                            self._places[block.part, block.index] = _Place(table, cell)

    def of(self, text: SourceText) -> list[_Place]:
        """The cells that a text stands in."""
        found = (self._places.get((span.part, span.paragraph)) for span in text.spans)
        return list({id(place.cell): place for place in found if place is not None}.values())


def _cell_at(table: Table, row: int, column: int) -> Cell | None:
    """The cell that covers a place of a grid."""
    for cells in reversed(table.rows[: row + 1]):
        for cell in cells:
            if row < cell.row + cell.rows and cell.column <= column < cell.column + cell.columns:
                return cell
    return None


class _Reviser:
    """Revises one table.

    Args:
        texts: The texts of the file by their paths.
        grids: Its tables.
        path: The table.
    """

    def __init__(self, texts: Mapping[Path, SourceText], grids: _Grids, path: Path) -> None:
        self._texts, self._grids, self._path = texts, grids, path
        self._inside = _by_holder(texts, path)
        self._wanted: dict[int, tuple[Cell, list[str]]] = {}
        self._cells: dict[Path, Paragraph] = {}

    def revised(self, old: YearTable, new: YearTable) -> TableRevision:
        """What changes in it."""
        try:
            edits = self._edits(old, new)
        except _Refusal as refusal:
            return TableRevision(self._path, (), {}, str(refusal))
        return TableRevision(self._path, tuple(edits), self._cells)

    def _edits(self, old: YearTable, new: YearTable) -> list[AnyEdit]:
        before, after = years_of(old), years_of(new)
        columns = self._columns(before)
        if len(before) != len(after):
            return self._appended(old, new, columns[-1])
        edits: list[AnyEdit] = [
            edit for pair in zip(before, after, strict=True) for edit in self._head(*pair, before)
        ]
        for (where, row), (_, row_after) in zip(
            rows_of(old, self._path), rows_of(new, self._path), strict=True
        ):
            self._row(where, row, row_after, [*zip(before, after, columns, strict=True)])
        self._total(new, dict(zip(before, columns, strict=True)), dict(zip(after, columns, strict=True)))
        for cell, lines in self._wanted.values():
            edits += _written(cell, lines)
        return edits

    # New columns

    def _appended(self, old: YearTable, new: YearTable, last: Mapping[int, int]) -> list[AnyEdit]:
        """New columns behind the last one of the years; nothing else changes.

        Raises:
            _Refusal: New years do not follow the old ones, or the table goes on in another one of the file.
        """
        before, after = years_of(old), years_of(new)
        if after[: len(before)] != before or len(last) != 1:
            raise _Refusal(_NEW_COLUMNS)
        head = self._grids.of(self._texts[(*self._path, YEARS, len(before))])[0]
        rows = {
            number: (where, row)
            for where, row in rows_of(new, self._path)
            for _, number in [self._grid_row(where, (*where, BY_YEAR[type(row)]))]
        }
        edits: list[AnyEdit] = []
        for year in after[len(before) :]:
            texts = [
                self._new_text(new, head, number, before[-1], year, rows)
                for number in range(len(head.table.rows))
            ]
            column = head.table.grid[head.cell.column + head.cell.columns - 1]
            edits.append(InsertedColumn(head.table.part, head.table.index, column, tuple(texts)))
        return edits

    @property
    def _total_row(self) -> int | None:
        places = self._places((*self._path, _TOTAL))
        return places[0].cell.row if places else None

    def _new_text(  # noqa: PLR0913 (all are facts of one cell)
        self,
        new: YearTable,
        head: _Place,
        number: int,
        last: int,
        year: int,
        rows: Mapping[int, tuple[Path, YearRow]],
    ) -> str | None:
        """What a new column has in a row; None where the cell before it becomes wider."""
        column = head.cell.column + head.cell.columns - 1
        cell = _cell_at(head.table, number, column)
        value: str | None = None
        if number in rows:
            where, row = rows[number]
            given = dict(values_of(row))
            if cell is not None:
                paragraphs = (block for block in cell.blocks if isinstance(block, Paragraph))
                self._cells |= {(*where, BY_YEAR[type(row)], year): each for each in [*paragraphs][:1]}
            value = _BETWEEN.join(text for _, text in texts_of(given[year], ())) if year in given else ""
        elif number == self._total_row:
            value = _sum(new, year)
        if cell is None or cell.column + cell.columns - 1 > column:
            return None
        if cell.row < number:
            return ""
        if cell is head.cell:
            return _lines_of(cell)[0].replace(str(last), str(year))
        return None if cell.columns > 1 and value != "" else value or ""

    # Heads

    def _columns(self, years: Sequence[int]) -> list[dict[int, int]]:
        """In which column of each table of the file a year stands, by the number of the table."""
        found = []
        for place, year in enumerate(years, 1):
            head = self._texts.get((*self._path, YEARS, place))
            places = self._grids.of(head) if head else []
            if not places:
                raise _Refusal(_NO_HEAD.format(year=year))
            found.append({each.table.index: each.cell.column for each in places})
        return found

    def _head(self, old: int, new: int, years: Sequence[int]) -> Iterator[Edit]:
        if old == new:
            return
        head = self._texts[(*self._path, YEARS, years.index(old) + 1)]
        found = list(re.finditer(rf"(?<!\d){old}(?!\d)", head.text))
        if not found:
            raise _Refusal(_NO_HEAD.format(year=old))
        for match in found:
            for span in head[match.start() : match.end()].spans:
                yield Edit(span.part, span.paragraph, span.start, span.end, str(new))

    # Cells

    def _row(
        self, path: Path, row: YearRow, after: YearRow, columns: Sequence[tuple[int, int, Mapping[int, int]]]
    ) -> None:
        where = (*path, BY_YEAR[type(row)])
        old, new = dict(values_of(row)), dict(values_of(after))
        if not old and not new:
            return
        table, number = self._grid_row(path, where)
        for year_before, year, places in columns:
            held = self._places((*where, year_before))
            if len(held) > 1:
                raise _Refusal(_NO_CELL.format(year=year))
            cell = held[0].cell if held else self._cell_of(table, number, places, year)
            self._cells |= {
                (*where, year): block for block in cell.blocks[:1] if isinstance(block, Paragraph)
            }
            if year not in new:
                self._want(cell, [""])
            elif year in old:
                self._want(cell, self._lines((*where, year)))
            else:
                same = next((known for known in old if old[known] == new[year]), None)
                texts = _BETWEEN.join(text for _, text in texts_of(new[year], ()))
                self._want(cell, self._lines((*where, same)) if same else texts.split("\n"))

    def _total(
        self, new: YearTable, before: Mapping[int, Mapping[int, int]], after: Mapping[int, Mapping[int, int]]
    ) -> None:
        """The sums under the columns move with them; that of a new column is counted."""
        places = self._places((*self._path, _TOTAL))
        if not places:
            return
        table, number = places[0].table, places[0].cell.row
        for year, columns in after.items():
            cell = self._cell_of(table, number, columns, year)
            known = year in before
            old = self._cell_of(table, number, before[year], year) if known else None
            self._want(cell, _lines_of(old) if old else [_sum(new, year)])

    def _cell_of(self, table: Table, row: int, columns: Mapping[int, int], year: int) -> Cell:
        """The cell of a year in a row.

        Raises:
            _Refusal: There is none.
        """
        cell = _cell_at(table, row, columns.get(table.index, next(iter(columns.values()))))
        if cell is None:
            raise _Refusal(_NO_CELL.format(year=year))
        return cell

    def _lines(self, path: Path) -> list[str]:
        """The lines of the cell in which a value stood."""
        places = self._places(path)
        if len(places) != 1:
            raise _Refusal(_NO_CELL.format(year=path[-1]))
        return _lines_of(places[0].cell)

    def _grid_row(self, path: Path, values: Path) -> tuple[Table, int]:
        """The table of the file, and the row of it, that a row of the order is.

        Of two rows that a page has cut, it is the one in which values stand, else the first.
        """
        places = [place for place in self._places(path) if place.cell.rows == 1] or self._places(path)[-1:]
        found = next(iter((*self._places(values), *places)), None)
        if found is None:
            raise _Refusal("строка таблицы не найдена в файле")
        return found.table, found.cell.row

    def _places(self, path: Path) -> list[_Place]:
        """The cells in which something of the order stands."""
        found = (place for text in self._inside.get(path, ()) for place in self._grids.of(text))
        return list({id(place.cell): place for place in found}.values())

    def _want(self, cell: Cell, lines: list[str]) -> None:
        """Let lines stand in a cell.

        Raises:
            _Refusal: Others are to stand there, too.
        """
        if any(not isinstance(block, Paragraph) for block in cell.blocks):
            raise _Refusal(_OBJECTS)
        known = self._wanted.setdefault(id(cell), (cell, lines))
        if [line for line in known[1] if line.strip()] != [line for line in lines if line.strip()]:
            raise _Refusal(_MERGED)


def _sum(table: YearTable, year: int) -> str:
    """The sum of the values of a year; "" when they are no numbers."""
    given = (dict(values_of(row)).get(year) for _, row in rows_of(table, ()))
    cells = [["\n".join(text for _, text in texts_of(value, ())) if value else ""] for value in given]
    found = column_sum(cells, 0, pointed=True)
    return str(found) if found else ""


def _lines_of(cell: Cell) -> list[str]:
    return [block.text for block in cell.blocks if isinstance(block, Paragraph)]


def _by_holder(texts: Mapping[Path, SourceText], path: Path) -> Mapping[Path, list[SourceText]]:
    """The texts of a table by what they stand in: a row, a value, a field."""
    found: dict[Path, list[SourceText]] = {}
    for place, text in texts.items():
        if place[: len(path)] == path:
            for length in range(len(path) + 1, len(place) + 1):
                found.setdefault(place[:length], []).append(text)
    return found


def _written(cell: Cell, lines: Sequence[str]) -> Iterator[AnyEdit]:
    """What changes in a cell that is to hold lines, one a paragraph.

    Raises:
        _Refusal: An object stands in it, or is to.
    """
    paragraphs = [block for block in cell.blocks if isinstance(block, Paragraph)]
    said = _lines_of(cell)
    if said == list(lines):
        return
    if any(OBJECT in text for text in (*said, *lines)):
        raise _Refusal(_OBJECTS)
    for paragraph, line in zip(paragraphs, lines, strict=False):
        yield from _replaced(paragraph, line)
    last = paragraphs[-1]
    for line in lines[len(said) :]:
        yield InsertedParagraph(last.part, last.index, line)
    for paragraph in paragraphs[len(lines) :]:
        yield DeletedParagraph(paragraph.part, paragraph.index)


def _replaced(paragraph: Paragraph, line: str) -> Iterator[Edit]:
    """Another line in place of a whole one: two values have no characters in common."""
    part, index, end = paragraph.part, paragraph.index, len(paragraph.text)
    if paragraph.text == line:
        return
    if end:
        yield Edit(part, index, 0, end, "")
    if line:
        yield Edit(part, index, end, end, line)

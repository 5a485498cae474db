"""What differs in two tables: words of cells, rows that came and went (различия таблиц)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from prikaz.docx.content.elements import Cell, ContentBlock, Paragraph, Table
from prikaz.docx.revisions import SEPARATOR, DeletedRow, InsertedRow
from prikaz.reader.revision.alignment import Kin, Step, aligned, bag, folded, kinship, without_numbers
from prikaz.reader.revision.difference import Comparing, Difference, Places, is_plain, words_of

#: How alike rows have to be to be the same one, changed.
_LEAST: Final = 0.4
_FIRST: Final = "новую строку перед первой строкой таблицы правкой не записать"
_NOT_PLAIN: Final = "в строке стоит таблица, сноска, рисунок или другой объект"
_NO_MODEL: Final = "на этом месте прежней таблицы строку с такими ячейками правкой не записать"


class _Part(NamedTuple):
    """What a row has of a cell: where it stands, and whether it begins there."""

    column: int
    columns: int
    begins: bool


class _Row(NamedTuple):
    """A row of a table.

    Attributes:
        ordinal: Which w:tr it is.
        cells: All that it lies across, in order: those that go on from above too.
        parts: What it has of each.
    """

    ordinal: int
    cells: tuple[Cell, ...]
    parts: tuple[_Part, ...]

    @property
    def blocks(self) -> list[ContentBlock]:
        """What stands in the cells that begin in it."""
        own = (cell for cell, part in zip(self.cells, self.parts, strict=True) if part.begins)
        return [block for cell in own for block in cell.blocks]


def of_tables(old: Table, new: Table, places: Places, compare: Comparing) -> Iterator[Difference]:
    """What differs in two tables.

    Args:
        old: The old table.
        new: The new one.
        places: Where things stand.
        compare: Compares what stands in cells.
    """
    if len(old.widths) != len(new.widths):
        obstacle = f"граф было {len(old.widths)}, стало {len(new.widths)}: графы сравните сами"
        yield Difference(places.old([old], "строка"), words_of([old]), words_of([new]), obstacle=obstacle)
        return
    yield from _Tables(old, new, places, compare).differences()


class _Tables:
    def __init__(self, old: Table, new: Table, places: Places, compare: Comparing) -> None:
        self._table, self._places, self._compare = old, places, compare
        self._old, self._new = _rows(old), _rows(new)
        self._heads = max(1, old.header_rows)

    def differences(self) -> Iterator[Difference]:
        """All that differs."""
        last: int | None = None
        for was, is_now in self._steps:
            last = last if was is None else was
            if was is not None and is_now is not None:
                yield from self._of_pair(self._old[was], self._new[is_now])
            elif was is not None:
                yield self._of_gone(self._old[was])
            elif is_now is not None:
                yield self._of_new(self._new[is_now], last)

    @cached_property
    def _steps(self) -> list[Step]:
        texts, new_texts = ([folded(words_of(row.blocks)) for row in rows] for rows in (self._old, self._new))
        shapes, new_shapes = ([row.parts for row in rows] for rows in (self._old, self._new))
        exact = (_keys(texts, shapes), _keys(new_texts, new_shapes))
        loose = (
            _keys([without_numbers(text) for text in texts], shapes),
            _keys([without_numbers(text) for text in new_texts], new_shapes),
        )
        bags, new_bags = (list(map(bag, each)) for each in (texts, new_texts))

        def alike(one: int, other: int) -> float:
            is_possible = shapes[one] == new_shapes[other]
            return kinship(bags[one], new_bags[other], _LEAST) if is_possible else 0.0

        return aligned(len(texts), len(new_texts), Kin([exact, loose], alike))

    def _of_pair(self, old: _Row, new: _Row) -> Iterator[Difference]:
        for cell, new_cell, part in zip(old.cells, new.cells, old.parts, strict=True):
            if part.begins:
                yield from self._compare(cell.blocks, new_cell.blocks)

    def _of_gone(self, old: _Row) -> Difference:
        edit = DeletedRow(self._table.part, self._table.index, old.ordinal)
        return Difference(self._places.old(old.blocks, "графа"), words_of(old.blocks), "", (edit,))

    # Rows that come

    def _of_new(self, new: _Row, last: int | None) -> Difference:
        found = Difference(self._places.new(new.blocks, "графа"), "", words_of(new.blocks))
        if last is None:
            return found._replace(obstacle=_FIRST)
        if not all(isinstance(block, Paragraph) and is_plain(block) for block in new.blocks):
            return found._replace(obstacle=_NOT_PLAIN)
        model = next((each for each in self._models(last) if self._parts_like(each, last) == new.parts), None)
        if model is None:
            return found._replace(obstacle=_NO_MODEL)
        texts = tuple(
            SEPARATOR.join(block.text for block in cell.blocks if isinstance(block, Paragraph)) * part.begins
            for cell, part in zip(new.cells, new.parts, strict=True)
        )
        like = None if model == last else self._old[model].ordinal
        edit = InsertedRow(self._table.part, self._table.index, self._old[last].ordinal, texts, like)
        return found._replace(edits=(edit,))

    def _models(self, last: int) -> list[int]:
        """Rows that a row behind one may be made like, the best first: no heads, and near ones."""
        rows = range(len(self._old))
        return sorted(rows, key=lambda row: (row < self._heads, abs(row - last), row))

    def _parts_like(self, model: int, last: int) -> tuple[_Part, ...]:
        """What a row behind the last one would have of cells, made like another one; () when it cannot be."""
        going_on = [cell.row + cell.rows > last + 1 for cell in self._old[last].cells]
        if model == last:
            parts = zip(self._old[last].parts, going_on, strict=True)
            return tuple(part._replace(begins=not goes_on) for part, goes_on in parts)
        return () if any(going_on) else tuple(part._replace(begins=True) for part in self._old[model].parts)


def _rows(table: Table) -> list[_Row]:
    cells: list[list[Cell]] = [[] for _ in table.rows]
    for cell in (cell for row in table.rows for cell in row):
        for row in cells[cell.row : cell.row + cell.rows]:
            row.append(cell)
    made = []
    for number, row in enumerate(cells):
        row.sort(key=lambda cell: cell.column)
        parts = tuple(_Part(cell.column, cell.columns, cell.row == number) for cell in row)
        made.append(_Row(table.ordinals[number], tuple(row), parts))
    return made


def _keys(texts: Sequence[str], shapes: Sequence[tuple[_Part, ...]]) -> list[Hashable | None]:
    return [(text, shape) if text else None for text, shape in zip(texts, shapes, strict=True)]

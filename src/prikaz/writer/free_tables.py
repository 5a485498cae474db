"""Free tables with merged cells (таблицы)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from prikaz.findings import Finding, Path
from prikaz.model import Alignment, Cell, Table
from prikaz.model.resolution.number_columns import number_columns
from prikaz.writer.boxes import Box, Cells, ShapeError, cells, lay
from prikaz.writer.columns import CELL, CENTRED, HEADER, TABLE_SHAPE, MeasuredTable, no_columns
from prikaz.writer.openings import begin_with_capital, opens_with_reference
from prikaz.writer.text_renderer import TextRenderer

_RIGHT: Final = "Ячейка справа"
_ALIGNED: Final = {Alignment.CENTRED: CENTRED, Alignment.RIGHT: _RIGHT}


def free_table(table: Table, path: Path, renderer: TextRenderer) -> MeasuredTable:
    """Lay out a free table; rows that do not make a table are reported with their place."""
    header = _header(table, path, renderer)
    rows = [_row(table, place, path, renderer) for place in range(1, len(table.rows) + 1)]
    count = len(table.columns) or max(
        (sum(box.columns for box in row) for row in (*header, *rows)), default=1
    )
    millimetres = [column.width for column in table.columns] or [None] * count
    if not count:
        renderer.report(no_columns(path))
    laid: dict[str, list[Cells]] = {}
    for name, part in (("шапка", header), ("строки", rows)):
        try:
            laid[name] = [cells(row) for row in lay(part, count)]
        except ShapeError as error:
            renderer.report(_misshapen(error, (*path, name, error.row)))
            return MeasuredTable.of([], [], millimetres)
    rows_laid: Sequence[Cells] = laid["строки"]
    if not any(item.alignment for row in table.rows for item in row):
        _align_numbers(rows_laid, count, is_summed=table.total)
    if table.total:
        from prikaz.writer.totals import with_total  # noqa: PLC0415 (few tables ask for it)

        places = [(*path, "строки", place) for place in range(1, len(rows_laid) + 1)]
        rows_laid = with_total(laid["шапка"], rows_laid, count, path, places, renderer)
    return MeasuredTable.of(laid["шапка"], rows_laid, millimetres)


def _align_numbers(rows: Sequence[Cells], count: int, *, is_summed: bool) -> None:
    """Give columns of numbers the style of such."""
    whole = [row for row in rows if len(row) == count and all(not each["объединение"] for each in row)]
    texts = [["\n".join(map(str, each["абзацы"])) for each in row] for row in whole]
    for place, alignment in number_columns(texts, is_summed=is_summed).items():
        for row in whole:
            row[place]["стиль"] = _ALIGNED[alignment]


def _row(table: Table, number: int, path: Path, renderer: TextRenderer) -> list[Box]:
    boxes = []
    for place, item in enumerate(table.rows[number - 1], 1):
        style = _ALIGNED.get(item.alignment, CELL) if item.alignment else CELL
        opens = opens_with_reference(item.text) and _opens_sentence(table, place)
        boxes.append(_box(item, style, (*path, "строки", number, place), renderer, opens_sentence=opens))
    return boxes


def _opens_sentence(table: Table, place: int) -> bool:
    """Whether the cells of a column begin with capitals; where none tells, those of the whole table."""
    in_column = begin_with_capital(tuple(row[place - 1].text for row in table.rows if len(row) >= place))
    if in_column is not None:
        return in_column
    return begin_with_capital(tuple(item.text for row in table.rows for item in row)) is True


def _header(table: Table, path: Path, renderer: TextRenderer) -> list[list[Box]]:
    if table.header:
        return [
            [
                _box(item, HEADER, (*path, "шапка", row, place), renderer, opens_sentence=True)
                for place, item in enumerate(cells, 1)
            ]
            for row, cells in enumerate(table.header, 1)
        ]
    heads = [
        renderer.text(column.title or column.key, (*path, "графы", place, "заголовок"), opens_sentence=True)
        for place, column in enumerate(table.columns, 1)
    ]
    return [[Box(paragraphs=(head,), style=HEADER) for head in heads]] if heads else []


def _box(item: Cell, style: str, path: Path, renderer: TextRenderer, *, opens_sentence: bool) -> Box:
    first, *others = item.text.split("\n")
    paragraphs = (
        renderer.text(first, (*path, "текст"), opens_sentence=opens_sentence),
        *(renderer.text(line, (*path, "текст")) for line in others),
    )
    return Box(paragraphs=paragraphs, style=style, columns=item.columns, rows=item.rows)


def _misshapen(error: ShapeError, path: Path) -> Finding:
    return TABLE_SHAPE.finding(error.message, "добавьте или уберите клетки, проверьте объединения", path)

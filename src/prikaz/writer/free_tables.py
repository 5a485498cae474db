"""Free tables with merged cells (таблицы)."""

from __future__ import annotations

from typing import Final

from prikaz.findings import Finding, Path
from prikaz.model import Alignment, Cell, Table
from prikaz.writer.boxes import Box, Cells, ShapeError, cells, lay
from prikaz.writer.columns import CELL, CENTRED, HEADER, TABLE_SHAPE, MeasuredTable, no_columns
from prikaz.writer.text_renderer import TextRenderer

_ALIGNED: Final = {Alignment.CENTRED: CENTRED, Alignment.RIGHT: "Ячейка справа"}


def free_table(table: Table, path: Path, renderer: TextRenderer) -> MeasuredTable:
    """Lay out a free table; rows that do not make a table are reported with their place."""
    header = _header(table, path, renderer)
    rows = [
        [
            _box(
                item, _ALIGNED.get(item.alignment, CELL) if item.alignment else CELL, (*here, place), renderer
            )
            for place, item in enumerate(row, 1)
        ]
        for here, row in (((*path, "строки", place), row) for place, row in enumerate(table.rows, 1))
    ]
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
    return MeasuredTable.of(laid["шапка"], laid["строки"], millimetres)


def _header(table: Table, path: Path, renderer: TextRenderer) -> list[list[Box]]:
    if table.header:
        return [
            [
                _box(item, HEADER, (*path, "шапка", row, place), renderer)
                for place, item in enumerate(cells, 1)
            ]
            for row, cells in enumerate(table.header, 1)
        ]
    heads = [
        renderer.text(column.title or column.key, (*path, "графы", place, "заголовок"))
        for place, column in enumerate(table.columns, 1)
    ]
    return [[Box(paragraphs=(head,), style=HEADER) for head in heads]] if heads else []


def _box(item: Cell, style: str, path: Path, renderer: TextRenderer) -> Box:
    paragraphs = tuple(renderer.text(line, (*path, "текст")) for line in item.text.split("\n"))
    return Box(paragraphs=paragraphs, style=style, columns=item.columns, rows=item.rows)


def _misshapen(error: ShapeError, path: Path) -> Finding:
    return TABLE_SHAPE.finding(error.message, "добавьте или уберите клетки, проверьте объединения", path)

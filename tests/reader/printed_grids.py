"""Tables as the writer prints them, as grids that the reader takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, TypeAlias

from prikaz.docx import Footnote, Inline
from prikaz.findings import Path
from prikaz.model import Alignment, Annex, IndicatorTable, OfficeProfile, Order, Roadmap, Table
from prikaz.model.contents import blocks
from prikaz.model.resolution.references import References
from prikaz.reader.paper import Grid, GridCell
from prikaz.reader.source_text import SourceText
from prikaz.writer.columns import MeasuredTable
from prikaz.writer.free_tables import free_table
from prikaz.writer.indicators import indicator_table
from prikaz.writer.roadmaps import roadmap_table
from prikaz.writer.text_renderer import TextRenderer
from tests.makers import make_order

TableBlock: TypeAlias = Roadmap | IndicatorTable | Table

_ALIGNED = {
    "Ячейка по центру": Alignment.CENTRED,
    "Раздел таблицы": Alignment.CENTRED,
    "Ячейка справа": Alignment.RIGHT,
}


def printed(block: TableBlock, profile: OfficeProfile | None = None) -> Grid | None:
    """The table of a block as a grid; None when the writer prints none."""
    order = make_order(annexes=[Annex(title="План", blocks=[block])])
    renderer = TextRenderer(References(order, profile or OfficeProfile()))
    return _printed(block, ("приложения", 1, "таблица"), renderer)


def printed_tables(order: Order, profile: OfficeProfile) -> Iterator[tuple[TableBlock, Grid]]:
    """All tables of an order, each with what is printed of it."""
    renderer = TextRenderer(References(order, profile))
    for path, block in blocks(order):
        if isinstance(block, Roadmap | IndicatorTable | Table):
            grid = _printed(block, path, renderer)
            assert grid is not None
            yield block, grid


def _printed(block: TableBlock, path: Path, renderer: TextRenderer) -> Grid | None:
    if isinstance(block, Roadmap):
        table = roadmap_table(block, path, renderer)
    elif isinstance(block, IndicatorTable):
        table = indicator_table(block, path, renderer)
    else:
        table = free_table(block, path, renderer)
    return grid_of(table)


def grid_of(table: MeasuredTable) -> Grid | None:
    """A table of the writer as a grid."""
    rows = [*table.header, *table.rows]
    if not rows or not rows[0]:
        return None
    numbers = count()
    columns = sum(cell["граф"] for cell in rows[0])
    return Grid(
        tuple(_row(rows, place, numbers) for place in range(len(rows))),
        columns,
        len(table.header),
        printed=True,
    )


def _row(rows: Sequence[Sequence[dict[str, Any]]], place: int, numbers: Any) -> tuple[GridCell, ...]:
    made, column = [], 0
    for cell in rows[place]:
        if cell["объединение"] != "continue":
            made.append(
                GridCell(
                    tuple(
                        SourceText.of(_text(paragraph), "word/document.xml", next(numbers))
                        for paragraph in cell["абзацы"]
                    ),
                    cell["граф"],
                    _depth(rows, place, column) if cell["объединение"] else 1,
                    _ALIGNED.get(cell["стиль"]),
                )
            )
        column += cell["граф"]
    return tuple(made)


def _depth(rows: Sequence[Sequence[dict[str, Any]]], place: int, column: int) -> int:
    depth = 1
    for row in rows[place + 1 :]:
        at = 0
        for cell in row:
            if at == column:
                break
            at += cell["граф"]
        if at != column or cell["объединение"] != "continue":
            break
        depth += 1
    return depth


def _text(printable: Any) -> str:
    if isinstance(printable, str):
        return printable.replace("{", "{{").replace("}", "}}").replace("`", "'")
    if isinstance(printable, Inline):
        return "".join(map(_text, printable.pieces))
    if isinstance(printable, Footnote):
        return f"{{сноска: {''.join(map(_text, printable.pieces))}}}"
    return str(printable)


def cells(grid: Grid | None) -> Any:
    """What is the same when a table is printed again: texts, merges, the head, and how cells stand."""
    if grid is None:
        return None
    return (
        grid.columns,
        grid.header_rows,
        [
            [("\n".join(map(str, cell.paragraphs)), cell.columns, cell.rows, cell.alignment) for cell in row]
            for row in grid.rows
        ],
    )


def lost(grid: Grid, texts: Sequence[SourceText]) -> str:
    """Characters of a table, other than white space, that stand in no text."""
    told = {
        (span.paragraph, place)
        for text in texts
        for span in text.spans
        for place in range(span.start, span.end)
    }
    return "".join(
        paragraph.text[at - span.start]
        for row in grid.rows
        for cell in row
        for paragraph in cell.paragraphs
        for span in paragraph.spans
        for at in range(span.start, span.end)
        if not paragraph.text[at - span.start].isspace() and (span.paragraph, at) not in told
    )

"""Tables of a Word file as grids, and tables that are but a means of layout (разметка таблицей)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from prikaz.docx.content.elements import Cell, ContentBlock, HorizontalAlignment, Paragraph, Table
from prikaz.language.words.spelling import fold
from prikaz.model import Alignment
from prikaz.reader.paper import Grid, GridCell
from prikaz.reader.source_text import SourceText
from prikaz.reader.texts import source_text

#: Styles that our own templates give to what stands in cells.
_HEAD: Final = "Шапка таблицы"
_OUR_STYLES: Final = frozenset({"Ячейка", "Ячейка по центру", "Ячейка справа", "Раздел таблицы", _HEAD})
_ALIGNMENTS: Final[dict[HorizontalAlignment, Alignment]] = {
    "center": Alignment.CENTRED,
    "right": Alignment.RIGHT,
}


def to_grid(table: Table) -> Grid:
    """A table of a Word file as a grid of texts.

    The number that Word prints before a paragraph is put before its words, without a source. What stands
    in text boxes and in tables inside a cell follows as lines, the cells of a row parted by tabs.
    """
    paragraphs = [paragraph for row in table.rows for cell in row for paragraph in _own(cell.blocks)]
    printed = bool(paragraphs) and all(paragraph.style in _OUR_STYLES for paragraph in paragraphs)
    columns = len(table.widths) or max(
        (cell.column + cell.columns for row in table.rows for cell in row), default=1
    )
    rows = tuple(_row(row, columns, printed=printed) for row in _complete(table.rows, columns))
    head = _head_rows(table) if printed else table.header_rows
    return Grid(rows, columns, head, printed)


def _own(blocks: Sequence[ContentBlock]) -> Iterator[Paragraph]:
    return (block for block in blocks if isinstance(block, Paragraph))


def _head_rows(table: Table) -> int:
    """How many first rows have the style of heads."""
    styles = [{paragraph.style for cell in row for paragraph in _own(cell.blocks)} for row in table.rows]
    return next((number for number, found in enumerate(styles) if found and found != {_HEAD}), len(styles))


def _complete(rows: Sequence[Sequence[Cell]], columns: int) -> Iterator[list[Cell | None]]:
    """The cells of rows, None for a column that the file leaves out at the side of a row."""
    covered: dict[int, int] = {}
    for row in rows:
        made: list[Cell | None] = []
        column = 0
        for cell in row:
            made += [None for place in range(column, cell.column) if place not in covered]
            made.append(cell)
            column = max(column, cell.column + cell.columns)
        made += [None for place in range(column, columns) if place not in covered]
        covered = {place: left - 1 for place, left in covered.items() if left > 1}
        for cell in row:
            if cell.rows > 1:
                covered |= dict.fromkeys(range(cell.column, cell.column + cell.columns), cell.rows - 1)
        yield made


def _row(cells: Sequence[Cell | None], columns: int, *, printed: bool) -> tuple[GridCell, ...]:
    return tuple(
        _grid_cell(cell, columns, printed=printed) if cell else GridCell((SourceText(""),)) for cell in cells
    )


def _grid_cell(cell: Cell, columns: int, *, printed: bool) -> GridCell:
    lines = [line for block in cell.blocks for line in _lines(block)]
    if not printed:
        lines = [line for line in lines if line.text.strip()] or lines[:1]
    first = next((p for p in _own(cell.blocks) if p.text.strip()), next(_own(cell.blocks), None))
    return GridCell(
        paragraphs=tuple(lines) or (SourceText(""),),
        columns=max(1, min(cell.columns, columns)),
        rows=max(1, cell.rows),
        alignment=_ALIGNMENTS.get(first.alignment) if first else None,
        is_nested=any(isinstance(block, Table) for block in cell.blocks),
    )


def _lines(block: ContentBlock) -> Iterator[SourceText]:
    """The lines of a paragraph with its text boxes, or of a table inside a cell."""
    if isinstance(block, Table):
        for row in block.rows:
            cells = [[line for held in cell.blocks for line in _lines(held)] for cell in row]
            yield SourceText.join("\t", [SourceText.join(" ", lines) for lines in cells])
        return
    text = source_text(block)
    number = block.number.text if block.number else ""
    yield SourceText(f"{number} ") + text if number and text else text or SourceText(number)
    for box in block.boxes:
        for held in box:
            yield from _lines(held)


# Layout ------------------------------------------------------------------------------------------------

#: What a document has, and no table of data: its kind, the word that orders, stamps.
_REQUISITE: Final = re.compile(
    r"(?:приказ|постановление|распоряжение|решение|проект)$"
    r"|(?:приказыва|постановля|распоряжа|обязыва)(?:ю|ет|ем)\b"
    r"|(?:утвержда|согласов|утвержд[её]н|принят|рассмотрен)\w*\b(?=:?$|:? )|приложение\b(?:$| ?№| \d)"
)
_FIRST_NUMBERING: Final = re.compile(r"[№n]\W*(?:п\W{0,3}п)?\W*$")
_SMALL: Final = 3
_LEAST_MEMBERS: Final = 2


def is_layout(table: Table) -> bool:
    """Whether a table but places lines beside each other: letterhead, date and number, signature, stamps.

    Such a table has no borders or one row or one column, or holds what stands in a document and in no
    table of data.
    """
    if not table.rows or len(table.widths) == 1:
        return True
    lines = [line for row in table.rows for cell in row for block in cell.blocks for line in _lines(block)]
    told = [_bare(line.text) for line in lines if line.text.strip()]
    if not told:
        return True
    may_place = not table.bordered or len(table.rows) <= _SMALL
    if may_place and any(_is_requisite(line, len(table.rows)) for line in told):
        return True
    if len(table.rows) == 1:
        return len(table.rows[0]) <= _SMALL or not table.bordered
    return not table.bordered and not _is_data(table)


def _bare(line: str) -> str:
    """A line to be compared: small letters, no letter-spacing, no quotation marks."""
    words = line.strip(' \t\n«»"*').split()
    joined = (
        "".join(words) if len(words) > _SMALL and all(len(word) == 1 for word in words) else " ".join(words)
    )
    return fold(joined)


def _is_requisite(line: str, rows: int) -> bool:
    found = _REQUISITE.match(line)
    if not found:
        return False
    return rows <= _SMALL or not line.startswith(
        ("приложение", "утвержд", "согласов", "принят", "рассмотрен")
    )


def _is_data(table: Table) -> bool:
    """Whether a table without borders holds data: rows with numbers, or people and what they are."""
    from prikaz.reader.tables.membership import is_membership  # noqa: PLC0415 (reads names)

    first = table.rows[0][0] if table.rows[0] else None
    head = " ".join(line.text for block in first.blocks for line in _lines(block)) if first else ""
    if head.strip() and _FIRST_NUMBERING.match(fold(head)):
        return True
    whole = sum(len(row) == len(table.widths) for row in table.rows)
    if len(table.widths) >= _SMALL and whole > _SMALL and table.header_rows:
        return True
    return is_membership(to_grid(table))

"""Tables of a Word file as grids, and tables that are but a means of layout (разметка таблицей)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from prikaz.docx.content.elements import Cell, ContentBlock, HorizontalAlignment, Paragraph, Table
from prikaz.language.numbers.column_heads import is_numbering
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

#: What a document has, and no table of data: its kind in capitals, the word that orders.
_DOCUMENT: Final = re.compile(
    r"(?:ПРИКАЗ|ПОСТАНОВЛЕНИЕ|РАСПОРЯЖЕНИЕ|РЕШЕНИЕ)$"
    r"|(?i:(?:приказыва|постановля|распоряжа|обязыва)(?:ю|ет|ем))\s*:?$"
)
#: What stands over a document or beside it.
_REQUISITE: Final = re.compile(
    r"(?:приказ|постановление|распоряжение|решение|проект)$"
    r"|(?:утвержда|согласов|утвержден|принят|рассмотрен)[а-я]*(?:$|:)|приложение(?:$| ?№| [\dа-я])"
)
_USUAL_HEADS: Final = re.compile(
    r"(?:наименовани|мероприят|срок|ответственн|исполнител|результат|показател|единиц|примечани|количеств|сумма)"
)
_FEW: Final = 3
_FEWEST: Final = 2
#: A table without borders that has more rows, of sentences, compares them.
_MANY_ROWS: Final = 12
_SENTENCE: Final = 40


def is_layout(table: Table) -> bool:
    """Whether a table but places lines beside each other: letterhead, date and number, signature, stamps.

    Such a table has no borders or one row or one column, or holds what stands in a document and in no
    table of data.
    """
    if not table.rows or not table.rows[0]:
        return True
    if _has_data_head(table):
        return False
    lines = [_bare(line.text) for row in table.rows for cell in row for line in _told(cell)]
    if not lines:
        return True
    if any(_DOCUMENT.match(line) for line in lines):
        return True
    if len(table.rows) <= _FEW and any(_REQUISITE.match(fold(line)) for line in lines):
        return True
    if len(table.rows) == 1:
        return len(table.rows[0]) <= _FEW or not table.bordered
    if len(table.widths) == 1:
        return not table.bordered or len(table.rows) <= _FEW
    return not table.bordered and not _is_data(table, lines)


def _told(cell: Cell) -> list[SourceText]:
    return [line for block in cell.blocks for line in _lines(block) if line.text.strip()]


def _bare(line: str) -> str:
    """A line to be compared: without letter-spacing and quotation marks."""
    words = line.strip(' \t\n«»"*').split()
    is_spaced = len(words) > _FEW and all(len(word.rstrip(":")) == 1 for word in words)
    return ("" if is_spaced else " ").join(words)


def _has_data_head(table: Table) -> bool:
    """Whether the first row is the head of a table of data."""
    if len(table.rows) < _FEWEST or len(table.rows[0]) < _FEWEST:
        return False
    heads = [" ".join(line.text for line in _told(cell)) for cell in table.rows[0]]
    if heads[0].strip() and is_numbering(heads[0]):
        return True
    return sum(_USUAL_HEADS.match(fold(head)) is not None for head in heads) >= _FEWEST


def _is_data(table: Table, lines: Sequence[str]) -> bool:
    """Whether a table without borders holds data: sentences beside each other, or members of a body."""
    from prikaz.reader.tables.membership import is_membership  # noqa: PLC0415 (reads names)

    if len(table.rows) > _MANY_ROWS and sum(map(len, lines)) > len(lines) * _SENTENCE:
        return True
    return table.header_rows > 0 or is_membership(to_grid(table))

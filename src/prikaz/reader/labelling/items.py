"""The content of a file as items in reading order: lines of text, tables and pictures (строки).

A paragraph with line breaks is several lines; a table that only places text side by side is opened up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from prikaz.docx.content.elements import Cell, Content, ContentBlock, Paragraph, Picture, Table
from prikaz.model import Alignment
from prikaz.reader.labelling.words import is_clause, is_requisite, is_stamp_word, unspaced
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables import is_layout
from prikaz.reader.texts import source_text

_ALIGNMENTS: Final = {
    "left": Alignment.LEFT,
    "center": Alignment.CENTRED,
    "right": Alignment.RIGHT,
    "both": Alignment.JUSTIFIED,
}
#: Points of letter-spacing from which letters are spaced out, and not merely fitted.
_SPACED_FROM: Final = 1.5
#: Twentieths of a point: a line that begins so far to the right stands at the right.
_FAR_RIGHT: Final = 2800
#: A tab or so many spaces begin a line in the right half.
_PUSHED: Final = re.compile(r"(?:\t{3,}| {25,}|\t* {20,})\S")
_BREAKS: Final = re.compile(r"\n|(?=\f)")


class Item(NamedTuple):
    r"""A line, a table or a picture, with how it looks.

    Attributes:
        text: The line without white space at its ends; tabs inside stay.
        words: The line with single spaces, letters that are spaced out joined.
        number: What Word prints before it.
        alignment: How it stands.
        at_right: Whether it stands in the right half of the sheet.
        bold: Whether all of it is bold.
        size: Size of its letters in points; 0 when the file does not say.
        letter_spaced: Whether its letters are spaced out.
        after_gap: Whether an empty paragraph, or the border of a table, stands before it.
        new_page: Whether it begins a page.
        is_soft: Whether it goes on after a line break inside its paragraph.
        outline: Level of a heading, from 0; None for text.
        cell: Table, row and column of a table for layout; () elsewhere.
        section: The section of the file, from 0.
        table: The table; then there is no text.
        picture: The picture; then there is no text.
    """

    text: SourceText
    words: str = ""
    number: str = ""
    alignment: Alignment = Alignment.LEFT
    at_right: bool = False
    bold: bool = False
    size: float = 0.0
    letter_spaced: bool = False
    after_gap: bool = False
    new_page: bool = False
    is_soft: bool = False
    outline: int | None = None
    cell: tuple[int, ...] = ()
    section: int = 0
    table: Table | None = None
    picture: Picture | None = None

    @property
    def is_line(self) -> bool:
        """Whether it is a line of text."""
        return self.table is None and self.picture is None

    @property
    def is_numbered(self) -> bool:
        """Whether a number stands before it, printed by Word or typed."""
        return is_clause(self.number, self.text.text)

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle."""
        return self.alignment is Alignment.CENTRED


def items_of(content: Content) -> list[Item]:
    """The body of a file as items in reading order, line by line."""
    made: list[Item] = []
    gap, tables = False, [0]
    for number, section in enumerate(content.sections):
        fresh = bool(made)
        for item in _flat(section.blocks, (), tables):
            if item is None:
                gap = True
                continue
            made.append(
                item._replace(
                    after_gap=gap or item.after_gap, new_page=item.new_page or fresh, section=number
                )
            )
            gap = fresh = False
    return made


def header_items(content: Content) -> list[Item]:
    """What stands in the headers of the first section."""
    tables = [0]
    return [item for item in _flat(content.sections[0].headers, (), tables) if item is not None]


def _flat(blocks: Iterable[ContentBlock], cell: tuple[int, ...], tables: list[int]) -> Iterator[Item | None]:
    """Items of blocks; None for an empty paragraph."""
    for block in blocks:
        if isinstance(block, Table):
            if _opens(block):
                tables[0] += 1
                yield None
                yield from _opened(block, tables[0], tables)
                yield None
            else:
                yield Item(SourceText(""), table=block, cell=cell)
        else:
            yield from _of_paragraph(block, cell, tables)


def _of_paragraph(paragraph: Paragraph, cell: tuple[int, ...], tables: list[int]) -> Iterator[Item | None]:
    for box in paragraph.boxes:
        yield None
        for item in _flat(box, cell, tables):
            yield item and item._replace(at_right=True)
        yield None
    for thing in paragraph.objects:
        if isinstance(thing, Picture):
            yield Item(SourceText(""), picture=thing, alignment=_ALIGNMENTS[paragraph.alignment], cell=cell)
    whole = source_text(paragraph)
    broken, soft = paragraph.page_break_before, False
    for line in whole.split(_BREAKS):
        broken = broken or "\f" in line.text
        text = line.strip()
        if not text:
            continue
        item = _line(paragraph, line, text, soft=soft, cell=cell)
        yield item._replace(new_page=broken)
        broken, soft = False, True
    if not soft:
        yield None
        if broken:
            yield Item(SourceText(""), new_page=True)


def _line(
    paragraph: Paragraph, line: SourceText, text: SourceText, *, soft: bool, cell: tuple[int, ...]
) -> Item:
    number = None if soft else paragraph.number
    words = unspaced(text.text)
    runs = [run for run in paragraph.runs if paragraph.text[run.start : run.end].strip()]
    spacing = max((run.format.spacing for run in runs), default=0.0)
    alignment = _ALIGNMENTS[paragraph.alignment]
    far = paragraph.indent + max(paragraph.first_line, 0) >= _FAR_RIGHT
    return Item(
        text,
        words=words,
        number=number.text.strip() if number else "",
        alignment=alignment,
        at_right=alignment is Alignment.RIGHT or far or _PUSHED.match(line.text) is not None,
        bold=bool(runs) and all(run.format.bold for run in runs),
        size=max((run.format.size for run in runs), default=0.0),
        letter_spaced=spacing >= _SPACED_FROM or words != " ".join(text.text.split()),
        is_soft=soft,
        outline=paragraph.outline_level,
        cell=cell,
    )


def _opens(table: Table) -> bool:
    """Whether a table is a means of layout, or holds requisites side by side."""
    if is_layout(table):
        return True
    cells = [cell for row in table.rows for cell in row]
    if len(table.widths) == 1 and len(cells) <= _FEW_CELLS:
        return True
    return len(table.rows) <= _FEW_CELLS and any(_holds_requisite(cell) for cell in cells)


_FEW_CELLS: Final = 3


def _holds_requisite(cell: Cell) -> bool:
    lines = [block.text for block in cell.blocks if isinstance(block, Paragraph)]
    return any(is_requisite(unspaced(line)) for text in lines for line in text.split("\n"))


def _opened(table: Table, number: int, tables: list[int]) -> Iterator[Item | None]:
    """The text of a table for layout: stamps column by column, all else row by row.

    Cells of one line each, as a signature has them, become one line with tabs.
    """
    cells = [cell for row in table.rows for cell in row]
    if sum(_begins_stamp(cell) for cell in table.rows[0]) and len(table.widths) > 1:
        for cell in sorted(cells, key=lambda cell: (cell.column, cell.row)):
            yield from _flat(cell.blocks, (number, 0, cell.column), tables)
            yield None
        return
    for row in table.rows:
        flat = [[*_flat(cell.blocks, (number, cell.row, cell.column), tables)] for cell in row]
        filled = [[item for item in items if item is not None] for items in flat]
        filled = [items for items in filled if items]
        if len(filled) > 1 and all(len(items) == 1 and items[0].is_line for items in filled):
            yield _joined([items[0] for items in filled])
        else:
            for items in flat:
                yield from _without_edges(items)


def _without_edges(items: list[Item | None]) -> list[Item | None]:
    """Items of a cell without the empty paragraphs at its ends."""
    filled = [place for place, item in enumerate(items) if item is not None]
    return items[filled[0] : filled[-1] + 1] if filled else []


def _begins_stamp(cell: Cell) -> bool:
    first = next(
        (block.text.strip() for block in cell.blocks if isinstance(block, Paragraph) and block.text.strip()),
        "",
    )
    return is_stamp_word(unspaced(first.partition("\n")[0]))


def _joined(items: list[Item]) -> Item:
    text = SourceText.join("\t", [item.text for item in items])
    return items[0]._replace(text=text, words=unspaced(text.text), alignment=Alignment.LEFT)

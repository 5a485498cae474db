"""What a Word file says, in a form that does not change when runs are cut or paragraphs counted anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Content, ContentBlock, Footnote, Paragraph, Run, Table
from prikaz.docx.wml.package import PackageSource


def said(source: PackageSource) -> list[Any]:
    """Texts, formats of characters, numbers of lists, looks of paragraphs and grids of a file."""
    content = read_content(source)
    return [
        (_blocks(section.blocks), section.landscape, section.width, _blocks(section.headers))
        for section in content.sections
    ]


def remarks(source: PackageSource) -> list[tuple[str, str, str]]:
    """What a file says of changes and comments: kind, words, author."""
    return [(each.kind.name, each.text, each.author) for each in read_content(source).remarks]


def told_signs(source: PackageSource) -> Counter[tuple[str, str, str]]:
    """Letters that a file tells of, by what is told and whose it is."""
    return Counter(
        (kind, author, sign)
        for kind, words, author in remarks(source)
        for sign in words
        if not sign.isspace()
    )


def texts(source: PackageSource) -> list[str]:
    """Texts of all paragraphs of a file, wherever they stand."""
    return [paragraph.text for paragraph in every_paragraph(read_content(source))]


def every_paragraph(content: Content) -> Iterator[Paragraph]:
    """All paragraphs of a file: those of boxes, notes and headers too."""
    for section in content.sections:
        yield from _walk(section.blocks)
        yield from _walk(section.headers)


def _walk(blocks: Iterable[ContentBlock]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row):
                yield from _walk(cell.blocks)
        else:
            if block.index >= 0:
                yield block
            for box in block.boxes:
                yield from _walk(box)
            for each in block.objects:
                if isinstance(each, Footnote):
                    yield from _walk(each.paragraphs)


def _blocks(blocks: Iterable[ContentBlock]) -> list[Any]:
    return [_table(block) if isinstance(block, Table) else _paragraph(block) for block in blocks]


def _table(table: Table) -> Any:
    rows = [
        [
            (cell.row, cell.column, cell.rows, cell.columns, cell.bordered, _blocks(cell.blocks))
            for cell in row
        ]
        for row in table.rows
    ]
    return (rows, table.widths, table.header_rows, table.style)


def _paragraph(paragraph: Paragraph) -> Any:
    looks = (
        paragraph.style,
        paragraph.outline_level,
        paragraph.alignment,
        paragraph.indent,
        paragraph.first_line,
        paragraph.page_break_before,
    )
    notes = [_blocks(each.paragraphs) if isinstance(each, Footnote) else each for each in paragraph.objects]
    boxes = [_blocks(box) for box in paragraph.boxes]
    return (paragraph.text, list(_formats(paragraph.runs)), paragraph.number, looks, notes, boxes)


def _formats(runs: Iterable[Run]) -> Iterator[tuple[Any, int]]:
    for look, group in groupby(runs, key=lambda run: run.format):
        yield look, sum(run.end - run.start for run in group)

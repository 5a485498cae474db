"""All paragraphs and tables of a file, wherever they stand: in cells, boxes, notes, headers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prikaz.docx.content.elements import Content, ContentBlock, Footnote, Paragraph, Table


def paragraphs(content: Content) -> Iterator[tuple[Paragraph, bool]]:
    """Every paragraph of a file, and whether it stands in a header or a footer."""
    for block, is_header in _blocks(content):
        if isinstance(block, Paragraph):
            yield block, is_header


def tables(content: Content) -> Iterator[Table]:
    """Every table of a file, one in a cell of another behind that."""
    return (block for block, _ in _blocks(content) if isinstance(block, Table))


def _blocks(content: Content) -> Iterator[tuple[ContentBlock, bool]]:
    for section in content.sections:
        yield from ((block, False) for block in _flat(section.blocks))
        yield from ((block, True) for block in _flat(section.headers))


def _flat(blocks: Iterable[ContentBlock]) -> Iterator[ContentBlock]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row:
                    yield from _flat(cell.blocks)
            continue
        for box in block.boxes:
            yield from _flat(box)
        yield block
        for thing in block.objects:
            if isinstance(thing, Footnote):
                yield from _flat(thing.paragraphs)

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
        yield from ((block, False) for block in flat(section.blocks))
        yield from ((block, True) for block in flat(section.headers))


def flat(blocks: Iterable[ContentBlock]) -> Iterator[ContentBlock]:
    """All blocks that blocks hold, themselves too: those of boxes, cells and footnotes, in order."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row:
                    yield from flat(cell.blocks)
            continue
        for box in block.boxes:
            yield from flat(box)
        yield block
        for thing in block.objects:
            if isinstance(thing, Footnote):
                yield from flat(thing.paragraphs)

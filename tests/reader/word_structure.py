"""What a printed order says, paragraph by paragraph, as a reader of the page sees it."""

from __future__ import annotations

from collections.abc import Iterator

from prikaz import Order, render
from prikaz.docx.content import read_content
from prikaz.docx.content.elements import ContentBlock, Footnote, Paragraph, Table
from prikaz.model import OfficeProfile

#: Style, number and words of a paragraph; of a cell its extent instead of a number.
Told = tuple[str, str, str]

_SPACERS = frozenset({"AfterTable", "SectionEnd"})
#: A title over the width of a table stands in the middle, as other cells do.
_ALIKE = {"CellSection": "CellCentred"}


def told(order: Order, profile: OfficeProfile | None = None) -> list[Told]:
    """Every paragraph of the document of an order, and how each of its sheets lies."""
    content = read_content(render(order, profile=profile).to_bytes())
    lines: list[Told] = []
    for section in content.sections:
        lines.append(("", "альбомная" if section.landscape else "книжная", ""))
        for block in section.blocks:
            lines += _told(block)
    return lines


def _told(block: ContentBlock) -> Iterator[Told]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                styles = {_style(held) for held in cell.blocks if isinstance(held, Paragraph)}
                texts = [held.text for held in cell.blocks if isinstance(held, Paragraph)]
                yield " ".join(sorted(styles)), f"{cell.rows}×{cell.columns}", _words(" ".join(texts))
    elif block.style_id not in _SPACERS:
        number = block.number.text if block.number else ""
        notes = (held for held in block.objects if isinstance(held, Footnote))
        said = " ".join(paragraph.text for note in notes for paragraph in note.paragraphs)
        yield _style(block), number, _words(f"{block.text} {said}")


def _style(paragraph: Paragraph) -> str:
    return _ALIKE.get(paragraph.style_id, paragraph.style_id)


def _words(text: str) -> str:
    return " ".join(text.split())

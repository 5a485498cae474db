"""The flow of a part: its paragraphs and tables one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from prikaz.docx.content.elements import ContentBlock, HorizontalAlignment, Paragraph, RemarkKind
from prikaz.docx.content.formatting import Formatting, ParagraphLook
from prikaz.docx.content.names import (
    ALTERNATIVES,
    AUTHOR,
    DELETED_TEXT,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PROPERTIES,
    RELATION,
    SECTION,
    TABLE,
    TEXT,
    chosen,
)
from prikaz.docx.content.properties import ParagraphMark, paragraph_mark
from prikaz.docx.content.story import Story
from prikaz.docx.content.tables import TableReader
from prikaz.docx.content.texts import TextReader
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

_REMOVED: Final = {
    w("del"): RemarkKind.DELETED,
    w("moveFrom"): RemarkKind.MOVED,
}
_CHANGES: Final = {
    w("ins"): RemarkKind.INSERTED,
    w("del"): RemarkKind.DELETED,
    w("moveFrom"): RemarkKind.MOVED,
    w("moveTo"): RemarkKind.MOVED,
}
_FOREIGN: Final = w("altChunk")
_LAST_OUTLINE: Final = 8


class SectionEnd(NamedTuple):
    """The end of a section: its properties."""

    properties: etree._Element


def read_blocks(story: Story, element: etree._Element) -> list[ContentBlock]:
    """Read what stands in an element; ends of sections are left out."""
    return [block for block in read_flow(story, element) if not isinstance(block, SectionEnd)]


def read_flow(story: Story, element: etree._Element) -> Iterator[ContentBlock | SectionEnd]:
    """Read what stands in an element, with the ends of sections where they are."""
    waiting: list[tuple[etree._Element, ParagraphMark]] = []
    for item in _flow(story, element):
        if item.tag == PARAGRAPH:
            mark = paragraph_mark(item.find(PARAGRAPH_PROPERTIES))
            waiting.append((item, mark))
            if mark.deleted:
                continue
            yield _paragraph(story, waiting)
            if mark.section is not None:
                yield SectionEnd(mark.section)
        else:
            yield from _rest(story, waiting)
            if item.tag == SECTION:
                yield SectionEnd(item)
            else:
                yield from _table(story, item)
        waiting = []
    yield from _rest(story, waiting)


def _rest(story: Story, waiting: Sequence[tuple[etree._Element, ParagraphMark]]) -> Iterator[Paragraph]:
    """Paragraphs whose marks are deleted, with none after them that they could join."""
    if waiting:
        made = _paragraph(story, waiting)
        if made.text or made.boxes:
            yield made


def _table(story: Story, element: etree._Element) -> Iterator[ContentBlock]:
    made = TableReader(story, element).read()
    if made.rows:
        yield made


def _flow(story: Story, element: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs, tables and sections in an element, whatever wrappers they stand in."""
    waiting = list(reversed(element))
    while waiting:
        item = waiting.pop()
        name = item.tag
        if name in _SHOWN:
            yield item
        elif name == ALTERNATIVES:
            only = chosen(item)
            waiting += [] if only is None else [only]
        elif name in _REMOVED:
            words = "".join(each.text or "" for each in item.iter(TEXT, DELETED_TEXT))
            if words:
                story.remark(_REMOVED[name], words, item.get(AUTHOR) or "")
        elif name == _FOREIGN:
            found = story.document.parts.relations(story.part).get(item.get(RELATION) or "")
            story.remark(RemarkKind.EMBEDDED, "" if found is None else found.target)
        elif name not in PROPERTIES:
            waiting += reversed(item)


_SHOWN: Final = frozenset({PARAGRAPH, TABLE, SECTION})


def _paragraph(story: Story, marked: Sequence[tuple[etree._Element, ParagraphMark]]) -> Paragraph:
    """Read a paragraph, together with those before it whose marks are deleted."""
    element, mark = marked[-1]
    formatting = story.document.formatting
    look = formatting.look(mark.properties)
    index = story.index_of(element)
    number = story.counters.next(look.number, look.level) if look.number else None
    reader = TextReader(story, look.style.id, index)
    for other, _mark in marked[:-1]:
        reader.read(other, story.index_of(other))
        _remark_mark(reader, _mark)
    reader.read(element)
    _remark_mark(reader, mark)
    if mark.restyled is not None:
        story.remark(RemarkKind.FORMATTED, reader.text, mark.restyled.get(AUTHOR) or "", index)
    said = look.properties
    outline = said.outline_level
    return Paragraph(
        text=reader.text,
        runs=tuple(reader.runs),
        objects=tuple(reader.objects),
        number=number,
        **_style_of(look, formatting),
        outline_level=outline if outline is not None and 0 <= outline <= _LAST_OUTLINE else None,
        alignment=cast("HorizontalAlignment", said.alignment or "left"),
        indent=said.indent or 0,
        first_line=said.first_line or 0,
        page_break_before=bool(said.page_break_before),
        boxes=tuple(reader.boxes),
        part=story.part,
        index=index,
    )


def _style_of(look: ParagraphLook, formatting: Formatting) -> dict[str, str]:
    if look.style.id == formatting.default:
        return {}
    return {"style": look.style.name, "style_id": look.style.id}


def _remark_mark(reader: TextReader, mark: ParagraphMark) -> None:
    if mark.change is not None:
        reader.mark(_CHANGES[mark.change.tag], mark.change.get(AUTHOR) or "")

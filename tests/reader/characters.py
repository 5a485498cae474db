"""The characters of a Word file, counted without the reader, and those that a draft speaks of."""

from __future__ import annotations

import io
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from prikaz.docx.content.elements import OBJECT, Content, ContentBlock, Footnote, Paragraph
from prikaz.reader.draft import WordDraft

#: Text that nobody sees on paper: deleted, moved away, the double of a text box for an older Word.
_UNSEEN: Final = frozenset({"del", "moveFrom", "Fallback"})
_STORIES: Final = ("word/document", "word/footnotes", "word/endnotes", "word/header", "word/footer")
_RUNNING: Final = ("word/header", "word/footer")
#: What Word draws without typing it.
_DRAWN: Final = frozenset({OBJECT, "\u2011"})


def typed(data: bytes) -> Counter[str]:
    """Every character of every w:t that is seen on paper, but white space."""
    counted: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith(_STORIES) and name.endswith(".xml"):
                counted.update("".join(_seen(etree.fromstring(package.read(name)))))
    return _inked(counted)


def _seen(element: etree._Element) -> Iterator[str]:
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    if name in _UNSEEN:
        return
    if name == "t":
        yield element.text or ""
    for child in element:
        yield from _seen(child)


def said(content: Content) -> Counter[str]:
    """The characters of the paragraphs of a content, but white space and what Word draws."""
    counted = Counter("".join(paragraph.text for paragraph in paragraphs(content)))
    return Counter({char: count for char, count in _inked(counted).items() if char not in _DRAWN})


def _inked(counted: Counter[str]) -> Counter[str]:
    return Counter({char: count for char, count in counted.items() if not char.isspace()})


def paragraphs(content: Content) -> Iterator[Paragraph]:
    """All paragraphs: of the body, of headers, cells, text boxes and footnotes."""
    for section in content.sections:
        yield from _paragraphs(section.blocks)
        yield from _paragraphs(section.headers)


def _paragraphs(blocks: Iterable[ContentBlock]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            for box in block.boxes:
                yield from _paragraphs(box)
            for item in block.objects:
                if isinstance(item, Footnote):
                    yield from _paragraphs(item.paragraphs)
        else:
            for row in block.rows:
                for cell in row:
                    yield from _paragraphs(cell.blocks)


def unspoken(draft: WordDraft) -> list[str]:
    """Characters that neither a field nor a note speaks of, each run of them with its paragraph."""
    spoken: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for place in (*draft.places.values(), *(note.place for note in draft.notes)):
        for span in place.spans:
            spoken[span.part, span.paragraph].update(range(span.start, span.end))
    return [
        f"{paragraph.part}, {paragraph.index}: «{lost}»"
        for paragraph in paragraphs(draft.content)
        if (lost := _not_among(paragraph, spoken[paragraph.part, paragraph.index]))
    ]


def page_numbers(content: Content) -> str:
    """The numbers of pages in headers and footers: Word counts them, nobody typed them."""
    return "".join(paragraph.text.strip() for paragraph in paragraphs(content) if _is_page_number(paragraph))


def _is_page_number(paragraph: Paragraph) -> bool:
    return paragraph.part.startswith(_RUNNING) and paragraph.text.strip().isdecimal()


def _not_among(paragraph: Paragraph, spoken: set[int]) -> str:
    if _is_page_number(paragraph):
        return ""
    left = (char for place, char in enumerate(paragraph.text) if place not in spoken)
    return "".join(char for char in left if not char.isspace() and char not in _DRAWN)

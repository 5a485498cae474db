"""Read what a Word file says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.blocks import SectionEnd, read_blocks, read_flow
from prikaz.docx.content.elements import (
    Content,
    ContentBlock,
    Footnote,
    Paragraph,
    Remark,
    RemarkKind,
    Section,
)
from prikaz.docx.content.formatting import Formatting
from prikaz.docx.content.names import AUTHOR, PARAGRAPH, RELATION, TEXT, VAL, is_on, twips
from prikaz.docx.content.pages import pages
from prikaz.docx.content.parts import Parts
from prikaz.docx.content.story import Comment, Document, Story
from prikaz.docx.wml.names import w
from prikaz.docx.wml.package import Package, PackageSource
from prikaz.errors import PackageError

if TYPE_CHECKING:
    from lxml import etree

#: A sheet of A4 with margins of an inch, for files that do not say.
_WIDTH: Final = 11_906
_MARGIN: Final = 1_440
_HEADERS: Final = {w("headerReference"): "header", w("footerReference"): "footer"}


def read_content(source: PackageSource) -> Content:
    """Read what a Word file says.

    Templates of Word and documents with macros are read too, and a remark tells of it.

    Args:
        source: Path, bytes or binary stream of the file.

    Raises:
        PackageError: It is no Word file, is encrypted, dangerous, or its text is damaged.
    """
    try:
        return _read(source)
    except PackageError as error:
        file = os.fspath(source) if isinstance(source, str | os.PathLike) else ""
        raise PackageError(error.message, error.hint, file) from error


def _read(source: PackageSource) -> Content:
    parts = Parts(Package.open(source, to_read=True))
    root = parts.main_root()
    body = next(root.iterchildren(w("body")), None)
    if body is None:
        raise PackageError("файл повреждён: в нём нет текста документа")
    styles, numbering = (parts.root(parts.related(kind)) for kind in ("styles", "numbering"))
    document = Document(parts, Formatting(styles, numbering))
    document.comments = dict(_comments(parts))
    document.notes = Notes(document).read
    reader = _Sections(document)
    sections = tuple(reader.read(Story(document, parts.main, root, read_blocks), body))
    unmet = [Remark(RemarkKind.COMMENT, each.text, each.author) for each in document.comments.values()]
    remarks = (*parts.facts(), *parts.remarks, *document.remarks, *unmet)
    return Content(
        sections=sections, remarks=remarks, producer=parts.producer, main=parts.main, pages=pages(root)
    )


def _comments(parts: Parts) -> Iterator[tuple[str, Comment]]:
    root = parts.root(parts.related("comments"))
    for item in () if root is None else root.iterchildren(w("comment")):
        lines = ("".join(each.text or "" for each in line.iter(TEXT)) for line in item.iter(PARAGRAPH))
        yield item.get(w("id"), ""), Comment(item.get(AUTHOR) or "", "\n".join(lines).strip())


class Notes:
    """Footnotes and endnotes of a file; each is given once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._stories: dict[str, Story | None] = {}
        self._waiting: dict[tuple[str, str], etree._Element] = {}
        self._is_busy = False

    def read(self, kind: str, name: str) -> Footnote | None:
        """Read a note.

        Args:
            kind: "footnotes" or "endnotes".
            name: Its id.
        """
        if kind not in self._stories:
            self._stories[kind] = self._open(kind)
        story, element = self._stories[kind], self._waiting.pop((kind, name), None)
        if story is None or element is None or self._is_busy:
            return None
        self._is_busy = True
        try:
            blocks = story.blocks(element)
        finally:
            self._is_busy = False
        return Footnote(paragraphs=tuple(_paragraphs(blocks)))

    def _open(self, kind: str) -> Story | None:
        part = self._document.parts.related(kind)
        root = self._document.parts.root(part)
        if root is None:
            return None
        for item in root:
            if item.get(w("type"), "normal") == "normal":
                self._waiting[kind, item.get(w("id"), "")] = item
        return Story(self._document, part, root, read_blocks)


def _paragraphs(blocks: tuple[ContentBlock, ...]) -> Iterator[Paragraph]:
    """Paragraphs of a note; a table in it is taken cell by cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (each for row in block.rows for cell in row for each in _paragraphs(cell.blocks))


class _Sections:
    """Cuts the flow of the body into sections, and finds the headers of each."""

    def __init__(self, document: Document) -> None:
        self._document = document
        settings = document.parts.settings
        even = None if settings is None else settings.find(w("evenAndOddHeaders"))
        self._are_even_shown = even is not None and is_on(even.get(VAL))
        self._headers: dict[tuple[str, str], str] = {}
        self._given: set[str] = set()

    def read(self, story: Story, body: etree._Element) -> Iterator[Section]:
        blocks: list[ContentBlock] = []
        ended = False
        for item in read_flow(story, body):
            if isinstance(item, SectionEnd):
                yield self._section(blocks, item.properties)
                blocks, ended = [], True
            else:
                blocks.append(item)
                ended = False
        if not ended:
            yield self._section(blocks, body.makeelement(w("sectPr")))

    def _section(self, blocks: list[ContentBlock], properties: etree._Element) -> Section:
        size, margins = properties.find(w("pgSz")), properties.find(w("pgMar"))
        width = _length(size, "w", _WIDTH)
        margin = sum(_length(margins, side, _MARGIN) for side in ("left", "right"))
        landscape = size is not None and (
            size.get(w("orient")) == "landscape" or width > _length(size, "h", width)
        )
        between = max(0, width - margin - _length(margins, "gutter", 0))
        return Section(tuple(blocks), landscape, between, tuple(self._shown(properties)))

    def _shown(self, properties: etree._Element) -> Iterator[ContentBlock]:
        """Headers and footers that this section shows, and none before it did."""
        relations = self._document.parts.relations(self._document.parts.main)
        for item in properties:
            found = relations.get(item.get(RELATION) or "") if item.tag in _HEADERS else None
            if found is not None:
                self._headers[_HEADERS[item.tag], item.get(w("type")) or "default"] = found.target
        first = properties.find(w("titlePg"))
        is_first_shown = first is not None and is_on(first.get(VAL))
        for (_, kind), part in list(self._headers.items()):
            shown = {"first": is_first_shown, "even": self._are_even_shown}.get(kind, True)
            root = self._document.parts.root(part) if shown and part not in self._given else None
            self._given |= {part} if shown else set()
            if root is not None:
                yield from Story(self._document, part, root, read_blocks).blocks(root)


def _length(element: etree._Element | None, name: str, default: int) -> int:
    found = None if element is None else twips(element.get(w(name)))
    return default if found is None else found

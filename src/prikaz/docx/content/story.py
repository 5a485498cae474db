"""A part while its text is read: where its paragraphs are, what they share, what is worth remarking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.borders import Lines
from prikaz.docx.content.elements import ContentBlock, Footnote, Remark, RemarkKind
from prikaz.docx.content.formatting import Formatting
from prikaz.docx.content.names import PARAGRAPH, TABLE
from prikaz.docx.content.numbering import Counters
from prikaz.docx.content.parts import Parts
from prikaz.errors import PackageError

if TYPE_CHECKING:
    from lxml import etree

#: Tables in tables, boxes in boxes: more of them than any page has is an attack.
_DEEPEST: Final = 24


class Comment(NamedTuple):
    """A comment on the margin."""

    author: str
    text: str


class Document:
    """What all parts of a file share.

    Attributes:
        parts: Its parts.
        formatting: Its styles and lists.
        remarks: What is worth knowing, as it is found.
        comments: Comments by id that have not been met yet.
        lines: Lines that styles of tables draw, by style.
        notes: Reads a footnote or an endnote, by kind and id; None when there is none, or it was given.
    """

    def __init__(self, parts: Parts, formatting: Formatting) -> None:
        self.parts = parts
        self.formatting = formatting
        self.remarks: list[Remark] = []
        self.comments: dict[str, Comment] = {}
        self.lines: dict[str, Lines] = {}
        self.notes: Callable[[str, str], Footnote | None] = lambda _kind, _id: None


class Story:
    """A part whose text is read.

    Attributes:
        document: What it shares with other parts.
        part: Its name.
        counters: Counts its lists.
        box_counters: Counts the lists of its text boxes.
    """

    def __init__(
        self,
        document: Document,
        part: str,
        root: etree._Element,
        read_blocks: Callable[[Story, etree._Element], Sequence[ContentBlock]],
    ) -> None:
        self.document = document
        self.part = part
        self.root = root
        self.counters = Counters(document.formatting.numbering)
        self.box_counters = Counters(document.formatting.numbering)
        self._read_blocks = read_blocks
        self._depth = 0
        self._paragraphs = {item: index for index, item in enumerate(root.iter(PARAGRAPH))}
        self._tables = {item: index for index, item in enumerate(root.iter(TABLE))}

    def blocks(self, element: etree._Element) -> tuple[ContentBlock, ...]:
        """Read what stands in a cell, a box or a note.

        Raises:
            PackageError: It stands too deep.
        """
        self._depth += 1
        if self._depth > _DEEPEST:
            raise PackageError("файл опасен: таблицы и надписи вложены друг в друга слишком глубоко")
        try:
            return tuple(self._read_blocks(self, element))
        finally:
            self._depth -= 1

    def box(self, element: etree._Element) -> tuple[ContentBlock, ...]:
        """Read what stands in a text box; its lists are counted apart from those of the page."""
        page, self.counters = self.counters, self.box_counters
        try:
            return self.blocks(element)
        finally:
            self.counters = page

    def index_of(self, element: etree._Element) -> int:
        """Which paragraph or table of its part it is."""
        indexes = self._paragraphs if element.tag == PARAGRAPH else self._tables
        return indexes[element]

    def remark(self, kind: RemarkKind, text: str, author: str = "", paragraph: int | None = None) -> None:
        """Take down something about a place."""
        self.document.remarks.append(Remark(kind, text, author, self.part, paragraph))

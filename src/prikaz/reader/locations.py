"""Places of a Word file in a clerk's words: «абзац 12», «таблица 2, строка 5, графа 3» (места)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Self

import attrs

from prikaz.docx.content.elements import Content, ContentBlock, Footnote, Paragraph, Table
from prikaz.reader.draft import Note, WordPlace
from prikaz.reader.source_text import SourceText

_Key = tuple[str, int]


class Locations(NamedTuple):
    """Where each paragraph of a file stands.

    Attributes:
        file: Name of the file.
        words: The place of each paragraph by its part and index.
        main: Name of the part of the body.
        pages: Page of each paragraph of the body, by its index; () when the file does not say.
    """

    file: str
    words: Mapping[_Key, str]
    main: str
    pages: tuple[int, ...]

    @classmethod
    def of(cls, content: Content, file: str) -> Self:
        """Number the paragraphs of a file: those with text outside tables, from 1."""
        counter = _Counter()
        return cls(file, dict(counter.all(content)), content.main, content.pages)

    def in_order(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        """Notes in the order of the paper; those about the whole file first."""
        ranks = {key: rank for rank, key in enumerate(self.words)}

        def rank(note: Note) -> tuple[int, int]:
            first = next(iter(note.place.spans), None)
            return (-1, 0) if first is None else (ranks.get((first.part, first.paragraph), -1), first.start)

        return tuple(sorted(notes, key=rank))

    def place(self, text: SourceText) -> WordPlace:
        """The place of a text: where it begins, with all its characters."""
        if not text.pieces:
            return WordPlace(file=self.file)
        first = text.pieces[0].span
        return attrs.evolve(self.of_paragraph(first.part, first.paragraph), spans=text.spans)

    def of_paragraph(self, part: str, index: int | None) -> WordPlace:
        """The place of a paragraph, or of the whole file."""
        if index is None:
            return WordPlace(file=self.file)
        page = self.pages[index] if part == self.main and index < len(self.pages) else None
        return WordPlace(file=self.file, words=self.words.get((part, index), ""), page=page)


class _Counter:
    def __init__(self) -> None:
        self.paragraphs = self.tables = self.notes = 0

    def all(self, content: Content) -> Iterator[tuple[_Key, str]]:
        for section in content.sections:
            yield from self._blocks(section.blocks, "")
            for key, _ in self._blocks(section.headers, "колонтитул"):
                yield key, "колонтитул"

    def _blocks(self, blocks: Iterable[ContentBlock], within: str) -> Iterator[tuple[_Key, str]]:
        for block in blocks:
            if isinstance(block, Table):
                yield from self._table(block, within)
            else:
                yield from self._paragraph(block, within)

    def _table(self, table: Table, within: str) -> Iterator[tuple[_Key, str]]:
        if not within:
            self.tables += 1
        begin = within or f"таблица {self.tables}"
        for row in table.rows:
            for cell in row:
                here = within or f"{begin}, строка {cell.row + 1}, графа {cell.column + 1}"
                yield from self._blocks(cell.blocks, here)

    def _paragraph(self, paragraph: Paragraph, within: str) -> Iterator[tuple[_Key, str]]:
        for box in paragraph.boxes:
            yield from self._blocks(box, within or "надпись")
        if not within and paragraph.text.strip():
            self.paragraphs += 1
        yield (paragraph.part, paragraph.index), within or f"абзац {self.paragraphs}"
        for thing in paragraph.objects:
            if isinstance(thing, Footnote):
                self.notes += 1
                for inner in thing.paragraphs:
                    yield (inner.part, inner.index), f"сноска {self.notes}"

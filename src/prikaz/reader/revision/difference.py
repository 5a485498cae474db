"""A difference of two Word files, and its place in words (различие)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from prikaz.docx.content.elements import Content, ContentBlock, Paragraph
from prikaz.docx.revisions import AnyEdit
from prikaz.reader.contents import flat
from prikaz.reader.locations import Locations


class Difference(NamedTuple):
    """What differs in one place.

    Attributes:
        place: Where, in Russian.
        was: The old words.
        became: The new words.
        edits: What makes the new ones of the old; made together or not at all.
        obstacle: Why no edit can; "" when there are edits.
    """

    place: str
    was: str
    became: str
    edits: tuple[AnyEdit, ...] = ()
    obstacle: str = ""


#: Compares the blocks of two cells, boxes or notes.
Comparing: TypeAlias = Callable[[Sequence[ContentBlock], Sequence[ContentBlock]], Iterator[Difference]]


class Places:
    """Where things stand in two files, in a clerk's words.

    Args:
        old: What the old file says.
        new: What the new file says.
    """

    def __init__(self, old: Content, new: Content) -> None:
        self._old, self._new = (Locations.of(content, "").words for content in (old, new))

    def old(self, blocks: Iterable[ContentBlock], stop: str = "") -> str:
        """Where blocks begin in the old file.

        Args:
            blocks: The blocks.
            stop: The word before which the place ends: "строка" for that of a table.
        """
        return _cut(self._old, blocks, stop)

    def new(self, blocks: Iterable[ContentBlock], stop: str = "") -> str:
        """Where blocks begin in the new file, said so."""
        return f"в новом файле {_cut(self._new, blocks, stop)}"


def _cut(words: Mapping[tuple[str, int], str], blocks: Iterable[ContentBlock], stop: str) -> str:
    first = _first(blocks)
    place = "" if first is None else words.get((first.part, first.index), "")
    return place.partition(f", {stop}")[0] if stop else place


def _first(blocks: Iterable[ContentBlock]) -> Paragraph | None:
    for block in blocks:
        if isinstance(block, Paragraph):
            return block
        inside = (_first(cell.blocks) for row in block.rows for cell in row)
        if found := next(filter(None, inside), None):
            return found
    return None


def words_of(blocks: Iterable[ContentBlock]) -> str:
    """All words of blocks, a space apart."""
    texts = (block.text for block in flat(blocks) if isinstance(block, Paragraph))
    return " ".join(" ".join(texts).split())


def is_plain(paragraph: Paragraph) -> bool:
    """Whether a paragraph holds words only: no note, picture or box."""
    return not paragraph.objects and not paragraph.boxes

"""The renderer of the writer: turns texts of an order into values that a template prints.

References become numbers that Word keeps, typography is applied, what is
found on the way is collected.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from prikaz.docx import Inline, Reference
from prikaz.findings import Finding, Path
from prikaz.language.typography import PLACEHOLDER, bind_short_words, typeset
from prikaz.model import Numbering, OfficeProfile, Order
from prikaz.model.references import Content, Cross, References, is_plain
from prikaz.model.text import VerbatimText

#: What a template prints in one place: plain text, or text with marks that only Word needs.
Printable: TypeAlias = str | Inline

_typeset = lru_cache(maxsize=1024)(typeset)


@lru_cache(maxsize=8192)
def _typeset_plain(text: str) -> str | None:
    """A text that refers to nothing with its typography applied; None for the others."""
    return typeset(text) if is_plain(text) else None


@lru_cache(maxsize=8192)
def plain_paragraphs(texts: tuple[str, ...], mark: str) -> tuple[str, ...] | None:
    """Texts of a cell without references as :meth:`TextRenderer.paragraphs` sets them; else None."""
    paragraphs = _marked(texts, mark)
    return tuple(map(typeset, paragraphs)) or ("",) if all(map(is_plain, paragraphs)) else None


def _marked(texts: tuple[str, ...], mark: str) -> tuple[str, ...]:
    """The texts with ``mark`` after each but the last."""
    return (*[f"{text}{mark}" for text in texts[:-1]], *texts[-1:])


class TextRenderer:
    """Prints the texts of one order by the office profile."""

    def __init__(self, references: References) -> None:
        self.references = references
        self._bookmarks: dict[Path, str] = {}

    @property
    def order(self) -> Order:
        """The order on the renderer."""
        return self.references.order

    @property
    def profile(self) -> OfficeProfile:
        """The office profile by which it is printed."""
        return self.references.profile

    def tell(self, finding: Finding) -> None:
        """Keep what was found."""
        self.references.findings.append(finding)

    @staticmethod
    def words(text: str) -> str:
        """A text without references, with its typography applied."""
        return _typeset(text)

    def text(self, text: str, path: Path) -> Printable:
        """A running text with its references resolved and its typography applied."""
        plain = _typeset_plain(text)
        return self.content(self.references.content(text, path)) if plain is None else plain

    def paragraphs(self, texts: tuple[str, ...], mark: str, path: Path) -> tuple[Printable, ...]:
        """Texts of a cell, each a paragraph, with ``mark`` after each but the last; an empty one for none."""
        if len(texts) < 2:  # noqa: PLR2004 (one text has no place of its own)
            return tuple(self.text(text, path) for text in texts) or ("",)
        return tuple(self.text(text, (*path, place)) for place, text in enumerate(_marked(texts, mark), 1))

    def title(self, text: str, path: Path) -> Printable:
        """A heading: no line of it ends in a preposition."""
        value = self.text(text, path)
        return bind_short_words(value) if isinstance(value, str) else value

    def content(self, content: Content) -> Printable:
        """Resolved text as a template prints it."""
        if len(content) == 1 and isinstance(content[0], str):
            return _typeset(content[0])
        kept: list[VerbatimText | Cross] = []
        joined = ""
        for piece in content:
            if isinstance(piece, str):
                joined += piece
                kept += [VerbatimText(PLACEHOLDER)] * piece.count(
                    PLACEHOLDER
                )  # one that came with the text is itself
            else:
                joined += PLACEHOLDER
                kept.append(piece)
        return self._with_marks(_typeset(joined), kept) if kept else _typeset(joined)

    def _with_marks(self, text: str, kept: Sequence[VerbatimText | Cross]) -> Printable:
        first, *others = text.split(PLACEHOLDER)
        marked = ((self._mark(piece), after) for piece, after in zip(kept, others, strict=True))
        pieces = [part for part in (first, *chain.from_iterable(marked)) if part]
        if all(isinstance(piece, str) for piece in pieces):
            return "".join(map(str, pieces))
        return Inline(pieces)

    def _mark(self, piece: VerbatimText | Cross) -> str | Reference:
        """A verbatim piece as it stands; a number as a field where Word counts it, else as text."""
        if isinstance(piece, VerbatimText):
            return piece.text
        typed = self.profile.numbering is Numbering.TYPED
        return piece.shown if typed else Reference(self.bookmark(piece.target), piece.shown)

    def bookmark(self, target: Path) -> str:
        """Name of the bookmark round a clause; the same for the same target."""
        return self._bookmarks.setdefault(target, f"_Ref{1000 + len(self._bookmarks)}")

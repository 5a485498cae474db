"""The renderer of the writer: makes of the texts of an order the values that a template prints.

References become numbers that Word keeps up to date, typography is applied.
The renderer of one order lives as long as its view is made, and collects what
is found on the way.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias, TypeVar

from prikaz.docx import Footnote, Inline, Reference
from prikaz.findings import Finding, Path
from prikaz.language.typography import bind_short_words, typeset
from prikaz.model import Numbering, OfficeProfile, Order
from prikaz.model.resolution.content import Content, CrossReference, FootnoteContent
from prikaz.model.resolution.references import References, is_plain
from prikaz.model.resolution.results import WithFindings
from prikaz.model.resolution.typesetting import typeset_content, typeset_once
from prikaz.model.text import VerbatimText

T = TypeVar("T")

#: Pieces of a text that its typography does not touch.
_Untouched: TypeAlias = VerbatimText | CrossReference | FootnoteContent
#: What a template prints in one place: plain text, or text with marks that only Word needs.
Printable: TypeAlias = str | Inline


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
    """Renders the texts of one order by the office profile, and collects what is found on the way.

    Attributes:
        references: What the texts refer to.
        findings: What has been found so far.
        cited: Paths of the annexes that the texts have named so far.
        illustrations: How many pictures have been numbered so far.
    """

    def __init__(self, references: References) -> None:
        self.references = references
        self.findings: list[Finding] = []
        self.cited: set[Path] = set()
        self.illustrations = 0
        self._bookmarks: dict[Path, str] = {}

    @property
    def order(self) -> Order:
        """The order whose texts are rendered."""
        return self.references.order

    @property
    def profile(self) -> OfficeProfile:
        """The office profile by which it is printed."""
        return self.references.profile

    def report(self, finding: Finding) -> None:
        """Add a finding."""
        self.findings.append(finding)

    def value_of(self, made: WithFindings[T]) -> T:
        """The value alone; its findings are added."""
        self.findings += made.findings
        return made.value

    @staticmethod
    def words(text: str) -> str:
        """A text without references, with its typography applied."""
        return typeset_once(text)

    def text(self, text: str, path: Path, *, opens_sentence: bool = False) -> Printable:
        """A running text with its references resolved and its typography applied."""
        plain = _typeset_plain(text)
        return (
            self.content(self.resolve(text, path, opens_sentence=opens_sentence)) if plain is None else plain
        )

    def resolve(self, text: str, path: Path, *, opens_sentence: bool = False) -> Content:
        """A running text with its references resolved, without typography."""
        resolved = self.references.resolve(text, path, opens_sentence=opens_sentence)
        self.findings += resolved.findings
        self.cited |= resolved.cited
        return resolved.content

    def paragraphs(
        self, texts: tuple[str, ...], mark: str, path: Path, *, opens_sentence: bool = False
    ) -> tuple[Printable, ...]:
        """Texts of a cell, each a paragraph, with ``mark`` after each but the last; an empty one for none."""
        if len(texts) < 2:  # noqa: PLR2004 (one text has no place of its own)
            return tuple(self.text(text, path, opens_sentence=opens_sentence) for text in texts) or ("",)
        return tuple(
            self.text(text, (*path, place), opens_sentence=opens_sentence and place == 1)
            for place, text in enumerate(_marked(texts, mark), 1)
        )

    def title(self, text: str, path: Path) -> Printable:
        """A heading: no line of it ends in a preposition."""
        value = self.text(text, path, opens_sentence=True)
        return bind_short_words(value) if isinstance(value, str) else value

    def content(self, content: Content) -> Printable:
        """Resolved text as a template prints it."""
        pieces = [
            piece if isinstance(piece, str) else self._mark(piece) for piece in typeset_content(content)
        ]
        if all(isinstance(piece, str) for piece in pieces):
            return "".join(map(str, pieces))
        return Inline([piece for piece in pieces if piece])

    def _mark(self, piece: _Untouched) -> str | Reference | Footnote:
        """A verbatim piece as it stands; a number as a field where Word counts it, else as text."""
        if isinstance(piece, FootnoteContent):
            said = self.content(piece.content)
            return Footnote(said.pieces if isinstance(said, Inline) else said)
        if isinstance(piece, VerbatimText):
            return piece.text
        typed = self.profile.numbering is Numbering.TYPED
        return piece.shown if typed else Reference(self.bookmark(piece.target), piece.shown)

    def bookmark(self, target: Path) -> str:
        """Name of the bookmark round a clause; the same for the same target."""
        return self._bookmarks.setdefault(target, f"_Ref{1000 + len(self._bookmarks)}")

"""Texts in which references are looked for, and what is found in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from prikaz.findings import Path
from prikaz.language.time.roles import find_quotes
from prikaz.model.text import HOLE, UnmatchedMark, footnotes, marked, parse_text
from prikaz.reader.doubts import Doubt
from prikaz.reader.source_text import SourceText

_BRACES: Final = re.compile(r"[{}`]")
_ODD_SPACES: Final = str.maketrans("\u00a0\u202f\u2007\u2011", "   -")
#: «а», «22»: a letter and a day are no quotations.
_LONGEST_SIGN: Final = 3
#: So many characters before a place tell what stands there.
_NEAR: Final = 60


class Candidate(NamedTuple):
    """Words that may become a reference.

    Attributes:
        start: Where they begin in the text.
        end: Behind the last one.
        new: The reference.
        targets: Paths of the clauses and annexes that need their keys for it.
        doubt: What to say if the reference would print something else; None: nothing.
    """

    start: int
    end: int
    new: str
    targets: tuple[Path, ...] = ()
    doubt: Doubt | None = None


class Passage(NamedTuple):
    """A text of an order.

    Attributes:
        path: Where it stands.
        text: The text.
        bare: The same, character by character, with plain spaces, and holes for what is marked by braces or
            backticks.
        words: The same with holes for what stands in quotation marks, too.
        quotes: The outermost quotations by where they begin, without their closing marks.
    """

    path: Path
    text: str
    bare: str
    words: str
    quotes: Mapping[int, range]

    def doubt(self, words: str, reason: str, proposal: str) -> Doubt:
        """A doubt about some of its words."""
        return Doubt(SourceText(words), self.path, reason, proposal)

    @classmethod
    def of(cls, path: Path, text: str) -> Passage | None:
        """Look at a text; None if it has marks that open or close nothing."""
        bare = text.translate(_ODD_SPACES)
        if _BRACES.search(text):
            if any(isinstance(token, UnmatchedMark) for token in parse_text(text)):
                return None
            bare = _without(bare, _marks(text))
        quotes = find_quotes(bare)
        masked = (range(quote.start, quote.stop + 1) for quote in quotes if len(quote) > _LONGEST_SIGN)
        return cls(path, text, bare, _without(bare, masked), {quote.start: quote for quote in quotes})

    def before(self, place: int) -> str:
        """The words right before a place; a hole stands for what is left out."""
        begin = max(0, place - _NEAR)
        return (HOLE if begin else "") + self.words[begin:place]

    def cut(self, start: int, end: int) -> Passage:
        """A piece of it; a hole stands for what is left out before."""
        words = (HOLE if start else "") + self.words[start + bool(start) : end]
        return self._replace(text=self.text[start:end], bare=self.bare[start:end], words=words, quotes={})


def _marks(text: str) -> Iterator[range]:
    """What is marked: references, verbatim pieces, the marks of footnotes, doubled braces."""
    yield from (place for place, _ in marked(text))
    for place in footnotes(text):
        yield range(place.start, text.index(":", place.start) + 1)
        yield range(place.stop - 1, place.stop)
    yield from (range(*found.span()) for found in re.finditer(r"\{\{|\}\}", text))


def _without(text: str, places: Iterator[range]) -> str:
    signs = [*text]
    for place in places:
        stop = min(place.stop, len(signs))
        signs[place.start : stop] = HOLE * (stop - place.start)
    return "".join(signs)

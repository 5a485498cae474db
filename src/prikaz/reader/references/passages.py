"""Texts in which references are looked for, and what is found in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    """

    path: Path
    text: str
    bare: str
    words: str

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
        quotes = (
            range(quote.start, quote.stop + 1) for quote in find_quotes(bare) if len(quote) > _LONGEST_SIGN
        )
        return cls(path, text, bare, _without(bare, quotes))


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

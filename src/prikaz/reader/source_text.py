"""Text that knows which characters of which paragraphs it was taken from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple, Self

from attrs import frozen

from prikaz.value import Value

_SPACES: Final = re.compile(r"[ \t\n\f\u00a0\u2007\u202f]+")


class Span(NamedTuple):
    """Characters of one paragraph.

    Attributes:
        part: Name of the part.
        paragraph: Index of the paragraph in its part (``content.Paragraph.index``).
        start: First character, from 0.
        end: Behind the last one.
    """

    part: str
    paragraph: int
    start: int
    end: int


class _Piece(NamedTuple):
    """Characters of a text that were taken from a span: one by one, where there are as many.

    Attributes:
        at: First of them in the text.
        length: How many there are.
        span: What they were taken from.
    """

    at: int
    length: int
    span: Span

    @property
    def is_exact(self) -> bool:
        """Whether its characters are those of its source, one by one."""
        return self.span.end - self.span.start == self.length

    def moved(self, by: int) -> _Piece:
        """The piece in a longer text."""
        return self._replace(at=self.at + by)

    def cut(self, start: int, end: int) -> _Piece | None:
        """What of it stands between two places; all of its source, if that cannot be told apart."""
        low, high = max(start, self.at), min(end, self.at + self.length)
        if low >= high:
            return None
        span = self.span
        if self.is_exact:
            span = span._replace(start=span.start + low - self.at, end=span.start + high - self.at)
        return _Piece(low - start, high - low, span)


def _follows(last: _Piece, piece: _Piece) -> bool:
    """Whether a piece goes on, one by one, where the last one ends, in the text and in its source."""
    span = piece.span
    return (
        last.is_exact
        and piece.is_exact
        and last.at + last.length == piece.at
        and last.span._replace(start=span.start, end=span.end) == span
        and last.span.end == span.start
    )


@frozen(repr=False, eq=False)
class SourceText(Value):
    """A text with its source; slicing, joining and replacing keep the source.

    Characters that stand in no paragraph (a space that joins two lines) have none.
    """

    text: str
    pieces: tuple[_Piece, ...] = ()

    @classmethod
    def of(cls, text: str, part: str, paragraph: int) -> Self:
        """The whole text of a paragraph."""
        return cls(text, (_Piece(0, len(text), Span(part, paragraph, 0, len(text))),) if text else ())

    @classmethod
    def join(cls, separator: str, texts: Iterable[SourceText]) -> Self:
        """Texts joined as ``str.join`` does."""
        joined: list[str] = []
        pieces: list[_Piece] = []
        length = 0
        for index, item in enumerate(texts):
            length += len(separator) if index else 0
            pieces += [piece.moved(length) for piece in item.pieces]
            length += len(item.text)
            joined.append(item.text)
        return cls(separator.join(joined), tuple(pieces))

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its characters stand, in the order of the text."""
        return tuple(piece.span for piece in self.pieces)

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __getitem__(self, place: slice) -> Self:
        start, end, _ = place.indices(len(self.text))
        pieces = (piece.cut(start, end) for piece in self.pieces)
        return type(self)(self.text[start:end], tuple(piece for piece in pieces if piece))

    def __add__(self, other: SourceText) -> Self:
        return type(self).join("", (self, other))

    def strip(self) -> Self:
        """Without white space at both ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self[left : max(left, len(self.text.rstrip()))]

    def split(self, pattern: str | re.Pattern[str]) -> Iterator[Self]:
        """What stands between the matches of a pattern."""
        start = 0
        for found in re.finditer(pattern, self.text):
            yield self[start : found.start()]
            start = found.end()
        yield self[start:]

    def replaced(self, pattern: str | re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Self:
        """With ``new`` in place of each match; the new characters count as those of what they replace."""
        made: list[SourceText] = []
        start = 0
        for found in re.finditer(pattern, self.text):
            word = new if isinstance(new, str) else new(found)
            made += [self[start : found.start()], self[found.start() : found.end()].standing_for(word)]
            start = found.end()
        return type(self).join("", (*made, self[start:])) if made else self

    def standing_for(self, word: str) -> Self:
        """``word`` with the whole of this as its source, though not letter by letter."""
        if word == self.text:
            return self
        return type(self)(word, tuple(_Piece(0, len(word), span) for span in self.spans) if word else ())

    def compact(self) -> Self:
        """The same, with pieces that follow each other in one."""
        pieces: list[_Piece] = []
        for piece in self.pieces:
            last = pieces[-1] if pieces else None
            if last and _follows(last, piece):
                span = last.span._replace(end=piece.span.end)
                pieces[-1] = _Piece(last.at, last.length + piece.length, span)
            else:
                pieces.append(piece)
        return type(self)(self.text, tuple(pieces))

    def in_one_line(self) -> Self:
        """With single plain spaces, and none at the ends."""
        return self.strip().replaced(_SPACES, " ")

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
    """Characters of a text from ``at`` on, that are those of ``span`` one by one."""

    at: int
    span: Span


def _follows(last: _Piece, at: int, span: Span) -> bool:
    """Whether a piece goes on where the last one ends, in the text and in its source."""
    length = last.span.end - last.span.start
    return (
        last.at + length == at
        and last.span._replace(start=span.start, end=span.end) == span
        and (last.span.end == span.start)
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
        return cls(text, (_Piece(0, Span(part, paragraph, 0, len(text))),) if text else ())

    @classmethod
    def join(cls, separator: str, texts: Iterable[SourceText]) -> Self:
        """Texts joined as ``str.join`` does."""
        joined: list[str] = []
        pieces: list[_Piece] = []
        length = 0
        for index, item in enumerate(texts):
            length += len(separator) if index else 0
            pieces += [_Piece(length + at, span) for at, span in item.pieces]
            length += len(item.text)
            joined.append(item.text)
        return cls(separator.join(joined), tuple(pieces))

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its characters stand, in the order of the text."""
        return tuple(span for _, span in self.pieces)

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __getitem__(self, place: slice) -> Self:
        start, end, _ = place.indices(len(self.text))
        pieces = []
        for at, span in self.pieces:
            low, high = max(start, at), min(end, at + span.end - span.start)
            if low < high:
                cut = span._replace(start=span.start + low - at, end=span.start + high - at)
                pieces.append(_Piece(low - start, cut))
        return type(self)(self.text[start:end], tuple(pieces))

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
        return type(self)(word, tuple(_Piece(0, span) for span in self.spans) if word else ())

    def compact(self) -> Self:
        """The same, with pieces that follow each other in one."""
        pieces: list[_Piece] = []
        for at, span in self.pieces:
            last = pieces[-1] if pieces else None
            if last and _follows(last, at, span):
                pieces[-1] = _Piece(last.at, last.span._replace(end=span.end))
            else:
                pieces.append(_Piece(at, span))
        return type(self)(self.text, tuple(pieces))

    def in_one_line(self) -> Self:
        """With single plain spaces, and none at the ends."""
        return self.strip().replaced(_SPACES, " ")

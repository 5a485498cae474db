"""Running text with its references resolved (готовый текст): what a printer of any kind has to print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from prikaz.findings import Path
from prikaz.model.text import VerbatimText

NBSP: Final = "\u00a0"


class CrossReference(NamedTuple):
    """The number of a clause where another text names it: Word can keep it up to date.

    Attributes:
        target: Path of the clause.
        shown: The number as printed, "2.1".
    """

    target: Path
    shown: str


class FootnoteContent(NamedTuple):
    """A footnote (сноска): its text stands at the foot of the page, its number where it is."""

    content: tuple[str | VerbatimText | CrossReference, ...]


#: Plain text gets its typography; verbatim text does not; of a cross-reference Word makes a field, of a
#: footnote a footnote.
ContentPiece: TypeAlias = str | VerbatimText | CrossReference | FootnoteContent
#: Running text with its references resolved.
Content: TypeAlias = tuple[ContentPiece, ...]


def plain_text(content: Content) -> str:
    """Resolved text as one string; a footnote is no part of it."""
    return "".join(map(_plain, content))


def _plain(piece: ContentPiece) -> str:
    match piece:
        case CrossReference():
            return piece.shown
        case VerbatimText():
            return piece.text
        case FootnoteContent():
            return ""
    return piece


def ends_in_stop(content: Content) -> bool:
    """Whether a stop of the content ends a sentence too, that of «Белова И.Л.» or «2027 г.».

    >>> ends_in_stop(("Поручить ", "Белову И.Л.")), ends_in_stop(())
    (True, False)
    """
    last = content[-1] if content else ""
    return isinstance(last, str) and last.endswith(".")


def listed(numbers: Sequence[Content]) -> Content:
    """Numbers in a row.

    >>> [plain_text(listed([(one,) for one in "123"[:count]])).replace(NBSP, " ") for count in (1, 2, 3)]
    ['1', '1 и 2', '1, 2 и 3']
    """
    pieces: list[ContentPiece] = [*numbers[0]]
    for place, number in enumerate(numbers[1:], 2):
        pieces += [f" и{NBSP}" if place == len(numbers) else ", ", *number]
    return tuple(pieces)

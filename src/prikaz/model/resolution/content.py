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


#: Plain text gets its typography; verbatim text does not; of a cross-reference Word makes a field.
ContentPiece: TypeAlias = str | VerbatimText | CrossReference
#: Running text with its references resolved.
Content: TypeAlias = tuple[ContentPiece, ...]


def plain_text(content: Content) -> str:
    """Resolved text as one string."""
    return "".join(
        piece if isinstance(piece, str) else piece.shown if isinstance(piece, CrossReference) else piece.text
        for piece in content
    )


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

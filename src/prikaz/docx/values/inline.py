"""Text with marks in it: breaks, bookmarks, references, numbered captions.

Such values are printed in the middle of a run, like a plain string, and take
over its font and size. Everything else about a text belongs to the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import field, frozen

from prikaz.value import Value

InlinePiece: TypeAlias = "str | Break | Bookmark | Reference | Sequence | Footnote"


def _pieces(given: str | Iterable[InlinePiece | Inline]) -> tuple[InlinePiece, ...]:
    """Take a string for one piece, and an inline text among the pieces for those it is made of."""
    if isinstance(given, str):
        return (given,)
    return tuple(one for piece in given for one in (piece.pieces if isinstance(piece, Inline) else (piece,)))


@frozen(repr=False, eq=False)
class Break(Value):
    """A new line in the same paragraph (разрыв строки)."""

    def __str__(self) -> str:
        return "\n"


@frozen(repr=False, eq=False)
class Bookmark(Value):
    """A named place in the text (закладка) that references point at.

    Attributes:
        name: Unique in the document; a letter or "_" first, then letters, digits, "_"; 40 characters at most.
        pieces: What is marked; a string is one piece.
    """

    name: str
    pieces: tuple[InlinePiece, ...] = field(converter=_pieces)

    def __str__(self) -> str:
        return "".join(map(str, self.pieces))


@frozen(repr=False, eq=False)
class Reference(Value):
    r"""A reference to a bookmark (перекрёстная ссылка): a REF field with its text already there.

    Attributes:
        bookmark: Name of the bookmark.
        shown: Text that is read until somebody updates the fields.
        switches: Switches of the field: ``\r`` prints the number of the paragraph, ``\h`` makes a link.
    """

    bookmark: str
    shown: str
    switches: str = r"\r \h"

    @property
    def instruction(self) -> str:
        """Instruction of the field."""
        return f"REF {self.bookmark} {self.switches}".rstrip()

    def __str__(self) -> str:
        return self.shown


@frozen(repr=False, eq=False)
class Sequence(Value):
    """A number that Word counts by itself (нумерация подписей): a SEQ field with its text already there.

    Attributes:
        name: Name of the sequence, "Приложение".
        shown: Text that is read until somebody updates the fields.
        switches: Switches of the field.
    """

    name: str
    shown: str
    switches: str = r"\* ARABIC"

    @property
    def instruction(self) -> str:
        """Instruction of the field."""
        return f"SEQ {self.name} {self.switches}".rstrip()

    def __str__(self) -> str:
        return self.shown


@frozen(repr=False, eq=False)
class Footnote(Value):
    """A footnote (сноска): its number stands in the text, its own text at the foot of the page.

    Word counts footnotes by itself. Where a document has no footnotes, in a running head, in another
    footnote or in a property, nothing is printed.

    Attributes:
        pieces: What it says; a string is one piece.
    """

    pieces: tuple[InlinePiece, ...] = field(converter=_pieces)

    def __str__(self) -> str:
        return ""


@frozen(repr=False, eq=False)
class Inline(Value):
    r"""A text with marks in it (текст с закладками и ссылками).

    ``str()`` gives its plain text; it is empty, and false in a condition, when the text is.

    Attributes:
        pieces: Strings, breaks, bookmarks, references, sequences and footnotes in their order; a string is
            one piece.

    >>> text = Inline(["согласно ", Reference("_Ref1", "приложению № 1", r"\h")])
    >>> str(text), len(text)
    ('согласно приложению № 1', 23)
    """

    pieces: tuple[InlinePiece, ...] = field(converter=_pieces)

    def __str__(self) -> str:
        return "".join(map(str, self.pieces))

    def __len__(self) -> int:
        return len(str(self))

    def __contains__(self, part: str) -> bool:
        return part in str(self)

    def __iter__(self) -> Iterator[str]:
        return iter(str(self))

    def __add__(self, other: str | Inline) -> Inline:
        return Inline((*self.pieces, *(other.pieces if isinstance(other, Inline) else (other,))))

    def __radd__(self, other: str) -> Inline:
        return Inline((other, *self.pieces))

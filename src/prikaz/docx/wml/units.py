"""Lengths on paper, and the units in which Word writes them."""

from __future__ import annotations

from typing import Final

#: Figures of the largest number that Word reads.
_FIGURES: Final = 9


class Mm(float):
    """A length in millimetres (мм).

    >>> Mm(20).emu, Mm(20).twips
    (720000, 1134)
    """

    __slots__ = ()

    @property
    def emu(self) -> int:
        """The length in Word's units of drawings, 36 000 in a millimetre."""
        return round(self * 36_000)

    @property
    def twips(self) -> int:
        """The length in twentieths of a point, Word's units of pages and tables."""
        return round(self * 1_440 / 25.4)


def whole(text: str | None) -> int:
    """The whole number that an attribute holds; 0 when it holds none, for a template may hold anything.

    >>> whole("1134"), whole("566.9"), whole("много"), whole(None)
    (1134, 566, 0, 0)
    """
    figures = (text or "").partition(".")[0]
    return int(figures) if figures.isascii() and figures.isdigit() and len(figures) <= _FIGURES else 0

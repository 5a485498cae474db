"""Lengths on paper, and the units in which Word writes them."""

from __future__ import annotations


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

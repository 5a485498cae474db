"""Roman figures, written and read."""

from __future__ import annotations

from typing import Final

_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
#: Russian letters that are typed in place of Roman figures.
_LOOK_ALIKE: Final = str.maketrans("ХСІМ", "XCIM")


def roman(number: int) -> str:
    """A number in Roman figures.

    >>> roman(14), roman(49)
    ('XIV', 'XLIX')
    """
    figures = ""
    for value, figure in _ROMAN:
        figures += figure * (number // value)
        number %= value
    return figures


def read_roman(figures: str) -> int | None:
    """The number that Roman figures stand for, Russian letters among them too; None when it is none.

    >>> read_roman("XIV"), read_roman("ХV"), read_roman("IIX")
    (14, 15, None)
    """
    number, rest = 0, figures.translate(_LOOK_ALIKE)
    for value, figure in _ROMAN:
        while rest.startswith(figure):
            number, rest = number + value, rest[len(figure) :]
    return number if number and not rest and roman(number) == figures.translate(_LOOK_ALIKE) else None

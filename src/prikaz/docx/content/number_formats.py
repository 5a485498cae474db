"""Numbers of lists in the formats of Word (w:numFmt)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from prikaz.language.numbers.roman import roman

_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
#: Word numbers without ё, й, ъ and ь (ISO/IEC 29500-1, 17.18.59, russianLower).
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщыэюя"
#: Beyond these Word itself goes over to other figures.
_MAX_ROMAN: Final = 32_767
_MAX_REPEATED: Final = 30
#: Formats that print a sign of their own.
UNNUMBERED: Final = frozenset({"bullet", "none"})


def formatted(value: int, kind: str) -> str:
    """Write a number as a list of Word does; kinds that are not known here, in plain figures.

    >>> formatted(4, "lowerRoman"), formatted(28, "upperLetter"), formatted(10, "russianLower")
    ('iv', 'BB', 'к')
    >>> formatted(3, "decimalZero"), formatted(3, "ordinal"), formatted(3, "hebrew1")
    ('03', '3-й', '3')
    """
    write = _FORMATS.get(kind)
    return str(value) if write is None or value < 1 else write(value)


def _roman(value: int) -> str:
    return roman(value) if value <= _MAX_ROMAN else str(value)


def _letters(alphabet: str) -> Callable[[int], str]:
    def write(value: int) -> str:
        times, letter = divmod(value - 1, len(alphabet))
        return alphabet[letter] * (times + 1) if times < _MAX_REPEATED else str(value)

    return write


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {
        "decimalZero": "{:02}".format,
        "upperRoman": _roman,
        "lowerRoman": lambda value: _roman(value).lower(),
        "upperLetter": _letters(_LATIN.upper()),
        "lowerLetter": _letters(_LATIN),
        "russianUpper": _letters(_RUSSIAN.upper()),
        "russianLower": _letters(_RUSSIAN),
        "ordinal": "{}-й".format,
        "numberInDash": "- {} -".format,
        "decimalEnclosedParen": "({})".format,
        "decimalEnclosedFullstop": "{}.".format,
        "hex": "{:X}".format,
        "custom2": "{:02}".format,
        "custom3": "{:03}".format,
        "custom4": "{:04}".format,
        "custom5": "{:05}".format,
    }
)

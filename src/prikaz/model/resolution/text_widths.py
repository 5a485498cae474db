"""How wide texts of tables and sheets are (ширина): whether a table fits a sheet that stands upright."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from prikaz.model.profiles import Layout

#: Twentieths of a point in a millimetre.
DXA_PER_MM: Final = 56.6929
#: The margins of a cell, in twentieths of a point.
CELL_MARGINS: Final = 240
#: A table with so many columns lies on a landscape sheet unless the author says otherwise.
WIDE: Final = 6
#: Width of a letter of the tables' 12-point type.
_LETTER: Final = 132
_BROAD: Final = re.compile("[А-ЯЁA-Zжмфшщыю%№]")
_BROADEST: Final = re.compile("[ЖМФШЩЮ№]")


@lru_cache(maxsize=4096)
def text_width(text: str) -> int:
    """Width of a text on one line of a cell: a capital and «ш» take more than the letter of the average."""
    letters = max(len(text), 2) + 0.4 * len(_BROAD.findall(text)) + 0.45 * len(_BROADEST.findall(text))
    return math.ceil(letters * _LETTER) + CELL_MARGINS


def longest_word(texts: Iterable[str]) -> str:
    """The longest word of the texts of a column, between which a line may break.

    >>> longest_word(["школа-интернат", "отдел образования"])
    'образования'
    """
    return max(" ".join(texts).replace("-", " ").split(" "), key=len)


def portrait_width(layout: Layout) -> int:
    """Width of the text on a sheet that stands, in twentieths of a point, with the margins of the office."""
    left = 30 if layout.left is None else layout.left
    right = 10 if layout.right is None else layout.right
    return round((210 - left - right) * DXA_PER_MM)

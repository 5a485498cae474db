"""Columns of numbers in free tables (графы чисел): how they stand when the author says nothing.

The writer prints them so, and the reader leaves out what is printed so anyway.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from prikaz.language.numbers.amounts import parse_amount
from prikaz.model.tables import Alignment

_DASHES: Final = frozenset({"", "-", "–", "—"})
#: One number alone makes no column of numbers.
_FEWEST: Final = 2


def number_columns(rows: Sequence[Sequence[str]], *, is_summed: bool) -> dict[int, Alignment]:
    """Columns of numbers, from 0: at the right where fractions and sums have to line up, else in the middle.

    Args:
        rows: Texts of the rows in which nothing is merged.
        is_summed: Whether the table has a total.

    >>> number_columns([["Школа", "1,5"], ["Сад", "12"]], is_summed=False)
    {1: <Alignment.RIGHT: 'справа'>}
    """
    columns = [
        [text.strip() for text in column if text.strip() not in _DASHES] for column in zip(*rows, strict=True)
    ]
    numbers = [
        place
        for place, texts in enumerate(columns)
        if len(texts) >= _FEWEST and all(parse_amount(text) is not None for text in texts)
    ]
    has_fractions = any("," in text for place in numbers for text in columns[place])
    found: dict[int, Alignment] = {}
    for place in numbers:
        counts = place == 0 and columns[0] == [str(number) for number in range(1, len(columns[0]) + 1)]
        are_years = all(re.fullmatch(r"(?:19|20)\d\d", text) for text in columns[place])
        lines_up = (is_summed or has_fractions) and not (counts or are_years)
        found[place] = Alignment.RIGHT if lines_up else Alignment.CENTRED
    return found

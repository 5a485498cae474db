"""Stamps over a document: where one ends and the next begins (грифы)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from prikaz.reader.labelling.items import Item
from prikaz.reader.labelling.words import STANDALONE, is_registration, is_stamp_word

#: Lines of one stamp.
_STAMP_LINES: Final = 12


def stamp_end(items: Sequence[Item], begin: int) -> int:
    """Where the stamp that begins at ``begin`` ends."""
    first = items[begin]
    for place in range(begin + 1, min(len(items), begin + _STAMP_LINES)):
        item = items[place]
        if not item.is_line or item.cell != first.cell or is_stamp_word(item.words) or item.new_page:
            return place
        if first.cell:
            continue
        if (item.centred and not first.centred) or item.is_numbered or STANDALONE.match(item.words):
            return place
        if item.after_gap and not (item.at_right or is_registration(item.words)):
            return place
        if not (item.at_right or not first.at_right or is_registration(item.words)):
            return place
    return min(len(items), begin + _STAMP_LINES)

"""Lines that were one: cut at the edge of the sheet, or a number above its text (склейка)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from prikaz.reader.labelling.items import Item
from prikaz.reader.labelling.words import OPERATIVE, is_lone_number, is_registration, unspaced
from prikaz.reader.source_text import SourceText

#: Letters of a line that reaches the edge of the sheet.
_FULL: Final = 45
_CUT_WORD: Final = re.compile(r"[а-яё][-‑¬]$")


def joined(items: Iterable[Item]) -> list[Item]:
    """Items with the lines that were one joined: a word without its hyphen, a sentence by a space.

    A sentence goes on in a line that begins with a small letter, where the line above is full and unended.
    A number alone on its line begins the line below.
    """
    made: list[Item] = []
    for item in items:
        last = made[-1] if made else None
        if last is not None and _stand_together(last, item):
            if is_lone_number(last.words):
                made[-1] = _merged(item, last, " ")
                continue
            if _CUT_WORD.search(last.words) and item.words[:1].islower():
                made[-1] = _merged(last._replace(text=last.text[:-1]), item, "")
                continue
            if _goes_on(last, item):
                made[-1] = _merged(last, item, " ")
                continue
        made.append(item)
    return made


def _stand_together(last: Item, item: Item) -> bool:
    return (
        last.is_line
        and item.is_line
        and bool(last.words and item.words)
        and last.cell == item.cell
        and last.section == item.section
        and not (item.is_numbered or item.is_soft or OPERATIVE.match(item.words))
        and not (is_lone_number(item.words) or is_registration(item.words))
    )


def _goes_on(last: Item, item: Item) -> bool:
    """Whether a line goes on with the sentence of the line above."""
    if item.after_gap or item.centred or last.centred or item.at_right != last.at_right:
        return False
    ends = last.words.endswith((".", ";", ":", "!", "?"))
    return not ends and len(last.words) >= _FULL and item.words[:1].islower() and item.bold == last.bold


def _merged(first: Item, second: Item, separator: str) -> Item:
    """Two lines as one: it stands as the first, unless that is but a number."""
    one, other = (second, first) if is_lone_number(second.words) else (first, second)
    text = SourceText.join(separator, (one.text, other.text))
    return first._replace(text=text, words=unspaced(text.text))

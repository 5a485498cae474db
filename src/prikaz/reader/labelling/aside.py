"""Lines that are no text of a document: contents, page numbers, lists of amendments."""

from __future__ import annotations

from collections.abc import Iterable

from prikaz.reader.labelling.items import Item
from prikaz.reader.labelling.words import AMENDED, CONTENTS, CONTENTS_LINE, PAGE_NUMBER


def without_asides(items: Iterable[Item]) -> list[Item]:
    """Items without those lines; nobody labels them, so that they become notes."""
    made: list[Item] = []
    contents = amended = False
    for item in items:
        words = item.words if item.is_line else ""
        line = item.text.text if item.is_line else ""
        contents = CONTENTS.match(words) is not None or (contents and CONTENTS_LINE.match(line) is not None)
        is_amendment = amended or AMENDED.match(words) is not None
        amended = is_amendment and bool(words) and not words.endswith(")")
        in_flow = not (item.cell or item.number or item.at_right)
        is_page = in_flow and PAGE_NUMBER.match(words) is not None
        if not (contents or is_amendment or is_page):
            made.append(item)
    return made

"""What the lines of a document are, told by their words and places (разметка по содержанию)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from prikaz.reader.labelling.aside import without_asides
from prikaz.reader.labelling.body import body_lines
from prikaz.reader.labelling.closing import closing_begin, closing_lines
from prikaz.reader.labelling.head import Head
from prikaz.reader.labelling.items import Item
from prikaz.reader.labelling.joining import joined
from prikaz.reader.labelling.letterhead import before_kind, kind_lines
from prikaz.reader.labelling.lines import line_of
from prikaz.reader.labelling.outline import Outline, mark_end, outline_of
from prikaz.reader.labelling.stamps import stamp_end
from prikaz.reader.labelling.titles import StandaloneHead, title_end
from prikaz.reader.labelling.words import APPROVED, DRAFT_MARK, STANDALONE, is_annex_mark, is_stamp_word
from prikaz.reader.paper import SECOND_DOCUMENT, Line, Paper, PaperLine, Role, Sheet

_CITES_ANNEXES: Final = re.compile(r"приложени\w*\s*(?:№\s*)?(\d+)", re.IGNORECASE)
_LONGEST_TITLE: Final = 200
#: The group of the mark of an annex that came without its act; stamps have those from 0 on.
_OF_MARK: Final = -1
_OF_HEADER: Final = frozenset({Role.LETTERHEAD, Role.CONTACTS, Role.EMBLEM})


def label_by_content(lines: Sequence[Item], landscape: Sequence[bool], header: Sequence[Item] = ()) -> Paper:
    """Label the items of a document.

    Args:
        lines: The document in reading order, line by line.
        landscape: Whether the sheet lies on its side, section by section.
        header: What stands in the header of its first page: the letterhead, where no other is.
    """
    items = joined(without_asides(lines))
    outline = outline_of(items)
    end = outline.main_end
    if outline.kind is None:
        main, loose = _standalone(items, end)
    else:
        main, loose = _directive(items, outline.kind, end)
        if not any(line.role is Role.LETTERHEAD for line in main):
            main = [line for line in before_kind(_letterhead(header)) if line.role in _OF_HEADER] + main
    unmarked = _unmarked(items, loose, end, main, outline)
    if not unmarked:
        main += [line_of(item, Role.NOTE) for item in items[loose:end] if item.is_line and item.words]
    begins = [*unmarked, *outline.annexes]
    annexes = [_annex(items, begin, following) for begin, following in pairwise([*begins, outline.second])]
    second = [
        line_of(item, Role.UNKNOWN, SECOND_DOCUMENT) for item in items[outline.second :] if item.is_line
    ]
    sheets = [
        Sheet(tuple(lines), landscape=landscape[items[begin].section])
        for begin, lines in zip(begins, annexes, strict=True)
    ]
    flat = bool(items) and outline.kind is None and landscape[items[0].section]
    return Paper(Sheet((*main, *second), landscape=flat), tuple(sheets))


def _directive(items: Sequence[Item], kind: int, end: int) -> tuple[list[PaperLine], int]:
    """The lines of an act that orders something, and where they end."""
    head = Head(items, kind + 1, end)
    begin = head.place
    closing = closing_begin(items, begin, end)
    body = body_lines(items[begin:closing], directive=True)
    size = max((item.size for item in items[begin:closing]), default=0.0)
    top = [*before_kind(items[:kind]), *kind_lines(items[kind])] if kind >= 0 else []
    above = [*top, *head.lines]
    registered = any(line.role is Role.REGISTRATION for line in above)
    under, taken = closing_lines(items[closing:end], size=size, registered=registered)
    return [*above, *body, *under], closing + taken


def _letterhead(header: Sequence[Item]) -> list[Item]:
    """What of a header looks like a letterhead: in the middle or in capitals."""
    return [item for item in header if not item.is_line or item.centred or item.words.isupper()]


def _standalone(items: Sequence[Item], end: int) -> tuple[list[PaperLine], int]:
    lines: list[PaperLine] = []
    begin = 0
    if items and items[0].is_line and is_annex_mark(items[0].words):  # an annex that came without its act
        begin = mark_end(items, 0)
        lines += [line_of(item, Role.STAMP, _OF_MARK) for item in items[:begin]]
    head = StandaloneHead(items, begin, end)
    begin = head.place
    closing = _standalone_closing(items, begin, end)
    body = body_lines(items[begin:closing], directive=False)
    under, taken = closing_lines(items[closing:end], size=0.0)
    return [*lines, *head.lines, *body, *under], closing + taken


def _standalone_closing(items: Sequence[Item], begin: int, end: int) -> int:
    """A plan may have a signature under its table."""
    tables = [place for place in range(begin, end) if items[place].table is not None]
    return closing_begin(items, tables[-1] + 1, end) if tables else end


def _unmarked(
    items: Sequence[Item], loose: int, end: int, main: Sequence[PaperLine], outline: Outline
) -> list[int]:
    """Annexes that begin without a mark: titles behind the signature, as many as the text names."""
    if not _is_annex(items[loose:end]):
        return []
    begins = [loose]
    cited = max(
        (
            int(number)
            for line in main
            if isinstance(line, Line)
            for number in _CITES_ANNEXES.findall(line.text.text)
            if len(number) < _LONGEST_NUMBER
        ),
        default=1,
    )
    if outline.annexes:
        return begins
    for place in range(loose + 1, end):
        item, last = items[place], items[place - 1]
        if not item.is_line or (last.is_line and last.centred):
            continue
        named = item.centred and (item.new_page or STANDALONE.match(item.words))
        above = len(begins) < cited and last.table is not None and _stands_over_table(items[place:end])
        if named or above:
            begins.append(place)
    return begins


def _stands_over_table(items: Sequence[Item]) -> bool:
    titled = next((item for item in items if not item.is_line or not item.words), None)
    return titled is not None and titled.table is not None


_LONGEST_NUMBER: Final = 3
#: Fewer lines on the last sheet of an order are a note of somebody.
_FEWEST_LINES: Final = 4


def _is_annex(items: Sequence[Item]) -> bool:
    """Whether what stands behind the signature is more than a note."""
    filled = [item for item in items if not item.is_line or item.words]
    return len(filled) >= _FEWEST_LINES or any(not item.is_line or item.new_page for item in filled)


def _annex(items: Sequence[Item], begin: int, end: int) -> list[PaperLine]:
    """The lines of an annex: its mark, stamps, title, text."""
    lines: list[PaperLine] = []
    place = begin
    if items[begin].is_line and (is_annex_mark(items[begin].words) or APPROVED.match(items[begin].words)):
        place = min(mark_end(items, begin), end)
        lines += [line_of(item, Role.ANNEX_MARK) for item in items[begin:place]]
        if place < end and APPROVED.match(items[place].words) and items[place].at_right:
            stop = min(mark_end(items, place), end)
            lines += [line_of(item, Role.ANNEX_MARK) for item in items[place:stop]]
            place = stop
    stamps = 0
    while (
        place < end and items[place].is_line and (is_stamp_word(items[place].words) or not items[place].words)
    ):
        stop = min(stamp_end(items, place), end) if items[place].words else place + 1
        lines += [line_of(item, Role.STAMP, stamps) for item in items[place:stop] if item.words]
        stamps, place = stamps + 1, stop
    if place < end and _is_annex_title(items[place]):
        stop = title_end(items, place, end)
        lines += [line_of(item, Role.ANNEX_TITLE) for item in items[place:stop]]
        place = stop
    return [*lines, *body_lines(items[place:end], directive=False)]


def _is_annex_title(item: Item) -> bool:
    if not item.is_line or item.number or DRAFT_MARK.match(item.words):
        return False
    if item.words.endswith((";", ":", ",")) or len(item.words) > _LONGEST_TITLE:
        return False
    return not item.words[:1].isdigit()

"""Titles of annexes and of documents that order nothing (заголовки)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from prikaz.reader.labelling.items import Item
from prikaz.reader.labelling.letterhead import requisites
from prikaz.reader.labelling.lines import LONGEST_LINE, LONGEST_TITLE, line_of, picture_of
from prikaz.reader.labelling.stamps import stamp_end
from prikaz.reader.labelling.words import DRAFT_MARK, PREAMBLE, STANDALONE, is_stamp_word
from prikaz.reader.paper import Line, PaperLine, Role

_LONGEST_SHORT: Final = 110


class StandaloneHead:
    """A walk over the head of a document that orders nothing: stamps, its kind and title.

    Attributes:
        lines: The lines that were found.
        place: Where the text begins, once the head has been read.
    """

    def __init__(self, items: Sequence[Item], begin: int, end: int) -> None:
        self.items, self.end, self.place = items, end, begin
        self.lines: list[PaperLine] = []
        self._stamps, self._titled = 0, False
        self._first = begin
        while self.place < end and self._goes_on(items[self.place]):
            pass
        if not self._titled:  # no title, so that nothing stands over it
            self.lines = [line for line in self.lines if line.role is Role.STAMP]
            below = (at for at in range(begin, end) if items[at].words and not self._is_over(at))
            self.place = next(below, end)

    def _goes_on(self, item: Item) -> bool:
        """Take one item; whether the head may go on behind it."""
        if not item.is_line:
            return (
                item.picture is not None and not self._titled and self._take([picture_of(item, Role.EMBLEM)])
            )
        if not item.words:
            return self._take([])
        if self._titled:
            found = requisites(item)
            return bool(found) and self._take(found)
        if is_stamp_word(item.words):
            stop = stamp_end(self.items, self.place)
            self._stamps += 1
            stamp = self.items[self.place : stop]
            return self._take([line_of(each, Role.STAMP, self._stamps - 1) for each in stamp], stop)
        if DRAFT_MARK.match(item.words):
            return self._take([line_of(item, Role.DRAFT_MARK)])
        if _is_title(item):
            self._titled = True
            stop = title_end(self.items, self.place, self.end)
            return self._take([*_titles(self.items[self.place : stop])], stop)
        if item.is_numbered or len(item.words) > LONGEST_LINE:
            return False
        return self._take([line_of(item, Role.LETTERHEAD if _is_letterhead(item) else Role.UNKNOWN)])

    def _take(self, lines: Sequence[PaperLine], stop: int = 0) -> bool:
        self.lines += lines
        self.place = stop or self.place + 1
        return True

    def _is_over(self, place: int) -> bool:
        """Whether a line belongs to the stamps at the beginning."""
        at = self._first
        while at <= place:
            item = self.items[at]
            if not (item.is_line and (is_stamp_word(item.words) or not item.words)):
                return False
            at = stamp_end(self.items, at) if item.words else at + 1
        return True


def _is_letterhead(item: Item) -> bool:
    """Whether a line over a title names a body, as far as its looks tell."""
    plain = not item.at_right and "\t" not in item.text.text and not item.words.endswith((".", ":", ";"))
    return item.centred or (plain and len(item.words) <= _LONGEST_SHORT and item.words[:1].isupper())


def _is_title(item: Item) -> bool:
    if STANDALONE.match(item.words):
        return True
    stands_out = item.bold or item.after_gap or item.words.isupper() or item.outline is not None
    return item.centred and stands_out and len(item.words) <= LONGEST_TITLE


def title_end(items: Sequence[Item], begin: int, end: int) -> int:
    """Where the lines of a title that begins at ``begin`` end."""
    first = items[begin]
    for place in range(begin + 1, end):
        item = items[place]
        if not item.is_line or item.is_numbered or item.new_page or item.at_right:
            return place
        looks_same = item.centred == first.centred and item.bold == first.bold
        longest = LONGEST_TITLE if item.centred and item.words[:1].islower() else LONGEST_LINE
        if len(item.words) > longest or PREAMBLE.match(item.words) or item.words.endswith((":", ";")):
            return place
        follows = not item.after_gap and (looks_same or item.words[:1].islower() or not _is_text(item))
        if not (follows or (looks_same and item.centred)):
            return place
    return end


def _is_text(item: Item) -> bool:
    return item.words.endswith(".") or not (item.centred or item.bold or len(item.words) < _LONGEST_SHORT)


def _titles(items: Sequence[Item]) -> Iterator[Line]:
    """The kind of a document in its own line, then its heading."""
    for index, item in enumerate(items):
        text = item.text if item.letter_spaced else item.text.in_one_line()
        found = STANDALONE.match(text.text) if index == 0 and not item.letter_spaced else None
        if found is None or found["rest"].startswith(("-", "–")):
            is_kind = index == 0 and item.letter_spaced and STANDALONE.match(item.words)
            yield line_of(item, Role.KIND if is_kind else Role.HEADING)
            continue
        yield line_of(item, Role.KIND)._replace(text=text[found.start("kind") : found.end("kind")])
        rest = text[found.start("rest") :].strip()
        if rest:
            yield line_of(item, Role.HEADING)._replace(text=rest)

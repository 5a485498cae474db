"""What stands at the end of a document: grounds, signatures and all marks under them (оформляющая часть)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from prikaz.reader.labelling.items import Item
from prikaz.reader.labelling.letterhead import requisites
from prikaz.reader.labelling.lines import line_of
from prikaz.reader.labelling.words import (
    ACKNOWLEDGEMENT,
    COPIES,
    COPY,
    DISTRIBUTION,
    E_SIGNATURE,
    ENDORSEMENT,
    GROUNDS,
    HINT,
    INTRODUCED,
    KIND,
    OFFICIAL,
    PHONE,
    PREPARED,
    SEAL,
    TYPED_NUMBER,
    ends_name,
    is_approval,
    is_registration,
)
from prikaz.reader.paper import Grid, GridCell, GridLine, Line, PaperLine, Role
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables import to_grid

#: Lines of one signature: a position over several lines, then the name.
_SIGNATURE_LINES: Final = 7
_LONGEST_LINE: Final = 110
#: What begins a part under the signatures.
_PARTS: Final = (
    (PREPARED, Role.PREPARED_BY),
    (ACKNOWLEDGEMENT, Role.ACKNOWLEDGEMENT),
    (ENDORSEMENT, Role.ENDORSEMENT),
    (DISTRIBUTION, Role.DISTRIBUTION),
    (INTRODUCED, Role.INTRODUCED_BY),
    (COPY, Role.COPY_MARK),
    (E_SIGNATURE, Role.NOTE),
    (COPIES, Role.NOTE),
)
#: Parts whose persons are groups of lines.
_GROUPED: Final = frozenset({Role.INTRODUCED_BY, Role.ACKNOWLEDGEMENT, Role.ENDORSEMENT})
#: Points by which small print is smaller than the text.
_SMALLER: Final = 1.5


def closing_begin(items: Sequence[Item], begin: int, end: int) -> int:
    """Where the closing of a document begins between two places; ``end`` when it has none.

    The first signature behind the last numbered clause, or what stands before it and belongs to it.
    """
    parts = [place for place in range(begin, end) if _part(items[place]) is not None]
    under = parts[0] if parts else end
    for place in range(begin, end):
        if (_is_signed(items[place]) or signature_end(items, place, end)) and not _goes_on(
            items, begin, place, end
        ):
            first = _with_grounds(items, begin, place)
            return min([first, *(part for part in parts if not _goes_on(items, begin, part, place))])
        if place in parts and _part(items[place]) in _GROUPED:
            break
    last = max(
        (place for place in range(begin, under) if items[place].is_numbered),
        default=begin,
    )
    for place in range(last + 1, under):
        item = items[place]
        if item.is_line and (GROUNDS.match(item.words) or _is_position(item)):
            return place  # a position without a name
    return under


def _goes_on(items: Sequence[Item], begin: int, place: int, end: int) -> bool:
    """Whether the count of the clauses goes on behind a place: then no signature stands there."""
    before = [number for item in items[begin:place] if (number := _top_number(item))]
    after = next((number for item in items[place:end] if (number := _top_number(item))), 0)
    return bool(before) and after == before[-1] + 1


def _top_number(item: Item) -> int:
    """The number of a clause of the first level; 0 for any other line."""
    typed = TYPED_NUMBER.match(item.text.text) if not item.number and item.is_line else None
    groups = (typed["number"], typed["paragraph"], typed["bracketed"]) if typed else ()
    number = (item.number or next(filter(None, groups), "")).strip("§№пПунктУНКТ.()/ \u00a0")
    return int(number) if number.isdecimal() else 0


def _with_grounds(items: Sequence[Item], begin: int, place: int) -> int:
    """The closing begins with the grounds, where they stand above the signature and no clause behind them."""
    for other in range(begin, place):
        if GROUNDS.match(items[other].words) and not _goes_on(items, begin, other, place):
            return other
    return place


def _is_position(item: Item) -> bool:
    return OFFICIAL.match(item.words) is not None and len(item.words) <= _LONGEST_LINE


def _is_short(item: Item) -> bool:
    return len(item.words) <= _LONGEST_LINE and not item.words.endswith((";", ":"))


def signature_end(items: Sequence[Item], begin: int, end: int) -> int:
    """Where the signature that begins at ``begin`` ends; 0 when none does."""
    first = items[begin]
    if not first.is_line or not first.words[:1].isupper() or first.is_numbered or _part(first):
        return 0
    if (kind := KIND.match(first.words)) and not kind["rest"]:
        return 0
    for place in range(begin, min(end, begin + _SIGNATURE_LINES)):
        item = items[place]
        if not item.is_line or not item.words or item.is_numbered or not _is_short(item):
            return 0
        found = ends_name(item.text.text)
        name_alone = found is not None and not found["before"].strip(" \t_/,.")
        if place > begin + 1 and item.after_gap and not name_alone:
            return 0
        if found is None:
            if item.words.endswith("."):
                return 0
            continue
        apart = "\t" in found[0] or "  " in item.text.text or "_" in item.text.text or "/" in item.text.text
        if (
            OFFICIAL.match(first.words)
            or apart
            or (name_alone and place == begin and len(items[begin].words) < _NAME)
        ):
            return place + 1
        return 0
    return 0


#: A line with a name alone is not longer.
_NAME: Final = 40


def _is_signed(item: Item) -> bool:
    """Whether a table holds signatures: positions, and names behind them, in all rows but a head."""
    if item.table is None:
        return False
    rows = to_grid(item.table).rows
    signed = sum(_signed_cells(row) is not None for row in rows)
    return signed > 0 and signed >= len(rows) - 1


def _signed_cells(row: Sequence[GridCell]) -> tuple[SourceText, SourceText] | None:
    """The position and the name in a row of signatures."""
    texts = [cell.text.in_one_line() for cell in row]
    for place, text in enumerate(texts):
        if OFFICIAL.match(text.text):
            names = (other for other in texts[place + 1 :] if len(other) < _NAME and _is_name(other.text))
            name = next(names, None)
            return None if name is None else (text, name)
    return None


def _is_name(text: str) -> bool:
    found = ends_name(text)
    return found is not None and not found["before"].strip(" _/,.")


def _part(item: Item) -> Role | None:
    """The part under the signatures that a line begins."""
    if not item.is_line:
        return None
    return next((role for pattern, role in _PARTS if pattern.match(item.words)), None)


def closing_lines(
    items: Sequence[Item], *, size: float, registered: bool = True
) -> tuple[list[PaperLine], int]:
    """The closing of a document, and how many items it takes.

    Args:
        items: From the first line of the closing on.
        size: Size of the letters of the text above, in points; 0 when unknown.
        registered: Whether the head has a date or a number: those under the signature are others then.
    """
    walk = _Closing(items, size, registered=registered)
    lines = [*walk.lines()]
    return lines, walk.place


class _Closing:
    def __init__(self, items: Sequence[Item], size: float, *, registered: bool) -> None:
        self.items, self.size, self.registered = items, size, registered
        self.place = 0
        self.part: Role | None = None
        self.signatures = self.person = 0
        self.begun = False  # whether a person of the part has lines already

    def lines(self) -> Iterator[PaperLine]:
        while self.place < len(self.items):
            item = self.items[self.place]
            if item.table is not None and self.part is None and _is_signed(item):
                yield from self._signed_rows(to_grid(item.table))
                self.place += 1
                continue
            if item.table is not None:
                if self.part not in {Role.ACKNOWLEDGEMENT, Role.ENDORSEMENT}:
                    return
                yield GridLine(self.part, to_grid(item.table))
                self.place += 1
                continue
            if not item.words:
                self.place += 1
                continue
            made = [] if self.signatures and is_approval(item.words) else [*self._line(item)]
            if not made:
                return
            yield from made

    def _has_phone_below(self, item: Item) -> bool:
        """Whether a name alone stands over a phone, as of who has prepared a document."""
        found = ends_name(item.text.text)
        below = self.items[self.place + 1 : self.place + 2]
        alone = found is not None and not found["before"].strip(" \t_/,.")
        return alone and any(PHONE.search(other.words) for other in below)

    def _line(self, item: Item) -> Iterator[PaperLine]:
        known = self._known(item)
        if known:
            self.place += 1
            yield from known
            return
        end = signature_end(self.items, self.place, len(self.items))
        signs = self.part in {None, Role.GROUNDS} or not (self.signatures or self.part in _GROUPED)
        signs = signs and not (self.signatures and self._has_phone_below(item))
        if end and signs and not self._is_small(item):
            self.part = None
            yield from self._signature(end, Role.SIGNATURE, self.signatures)
            self.signatures += 1
        elif self.part in _GROUPED:
            yield from self._of_person(item, max(end, self.place + 1), self.part)
        elif self.part is not None and self.part is not Role.GROUNDS:
            if self.part is Role.PREPARED_BY and not self._tells_who(item):
                self.part = Role.NOTE
            self.place += 1
            yield line_of(item, self.part)
        elif not self.signatures and OFFICIAL.match(item.words):
            yield from self._signature(self.place + 1, Role.SIGNATURE, 0)
            self.signatures = 1
        elif self.signatures and (
            self._is_small(item)
            or PHONE.search(item.words)
            or is_registration(item.words)
            or self._has_phone_below(item)
        ):
            role = Role.UNKNOWN if is_registration(item.words) else Role.PREPARED_BY
            self.part = None if role is Role.UNKNOWN else role
            self.place += 1
            yield line_of(item, role)

    def _known(self, item: Item) -> list[Line]:
        """What a line is by its own words; nothing when they do not say."""
        part = _part(item)
        if part is not None:
            self.part, self.person = part, self.person + 1
            self.begun = ends_name(item.text.text) is not None
            return [line_of(item, part, self.person if part in _GROUPED else 0)]
        if SEAL.match(item.words):
            return [line_of(item, Role.SEAL)]
        if HINT.match(item.words):
            return [line_of(item, Role.UNKNOWN)]
        if GROUNDS.match(item.words) or (self.part is Role.GROUNDS and item.is_numbered):
            self.part = Role.GROUNDS
            return [line_of(item, Role.GROUNDS)]
        return requisites(item) if self.signatures and not self.registered else []

    def _signed_rows(self, grid: Grid) -> Iterator[PaperLine]:
        """The signatures that stand in a table: of each row the position and the name."""
        for row in grid.rows:
            if signed := _signed_cells(row):
                yield Line(Role.SIGNATURE, SourceText.join("\t", signed), group=self.signatures)
                self.signatures += 1

    def _of_person(self, item: Item, end: int, part: Role) -> Iterator[PaperLine]:
        """The lines of the next person; a day, or a place for one, belongs to the person above."""
        if self.begun and not is_registration(item.words):
            self.person += 1
        self.begun = True
        yield from self._signature(end, part, self.person)

    @staticmethod
    def _tells_who(item: Item) -> bool:
        """Whether a line goes on with the mark of who prepared the document."""
        return bool(
            PHONE.search(item.words)
            or "@" in item.words
            or ends_name(item.text.text)
            or OFFICIAL.match(item.words)
        )

    def _signature(self, end: int, role: Role, group: int) -> Iterator[PaperLine]:
        for item in self.items[self.place : end]:
            yield line_of(item, role, group)
        self.place = end

    def _is_small(self, item: Item) -> bool:
        return bool(self.signatures and item.size and self.size and item.size <= self.size - _SMALLER)

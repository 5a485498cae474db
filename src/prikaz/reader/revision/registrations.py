"""Dates and numbers of a document made blank, in its head and in every mark (дата и номер)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Final, NamedTuple, Self

from prikaz.errors import LanguageError
from prikaz.findings import Path
from prikaz.language.time.dates import parse_date
from prikaz.model import Order
from prikaz.model.contents import annexes
from prikaz.model.drafts import UNREAD, FieldChange
from prikaz.model.prose import texts as texts_of
from prikaz.reader.assembly.marks import names_order, read_mark
from prikaz.reader.assembly.registrations import find_blank_years, find_days
from prikaz.reader.source_text import SourceText

#: Fields that become blank.
BLANKED: Final = frozenset({"дата", "номер"})
_BLANK_YEAR: Final = "20__"
_BLANK_NUMBER: Final = "____"
_WHY: Final = "новый документ ещё не подписан"
_MARK: Final = "гриф"
_WHY_YEAR: Final = "год документа"
#: Where the year in a place for a date is that of another act, or moves with other words.
_OTHERS: Final = frozenset({"дата", "номер", "акты", UNREAD})
_JOINT: Final = "совместно"
#: The fields of the head that stand on one line.
_OF_HEAD: Final = (("дата",), ("номер",))


class Piece(NamedTuple):
    """Words of a text, and what comes in their place.

    Attributes:
        start: First character that goes.
        end: Behind the last one.
        text: The words with their places.
        new: What comes.
    """

    start: int
    end: int
    text: SourceText
    new: str

    @classmethod
    def of(cls, text: SourceText, start: int, end: int, new: str) -> Self:
        """Words of a text from one place to another."""
        return cls(start, end, text[start:end], new)


class MarkChange(NamedTuple):
    """A change of a mark over an annex, which the order itself does not hold (изменение грифа)."""

    path: Path
    was: str
    became: str
    why: str = _WHY
    at: int = 0


def blank_field(change: FieldChange, texts: Mapping[Path, SourceText], year: int) -> list[Piece] | None:
    """What becomes of a date or a number that the new document does not have yet.

    The blank in the head shows the year of the document; a stamp may be signed in the year before it.

    Args:
        change: The change that clears it.
        texts: The texts of the file by their paths.
        year: The year of the new document.

    Returns:
        The words that go; None when they are not found.
    """
    day = _day_of(change.was) if change.path[-1] == "дата" else None
    is_of_head = len(change.path) == 1 or change.path[0] == _JOINT
    shown = str(year) if is_of_head else _BLANK_YEAR
    for text in _near(change.path, texts):
        pieces = blank_day(text, day, shown) if day else blank_number(text, change.was)
        if pieces:
            return pieces
    return None


def blank_year(was: str, became: str, texts: Mapping[Path, SourceText]) -> list[Piece]:
    """What becomes of the year that stands in a place for a date, which is blank still."""
    found = (
        (text, match)
        for place in _OF_HEAD
        if (text := texts.get(place)) and not next(find_days(text.text), None)
        for match in re.finditer(rf"(?<!\d){was}(?!\d)", text.text)
    )
    return [Piece.of(text, *match.span(), became) for text, match in found]


def mark_changes(order: Order, texts: Mapping[Path, SourceText], year: int) -> Iterator[MarkChange]:
    """What becomes of words that stand in no field: of marks over annexes, of the year in places for dates.

    A mark over an annex names the order by its date and number; one of another act stays.
    """
    for path, annex in annexes(order):
        text = texts.get((*path, _MARK))
        if text is None or annex.act:
            continue
        pieces = [*_named_order(text, order, year), *_blank_years(text, order, year)]
        if pieces:
            yield _as_one(text, pieces, (*path, _MARK))
    held = dict(texts_of(order))
    for path, text in texts.items():
        if path not in held and path[0] not in _OTHERS and path[-1] != _MARK:
            for piece in _blank_years(text, order, year):
                yield MarkChange(path, piece.text.text, piece.new, _WHY_YEAR, piece.start)


def _named_order(text: SourceText, order: Order, year: int) -> Iterator[Piece]:
    """Blanks in place of the date and number by which a mark names an order."""
    mark = read_mark([text])
    if names_order(mark, order):
        yield from blank_day(text, mark.date, str(year)) if mark.date else ()
        yield from blank_number(text, mark.document_number) if mark.document_number else ()


def _blank_years(text: SourceText, order: Order, year: int) -> Iterator[Piece]:
    """The year of the order in places for dates, which are blank still."""
    if order.year:
        for place in find_blank_years(text.text, order.year):
            yield Piece.of(text, place.start, place.stop, str(year))


def _as_one(text: SourceText, pieces: Iterable[Piece], path: Path) -> MarkChange:
    """All pieces of a mark as one change, from the first of them to the last."""
    ordered = sorted(pieces, key=attrgetter("start"))
    start, end = ordered[0].start, max(piece.end for piece in ordered)
    start -= text.text[:start].endswith(("«", "“", '"'))
    became, done = "", start
    for piece in ordered:
        became += text.text[done : piece.start] + piece.new
        done = piece.end
    return MarkChange(path, text.text[start:end], became, at=start)


def blank_day(text: SourceText, day: dt.date, year: str) -> list[Piece]:
    """Blanks in place of a day, part by part, wherever it stands; what stands between stays."""
    pieces = []
    for place, blank in (part for found in find_days(text.text) if found.day == day for part in found.parts):
        has_year = not blank or blank.endswith(".")
        new = f"{blank}{year}" if has_year else blank
        pieces.append(Piece.of(text, place.start, place.stop, new))
    return pieces


def blank_number(text: SourceText, number: str) -> list[Piece]:
    """A blank in place of a number."""
    words = r"\s*".join(map(re.escape, "".join(number.split())))
    patterns = (
        rf"(?:№|N)[№\s]*(?P<number>{words})(?!\w)",
        rf"(?s)№.*?(?<!\w)(?P<number>{words})(?!\w)",
        rf"^\s*(?P<number>{words})\s*$",
    )
    found = (list(re.finditer(pattern, text.text)) for pattern in patterns)
    places = next(filter(None, found), [])
    return [Piece.of(text, *match.span("number"), _BLANK_NUMBER) for match in places]


def _day_of(words: str) -> dt.date | None:
    try:
        return parse_date(words)
    except LanguageError:
        return None


def _near(path: Path, texts: Mapping[Path, SourceText]) -> Iterator[SourceText]:
    """Texts in which a field may stand: its own, its neighbours', what is around it."""
    for place in _places(path, texts):
        if text := texts.get(place):
            yield text


def _places(path: Path, texts: Iterable[Path]) -> Iterator[Path]:
    yield path
    if len(path) > 1:
        yield from (place for place in texts if place[: len(path) - 1] == path[:-1])
    if len(path) == 1 or path[0] == _JOINT:
        yield from _OF_HEAD

"""What stands over and beside the kind of an act: letterhead, stamps, date, number, place (бланк)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from prikaz.reader.labelling.items import Item
from prikaz.reader.labelling.lines import LONGEST_LINE, line_of, picture_of
from prikaz.reader.labelling.stamps import stamp_end
from prikaz.reader.labelling.words import (
    CONTACTS,
    DATE,
    DRAFT_MARK,
    HEADING,
    KIND,
    NUMBER,
    PLACE,
    PLACE_INSIDE,
    REGISTERED,
    is_registration,
    is_stamp_word,
)
from prikaz.reader.paper import Line, PaperLine, Role

#: The longest line with the spaces and tabs that move its parts to the edges of the sheet.
_LONGEST_SPREAD: Final = 500
_SHORTEST_HEADING: Final = 12
_HEADING_LINES: Final = 8
_REGISTRATION_END: Final = re.compile(r"\s*(?:года|г)\b\.?")
#: A place has no more letters.
LONGEST_PLACE: Final = 60


def before_kind(items: Sequence[Item]) -> list[PaperLine]:
    """What stands over the kind of an act: letterhead, stamps, draft mark, maybe date and number."""
    lines: list[PaperLine] = []
    place, stamps = 0, 0
    heading = _heading_over_kind(items)
    while place < len(items):
        item = items[place]
        if item.picture is not None:
            lines.append(picture_of(item, Role.EMBLEM))
        elif not item.is_line or not item.words:
            pass
        elif place >= heading:
            lines.append(line_of(item, Role.HEADING))
        elif is_stamp_word(item.words):
            end = stamp_end(items, place)
            lines += [line_of(each, Role.STAMP, stamps) for each in items[place:end]]
            stamps, place = stamps + 1, end
            continue
        else:
            lines += _over_kind(item)
        place += 1
    return lines


def _heading_over_kind(items: Sequence[Item]) -> int:
    """Where a heading begins that stands over the kind, last of all; the number of items for none."""
    begins = [place for place, item in enumerate(items) if item.is_line and HEADING.match(item.words)]
    if not begins or len(items) - begins[0] > _HEADING_LINES or not begins[0]:
        return len(items)
    lines = items[begins[0] :]
    return begins[0] if all(item.is_line and not requisites(item) for item in lines) else len(items)


def _over_kind(item: Item) -> list[Line]:
    if DRAFT_MARK.match(item.words):
        return [line_of(item, Role.DRAFT_MARK)]
    if is_registration(item.words) and any(map(str.isdigit, item.words)):
        return [line_of(item, Role.REGISTRATION)]
    if parts := registration_parts(item):
        return parts
    if PLACE.match(item.words):
        return [line_of(item, Role.PLACE)]
    if not any(map(str.isalnum, item.words)):
        return [line_of(item, Role.UNKNOWN)]
    if CONTACTS.search(item.words):
        return [line_of(item, Role.CONTACTS)]
    sentence = len(item.words) > LONGEST_LINE or (DATE.search(item.words) and not item.centred)
    return [line_of(item, Role.UNKNOWN if sentence else Role.LETTERHEAD)]


def kind_lines(item: Item) -> list[Line]:
    """The line of the kind, with what else stands in it: «Проект приказа», «Приказ № 1 от 25.08.2026»."""
    if item.letter_spaced:
        return [line_of(item, Role.KIND)]
    text = item.text.in_one_line()
    found = KIND.match(text.text)
    if found is None:
        return [line_of(item, Role.KIND)]
    lines = []
    if found["draft"]:
        lines.append(line_of(item, Role.DRAFT_MARK)._replace(text=text[: found.end("draft")].strip()))
    word = text[found.start("kind") : found.start("rest")]
    lines.append(line_of(item, Role.KIND)._replace(text=word))
    rest = text[found.start("rest") :].strip()
    return lines + _behind_kind(item._replace(text=rest, words=rest.text)) if rest else lines


def _behind_kind(item: Item) -> list[Line]:
    """What follows the kind in its line: date and number, a heading; before them whose act it is."""
    if parts := registration_parts(item):
        return parts
    begin = REGISTERED.search(item.words)
    if begin is None:
        return [line_of(item, Role.LETTERHEAD if item.words.isupper() else Role.UNKNOWN)]
    whose, rest = item.text[: begin.start()].strip(), item.text[begin.start() :].strip()
    parts = registration_parts(item._replace(text=rest, words=rest.text)) or [
        line_of(item, Role.UNKNOWN)._replace(text=rest)
    ]
    return [line_of(item, Role.UNKNOWN)._replace(text=whose), *parts] if whose else parts


def registration_parts(item: Item) -> list[Line]:
    """A line in which date, number and place, or date, number and heading, stand together."""
    text = item.text
    if len(item.words) > LONGEST_LINE or len(text) > _LONGEST_SPREAD:
        return []
    found = [found for pattern in (DATE, NUMBER) if (found := pattern.search(text.text))]
    if not found:
        return []
    if is_registration(item.words):
        return [line_of(item, Role.REGISTRATION)] if any(map(str.isdigit, item.words)) else []
    found.sort(key=lambda match: match.start())
    place = PLACE_INSIDE.search(text.text)
    if place and not any(match.start() < place.end() and place.start() < match.end() for match in found):
        lines = [
            line_of(item, role)._replace(text=part)
            for part, role in (
                (text[: place.start()].strip(), Role.REGISTRATION),
                (text[place.start() : place.end()].strip(), Role.PLACE),
                (text[place.end() :].strip(), Role.REGISTRATION),
            )
            if part
        ]
        if all(line.role is Role.PLACE or is_registration(line.text.in_one_line().text) for line in lines):
            return lines
    ending = _REGISTRATION_END.match(text.text, found[-1].end())
    split = ending.end() if ending else found[-1].end()
    head, tail = text[:split].strip(), text[split:].strip()
    if len(tail) > _SHORTEST_HEADING and is_registration(head.in_one_line().text):
        return [
            line_of(item, Role.REGISTRATION)._replace(text=head),
            line_of(item, Role.HEADING)._replace(text=tail),
        ]
    return []


def requisites(item: Item) -> list[Line]:
    """Date, number, place, draft mark; nothing for any other line."""
    if DRAFT_MARK.match(item.words):
        return [line_of(item, Role.DRAFT_MARK)]
    if is_registration(item.words) and (any(map(str.isdigit, item.words)) or "_" in item.words):
        return [line_of(item, Role.REGISTRATION)]
    if PLACE.match(item.words) and len(item.words) < LONGEST_PLACE:
        return [line_of(item, Role.PLACE)]
    return registration_parts(item)

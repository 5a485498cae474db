"""The text of a document or of an annex: clauses, paragraphs, subheadings, tables, members (текст)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from prikaz.model import Alignment
from prikaz.reader.labelling.items import Item
from prikaz.reader.labelling.lines import line_of, picture_of
from prikaz.reader.labelling.words import NAME, TYPED_NUMBER
from prikaz.reader.paper import GridLine, Line, PaperLine, Role
from prikaz.reader.tables import to_grid
from prikaz.reader.tables.membership import ROLE_FIRST

_LONGEST_HEADING: Final = 160
#: Letters of a paragraph that shows how text stands.
_LONG: Final = 80
#: How deep an item of a list stands, under the clause that opens it.
_LISTED: Final = 2
_TABLE_NOTE: Final = re.compile(r"^(?:\*+|<\d+>|примечани[ея]\b|\d\)?\s*[-–]\s)", re.IGNORECASE)
_CAPTION: Final = re.compile(r"^рис(?:\.|унок)\s*\d*", re.IGNORECASE)
_MEMBER: Final = re.compile(rf"^(?:{NAME.pattern})\s*(?:\t+|\s[-–—]|[-–—]\s)\s*\S")
_AMENDS: Final = re.compile(
    r"(?:в\s+(?:следующей|новой)\s+редакции|следующего\s+содержания)\s*:$", re.IGNORECASE
)
#: So many lines of names make a membership.
_MEMBERS: Final = 2


def body_lines(items: Sequence[Item], *, directive: bool) -> list[PaperLine]:
    """The items of a text, each as what it is.

    Args:
        items: The text without head and signatures.
        directive: Whether it is the text of an order: there an unnumbered paragraph may be a clause, and a
            bold one is no heading.
    """
    numbered = any(_number(item)[:1].isdigit() for item in items if item.is_line)
    members = sum(map(_is_member, items)) >= _MEMBERS
    walk = _Walk(items, directive=directive, numbered=numbered, members=members)
    usual = _usual_alignment(items)
    return [_as_usual(line, usual) for line in walk.lines()]


def _as_usual(line: PaperLine, usual: Alignment) -> PaperLine:
    as_usual = isinstance(line, Line) and line.alignment is usual
    return line._replace(alignment=Alignment.JUSTIFIED) if isinstance(line, Line) and as_usual else line


def _usual_alignment(items: Sequence[Item]) -> Alignment:
    """How the paragraphs of a text stand: most of the long ones, at the left if there are none."""
    long = [item.alignment for item in items if len(item.words) >= _LONG]
    return max((Alignment.LEFT, Alignment.JUSTIFIED), key=long.count)


class _Walk:
    """A walk over the items of a text that remembers what stands above."""

    def __init__(self, items: Sequence[Item], *, directive: bool, numbered: bool, members: bool) -> None:
        self.items, self.directive, self.numbered, self.members = items, directive, numbered, members
        self.opens_list = False  # the clause above ends in a colon
        self.in_list = False  # unnumbered lines under it
        self.quotes = 0  # quotation marks open since a new wording began
        self.last: Item | None = None

    def lines(self) -> Iterator[PaperLine]:
        for place, item in enumerate(self.items):
            if item.table is not None:
                yield GridLine(Role.TABLE, to_grid(item.table))
                self.in_list = False
            elif item.picture is not None:
                yield picture_of(item, Role.ILLUSTRATION)
            elif item.words:
                yield self._line(item, place)
            self.last = item

    def _line(self, item: Item, place: int) -> Line:
        if self.quotes > 0:
            return self._quoted(item)
        if place == len(self.items) - 1 and not any(map(str.isalnum, item.words)):
            return line_of(item, Role.UNKNOWN)  # the rule that ends an annex
        if self.last is not None and _AMENDS.search(self.last.words) and item.words.startswith(("«", '"')):
            return self._quoted(item)
        number = _number(item)
        if number:
            heading = self._is_heading(item, place)
            self._remember(item, is_list=number == "–" and self.in_list)
            return line_of(item, Role.CLAUSE)._replace(is_heading=heading)
        if self.last is not None and self.last.table is not None and _TABLE_NOTE.match(item.words):
            return line_of(item, Role.TABLE_NOTE)
        if self.last is not None and self.last.picture is not None and _CAPTION.match(item.words):
            return line_of(item, Role.CAPTION)
        if self.members and (_is_member(item) or self._is_over_members(item, place)):
            return line_of(item, Role.MEMBER)
        if self._is_subheading(item, place):
            self.opens_list = self.in_list = False
            return line_of(item, Role.SUBHEADING)
        return self._unnumbered(item)

    def _is_over_members(self, item: Item, place: int) -> bool:
        """«Члены комиссии:» between members."""
        above = self.last is not None and _is_member(self.last)
        following = self.items[place + 1 : place + 2]
        return above and item.words.endswith(":") and any(map(_is_member, following))

    def _unnumbered(self, item: Item) -> Line:
        """A paragraph without a number: a clause of its own, an item of a list, or the text going on."""
        if item.is_soft and self.last is not None and not self.last.words.endswith((".", ";", ":")):
            return line_of(item, Role.PARAGRAPH)
        listed = item.words.endswith((";", ",")) or (self.in_list and item.words[:1].islower())
        if (self.opens_list or self.in_list) and (listed or (self.in_list and self._ends_list())):
            going_on = listed and item.words.endswith((";", ","))
            self._remember(item, is_list=going_on)
            return line_of(item, Role.CLAUSE)._replace(level=_LISTED)
        if self.directive and not self.numbered and not item.centred:
            self._remember(item, is_list=False)
            return line_of(item, Role.CLAUSE)
        self.opens_list, self.in_list = item.words.endswith(":"), False
        return line_of(item, Role.PARAGRAPH)

    def _ends_list(self) -> bool:
        return self.last is not None and self.last.words.endswith((";", ","))

    def _remember(self, item: Item, *, is_list: bool) -> None:
        self.opens_list, self.in_list = item.words.endswith(":"), is_list

    def _quoted(self, item: Item) -> Line:
        """A line of the new wording of another act: its numbers are that act's."""
        words = item.words
        self.quotes += (
            words.count("«") - words.count("»") + (words.count('"') % 2) * (-1 if self.quotes else 1)
        )
        return line_of(item, Role.PARAGRAPH)

    def _is_heading(self, item: Item, place: int) -> bool:
        """Whether a numbered line is the title of a section."""
        typed = TYPED_NUMBER.match(item.text.text)
        if typed is not None and typed["chapter"]:
            return True
        if len(item.words) > _LONGEST_HEADING or item.words.endswith((";", ",", ":")):
            return False
        if typed is not None and typed["roman"]:
            return item.centred or item.bold or not item.words.endswith(".")
        number = _number(item).strip(".")
        if not number.isdecimal() or not (item.centred or (item.bold and not self.directive)):
            return False
        following = next((other for other in self.items[place + 1 :] if other.words), None)
        return following is not None and not (following.bold and _number(following).strip(".").isdecimal())

    def _is_subheading(self, item: Item, place: int) -> bool:
        if len(item.words) > _LONGEST_HEADING or item.words.endswith((";", ",", ":")):
            return False
        if item.centred:
            return item.bold or not self.directive
        if self.directive or not (item.bold or item.outline is not None):
            return False
        return place + 1 < len(self.items)


def _is_member(item: Item) -> bool:
    """Whether a line names a person and what they are, or what they are and the person."""
    return item.is_line and bool(_MEMBER.match(item.text.text) or ROLE_FIRST.match(item.words))


def _number(item: Item) -> str:
    """The number before a line, typed or printed by Word; "" for none."""
    if item.number:
        return item.number
    typed = TYPED_NUMBER.match(item.text.text)
    if typed is None or typed["date"]:
        return ""
    return typed[0].strip()

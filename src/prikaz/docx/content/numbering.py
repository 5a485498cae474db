"""Lists: how they are defined, and the numbers that Word prints before paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.elements import ListNumber
from prikaz.docx.content.names import VAL, child_value, count, is_on
from prikaz.docx.content.number_formats import UNNUMBERED, formatted
from prikaz.docx.content.properties import indents
from prikaz.docx.content.symbols import bullet
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

LEVELS: Final = 9
#: A number longer than this is no number, and a thousand of them would fill the memory.
_MAX_TEXT: Final = 120
_PLACE: Final = re.compile("%([1-9])")
_MAX_LINKS: Final = 8


class Level(NamedTuple):
    """A level of a list.

    Attributes:
        start: The first number.
        format: w:numFmt.
        text: Its text, where %1 stands for the number of the first level.
        legal: Whether all numbers in it are plain figures (w:isLgl).
        restart: After which level, from 1, it starts anew; 0 for never; None for after any higher one.
        style: Id of the style of paragraphs that are of this level.
        font: Font of a bullet.
        indent: Left indent of its paragraphs; None when it does not say.
        first_line: Indent of their first line against it.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    font: str = ""
    indent: int | None = None
    first_line: int | None = None


class NumberedList(NamedTuple):
    """A list (w:num): its levels, and those that it starts anew.

    Attributes:
        abstract: Id of its definition, in which all lists of the definition count together.
        levels: By level from 0.
        starts: Levels that begin anew where the list begins, with their first numbers.
    """

    abstract: int
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """Lists of a file.

    Args:
        root: The part of numbering.
        list_of_style: Gives the list (w:numId) that a style of lists is made of.
    """

    def __init__(self, root: etree._Element | None, list_of_style: Callable[[str], str]) -> None:
        self._list_of_style = list_of_style
        definitions = () if root is None else root.iter(w("abstractNum"))
        numbers = () if root is None else root.iter(w("num"))
        self._definitions = {item.get(w("abstractNumId"), ""): item for item in definitions}
        self._numbers = {item.get(w("numId"), ""): item for item in numbers}
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._lists: dict[str, NumberedList | None] = {}

    def find(self, number: str) -> NumberedList | None:
        """The list of an id; None when there is none: "0" switches numbers off."""
        if number not in self._lists:
            self._lists[number] = self._list(number)
        return self._lists[number]

    def _list(self, number: str) -> NumberedList | None:
        item = self._numbers.get(number)
        abstract = self._definition_of(number)
        if item is None or not abstract or number == "0":
            return None
        levels = dict(self._levels_of(abstract))
        starts: dict[int, int] = {}
        for override in item.iter(w("lvlOverride")):
            place = _place(override)
            own = override.find(w("lvl"))
            start = count(child_value(override, w("startOverride")))
            if own is not None:
                levels[place] = _level(own)
            if start is not None:
                starts[place] = start
                levels[place] = levels.get(place, Level())._replace(start=start)
        return NumberedList(count(abstract) or 0, levels, starts)

    def _definition_of(self, number: str) -> str:
        """The definition that holds the levels; a definition may only refer to that of a style."""
        for _ in range(_MAX_LINKS):
            abstract = child_value(self._numbers.get(number), w("abstractNumId")) or ""
            link = child_value(self._definitions.get(abstract), w("numStyleLink"))
            if link is None or not self._list_of_style(link):
                return abstract if abstract in self._definitions else ""
            number = self._list_of_style(link)
        return ""

    def _levels_of(self, abstract: str) -> Mapping[int, Level]:
        if abstract not in self._levels:
            levels = self._definitions[abstract].iterchildren(w("lvl"))
            self._levels[abstract] = {_place(item): _level(item) for item in levels}
        return self._levels[abstract]


def _place(element: etree._Element) -> int:
    """Which level it is of; Word takes what is out of bounds for the nearest."""
    return max(0, min(LEVELS - 1, count(element.get(w("ilvl"))) or 0))


def _level(item: etree._Element) -> Level:
    fonts = item.find(f"{w('rPr')}/{w('rFonts')}")
    indent = item.find(f"{w('pPr')}/{w('ind')}")
    left, first = (None, None) if indent is None else indents(indent)
    text = (child_value(item, w("lvlText")) or "")[:_MAX_TEXT]
    picture = item.find(w("lvlPicBulletId")) is not None
    legal = item.find(w("isLgl"))
    return Level(
        start=count(child_value(item, w("start"))) or 0,
        format=_format(item),
        text=text if text.strip() or not picture else "•",
        legal=legal is not None and is_on(legal.get(VAL)),
        restart=count(child_value(item, w("lvlRestart"))),
        style=child_value(item, w("pStyle")) or "",
        font="" if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "",
        indent=left,
        first_line=first,
    )


def _format(item: etree._Element) -> str:
    """Format of a level; one that only newer Word knows stands among alternatives, before the others."""
    found = next(item.iter(w("numFmt")), None)
    if found is None:
        return "decimal"
    kind = found.get(VAL) or "decimal"
    first = (found.get(w("format")) or "").partition(",")[0].strip()
    return f"custom{len(first)}" if kind == "custom" else kind


class Counters:
    """Numbers of the lists of one story, counted paragraph by paragraph."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[int, dict[int, int]] = {}
        self._begun: set[str] = set()

    def next(self, number: str, level: int) -> ListNumber | None:
        """Count a paragraph of a list; None when nothing is printed before it."""
        found = self._numbering.find(number)
        if found is None or level not in found.levels:
            return None
        values = self._values.setdefault(found.abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for place in found.starts:
                values.pop(place, None)
        own = found.levels[level]
        for higher in range(level):  # a level that has not begun counts as begun by its first lower one
            values.setdefault(higher, found.levels.get(higher, Level()).start)
        values[level] = values[level] + 1 if level in values else own.start
        for lower in [each for each in values if each > level]:
            if _starts_anew(found.levels.get(lower, Level()), level):
                del values[lower]
        text = _text(found, level, values)
        value = 0 if own.format in UNNUMBERED else values[level]
        return ListNumber(text, level, found.abstract, own.format, value) if text else None


def _starts_anew(level: Level, after: int) -> bool:
    return level.restart is None or after < level.restart


def _text(found: NumberedList, level: int, values: Mapping[int, int]) -> str:
    own = found.levels[level]
    if own.format == "bullet":
        return bullet(own.text, own.font).strip()

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = found.levels.get(place)
        if other is None or place > level or (other.format in UNNUMBERED and not own.legal):
            return ""
        kind = "decimal" if own.legal and other.format != "decimalZero" else other.format
        return formatted(values.get(place, other.start), kind)

    return _PLACE.sub(number, own.text).strip()

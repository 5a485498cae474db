"""Lists that begin anew: each key of ``{% numbering %}`` gets an instance of the list of its own."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field, frozen
from lxml import etree

from prikaz.docx.styles import Styles
from prikaz.docx.xml import w

_NOT_NUMBERED: Final = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_END: Final = re.compile(r"<w:numIdMacAtCleanup|</w:numbering>")


@frozen
class _List:
    """A definition of a list (``w:abstractNum``): starts of its levels, and the levels bound to styles."""

    starts: tuple[tuple[str, str], ...]
    levels: dict[str, str]


class Numbering:
    """Lists of one template; does not change."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        numbers = [] if root is None else list(root.iter(w("num")))
        self._lists = {} if root is None else dict(map(_definition, root.iter(w("abstractNum"))))
        self._abstract = {number.get(w("numId"), ""): _abstract(number) for number in numbers}
        self.last = max((int(number) for number in self._abstract if number.isdigit()), default=0)

    def find(self, style: str, number: str, level: str) -> tuple[str, str]:
        """Find definition and level of a paragraph from its own properties, or else from its style.

        Returns:
            Id of the definition ("" when the paragraph belongs to no list) and the level.
        """
        by_style = self._styles.numbering_of(style)
        abstract = self._abstract.get(number or by_style[0], "")
        bound = self._lists[abstract].levels.get(style, "") if abstract in self._lists else ""
        return abstract, (level if number else bound or by_style[1]) or "0"

    def instance_xml(self, number: int, abstract: str) -> str:
        """Write an instance of a list that begins anew on all levels."""
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in self._lists[abstract].starts
        )
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{starts}</w:num>'


@define
class Instances:
    """Instances of lists that one render has made."""

    numbering: Numbering
    _made: dict[tuple[str, object], int] = field(factory=dict)

    def properties_xml(self, key: object, style: str, number: str, level: str) -> str:
        """Write ``w:numPr`` for a paragraph in the list of ``key``; an empty key: not numbered."""
        abstract, level = self.numbering.find(style, number, level)
        if not key or not abstract:
            return _NOT_NUMBERED
        made = self._made.setdefault((abstract, key), self.numbering.last + len(self._made) + 1)
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{made}"/></w:numPr>'

    def completed(self, part: str) -> str:
        """Add the instances to the XML of the part of numbering; nothing changes when there are none."""
        made = "".join(
            self.numbering.instance_xml(number, abstract) for (abstract, _), number in self._made.items()
        )
        end = _END.search(part)
        return part if end is None else part[: end.start()] + made + part[end.start() :]

    def __bool__(self) -> bool:
        return bool(self._made)


def _abstract(number: etree._Element) -> str:
    found = number.find(w("abstractNumId"))
    return "" if found is None else found.get(w("val"), "")


def _definition(item: etree._Element) -> tuple[str, _List]:
    starts = []
    levels = {}
    for level in item.iter(w("lvl")):
        number = level.get(w("ilvl"), "0")
        start, style = level.find(w("start")), level.find(w("pStyle"))
        starts.append((number, "1" if start is None else start.get(w("val"), "1")))
        if style is not None:
            levels[style.get(w("val"), "")] = number
    return item.get(w("abstractNumId"), ""), _List(tuple(starts), levels)

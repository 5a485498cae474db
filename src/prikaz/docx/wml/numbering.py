"""Numbering definitions of a template, and lists that start again: one for each key of ``{% numbering %}``.

The first key takes the list of the template itself; each further one a copy
of its definition. A copy and not ``w:lvlOverride``: Word counts both alike,
but some readers stumble over overrides, and LibreOffice then loses indents.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.wml.names import w
from prikaz.docx.wml.styles import Styles
from prikaz.docx.wml.units import whole

if TYPE_CHECKING:
    from lxml import etree

_NOT_NUMBERED: Final = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_NUMBERS: Final = r"<w:num |<w:numIdMacAtCleanup|</w:numbering>"
_END: Final = r"<w:numIdMacAtCleanup|</w:numbering>"
_TIE: Final = r"<w:(?:pStyle|styleLink) [^>]*/>"
_NAME: Final = r'(w:abstractNumId=")[^"]*'
_MARK: Final = r'(<w:(?:nsid|tmpl) w:val=")[^"]*'
_PLACE_OF_NAME: Final = "{name}"
_PLACE_OF_MARK: Final = "{mark}"
#: Marks of definitions (``w:nsid``) that are ours; Word joins lists whose marks are equal.
_FIRST_MARK: Final = 0x5B000000


class _List(NamedTuple):
    """A definition of a list (``w:abstractNum``): levels bound to styles, and its XML to copy."""

    levels: dict[str, str]
    copy: str


class NumberingDefinitions:
    """Lists of one template; does not change."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        numbers = [] if root is None else list(root.iter(w("num")))
        self._lists = {} if root is None else dict(map(_definition, root.iter(w("abstractNum"))))
        self._abstract = {number.get(w("numId"), ""): _abstract(number) for number in numbers}
        self.last = max(map(whole, self._abstract), default=0)
        self._last_definition = max(map(whole, self._lists), default=0)

    def find(self, style: str, number: str, level: str) -> tuple[str, str, str]:
        """Find the list of a paragraph from its own properties, or else from its style.

        Returns:
            Number of the list, id of its definition ("" when the paragraph is in none), and level.
        """
        by_style = self._styles.numbering_of(style)
        found = number or by_style[0]
        abstract = self._abstract.get(found, "")
        bound = self._lists[abstract].levels.get(style, "") if abstract in self._lists else ""
        return found, abstract, (level if number else bound or by_style[1]) or "0"

    def definition_xml(self, number: int, abstract: str) -> str:
        """Write a copy of a definition for the list ``number``."""
        mark = f"{_FIRST_MARK + number:08X}"
        copy = self._lists[abstract].copy
        return copy.replace(_PLACE_OF_NAME, str(self._definition_of(number))).replace(_PLACE_OF_MARK, mark)

    def list_xml(self, number: int) -> str:
        """Write the list ``number`` of a copied definition."""
        name = self._definition_of(number)
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{name}"/></w:num>'

    def _definition_of(self, number: int) -> int:
        return self._last_definition + number - self.last


class ListInstances:
    """Lists that one render has made: one for each key."""

    def __init__(self, numbering: NumberingDefinitions) -> None:
        self._numbering = numbering
        self._numbers: dict[tuple[str, object], str] = {}
        self._found: dict[tuple[str, str, str], tuple[str, str, str]] = {}
        self._made: list[str] = []

    def properties_xml(self, key: object, style: str, number: str, level: str) -> str:
        """Write ``w:numPr`` for a paragraph in the list of ``key``; an empty key: not numbered."""
        own, abstract, level = self._find(style, number, level)
        if not key or not abstract:
            return _NOT_NUMBERED if own else ""
        return self._numbered_xml(key, own, abstract, level)

    def shared_xml(self, key: object, style: str, other: str) -> str:
        """Write ``w:numPr`` for a paragraph in the list of another style, at the level of its own style."""
        own, abstract, _ = self._find(other, "", "")
        if not abstract:
            return ""
        return self._numbered_xml(key, own, abstract, self._find(style, "", "")[2])

    def _numbered_xml(self, key: object, own: str, abstract: str, level: str) -> str:
        if (abstract, key) not in self._numbers:
            self._numbers[abstract, key] = self._new_list(own, abstract)
        return (
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self._numbers[abstract, key]}"/></w:numPr>'
        )

    def _find(self, style: str, number: str, level: str) -> tuple[str, str, str]:
        """What the lists of the template say, looked up once: paragraphs ask the same again and again."""
        asked = (style, number, level)
        if asked not in self._found:
            self._found[asked] = self._numbering.find(style, number, level)
        return self._found[asked]

    def _new_list(self, own: str, abstract: str) -> str:
        """The list of the template for the first key, a copy for each further one."""
        if all(definition != abstract for definition, _ in self._numbers):
            return own
        self._made.append(abstract)
        return str(self._numbering.last + len(self._made))

    def completed(self, part: str) -> str:
        """Add the copies to the XML of the part of numbering; definitions stand before lists."""
        first, end = re.search(_NUMBERS, part), re.search(_END, part)
        if first is None or end is None:
            return part
        made = list(enumerate(self._made, self._numbering.last + 1))
        definitions = "".join(self._numbering.definition_xml(number, abstract) for number, abstract in made)
        lists = "".join(self._numbering.list_xml(number) for number, _ in made)
        split, close = first.start(), end.start()
        return f"{part[:split]}{definitions}{part[split:close]}{lists}{part[close:]}"

    def __bool__(self) -> bool:
        return bool(self._made)


def _abstract(number: etree._Element) -> str:
    found = number.find(w("abstractNumId"))
    return "" if found is None else found.get(w("val"), "")


def _definition(item: etree._Element) -> tuple[str, _List]:
    levels = {}
    for level in item.iter(w("lvl")):
        style = level.find(w("pStyle"))
        if style is not None:
            levels[style.get(w("val"), "")] = level.get(w("ilvl"), "0")
    return item.get(w("abstractNumId"), ""), _List(levels, _copy(item))


def _copy(item: etree._Element) -> str:
    """XML of a definition without its ties to styles; ``definition_xml`` puts in name and mark."""
    from prikaz.docx.wml.elements import serialize  # noqa: PLC0415 (a cached template has been parsed)

    free = re.sub(_TIE, "", serialize(item))
    named = re.sub(_NAME, rf"\g<1>{_PLACE_OF_NAME}", free, count=1)
    return re.sub(_MARK, rf"\g<1>{_PLACE_OF_MARK}", named)

"""Effective formatting: what styles, lists and a paragraph itself say together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.elements import RunFormat
from prikaz.docx.content.names import VAL, child_value, is_on
from prikaz.docx.content.numbering import LEVELS, Numbering
from prikaz.docx.content.properties import (
    ParagraphProperties,
    RunKey,
    RunProperties,
    overlaid,
    paragraph_mark,
    paragraph_overlaid,
    run_key,
    run_properties,
)
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree


#: Styles above one that are asked for what it does not say of lists and lines.
_ANCESTORS: Final = 11


class Style(NamedTuple):
    """A style, with all that it takes from those it is based on.

    Attributes:
        id: Its name inside the file.
        name: Its name as the file has it.
        run: What it says about characters.
        paragraph: What it says about paragraphs.
        line: Ids of itself and of those it is based on, the nearest first.
    """

    id: str = ""
    name: str = ""
    run: RunProperties = RunProperties()
    paragraph: ParagraphProperties = ParagraphProperties()
    line: tuple[str, ...] = ()


class ParagraphLook(NamedTuple):
    """How a paragraph looks, and the list it is in.

    Attributes:
        style: Its style.
        number: Id of its list; "" for none.
        level: Level in the list.
        properties: Effective ones.
    """

    style: Style
    number: str
    level: int
    properties: ParagraphProperties


class Formatting:
    """Styles and lists of a file.

    Attributes:
        numbering: Its lists.
        default: Id of the default style of paragraphs.
    """

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        items = [] if styles is None else list(styles.iter(w("style")))
        self._elements = {item.get(w("styleId"), ""): item for item in items}
        self._styles: dict[str, Style] = {}
        self._looks: dict[ParagraphProperties, ParagraphLook] = {}
        self._formats: dict[tuple[str, RunKey], RunFormat] = {}
        self.numbering = Numbering(numbering, self._list_of_style)
        self.default = _default(items, "paragraph")
        self.default_table = _default(items, "table")
        self._run, self._paragraph = _document_defaults(styles)

    def element(self, style: str) -> etree._Element | None:
        """The XML of a style."""
        return self._elements.get(style)

    def style(self, wanted: str) -> Style:
        """A style with all it takes from others; one without properties when there is no such style."""
        line: dict[str, None] = {}
        current = wanted
        while current in self._elements and current not in self._styles and current not in line:
            line[current] = None
            current = child_value(self._elements[current], w("basedOn")) or ""
        found = self._styles.get(current, Style())
        for each in reversed(line):
            found = self._styles[each] = self._made(each, found)
        return found if line else self._styles.get(wanted, Style())

    def _made(self, style: str, base: Style) -> Style:
        element = self._elements[style]
        run = element.find(w("rPr"))
        own = paragraph_mark(element.find(w("pPr"))).properties
        said = base.paragraph
        if own.number is not None:
            said = self._in_list(said, own.number, own.level or 0)
        return Style(
            id=style,
            name=child_value(element, w("name")) or style,
            run=base.run if run is None else overlaid(base.run, run_properties(run_key(run))),
            paragraph=paragraph_overlaid(said, own),
            line=(style, *base.line[:_ANCESTORS]),
        )

    def _in_list(self, said: ParagraphProperties, number: str, level: int) -> ParagraphProperties:
        """What a paragraph looks like in a list: the list gives indents."""
        found = self.numbering.find(number)
        own = None if found is None else found.levels.get(level)
        if own is None:
            return said
        return paragraph_overlaid(said, ParagraphProperties(indent=own.indent, first_line=own.first_line))

    def look(self, own: ParagraphProperties) -> ParagraphLook:
        """How a paragraph looks that says this about itself."""
        if own not in self._looks:
            self._looks[own] = self._look(own)
        return self._looks[own]

    def _look(self, own: ParagraphProperties) -> ParagraphLook:
        known = own.style if own.style in self._elements else self.default
        style = self.style(known or "")
        number, level = self._place(own, style)
        said = paragraph_overlaid(self._paragraph, style.paragraph)
        if own.number is not None:
            said = self._in_list(said, number, level)
        return ParagraphLook(style, number, level, paragraph_overlaid(said, own))

    def _place(self, own: ParagraphProperties, style: Style) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, those bound to its style, or those of the style."""
        number = own.number if own.number is not None else style.paragraph.number or ""
        found = self.numbering.find(number)
        if found is None:
            return "", 0
        level = own.level
        if level is None and own.number is None:
            bound = {each.style: place for place, each in found.levels.items() if each.style}
            level = next((bound[each] for each in style.line if each in bound), style.paragraph.level)
        return number, max(0, min(LEVELS - 1, level or 0))

    def _list_of_style(self, style: str) -> str:
        element = self._elements.get(style)
        found = None if element is None else element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        return "" if found is None else found.get(VAL) or ""

    def format(self, style: str, key: RunKey) -> RunFormat:
        """How the characters of a run look that says this, in a paragraph of a style."""
        asked = (style, key)
        if asked not in self._formats:
            self._formats[asked] = self._format(self.style(style).run, run_properties(key))
        return self._formats[asked]

    def _format(self, paragraph: RunProperties, own: RunProperties) -> RunFormat:
        character = self.style(own.style).run if own.style else RunProperties()
        said = overlaid(overlaid(overlaid(self._run, paragraph), character), own)
        return RunFormat(
            bold=_toggled(self._run.bold, paragraph.bold, character.bold, own.bold),
            italic=_toggled(self._run.italic, paragraph.italic, character.italic, own.italic),
            underlined=bool(said.underlined),
            capitals=_toggled(self._run.capitals, paragraph.capitals, character.capitals, own.capitals),
            hidden=_toggled(self._run.hidden, paragraph.hidden, character.hidden, own.hidden),
            spacing=said.spacing or 0.0,
            size=said.size or 0.0,
            position=said.position or "",
        )


def _toggled(*said: bool | None) -> bool:
    """A property that one style switches on, and two switch off again (ISO/IEC 29500-1, 17.7.3).

    Args:
        said: What the defaults, the style of the paragraph, that of the characters and the run say.
    """
    default, paragraph, character, own = said
    if own is not None:
        return own
    return bool(default) or bool(paragraph) != bool(character)


def _default(items: list[etree._Element], kind: str) -> str:
    found = (
        item.get(w("styleId"), "")
        for item in items
        if item.get(w("type"), "paragraph") == kind and is_on(item.get(w("default"), "0"))
    )
    return next(found, "")


def _document_defaults(styles: etree._Element | None) -> tuple[RunProperties, ParagraphProperties]:
    defaults = None if styles is None else styles.find(w("docDefaults"))
    if defaults is None:
        return RunProperties(), ParagraphProperties()
    run = defaults.find(f"{w('rPrDefault')}/{w('rPr')}")
    paragraph = defaults.find(f"{w('pPrDefault')}/{w('pPr')}")
    said = RunProperties() if run is None else run_properties(run_key(run))
    return said, paragraph_mark(paragraph).properties

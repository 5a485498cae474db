"""Properties of runs and paragraphs: what one place of a file says, and what it leaves to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.names import RUN_PROPERTIES, SECTION, VAL, count, is_on, twips
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

#: What a run says, as a key: names of its properties with their values.
RunKey = tuple[tuple[str, str | None], ...]


class RunProperties(NamedTuple):
    """What a place says about characters; None where it is silent."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None
    spacing: float | None = None
    size: float | None = None
    position: str | None = None
    style: str | None = None


class ParagraphProperties(NamedTuple):
    """What a place says about a paragraph; None where it is silent."""

    style: str | None = None
    number: str | None = None
    level: int | None = None
    alignment: str | None = None
    indent: int | None = None
    first_line: int | None = None
    page_break_before: bool | None = None
    outline_level: int | None = None


class ParagraphMark(NamedTuple):
    """The mark of a paragraph (¶): what stands in its properties besides looks.

    Attributes:
        properties: What it says about looks.
        section: The section it ends.
        deleted: Whether it is deleted, so that the paragraph goes on in the next one.
        change: The recorded change of the mark itself (w:ins, w:del, w:moveFrom); of a mark that came and
            went, that it went.
        restyled: The recorded change of looks.
    """

    properties: ParagraphProperties = ParagraphProperties()
    section: etree._Element | None = None
    deleted: bool = False
    change: etree._Element | None = None
    restyled: etree._Element | None = None


_TOGGLES: Final = {w("b"): "bold", w("i"): "italic", w("caps"): "capitals", w("vanish"): "hidden"}
_ALIGNMENTS: Final = {
    "left": "left",
    "start": "left",
    "right": "right",
    "end": "right",
    "center": "center",
    "both": "both",
    "distribute": "both",
    "thaiDistribute": "both",
}
_POSITIONS: Final = {"superscript": "super", "subscript": "sub"}


def run_key(properties: etree._Element) -> RunKey:
    """What a run says, as a key of a cache."""
    return tuple([(child.tag, child.get(VAL)) for child in properties])


def run_properties(key: RunKey) -> RunProperties:
    """What a run says."""
    found: dict[str, object] = {}
    for name, value in key:
        if name in _TOGGLES:
            found[_TOGGLES[name]] = is_on(value)
        elif name in _READ:
            field, read = _READ[name]
            found[field] = read(value)
    return RunProperties._make(map(found.get, RunProperties._fields))


def _half_points(value: str | None) -> float | None:
    length = twips(value)
    if length is None or length < 0:
        return None
    return length / 20 if value and value[-1].isalpha() else length / 2


def _points(value: str | None) -> float | None:
    length = twips(value)
    return None if length is None else length / 20


_READ: Final[dict[str, tuple[str, Callable[[str | None], object]]]] = {
    w("u"): ("underlined", lambda value: value not in {"none", None}),
    w("spacing"): ("spacing", _points),
    w("sz"): ("size", _half_points),
    w("vertAlign"): ("position", lambda value: _POSITIONS.get(value or "", "")),
    w("rStyle"): ("style", lambda value: value),
}


def overlaid(below: RunProperties, above: RunProperties) -> RunProperties:
    """What two places say together; the one above wins."""
    said = [under if over is None else over for under, over in zip(below, above, strict=True)]
    return RunProperties._make(said)


def _change_of_mark(properties: etree._Element) -> etree._Element | None:
    found = [item for item in properties if item.tag in _MARK_CHANGES]
    return next((item for item in found if item.tag in _MARK_DELETIONS), next(iter(found), None))


def paragraph_mark(properties: etree._Element | None) -> ParagraphMark:  # noqa: C901  (a case for each name)
    """Read the properties of a paragraph."""
    if properties is None:
        return ParagraphMark()
    style = number = level = alignment = left = first = page_break = outline = None
    section = change = restyled = None
    for child in properties:
        name = child.tag
        if name == _STYLE:
            style = child.get(VAL)
        elif name == _JC:
            alignment = _ALIGNMENTS.get(child.get(VAL) or "", alignment)
        elif name == _IND:
            left, first = indents(child)
        elif name == RUN_PROPERTIES:
            change = _change_of_mark(child)
        elif name == _NUMBER:
            number, level = list_place(child)
        elif name == _PAGE_BREAK:
            page_break = is_on(child.get(VAL))
        elif name == _OUTLINE:
            outline = count(child.get(VAL))
        elif name == SECTION:
            section = child
        elif name == _CHANGE:
            restyled = child
    said = ParagraphProperties(style, number, level, alignment, left, first, page_break, outline)
    deleted = change is not None and change.tag in _MARK_DELETIONS
    return ParagraphMark(said, section, deleted, change, restyled)


_STYLE: Final = w("pStyle")
_JC: Final = w("jc")
_IND: Final = w("ind")
_NUMBER: Final = w("numPr")
_PAGE_BREAK: Final = w("pageBreakBefore")
_OUTLINE: Final = w("outlineLvl")
_CHANGE: Final = w("pPrChange")
_MARK_DELETIONS: Final = frozenset({w("del"), w("moveFrom")})
_MARK_CHANGES: Final = _MARK_DELETIONS | {w("ins"), w("moveTo")}
_LEFT: Final = (w("left"), w("start"))
_FIRST: Final = w("firstLine")
_HANGING: Final = w("hanging")


def indents(element: etree._Element) -> tuple[int | None, int | None]:
    """Left indent, and that of the first line against it."""
    left = twips(element.get(_LEFT[0]))
    if left is None:
        left = twips(element.get(_LEFT[1]))
    hanging = twips(element.get(_HANGING))
    return left, twips(element.get(_FIRST)) if hanging is None else -hanging


def list_place(element: etree._Element) -> tuple[str | None, int | None]:
    """List and level that ``w:numPr`` names."""
    number = level = None
    for child in element:
        if child.tag == _NUM_ID:
            number = child.get(VAL)
        elif child.tag == _LEVEL:
            level = count(child.get(VAL))
    return number, level


_NUM_ID: Final = w("numId")
_LEVEL: Final = w("ilvl")


def paragraph_overlaid(below: ParagraphProperties, above: ParagraphProperties) -> ParagraphProperties:
    """What two places say together; the one above wins."""
    said = [under if over is None else over for under, over in zip(below, above, strict=True)]
    return ParagraphProperties._make(said)

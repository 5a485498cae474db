"""Marks of paragraphs that come and go, and looks that change with them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.names import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, SECTION
from prikaz.docx.revisions.marking.pen import Pen
from prikaz.docx.revisions.source.names import CHANGE_OF_PARAGRAPH, COMING, GOING
from prikaz.docx.wml.elements import properties, put_property

if TYPE_CHECKING:
    from lxml import etree

#: What w:pPr holds that is no look of the paragraph.
_NO_LOOKS: Final = frozenset({RUN_PROPERTIES, SECTION, CHANGE_OF_PARAGRAPH})


def put_mark(paragraph: etree._Element, name: str, pen: Pen) -> None:
    """Record that the mark of a paragraph came or went."""
    of_mark = mark_properties(paragraph)
    place = sum(1 for child in of_mark if child.tag in COMING or child.tag in GOING)
    of_mark.insert(place, pen.change(paragraph, name))


def mark_properties(paragraph: etree._Element) -> etree._Element:
    """The w:rPr of the mark of a paragraph; it is made when there is none."""
    owner = properties(paragraph)
    found = owner.find(RUN_PROPERTIES)
    return put_property(owner, "rPr") if found is None else found


def has_changed_mark(paragraph: etree._Element) -> bool:
    """Whether it is recorded that the mark of a paragraph came or went."""
    found = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{RUN_PROPERTIES}")
    return found is not None and any(child.tag in COMING or child.tag in GOING for child in found)


def is_restyled(paragraph: etree._Element) -> bool:
    """Whether it is recorded that a paragraph looked otherwise."""
    return paragraph.find(f"{PARAGRAPH_PROPERTIES}/{CHANGE_OF_PARAGRAPH}") is not None


def looks_like(paragraph: etree._Element, look: etree._Element | None) -> bool:
    """Whether a paragraph has the looks that a w:pPr says."""
    return _said(paragraph.find(PARAGRAPH_PROPERTIES)) == _said(look)


def put_look(paragraph: etree._Element, look: etree._Element | None, pen: Pen) -> None:
    """Give a paragraph the looks that a w:pPr says; those it had are recorded."""
    if looks_like(paragraph, look):
        return
    owner = properties(paragraph)
    former = owner.makeelement(PARAGRAPH_PROPERTIES)
    former.extend(_looks(owner))
    for place, child in enumerate(_looks(look)):
        owner.insert(place, deepcopy(child))
    if not pen.accept:
        change = pen.sign(put_property(owner, "pPrChange"))
        change.append(former)


def _looks(owner: etree._Element | None) -> list[etree._Element]:
    return [] if owner is None else [child for child in owner if child.tag not in _NO_LOOKS]


def _said(owner: etree._Element | None) -> list[tuple[str, dict[str, str]]]:
    return [
        (str(item.tag), {str(name): str(value) for name, value in item.attrib.items()})
        for child in _looks(owner)
        for item in child.iter()
    ]

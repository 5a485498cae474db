"""Elements put beside others, and taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from prikaz.docx.content.names import PARAGRAPH, RUN_PROPERTIES
from prikaz.docx.revisions.source.names import (
    COMING,
    CONTROL,
    CONTROL_CONTENT,
    CONTROL_PROPERTIES,
    SIMPLE_FIELD,
)
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

_PLAIN_TEXT: Final = w("text")


def put_beside(element: etree._Element, place: etree._Element, *, after: bool) -> None:
    """Put an element beside another one, leaving text of the layout where it was."""
    if after:
        element.tail, place.tail = place.tail, None
        place.addnext(element)
    else:
        place.addprevious(element)


def outside(element: etree._Element) -> etree._Element:
    """What a mark may stand beside: an element, or the control round it that holds plain words only."""
    for control in element.iterancestors(CONTROL, PARAGRAPH):
        if control.tag == PARAGRAPH:
            break
        properties = control.find(CONTROL_PROPERTIES)
        if properties is not None and properties.find(_PLAIN_TEXT) is not None:
            return control
    return element


def drop(run: etree._Element) -> None:
    """Take a run out, and what came by others and is empty now; a control keeps an empty run."""
    parent = run.getparent()
    if parent is None:
        return
    if len(parent) == 1 and parent.tag in {CONTROL_CONTENT, SIMPLE_FIELD}:
        for child in list(run):
            if child.tag != RUN_PROPERTIES:
                run.remove(child)
        return
    parent.remove(run)
    if not len(parent) and parent.tag in COMING:
        drop(parent)

"""Looks that new paragraphs take over from those beside them."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.elements import OBJECT
from prikaz.docx.content.names import PARAGRAPH, PARAGRAPH_PROPERTIES, RUN_PROPERTIES, SECTION
from prikaz.docx.revisions.marking.pen import Pen
from prikaz.docx.revisions.source.characters import Characters
from prikaz.docx.revisions.source.names import (
    CHANGE_OF_PARAGRAPH,
    CHANGE_OF_RUN,
    COMING,
    GOING,
    INSERTED,
    NUMBER,
    PAGE_BREAK_BEFORE,
)
from prikaz.docx.revisions.source.runs import made_run
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

#: What a paragraph says of itself and not of those like it.
_OWN: Final = frozenset({SECTION, PAGE_BREAK_BEFORE, CHANGE_OF_PARAGRAPH})
_CHANGES_INSIDE: Final = {
    RUN_PROPERTIES: COMING | GOING | {CHANGE_OF_RUN},
    NUMBER: frozenset({INSERTED, w("numberingChange")}),
}


class Look(NamedTuple):
    """How a paragraph looks.

    Attributes:
        properties: Its w:pPr without what belongs to it alone; None when it has none.
        run: A run that looks as most of its words do; None when it has no words.
    """

    properties: etree._Element | None
    run: etree._Element | None


def look_of(paragraph: etree._Element, characters: Characters) -> Look:
    """How a paragraph looks, whatever becomes of it afterwards."""
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    kept = None if properties is None else without(properties, _OWN)
    signs: Counter[etree._Element] = Counter()
    for piece in characters.pieces:
        if piece.run is not None and piece.text != OBJECT:
            signs[piece.run] += len(piece.text)
    run = next((run for run, _ in signs.most_common(1)), None)
    return Look(kept, None if run is None else deepcopy(run))


def without(properties: etree._Element, names: frozenset[str]) -> etree._Element:
    """A copy of properties without those of some names, and without recorded changes inside of them."""
    made = deepcopy(properties)
    made.tail = None
    for child in [child for child in made if child.tag in names]:
        made.remove(child)
    for owner in made:
        for child in [child for child in owner if child.tag in _CHANGES_INSIDE.get(owner.tag, ())]:
            owner.remove(child)
    return made


def made_paragraph(look: Look, owner: etree._Element, text: str, pen: Pen) -> etree._Element:
    """Make a paragraph; that its words came is recorded, its mark says nothing.

    Args:
        look: How it looks.
        owner: Where it will stand.
        text: Its words.
        pen: How changes are written.
    """
    made = owner.makeelement(PARAGRAPH)
    if look.properties is not None:
        made.append(deepcopy(look.properties))
    put_words(made, look, text, pen)
    return made


def put_words(paragraph: etree._Element, look: Look, text: str, pen: Pen) -> None:
    """Put words that come before all that a paragraph holds."""
    if not text:
        return
    run = made_run(look.run, paragraph, text)
    if not pen.accept:
        change = pen.change(run, INSERTED)
        change.append(run)
        run = change
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, run)

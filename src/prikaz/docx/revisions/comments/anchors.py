"""Where a comment stands: at its words, or where Word shows none, at the nearest paragraph of the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.names import BOX, PARAGRAPH, RELATION, SECTION
from prikaz.docx.revisions.source.file import WordFile
from prikaz.docx.revisions.source.names import GOING, ID
from prikaz.docx.revisions.source.story import Story
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

_LONGEST: Final = 120
_NOTES: Final = {w("footnote"): "сноска", w("endnote"): "концевая сноска"}
_REFERENCES: Final = {w("footnote"): w("footnoteReference"), w("endnote"): w("endnoteReference")}
_PLACES: Final = {w("hdr"): "верхний колонтитул", w("ftr"): "нижний колонтитул", **_NOTES}
_HEADERS: Final = (w("headerReference"), w("footerReference"))


class Anchor(NamedTuple):
    """A place of the body.

    Attributes:
        paragraph: The w:p.
        reference: What of it refers to the words; None for its beginning.
        said: Where the words stand, in Russian; "" when the place is theirs.
    """

    paragraph: etree._Element
    reference: etree._Element | None = None
    said: str = ""


def anchor(file: WordFile, story: Story, paragraph: etree._Element) -> Anchor | None:
    """The place where a comment on a paragraph stands; None when the body has no paragraph."""
    body = file.story(file.main)
    if body is None:
        return None
    if story is body:
        outer = _outermost(paragraph)
        return Anchor(outer) if outer is paragraph else Anchor(outer, said="надпись")
    for item in (paragraph, *paragraph.iterancestors()):
        if item.tag in _NOTES:
            return _reference(body, item) or _first(body, _PLACES[item.tag])
    return _header(file, body, story)


def quoted(where: str, words: str, text: str) -> str:
    """What a comment says that does not stand at its words."""
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return f"{where[:1].upper()}{where[1:]}, «{short.strip()}»:\n{text}"


def _outermost(element: etree._Element) -> etree._Element:
    """The paragraph of the page that an element stands in, outside of all boxes."""
    box = next(reversed(list(element.iterancestors(BOX))), None)
    if box is None:
        return element
    return next(box.iterancestors(PARAGRAPH), element)


def _reference(body: Story, note: etree._Element) -> Anchor | None:
    found = [item for item in body.root.iter(_REFERENCES[note.tag]) if item.get(ID) == note.get(ID)]
    shown = next((item for item in found if not any(True for _ in item.iterancestors(*GOING))), None)
    item = shown if shown is not None else next(iter(found), None)
    paragraph = None if item is None else next(item.iterancestors(PARAGRAPH), None)
    if item is None or paragraph is None:
        return None
    outer = _outermost(paragraph)
    return Anchor(outer, item if outer is paragraph else None, _NOTES[note.tag])


def _header(file: WordFile, body: Story, story: Story) -> Anchor | None:
    """The first paragraph of the section that shows a header."""
    relations = file.parts.relations(file.main)
    said = _PLACES.get(str(story.root.tag), "колонтитул")
    first: etree._Element | None = None
    for item in body.root.iter(PARAGRAPH, SECTION):
        if item.tag == PARAGRAPH:
            first = item if first is None else first
            continue
        targets = (relations.get(each.get(RELATION) or "") for each in item.iterchildren(*_HEADERS))
        if first is not None and any(found is not None and found.target == story.part for found in targets):
            return Anchor(_outermost(first), said=said)
        first = None
    return _first(body, said)


def _first(body: Story, said: str) -> Anchor | None:
    paragraph = next(_paragraphs(body), None)
    return None if paragraph is None else Anchor(paragraph, said=said)


def _paragraphs(body: Story) -> Iterator[etree._Element]:
    return (item for item in body.paragraphs if _outermost(item) is item)

"""Names that must be unique in a document, where a loop prints them many times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from prikaz.docx.compilation.paragraphs import PlacedTag
from prikaz.docx.compilation.source import Tag
from prikaz.docx.compilation.tokens import TOKEN, TokenRegister, value_code
from prikaz.docx.wml.elements import drop_attribute, remove
from prikaz.docx.wml.names import WP, w

_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def make_unique(root: etree._Element, placed: Iterable[PlacedTag], register: TokenRegister) -> None:
    """Number drawings while printing, and remove ids and bookmarks that a loop would repeat.

    Bookmarks inside a loop go, and so do halves of bookmarks: Word would read only
    the first of each name.
    """
    depths = {item.token: 1 for item in placed if item.shape.word == "for"}
    depths |= {item.token: -1 for item in placed if item.shape.word == "endfor"}
    if depths:
        for element in root.iter(etree.Element):
            for name in ("paraId", "textId"):
                drop_attribute(element, _W14 + name)
        for drawing in root.iter(f"{{{WP}}}docPr"):
            drawing.set("id", register.token(Tag(text="", code=value_code("0|_drawing"))))
    _remove_bookmarks(root, depths)


def _remove_bookmarks(root: etree._Element, depths: dict[str, int]) -> None:
    starts: dict[str, etree._Element] = {}
    ends: dict[str, etree._Element] = {}
    repeated: set[str] = set()
    for element, depth in _walk(root, depths):
        number = element.get(w("id"), "")
        (starts if element.tag == w("bookmarkStart") else ends)[number] = element
        if depth:
            repeated.add(number)
    for number in repeated | (starts.keys() ^ ends.keys()):
        for half in (starts.get(number), ends.get(number)):
            if half is not None:
                remove(half)


def _walk(root: etree._Element, depths: dict[str, int]) -> Iterator[tuple[etree._Element, int]]:
    """Give the halves of bookmarks in order, with the number of loops that are open there."""
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        text = element.text if event == "start" else element.tail
        if event == "start" and element.tag in {w("bookmarkStart"), w("bookmarkEnd")}:
            yield element, depth
        depth += sum(depths.get(found[0], 0) for found in re.finditer(TOKEN, text or ""))

"""Where each character of a paragraph stands in its XML.

The text is that of :func:`prikaz.docx.content.read_content`, character by character; here each
one also knows the element it comes from, so that it can be taken out or a mark set beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from prikaz.docx.content.drawings import Drawing
from prikaz.docx.content.elements import OBJECT, PAGE_BREAK
from prikaz.docx.content.fields import choice
from prikaz.docx.content.names import (
    ALTERNATIVES,
    DELETED_TEXT,
    MATH,
    MATH_TEXT,
    PROPERTIES,
    RUN,
    TEXT,
    chosen,
)
from prikaz.docx.content.parts import Parts
from prikaz.docx.content.symbols import symbol
from prikaz.docx.revisions.source.fields import Field, Fields
from prikaz.docx.revisions.source.names import (
    BREAK,
    FIELD_MARK,
    FIELD_MARK_KIND,
    GOING,
    NO_BREAK_HYPHEN,
    SIMPLE_FIELD,
    TAB,
    TYPE,
)
from prikaz.docx.wml.names import XML_SPACE, w

if TYPE_CHECKING:
    from lxml import etree

_NOT_KEPT: Final = " \t\r\n"
_SHOWN: Final = re.compile("[^\u00ad]+")
_CLEAN: Final = str.maketrans({"\n": " ", "\r": " ", "\f": " ", "\ufffc": "\ufffd"})
_CLEAN_OUTSIDE: Final = _CLEAN | {0xAD: None}
_SIGNS: Final = {TAB: "\t", w("ptab"): "\t", w("cr"): "\n", NO_BREAK_HYPHEN: "\u2011"}
_PAGES: Final = frozenset({"page", "column"})


class Piece(NamedTuple):
    """Characters that come from one element.

    Attributes:
        start: First of them in the text.
        text: What they are.
        leaf: The element: w:t, w:tab, a drawing.
        offset: Where the first of them stands in the text of a w:t.
        run: The w:r; None for a formula.
        fields: Fields in whose result they stand, from the outside in.
    """

    start: int
    text: str
    leaf: etree._Element
    offset: int
    run: etree._Element | None
    fields: tuple[Field, ...]

    @property
    def end(self) -> int:
        """Behind the last of them."""
        return self.start + len(self.text)


class _FieldStart(NamedTuple):
    """How far the text had come where a field began.

    Attributes:
        pieces: Its pieces.
        length: Its characters.
        choice: What is chosen in a list, which such a field shows.
    """

    pieces: int
    length: int
    choice: str


class Characters:
    """The characters of a paragraph, and of those before it that deleted marks have joined to it.

    Args:
        paragraphs: The joined ones and, last, the paragraph.
        part: Name of the part.
        parts: Parts of the file.
        fields: Fields of the part.
    """

    def __init__(self, paragraphs: Sequence[etree._Element], part: str, parts: Parts, fields: Fields) -> None:
        self._part, self._parts, self._fields_of_part = part, parts, fields
        self.pieces: list[Piece] = []
        self._length = 0
        self._run: etree._Element | None = None
        self._outer: tuple[Field, ...] = ()
        self._fields: list[tuple[Field, _FieldStart | None]] = []
        for each in paragraphs:
            self._outer, self._fields = fields.before(each), []
            self._read(each)
        self.text = "".join(piece.text for piece in self.pieces)
        self._starts = [piece.start for piece in self.pieces]

    def at(self, place: int) -> int:
        """Which piece a character belongs to."""
        return bisect_right(self._starts, place) - 1

    def between(self, start: int, end: int) -> list[Piece]:
        """Pieces that have a character between two places."""
        return self.pieces[self.at(start) : self.at(end - 1) + 1] if start < end else []

    def _read(self, element: etree._Element) -> None:
        for child in element:
            act = self._acts.get(child.tag)
            inside = child if act is None else act(self, child)
            if inside is None:
                continue
            run = self._run
            if child.tag == RUN:
                self._run = child
            if child.tag == SIMPLE_FIELD:
                self._outer += (self._fields_of_part.of(child),)
            self._read(inside)
            self._run = run
            if child.tag == SIMPLE_FIELD:
                self._outer = self._outer[:-1]

    def _add(self, leaf: etree._Element, text: str, offset: int = 0) -> None:
        if text:
            fields = (*self._outer, *(field for field, _ in self._fields))
            self.pieces.append(Piece(self._length, text, leaf, offset, self._run, fields))
            self._length += len(text)

    def _take_text(self, leaf: etree._Element) -> None:
        text = leaf.text or ""
        if len(leaf):
            text = "".join(map(str, leaf.itertext()))
            text = text if _keeps_space(leaf) else text.strip(_NOT_KEPT)
            self._add(leaf, text.translate(_CLEAN_OUTSIDE))
            return
        start, end = shown(leaf)
        for found in _SHOWN.finditer(text, start, end):
            self._add(leaf, found[0].translate(_CLEAN), found.start())

    def _take_sign(self, leaf: etree._Element) -> None:
        self._add(leaf, _SIGNS[leaf.tag])

    def _take_break(self, leaf: etree._Element) -> None:
        self._add(leaf, PAGE_BREAK if leaf.get(TYPE) in _PAGES else "\n")

    def _take_symbol(self, leaf: etree._Element) -> None:
        code = leaf.get(w("char")) or ""
        if re.fullmatch("[0-9A-Fa-f]{1,4}", code):
            sign = symbol(int(code, 16), leaf.get(w("font")) or "")
            is_shown = sign.isprintable() or "\ue000" <= sign <= "\uf8ff"
            self._add(leaf, sign.translate(_CLEAN_OUTSIDE) if is_shown else "")

    def _take_note(self, leaf: etree._Element) -> None:
        self._add(leaf, OBJECT)

    def _take_drawing(self, leaf: etree._Element) -> None:
        self._add(leaf, OBJECT * len(Drawing(leaf, self._part, self._parts).objects))

    def _take_math(self, leaf: etree._Element) -> None:
        run, self._run = self._run, None
        self._add(leaf, "".join(item.text or "" for item in leaf.iter(MATH_TEXT)).translate(_CLEAN_OUTSIDE))
        self._run = run

    def _take_field(self, leaf: etree._Element) -> None:
        kind = leaf.get(FIELD_MARK_KIND)
        if kind == "begin":
            start = _FieldStart(len(self.pieces), self._length, choice(leaf))
            self._fields.append((self._fields_of_part.of(leaf), start))
        elif kind == "separate" and self._fields:
            field, place = self._fields[-1]
            self._forget(place)
            self._fields[-1] = (field, None)
        elif kind == "end" and self._fields:
            place = self._fields.pop()[1]
            self._forget(place)
            if place is not None:
                self._add(leaf, place.choice.translate(_CLEAN_OUTSIDE))

    def _forget(self, place: _FieldStart | None) -> None:
        """Take back what was read since a place: it was the instruction of a field."""
        if place is not None:
            del self.pieces[place.pieces :]
            self._length = place.length

    def _take_chosen(self, element: etree._Element) -> etree._Element | None:
        return chosen(element)

    def _take_nothing(self, _element: etree._Element) -> None:
        return

    #: What is done at each element; it gives what is to be gone into. What is not named here is transparent.
    _acts: ClassVar[dict[str, Callable[[Characters, etree._Element], etree._Element | None]]] = {
        **dict.fromkeys((*PROPERTIES, *GOING, DELETED_TEXT), _take_nothing),
        **dict.fromkeys(_SIGNS, _take_sign),
        TEXT: _take_text,
        BREAK: _take_break,
        w("sym"): _take_symbol,
        w("footnoteReference"): _take_note,
        w("endnoteReference"): _take_note,
        w("commentReference"): _take_nothing,
        w("drawing"): _take_drawing,
        w("pict"): _take_drawing,
        w("object"): _take_drawing,
        FIELD_MARK: _take_field,
        MATH: _take_math,
        ALTERNATIVES: _take_chosen,
    }


def shown(leaf: etree._Element) -> tuple[int, int]:
    """Which characters of a w:t are shown: without xml:space those at the edges that are no words are not."""
    text = leaf.text or ""
    if _keeps_space(leaf):
        return 0, len(text)
    return len(text) - len(text.lstrip(_NOT_KEPT)), len(text.rstrip(_NOT_KEPT))


def _keeps_space(leaf: etree._Element) -> bool:
    return (leaf.get(XML_SPACE) or leaf.getroottree().getroot().get(XML_SPACE)) == "preserve"

"""Reading the tags of a part: paragraph by paragraph, whole even where Word has cut them into runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import define, frozen
from lxml import etree

from prikaz.docx.compilation.locations import Locations
from prikaz.docx.compilation.source import RunProperties, Tag, TagShape
from prikaz.docx.compilation.tags import CLOSERS, Span, find_tags, nesting, take_apart
from prikaz.docx.compilation.tokens import RESERVED, TokenRegister, literal_code, shape_code
from prikaz.docx.rendering.limits import BRACKETS, TAG
from prikaz.docx.wml.elements import remove, serialize
from prikaz.docx.wml.names import XML_SPACE, w

_LITERALS: Final = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
_SIGNS: Final = {w("tab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_KINDS: Final = {"r": "runs", "p": "blocks", "tr": "plain", "tc": "plain"}
#: Characters of a tag that a message quotes.
_LONGEST_TOLD: Final = 200
_BOX: Final = w("txbxContent")
_TEXT: Final = w("t")
_FIELD: Final = w("instrText")


@frozen
class Placed:
    """A tag and where its token stands.

    Attributes:
        tag: The tag.
        token: What stands in the tree instead of it.
        element: The ``w:t`` or other element whose text holds the token.
        shape: Parts of the tag.
    """

    tag: Tag
    token: str
    element: etree._Element
    shape: TagShape


@define
class _Piece:
    element: etree._Element
    text: str
    start: int
    changed: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class TagReader:
    """Reads the tags of a part, leaving tokens in its tree."""

    def __init__(self, root: etree._Element, register: TokenRegister) -> None:
        self._root = root
        self._register = register
        self._places = Locations(root)
        self._raw: Tag | None = None
        self._placed: list[Placed] = []

    def read(self) -> tuple[Placed, ...]:
        """Read all tags, in the order of the document."""
        for paragraph in list(self._root.iter(w("p"))):
            self._read_paragraph(paragraph, _TEXT)
            self._read_paragraph(paragraph, _FIELD)
        for element in self._root.iter(etree.Element):
            for name, value in element.attrib.items():
                element.set(name, self._read_string(str(value), element))
            if element.tag not in {_TEXT, _FIELD} and element.text:
                element.text = self._read_string(element.text, element)
        if self._raw:
            self._register.fault(self._raw, "не закрыта меткой «endraw»", "допишите «{% endraw %}»")
        return tuple(self._placed)

    def _read_paragraph(self, paragraph: etree._Element, name: str) -> None:
        pieces = list(_pieces(paragraph, name))
        text = "".join(piece.text for piece in pieces)
        if not ("{" in text or "}" in text):
            return
        place = self._places.of(paragraph)
        cuts: list[tuple[Span, str]] = []
        for span in find_tags(text):
            piece = next(piece for piece in pieces if piece.start <= span.start < piece.end)
            spot = _spot(piece.element, paragraph) if name == _TEXT else RunProperties()
            cuts.append((span, self._token(text, span, place, spot, piece.element)))
        for span, token in reversed(cuts):
            _cut(pieces, span, token)
        for piece in pieces:
            self._settle(piece, place)

    def _settle(self, piece: _Piece, place: str) -> None:
        """Write a piece of text back; a run that has nothing more to say goes."""
        element = piece.element
        if element.tag in _SIGNS:
            if piece.changed:
                remove(element)
            return
        text = self._unescape(piece.text, place)
        if text != element.text:
            element.text = text
            element.set(XML_SPACE, "preserve")
        if piece.changed and not text:
            prune(element)

    def _read_string(self, text: str, element: etree._Element) -> str:
        """Read the tags of an attribute, or of a text that is none of a run."""
        if not any(opener in text for opener in CLOSERS):
            return text
        paragraph = next(element.iterancestors(w("p")), None)
        place = "" if paragraph is None else self._places.of(paragraph)
        made, at = "", 0
        for span in find_tags(text):
            made += text[at : span.start] + self._token(text, span, place, RunProperties(), element)
            at = span.end
        return made + text[at:]

    def _token(self, text: str, span: Span, place: str, spot: RunProperties, element: etree._Element) -> str:
        told = text[span.start : span.end].strip()
        shape = self._shape(told, span, place)
        if shape is None:
            return ""
        if self._raw:
            return self._register.token(Tag(text=_told(told), place=place, code=literal_code(told)))
        kind = _KINDS.get(shape.carrier, spot.kind)
        tag = Tag(
            text=_told(told), place=place, code=shape_code(shape), shape=shape, spot=spot._replace(kind=kind)
        )
        token = self._register.token(tag)
        self._placed.append(Placed(tag, token, element, shape))
        return token

    def _shape(self, told: str, span: Span, place: str) -> TagShape | None:
        """Take a tag apart; none if it is broken or only switches raw text on or off."""
        self._register.places.setdefault(place)
        self._register.measure.add(told)
        blank = Tag(text=_told(told), place=place)
        if not span.opened:
            self._register.fault(blank, "закрывается, но не открыта", "поставьте «{{» или «{%» перед ней")
            return None
        if not span.closed:
            short = Tag(text=_shorten(told), place=place)
            self._register.fault(
                short,
                "не закрыта",
                f"закройте её знаками «{CLOSERS[told[:2]]}» в том же абзаце и той же ячейке",
            )
            return None
        if len(told) > TAG:
            self._register.fault(blank, f"длиннее {TAG} знаков", "перенесите текст из метки в шаблон")
            return None
        try:
            shape = take_apart(told)
        except ValueError as error:
            self._register.fault(
                blank, f"кавычка {error} без пары", 'возьмите слово в прямые кавычки: "приказ"'
            )
            return None
        if nesting(shape.body) > BRACKETS:
            self._register.fault(blank, f"скобки вложены глубже {BRACKETS}", "упростите выражение")
            return None
        if shape.word in {"raw", "endraw"}:
            self._raw = blank if shape.word == "raw" else None
            return None
        return shape

    def _unescape(self, text: str, place: str) -> str:
        """Turn docxtpl's ``{_{`` and the like into plain braces that are no tags."""
        for written, meant in _LITERALS.items():
            while written in text:
                tag = Tag(text=written, place=place, code=literal_code(meant))
                text = text.replace(written, self._register.token(tag), 1)
        return text


def _pieces(paragraph: etree._Element, name: str) -> Iterator[_Piece]:
    """Give the texts of a paragraph, but not of text boxes in it, and signs that stand for a space."""
    at = 0
    for element in _inside(paragraph):
        if element.tag == name:
            element.text = RESERVED.sub("", element.text or "")
            text = element.text
        elif name == _TEXT and element.tag in _SIGNS:
            text = _SIGNS[element.tag]
        else:
            continue
        yield _Piece(element, text, at)
        at += len(text)


def _inside(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag != _BOX:
            yield child
            yield from _inside(child)


def _cut(pieces: list[_Piece], span: Span, token: str) -> None:
    """Put a token in place of a tag, into the run where the tag begins."""
    for piece in pieces:
        first, last = max(span.start, piece.start), min(span.end, piece.end)
        if first < last:
            kept = token if piece.start <= span.start else ""
            piece.text = piece.text[: first - piece.start] + kept + piece.text[last - piece.start :]
            piece.changed = True
            # lengths of what lies before stay as they were: tags are cut from the end of the paragraph on


def _spot(element: etree._Element, paragraph: etree._Element) -> RunProperties:
    run = element.getparent()
    found = None if run is None else run.find(w("rPr"))
    return RunProperties(
        kind="text",
        run="" if found is None else serialize(found),
        paragraph=_paragraph_properties(paragraph),
    )


def _paragraph_properties(paragraph: etree._Element) -> str:
    found = paragraph.find(w("pPr"))
    if found is None:
        return ""
    section = found.find(w("sectPr"))
    text = serialize(found)
    return text if section is None else text.replace(serialize(section), "")


def prune(element: etree._Element) -> None:
    """Take an empty text out, and its run if nothing is left in it."""
    run = element.getparent()
    remove(element)
    if run is not None and run.tag == w("r") and all(child.tag == w("rPr") for child in run):
        remove(run)


def _told(tag: str) -> str:
    """A tag as it stands in messages: the beginning of a long one."""
    return tag if len(tag) <= _LONGEST_TOLD else f"{tag[:_LONGEST_TOLD]}…"


def _shorten(told: str) -> str:
    """Cut the text after an unclosed tag, at its half of a closing if there is one."""
    end = next((at for at, sign in enumerate(told) if sign == "}" or (sign == "%" and at > 1)), 30)
    return told[: end + 1].strip()

"""Reading the tags of a part: paragraph by paragraph, whole even where Word has cut them into runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import define, frozen
from lxml import etree

from prikaz.docx.compilation.limits import MAX_BRACKET_DEPTH, MAX_TAG_LENGTH, TAG_TOO_COMPLEX
from prikaz.docx.compilation.locations import Locations
from prikaz.docx.compilation.source import PrintTarget, Tag, TagShape
from prikaz.docx.compilation.tags import CLOSERS, TagSpan, find_tags, nesting, take_apart
from prikaz.docx.compilation.tokens import RESERVED, TokenRegister, literal_code, shape_code
from prikaz.docx.wml.elements import remove, serialize
from prikaz.docx.wml.names import XML_SPACE, w
from prikaz.findings import FindingKind, Severity

TAG_UNCLOSED: Final = FindingKind("tag-unclosed", "Метка открыта и не закрыта", Severity.ERROR)
TAG_UNOPENED: Final = FindingKind("tag-unopened", "Метка закрывается, но не открыта", Severity.ERROR)
QUOTE_UNPAIRED: Final = FindingKind("quote-unpaired", "Кавычка в метке без пары", Severity.ERROR)
BLOCK_UNCLOSED: Final = FindingKind("block-unclosed", "Блок открыт и не закрыт своей меткой", Severity.ERROR)
TAG_MISPLACED: Final = FindingKind("tag-misplaced", "Метка стоит не в том месте документа", Severity.ERROR)

_LITERALS: Final = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
_SIGNS: Final = {w("tab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_MODES: Final = {"r": "runs", "p": "blocks", "tr": "plain_text", "tc": "plain_text"}
#: Characters of a tag that a message quotes.
_MAX_QUOTED: Final = 200
_BOX: Final = w("txbxContent")
_TEXT: Final = w("t")
_FIELD: Final = w("instrText")


@frozen
class PlacedTag:
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
    """Reads the tags of a part and leaves tokens in its tree."""

    def __init__(self, root: etree._Element, register: TokenRegister) -> None:
        self._root = root
        self._register = register
        self._locations = Locations(root)
        self._raw: Tag | None = None
        self._tags: list[PlacedTag] = []

    def read(self) -> tuple[PlacedTag, ...]:
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
            hint = "допишите «{% endraw %}»"
            self._register.fault(self._raw, BLOCK_UNCLOSED, "не закрыта меткой «endraw»", hint)
        return tuple(self._tags)

    def _read_paragraph(self, paragraph: etree._Element, name: str) -> None:
        pieces = list(_pieces(paragraph, name))
        text = "".join(piece.text for piece in pieces)
        if not ("{" in text or "}" in text):
            return
        place = self._locations.of(paragraph)
        cuts: list[tuple[TagSpan, str]] = []
        for span in find_tags(text):
            piece = next(piece for piece in pieces if piece.start <= span.start < piece.end)
            target = _target(piece.element, paragraph) if name == _TEXT else PrintTarget()
            cuts.append((span, self._token(text, span, place, target, piece.element)))
        for span, token in reversed(cuts):
            _cut(pieces, span, token)
        for piece in pieces:
            self._write_back(piece, place)

    def _write_back(self, piece: _Piece, place: str) -> None:
        """Write a piece of text into its element; a run that is empty now goes."""
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
        """Read the tags of an attribute, or of a text outside runs."""
        if not any(opener in text for opener in CLOSERS):
            return text
        paragraph = next(element.iterancestors(w("p")), None)
        place = "" if paragraph is None else self._locations.of(paragraph)
        result, at = "", 0
        for span in find_tags(text):
            result += text[at : span.start] + self._token(text, span, place, PrintTarget(), element)
            at = span.end
        return result + text[at:]

    def _token(
        self, text: str, span: TagSpan, place: str, target: PrintTarget, element: etree._Element
    ) -> str:
        written = text[span.start : span.end].strip()
        shape = self._shape(written, span, place)
        if shape is None:
            return ""
        tag = Tag(text=_quoted(written), place=place)
        if self._raw:
            return self._register.token(tag._replace(code=literal_code(written)))
        target = target._replace(mode=_MODES.get(shape.replaces, target.mode))
        tag = tag._replace(code=shape_code(shape), shape=shape, target=target)
        token = self._register.token(tag)
        self._tags.append(PlacedTag(tag, token, element, shape))
        return token

    def _shape(self, written: str, span: TagSpan, place: str) -> TagShape | None:
        """Take a tag apart; None if it is broken or only switches raw text on or off."""
        self._register.places.setdefault(place)
        self._register.counter.add(written)
        tag = Tag(text=_quoted(written), place=place)
        shape = self._checked_shape(tag, written) if self._is_closed(tag, written, span) else None
        if shape and shape.word in {"raw", "endraw"}:
            self._raw = tag if shape.word == "raw" else None
            return None
        return shape

    def _is_closed(self, tag: Tag, written: str, span: TagSpan) -> bool:
        """Whether a tag is opened and closed; it is a fault if not."""
        if not span.opened:
            hint = "поставьте «{{» или «{%» перед ней"
            self._register.fault(tag, TAG_UNOPENED, "закрывается, но не открыта", hint)
        elif not span.closed:
            hint = f"закройте её знаками «{CLOSERS[written[:2]]}» в том же абзаце и той же ячейке"
            self._register.fault(tag._replace(text=_without_rest(written)), TAG_UNCLOSED, "не закрыта", hint)
        return span.opened and span.closed

    def _checked_shape(self, tag: Tag, written: str) -> TagShape | None:
        """Take a closed tag apart; None, and a fault, if that cannot be done."""
        if len(written) > MAX_TAG_LENGTH:
            hint = "перенесите текст из метки в шаблон"
            self._register.fault(tag, TAG_TOO_COMPLEX, f"длиннее {MAX_TAG_LENGTH} знаков", hint)
            return None
        try:
            shape = take_apart(written)
        except ValueError as error:
            hint = 'возьмите слово в прямые кавычки: "приказ"'
            self._register.fault(tag, QUOTE_UNPAIRED, f"кавычка {error} без пары", hint)
            return None
        if nesting(shape.body) > MAX_BRACKET_DEPTH:
            message = f"скобки вложены глубже {MAX_BRACKET_DEPTH}"
            self._register.fault(tag, TAG_TOO_COMPLEX, message, "упростите выражение")
            return None
        return shape

    def _unescape(self, text: str, place: str) -> str:
        """Turn docxtpl's ``{_{`` and the like into plain braces."""
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


def _cut(pieces: list[_Piece], span: TagSpan, token: str) -> None:
    """Put a token in place of a tag, into the run where the tag begins."""
    for piece in pieces:
        first, last = max(span.start, piece.start), min(span.end, piece.end)
        if first < last:
            instead = token if piece.start <= span.start else ""
            piece.text = piece.text[: first - piece.start] + instead + piece.text[last - piece.start :]
            piece.changed = True
            # lengths of what lies before stay as they were: tags are cut from the end of the paragraph on


def _target(element: etree._Element, paragraph: etree._Element) -> PrintTarget:
    run = element.getparent()
    found = None if run is None else run.find(w("rPr"))
    return PrintTarget(
        mode="text",
        run_properties="" if found is None else serialize(found),
        paragraph_properties=_paragraph_properties(paragraph),
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


def _quoted(tag: str) -> str:
    """A tag as messages quote it: the beginning of a long one."""
    return tag if len(tag) <= _MAX_QUOTED else f"{tag[:_MAX_QUOTED]}…"


def _without_rest(tag: str) -> str:
    """Cut the text after an unclosed tag, at its half of a closing if there is one."""
    end = next((at for at, sign in enumerate(tag) if sign == "}" or (sign == "%" and at > 1)), 30)
    return tag[: end + 1].strip()

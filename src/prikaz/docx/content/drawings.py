"""What drawings show: pictures, text boxes, and objects without text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.elements import OtherObject, Picture
from prikaz.docx.content.names import ALTERNATIVES, BOX, RELATION, chosen, twips
from prikaz.docx.content.parts import Parts
from prikaz.docx.wml.names import WP, R, w

if TYPE_CHECKING:
    from lxml import etree

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML: Final = "{urn:schemas-microsoft-com:vml}"
_BLIP: Final = f"{_A}blip"
_EMBED: Final = f"{{{R}}}embed"
_DATA: Final = f"{{{R}}}dm"
_LINK: Final = f"{{{R}}}link"
_IMAGE_DATA: Final = f"{_VML}imagedata"
_TEXT_PATH: Final = f"{_VML}textpath"
_SHAPES: Final = frozenset(
    f"{_VML}{name}" for name in ("shape", "rect", "line", "oval", "roundrect", "group")
)
_GRAPHIC: Final = f"{_A}graphicData"
_OBJECT: Final = w("object")
_EMU: Final = 36_000
#: Figures of the longest side of a drawing.
_FIGURES: Final = 11
_MM: Final = 25.4 / 1440
_OTHER: Final = {"chart": "диаграмма", "chartex": "диаграмма", "diagram": "схема"}


class Drawing:
    """What one drawing shows.

    Attributes:
        boxes: Its text boxes (w:txbxContent), in the order of the file.
        objects: Pictures and objects without text.
        words: Words that are drawn and not typed: WordArt, a watermark, a scheme.
    """

    def __init__(self, element: etree._Element, part: str, parts: Parts) -> None:
        self.boxes: list[etree._Element] = []
        self.objects: list[Picture | OtherObject] = []
        self.words: list[str] = []
        self._part, self._parts = part, parts
        self._size, self._description = _frame(element)
        self._kind = ""
        for item in _shown(element):
            self._take(item)
        if element.tag == _OBJECT:
            self.objects[:] = [OtherObject(kind="внедрённый объект")]
        elif self._kind:
            self.objects.append(OtherObject(kind=self._kind))
        elif not self.objects and not self.boxes:
            self.objects.append(OtherObject(kind="фигура"))

    def _take(self, item: etree._Element) -> None:
        name = item.tag
        if name == BOX:
            self.boxes.append(item)
        elif name == _BLIP:
            self._add_picture(item.get(_EMBED) or item.get(_LINK) or "")
        elif name == _IMAGE_DATA:
            self._add_picture(item.get(RELATION) or item.get(_EMBED) or "")
        elif name == _TEXT_PATH:
            self.words.append(item.get("string") or "")
        elif name == _GRAPHIC:
            self._kind = _OTHER.get((item.get("uri") or "").rpartition("/")[2], "")
            self._add_words(item)
        elif name in _SHAPES:
            self._size, self._description = _vml_frame(item, self._description)

    def _add_words(self, graphic: etree._Element) -> None:
        """Words of a chart or a scheme, which stand in a part of their own."""
        for item in graphic if self._kind else ():
            relation = item.get(_DATA) or item.get(RELATION) or ""
            found = self._parts.relations(self._part).get(relation)
            if found is not None and not found.external:
                self.words.append(self._parts.drawn_words(found.target))

    def _add_picture(self, relation: str) -> None:
        found = self._parts.relations(self._part).get(relation)
        name = "" if found is None or found.external else found.target
        width, height = self._size
        data = self._parts.data(name) if name else b""
        picture = Picture(data=data, part=name, width=width, height=height, description=self._description)
        self.objects.append(picture)


def _shown(element: etree._Element) -> Iterator[etree._Element]:
    """Elements of a drawing that are shown, without what stands in its boxes."""
    waiting = [element]
    while waiting:
        item = waiting.pop()
        if item.tag == ALTERNATIVES:
            only = chosen(item)
            waiting += [] if only is None else [only]
            continue
        yield item
        if item.tag != BOX:
            waiting += reversed(item)


def _frame(element: etree._Element) -> tuple[tuple[float, float], str]:
    """Size in millimetres and description of a DrawingML drawing."""
    extent = next(element.iter(f"{{{WP}}}extent"), None)
    named = next(element.iter(f"{{{WP}}}docPr"), None)
    description = "" if named is None else named.get("descr") or named.get("title") or ""
    if extent is None:
        return (0.0, 0.0), description
    return (_emu(extent.get("cx")), _emu(extent.get("cy"))), description


def _emu(text: str | None) -> float:
    figures = text or ""
    is_length = figures.isascii() and figures.isdigit() and len(figures) <= _FIGURES
    return int(figures) / _EMU if is_length else 0.0


def _vml_frame(shape: etree._Element, description: str) -> tuple[tuple[float, float], str]:
    """Size in millimetres and description of a VML shape, from its style."""
    style = shape.get("style") or ""
    rules = dict(rule.partition(":")[::2] for rule in style.split(";") if ":" in rule)
    size = [(twips(rules.get(name, "").strip()) or 0) * _MM for name in ("width", "height")]
    return (max(size[0], 0.0), max(size[1], 0.0)), shape.get("alt") or description

"""Typeface, size of the text and margins of a template, changed as the profile of an office asks."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from lxml import etree

from prikaz.docx.wml.elements import drop_attribute
from prikaz.docx.wml.names import DECLARATION, w
from prikaz.docx.wml.package import Package, PackageSource
from prikaz.docx.wml.units import Mm
from prikaz.opc.xml import parse

_FACES: Final = ("ascii", "hAnsi", "cs", "eastAsia")
_THEMES: Final = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")
_PARTS: Final = ("styles+xml", "numbering+xml", "document.main+xml", "header+xml", "footer+xml", "theme+xml")
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def restyled(  # noqa: PLR0913  (one argument for each rule of layout)
    template: PackageSource,
    *,
    font: str | None = None,
    size: float | None = None,
    left: float | None = None,
    right: float | None = None,
    top: float | None = None,
    bottom: float | None = None,
) -> bytes:
    """Change typeface, size of the text and margins of a template; what is none stays.

    Args:
        template: The .docx.
        font: Typeface of all text, "PT Astra Serif"; symbols of lists keep theirs.
        size: Size of the ordinary text in points. Texts of that size change; larger and smaller ones stay.
        left: Left margin of all sections in millimetres.
        right: Right margin; right tabs at the border of the text go with it.
        top: Upper margin.
        bottom: Lower margin.

    Raises:
        PackageError: The file is not a .docx that can be trusted.
    """
    package = Package.open(template)
    roots = {name: parse(package.read(name), name) for ending in _PARTS for name in package.of_type(ending)}
    old = _text_size(roots)
    for root in roots.values():
        if font:
            _change_font(root, font)
        if size and old:
            _change_size(root, old, str(round(size * 2)))
    _change_margins(roots.values(), {"left": left, "right": right, "top": top, "bottom": bottom})
    return package.with_parts({name: _bytes(root) for name, root in roots.items()}).to_bytes()


def _bytes(root: etree._Element) -> bytes:
    return DECLARATION.encode() + etree.tostring(root, encoding="utf-8")


def _text_size(roots: dict[str, etree._Element]) -> str:
    """Find the size of ordinary text, in half-points: of the default style or else of the defaults."""
    paths = (
        "w:style[@w:type='paragraph'][@w:default='1']/w:rPr/w:sz",
        "w:docDefaults/w:rPrDefault/w:rPr/w:sz",
    )
    for path in paths:
        for root in roots.values():
            for found in root.iterfind(path, {"w": w("")[1:-1]}):
                return found.get(w("val"), "")
    return ""


def _change_font(root: etree._Element, font: str) -> None:
    for fonts in root.iter(w("rFonts")):
        if re.search(r"Symbol|Wingdings|Courier", fonts.get(w("ascii"), "")):
            continue
        for theme in _THEMES:
            drop_attribute(fonts, w(theme))
        for face in _FACES:
            fonts.set(w(face), font)
    for latin in root.iter(f"{_A}latin"):
        if latin.get("typeface"):
            latin.set("typeface", font)


def _change_size(root: etree._Element, old: str, new: str) -> None:
    for name in ("sz", "szCs"):
        for size in root.iter(w(name)):
            if size.get(w("val")) == old:
                size.set(w("val"), new)


def _change_margins(roots: Collection[etree._Element], margins: Mapping[str, float | None]) -> None:
    """Set the margins of all sections; tabs that stood at the right border go with it."""
    moved: dict[int, int] = {}
    for root in roots:
        for section in root.iter(w("sectPr")):
            before = _text_width(section)
            page = section.find(w("pgMar"))
            for side, value in margins.items():
                if page is not None and value is not None:
                    page.set(w(side), str(Mm(value).twips))
            moved[before] = _text_width(section)
    for root in roots:
        for tab in root.iter(w("tab")):
            place = tab.get(w("pos"), "")
            if tab.get(w("val")) == "right" and place.isdigit() and int(place) in moved:
                tab.set(w("pos"), str(moved[int(place)]))


def _text_width(section: etree._Element) -> int:
    """Width between the margins of a section, in twentieths of a point; 0 when it is unknown."""
    sheet, page = section.find(w("pgSz")), section.find(w("pgMar"))
    if sheet is None or page is None:
        return 0
    return int(sheet.get(w("w"), "0")) - int(page.get(w("left"), "0")) - int(page.get(w("right"), "0"))

"""Names and values in the XML of Word, as one who reads it needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from prikaz.docx.wml.names import R, w

if TYPE_CHECKING:
    from lxml import etree

VAL: Final = w("val")
PARAGRAPH: Final = w("p")
RUN: Final = w("r")
TABLE: Final = w("tbl")
ROW: Final = w("tr")
CELL: Final = w("tc")
TEXT: Final = w("t")
DELETED_TEXT: Final = w("delText")
SECTION: Final = w("sectPr")
RUN_PROPERTIES: Final = w("rPr")
PARAGRAPH_PROPERTIES: Final = w("pPr")
AUTHOR: Final = w("author")
BOX: Final = w("txbxContent")
RELATION: Final = f"{{{R}}}id"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES: Final = f"{_MC}AlternateContent"
CHOICE: Final = f"{_MC}Choice"
FALLBACK: Final = f"{_MC}Fallback"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MATH: Final = f"{_MATH}oMath"
MATH_TEXT: Final = f"{_MATH}t"
#: What stands among runs, blocks, rows or cells and holds no text of the page.
_PROPERTIES: Final = (
    *("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "tblPr", "tblPrEx", "tblGrid", "trPr"),
    *(
        "tcPr",
        "sectPr",
        "rubyPr",
        "rt",
        "instrText",
        "delInstrText",
        "fldData",
        "bookmarkStart",
        "bookmarkEnd",
    ),
    *("proofErr", "lastRenderedPageBreak"),
)
PROPERTIES: Final = frozenset(map(w, _PROPERTIES))
_OFF: Final = frozenset({"0", "false", "off"})
_UNITS: Final = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_LONGEST: Final = 1_000_000
#: Signs of the longest number that Word reads.
_FIGURES: Final = 10


def is_on(value: str | None) -> bool:
    """Whether a property that is there is switched on.

    >>> is_on(None), is_on("0"), is_on("true")
    (True, False, True)
    """
    return value not in _OFF


def count(text: str | None, default: int | None = None) -> int | None:
    """The whole number that an attribute holds; ``default`` when it holds none that Word would read.

    >>> count("12"), count("-3"), count("много"), count("9" * 50)
    (12, -3, None, None)
    """
    if text is None or len(text) > _FIGURES:
        return default
    try:
        return int(text)
    except ValueError:
        return default


def twips(text: str | None) -> int | None:
    """A length in twentieths of a point, from these or from another unit; None when there is none.

    >>> twips("709"), twips("1.25cm"), twips("-12pt"), twips("auto"), twips("1e9")
    (709, 709, -240, None, None)
    """
    if not text or len(text) > 2 * _FIGURES:
        return None
    factor = _UNITS.get(text[-2:], 1.0)
    figures = text if factor == 1.0 else text[:-2]
    if not figures.strip("-").replace(".", "", 1).isdecimal():
        return None
    return max(-_LONGEST, min(_LONGEST, round(float(figures) * factor)))


def child_value(element: etree._Element | None, name: str) -> str | None:
    """``w:val`` of the first child of this name; None when there is no such child or value."""
    found = None if element is None else element.find(name)
    return None if found is None else found.get(VAL)


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """The one of several alternatives that Word would show: the first it knows, or else the last resort."""
    fallback = None
    for child in alternatives:
        if child.tag == CHOICE and (_is_known(child) or fallback is None):
            if _is_known(child):
                return child
            fallback = child
        elif child.tag == FALLBACK:
            return child
    return fallback


def _is_known(choice: etree._Element) -> bool:
    names = (choice.get("Requires") or "").split()
    spaces = [choice.nsmap.get(name) or "" for name in names]
    return all("microsoft.com/office/" in space or "openxmlformats.org/" in space for space in spaces)

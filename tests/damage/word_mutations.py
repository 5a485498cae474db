"""Ways to damage a document of Word: elements elsewhere, again and again, in each other, with wild values."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Final, TypeAlias

from lxml import etree

from prikaz.docx.wml.names import w
from tests.damage.mutations import ARCHIVES, of_parts

#: Changes a tree; gives what stands where it left a mark.
_Change: TypeAlias = Callable[[etree._Element, Random], bytes | None]
#: What a value of Word may be in the file of an enemy, or of a careless program.
_VALUES: Final = (
    *("", "-1", "0", "1", "8", "9", "99", "1000000", "2147483648", "-99999999999", "9" * 400, "1.5", "1e400"),
    *(
        "auto",
        "nil",
        "none",
        "single",
        "restart",
        "continue",
        "begin",
        "separate",
        "end",
        "preserve",
        "default",
    ),
    *("bullet", "upperRoman", "russianLower", "custom", "%1.%2.%3.%4.%5.%6.%7.%8.%9", "%9" * 3_000, "center"),
    *("rId1", "header1", "true", "off", "12cm", "cm", "\u202e", "ЪЪЪ", "D800", "FFFF", "А" * 100_000),
)
#: Elements that stand in each other, from the outer one in.
_NESTS: Final = (
    ("tbl", "tr", "tc"),
    ("sdt", "sdtContent"),
    ("p",),
    ("r",),
    ("smartTag",),
    ("ins",),
    ("del",),
    ("hyperlink",),
    ("pict", "txbxContent"),
    ("p", "r", "pict", "txbxContent"),
    ("tbl",),
    ("pPr", "rPr"),
)
_NAMES: Final = (
    *(
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "sdt",
        "sdtContent",
        "smartTag",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "br",
    ),
    *(
        "pPr",
        "rPr",
        "tcPr",
        "trPr",
        "tblPr",
        "sectPr",
        "numPr",
        "fldChar",
        "instrText",
        "txbxContent",
        "drawing",
    ),
    *("pict", "object", "footnoteReference", "commentReference", "style", "num", "lvl", "abstractNum", "zzz"),
)
_DEPTHS: Final = (2, 8, 30, 80, 300, 20_000)
_COPIES: Final = (2, 20, 2_000)
_LARGEST: Final = 20_000_000
_PLACE: Final = "zzzplace"


def _in_tree(change: _Change) -> Callable[[dict[str, bytes], Random], None]:
    """A change of the tree of one part; what it gives stands in place of an element that it left there."""

    def mutation(parts: dict[str, bytes], random: Random) -> None:
        name = random.choice([name for name in parts if name.startswith("word/")] or list(parts))
        if random.random() < 0.6 and "word/document.xml" in parts:
            name = "word/document.xml"
        try:
            root = etree.fromstring(parts[name])
        except etree.XMLSyntaxError:
            return
        piece = change(root, random)
        written = etree.tostring(root)
        parts[name] = written if piece is None else written.replace(f"<{_PLACE}/>".encode(), piece, 1)

    return mutation


def _any(root: etree._Element, random: Random) -> etree._Element:
    return random.choice(list(root.iter("*")))


def _taken(root: etree._Element, random: Random) -> bytes | None:
    """An element as text; a mark stands in its place."""
    element = _any(root, random)
    parent = element.getparent()
    if parent is None:
        return None
    element.tail = None
    parent.replace(element, root.makeelement(_PLACE))
    return etree.tostring(element)


def _nested(root: etree._Element, random: Random) -> bytes | None:
    """An element stands in others, ever deeper."""
    piece = _taken(root, random)
    names, depth = random.choice(_NESTS), random.choice(_DEPTHS)
    before = "".join(f"<w:{name}>" for name in names).encode()
    after = "".join(f"</w:{name}>" for name in reversed(names)).encode()
    if piece is None:
        return None
    declared = f'<w:customXml xmlns:w="{w("")[1:-1]}">'.encode()
    return declared + before * depth + piece + after * depth + b"</w:customXml>"


def _repeated(root: etree._Element, random: Random) -> bytes | None:
    """An element stands there many times."""
    piece = _taken(root, random)
    return piece and piece * min(random.choice(_COPIES), max(1, _LARGEST // len(piece)))


def _renamed(root: etree._Element, random: Random) -> None:
    """Elements are others than they were."""
    for _ in range(random.choice((1, 1, 5, 40))):
        _any(root, random).tag = w(random.choice(_NAMES))


def _revalued(root: etree._Element, random: Random) -> None:
    """A value is wild, in one place or wherever the attribute stands."""
    held = [element for element in root.iter("*") if element.attrib]
    if not held:
        return
    chosen = random.choice(held)
    name, value = random.choice(list(chosen.attrib)), random.choice(_VALUES)
    same = [element for element in held if element.tag == chosen.tag and name in element.attrib]
    for element in random.choice(([chosen], same)):
        element.set(name, value)


def _added(root: etree._Element, random: Random) -> None:
    """A property stands where it does not belong, with a wild value."""
    made = root.makeelement(w(random.choice(_NAMES)))
    made.set(
        w(random.choice(("val", "id", "author", "fldCharType", "type", "left", "w"))), random.choice(_VALUES)
    )
    element = _any(root, random)
    element.insert(random.randrange(len(element) + 1), made)


def _moved(root: etree._Element, random: Random) -> None:
    """An element stands in another place too."""
    copy, place = deepcopy(_any(root, random)), _any(root, random)
    place.insert(random.randrange(len(place) + 1), copy)


_TREES: Final = (_nested, _repeated, _renamed, _revalued, _added, _moved)
DOCUMENTS: Final = (*ARCHIVES, *(of_parts(_in_tree(change)) for change in _TREES for _ in range(3)))

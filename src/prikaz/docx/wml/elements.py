"""XML of Word as trees: children in the order of the schema."""

from __future__ import annotations

from typing import Final

from lxml import etree

from prikaz.docx.wml.names import w

_PARAGRAPH: Final = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_CELL: Final = (
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
    "headers cellIns cellDel cellMerge tcPrChange"
)
#: Order of the properties of a paragraph and of a cell (ISO/IEC 29500-1, annex A, CT_PPr and CT_TcPr).
_ORDER: Final = {"pPr": _PARAGRAPH.split(), "tcPr": _CELL.split()}


def serialize(element: etree._Element) -> str:
    """Write an element as text; declarations of names that the whole part knows are left out.

    The text after the element is not part of it.
    """
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    root = element.getroottree().getroot()
    if element is root:
        return text
    head, mark, rest = text.partition(">")
    for prefix, uri in root.nsmap.items():
        named = f"xmlns:{prefix}" if prefix else "xmlns"
        head = head.replace(f' {named}="{uri}"', "")
    return head + mark + rest


def properties(element: etree._Element) -> etree._Element:
    """Find the properties of a paragraph or cell (``w:pPr``, ``w:tcPr``), making them if there are none."""
    name = f"{etree.QName(element).localname}Pr"
    found = element.find(w(name))
    if found is None:
        found = element.makeelement(w(name))
        element.insert(0, found)
    return found


def put_property(owner: etree._Element, name: str) -> etree._Element:
    """Make the property ``name`` of ``owner`` (``w:pPr`` or ``w:tcPr``) anew, where the schema wants it."""
    order = _ORDER[etree.QName(owner).localname]
    for old in owner.findall(w(name)):
        remove(old)
    later = {w(other) for other in order[order.index(name) + 1 :]}
    made = owner.makeelement(w(name))
    place = next((index for index, child in enumerate(owner) if child.tag in later), len(owner))
    owner.insert(place, made)
    return made


def drop_attribute(element: etree._Element, name: str) -> None:
    """Take an attribute out, if it is there."""
    if name in element.attrib:
        del element.attrib[name]


def remove(element: etree._Element) -> None:
    """Take an element out, leaving the text after it where it was."""
    replace_with_text(element, "")


def replace_with_text(element: etree._Element, text: str) -> None:
    """Put ``text`` in place of an element."""
    parent, text = element.getparent(), text + (element.tail or "")
    if parent is None:
        return
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Take an element out, leaving what it holds."""
    for child in list(element):
        element.addprevious(child)
    remove(element)


def surround(element: etree._Element, before: str, after: str) -> None:
    """Put text before and after an element."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + before
    elif parent is not None:
        parent.text = (parent.text or "") + before
    element.tail = after + (element.tail or "")

"""Cells, headers and notes that must hold a paragraph, whatever the tags in them leave."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from prikaz.docx.markup import w
from prikaz.docx.register import TOKEN, Register, statement_code
from prikaz.docx.source import Tag

#: What may not be empty and ends with a paragraph (ISO/IEC 29500-1, 17.4.65 and others).
_HOLDERS: Final = frozenset(map(w, ("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")))


def holders_of(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """Find what holds the given elements; asked before any of them gives way."""
    found = (
        next((outer for outer in each.iterancestors() if outer.tag in _HOLDERS), None) for each in elements
    )
    return list(dict.fromkeys(holder for holder in found if holder is not None))


def keep_paragraph(holder: etree._Element, register: Register) -> None:
    """Have a paragraph printed at the end of a holder if the tags in it leave none."""
    children = [child for child in holder if child.tag != w("tcPr")]
    if children and children[-1].tag == w("p") and not TOKEN.search(children[-1].tail or ""):
        return
    begin = register.token(Tag(text="", code=statement_code("filter _held")))
    end = register.token(Tag(text="", code=statement_code("endfilter")))
    properties = holder.find(w("tcPr"))
    if properties is None:
        holder.text = begin + (holder.text or "")
    else:
        properties.tail = begin + (properties.tail or "")
    if len(holder):
        holder[-1].tail = (holder[-1].tail or "") + end
    else:
        holder.text = (holder.text or "") + end

"""Cells, headers and notes that must hold a paragraph, whatever the tags in them leave."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from prikaz.docx.compilation.source import Tag
from prikaz.docx.compilation.tokens import TOKEN, TokenRegister, statement_code
from prikaz.docx.wml.names import w

#: What may not be empty and ends with a paragraph (ISO/IEC 29500-1, 17.4.65 and others).
_HOLDERS: Final = frozenset(map(w, ("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")))


def holders_of(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """Find what holds the given elements; asked before any of them gives way."""
    found = (
        next((outer for outer in each.iterancestors() if outer.tag in _HOLDERS), None) for each in elements
    )
    return list(dict.fromkeys(holder for holder in found if holder is not None))


def keep_paragraph(holder: etree._Element, register: TokenRegister) -> None:
    """Have a paragraph printed at the end of a holder if the tags in it leave none."""
    children = [child for child in holder if child.tag != w("tcPr")]
    if children and children[-1].tag == w("p") and not TOKEN.search(children[-1].tail or ""):
        return
    loop = _only_loop(holder, register)
    if loop is not None:
        _print_otherwise(loop, register)
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


def _only_loop(holder: etree._Element, register: TokenRegister) -> etree._Element | None:
    """The paragraph that a loop prints, when a holder has that loop and nothing else."""
    children = [child for child in holder if child.tag != w("tcPr")]
    if len(children) != 1 or children[0].tag != w("p"):
        return None
    properties = holder.find(w("tcPr"))
    before = holder.text if properties is None else properties.tail
    words = [_word(text, register) for text in (before, children[0].tail)]
    return children[0] if words == ["for", "endfor"] else None


def _word(text: str | None, register: TokenRegister) -> str:
    """First word of a tag that stands alone between two elements; "" for anything else."""
    found = TOKEN.fullmatch((text or "").strip())
    shape = register.tags[int(found[1])].shape if found else None
    return shape.word if shape else ""


def _print_otherwise(paragraph: etree._Element, register: TokenRegister) -> None:
    """Have an empty paragraph printed when the loop around ``paragraph`` prints none."""
    empty = paragraph.makeelement(w("p"))
    empty.tail, paragraph.tail = paragraph.tail, register.token(Tag(text="", code=statement_code("else")))
    paragraph.addnext(empty)

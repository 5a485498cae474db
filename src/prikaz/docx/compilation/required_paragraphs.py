"""Containers that need a paragraph, such as cells, headers and notes, whatever the tags in them leave."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from prikaz.docx.compilation.source import Tag
from prikaz.docx.compilation.tokens import TOKEN, TokenRegister, statement_code
from prikaz.docx.wml.names import w

#: What may not be empty and ends with a paragraph (ISO/IEC 29500-1, 17.4.65 and others).
_CONTAINERS: Final = frozenset(map(w, ("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")))


def containers_of(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """Find the containers of the given elements; asked before any of them is replaced."""
    found = (
        next((outer for outer in each.iterancestors() if outer.tag in _CONTAINERS), None) for each in elements
    )
    return list(dict.fromkeys(container for container in found if container is not None))


def require_paragraph(container: etree._Element, register: TokenRegister) -> None:
    """Have a paragraph printed at the end of a container if the tags in it leave none."""
    children = [child for child in container if child.tag != w("tcPr")]
    if children and children[-1].tag == w("p") and not TOKEN.search(children[-1].tail or ""):
        return
    loop = _only_loop(container, register)
    if loop is not None:
        _print_if_empty(loop, register)
        return
    begin = register.token(Tag(text="", code=statement_code("filter _last_paragraph")))
    end = register.token(Tag(text="", code=statement_code("endfilter")))
    properties = container.find(w("tcPr"))
    if properties is None:
        container.text = begin + (container.text or "")
    else:
        properties.tail = begin + (properties.tail or "")
    if len(container):
        container[-1].tail = (container[-1].tail or "") + end
    else:
        container.text = (container.text or "") + end


def _only_loop(container: etree._Element, register: TokenRegister) -> etree._Element | None:
    """The paragraph that a loop prints, when a container has that loop and nothing else."""
    children = [child for child in container if child.tag != w("tcPr")]
    if len(children) != 1 or children[0].tag != w("p"):
        return None
    properties = container.find(w("tcPr"))
    before = container.text if properties is None else properties.tail
    words = [_word(text, register) for text in (before, children[0].tail)]
    return children[0] if words == ["for", "endfor"] else None


def _word(text: str | None, register: TokenRegister) -> str:
    """First word of a tag that stands alone between two elements; "" for anything else."""
    found = TOKEN.fullmatch((text or "").strip())
    shape = register.tags[int(found[1])].shape if found else None
    return shape.word if shape else ""


def _print_if_empty(paragraph: etree._Element, register: TokenRegister) -> None:
    """Have an empty paragraph printed when the loop around ``paragraph`` prints none."""
    empty = paragraph.makeelement(w("p"))
    empty.tail, paragraph.tail = paragraph.tail, register.token(Tag(text="", code=statement_code("else")))
    paragraph.addnext(empty)

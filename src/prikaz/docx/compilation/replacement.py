"""Carriers: the paragraph, row, cell or run that gives way to the tag standing in it.

``{%p if … %}`` takes its whole paragraph, ``{%tr for … %}`` its row,
``{%tc … %}`` its cell. What else stood in it would be lost without a word,
so it is refused with an explanation.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from prikaz.docx.compilation.paragraphs import Placed, prune
from prikaz.docx.compilation.tokens import TOKEN, TokenRegister
from prikaz.docx.wml.elements import replace_with_text
from prikaz.docx.wml.names import XML_SPACE, w

_WHERE: Final = {"p": "в том же абзаце", "tr": "в той же строке таблицы", "tc": "в той же ячейке"}
_PRECIOUS: Final = {
    w("sectPr"): "разрыв раздела",
    w("drawing"): "рисунок",
    w("pict"): "рисунок",
    w("object"): "вставленный объект",
    w("fldChar"): "поле",
    w("footnoteReference"): "сноска",
}


def give_way(item: Placed, register: TokenRegister) -> None:
    """Replace the carrier of a tag by its token."""
    carrier = item.shape.carrier
    if carrier == "r":
        _split_run(item)
        return
    element = next(item.element.iterancestors(w(carrier)), None)
    if element is None:
        register.fault(
            item.tag, f"стоит вне таблицы, а «{carrier}» убирает её часть", "уберите буквы после «{%»"
        )
        return
    lost = _lost(element, item.token)
    if lost:
        register.fault(
            item.tag,
            f"{_WHERE[carrier]} стоит {lost}, а «{carrier}» после «{{%» убирает всё, кроме метки",
            "оставьте метку там одну",
        )
        return
    replace_with_text(element, item.token)


def _lost(carrier: etree._Element, token: str) -> str:
    for element in carrier.iter(*_PRECIOUS):
        return _PRECIOUS[element.tag]
    if TOKEN.search("".join(map(str, carrier.itertext())).replace(token, "", 1)):
        return "ещё одна метка"
    text = "".join(element.text or "" for element in carrier.iter(w("t"))).replace(token, "", 1)
    return f"текст «{text.strip()}»" if text.strip() else ""


def _split_run(item: Placed) -> None:
    """Cut the run in two round the token; both halves keep the properties of the run."""
    text = holder(item)
    run = text.getparent()
    if run is None or run.tag != w("r"):
        return
    before, _, after = (text.text or "").partition(item.token)
    second = deepcopy(run)
    index = list(run).index(text)
    for child in list(run)[index + 1 :]:
        run.remove(child)
    for child in list(second)[:index]:
        if child.tag != w("rPr"):
            second.remove(child)
    second.tail = None
    run.addnext(second)
    run.tail, second.tail = item.token, run.tail
    _set(text, before)
    _set(next(second.iter(w("t"))), after)


def holder(item: Placed) -> etree._Element:
    """Find the element whose text holds the token now: an earlier cut may have moved it to the next run."""
    if item.token in (item.element.text or ""):
        return item.element
    paragraph = next(item.element.iterancestors(w("p")), item.element)
    return next((text for text in paragraph.iter(w("t")) if item.token in (text.text or "")), item.element)


def _set(text: etree._Element, value: str) -> None:
    text.text = value
    text.set(XML_SPACE, "preserve")
    if not value:
        prune(text)

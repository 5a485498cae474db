"""Elements that tags replace: the paragraph of ``{%p if … %}``, the row of ``{%tr for … %}``, a cell, a run.

What else stands in such an element would be lost without a word, so it is a fault.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from prikaz.docx.compilation.paragraphs import TAG_MISPLACED, PlacedTag, prune
from prikaz.docx.compilation.tokens import TOKEN, TokenRegister
from prikaz.docx.wml.elements import replace_with_text
from prikaz.docx.wml.names import XML_SPACE, w
from prikaz.findings import FindingKind, Severity

TEXT_BESIDE_TAG: Final = FindingKind(
    "text-beside-tag", "Вместе с меткой исчезло бы то, что стоит рядом с ней", Severity.ERROR
)

_WHERE: Final = {"p": "в том же абзаце", "tr": "в той же строке таблицы", "tc": "в той же ячейке"}
_PRECIOUS: Final = {
    w("sectPr"): "разрыв раздела",
    w("drawing"): "рисунок",
    w("pict"): "рисунок",
    w("object"): "вставленный объект",
    w("fldChar"): "поле",
    w("footnoteReference"): "сноска",
}


def replace_element(item: PlacedTag, register: TokenRegister) -> None:
    """Replace the element that a tag asks for by its token."""
    replaces = item.shape.replaces
    if replaces == "r":
        _split_run(item)
        return
    element = next(item.element.iterancestors(w(replaces)), None)
    if element is None:
        message = f"стоит вне таблицы, а «{replaces}» убирает её часть"
        register.fault(item.tag, TAG_MISPLACED, message, "уберите буквы после «{%»")
        return
    lost = _lost(element, item.token)
    if lost:
        message = f"{_WHERE[replaces]} стоит {lost}, а «{replaces}» после «{{%» убирает всё, кроме метки"
        register.fault(item.tag, TEXT_BESIDE_TAG, message, "оставьте метку там одну")
        return
    replace_with_text(element, item.token)


def _lost(replaced: etree._Element, token: str) -> str:
    """What would be lost with an element besides the token; "" for nothing."""
    for element in replaced.iter(*_PRECIOUS):
        return _PRECIOUS[element.tag]
    if TOKEN.search("".join(map(str, replaced.itertext())).replace(token, "", 1)):
        return "ещё одна метка"
    text = "".join(element.text or "" for element in replaced.iter(w("t"))).replace(token, "", 1)
    return f"текст «{text.strip()}»" if text.strip() else ""


def _split_run(item: PlacedTag) -> None:
    """Cut the run in two around the token; both halves have the properties of the run."""
    text = element_with_token(item)
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


def element_with_token(item: PlacedTag) -> etree._Element:
    """Find the element whose text holds the token now: cutting a run may have moved it to the next one."""
    if item.token in (item.element.text or ""):
        return item.element
    paragraph = next(item.element.iterancestors(w("p")), item.element)
    return next((text for text in paragraph.iter(w("t")) if item.token in (text.text or "")), item.element)


def _set(text: etree._Element, value: str) -> None:
    text.text = value
    text.set(XML_SPACE, "preserve")
    if not value:
        prune(text)

"""Why whole paragraphs cannot come or go where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.elements import OBJECT
from prikaz.docx.content.names import ALTERNATIVES, BOX, MATH, PARAGRAPH_PROPERTIES, RUN, RUN_PROPERTIES
from prikaz.docx.revisions.marking.marks import has_changed_mark
from prikaz.docx.revisions.source.names import (
    COMING,
    COMMENT_REFERENCE,
    CONTROL,
    CONTROL_PROPERTIES,
    CUSTOM_XML,
    FIELD_MARK,
    FIELD_MARK_KIND,
    GOING,
    HYPERLINK,
    INSTRUCTION,
    INSTRUCTION_TEXT,
    RANGES,
    SIMPLE_FIELD,
    SMART_TAG,
)
from prikaz.docx.revisions.source.runs import PLAIN
from prikaz.docx.revisions.source.story import Story, is_mark_gone
from prikaz.docx.revisions.words.changes import UNWRITABLE
from prikaz.docx.revisions.words.obstacles import control_name, controls, of_control
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

JOINED: Final = "абзац слит с соседним записанной правкой"
RESTYLED: Final = "оформление этого или соседнего абзаца изменено записанной правкой"
_MARKED: Final = "вставка или удаление этого абзаца уже записаны: сначала примите или отклоните их"
_OBJECT: Final = "в абзаце стоит сноска, рисунок или другой объект"
_PLAIN_TEXT: Final = w("text")
#: What runs of a paragraph that goes may hold, and what may stand round and between them.
_LEAVES: Final = PLAIN | {FIELD_MARK, INSTRUCTION_TEXT, COMMENT_REFERENCE}
_BETWEEN: Final = (
    COMING
    | RANGES
    | {HYPERLINK, SMART_TAG, CUSTOM_XML, RUN, PARAGRAPH_PROPERTIES, RUN_PROPERTIES}
    | frozenset(map(w, ("bdo", "dir", "proofErr", "smartTagPr", "customXmlPr")))
    | frozenset(w(f"{name}Range{end}") for name in ("moveFrom", "moveTo") for end in ("Start", "End"))
)


def of_text(text: str) -> str:
    """Why words cannot be written; "" when they can."""
    if UNWRITABLE.search(text):
        return "в новом тексте есть знак, которого в Word быть не может"
    return "новый текст просит сноску или рисунок" if OBJECT in text else ""


def of_new_neighbour(paragraph: etree._Element) -> str:
    """Why no paragraph can come behind one; "" when it can."""
    if is_mark_gone(paragraph):
        return JOINED
    for properties in controls(paragraph):
        if properties.find(_PLAIN_TEXT) is not None:
            return f"в элементе управления «{control_name(properties)}» только один абзац"
    return of_controls(paragraph)


def of_going(story: Story, paragraph: etree._Element) -> str:
    """Why a paragraph cannot go whole; "" when it can."""
    if story.is_joined(paragraph):
        return JOINED
    if has_changed_mark(paragraph):
        return _MARKED
    return of_controls(paragraph) or of_words(paragraph)


def of_controls(element: etree._Element) -> str:
    """Why the controls round an element do not let it change; "" when they do."""
    return next(filter(None, map(of_control, controls(element))), "")


def of_words(paragraph: etree._Element) -> str:
    """Why what a paragraph holds cannot all go; "" when it can."""
    depth = 0
    for item in _held(paragraph):
        name = item.tag
        if name == CONTROL:
            properties = item.find(CONTROL_PROPERTIES)
            named = "" if properties is None else control_name(properties)
            return f"в абзаце стоит элемент управления «{named}»"
        if name == SIMPLE_FIELD:
            return f"в абзаце стоит поле «{(item.get(INSTRUCTION) or '').strip()}»"
        if name == MATH:
            return "в абзаце стоит формула"
        if name == FIELD_MARK:
            depth += {"begin": 1, "end": -1}.get(item.get(FIELD_MARK_KIND) or "", 0)
            if depth < 0:
                break
        elif name not in _BETWEEN and name not in _LEAVES:
            return _OBJECT
    return "в абзаце начинается или кончается поле, которое стоит и в других абзацах" if depth else ""


def _held(paragraph: etree._Element) -> Iterator[etree._Element]:
    """What a paragraph holds, down to what runs hold; what was deleted before is left out."""
    waiting = list(reversed(paragraph))
    while waiting:
        item = waiting.pop()
        if item.tag in GOING or not isinstance(item.tag, str):
            continue
        yield item
        if item.tag in _GONE_INTO:
            waiting += reversed(item)


_GONE_INTO: Final = (_BETWEEN - {PARAGRAPH_PROPERTIES, RUN_PROPERTIES}) | {ALTERNATIVES, BOX}

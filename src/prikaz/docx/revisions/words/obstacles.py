"""Why words of a Word file cannot be changed where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.elements import OBJECT
from prikaz.docx.content.names import PARAGRAPH, TEXT, VAL, child_value, is_on
from prikaz.docx.revisions.source.characters import Piece
from prikaz.docx.revisions.source.names import COMING, CONTROL, CONTROL_PROPERTIES, FIELD_MARK, WRAPPERS
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_BINDINGS: Final = (w("dataBinding"), f"{_W15}dataBinding")
_LOCKED: Final = frozenset({"contentLocked", "sdtContentLocked"})
#: Controls that hold a value beside the words they show.
_WITH_VALUES: Final = tuple(map(w, ("date", "dropDownList", "comboBox")))
_NAMELESS: Final = "без имени"


def of_deletion(pieces: Sequence[Piece]) -> str:
    """Why characters cannot be taken out; "" when they can."""
    if any(piece.fields != pieces[0].fields for piece in pieces):
        return "слова стоят частью в поле, частью вне его"
    return next(filter(None, map(_of_piece, pieces)), "")


def _of_piece(piece: Piece) -> str:
    if OBJECT in piece.text:
        return "среди слов стоит сноска, рисунок или другой объект"
    if piece.run is None:
        return "слова стоят в формуле"
    if piece.leaf.tag == FIELD_MARK:
        return "слова выбраны из списка поля"
    if piece.leaf.getparent() is not piece.run or (piece.leaf.tag == TEXT and len(piece.leaf)):
        return "слова стоят в знаке, который в файле записан несколькими способами"
    return of_place(piece)


def of_place(piece: Piece) -> str:
    """Why nothing can be changed where a character stands; "" when it can."""
    clock = next((field.instruction for field in piece.fields if field.is_clock), "")
    if clock:
        return f"дату здесь ставит само поле «{clock}»"
    for item in _round(piece):
        if item.tag not in WRAPPERS and item.tag not in COMING:
            return f"слова стоят в элементе «{_local(item)}», где правку записать нельзя"
    return next(filter(None, map(of_control, controls(piece.leaf))), "")


def of_insertion(piece: Piece) -> str:
    """Why nothing can come beside a character as a recorded change; "" when it can."""
    round_it = list(_round(piece))
    if any(item.tag in COMING for item in round_it[1:]):
        return "слова стоят внутри чужой вставки вместе с гиперссылкой или элементом управления"
    return of_place(piece)


def _round(piece: Piece) -> Iterator[etree._Element]:
    """What a run stands in, up to its paragraph."""
    for item in (piece.leaf if piece.run is None else piece.run).iterancestors():
        if item.tag == PARAGRAPH:
            return
        yield item


def controls(element: etree._Element) -> Iterator[etree._Element]:
    """Properties of the content controls that an element stands in, from the inside out."""
    for item in element.iterancestors(CONTROL):
        properties = item.find(CONTROL_PROPERTIES)
        if properties is not None:
            yield properties


def of_control(properties: etree._Element) -> str:
    """Why what a control holds cannot be changed; "" when it can."""
    named = control_name(properties)
    if any(properties.find(name) is not None for name in _BINDINGS):
        return f"текст элемента управления «{named}» берётся из свойств документа"
    if child_value(properties, w("lock")) in _LOCKED:
        return f"элемент управления «{named}» закрыт от изменений"
    hint = properties.find(w("showingPlcHdr"))
    if hint is not None and is_on(hint.get(VAL)):
        return f"в элементе управления «{named}» стоит подсказка, а не текст"
    return ""


def has_value(properties: etree._Element) -> bool:
    """Whether a control holds a value beside the words it shows: a date, a choice."""
    return any(properties.find(name) is not None for name in _WITH_VALUES)


def control_name(properties: etree._Element) -> str:
    """What a control is called."""
    return child_value(properties, w("alias")) or child_value(properties, w("tag")) or _NAMELESS


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]

"""The text of a paragraph: its characters with their runs, objects and boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from prikaz.docx.content.changes import Changes
from prikaz.docx.content.drawings import Drawing
from prikaz.docx.content.elements import (
    OBJECT,
    PAGE_BREAK,
    ContentBlock,
    InlineObject,
    OtherObject,
    RemarkKind,
    Run,
    RunFormat,
)
from prikaz.docx.content.fields import FieldStart, choice
from prikaz.docx.content.names import (
    ALTERNATIVES,
    AUTHOR,
    DELETED_TEXT,
    MATH,
    MATH_TEXT,
    PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    chosen,
)
from prikaz.docx.content.properties import run_key
from prikaz.docx.content.story import Story
from prikaz.docx.content.symbols import symbol
from prikaz.docx.wml.names import XML_SPACE, w

if TYPE_CHECKING:
    from lxml import etree

_NO_BREAK_HYPHEN: Final = "\u2011"
_ODD: Final = re.compile("[\n\r\f\u00ad\ufffc]")
_CLEAN: Final = str.maketrans({"\n": " ", "\r": " ", "\f": " ", "\u00ad": None, "\ufffc": "\ufffd"})
_NOT_KEPT: Final = " \t\r\n"
_MARK: Final = "¶"
_CHANGE: Final = w("rPrChange")
_SIGNS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): _NO_BREAK_HYPHEN,
}
_BREAK: Final = w("br")
_PAGES: Final = frozenset({"page", "column"})


_FOOTNOTE: Final = w("footnoteReference")
_INSERTIONS: Final = {w("ins"): RemarkKind.INSERTED, w("moveTo"): RemarkKind.MOVED}
_REMOVALS: Final = {w("del"): RemarkKind.DELETED, w("moveFrom"): RemarkKind.MOVED}


class TextReader:
    """Reads the text of one paragraph, or of several that deleted marks have joined.

    Args:
        story: The part it stands in.
        style: Id of the style of the paragraph.
        index: Index of the paragraph.
    """

    def __init__(self, story: Story, style: str, index: int) -> None:
        self._story, self._style, self._index = story, style, index
        self._pieces: list[str] = []
        self._length = 0
        self.runs: list[Run] = []
        self.objects: list[InlineObject] = []
        self.boxes: list[tuple[ContentBlock, ...]] = []
        self._ordinal, self._start, self._format = -1, 0, RunFormat()
        self._outer = (-1, RunFormat())
        self._owner: int | None = None
        self._is_inserting = False
        self._fields: list[FieldStart | None] = []
        self._changes = Changes(story, index)
        self._ordinals: dict[etree._Element, int] = {}

    @property
    def text(self) -> str:
        """What was read."""
        return "".join(self._pieces)

    def read(self, paragraph: etree._Element, owner: int | None = None) -> None:
        """Read a paragraph.

        Args:
            paragraph: The w:p.
            owner: Its index, when its text has joined that of another.
        """
        self._owner, self._fields = owner, []
        self._changes.paragraph = self._index if owner is None else owner
        self._ordinals = {run: index for index, run in enumerate(paragraph.iter(RUN))}
        acts = self._acts
        waiting: list[tuple[Iterator[etree._Element], Callable[[], None] | None]] = [(iter(paragraph), None)]
        while waiting:
            children, leave = waiting[-1]
            for child in children:
                act = acts.get(child.tag)
                inside = child if act is None else act(self, child)
                if inside is not None:
                    waiting.append((iter(inside), self._leaving(inside)))
                    break
            else:
                waiting.pop()
                if leave is not None:
                    leave()
        self._ordinals = {}

    def mark(self, kind: RemarkKind, author: str) -> None:
        """Take down that the mark of the paragraph was changed."""
        self._changes.add(kind, author, _MARK, self._length, self._length)

    def _leaving(self, element: etree._Element) -> Callable[[], None] | None:
        """What is to be done behind an element."""
        if element.tag == RUN:
            return self._leave_run(self._ordinal, self._format)
        if element.tag in _INSERTIONS and not self._is_inserting:
            return self._leave_insertion(self._length, element)
        return None

    def _leave_insertion(self, start: int, element: etree._Element) -> Callable[[], None]:
        """Take down all that was inserted; what is inserted into it is a part of it."""
        self._is_inserting = True

        def leave() -> None:
            self._is_inserting = False
            author = element.get(AUTHOR) or ""
            self._changes.add(_INSERTIONS[element.tag], author, self._since(start), start, self._length)

        return leave

    # Runs

    def _leave_run(self, ordinal: int, look: RunFormat) -> Callable[[], None]:
        """Leave a run, for the one it stands in if there is one (under a ruby)."""
        outer, self._outer = self._outer, (ordinal, look)

        def leave() -> None:
            self._close()
            self._outer = outer
            self._ordinal, self._format = outer

        return leave

    def _take_run(self, run: etree._Element) -> etree._Element:
        self._close()
        self._ordinal = self._ordinals[run]
        properties = run[0] if len(run) and run[0].tag == RUN_PROPERTIES else run.find(RUN_PROPERTIES)
        key = () if properties is None else run_key(properties)
        self._format = self._story.document.formatting.format(self._style, key)
        if properties is not None and len(properties) and properties[-1].tag == _CHANGE:
            words = "".join(item.text or "" for item in run.iterchildren(TEXT))
            author = properties[-1].get(AUTHOR) or ""
            self._changes.add(RemarkKind.FORMATTED, author, words, self._length, self._length + len(words))
        return run

    def _close(self) -> None:
        """End the run at the character that was read last."""
        if self._length > self._start:
            self.runs.append(Run(self._start, self._length, self._ordinal, self._format, self._owner))
            if self._format.hidden:
                words = self._since(self._start)
                self._changes.add(RemarkKind.HIDDEN, "", words, self._start, self._length)
        self._start = self._length

    def _since(self, start: int) -> str:
        """What was read since a place, from the last pieces back."""
        found: list[str] = []
        length = self._length
        for piece in reversed(self._pieces):
            if length <= start:
                break
            found.append(piece)
            length -= len(piece)
        return "".join(reversed(found))

    # What a run holds

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _take_text(self, element: etree._Element) -> None:
        text = element.text if not len(element) else "".join(map(str, element.itertext()))
        if not text:
            return
        if (text[0] in _NOT_KEPT or text[-1] in _NOT_KEPT) and not self._keeps_space(element):
            text = text.strip(_NOT_KEPT)
        self._add(text.translate(_CLEAN) if _ODD.search(text) else text)

    def _keeps_space(self, element: etree._Element) -> bool:
        return (element.get(XML_SPACE) or self._story.root.get(XML_SPACE)) == "preserve"

    def _take_sign(self, element: etree._Element) -> None:
        self._add(_SIGNS[element.tag])

    def _take_break(self, element: etree._Element) -> None:
        self._add(PAGE_BREAK if element.get(w("type")) in _PAGES else "\n")

    def _take_symbol(self, element: etree._Element) -> None:
        code = element.get(w("char")) or ""
        if re.fullmatch("[0-9A-Fa-f]{1,4}", code):
            sign = symbol(int(code, 16), element.get(w("font")) or "")
            self._add(sign.translate(_CLEAN) if sign.isprintable() or "\ue000" <= sign <= "\uf8ff" else "")

    def _object(self, found: InlineObject) -> None:
        self._add(OBJECT)
        self.objects.append(found)
        self._changes.stop()

    def _take_note(self, element: etree._Element) -> None:
        kind = "footnotes" if element.tag == _FOOTNOTE else "endnotes"
        found = self._story.document.notes(kind, element.get(w("id")) or "")
        self._object(OtherObject(kind="сноска") if found is None else found)

    def _take_comment(self, element: etree._Element) -> None:
        found = self._story.document.comments.pop(element.get(w("id")) or "", None)
        if found is not None:
            self._changes.remark(RemarkKind.COMMENT, found.text, found.author)

    def _take_drawing(self, element: etree._Element) -> None:
        self._changes.stop()
        drawing = Drawing(element, self._story.part, self._story.document.parts)
        for each in drawing.objects:
            self._object(each)
        self.boxes += [blocks for blocks in map(self._story.box, drawing.boxes) if blocks]
        for words in filter(None, drawing.words):
            self._changes.remark(RemarkKind.OTHER, words)

    def _take_math(self, element: etree._Element) -> None:
        self._close()
        ordinal, self._ordinal = self._ordinal, -1
        self._add("".join(item.text or "" for item in element.iter(MATH_TEXT)).translate(_CLEAN))
        self._close()
        self._ordinal = ordinal

    # What stands round runs

    def _take_field(self, element: etree._Element) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._close()
            counts = (len(self._pieces), self._length, len(self.runs), len(self.objects), len(self.boxes))
            self._fields.append(FieldStart(*counts, choice(element)))
        elif kind == "separate" and self._fields:
            self._forget(self._fields[-1])
            self._fields[-1] = None
        elif kind == "end" and self._fields:
            self._end_field(self._fields.pop())

    def _end_field(self, place: FieldStart | None) -> None:
        """End a field; a list to choose from has no result, and shows what is chosen."""
        self._forget(place)
        if place is not None and place.choice:
            self._add(place.choice.translate(_CLEAN))

    def _forget(self, place: FieldStart | None) -> None:
        """Take back what was read since a place: it was the instruction of a field."""
        if place is not None:
            del self._pieces[place.pieces :], self.runs[place.runs :]
            del self.objects[place.objects :], self.boxes[place.boxes :]
            self._length = self._start = place.length

    def _take_removed(self, element: etree._Element) -> None:
        words = "".join(item.text or "" for item in element.iter(TEXT, DELETED_TEXT))
        author = element.get(AUTHOR) or ""
        self._changes.add(_REMOVALS[element.tag], author, words, self._length, self._length)

    def _take_chosen(self, element: etree._Element) -> etree._Element | None:
        return chosen(element)

    def _take_nothing(self, _element: etree._Element) -> None:
        return

    #: What is done at each element; it gives what is to be gone into. What is not named here is transparent.
    _acts: ClassVar[dict[str, Callable[[TextReader, etree._Element], etree._Element | None]]] = {
        **dict.fromkeys(PROPERTIES, _take_nothing),
        **dict.fromkeys(_SIGNS, _take_sign),
        **dict.fromkeys(_REMOVALS, _take_removed),
        DELETED_TEXT: _take_nothing,
        RUN: _take_run,
        TEXT: _take_text,
        _BREAK: _take_break,
        w("sym"): _take_symbol,
        _FOOTNOTE: _take_note,
        w("endnoteReference"): _take_note,
        w("commentReference"): _take_comment,
        w("drawing"): _take_drawing,
        w("pict"): _take_drawing,
        w("object"): _take_drawing,
        w("fldChar"): _take_field,
        MATH: _take_math,
        ALTERNATIVES: _take_chosen,
    }

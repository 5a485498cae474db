"""Whole paragraphs that come and go.

A recorded change of the mark of a paragraph joins it, once it is gone, to the next one, which keeps its own
looks. The last paragraph of a place (of a cell, a section, before a table) has none that it could join: its
mark stays. There the mark before it comes or goes instead, as in Word, and what is last takes over its looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.names import PARAGRAPH, PARAGRAPH_PROPERTIES, PROPERTIES, SECTION, TABLE
from prikaz.docx.revisions.edits import InsertedParagraph
from prikaz.docx.revisions.marking.going import delete_words
from prikaz.docx.revisions.marking.looks import Look, made_paragraph, put_words, without
from prikaz.docx.revisions.marking.marks import is_restyled, looks_like, put_look, put_mark
from prikaz.docx.revisions.marking.pen import Pen
from prikaz.docx.revisions.marking.placing import put_beside
from prikaz.docx.revisions.paragraphs.whole import RESTYLED
from prikaz.docx.revisions.source.names import (
    CHANGE_OF_PARAGRAPH,
    DELETED,
    GOING,
    INSERTED,
    RANGES,
)
from prikaz.docx.revisions.source.runs import copied, like
from prikaz.docx.wml.elements import drop_attribute

if TYPE_CHECKING:
    from lxml import etree

_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_IDS: Final = (f"{_W14}paraId", f"{_W14}textId")
_SECTION_END: Final = f"{PARAGRAPH_PROPERTIES}/{SECTION}"
_BETWEEN: Final = (PROPERTIES - {SECTION}) | RANGES
_PARTS_TABLES: Final = "без этого абзаца две таблицы стали бы одной"
_ONLY: Final = "абзац здесь последний и единственный: без него Word не обойдётся"
_NOT_EMPTY: Final = "в абзаце перед таблицей есть слова, удалённые другой записанной правкой"
_ENDS_SECTION: Final = "перед абзацем, которым кончается раздел, нет абзаца"


class New(NamedTuple):
    """A paragraph that comes.

    Attributes:
        asked: The edit it comes of.
        look: How it looks.
    """

    asked: InsertedParagraph
    look: Look


class Stretch:
    """Paragraphs side by side, with nothing but the last mark that has to stay.

    Args:
        paragraphs: All that stand side by side.
        came: What comes behind each of them; those that nothing comes behind may be left out.
        gone: Those that go.
    """

    def __init__(
        self,
        paragraphs: Sequence[etree._Element],
        came: dict[etree._Element, list[New]],
        gone: set[etree._Element],
    ) -> None:
        self._all = paragraphs
        self._came = {each: came[each] for each in paragraphs if each in came}
        self._gone = [each for each in paragraphs if each in gone]

    # Where the last mark belongs

    @property
    def last(self) -> etree._Element:
        """The paragraph whose mark has to stay."""
        return self._all[-1]

    def _tail(self) -> tuple[etree._Element | None, list[etree._Element], list[New]]:
        """The last paragraph that stays, None when none does; what goes behind it, and what comes."""
        gone = set(self._gone)
        kept = max((place for place, each in enumerate(self._all) if each not in gone), default=-1)
        came = [new for each in self._all[max(kept, 0) :] for new in self._came.get(each, ())]
        return (self._all[kept] if kept >= 0 else None), list(self._all[kept + 1 :]), came

    # What cannot be

    def obstacle_of_last(self) -> str:
        """Why the last paragraph cannot go; "" when it can, or does not."""
        kept, gone, came = self._tail()
        if not gone:
            return ""
        if came:
            needs_looks = not looks_like(self.last, came[-1].look.properties)
            return RESTYLED if needs_looks and is_restyled(self.last) else ""
        if kept is None:
            return self._obstacle_without_others()
        needs_looks = not looks_like(self.last, kept.find(PARAGRAPH_PROPERTIES))
        return RESTYLED if is_restyled(kept) or (needs_looks and is_restyled(self.last)) else ""

    def _obstacle_without_others(self) -> str:
        if self.last.find(_SECTION_END) is not None:
            return _ENDS_SECTION
        after, before = _beside(self.last, backwards=False), _beside(self._all[0], backwards=True)
        if after is None or after.tag != TABLE:
            return _ONLY
        if any(True for each in self._gone for _ in each.iter(*GOING)):
            return _NOT_EMPTY
        return _PARTS_TABLES if before is not None and before.tag == TABLE else ""

    def obstacles_of_new(self) -> Iterator[tuple[InsertedParagraph, str]]:
        """What cannot come behind the last paragraph, and why."""
        _, gone, came = self._tail()
        if not came or gone or not is_restyled(self.last):
            return
        if not looks_like(self.last, came[-1].look.properties):
            yield from ((new.asked, RESTYLED) for new in came)

    # Writing

    def write(self, pen: Pen) -> list[etree._Element]:
        """Write what comes and goes.

        Returns:
            Paragraphs that are to be joined with the next ones, when nothing is recorded.
        """
        for each in self._gone:
            delete_words(each, pen)
        kept, gone, came = self._tail()
        marked, end = self._gone, came[-1:]
        if gone and came:
            marked = self._gone[:-1]
            put_words(self.last, came[-1].look, came[-1].asked.text, pen)
            put_look(self.last, came[-1].look.properties, pen)
        elif gone and kept is not None:
            marked = [*self._gone[: -len(gone)], kept, *gone[:-1]]
            look = kept.find(PARAGRAPH_PROPERTIES)
            put_look(self.last, None if look is None else without(look, frozenset()), pen)
        elif came and kept is not None:
            _part(kept, came[-1], pen)
        self._put_new(end, pen)
        for each in marked:
            if not pen.accept:
                put_mark(each, DELETED, pen)
        return marked if pen.accept else []

    def _put_new(self, elsewhere: Sequence[New], pen: Pen) -> None:
        """Put paragraphs behind those they belong to, but for what stands elsewhere."""
        for place, news in self._came.items():
            made = [
                new_paragraph(new.look, place, new.asked.text, pen)
                for new in news
                if not any(new is each for each in elsewhere)
            ]
            stays_last = place is self.last and place in self._gone
            for each in made if stays_last else reversed(made):
                put_beside(each, place, after=not stays_last)


def new_paragraph(look: Look, owner: etree._Element, text: str, pen: Pen) -> etree._Element:
    """Make a paragraph that came, with its mark."""
    made = made_paragraph(look, owner, text, pen)
    if not pen.accept:
        put_mark(made, INSERTED, pen)
    return made


def _part(paragraph: etree._Element, new: New, pen: Pen) -> None:
    """Put a paragraph behind the last one; it gets the mark of that one, which gets a new mark."""
    made = like(paragraph)
    for name in _IDS:
        drop_attribute(paragraph, name)
    old = paragraph.find(PARAGRAPH_PROPERTIES)
    if old is not None:
        paragraph.insert(0, _of_new_mark(old, pen))
        made.append(old)
    put_words(made, new.look, new.asked.text, pen)
    put_look(made, new.look.properties, pen)
    put_beside(made, paragraph, after=True)
    if not pen.accept:
        put_mark(paragraph, INSERTED, pen)


def _of_new_mark(properties: etree._Element, pen: Pen) -> etree._Element:
    """The same looks for a new mark; that somebody changed them stays recorded."""
    change = properties.find(CHANGE_OF_PARAGRAPH)
    made = without(properties, frozenset({SECTION, CHANGE_OF_PARAGRAPH}))
    if change is not None:
        made.append(copied(change, pen.next_id))
    return made


def stretch_of(paragraph: etree._Element) -> list[etree._Element]:
    """All paragraphs that stand side by side with one: no table, end of a section or control between them."""
    first = paragraph
    while (before := _beside(first, backwards=True)) is not None and before.tag == PARAGRAPH:
        if before.find(_SECTION_END) is not None:
            break
        first = before
    found = [first]
    while found[-1].find(_SECTION_END) is None:
        after = _beside(found[-1], backwards=False)
        if after is None or after.tag != PARAGRAPH:
            break
        found.append(after)
    return found


def _beside(element: etree._Element, *, backwards: bool) -> etree._Element | None:
    """What stands beside a block in the same place, of all that is seen."""
    found = element.itersiblings(preceding=backwards)
    return next((each for each in found if isinstance(each.tag, str) and each.tag not in _BETWEEN), None)

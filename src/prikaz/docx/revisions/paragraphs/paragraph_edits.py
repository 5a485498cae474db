"""Whole paragraphs that are asked to come and go: which can, and their writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.revisions.edits import (
    DeletedParagraph,
    InsertedParagraph,
    LeadingParagraph,
    ParagraphEdit,
    Refused,
    Told,
    ToldKind,
)
from prikaz.docx.revisions.marking.looks import Look, look_of
from prikaz.docx.revisions.marking.pen import Pen
from prikaz.docx.revisions.marking.placing import put_beside
from prikaz.docx.revisions.paragraphs.stretches import New, Stretch, new_paragraph, stretch_of
from prikaz.docx.revisions.paragraphs.whole import JOINED, of_going, of_new_neighbour, of_text
from prikaz.docx.revisions.resolving.removal import join_with_next
from prikaz.docx.revisions.source.names import BOOKMARK
from prikaz.docx.revisions.source.story import Story
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

_TWICE: Final = "этот абзац уже удаляет другая правка"
_BEFORE_GOING: Final = "абзац, перед которым стоит новый, удаляет другая правка"


class _Planned(NamedTuple):
    """An edit that can be done.

    Attributes:
        asked: The edit.
        story: The part.
        places: The paragraph, and copies of it in other variants of a drawing.
        differs: Whether there is a variant that says something else.
    """

    asked: ParagraphEdit
    story: Story
    places: tuple[etree._Element, ...]
    differs: bool


class ParagraphEdits:
    """Whole paragraphs that come and go.

    Args:
        pen: How changes are written.
    """

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._planned: list[_Planned] = []
        self._came: dict[etree._Element, list[New]] = {}
        self._gone: set[etree._Element] = set()
        self._stretches: dict[etree._Element, list[etree._Element]] = {}
        self._looks: dict[etree._Element, Look] = {}

    def takes(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph goes."""
        return paragraph in self._gone

    # Planning

    def plan(self, asked: ParagraphEdit, story: Story, paragraph: etree._Element) -> str:
        """Plan an edit; gives why it cannot be done, "" when it can so far."""
        copies, differs = story.copies(paragraph)
        planned = _Planned(asked, story, (paragraph, *copies), differs)
        match asked:
            case InsertedParagraph():
                why = self._plan_new(asked, planned)
            case LeadingParagraph():
                why = self._plan_leading(asked, planned)
            case DeletedParagraph():
                why = self._plan_gone(planned)
        if not why:
            self._planned.append(planned)
            for each in planned.places:
                self._find_stretch(each)
        return why

    def _plan_leading(self, asked: LeadingParagraph, planned: _Planned) -> str:
        if any(planned.story.is_joined(each) for each in planned.places):
            return JOINED
        why = of_text(asked.text) or next(filter(None, map(of_new_neighbour, planned.places)), "")
        for each in () if why else planned.places:
            self._looks[each] = look_of(each, planned.story.characters(each))
        return why

    def _plan_new(self, asked: InsertedParagraph, planned: _Planned) -> str:
        why = of_text(asked.text) or next(filter(None, map(of_new_neighbour, planned.places)), "")
        model = None if asked.like is None else planned.story.paragraph(asked.like)
        if asked.like is not None and model is None:
            why = why or f"в части «{asked.part}» нет абзаца {asked.like}"
        for each in () if why else planned.places:
            like = each if model is None else model
            look = look_of(like, planned.story.characters(like))
            self._came.setdefault(each, []).append(New(asked, look))
        return why

    def _plan_gone(self, planned: _Planned) -> str:
        if not self._gone.isdisjoint(planned.places):
            return _TWICE
        why = next(filter(None, (of_going(planned.story, each) for each in planned.places)), "")
        self._gone |= set() if why else set(planned.places)
        return why

    def _find_stretch(self, paragraph: etree._Element) -> None:
        if paragraph not in self._stretches:
            stretch = stretch_of(paragraph)
            self._stretches |= dict.fromkeys(stretch, stretch)

    def settle(self) -> Iterator[Refused]:
        """Leave out what cannot be done beside the others; gives what that is."""
        while refused := list(self._refuse_last()):
            yield from refused

    def _refuse_last(self) -> Iterator[Refused]:
        for planned in list(self._planned):
            if isinstance(planned.asked, LeadingParagraph) and not self._gone.isdisjoint(planned.places):
                yield self._drop(planned, _BEFORE_GOING)
        for stretch in self._each_stretch():
            why = stretch.obstacle_of_last()
            if why:
                yield from (self._drop(each, why) for each in self._planned_of(stretch.last))
                continue
            for new, reason in stretch.obstacles_of_new():
                yield from (self._drop(each, reason) for each in list(self._planned) if each.asked is new)

    def _each_stretch(self) -> Iterator[Stretch]:
        for stretch in {id(each): each for each in self._stretches.values()}.values():
            yield Stretch(stretch, self._came, self._gone)

    def _planned_of(self, gone: etree._Element) -> list[_Planned]:
        """Deletions of a paragraph."""
        return [
            each for each in self._planned if isinstance(each.asked, DeletedParagraph) and gone in each.places
        ]

    def _drop(self, planned: _Planned, why: str) -> Refused:
        self._planned.remove(planned)
        for each in planned.places:
            if isinstance(planned.asked, DeletedParagraph):
                self._gone.discard(each)
            elif isinstance(planned.asked, InsertedParagraph):
                self._came[each] = [new for new in self._came[each] if new.asked is not planned.asked]
        return Refused(planned.asked, why)

    # Writing

    def told(self) -> Iterator[Told]:
        """What is to be told of what will be done."""
        for asked, story, places, differs in self._planned:
            paragraph = places[0]
            if differs:
                yield Told(asked, ToldKind.COPY, story.characters(paragraph).text)
            if isinstance(asked, InsertedParagraph):
                instruction = story.field_behind(paragraph)
                if instruction:
                    yield Told(asked, ToldKind.FIELD, instruction)
                continue
            for field in story.fields.before(paragraph):
                yield Told(asked, ToldKind.FIELD, field.instruction)
            for instruction in naming(story, paragraph):
                yield Told(asked, ToldKind.STALE, instruction)

    def write(self) -> None:
        """Write all that can be done."""
        joins = [each for stretch in self._each_stretch() for each in stretch.write(self._pen)]
        for planned in self._planned:
            if isinstance(planned.asked, LeadingParagraph):
                self._write_leading(planned.asked.text, planned.places)
        for each in joins:
            join_with_next(each)
        for planned in self._planned:
            planned.story.is_changed = True

    def _write_leading(self, text: str, places: Sequence[etree._Element]) -> None:
        for place in places:
            made = new_paragraph(self._looks[place], place, text, self._pen)
            put_beside(made, place, after=False)


def naming(story: Story, element: etree._Element) -> list[str]:
    """Instructions of fields that name a bookmark in an element."""
    names = dict.fromkeys(item.get(w("name")) or "" for item in element.iter(BOOKMARK))
    return story.fields.naming(names)

"""Changes and comments written into one paragraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from prikaz.docx.content.names import PARAGRAPH_PROPERTIES, RUN
from prikaz.docx.revisions.marking.going import wrapped_as_going
from prikaz.docx.revisions.marking.pen import Pen
from prikaz.docx.revisions.marking.placing import drop, outside, put_beside
from prikaz.docx.revisions.source.characters import Characters
from prikaz.docx.revisions.source.names import (
    COMING,
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    ID,
    INSERTED,
)
from prikaz.docx.revisions.source.runs import cut, isolate, join_alike, like, made_run, tidy
from prikaz.docx.revisions.words.changes import Change, PlacedChanges

if TYPE_CHECKING:
    from lxml import etree


class Mark(NamedTuple):
    """A comment to be set.

    Attributes:
        start: First character it is about.
        end: Behind the last one.
        id: Its number.
    """

    start: int
    end: int
    id: int


class _Step(NamedTuple):
    """What is done at a place; steps of a place are done in the order of their ranks."""

    place: int
    rank: int
    order: int
    act: Callable[[], object]


class ParagraphWriter:
    """Writes into a paragraph whose characters are known.

    Args:
        paragraph: The w:p.
        read_again: Gives its characters after its runs were cut.
        pen: How changes are written.
    """

    def __init__(
        self, paragraph: etree._Element, read_again: Callable[[etree._Element], Characters], pen: Pen
    ) -> None:
        self._paragraph, self._pen = paragraph, pen
        self._read_again = read_again
        self._characters = read_again(paragraph)
        self._gone: list[etree._Element] = []
        self._plain: list[etree._Element] = []
        self._wrapped: dict[etree._Element, etree._Element] = {}

    def write(self, changes: Sequence[Change], marks: Sequence[Mark]) -> None:
        """Write changes that do not overlap, and comments at any words."""
        near = PlacedChanges(changes)
        marks = [_widened(mark, near) for mark in marks]
        self._prepare(changes, marks)
        steps = [self._change_step(order, change) for order, change in enumerate(changes)]
        for order, mark in enumerate(marks):
            steps += self._mark_steps(order, mark, near)
        for step in sorted(steps, key=lambda step: step[:3], reverse=True):
            step.act()
        for run in self._gone:
            drop(run)
        for run in self._plain:
            join_alike(run)

    # Cutting

    def _prepare(self, changes: Sequence[Change], marks: Sequence[Mark]) -> None:
        """Have a run begin at each place where something begins or ends."""
        places = {place for each in (changes, marks) for item in each for place in item[:2]}
        gone = {
            piece.run: None
            for change in changes
            for piece in self._characters.between(change.start, change.end)
            if piece.run is not None
        }
        cut_at = {run: None for place in places if (run := self._run_cut_at(place)) is not None}
        for run in cut_at | gone:
            tidy(run)
        for run in gone:
            isolate(run, self._pen.next_id)
        self._characters = self._read_again(self._paragraph)
        for place in sorted(places, reverse=True):
            if self._run_cut_at(place) is not None:
                piece = self._characters.pieces[self._characters.at(place)]
                cut(piece, place, self._pen.next_id)
        self._characters = self._read_again(self._paragraph)

    def _run_cut_at(self, place: int) -> etree._Element | None:
        """The run that has characters on both sides of a place."""
        if not 0 < place < len(self._characters.text):
            return None
        before, behind = self._run(place - 1), self._run(place)
        return before if before is behind and before.tag == RUN else None

    # Finding

    def _run(self, place: int) -> etree._Element:
        """The run of a character; a formula, where there is none."""
        piece = self._characters.pieces[self._characters.at(place)]
        return piece.leaf if piece.run is None else piece.run

    def _element(self, place: int) -> etree._Element:
        """What stands in the paragraph for a character: its run, or the deletion that holds it by now."""
        run = self._run(place)
        return self._wrapped.get(run, run)

    # Changes

    def _change_step(self, order: int, change: Change) -> _Step:
        if change.start < change.end:
            return _Step(change.start, _DELETION, order, lambda: self._replace(change))
        return _Step(change.start, _INSERTION, order, lambda: self._insert(change))

    def _replace(self, change: Change) -> None:
        """Take characters out, and put others after the first of them that stand together."""
        gone = (piece.run for piece in self._characters.between(change.start, change.end))
        runs = list(dict.fromkeys(run for run in gone if run is not None))
        deletions = wrapped_as_going(runs, self._pen)
        self._wrapped |= deletions
        self._gone += [run for run in runs if run not in deletions]
        place = self._together(runs[0], runs)
        if change.text:
            self._put(made_run(runs[0], self._paragraph, change.text), place, after=True)

    def _together(self, first: etree._Element, runs: Sequence[etree._Element]) -> etree._Element:
        """The last of the elements that stand side by side from the first one on."""
        place = self._wrapped.get(first, first)
        for run in runs[1:]:
            element = self._wrapped.get(run, run)
            if element is not place and element.getprevious() is not place:
                break
            place = element
        return place

    def _insert(self, change: Change) -> None:
        model = None if change.model is None else self._run(change.model)
        run = made_run(model, self._paragraph, change.text)
        if not self._characters.text:
            self._put_first(self._inserted(run))
        elif change.after:
            self._put(run, self._element(change.start - 1), after=True)
        else:
            self._put(run, self._element(change.start), after=False)

    def _inserted(self, run: etree._Element) -> etree._Element:
        if self._pen.accept:
            self._plain.append(run)
            return run
        change = self._pen.change(run, INSERTED)
        change.append(run)
        return change

    def _put(self, run: etree._Element, place: etree._Element, *, after: bool) -> None:
        """Put a run beside an element; what somebody else inserted is parted for it."""
        made = self._inserted(run)
        parent = place.getparent()
        if made is run or parent is None or parent.tag not in COMING:
            put_beside(made, place, after=after)
            return
        away = list(place.itersiblings(preceding=not after))
        if away:
            other = like(parent)
            other.set(ID, str(self._pen.next_id()))
            put_beside(other, parent, after=after)
            other.extend(away if after else reversed(away))
        put_beside(made, parent, after=after)

    def _put_first(self, element: etree._Element) -> None:
        properties = self._paragraph.find(PARAGRAPH_PROPERTIES)
        self._paragraph.insert(0 if properties is None else 1, element)

    # Comments

    def _mark_steps(self, order: int, mark: Mark, near: PlacedChanges) -> list[_Step]:
        start, end, name = mark
        if start == end:
            return [_Step(end, _START, order, lambda: self._set_point(end, name))]
        takes_in_last = any(change.reach[0] < end for change in near.insertions(end))
        takes_in_first = any(start < change.reach[1] for change in near.insertions(start))
        start_rank = _EARLY_START if takes_in_first else _START
        end_rank = _LATE_END if takes_in_last else _END
        return [
            _Step(start, start_rank, order, lambda: self._set_start(start, name)),
            _Step(end, end_rank, order, lambda: self._set_end(end, name)),
        ]

    def _set_start(self, place: int, name: int) -> None:
        made = self._paragraph.makeelement(COMMENT_START, {ID: str(name)})
        behind = outside(self._element(place))
        before = outside(self._element(place - 1)) if place else None
        if before is not None and before is not behind and before.getparent() is behind.getparent():
            put_beside(made, before, after=True)
        else:
            put_beside(made, behind, after=False)

    def _set_end(self, place: int, name: int) -> etree._Element:
        end = self._paragraph.makeelement(COMMENT_END, {ID: str(name)})
        run = self._paragraph.makeelement(RUN)
        run.append(run.makeelement(COMMENT_REFERENCE, {ID: str(name)}))
        if place:
            put_beside(run, outside(self._element(place - 1)), after=True)
        elif self._characters.text:
            put_beside(run, outside(self._element(0)), after=False)
        else:
            self._put_first(run)
        run.addprevious(end)
        return end

    def _set_point(self, place: int, name: int) -> None:
        end = self._set_end(place, name)
        end.addprevious(end.makeelement(COMMENT_START, {ID: str(name)}))


#: Order of what is done at one place.
_END, _EARLY_START, _INSERTION, _LATE_END, _START, _DELETION = range(6)


def _widened(mark: Mark, near: PlacedChanges) -> Mark:
    """A comment that takes in whole the words that change at its edges."""
    before, behind = near.around(mark.start), near.around(mark.end)
    start = mark.start if before is None else before.start
    return Mark(start, mark.end if behind is None else behind.end, mark.id)

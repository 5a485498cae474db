"""The lists of clauses that are open while a text is read, and the last clause (открытые списки)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from prikaz.model import Marker
from prikaz.model.blocks import DEEPEST_LEVEL
from prikaz.model.resolution.markers import SECTIONS
from prikaz.reader.assembly.drafts import BlockDraft, ClauseDraft, ListDraft, Scope
from prikaz.reader.assembly.labels import Label

#: So many lists may stand in one another.
_MOST_OPEN: Final = 6


class OpenLists:
    """The lists of one holder: each begins where numbers begin anew.

    Attributes:
        lists: The lists that are open, from the outermost: each stands under the last clause of the one
            before it.
        current: The last clause; None before the first one.
    """

    def __init__(self) -> None:
        self.lists: list[ListDraft] = []
        self.current: ClauseDraft | None = None

    def close(self) -> None:
        """End all lists: what follows belongs to no clause."""
        self.lists, self.current = [], None

    def begin(self) -> ListDraft:
        """Begin a list that stands under no clause."""
        begun = ListDraft()
        self.lists = [begun]
        return begun

    def begin_anew(self) -> None:
        """Begin a list under the last clause, or beside the innermost one where lists stand too deep."""
        begun = ListDraft()
        if len(self.lists) >= _MOST_OPEN:
            self.leave_list()
        assert self.current is not None  # noqa: S101 (something is counted already)
        blocks: list[BlockDraft] = self.current.blocks
        blocks.append(begun)
        self.lists.append(begun)
        self.current = None

    def open(self) -> Iterator[ClauseDraft]:
        """The last clause of the innermost list and those that it stands in."""
        here = self.current
        while here is not None:
            yield here
            here = here.parent

    def section_above(self) -> ClauseDraft | None:
        """The nearest clause that is a title."""
        return next((one for one in self.open() if one.is_section), None)

    def put(self, made: ClauseDraft, parent: ClauseDraft | None) -> None:
        """Let a clause stand under another one, or in the list; no deeper than may be."""
        while parent is not None and parent.depth >= DEEPEST_LEVEL:
            parent = parent.parent
        made.parent = parent
        scope = self.lists[-1].scope if parent is None else parent.scope
        numbers = made.label.numbers if made.label is not None else ()
        if made.marker is Marker.NUMBER:
            scope.take(numbers)
            made.scope = Scope(numbers)
        elif made.marker in SECTIONS and self.lists[-1].with_section:
            made.scope = Scope(numbers)
        else:
            made.scope = Scope() if made.marker is Marker.ARTICLE else scope
        if made.marker in SECTIONS:
            self.lists[-1].sections[made.marker] += 1
        (self.lists[-1].clauses if parent is None else parent.clauses).append(made)
        self.current = made

    def leave_list(self) -> None:
        """Go back to the list that the innermost one stands in."""
        self.lists.pop()
        self.current = last(self.lists[-1])

    def outside(self, label: Label) -> tuple[int, ClauseDraft] | None:
        """The clause of an outer list that this one comes right behind, and which list that is."""
        for index in range(len(self.lists) - 2, -1, -1):
            one = last(self.lists[index])
            while one is not None:
                if one.marker is label.marker and one.label and follows(one.label, label):
                    return index, one
                one = one.parent
        return None


def containers(innermost: ClauseDraft | None) -> Iterator[ClauseDraft | None]:
    """What may hold numbered clauses, from the innermost; None for the list itself."""
    here = innermost
    while here is not None:
        if here.marker is Marker.NUMBER or here.is_section:
            yield here
        here = here.parent
    yield None


def last(listed: ListDraft) -> ClauseDraft | None:
    """The last clause of a list, however deep."""
    here = listed.clauses[-1] if listed.clauses else None
    while here is not None and here.clauses:
        here = here.clauses[-1]
    return here


def follows(one: Label, other: Label) -> bool:
    """Whether a letter or a bracket comes right behind another one."""
    return one.numbers[0] + 1 == other.numbers[0]

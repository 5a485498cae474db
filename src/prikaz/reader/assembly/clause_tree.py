"""Clauses put into a tree by what is printed before them (дерево пунктов).

A clause stands where its number fits: «2.1.» under «2.», «3.» behind «2.», «б)» behind «а)», «1)» under
whatever goes before. Where it fits nowhere, it stands where one of its kind would.
"""

from __future__ import annotations

from typing import Final

from prikaz.model import Marker
from prikaz.model.blocks import DEEPEST_LEVEL
from prikaz.model.resolution.markers import LOCAL, SECTIONS
from prikaz.reader.assembly.drafts import ClauseDraft, ListDraft, Scope
from prikaz.reader.assembly.labels import Label
from prikaz.reader.assembly.open_lists import OpenLists, containers, follows, last
from prikaz.reader.source_text import SourceText

#: So many numbers make a list that may begin anew.
_FEW: Final = 2


class ClauseTree(OpenLists):
    """Puts the clauses of one holder where they belong."""

    def goes_on_with(self, label: Label) -> bool:
        """Whether a number goes on with what is counted, and begins nothing."""
        if label.is_first or not self.lists:
            return False
        if label.marker is Marker.NUMBER:
            return self._fitting(label) is not None
        if label.marker in SECTIONS:
            return any(listed.sections[label.marker] + 1 == label.numbers[0] for listed in self.lists)
        return self._beside(label, exact=True) is not None

    def add(  # noqa: PLR0913 (all that is known of a clause)
        self,
        label: Label,
        text: SourceText,
        typed: SourceText,
        *,
        is_heading: bool = False,
        level: int = 0,
        following: Label | None = None,
    ) -> ListDraft | None:
        """Put a clause into its place.

        Args:
            label: What stands before it.
            text: Its text.
            typed: The characters of the label.
            is_heading: Whether it is the title of a section.
            level: How deep its line says that it stands; 0 for nothing.
            following: What stands before the next clause that is counted.

        Returns:
            A list that it begins and that stands under no clause; the caller has to hold it.
        """
        label = self._meant(label)
        made = ClauseDraft(
            label.marker, label, [text], Scope(), typed=typed, is_heading=is_heading, level=level
        )
        begun = None if self.lists else self.begin()
        match label.marker:
            case Marker.NUMBER:
                self._add_number(made, label)
            case marker if marker in SECTIONS:
                self._add_section(made, label)
            case marker if marker in LOCAL:
                self._add_counted(made, label)
            case _:
                self._add_dash(made, following)
        return begun

    def add_listed(self, text: SourceText) -> None:
        """Put an item of a list that has no numbers under the clause that opens it."""
        current = self.current
        parent = current.parent if current is not None and current.is_listed else current
        self.put(ClauseDraft(Marker.ABSENT, None, [text], Scope(), is_listed=True), parent)

    def add_unnumbered(self, text: SourceText, *, is_heading: bool = False) -> ListDraft | None:
        """Put a clause without a number into its place."""
        begun = None if self.lists else self.begin()
        made = ClauseDraft(Marker.ABSENT, None, [text], Scope(), is_heading=is_heading)
        parent = self.section_above() if not is_heading else None
        if is_heading and self.current is not None:
            parent = next((one for one in self.open() if one.marker in SECTIONS), None)
        self.put(made, parent)
        return begun

    # Numbers ------------------------------------------------------------------------------------------------

    def _add_number(self, made: ClauseDraft, label: Label) -> None:
        self._look_at_section(label)
        place = self._fitting(label)
        if place is None and label.is_first and self._may_begin_anew(made):
            self.begin_anew()
            place = len(self.lists) - 1, None
        place = place or self._nearest(label)
        while len(self.lists) > place[0] + 1:
            self.leave_list()
        parent = place[1]
        if made.is_heading and parent is not None and parent.is_heading and len(label.numbers) == 1:
            parent = parent.parent
        self.put(made, parent)

    def _look_at_section(self, label: Label) -> None:
        """See by the first number in a section whether numbers begin with that of the section."""
        listed = self.lists[-1]
        section = next((one for one in self.open() if one.marker in SECTIONS), None)
        if section is None or section.label is None or listed.with_section is not None:
            return
        numbers = label.numbers
        begins = len(numbers) > 1 and (numbers[:1] == section.label.numbers or numbers[1:] == (1,))
        listed.with_section = begins and not listed.scope.count
        if listed.with_section:
            held: list[ClauseDraft] = []
            for one in self.open():
                held.append(one)
                if one.marker in SECTIONS and one.label is not None:
                    scope = Scope(one.label.numbers)
                    while held:
                        held.pop().scope = scope

    def _meant(self, label: Label) -> Label:
        """«2)» behind «1.» goes on with the numbers, where no bracket stands above."""
        if label.marker is not Marker.BRACKET or label.is_first or self._beside(label, exact=False):
            return label
        if self.outside(label) is not None:
            return label
        number = label._replace(marker=Marker.NUMBER)
        return number if self.current is not None and self._fitting(number) else label

    def _fitting(self, label: Label) -> tuple[int, ClauseDraft | None] | None:
        """Where a number goes on: which list, and under which clause of it."""
        for index in range(len(self.lists) - 1, -1, -1):
            listed = self.lists[index]
            innermost = self.current if index == len(self.lists) - 1 else last(listed)
            for container in containers(innermost):
                scope = listed.scope if container is None else container.scope
                outside = container is None and listed.with_section and listed.sections
                if scope.following == label.numbers and not outside:
                    return index, container
        return None

    def _may_begin_anew(self, made: ClauseDraft) -> bool:
        """Whether «1.» begins another list, and is no slip of a typist."""
        if self.current is None:
            return False
        section = self.section_above()
        counted = self.lists[-1].scope.count
        apart = section is not None or bool(self.current.blocks)
        return counted >= _FEW or apart or not made.typed

    def _nearest(self, label: Label) -> tuple[int, ClauseDraft | None]:
        """Where a number that fits nowhere stands: among those of as many parts; which list, under what."""
        inside = self.section_above() if self.lists[-1].with_section else None
        best: tuple[int, ClauseDraft | None] = (len(self.lists) - 1, inside)
        nearest = -1.0
        for index in range(len(self.lists) - 1, -1, -1):
            listed = self.lists[index]
            if index and not listed.scope.count:  # nothing in it has a number
                continue
            innermost = self.current if index == len(self.lists) - 1 else last(listed)
            for container in containers(innermost):
                base = (listed.scope if container is None else container.scope).base
                alike = len(base) + (base == label.numbers[: len(base)]) / 2
                if len(base) < len(label.numbers) and alike > nearest and (container or not inside):
                    best, nearest = (index, container), alike
        return best

    # Sections, brackets, letters, dashes --------------------------------------------------------------------

    def _add_section(self, made: ClauseDraft, label: Label) -> None:
        counted = self.lists[-1].sections[label.marker]
        if label.is_first and counted and self.current is not None:
            self.begin_anew()
        elif label.numbers != (counted + 1,):
            self._leave_to_section(label)
        parent = None
        if label.marker is Marker.ARTICLE:
            above = (one for one in self.open() if one.marker in {Marker.CHAPTER, Marker.ROMAN})
            parent = next(above, None)
        self.put(made, parent)

    def _leave_to_section(self, label: Label) -> None:
        """Go back to an outer list that the section goes on with, else to one that has such sections."""
        counts = [listed.sections[label.marker] for listed in self.lists]
        places = range(len(self.lists) - 2, -1, -1)
        exact = next((place for place in places if counts[place] + 1 == label.numbers[0]), None)
        if exact is None and not counts[-1]:
            exact = next((place for place in places if counts[place]), None)
        while exact is not None and len(self.lists) > exact + 1:
            self.leave_list()

    def _add_counted(self, made: ClauseDraft, label: Label) -> None:
        beside = self._beside(label, exact=True)
        if beside is None and not label.is_first:
            beside = self._beside_outside(label) or self._beside(label, exact=False)
        if beside is not None:
            self.put(made, beside.parent)
            return
        if label.is_first:
            self._lift_introduction(label)
        if self.current is not None and self.current.depth >= DEEPEST_LEVEL:
            self.begin_anew()
        self.put(made, self.current)

    def _lift_introduction(self, label: Label) -> None:
        """Make the last paragraph of a bracket a clause without a number, where a group begins anew."""
        current = self.current
        above = next((one for one in self.open() if one.marker is label.marker), None)
        if current is None or above is None or current.marker not in {*LOCAL, Marker.DASH}:
            return
        if len(current.lines) == 1 or current.blocks:
            return
        parent = above.parent
        while parent is not None and parent.marker is Marker.ABSENT and not parent.is_heading:
            parent = parent.parent
        self.put(ClauseDraft(Marker.ABSENT, None, [current.lines.pop()], Scope()), parent)

    def _beside(self, label: Label, *, exact: bool) -> ClauseDraft | None:
        """The clause that this one comes behind."""
        for one in self.open():
            if one.marker is not label.marker or one.label is None:
                continue
            if not exact or follows(one.label, label):
                return one
        return None

    def _beside_outside(self, label: Label) -> ClauseDraft | None:
        """The same in an outer list, which then goes on."""
        found = self.outside(label)
        if found is None:
            return None
        while len(self.lists) > found[0] + 1:
            self.leave_list()
        return found[1]

    def _add_dash(self, made: ClauseDraft, following: Label | None) -> None:
        beside = next((one for one in self.open() if one.marker is Marker.DASH), None)
        if made.level and self.current is not None:
            beside = next(
                (one for one in self.open() if one.marker is Marker.DASH and one.level == made.level), None
            )
        if beside is None or self._goes_on_deeper(beside, following):
            self.put(made, self.current)
        else:
            self.put(made, beside.parent)

    def _goes_on_deeper(self, dash: ClauseDraft, following: Label | None) -> bool:
        """Whether a count that stands under a dash goes on later, so that the next dash stands under it."""
        if following is None or following.marker not in LOCAL:
            return False
        for one in self.open():
            if one is dash:
                return False
            if one.marker is following.marker and one.label is not None:
                return one.label.numbers[0] + 1 == following.numbers[0]
        return False

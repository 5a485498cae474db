"""A part of a Word file while changes are written into it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.names import (
    ALTERNATIVES,
    BOX,
    CHOICE,
    FALLBACK,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PROPERTIES,
    RUN_PROPERTIES,
    TABLE,
    chosen,
)
from prikaz.docx.content.parts import Parts
from prikaz.docx.revisions.source.characters import Characters
from prikaz.docx.revisions.source.fields import Fields
from prikaz.docx.revisions.source.names import CONTAINERS, GOING

if TYPE_CHECKING:
    from lxml import etree

_BRANCHES: Final = frozenset({CHOICE, FALLBACK})
_SHOWN: Final = frozenset({PARAGRAPH, TABLE})


class Story:
    """A part that holds text.

    Attributes:
        part: Its name.
        root: Its tree, which changes are made in.
        is_changed: Whether any were.
    """

    def __init__(self, part: str, root: etree._Element, parts: Parts) -> None:
        self.part, self.root = part, root
        self._parts = parts
        self.is_changed = False
        self._characters: dict[etree._Element, Characters] = {}

    @cached_property
    def paragraphs(self) -> list[etree._Element]:
        """All w:p of the part in document order, as they were before any change."""
        return list(self.root.iter(PARAGRAPH))

    @cached_property
    def fields(self) -> Fields:
        """Its fields."""
        return Fields(self.root)

    def paragraph(self, index: int) -> etree._Element | None:
        """The w:p of this index; None when there is none."""
        return self.paragraphs[index] if 0 <= index < len(self.paragraphs) else None

    def characters(self, paragraph: etree._Element) -> Characters:
        """The characters of a paragraph, together with those of the ones that have joined it."""
        if paragraph not in self._characters:
            self._characters[paragraph] = self._read(paragraph)
        return self._characters[paragraph]

    def read_again(self, paragraph: etree._Element) -> Characters:
        """The characters of a paragraph whose runs were cut."""
        self._characters.pop(paragraph, None)
        return self.characters(paragraph)

    def _read(self, paragraph: etree._Element) -> Characters:
        joined = [*reversed(list(_joined(paragraph))), paragraph]
        return Characters(joined, self.part, self._parts, self.fields)

    def goes_on(self, paragraph: etree._Element) -> bool:
        """Whether the mark of a paragraph is deleted, and its text has joined that of the next one."""
        after = next_in_flow(paragraph) if is_mark_gone(paragraph) else None
        return after is not None and after.tag == PARAGRAPH

    def is_joined(self, paragraph: etree._Element) -> bool:
        """Whether the text of a paragraph has joined that of another one by a deleted mark."""
        return self.goes_on(paragraph) or next(_joined(paragraph), None) is not None

    @cached_property
    def tables(self) -> list[etree._Element]:
        """All w:tbl of the part in document order, as they were before any change."""
        return list(self.root.iter(TABLE))

    def table(self, index: int) -> etree._Element | None:
        """The w:tbl of this index; None when there is none."""
        return self.tables[index] if 0 <= index < len(self.tables) else None

    def field_behind(self, paragraph: etree._Element) -> str:
        """The instruction of the field that goes on behind a paragraph; "" when none does."""
        place = self.paragraphs.index(paragraph) + 1
        behind = self.fields.before(self.paragraphs[place]) if place < len(self.paragraphs) else ()
        return behind[-1].instruction if behind else ""

    def copies(self, paragraph: etree._Element) -> tuple[list[etree._Element], bool]:
        """The same paragraph in other variants of a drawing, for other versions of Word.

        Returns:
            The copies that say the same, and whether there is a variant that does not.
        """
        found: list[etree._Element] = []
        differs = False
        for branch in _branches_round(paragraph):
            place = list(branch.iter(PARAGRAPH)).index(paragraph)
            for other in _other_branches(branch):
                there = list(other.iter(PARAGRAPH))
                twin = there[place] if place < len(there) else None
                if twin is not None and self.characters(twin).text == self.characters(paragraph).text:
                    found.append(twin)
                else:
                    differs = differs or bool(there)
        return found, differs


def _branches_round(element: etree._Element) -> Iterator[etree._Element]:
    """Variants of drawings that an element stands in, from the inside out."""
    return (item for item in element.iterancestors() if item.tag in _BRANCHES)


def _other_branches(branch: etree._Element) -> Iterator[etree._Element]:
    parent = branch.getparent()
    for other in () if parent is None else parent:
        if other.tag in _BRANCHES and other is not branch:
            yield other


def is_in_box(element: etree._Element) -> bool:
    """Whether an element stands in a text box."""
    return any(True for _ in element.iterancestors(BOX))


def is_mark_gone(paragraph: etree._Element) -> bool:
    """Whether the mark of a paragraph is deleted, so that its text goes on in the next one."""
    properties = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{RUN_PROPERTIES}")
    return properties is not None and any(child.tag in GOING for child in properties)


def _joined(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs before a paragraph whose text goes on in it, backwards."""
    before = _beside(paragraph, backwards=True)
    while before is not None and before.tag == PARAGRAPH and is_mark_gone(before):
        yield before
        before = _beside(before, backwards=True)


def next_in_flow(element: etree._Element) -> etree._Element | None:
    """The paragraph or table after an element in the flow that is read, whatever wrappers they stand in."""
    return _beside(element, backwards=False)


def _beside(element: etree._Element, *, backwards: bool) -> etree._Element | None:
    place: etree._Element | None = element
    while place is not None:
        for other in place.itersiblings(preceding=backwards):
            found = _nearest(other, backwards=backwards)
            if found is not None:
                return found
        place = place.getparent()
        if place is None or place.tag in CONTAINERS:
            return None
        if place.tag in _BRANCHES:
            place = place.getparent()
    return None


def _nearest(element: etree._Element, *, backwards: bool) -> etree._Element | None:
    """The first paragraph or table of an element, or the last; None when it has none."""
    if element.tag in _SHOWN:
        return element
    if element.tag == ALTERNATIVES:
        only = chosen(element)
        return None if only is None else _nearest(only, backwards=backwards)
    if element.tag in PROPERTIES or element.tag in GOING:
        return None
    children = reversed(element) if backwards else iter(element)
    found = (_nearest(child, backwards=backwards) for child in children)
    return next((each for each in found if each is not None), None)

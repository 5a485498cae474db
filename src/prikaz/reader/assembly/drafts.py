"""Clauses and blocks while they are put together: mutable, with the texts they are made of."""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

from attrs import Factory, define

from prikaz.model import Alignment, Marker
from prikaz.reader.assembly.labels import Label
from prikaz.reader.paper import Grid, Line, PictureLine
from prikaz.reader.source_text import SourceText

_NOTHING = SourceText("")


@define(eq=False)
class Scope:
    """Numbers that are counted together: 1., 2. or 2.1., 2.2.; they go on from what is typed.

    Attributes:
        base: The number that they begin with: (2,) of 2.1., 2.2.
        last: The last one as typed; () before the first.
        count: How many there are.
    """

    base: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    count: int = 0

    @property
    def following(self) -> tuple[int, ...]:
        """The number that would go on."""
        return following(self.last, self.base)

    def take(self, numbers: tuple[int, ...]) -> None:
        """Count one."""
        self.last = numbers
        self.count += 1


def following(last: tuple[int, ...], base: tuple[int, ...]) -> tuple[int, ...]:
    """The number behind the last one, or the first one that begins with ``base``.

    >>> following((2, 3), (2,)), following((), (2,))
    ((2, 4), (2, 1))
    """
    return (*last[:-1], last[-1] + 1) if last else (*base, 1)


@define(eq=False)
class ListDraft:
    """A list of clauses.

    Attributes:
        clauses: Its clauses.
        scope: Where its numbers are counted.
        sections: How many titles of sections of each kind it has.
        with_section: Whether numbers begin with that of their section; None as long as it has not been seen.
    """

    clauses: list[ClauseDraft] = Factory(list)
    scope: Scope = Factory(Scope)
    sections: Counter[Marker] = Factory(Counter)
    with_section: bool | None = None


@define(eq=False)
class ClauseDraft:
    """A clause.

    Attributes:
        marker: What stands before it.
        label: The same as typed or printed; None of a clause without a number.
        typed: The characters of the label.
        lines: Its text, a paragraph each.
        is_heading: Whether it is the title of a section.
        level: How deep it stands by its line; 0 when the line does not say.
        is_listed: Whether it is an item of a list without numbers.
        scope: Where the numbers of the clauses under it are counted.
        parent: The clause that it belongs to.
        blocks: What stands under its text.
        clauses: Its sub-clauses.
    """

    marker: Marker
    label: Label | None
    lines: list[SourceText]
    scope: Scope
    typed: SourceText = _NOTHING
    is_heading: bool = False
    level: int = 0
    is_listed: bool = False
    parent: ClauseDraft | None = None
    blocks: list[BlockDraft] = Factory(list)
    clauses: list[ClauseDraft] = Factory(list)

    @property
    def is_section(self) -> bool:
        """Whether other clauses stand under it as under a title."""
        return self.is_heading or self.marker in {Marker.ROMAN, Marker.CHAPTER, Marker.ARTICLE}

    @property
    def depth(self) -> int:
        """How deep it stands, from 1."""
        depth, above = 1, self.parent
        while above is not None:
            depth, above = depth + 1, above.parent
        return depth


@define(eq=False)
class ParagraphDraft:
    """A paragraph, or a subheading."""

    text: SourceText
    alignment: Alignment = Alignment.JUSTIFIED
    is_heading: bool = False


@define(eq=False)
class MembersDraft:
    """Members of a commission, a line each."""

    lines: list[Line]


@define(eq=False)
class TableDraft:
    """A table with what stands below it."""

    grid: Grid
    title: str
    notes: list[SourceText] = Factory(list)


@define(eq=False)
class PictureDraft:
    """A picture with its caption."""

    picture: PictureLine
    caption: SourceText = _NOTHING


@define(eq=False)
class WordingDraft:
    """The new wording of another act."""

    blocks: list[BlockDraft] = Factory(list)


BlockDraft: TypeAlias = ListDraft | ParagraphDraft | MembersDraft | TableDraft | PictureDraft | WordingDraft

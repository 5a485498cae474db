"""Word files rolled as a clerk rolls them, and what of two of them may be compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from prikaz import Order, render
from prikaz.docx.revisions import accepted
from prikaz.files import open as open_data
from prikaz.model import IndicatorTable, OfficeProfile, Roadmap
from prikaz.model.blocks import Block
from prikaz.model.contents import with_blocks
from prikaz.model.year_tables import rows_of, values_of, with_rows, with_values
from prikaz.reader.draft import WordDraft
from prikaz.reader.revision.planning import WordRevision, revise_word
from prikaz.rollover import Question, Reply, Rolled, undo
from prikaz.service import roll_draft, with_year
from prikaz.service.roll.rolling import RolledDraft, with_answers
from prikaz.service.roll.word_rolling import with_keys_of
from prikaz.service.word_files import read
from tests.reader import word_files

WHO: Final = "prikaz"
_EXAMPLES: Final = {
    path.stem: path for path in sorted((Path(__file__).parents[2] / "examples").rglob("*.yaml"))
}
#: Examples, the gallery, the messy set: what every law is tried on.
NAMES: Final = (*_EXAMPLES, *word_files.names(), *word_files.names(held=True))
#: The year of a file that does not say it.
_UNSAID: Final = 2026
_NAME: Final = "приказ.docx"
_USUAL: Final = OfficeProfile()
_OPEN: Final[Mapping[Question, Reply]] = MappingProxyType({})


class Source(NamedTuple):
    """A Word file to be rolled.

    Attributes:
        data: The file.
        profile: That of its office.
        year: Its year as a person has said it; None for what the file says.
    """

    data: bytes
    profile: OfficeProfile = _USUAL
    year: int | None = None

    def __repr__(self) -> str:
        return f"Source({len(self.data)} bytes, {self.year})"

    def draft(self) -> WordDraft:
        """What is read of it."""
        draft = self.as_read()
        year = self.year or (None if draft.order.year else _UNSAID)
        dated = with_year(draft, year) if year else draft
        assert isinstance(dated, WordDraft)
        return dated

    def as_read(self) -> WordDraft:
        """What is read of it, whatever a person has said."""
        return read(self.data, self.profile, name=_NAME)


class Written:
    """A Word file with what is written into it.

    Attributes:
        source: The file as it was.
        draft: What it said.
        rolled: What its order becomes.
        revision: The file with recorded changes.
    """

    def __init__(self, source: Source, draft: WordDraft, rolled: Rolled) -> None:
        self.source, self.draft, self.rolled = source, draft, rolled
        self.revision = self._revised(accept=False)

    def _revised(self, *, accept: bool) -> WordRevision:
        made = self.rolled
        return revise_word(self.draft, made.changes, made.order, made.questions, accept=accept)

    @property
    def data(self) -> bytes:
        """The file with recorded changes."""
        return self.revision.data

    @cached_property
    def clean(self) -> bytes:
        """The file changed without recording it."""
        return self._revised(accept=True).data

    @cached_property
    def accepted(self) -> Source:
        """The file with all changes accepted, to be rolled on."""
        return Source(accepted(self.data), self.source.profile, self.rolled.order.year)

    @cached_property
    def again(self) -> WordDraft:
        """What is read of it when all changes are accepted."""
        return self.accepted.draft()

    @property
    def says_its_year(self) -> bool:
        """Whether a file that had a date says the new year in the blank for it."""
        return self.draft.order.date is None or self.accepted.as_read().order.year == self.accepted.year

    @property
    def wanted(self) -> Order:
        """What is to be read of it: the new order, but for what could not be written and was told."""
        left = {(each.path, each.was) for each in self.revision.unplaced}
        changes = [each for each in self.rolled.changes if (each.path, each.was) in left]
        return in_order(with_keys_of(self.again.order, undo(self.rolled.order, changes)))


def source(name: str) -> Source:
    """An example as it is printed, or a case of the messy set."""
    if name not in _EXAMPLES:
        return Source(word_files.word_file(name))
    draft = open_data(_EXAMPLES[name])
    return Source(render(draft.order, profile=draft.profile).to_bytes(), draft.profile)


@cache
def written(name: str) -> Written:
    """A file of :data:`NAMES` rolled to the next year."""
    return write(source(name))


def write(source: Source, years: int = 1, answers: Mapping[Question, Reply] = _OPEN) -> Written:
    """A file rolled some years on."""
    draft = source.draft()
    return Written(source, draft, roll(draft, years, answers=answers).rolled)


def roll(draft: WordDraft, years: int = 1, *, answers: Mapping[Question, Reply] = _OPEN) -> RolledDraft:
    """A draft rolled some years on."""
    assert draft.order.year is not None
    rolled = roll_draft(draft, draft.order.year + years)
    return with_answers(rolled, answers) if answers else rolled


def in_order(order: Order) -> Order:
    """An order whose values by year stand in the order of their years: paper knows no other."""
    return with_blocks(order, lambda block, _: _in_order(block))


def _in_order(block: Block) -> Block:
    if not isinstance(block, Roadmap | IndicatorTable):
        return block
    rows = [with_values(row, tuple(sorted(values_of(row)))) for _, row in rows_of(block, ())]
    return with_rows(block, iter(rows))

"""An order of last year made that of a new year, with every change, everything left and every question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import attrs
from attrs import field, frozen

from prikaz.files import QuestionEntry
from prikaz.findings import Path as OrderPath
from prikaz.model.drafts import UNREAD, Draft
from prikaz.rollover import (
    AnswerError,
    Change,
    Kept,
    Question,
    Reply,
    Rolled,
    RollError,
    roll,
)
from prikaz.service.documents import source_of
from prikaz.service.opening import is_word
from prikaz.service.places import print_place
from prikaz.service.questions import Answering
from prikaz.service.reports import ReportRow, ReportTable, filled
from prikaz.service.roll.choices import RollChoices

#: Names under which the template of the list prints the fields of an outcome.
_NAMES: Final = {"was": "было", "became": "стало", "words": "слова", "what": "что", "why": "почему"}
#: Word files that stay what they are; any other becomes a .docx.
KEPT_ENDINGS: Final = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")


@frozen(kw_only=True)
class RolledDraft:
    """An order of a new year beside the draft of the old one (перенесённый документ).

    Attributes:
        draft: The old order with its places.
        rolled: The new order with all that came of it.
        year: The new year, as it was asked for.
        choices: What a clerk has chosen.
        answers: What a person has answered.
        answered: The same as entries of a file.
    """

    draft: Draft
    rolled: Rolled
    year: int
    choices: RollChoices = RollChoices()
    answers: Mapping[Question, Reply] = field(factory=dict)
    answered: tuple[QuestionEntry, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether the order was of that year already."""
        return self.rolled.order == self.draft.order

    @property
    def changes(self) -> ReportTable:
        """Everything that was changed."""
        return self._table("Изменено", ("место", "было", "стало", "почему"), self.rolled.changes)

    @property
    def unchanged(self) -> ReportTable:
        """Years, dates and acts that were left alone."""
        return self._table("Оставлено", ("место", "что", "почему"), self.rolled.kept)

    @property
    def questions(self) -> ReportTable:
        """What a person must decide."""
        columns = ("место", "о чём", "что решить", "почему")
        return self._table("Решить человеку", columns, self.rolled.questions)

    def _table(
        self, title: str, columns: tuple[str, ...], items: Iterable[Change | Kept | Question]
    ) -> ReportTable:
        return ReportTable(title, columns, tuple(map(self._row, items)))

    def _row(self, item: Change | Kept | Question) -> ReportRow:
        values = attrs.asdict(item)
        if isinstance(item, Question) and item.proposal not in item.what:
            values["what"] += f"; предложено: {item.proposal}"
        cells = filled((_NAMES[name], value) for name, value in values.items() if name in _NAMES)
        return ReportRow({"место": self.place(item.path), **cells}, self.draft.place(item.path))

    def place(self, path: OrderPath) -> str:
        """Words for a path: of a text that is in no field, where it stands in its file."""
        if path[:1] == (UNREAD,):
            return self.draft.place(path).inside
        return print_place(path, self.rolled.order)


def roll_draft(
    draft: Draft, year: int, choices: RollChoices = RollChoices(), answers: Iterable[QuestionEntry] = ()
) -> RolledDraft:
    """Make the order of another year.

    Args:
        draft: The old order.
        year: The new year.
        choices: What a clerk may choose.
        answers: Entries of a file of questions, as :func:`prikaz.files.read_questions` gives them.

    Raises:
        RollError: The order has no year, or ``year`` is earlier than it.
        DataError: Answers are not understood, do not fit, or belong to no question; with all of them.
    """
    answering = Answering.of(answers)
    rolled = RolledDraft(draft=draft, rolled=_rolled(draft, year, choices, {}), year=year, choices=choices)
    while answering.match(rolled.rolled.questions):
        rolled = attrs.evolve(rolled, rolled=_answered(rolled, answering))
    answering.refuse_left(rolled.rolled)
    if answering.faults.found:
        raise answering.faults.error()
    return attrs.evolve(rolled, answers=answering.answers, answered=tuple(answering.entries.values()))


def with_answers(rolled: RolledDraft, answers: Mapping[Question, Reply]) -> RolledDraft:
    """The same order of the same year with other answers.

    Raises:
        AnswerError: With every answer that cannot be taken.
    """
    return attrs.evolve(
        rolled, rolled=_rolled(rolled.draft, rolled.year, rolled.choices, answers), answers=answers
    )


def _rolled(draft: Draft, year: int, choices: RollChoices, answers: Mapping[Question, Reply]) -> Rolled:
    rolled = roll(draft.order, year, answers=answers, unread=draft.unread, **attrs.asdict(choices))
    if not is_word(source_of(draft)) or rolled.order.year is None:
        return rolled
    if rolled.order == draft.order:
        return rolled
    from prikaz.service.roll.word_rolling import changes_of_marks  # noqa: PLC0415 (data files have no marks)

    marks = changes_of_marks(draft, rolled.order.year)
    return attrs.evolve(rolled, changes=(*rolled.changes, *marks))


def _answered(rolled: RolledDraft, answering: Answering) -> Rolled:
    """The order with all answers that can be taken."""
    try:
        return with_answers(rolled, answering.answers).rolled
    except AnswerError as error:
        answering.refuse(error.refusals)
        return _answered(rolled, answering)


def with_year(draft: Draft, year: int | None = None) -> Draft:
    """The draft with the year that it is rolled from; a Word file may not tell it.

    Args:
        draft: The old order.
        year: The year of a Word file, where a person has said it.

    Raises:
        RollError: A year was said of a data file; or a Word file does not tell it, or tells two.
    """
    if not is_word(source_of(draft)):
        if year is not None:
            raise RollError("год файла данных стоит в нём самом", "впишите его в поле «год»")
        return draft
    from prikaz.service.roll.word_rolling import dated, unclear_year  # noqa: PLC0415 (data files tell their year)

    if year is not None:
        return dated(draft, year)
    unclear = unclear_year(draft)
    if unclear:
        raise RollError(unclear, "скажите, за какой год документ: --from ГОД")
    return draft


def as_data(draft: Draft) -> Draft:
    """The draft of a Word file that becomes a data file: what stands in no field is not rolled."""
    from prikaz.service.roll.word_rolling import without_texts  # noqa: PLC0415 (data files need none of it)

    return without_texts(draft) if is_word(source_of(draft)) else draft


def path_for_year(source: Path, year: int) -> Path:
    """The path of a file for another year, beside the old one; a .doc becomes a .docx.

    >>> path_for_year(Path("план-2027.yaml"), 2028).name, path_for_year(Path("план.doc"), 2028).name
    ('план-2028.yaml', 'план-2028.docx')
    """
    if is_word(source) and source.suffix.lower() not in KEPT_ENDINGS:
        source = source.with_suffix(".docx")
    stem, found = _YEAR.subn(str(year), source.stem, count=1)
    return source.with_stem(stem if found and stem != source.stem else f"{source.stem}-{year}")

"""An order of last year rolled to a new file, with its list of changes."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import attrs
from attrs import field, frozen

from prikaz import files
from prikaz.errors import DataError, OutputError
from prikaz.files import FileDraft, QuestionEntry, RevisionPlan
from prikaz.model import Order
from prikaz.model.drafts import Draft
from prikaz.opc.atomic_write import refuse_place, write_file
from prikaz.rollover import (
    AnswerError,
    Change,
    Kept,
    Question,
    Reply,
    Rolled,
    RollError,
    Weekends,
    Window,
    roll,
)
from prikaz.rollover.answers.settled import SettledView
from prikaz.service.documents import inputs_of, source_of
from prikaz.service.entries import Entry, entries_of_findings
from prikaz.service.opening import is_word
from prikaz.service.places import print_place
from prikaz.service.questions import Answering, entries_of_questions, key_of
from prikaz.service.reports import ReportRow, ReportTable, filled, save_report
from prikaz.service.saving import is_same_file, questions_path, refuse_inputs, save_new

#: Names under which the template of the list prints the fields of an outcome.
_NAMES: Final = {"was": "было", "became": "стало", "words": "слова", "what": "что", "why": "почему"}
_TAKEN: Final = "назовите новый иначе: -o, или разрешите замену: --overwrite"
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")


@frozen(kw_only=True)
class RollChoices:
    """What a clerk may choose of a roll-over; each as :func:`prikaz.roll` takes it."""

    window: Window = Window.SLIDE
    weekends: Weekends = Weekends.KEEP
    school_year: bool = False
    void_previous: bool = False
    acts_older_than: int | None = None


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
        place = print_place(item.path, self.rolled.order)
        return ReportRow({"место": place, **cells}, self.draft.place(item.path))


@frozen(kw_only=True)
class SavedRoll:
    """The files of a roll-over.

    Attributes:
        files: What was written: the data file, tables beside it, the list of changes.
        entries: What a person should know about the files.
        questions: The file of open questions; None when there are none.
    """

    files: tuple[Path, ...]
    entries: tuple[Entry, ...] = ()
    questions: Path | None = None


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
    if draft.order.year is None and is_word(source_of(draft)):
        hint = "сделайте из файла Word файл данных (prikaz read), впишите в нём «год» и перенесите его"
        raise RollError("год документа не известен", hint)
    options = attrs.asdict(choices)
    answering = Answering.of(answers)
    rolled = roll(draft.order, year, **options)
    while answering.match(rolled.questions):
        rolled = _answered(draft.order, year, options, answering)
    answering.refuse_left(rolled)
    if answering.faults.found:
        raise answering.faults.error()
    return RolledDraft(
        draft=draft,
        rolled=rolled,
        year=year,
        choices=choices,
        answers=answering.answers,
        answered=tuple(answering.entries.values()),
    )


def _answered(order: Order, year: int, options: Mapping[str, Any], answering: Answering) -> Rolled:
    """The order with all answers that can be taken."""
    try:
        return roll(order, year, answers=answering.answers, **options)
    except AnswerError as error:
        answering.refuse(error.refusals)
        return _answered(order, year, options, answering)


def path_for_year(source: Path, year: int) -> Path:
    """The path of a data file for another year, beside the old one; a Word file becomes YAML.

    >>> path_for_year(Path("план-2027.yaml"), 2028).name, path_for_year(Path("план.docx"), 2028).name
    ('план-2028.yaml', 'план-2028.yaml')
    """
    source = source.with_suffix(".yaml") if is_word(source) else source
    stem, found = _YEAR.subn(str(year), source.stem, count=1)
    return source.with_stem(stem if found and stem != source.stem else f"{source.stem}-{year}")


def save_rolled(
    rolled: RolledDraft,
    target: Path,
    changes: Path | None = None,
    *,
    answers: Path | None = None,
    overwrite: bool = False,
) -> SavedRoll:
    """Write the data file of the new order, its open questions, and its list of changes if asked.

    Args:
        rolled: The new order.
        target: The new data file; tables that the old one takes rows from are copied beside it.
        changes: The list of changes: a document where it ends in ``.docx``, else JSON.
        answers: The file of questions that was answered: it stays as it is where it has all open questions.
        overwrite: Replace files that are there, but those that the new ones are made of. When there are
            answers, files that an earlier roll-over has made and nobody has edited are replaced in any case.

    Raises:
        OutputError: One of the files is there already and may not be replaced, or it cannot be written;
            before anything is.
    """
    lists = [changes] if changes else []
    questions = _new_questions(rolled, target, answers, overwrite=overwrite)
    _refuse_targets([target, *lists, questions_path(target)])
    inputs = inputs_of(rolled.draft)
    for path in (target, questions_path(target)):
        refuse_inputs(path, inputs, "новый", "назовите новый иначе: -o")
    for path in lists:
        refuse_inputs(
            path, [*inputs, *([answers] if answers else [])], "новый", "назовите перечень изменений иначе"
        )
    for path in lists:
        refuse_place(path, overwrite=overwrite, hint=_TAKEN)
    if questions is not None:
        refuse_place(questions.path, overwrite=overwrite or questions.adds, hint=_TAKEN)
    plan = _plan(rolled.draft, rolled.rolled, target)
    replaceable = _replaceable(rolled, target) if answers else ()
    written = plan.write(overwrite=overwrite, replaceable=replaceable)
    if questions is not None:
        write_file(questions.path, questions.text.encode(), overwrite=True)
    for path in lists:
        save_changes(rolled, path, overwrite=overwrite)
    return SavedRoll(
        files=(*written, *([questions.path] if questions else []), *lists),
        entries=entries_of_findings(plan.findings, rolled.draft),
        questions=questions_path(target) if rolled.rolled.questions else None,
    )


def _plan(draft: Draft, rolled: Rolled, target: Path) -> RevisionPlan:
    """The data file of the new order: that of the old one, edited, or a new one where there was none."""
    source = source_of(draft)
    if isinstance(draft, FileDraft):
        return files.plan_revision(
            draft, source, rolled.changes, rolled.order, target, questions=rolled.questions
        )
    return files.plan_new(
        rolled.order, target, inputs=[source], notes=draft.notes, questions=rolled.questions
    )


def _replaceable(rolled: RolledDraft, target: Path) -> Collection[Path]:
    """The files that an earlier roll-over has made, with those answers that they show, and nobody has edited.

    They are made again and compared, so that nothing that a person has written can be lost.
    """
    try:
        view = SettledView(files.load(target))
        waiting = dict(view.unsettled(tuple(rolled.answers.items())))
        shown = {asked: reply for asked, reply in rolled.answers.items() if asked not in waiting}
        earlier = roll(rolled.draft.order, rolled.year, answers=shown, **attrs.asdict(rolled.choices))
    except (DataError, AnswerError):
        return ()
    plan = _plan(rolled.draft, earlier, target)
    return plan.contents if plan.is_untouched() else ()


class _QuestionsFile(NamedTuple):
    """A file of questions to be written; ``adds`` when all that is there already stays in it."""

    path: Path
    text: str
    adds: bool = False


def _new_questions(
    rolled: RolledDraft, target: Path, answers: Path | None, *, overwrite: bool
) -> _QuestionsFile | None:
    """The file of open questions; None when nothing is open, or when all of it stands there already.

    The file that was answered only grows: an answer may bring new questions. In any other those that were
    answered stand, too, so that it can be answered to the end and read back again.
    """
    path = questions_path(target)
    left = entries_of_questions(rolled.rolled.questions, rolled.rolled.order)
    if answers and is_same_file(path, answers):
        known = set(map(key_of, files.read_questions(answers)))
        more = [entry for entry in left if key_of(entry) not in known]
        text = files.with_more_questions(path, more) if more else None
        if text or not more:
            return _QuestionsFile(path, text, adds=True) if text else None
    if not left and not (overwrite and path.exists()):
        return None
    return _QuestionsFile(path, files.print_questions((*left, *rolled.answered), path.name))


def _refuse_targets(targets: Sequence[Path]) -> None:
    """Refuse two files of one name."""
    if len(set(targets)) < len(targets):
        twice = next(path for path in targets if targets.count(path) > 1)
        raise OutputError(f"файл «{twice}» назван дважды", "назовите перечень изменений иначе", str(twice))


def save_changes(rolled: RolledDraft, path: Path, *, overwrite: bool = False) -> None:
    """Write the list of changes: a document where ``path`` ends in ``.docx``, else JSON.

    Raises:
        OutputError: There is a file of this name and ``overwrite`` is not asked for, or it cannot be written.
    """
    if path.suffix.lower() == ".docx":
        tables = {
            "изменения": rolled.changes.view,
            "вопросы": rolled.questions.view,
            "оставлено": rolled.unchanged.view,
        }
        heading = rolled.rolled.order.heading
        save_report("изменения", "ПЕРЕЧЕНЬ ИЗМЕНЕНИЙ", heading, tables, path, overwrite=overwrite)
    elif overwrite:
        write_file(path, _as_json(rolled.rolled).encode(), overwrite=True)
    else:
        save_new(path, _as_json(rolled.rolled))


def _as_json(rolled: Rolled) -> str:
    data = {
        "год": rolled.order.year,
        "изменения": [attrs.asdict(item) for item in rolled.changes],
        "оставлено": [attrs.asdict(item) for item in rolled.kept],
        "вопросы": [attrs.asdict(item) for item in rolled.questions],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

"""The files of a roll-over: the new document or data file, its open questions, its list of changes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import attrs
from attrs import frozen

from prikaz import files
from prikaz.errors import DataError, OutputError, PackageError
from prikaz.files import FileDraft, RevisionPlan
from prikaz.findings import Finding
from prikaz.model.drafts import Draft
from prikaz.opc.atomic_write import refuse_place, write_file
from prikaz.rollover import AnswerError, Rolled
from prikaz.rollover.answers.settled import SettledView, is_kept
from prikaz.service.documents import inputs_of, source_of
from prikaz.service.entries import Entry, entries_of_findings
from prikaz.service.opening import is_word, open_draft
from prikaz.service.questions import entries_of_questions, key_of
from prikaz.service.reading import data_path
from prikaz.service.reports import save_report
from prikaz.service.roll.choices import WordChoices
from prikaz.service.roll.rolling import KEPT_ENDINGS, RolledDraft, with_answers
from prikaz.service.saving import is_same_file, questions_path, refuse_inputs, save_new

_DATA: Final = frozenset({".yaml", ".yml", ".json"})
_TAKEN: Final = "назовите новый иначе: -o, или разрешите замену: --overwrite"


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


def rolled_path(source: Path, name: str) -> Path:
    """The path of the file of a new order, as a person has named it.

    Raises:
        OutputError: Its ending is that of another kind of file.
    """
    path = Path(name)
    ending = path.suffix.lower()
    if not is_word(source) or ending in _DATA:
        return data_path(name)
    kept = source.suffix.lower() if source.suffix.lower() in KEPT_ENDINGS else ".docx"
    if ending == kept:
        return path
    message, better = f"новый файл не назвать «{path}»", path.with_suffix(kept)
    raise OutputError(message, f"назовите его «{better}» или, чтобы получить файл данных, .yaml", name)


def save_rolled(  # noqa: PLR0913 (what is written, where, and what may be replaced)
    rolled: RolledDraft,
    target: Path,
    changes: Path | None = None,
    *,
    answers: Path | None = None,
    overwrite: bool = False,
    choices: WordChoices = WordChoices(),
) -> SavedRoll:
    """Write the file of the new order, its open questions, and its list of changes if asked.

    Args:
        rolled: The new order.
        target: The new file: of a data file another one, and tables that it takes rows from are copied beside
            it; of a Word file a Word file with recorded changes, or a data file, by its ending.
        changes: The list of changes: a document where it ends in ``.docx``, else JSON.
        answers: The file of questions that was answered: it stays as it is where it has all open questions.
        overwrite: Replace files that are there, but those that the new ones are made of. When there are
            answers, files that an earlier roll-over has made and nobody has edited are replaced in any case.
        choices: How a Word file is written.

    Raises:
        RefusedError: The Word file is signed or protected, and nobody has allowed to alter it.
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
    plan = _plan(rolled, target, choices)
    replaceable = _replaceable(rolled, target, choices) if answers else ()
    written = plan.write(overwrite=overwrite, replaceable=replaceable)
    if questions is not None:
        write_file(questions.path, questions.text.encode(), overwrite=True)
    for path in lists:
        save_changes(rolled, path, overwrite=overwrite)
    return SavedRoll(
        files=(*written, *([questions.path] if questions else []), *lists),
        entries=entries_of_findings((*_of_source(rolled.draft), *plan.findings), rolled.draft),
        questions=questions_path(target) if rolled.rolled.questions else None,
    )


def _of_source(draft: Draft) -> tuple[Finding, ...]:
    """What is to be known of a Word file that was rolled; a data file tells its own when it is printed."""
    return draft.findings if is_word(source_of(draft)) else ()


def _plan(rolled_draft: RolledDraft, target: Path, choices: WordChoices) -> RevisionPlan:
    """The file of the new order: that of the old one, edited, or a data file where that was a Word file."""
    draft, rolled = rolled_draft.draft, rolled_draft.rolled
    source = source_of(draft)
    if is_word(target):
        from prikaz.service.roll.word_rolling import plan_word  # noqa: PLC0415 (data files need none of it)

        return plan_word(draft, rolled, target, choices)
    if isinstance(draft, FileDraft):
        return files.plan_revision(
            draft, source, rolled.changes, rolled.order, target, questions=rolled.questions
        )
    return files.plan_new(
        rolled.order, target, inputs=[source], notes=draft.notes, questions=rolled.questions
    )


def _replaceable(rolled: RolledDraft, target: Path, choices: WordChoices) -> Collection[Path]:
    """The files that an earlier roll-over has made, with those answers that they show, and nobody has edited.

    They are made again and compared, so that nothing that a person has written can be lost.
    """
    try:
        made = open_draft(target)
        view = SettledView(made.order, made.unread)
        waiting = dict(view.unsettled(tuple(rolled.answers.items())))
        shown = {asked: reply for asked, reply in rolled.answers.items() if asked not in waiting}
        told = {asked: reply for asked, reply in shown.items() if not is_kept(asked, reply)}
        earlier = [with_answers(rolled, answers) for answers in (shown, told)]
    except (DataError, PackageError, AnswerError):
        return ()
    plans = (_plan(one, target, how) for one in earlier for how in _ways(target, choices))
    return next((plan.contents for plan in plans if plan.is_untouched()), ())


def _ways(target: Path, choices: WordChoices) -> Iterator[WordChoices]:
    """How the earlier file may have been written: a Word file with marks or without, with a day or none."""
    yield choices
    if is_word(target):
        for accept, date in (
            (choices.accept, None),
            (not choices.accept, choices.date),
            (not choices.accept, None),
        ):
            yield attrs.evolve(choices, accept=accept, date=date)


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
    left = entries_of_questions(rolled.rolled.questions, rolled.place)
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

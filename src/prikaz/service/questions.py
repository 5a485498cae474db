"""Open questions of a roll-over beside its new file: written, answered there, read back, and reminded of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from attrs import define, field

from prikaz import files
from prikaz.errors import DataError
from prikaz.files import QuestionEntry
from prikaz.files.nodes.faults import Faults
from prikaz.findings import Finding, FindingKind, print_path
from prikaz.findings import Path as OrderPath
from prikaz.model.drafts import Draft
from prikaz.rollover import Question, Refusal, Reply, Rolled
from prikaz.rollover.answers.replies import refuse_gone
from prikaz.rollover.answers.settled import SettledView

QUESTIONS_LEFT: Final = FindingKind("questions-left", "После переноса остались вопросы без ответа")
ANSWERS_WAITING: Final = FindingKind("answers-waiting", "Ответы на вопросы вписаны, но в документ не внесены")
QUESTIONS_UNREADABLE: Final = FindingKind("questions-unreadable", "Файл вопросов рядом не читается")

#: What makes a question the same in two roll-overs: path, words, what is asked, which of those that are so.
Key: TypeAlias = tuple[str, str, str, int]


def entries_of_questions(
    questions: Sequence[Question], place: Callable[[OrderPath], str]
) -> tuple[QuestionEntry, ...]:
    """Questions as they are written to a file, each once; ``place`` gives words for a path."""
    return tuple(
        QuestionEntry(
            where=place(question.path),
            path=print_path(question.path),
            words=question.words,
            what=question.what,
            why=question.why,
            proposal=question.proposal,
            number=number,
        )
        for question, (_, _, _, number) in _Keys().of(questions).items()
    )


def key_of(entry: QuestionEntry) -> Key:
    """What an entry is known by."""
    return _in_a_line(entry.path), _in_a_line(entry.words), _in_a_line(entry.what), entry.number


@define
class _Keys:
    """The keys of questions in the order in which they are met."""

    known: dict[Question, Key] = field(factory=dict)
    count: Counter[tuple[str, str, str]] = field(factory=Counter)

    def of(self, questions: Sequence[Question]) -> Mapping[Question, Key]:
        """The keys of questions; those that have been met before keep theirs."""
        for question in questions:
            if question not in self.known:
                path, words, what = map(
                    _in_a_line, (print_path(question.path), question.words, question.what)
                )
                self.count[path, words, what] += 1
                self.known[question] = (path, words, what, self.count[path, words, what])
        return {question: self.known[question] for question in questions}


def _in_a_line(text: str) -> str:
    return " ".join(text.split())


# Answers --------------------------------------------------------------------------------------------------


@define(kw_only=True)
class Answering:
    """Answers of a file on their way to the questions that they belong to.

    Attributes:
        left: Entries that no question has been found for yet.
        answers: Answers by their questions.
        entries: The entries of these.
        faults: Entries that cannot be taken.
    """

    left: list[QuestionEntry]
    answers: dict[Question, Reply] = field(factory=dict)
    entries: dict[Question, QuestionEntry] = field(factory=dict)
    faults: Faults = field(factory=Faults)
    _keys: _Keys = field(factory=_Keys)

    @classmethod
    def of(cls, entries: Iterable[QuestionEntry]) -> Answering:
        """The entries that are answered; the others say nothing."""
        return cls(left=[entry for entry in entries if entry.is_answered])

    def match(self, questions: Sequence[Question]) -> bool:
        """Find the questions of the answers that are left; whether any was found."""
        keys = {key: question for question, key in self._keys.of(questions).items()}
        found = [entry for entry in self.left if key_of(entry) in keys]
        for entry in found:
            question = keys[key_of(entry)]
            self.left.remove(entry)
            self.entries[question] = entry
            self.answers[question] = dict(entry.answers) or entry.answer
        return bool(found)

    def refuse(self, refusals: Iterable[Refusal]) -> None:
        """Note what cannot be taken, and go on without it."""
        for refusal in refusals:
            self._add(self.entries[refusal.question], refusal)
            self.answers.pop(refusal.question, None)

    def refuse_left(self, rolled: Rolled) -> None:
        """Note answers that no question was found for."""
        view = SettledView(rolled.order, rolled.unread)
        for entry in self.left:
            question = _question(entry, view)
            self._add(entry, refuse_gone(question, view.text(question.path)))

    def _add(self, entry: QuestionEntry, refusal: Refusal) -> None:
        message = f"«{entry.words}»: {refusal.message}"
        self.faults.add(refusal.kind, entry.place, message, refusal.hint, (entry.path,))


def _question(entry: QuestionEntry, view: SettledView) -> Question:
    return Question(
        path=view.path(entry.path),
        words=entry.words,
        what=entry.what,
        why=entry.why,
        proposal=entry.proposal,
    )


# What is left ---------------------------------------------------------------------------------------------


def look_for_unsettled(path: Path, draft: Draft) -> tuple[Finding, ...]:
    """What of a file of questions is not settled in the draft that they are about."""
    try:
        entries = files.read_questions(path)
    except DataError as error:
        fault = error.faults[0]
        return (QUESTIONS_UNREADABLE.finding(str(fault)),)
    view = SettledView(draft.order, draft.unread)
    asked = [(_question(entry, view), dict(entry.answers) or entry.answer.strip()) for entry in entries]
    left = view.unsettled(asked)
    waiting = sum(bool(reply) for _, reply in left)
    return tuple(_told(len(left) - waiting, waiting, path.name))


def _told(count: int, waiting: int, name: str) -> Iterator[Finding]:
    if count:
        hint = (
            "впишите в нём ответы и перенесите документ ещё раз с ключом --answers или поправьте сам документ"
        )
        yield QUESTIONS_LEFT.finding(f"осталось вопросов: {count}, см. {name}", hint)
    if waiting:
        hint = "перенесите документ ещё раз с ключом --answers"
        yield ANSWERS_WAITING.finding(f"ответы вписаны, но не внесены: {waiting}, см. {name}", hint)

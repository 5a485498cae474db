"""Answers of a person put into a rolled order: each is a change that can be undone, or is left as it was.

Places of changes are those of the old text, as everywhere; where a question is
about words that stand in the new text only, they are found there and taken back
to the old one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from attrs import define, evolve, field

from prikaz.findings import Path
from prikaz.model import Indicator, Order, Target
from prikaz.model.year_tables import YearRow, values_of
from prikaz.rollover.answers.additions import (
    CLAUSES,
    clause_path,
    is_added_clause,
    value_rows,
    with_additions,
)
from prikaz.rollover.answers.replies import (
    ACCEPT,
    ANSWER_UNFIT,
    KEEP,
    AnswerError,
    Command,
    Decision,
    NewValues,
    NewWords,
    Refusal,
    Reply,
    Wanted,
    read_proposal,
    read_reply,
    refuse_gone,
    refuse_repeated,
    without_full_stop,
)
from prikaz.rollover.answers.spots import Spot, find_spots
from prikaz.rollover.field_values import FieldValue, changed_text, field_values, like, with_texts
from prikaz.rollover.outcome import Change, Kept, Question, Rolled
from prikaz.rollover.texts.rolling import move_within
from prikaz.rollover.year_shift import YearShift

#: Why something was changed or left, when a person has said so.
DECIDED: Final = "решено человеком"
_YEAR: Final = re.compile(r"\d{4}")
_NEW: Final = "впишите новый текст или ответьте «оставить»"
_BY_HAND: Final = "поправьте файл данных сами, а здесь ответьте «оставить»"


def take_answers(
    order: Order,
    rolled: Rolled,
    answers: Mapping[Question, Reply],
    shift: YearShift,
    unread: Mapping[Path, str],
) -> Rolled:
    """A rolled order with answers put into it; what a person has decided comes last in each list.

    Args:
        order: The old order.
        rolled: What has come of it.
        answers: The answers by their questions; one may bring new questions, which may be answered too.
        shift: What was asked for.
        unread: Texts of the old document that are in none of its fields.

    Raises:
        AnswerError: With every answer that cannot be taken.
    """
    left = dict(answers)
    refusals: list[Refusal] = []
    while asked := {question: left.pop(question) for question in rolled.questions if question in left}:
        work = _Answering.of(order, rolled, shift, unread)
        for question, reply in asked.items():
            work.take(question, reply)
        refusals += work.refusals
        rolled = work.outcome(asked)
    texts = {**field_values(rolled.order), **rolled.unread}
    refusals += [refuse_gone(question, _printed(texts.get(question.path))) for question in left]
    if refusals:
        raise AnswerError(refusals)
    return rolled


def _printed(value: FieldValue | None) -> str | None:
    return None if value is None else str(value)


@define(kw_only=True)
class _Answering:
    """One round of answers.

    Attributes:
        rolled: The order before it.
        old: The texts of the old order.
        new: The texts of the rolled one.
        rows: The rows with values by year, by the paths of their values.
        shift: What was asked for.
        changes: All changes, those that were answered among them.
        kept: What was left alone.
        questions: Questions that answers have brought.
        refusals: Answers that cannot be taken.
        touched: Texts that answers change.
        decided: Places in old texts about which an answer was given.
        added: Values by the paths of their years.
        clauses: New clauses.
    """

    rolled: Rolled
    old: Mapping[Path, FieldValue]
    new: Mapping[Path, FieldValue]
    rows: Mapping[Path, YearRow]
    shift: YearShift
    changes: list[Change]
    kept: list[Kept]
    questions: list[Question] = field(factory=list)
    refusals: list[Refusal] = field(factory=list)
    touched: set[Path] = field(factory=set)
    decided: set[tuple[Path, int]] = field(factory=set)

    @classmethod
    def of(cls, order: Order, rolled: Rolled, shift: YearShift, unread: Mapping[Path, str]) -> _Answering:
        """The beginning of a round."""
        return cls(
            rolled=rolled,
            old={**field_values(order), **unread},
            new={**field_values(rolled.order), **rolled.unread},
            rows=value_rows(rolled.order),
            shift=shift,
            changes=list(rolled.changes),
            kept=list(rolled.kept),
        )

    def take(self, question: Question, reply: Reply) -> None:
        """Put one answer in, or refuse it."""
        decision = read_reply(question, reply, self._wanted(question))
        if decision == Command(ACCEPT):
            decision = (
                read_proposal(question)
                if question.proposal
                else _unfit(question, "предложения здесь нет", _NEW)
            )
        if isinstance(decision, Refusal):
            self.refusals.append(decision)
        elif question.path in self.new:
            self._take_text(question, decision)
        elif question.path in self.rows:
            self._take_values(question, decision)
        elif question.path == CLAUSES and isinstance(decision, NewWords):
            self._add_clause(decision.text)
        elif decision != Command(KEEP):
            self._refuse(question, "внести такой ответ программа не может", _BY_HAND)

    def _wanted(self, question: Question) -> Wanted:
        if question.path in self.rows or isinstance(self.new.get(question.path), Target):
            return Wanted.VALUE
        return Wanted.CLAUSE if question.path == CLAUSES else Wanted.WORDS

    def outcome(self, asked: Mapping[Question, Reply]) -> Rolled:
        """The order after the round."""
        questions = (question for question in self.rolled.questions if question not in asked)
        texts = self._texts()
        return Rolled(
            order=self._order(texts),
            changes=tuple(self.changes),
            kept=tuple(self.kept),
            questions=(*questions, *self.questions),
            unread={path: texts.get(path, text) for path, text in self.rolled.unread.items()},
        )

    def _texts(self) -> Mapping[Path, str]:
        """The texts that answers change, with all changes made."""
        return {
            path: changed_text(
                str(self.old[path]), [change for change in self.changes if change.path == path]
            )
            for path in self.touched
        }

    def _order(self, texts: Mapping[Path, str]) -> Order:
        added = [change for change in self.changes if not change.was and change not in self.rolled.changes]
        return with_additions(with_texts(self.rolled.order, texts), added)

    def _refuse(self, question: Question, message: str, hint: str = "") -> None:
        self.refusals.append(_unfit(question, message, hint))

    # Words of a text

    def _take_text(self, question: Question, decision: Decision) -> None:
        if isinstance(decision, NewValues):
            self._refuse(question, "ответ по годам здесь не подходит", "впишите новый текст")
        elif question.at is not None:
            self._take_old_words(question, question.at, decision)
        else:
            self._take_new_words(question, decision)

    def _take_old_words(self, question: Question, at: int, decision: Decision) -> None:
        """An answer about words that were left alone."""
        text = str(self.old[question.path])
        if isinstance(decision, NewWords):
            if not self._repeats(question, decision, text, at):
                self._replace(question, at, decision.text)
        elif decision == Command(KEEP):
            self._keep(question, at)
        else:
            place = range(at, at + len(question.words))
            log = move_within(text, place, question.path, self.shift, DECIDED)
            if not log.changes:
                self._refuse(question, "переносить здесь нечего", _NEW)
                return
            self.changes += log.changes
            self.questions += log.questions
            self.touched.add(question.path)

    def _take_new_words(self, question: Question, decision: Decision) -> None:
        """An answer about words of the new text."""
        made = [change for change in self.rolled.changes if change.path == question.path]
        asked = [other for other in self.rolled.questions if other.path == question.path and other.at is None]
        text = str(self.new[question.path])
        spots = find_spots(question, text, made, asked)
        if not spots:
            self._refuse(question, "этих слов здесь несколько, и не видно, о каких вопрос", _BY_HAND)
        elif isinstance(decision, NewWords):
            if not any(self._repeats(question, decision, text, spot.start) for spot in spots):
                for spot in spots:
                    self._replace_new(question, spot, decision.text)
        elif decision == Command(KEEP):
            for spot in spots:
                if not spot.change:
                    self._keep(question, spot.at)
        else:
            self._refuse(question, "эти слова уже перенесены", _NEW)

    def _repeats(self, question: Question, decision: NewWords, text: str, start: int) -> bool:
        """Whether a new text says again what stands around its place; then it is refused."""
        if decision.is_certain:
            return False
        end = start + len(question.words)
        refusal = refuse_repeated(question, decision.text, text[:start], text[end:])
        self.refusals += [refusal] if refusal else []
        return refusal is not None

    def _replace_new(self, question: Question, spot: Spot, text: str) -> None:
        """Other words in a place of the new text."""
        if spot.change is None:
            self._replace(question, spot.at, text)
            return
        words, end = spot.change.became, spot.inside + len(question.words)
        behind = str(self.old[question.path])[spot.change.at + len(spot.change.was) :]
        stands = without_full_stop(question.words, text, words[end:] + behind)
        became = words[: spot.inside] + text + words[spot.inside + len(stands) :]
        self._change_again(question, spot.change, became)

    def _replace(self, question: Question, at: int, text: str) -> None:
        """Other words in place of words of the old text."""
        value = self.old[question.path]
        if text == question.words:
            self._keep(question, at)
        elif self._is_first(question, at):
            if question.words == str(value):
                text = str(like(value, text))
            words = without_full_stop(question.words, text, str(value)[at + len(question.words) :])
            change = Change(path=question.path, was=words, became=text, why=DECIDED, at=at)
            self.changes.append(change)
            self.kept = [item for item in self.kept if not _is_of(item, question, at)]
            self.touched.add(question.path)

    def _change_again(self, question: Question, change: Change, became: str) -> None:
        """Other words in place of those that a change has made."""
        if became == change.became or not self._is_first(question, change.at):
            return
        self.changes.remove(change)
        self.touched.add(change.path)
        if became == change.was:
            self.kept.append(Kept(path=change.path, words=change.was, why=DECIDED, at=change.at))
        else:
            self.changes.append(evolve(change, became=became, why=DECIDED))

    def _keep(self, question: Question, at: int) -> None:
        if not any(_is_of(item, question, at) for item in self.kept):
            self.kept.append(Kept(path=question.path, words=question.words, why=DECIDED, at=at))

    def _is_first(self, question: Question, at: int) -> bool:
        """Whether no other answer gives new words in the same place."""
        if (question.path, at) in self.decided:
            self._refuse(question, "на те же слова дан и другой ответ", "оставьте один новый текст")
            return False
        self.decided.add((question.path, at))
        return True

    # Values by year, clauses

    def _take_values(self, question: Question, decision: Decision) -> None:
        """An answer about the blank cells of new years."""
        asked = [int(year) for year in _YEAR.findall(question.words)]
        if decision == Command(KEEP):
            return
        if isinstance(decision, NewWords) and len(asked) == 1:
            decision = NewValues(((asked[0], decision.text),))
        if not isinstance(decision, NewValues):
            example = ", ".join(f"{year}: …" for year in asked)
            self._refuse(question, "не видно, какого года значение", f"впишите так: {{{example}}}")
            return
        given = dict(decision.values)
        if given.keys() != set(asked):
            message = f"в ответе не те годы: {', '.join(map(str, given))}, а спрошено о {question.words}"
            self._refuse(question, message, "назовите каждый; пустую клетку оставит слово «оставить»")
            return
        for year in asked:
            self._add_value(question, year, given[year])

    def _add_value(self, question: Question, year: int, reply: str) -> None:
        decision = read_reply(question, reply, Wanted.VALUE)
        row = self.rows[question.path]
        if isinstance(decision, Refusal):
            self.refusals.append(decision)
        elif isinstance(decision, NewWords):
            is_target = isinstance(row, Indicator)
            path = (*question.path, year) if is_target else (*question.path, year, 1)
            became = str(Target.parse(decision.text)) if is_target else decision.text
            before = [change for change in self.changes if change.path[: len(question.path)] == question.path]
            at = len(values_of(row)) + sum(not change.was for change in before)
            self.changes.append(Change(path=path, was="", became=became, why=DECIDED, at=at))
        elif decision != Command(KEEP):
            self._refuse(question, f"ответ «{reply}» здесь не подходит", "впишите значение или «оставить»")

    def _add_clause(self, text: str) -> None:
        number = len(self.rolled.order.clauses) + 1 + sum(map(is_added_clause, self.changes))
        self.changes.append(Change(path=clause_path(number), was="", became=text, why=DECIDED))


def _is_of(item: Kept, question: Question, at: int) -> bool:
    """Whether what was left alone is what a question is about."""
    ends, end = item.at + len(item.words), at + len(question.words)
    return item.path == question.path and item.at < end and at < ends


def _unfit(question: Question, message: str, hint: str = "") -> Refusal:
    return Refusal(question=question, kind=ANSWER_UNFIT, message=message, hint=hint)

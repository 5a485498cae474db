"""Whether a question is settled in an order as it is now, by an answer or by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Final

from prikaz.findings import Path, print_path
from prikaz.model import Order
from prikaz.model.year_tables import YearRow, values_of
from prikaz.rollover.answers.additions import value_rows
from prikaz.rollover.answers.replies import (
    ACCEPT,
    KEEP,
    Command,
    Decision,
    NewValues,
    NewWords,
    Refusal,
    Reply,
    Wanted,
    read_proposal,
    read_reply,
)
from prikaz.rollover.field_values import field_values
from prikaz.rollover.outcome import Question

_YEAR: Final = re.compile(r"\d{4}")


class SettledView:
    """An order as it is now, looked through for what was asked about it.

    Args:
        order: The order.
        unread: Texts of the document that are in none of its fields.
    """

    def __init__(self, order: Order, unread: Mapping[Path, str] = MappingProxyType({})) -> None:
        self._order = order
        self._unread = unread

    def path(self, printed: str) -> Path:
        """The path of a field that is printed so; the words themselves when there is none."""
        return self._paths.get(printed, (printed,))

    def text(self, path: Path) -> str | None:
        """The text of a field; None when it has none."""
        value = self._texts.get(path)
        return None if value is None else str(value)

    def unsettled(self, asked: Sequence[tuple[Question, Reply]]) -> tuple[tuple[Question, Reply], ...]:
        """What is left to do: questions whose words still stand at their place, and that nobody keeps there.

        Args:
            asked: Questions, each with what a person has answered; "" for nothing.
        """
        groups: dict[tuple[Path, str, str], list[tuple[Question, Reply]]] = {}
        for item in asked:
            question, _ = item
            groups.setdefault((question.path, question.words, question.what), []).append(item)
        return tuple(item for group in groups.values() for item in self._unsettled(group))

    def _unsettled(self, alike: Sequence[tuple[Question, Reply]]) -> Iterator[tuple[Question, Reply]]:
        """The same of questions that are told apart by nothing but their order."""
        question, _ = alike[0]
        read = [(item, _decision(*item)) for item in alike]
        kept = sum(decision == Command(KEEP) for _, decision in read)
        left = [item for item, decision in read if not self._is_done(item[0], decision)]
        text = self.text(question.path)
        if text is not None:  # those that are kept stand there, too
            left.sort(key=lambda item: bool(item[1]))
            left = left[: max(0, text.count(question.words) - kept)]
        yield from left

    def _is_done(self, question: Question, decision: Decision | Refusal | None) -> bool:
        """Whether an answer keeps what stands there, or stands there itself, or all blanks are filled."""
        if decision == Command(KEEP):
            return True
        if question.path in self._rows:
            blank = decision.blank_years if isinstance(decision, NewValues) else frozenset()
            given = {year for year, _ in values_of(self._rows[question.path])}
            return given | blank >= set(map(int, _YEAR.findall(question.words)))
        words = decision.text if isinstance(decision, NewWords) else None
        text = self.text(question.path)
        if text is not None:
            return words is not None and words in text
        clauses = {clause.text for clause in self._order.clauses}
        return (words or question.proposal) in clauses

    @cached_property
    def _texts(self) -> Mapping[Path, object]:
        return {**field_values(self._order), **self._unread}

    @cached_property
    def _rows(self) -> Mapping[Path, YearRow]:
        return value_rows(self._order)

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        return {print_path(path): path for path in (*self._texts, *self._rows)}


def is_kept(question: Question, reply: Reply) -> bool:
    """Whether an answer leaves the words as they are: only its question tells it from no answer."""
    return _decision(question, reply) == Command(KEEP)


def _decision(question: Question, reply: Reply) -> Decision | Refusal | None:
    """What a person has decided; None for nothing yet."""
    decision = read_reply(question, reply, Wanted.VALUE) if reply else None
    return read_proposal(question) if decision == Command(ACCEPT) else decision

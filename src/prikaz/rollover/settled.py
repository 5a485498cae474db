"""Whether a question is settled in an order as it is now, by an answer or by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from prikaz.findings import Path, print_path
from prikaz.model import Order
from prikaz.rollover.additions import value_rows
from prikaz.rollover.answers import (
    ACCEPT,
    KEEP,
    Command,
    NewValues,
    NewWords,
    Reply,
    Wanted,
    read_proposal,
    read_reply,
)
from prikaz.rollover.columns import YearRow, values_of
from prikaz.rollover.field_values import field_values
from prikaz.rollover.outcome import Question

_YEAR: Final = re.compile(r"\d{4}")


class SettledView:
    """An order as it is now, looked through for what was asked about it."""

    def __init__(self, order: Order) -> None:
        self._order = order

    def path(self, printed: str) -> Path:
        """The path of a field that is printed so; the words themselves when there is none."""
        return self._paths.get(printed, (printed,))

    def text(self, path: Path) -> str | None:
        """The text of a field; None when it has none."""
        value = self._texts.get(path)
        return None if value is None else str(value)

    def is_settled(self, question: Question, reply: Reply) -> bool:
        """Whether nothing is left to do about a question.

        Its words are gone from their place, or the answer stands there, or a person keeps what stands there.

        Args:
            question: The question.
            reply: What a person has answered; "" for nothing.
        """
        decision = read_reply(question, reply, Wanted.VALUE) if reply else None
        if decision == Command(KEEP):
            return True
        if decision == Command(ACCEPT):
            decision = read_proposal(question)
        words = decision.text if isinstance(decision, NewWords) else None
        if question.path in self._rows:
            blank = decision.blank_years if isinstance(decision, NewValues) else frozenset()
            given = {year for year, _ in values_of(self._rows[question.path])}
            return given | blank >= set(map(int, _YEAR.findall(question.words)))
        text = self.text(question.path)
        if text is not None:
            return question.words not in text or (words is not None and words in text)
        clauses = {clause.text for clause in self._order.clauses}
        return question.proposal in clauses if not words else words in clauses

    @cached_property
    def _texts(self) -> Mapping[Path, object]:
        return field_values(self._order)

    @cached_property
    def _rows(self) -> Mapping[Path, YearRow]:
        return value_rows(self._order)

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        return {print_path(path): path for path in (*self._texts, *self._rows)}

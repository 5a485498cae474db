"""What came of a roll-over, as values: changes, what was left alone, and what a person must decide."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from prikaz.errors import ExplainedError
from prikaz.findings import Path
from prikaz.model import Order


class RollError(ExplainedError, ValueError):
    """The order cannot be rolled: its year is not known, or the new year is earlier."""


@frozen(kw_only=True)
class Change:
    """One change of the order (изменение).

    Attributes:
        path: The field, in the words of the data file.
        was: The words as they stood; "" when nothing stood there.
        became: The words as they are now; "" when they were taken away.
        why: The reason, in Russian.
        at: Place of the words in the old text of the field, counted from 0; of a value by year, its place
            among the values.
    """

    path: Path
    was: str
    became: str
    why: str
    at: int = 0


@frozen(kw_only=True)
class Kept:
    """A year, a date or a number that was left alone (оставлено).

    Attributes:
        path: The field, in the words of the data file.
        words: What was left as it is.
        why: The reason, in Russian.
        at: Place of the words in the text of the field, counted from 0.
    """

    path: Path
    words: str
    why: str
    at: int = 0


@frozen(kw_only=True)
class Question:
    """What a person must decide (вопрос).

    Attributes:
        path: The field, in the words of the data file.
        words: What it is about.
        what: What to decide, in the imperative.
        why: Why the program does not decide it.
        at: Place of the words in the text of the field, if they were left alone there; None for a
            question about the order as it is now: a blank cell, a target, a day off.
        proposal: What to write in place of the words, or into the blank cell; "" when nothing is known.
    """

    path: Path
    words: str
    what: str
    why: str
    at: int | None = None
    proposal: str = ""


@frozen(kw_only=True)
class RollLog:
    """What came of one part of the order; logs are added up."""

    changes: tuple[Change, ...] = ()
    kept: tuple[Kept, ...] = ()
    questions: tuple[Question, ...] = ()

    def __add__(self, other: RollLog) -> RollLog:
        return RollLog(
            changes=self.changes + other.changes,
            kept=self.kept + other.kept,
            questions=self.questions + other.questions,
        )


@frozen(kw_only=True)
class Rolled:
    """An order of a new year (перенесённый документ).

    Attributes:
        order: The new order.
        changes: Everything that was changed, in the order of the document; :func:`prikaz.rollover.undo`
            applies them backwards.
        kept: Years, dates and acts that were left alone, each with its reason.
        questions: What a person must decide.
        unread: The texts of the new document that are in none of its fields, by their paths.
    """

    order: Order
    changes: tuple[Change, ...] = ()
    kept: tuple[Kept, ...] = ()
    questions: tuple[Question, ...] = ()
    unread: Mapping[Path, str] = field(factory=dict)

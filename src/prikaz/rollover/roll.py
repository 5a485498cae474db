"""The roll-over of a whole order, forwards and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from prikaz.annotations import checked
from prikaz.findings import Path
from prikaz.model import Block, IndicatorTable, Order, Roadmap
from prikaz.model.contents import with_blocks
from prikaz.model.rebuilding import rebuild
from prikaz.model.year_tables import YearTable
from prikaz.rollover.answers.additions import without_clauses
from prikaz.rollover.answers.replies import Reply
from prikaz.rollover.fields import FieldRoller
from prikaz.rollover.outcome import Change, Question, Rolled, RollLog
from prikaz.rollover.proposals import ask_old_acts, kept_acts, propose_voiding
from prikaz.rollover.quoted import QuotedPlaces, ask_quoted_columns
from prikaz.rollover.restore import restore_columns, restore_field
from prikaz.rollover.tables.columns import roll_columns
from prikaz.rollover.tables.row_values import ask_row_values
from prikaz.rollover.unread import roll_unread
from prikaz.rollover.values import ask_table
from prikaz.rollover.year_shift import Weekends, Window, YearShift, year_of, years_between

_NO_ANSWERS: Final[Mapping[Question, Reply]] = MappingProxyType({})
_NO_TEXTS: Final[Mapping[Path, str]] = MappingProxyType({})


@checked
def roll(  # noqa: PLR0913 (each is asked for by a clerk)
    order: Order,
    to: int,
    *,
    window: Window = Window.SLIDE,
    weekends: Weekends = Weekends.KEEP,
    school_year: bool = False,
    void_previous: bool = False,
    acts_older_than: int | None = None,
    answers: Mapping[Question, Reply] = _NO_ANSWERS,
    unread: Mapping[Path, str] = _NO_TEXTS,
) -> Rolled:
    """Make the order of another year out of this one.

    The order's own years, deadlines and school years move; what is cited, counted or said of the past stays;
    date, number and the dates of endorsements become blank.

    Args:
        order: The order of an earlier year; ``order.year`` is what is counted from.
        to: The new year; of a school year, the year in which it begins.
        window: What becomes of columns by year: the window slides, or new years are added.
        weekends: What becomes of a deadline that falls on a day off. «На 31.12…» and 1 September stay.
        school_year: Whether the order lives by the school year: one dated March 2027 is of 2026/2027.
        void_previous: Propose a clause that declares the previous order void.
        acts_older_than: Ask about cited acts that will be older than so many years.
        answers: What a person has decided about questions of an earlier roll-over of the same order, by these
            questions: a new text for their words; «оставить», «принять» (the proposal), «перенести» (the
            year, as the program would); for blank cells of several years, a text for each year.
        unread: Texts of the document that are in none of its fields, by paths of their own: they are rolled
            as prose.

    Returns:
        The new order with every change, everything left alone and everything a person must decide. To the
        year that the order has already: the same order, and empty lists.

    Raises:
        RollError: The order has no year, or ``to`` is earlier than it.
        AnswerError: With every answer that cannot be taken: to a question that is not there any more, or not
            to be understood.
    """
    year = year_of(order, school_year=school_year)
    years = years_between(year, to, school_year=school_year)
    shift = YearShift(
        year=year,
        years=years,
        issued=order.date,
        number=order.number,
        window=window,
        weekends=weekends,
        school_year=school_year,
    )
    rolled = _rolled(order, shift, unread) if years else Rolled(order=order, unread=unread)
    asked: list[Question] = []
    if years and acts_older_than is not None:
        asked += ask_old_acts(order, rolled.kept, to, acts_older_than)
    if years and void_previous:
        asked.append(propose_voiding(order))
    rolled = attrs.evolve(rolled, questions=(*rolled.questions, *asked))
    if not answers:
        return rolled
    from prikaz.rollover.answers.answering import take_answers  # noqa: PLC0415 (few have answers)

    return take_answers(order, rolled, answers, shift, unread)


def _rolled(order: Order, shift: YearShift, unread: Mapping[Path, str]) -> Rolled:
    """The order of the new year with all that is always looked for."""
    fields = FieldRoller.of(order, shift)
    new, log = _roll_tables(rebuild(order, fields), shift, fields.quoted)
    log = RollLog(kept=tuple(kept_acts(order))) + fields.log + log
    log += RollLog(questions=tuple(ask_row_values(order, fields.tables, log.changes)))
    log += RollLog(questions=tuple(ask_table(order)))
    texts, added = roll_unread(unread, shift)
    log += added
    return Rolled(order=new, changes=log.changes, kept=log.kept, questions=log.questions, unread=texts)


@checked
def undo(order: Order, changes: Iterable[Change]) -> Order:
    """Apply changes backwards: of a rolled order comes the old one.

    >>> from prikaz.model import Kind, Order, Person, Signature
    >>> old = Order(kind=Kind.ORDER, year=2027, clauses=["Сдать отчёт до 01.12.2027."],
    ...             signatures=[Signature(person=Person(last="Белов"))])
    >>> rolled = roll(old, 2028)
    >>> rolled.order.clauses[0].text
    'Сдать отчёт до 01.12.2028.'
    >>> undo(rolled.order, rolled.changes) == old
    True
    """
    changes = tuple(changes)
    by_path: dict[Path, list[Change]] = {}
    for change in changes:
        by_path.setdefault(change.path, []).append(change)
    restored = rebuild(
        without_clauses(order, changes),
        lambda location, value: restore_field(location, value, by_path.get(location.path, [])),
    )
    return _each_table(restored, lambda table, path: restore_columns(table, path, by_path))


def _roll_tables(order: Order, shift: YearShift, quoted: QuotedPlaces) -> tuple[Order, RollLog]:
    logs: list[RollLog] = []

    def moved(table: YearTable, path: Path) -> YearTable:
        if quoted.has_table(path):
            logs.append(ask_quoted_columns(table, path))
            return table
        new, log = roll_columns(table, path, shift)
        logs.append(log)
        return new

    return _each_table(order, moved), sum(logs, RollLog())


def _each_table(order: Order, change: Callable[[YearTable, Path], YearTable]) -> Order:
    """The order with every table that has columns by year replaced."""

    def edit(block: Block, path: Path) -> Block:
        return change(block, path) if isinstance(block, Roadmap | IndicatorTable) else block

    return with_blocks(order, edit)

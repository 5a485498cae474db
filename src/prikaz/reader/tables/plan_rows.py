"""The rows of a plan of activities as they lie (строки плана): sections, totals, notes, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from prikaz.findings import Path
from prikaz.model import RowNumbers
from prikaz.model.column_heads import NUMBER, ROADMAP_HEADS
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables.cells import is_blank, running_text, words
from prikaz.reader.tables.columns import KeyedColumn, as_own
from prikaz.reader.tables.heads import Head, year_places
from prikaz.reader.tables.layout import BodyRow, is_wide, spread
from prikaz.reader.tables.row_numbers import Numbered, numbering_of
from prikaz.reader.tables.section_rows import SectionRow, section_row
from prikaz.reader.tables.totals import total_of, typed_total, with_whole_totals

#: A total and what it is the total of.
_FEWEST: Final = 2


class Part(NamedTuple):
    """A section with its rows; without a section row for those that stand in none."""

    title: SectionRow | None
    rows: list[BodyRow]


class End(NamedTuple):
    """What stands at the end of a plan.

    Attributes:
        total: The row of sums that is printed anyway.
        notes: What goes below the table.
        difference: What the writer would print otherwise than the last row, which is a total.
    """

    total: BodyRow | None = None
    notes: Sequence[SourceText] = ()
    difference: str = ""


class Plan(NamedTuple):
    """A plan as it lies: columns, and rows by section."""

    columns: tuple[KeyedColumn, ...]
    parts: list[Part]
    exact: bool

    @property
    def has_sections(self) -> bool:
        """Whether its rows stand in sections."""
        return self.parts[0].title is not None

    def path(self, part: int, row: int) -> Path:
        """Path of a row, both counted from 1."""
        here = ("разделы", part) if self.has_sections else ()
        return (*here, "мероприятия", row)

    def rows(self) -> Iterator[tuple[Path, BodyRow]]:
        """All rows with their paths."""
        for place, part in enumerate(self.parts, 1):
            for number, row in enumerate(part.rows, 1):
                yield self.path(place, number), row


def without_end(  # noqa: PLR0913 (all are facts of one table)
    head: Head,
    columns: Sequence[KeyedColumn],
    rows: Sequence[BodyRow],
    count: int,
    head_texts: Sequence[Sequence[str]],
    *,
    exact: bool,
) -> tuple[Sequence[BodyRow], End]:
    """The rows of the plan, and what stands at its end."""
    if exact:
        is_total = bool(rows) and bool(total_of(head_texts, rows, exact=True))
        return (rows[:-1], End(rows[-1])) if is_total else (rows, End())
    body, notes = _without_notes([spread(row, year_places(head), count) for row in rows], count)
    activity = next(column.place for column in columns if column.key == "мероприятие")
    body = with_whole_totals(body, activity, count)
    if len(body) < _FEWEST or not body[-1].is_total:
        return body, End(None, notes)
    told = typed_total(head_texts, body, activity)
    if told.is_printed:
        return body[:-1], End(body[-1], notes, told.difference)
    return body, End(None, notes, told.difference)


def parts_of(
    rows: Sequence[BodyRow], columns: Sequence[KeyedColumn], count: int, *, exact: bool
) -> list[Part] | None:
    """The rows by section; None when some are merged in another way, or stand before the first section."""
    parts = [Part(None, [])]
    firsts = [words(row.cells[0]) if row.cells else "" for row in rows]
    for row, below in zip(rows, [*firsts[1:], ""], strict=True):
        title = None if row.is_total else section_row(row.cells, columns, count, below, exact=exact)
        if title:
            parts.append(Part(title, []))
        elif row.is_whole:
            parts[-1].rows.append(row)
        else:
            return None
    if not exact and not any(part.rows for part in parts):
        return None
    if len(parts) == 1:
        return parts if parts[0].rows else None
    return None if parts[0].rows else parts[1:]


def _without_notes(rows: list[BodyRow], count: int) -> tuple[list[BodyRow], list[SourceText]]:
    """The rows without those at the end that go over the whole table: notes, for no activity follows."""
    end = len(rows)
    while end and is_wide(rows[end - 1].cells, count):
        end -= 1
    notes = [running_text(row.cells[0], exact=False) for row in rows[end:]]
    return (rows[:end], [note for note in notes if note]) if end else (rows, [])


def is_divided(columns: Sequence[KeyedColumn], rows: Sequence[BodyRow]) -> bool:
    """Whether an activity, or its number, goes over several rows: it cannot be repeated in each."""
    own = {column.place for column in columns if column.key in {NUMBER, "мероприятие"}}
    return any(row.copied & own for row in rows)


def with_number_column(
    columns: tuple[KeyedColumn, ...], parts: Sequence[Part], *, exact: bool
) -> tuple[KeyedColumn, ...]:
    """The columns; one of numbers that follow no way of counting is one of the author's own."""
    first = columns[0]
    if first.key != NUMBER:
        return columns
    counted = numbering_of(_typed_numbers(parts), by_section=parts[0].title is not None)
    is_centred = all(row.cells[0].alignment is not None for part in parts for row in part.rows)
    if counted and _shifts(parts, counted.kind):
        counted = None
    if counted and (not exact or (is_centred and first.head.title)):
        return columns
    return (as_own(first, columns, ROADMAP_HEADS), *columns[1:])


def _shifts(parts: Sequence[Part], kind: RowNumbers) -> bool:
    """Whether a total without a number, counted as a row, would move the numbers of those below."""
    runs = [[row for part in parts for row in part.rows]]
    if kind is RowNumbers.BY_SECTION:
        runs = [part.rows for part in parts]
    for run in runs:
        first = next((place for place, row in enumerate(run) if row.is_total), len(run))
        if any(words(row.cells[0]) for row in run[first:]):
            return True
    return False


def numbered_rows(plan: Plan) -> Numbered | None:
    """How the rows are numbered; None when no column does it."""
    if plan.columns[0].key != NUMBER:
        return None
    return numbering_of(_typed_numbers(plan.parts), by_section=plan.has_sections)


def _typed_numbers(parts: Sequence[Part]) -> list[list[str]]:
    """The numbers of rows by section; totals have none."""
    return [[words(row.cells[0]) for row in part.rows if not row.is_total] for part in parts]


def is_filled(column: KeyedColumn, rows: Sequence[BodyRow]) -> bool:
    """Whether a column says something in any row."""
    return any(row.is_whole and not is_blank(row.cells[column.place]) for row in rows)

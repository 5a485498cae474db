"""Changes applied backwards: the old value of a field out of the new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from prikaz.findings import Path
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.time.dates import format_date
from prikaz.model import Indicator, State, Target
from prikaz.model.column_heads import YEARS
from prikaz.model.rebuilding import FieldLocation
from prikaz.model.year_tables import BY_YEAR, YearRow, YearTable, rows_of, values_of, with_rows, with_values
from prikaz.rollover.field_values import like
from prikaz.rollover.outcome import Change


def restore_field(location: FieldLocation, value: Any, changes: Sequence[Change]) -> Any:  # noqa: ANN401 (whatever a field holds)
    """The value of a location before ``changes`` of it."""
    if not changes:
        return value
    text = restore_text(_printed(value), changes)
    if isinstance(value, Deadline | Target):
        return like(value, text)
    if location.name == "state":
        return State(text)
    return int(text) if location.name == "year" else text


def restore_text(text: str, changes: Sequence[Change]) -> str:
    """A text before ``changes`` of it, whose places are those of the old text."""
    done = sorted(changes, key=lambda change: change.at)
    for change in done:  # all before it are as they were already, so that its place is right
        end = change.at + len(change.became)
        text = text[: change.at] + change.was + text[end:]
    return text


def restore_columns(table: YearTable, path: Path, changes: Mapping[Path, Sequence[Change]]) -> YearTable:
    """A table with its old columns by year, and the values that fell out put back."""
    rows = (_restore_row(row, where, changes) for where, row in rows_of(table, path))
    restored = with_rows(table, rows)
    if moved := changes.get((*path, YEARS)):
        return attrs.evolve(restored, years=tuple(int(year) for year in moved[0].was.split(", ") if year))
    return restored


def _restore_row(row: YearRow, path: Path, changes: Mapping[Path, Sequence[Change]]) -> YearRow:
    where = (*path, BY_YEAR[type(row)])
    fallen: dict[tuple[int, int], list[str]] = {}
    added: set[int] = set()
    for place, found in changes.items():
        if place[: len(where)] == where:
            year = int(place[len(where)])
            for change in found:
                if not change.became:
                    fallen.setdefault((change.at, year), []).append(change.was)
                elif not change.was:
                    added.add(year)
    values = [(year, value) for year, value in values_of(row) if year not in added]
    for (at, year), texts in sorted(fallen.items()):
        values.insert(at, (year, Target.parse(texts[0]) if isinstance(row, Indicator) else texts))
    return with_values(row, tuple(values))


def _printed(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, date):
        return format_date(value)
    return "" if value is None else str(value)

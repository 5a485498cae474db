"""What answers add to an order: values of new years and clauses; and the same taken away again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from prikaz.findings import Path
from prikaz.model import Clause, Indicator, IndicatorTable, Order, Roadmap, Target
from prikaz.model.blocks import Block
from prikaz.model.contents import blocks, with_blocks
from prikaz.model.year_tables import BY_YEAR, YearRow, rows_of, with_rows, with_values
from prikaz.rollover.outcome import Change

CLAUSES: Final = ("пункты",)
_TEXT: Final = "текст"


def value_rows(order: Order) -> Mapping[Path, YearRow]:
    """The rows of all tables with values by year, by the paths of their values."""
    found: dict[Path, YearRow] = {}
    for where, block in blocks(order):
        if isinstance(block, Roadmap | IndicatorTable):
            found |= {(*path, BY_YEAR[type(row)]): row for path, row in rows_of(block, where)}
    return found


def clause_path(number: int) -> Path:
    """The path of the text of a clause by its place from 1."""
    return (*CLAUSES, number, _TEXT)


def is_added_clause(change: Change) -> bool:
    """Whether a change has added a clause."""
    return not change.was and len(change.path) == len(clause_path(0)) and change.path[:1] == CLAUSES


def with_additions(order: Order, changes: Sequence[Change]) -> Order:
    """An order with the values and clauses that changes add."""
    clauses = [Clause(text=change.became) for change in changes if is_added_clause(change)]
    values: dict[Path, list[Change]] = {}
    for change in changes:
        if not is_added_clause(change):
            is_target = isinstance(change.path[-1], int) and change.path[-2] == BY_YEAR[Indicator]
            values.setdefault(change.path[: -1 if is_target else -2], []).append(change)
    filled = with_blocks(order, lambda block, path: _with_values(block, path, values))
    return attrs.evolve(filled, clauses=(*filled.clauses, *clauses))


def without_clauses(order: Order, changes: Iterable[Change]) -> Order:
    """An order without the clauses that changes have added."""
    count = sum(map(is_added_clause, changes))
    return attrs.evolve(order, clauses=order.clauses[: len(order.clauses) - count]) if count else order


def _with_values(block: Block, path: Path, values: Mapping[Path, Sequence[Change]]) -> Block:
    if not isinstance(block, Roadmap | IndicatorTable):
        return block
    rows = [
        _with_row_values(row, values.get((*where, BY_YEAR[type(row)]), ()))
        for where, row in rows_of(block, path)
    ]
    return with_rows(block, iter(rows))


def _with_row_values(row: YearRow, changes: Sequence[Change]) -> YearRow:
    if isinstance(row, Indicator):
        added = [(int(change.path[-1]), Target.parse(change.became)) for change in changes]
        return with_values(row, (*row.targets, *added))
    return with_values(row, (*row.by_year, *((int(change.path[-2]), [change.became]) for change in changes)))

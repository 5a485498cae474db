"""Values in a row that is of one year, when that year has moved: one question for a column.

The row «2027 | 1 250,0» has become «2028 | 1 250,0», and an activity of 2027
costs as much in 2028. Whether that is right, a person must say. A deadline on a
day makes no value of its day, and a year among other facts of a row none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from prikaz.findings import Path
from prikaz.language.numbers.column_heads import is_of_values
from prikaz.language.time.times import find_times
from prikaz.model import Order
from prikaz.model.prose import prose
from prikaz.rollover.outcome import Change, Question
from prikaz.rollover.tables.table_map import CellContext, TableMap

#: How many values of a column are shown.
_SHOWN: Final = 3
_DEADLINES: Final = "сроки"
_FIGURES: Final = re.compile(r"[\d\s.,%–-]*\d[\d\s.,%–-]*")
_TOLD: Final = re.compile(r"[^\W\d_]|№|(?<!\d)(?:19|20)\d\d(?!\d)")


def ask_row_values(order: Order, tables: TableMap, changes: Iterable[Change]) -> Iterator[Question]:
    """One question for each column of figures in rows whose year has moved.

    Args:
        order: The order as it was.
        tables: Its tables.
        changes: What was changed in its fields.
    """
    moved = {change.path for change in changes if not any(time.day for time in find_times(change.was))}
    cells = [(path, text, context) for path, text in prose(order) if (context := tables.context(path))]
    rows = _rows_of_a_year(cells, moved)
    found: dict[tuple[Path, str], list[str]] = {}
    for path, text, context in cells:
        if context.row in rows and path not in moved and _is_value(text, context):
            head = " ".join(context.heads[0].split())
            found.setdefault((context.table, head), []).append(text)
    for (table, head), values in found.items():
        yield Question(
            path=table,
            words="; ".join(values[:_SHOWN]) + " …" * (len(values) > _SHOWN),
            what=f"проверьте значения графы «{head}»",
            why="годы в тех же строках перенесены, а значения остались",
        )


def _rows_of_a_year(cells: Iterable[tuple[Path, str, CellContext]], moved: set[Path]) -> set[Path]:
    """Rows that begin with a year that has moved, or have one for their deadline."""
    begins: dict[Path, Path] = {}
    for path, text, context in cells:
        if _TOLD.search(text):
            begins.setdefault(context.row, path)
    deadlines = {path[: path.index(_DEADLINES)] for path in moved if _DEADLINES in path}
    return {row for row, path in begins.items() if path in moved} | deadlines


def _is_value(text: str, context: CellContext) -> bool:
    return (
        _FIGURES.fullmatch(text) is not None
        and not context.is_by_year
        and bool(context.heads)
        and is_of_values(context.heads[0])
    )

"""Blanks on purpose (пусто намеренно): what an author says of the cells of a row."""

from __future__ import annotations

from collections.abc import Iterable

from prikaz.language.words.spelling import fold
from prikaz.model.column_heads import YEARS
from prikaz.model.indicators import Indicator
from prikaz.model.tables import Activity


def is_left_blank(row: Activity | Indicator, names: Iterable[str | int]) -> bool:
    """Whether a column is named among those that a row leaves blank, by any of its names.

    >>> is_left_blank(Activity(title="Слёт", blank=["срок", 2028]), ("Сроки", "срок"))
    True
    """
    if not row.blank:
        return False
    said = {*map(fold, row.blank)}
    return any(fold(str(name)) in said for name in names)


def is_year_left_blank(row: Activity | Indicator, year: int) -> bool:
    """Whether a row leaves the column of a year blank, or those of all years."""
    by_year = "по годам" if isinstance(row, Activity) else "значения"
    return is_left_blank(row, (year, YEARS, by_year))

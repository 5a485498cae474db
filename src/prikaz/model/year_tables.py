"""Tables with values by year, whatever the values are: rows with their paths, values by their years.

A roadmap and a table of indicators hold values by year in their rows; both are seen here as rows with values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs

from prikaz.findings import Path
from prikaz.model.indicators import Indicator, IndicatorTable
from prikaz.model.tables import Activity, Roadmap, Section

YearTable: TypeAlias = Roadmap | IndicatorTable
YearRow: TypeAlias = Activity | Indicator

#: Name of the field that holds values by year, by the class of a row.
BY_YEAR: Final[Mapping[type, str]] = MappingProxyType({Activity: "по годам", Indicator: "значения"})


def rows_of(table: YearTable, path: Path) -> Iterator[tuple[Path, YearRow]]:
    """The rows of a table with their paths, in the order of the table."""
    if isinstance(table, IndicatorTable):
        yield from _listed(table.indicators, (*path, "строки"))
        return
    yield from _listed(table.activities, (*path, "мероприятия"))
    for place, section in enumerate(table.sections, 1):
        yield from _listed(section.activities, (*path, "разделы", place, "мероприятия"))


def with_rows(table: YearTable, rows: Iterator[Any]) -> YearTable:
    """The same table with other rows, taken one by one in the order of :func:`rows_of`."""
    if isinstance(table, IndicatorTable):
        return attrs.evolve(table, indicators=tuple(next(rows) for _ in table.indicators))
    activities = tuple(next(rows) for _ in table.activities)
    sections = tuple(_with_activities(section, rows) for section in table.sections)
    return attrs.evolve(table, activities=activities, sections=sections)


def _with_activities(section: Section, rows: Iterator[Any]) -> Section:
    return attrs.evolve(section, activities=tuple(next(rows) for _ in section.activities))


def _listed(rows: tuple[Any, ...], path: Path) -> Iterator[tuple[Path, Any]]:
    return (((*path, place), row) for place, row in enumerate(rows, 1))


def texts_of(value: object, path: Path) -> list[tuple[Path, str]]:
    """The texts of a value by year with their paths: of a target its own, of deadlines each."""
    if isinstance(value, tuple):
        return [((*path, place), str(item)) for place, item in enumerate(value, 1)]
    return [(path, str(value))]


def values_of(row: YearRow) -> tuple[tuple[int, Any], ...]:
    """The values by year of a row."""
    return row.targets if isinstance(row, Indicator) else row.by_year


def with_values(row: YearRow, values: tuple[tuple[int, Any], ...]) -> YearRow:
    """The same row with other values by year."""
    if isinstance(row, Indicator):
        return attrs.evolve(row, targets=values)
    return attrs.evolve(row, by_year=values)


def years_of(table: YearTable) -> tuple[int, ...]:
    """The years of the columns of a table: those that it names, else those that its rows have."""
    found = {year for _, row in rows_of(table, ()) for year, _ in values_of(row)}
    return table.years or tuple(sorted(found))

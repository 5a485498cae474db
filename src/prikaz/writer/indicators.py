"""Tables of indicators (показатели)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from prikaz.findings import Path
from prikaz.model import Indicator, IndicatorTable
from prikaz.model.column_heads import INDICATOR_HEADS, NUMBER, YEARS
from prikaz.writer.boxes import Cells
from prikaz.writer.columns import (
    ColumnContent,
    Columns,
    MeasuredTable,
    choose_columns,
    column_contents,
    row_of,
    year_without_column,
)
from prikaz.writer.text_renderer import TextRenderer

#: What an indicator has in a column.
_FIELDS: Final = {
    key: ColumnContent.of(key, texts, (key,))
    for key, texts in (
        ("показатель", lambda _, indicator: (indicator.name,)),
        ("единица", lambda _, indicator: (indicator.unit,)),
        ("формула", lambda _, indicator: (indicator.formula,)),
        ("база", lambda _, indicator: (str(indicator.base or ""),)),
        ("примечание", lambda _, indicator: (indicator.note,)),
    )
}


def indicator_table(table: IndicatorTable, path: Path, renderer: TextRenderer) -> MeasuredTable:
    """Lay out a table of indicators."""
    years = table.years or sorted({year for indicator in table.indicators for year, _ in indicator.targets})
    filled = {
        key
        for key, content in _FIELDS.items()
        if any(any(content.texts("", indicator)) for indicator in table.indicators)
    }
    filled |= {NUMBER} | ({YEARS} if years else set())
    columns = choose_columns(table.columns, filled, years, INDICATOR_HEADS, path, renderer)
    contents = [*column_contents(columns, _FIELDS, _of_year, _of_other)]
    rows = [
        _row(place, table.indicators, columns, contents, (*path, "строки", place), renderer)
        for place in range(1, len(table.indicators) + 1)
    ]
    return columns.table(rows, renderer)


def _row(  # noqa: PLR0913 (all are facts of one row)
    place: int,
    indicators: Sequence[Indicator],
    columns: Columns,
    contents: Sequence[ColumnContent],
    path: Path,
    renderer: TextRenderer,
) -> Cells:
    indicator = indicators[place - 1]
    for year in sorted(dict(indicator.targets).keys() - set(columns.years)):
        renderer.report(year_without_column(year, (*path, "значения", year)))
    return row_of(contents, str(place), indicator, indicators, path, renderer)


def _of_other(key: str) -> ColumnContent:
    return ColumnContent.of(key, lambda *_: (), ())


def _of_year(year: int) -> ColumnContent:
    return ColumnContent.of(
        YEARS,
        lambda _, indicator: _target(indicator, year),
        ("значения", year),
    )


def _target(indicator: Indicator, year: int) -> tuple[str, ...]:
    for named, target in indicator.targets:
        if named == year:
            return (str(target),)
    return ()

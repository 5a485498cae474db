"""Tables of indicators (показатели)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from prikaz.findings import Path
from prikaz.model import Indicator, IndicatorTable
from prikaz.writer.boxes import Cells
from prikaz.writer.columns import (
    NUMBER,
    YEARS,
    Columns,
    Printed,
    Sheet,
    choose_columns,
    row_of,
    settle,
    year_without_column,
)
from prikaz.writer.text_renderer import TextRenderer

_TITLES: Final = {
    NUMBER: "№ п/п",
    "показатель": "Наименование показателя",
    "единица": "Единица измерения",
    "формула": "Порядок расчёта",
    "база": "Базовое значение",
    YEARS: "",
    "примечание": "Примечание",
}
#: What an indicator tells in a column.
_FIELDS: Final = {
    key: Printed.of(key, texts, (key,))
    for key, texts in (
        ("показатель", lambda _, indicator: (indicator.name,)),
        ("единица", lambda _, indicator: (indicator.unit,)),
        ("формула", lambda _, indicator: (indicator.formula,)),
        ("база", lambda _, indicator: (str(indicator.base or ""),)),
        ("примечание", lambda _, indicator: (indicator.note,)),
    )
}


def indicator_sheet(table: IndicatorTable, path: Path, renderer: TextRenderer) -> Sheet:
    """Lay out a table of indicators."""
    years = table.years or sorted({year for indicator in table.indicators for year, _ in indicator.targets})
    filled = {
        key
        for key, printed in _FIELDS.items()
        if any(any(printed.texts("", indicator)) for indicator in table.indicators)
    }
    filled |= {NUMBER} | ({YEARS} if years else set())
    columns = choose_columns(table.columns, filled, years, _TITLES, path, renderer)
    printed = [*settle(columns, _FIELDS, _of_year, _of_other)]
    rows = [
        _row(indicator, columns, printed, place, (*path, "строки", place), renderer)
        for place, indicator in enumerate(table.indicators, 1)
    ]
    return columns.sheet(rows, renderer)


def _row(  # noqa: PLR0913 (all are facts of one row)
    indicator: Indicator,
    columns: Columns,
    printed: Sequence[Printed],
    place: int,
    path: Path,
    renderer: TextRenderer,
) -> Cells:
    for year in sorted(dict(indicator.targets).keys() - set(columns.years)):
        renderer.tell(year_without_column(year, (*path, "значения", year)))
    return row_of(printed, str(place), indicator, path, renderer)


def _of_other(key: str) -> Printed:
    return Printed.of(key, lambda *_: (), ())


def _of_year(year: int) -> Printed:
    return Printed.of(
        YEARS,
        lambda _, indicator: _target(indicator, year),
        ("значения", year),
    )


def _target(indicator: Indicator, year: int) -> tuple[str, ...]:
    for told, target in indicator.targets:
        if told == year:
            return (str(target),)
    return ()

"""Tables of indicators (показатели)."""

from __future__ import annotations

from typing import Final

from prikaz.findings import Path
from prikaz.model import Indicator, IndicatorTable
from prikaz.writer.boxes import Box
from prikaz.writer.columns import NUMBER, YEARS, Columns, Sheet, cell, choose_columns, year_without_column
from prikaz.writer.desk import Desk

_TITLES: Final = {
    NUMBER: "№ п/п",
    "показатель": "Наименование показателя",
    "единица": "Единица измерения",
    "формула": "Порядок расчёта",
    "база": "Базовое значение",
    YEARS: "",
    "примечание": "Примечание",
}


def indicator_sheet(table: IndicatorTable, path: Path, desk: Desk) -> Sheet:
    """Lay out a table of indicators."""
    years = table.years or sorted({year for indicator in table.indicators for year, _ in indicator.targets})
    filled = {key for indicator in table.indicators for key, value in _texts(indicator).items() if value}
    filled |= {NUMBER} | ({YEARS} if years else set())
    columns = choose_columns(table.columns, filled, years, _TITLES, path, desk)
    rows = [
        _row(indicator, columns, place, (*path, "строки", place), desk)
        for place, indicator in enumerate(table.indicators, 1)
    ]
    return columns.sheet(rows, desk)


def _texts(indicator: Indicator) -> dict[str, str]:
    """The texts of an indicator by the key of their column."""
    return {
        "показатель": indicator.name,
        "единица": indicator.unit,
        "формула": indicator.formula,
        "база": str(indicator.base or ""),
        "примечание": indicator.note,
    }


def _row(indicator: Indicator, columns: Columns, number: int, path: Path, desk: Desk) -> list[Box]:
    targets = dict(indicator.targets)
    for year in sorted(targets.keys() - set(columns.years)):
        desk.tell(year_without_column(year, (*path, "значения", year)))
    texts = {**_texts(indicator), NUMBER: str(number)}
    row: list[Box] = []
    for column in columns.columns:
        if column.key == YEARS:
            row.extend(
                cell(YEARS, (desk.text(str(targets.get(year, "")), (*path, "значения", year)),))
                for year in columns.years
            )
        else:
            row.append(cell(column.key, (desk.text(texts.get(column.key, ""), (*path, column.key)),)))
    return row

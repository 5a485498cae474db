"""Roadmaps as tables (дорожные карты)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from prikaz.findings import Path
from prikaz.model import Activity, Roadmap, RowNumbers, SectionNumbers
from prikaz.writer.boxes import Box
from prikaz.writer.columns import (
    NUMBER,
    YEARS,
    Columns,
    Sheet,
    cell,
    choose_columns,
    listed,
    sheet,
    year_without_column,
)
from prikaz.writer.desk import Desk, Value

_SECTION: Final = "Раздел таблицы"
_TITLES: Final = {
    NUMBER: "№ п/п",
    "мероприятие": "Мероприятие",
    "срок": "Срок",
    YEARS: "Срок по годам",
    "ответственный": "Ответственный",
    "результат": "Результат",
    "документ": "Вид документа",
    "примечание": "Примечание",
}
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def roadmap_sheet(roadmap: Roadmap, path: Path, desk: Desk) -> Sheet:
    """Lay out a roadmap."""
    activities = (
        *roadmap.activities,
        *(activity for section in roadmap.sections for activity in section.activities),
    )
    years = roadmap.years or sorted({year for activity in activities for year, _ in activity.by_year})
    columns = choose_columns(roadmap.columns, _filled(roadmap, activities), years, _TITLES, path, desk)
    rows = list(_Rows(roadmap=roadmap, columns=columns, desk=desk))
    return sheet(columns.header(desk), rows, columns.millimetres)


def _filled(roadmap: Roadmap, activities: Sequence[Activity]) -> set[str]:
    """Keys of the columns for which there are data."""
    filled = {"мероприятие"}
    if _numbers(roadmap) is not RowNumbers.ABSENT:
        filled.add(NUMBER)
    if roadmap.years:
        filled.add(YEARS)
    for activity in activities:
        given = {
            "срок": activity.deadlines,
            YEARS: activity.by_year,
            "ответственный": activity.responsible,
            "результат": activity.result,
            "документ": activity.document,
            "примечание": activity.note,
            **dict(activity.other),
        }
        filled.update(key for key, value in given.items() if value)
    return filled


def _numbers(roadmap: Roadmap) -> RowNumbers:
    return roadmap.row_numbers or (RowNumbers.BY_SECTION if roadmap.sections else RowNumbers.THROUGH)


@frozen(kw_only=True)
class _Rows:
    """The rows of a roadmap under its header."""

    roadmap: Roadmap
    columns: Columns
    desk: Desk

    def __iter__(self) -> Iterator[list[Box]]:
        path, through = self.columns.path, 0
        by_section = _numbers(self.roadmap) is RowNumbers.BY_SECTION
        for place, section in enumerate(self.roadmap.sections, 1):
            here = (*path, "разделы", place)
            title = self.desk.text(f"{self._section_number(place)}{section.title}", (*here, "раздел"))
            yield [Box(paragraphs=(title,), style=_SECTION, columns=len(self.columns.millimetres))]
            for row, activity in enumerate(section.activities, 1):
                through += 1
                number = f"{place}.{row}" if by_section else str(through)
                yield self._row(activity, number, (*here, "мероприятия", row))
        for row, activity in enumerate(self.roadmap.activities, 1):
            yield self._row(activity, str(row), (*path, "мероприятия", row))

    def _section_number(self, place: int) -> str:
        match self.roadmap.section_numbers:
            case SectionNumbers.ROMAN:
                return f"{roman(place)}.\u00a0"
            case SectionNumbers.ARABIC:
                return f"{place}.\u00a0"
            case SectionNumbers.ABSENT:
                return ""

    def _row(self, activity: Activity, number: str, path: Path) -> list[Box]:
        row: list[Box] = []
        for column in self.columns.columns:
            if column.key == YEARS:
                row.extend(self._years(activity, path))
            elif column.key == NUMBER:
                row.append(cell(NUMBER, (number,)))
            else:
                row.append(cell(column.key, self._values(activity, column.key, path)))
        return row

    def _values(self, activity: Activity, key: str, path: Path) -> Sequence[Value]:
        match key:
            case "мероприятие":
                return (self.desk.text(activity.title, (*path, "мероприятие")),)
            case "срок":
                return listed([str(item) for item in activity.deadlines], ",", (*path, "сроки"), self.desk)
            case "ответственный":
                return listed(activity.responsible, ",", (*path, "ответственные"), self.desk)
            case "результат":
                return listed(activity.result, ";", (*path, "результаты"), self.desk)
            case "документ":
                return listed(activity.document, ";", (*path, "документы"), self.desk)
            case "примечание":
                return (self.desk.text(activity.note, (*path, "примечание")),)
            case _:
                return (self.desk.text(dict(activity.other).get(key, ""), (*path, "прочее", key)),)

    def _years(self, activity: Activity, path: Path) -> Iterator[Box]:
        given = dict(activity.by_year)
        for year in sorted(given.keys() - set(self.columns.years)):
            self.desk.tell(year_without_column(year, (*path, "по годам", year)))
        for year in self.columns.years:
            texts = [str(item) for item in given.get(year, ())]
            yield cell(YEARS, listed(texts, ",", (*path, "по годам", year), self.desk))


def roman(number: int) -> str:
    """A number in Roman figures.

    >>> roman(14), roman(49)
    ('XIV', 'XLIX')
    """
    figures = ""
    for value, figure in _ROMAN:
        figures += figure * (number // value)
        number %= value
    return figures

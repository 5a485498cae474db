"""Roadmaps as tables (дорожные карты)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

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


class _Field(NamedTuple):
    """What an activity tells in a column: its attribute, its name in paths, what stands between its texts."""

    attribute: str
    name: str
    mark: str = ""


_FIELDS: Final = {
    "мероприятие": _Field("title", "мероприятие"),
    "срок": _Field("deadlines", "сроки", ","),
    "ответственный": _Field("responsible", "ответственные", ","),
    "результат": _Field("result", "результаты", ";"),
    "документ": _Field("document", "документы", ";"),
    "примечание": _Field("note", "примечание"),
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
    return columns.sheet(rows, desk)


def _filled(roadmap: Roadmap, activities: Sequence[Activity]) -> set[str]:
    """Keys of the columns for which there are data."""
    filled = {
        key
        for key, field in _FIELDS.items()
        if any(getattr(activity, field.attribute) for activity in activities)
    }
    filled.update(key for activity in activities for key, value in activity.other if value)
    if _numbers(roadmap) is not RowNumbers.ABSENT:
        filled.add(NUMBER)
    if roadmap.years or any(activity.by_year for activity in activities):
        filled.add(YEARS)
    return filled | {"мероприятие"}


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
            key = column.key
            if key == NUMBER:
                row.append(cell(NUMBER, (number,)))
            elif key == YEARS:
                row.extend(self._years(activity, path))
            else:
                row.append(cell(key, self._values(activity, key, path)))
        return row

    def _values(self, activity: Activity, key: str, path: Path) -> tuple[Value, ...]:
        field = _FIELDS.get(key)
        if field is None:
            return (self.desk.text(dict(activity.other).get(key, ""), (*path, "прочее", key)),)
        value = getattr(activity, field.attribute)
        texts = (value,) if isinstance(value, str) else [*map(str, value)]
        return listed(texts, field.mark, (*path, field.name), self.desk)

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

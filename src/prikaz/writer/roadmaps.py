"""Roadmaps as tables (дорожные карты)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from prikaz.findings import Path
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.numbers.roman import roman
from prikaz.model import Activity, Roadmap, RowNumbers, SectionNumbers
from prikaz.model.column_heads import NUMBER, ROADMAP_HEADS, YEARS
from prikaz.writer.boxes import Cells, cell
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

_SECTION: Final = "Раздел таблицы"


def _words_of(deadlines: Sequence[Deadline]) -> tuple[str, ...]:
    return tuple([deadline.text for deadline in deadlines])


#: What an activity has in a column.
_FIELDS: Final = {
    key: ColumnContent.of(key, texts, path, mark)
    for key, texts, path, mark in (
        ("мероприятие", lambda _, activity: (activity.title,), ("мероприятие",), ""),
        ("срок", lambda _, activity: _words_of(activity.deadlines), ("сроки",), ","),
        ("ответственный", lambda _, activity: activity.responsible, ("ответственные",), ","),
        ("результат", lambda _, activity: activity.result, ("результаты",), ";"),
        ("документ", lambda _, activity: activity.document, ("документы",), ";"),
        ("примечание", lambda _, activity: (activity.note,) if activity.note else (), ("примечание",), ""),
    )
}


def roadmap_table(roadmap: Roadmap, path: Path, renderer: TextRenderer) -> MeasuredTable:
    """Lay out a roadmap."""
    activities = (
        *roadmap.activities,
        *(activity for section in roadmap.sections for activity in section.activities),
    )
    years = roadmap.years or sorted({year for activity in activities for year, _ in activity.by_year})
    columns = choose_columns(
        roadmap.columns, _filled(roadmap, activities), years, ROADMAP_HEADS, path, renderer
    )
    rows = list(
        _Rows(
            roadmap=roadmap,
            activities=activities,
            columns=columns,
            contents=[*column_contents(columns, _FIELDS, _of_year, _of_other)],
            renderer=renderer,
        ).all()
    )
    table = columns.table(rows, renderer)
    if roadmap.total:
        from prikaz.writer.totals import with_total  # noqa: PLC0415 (few tables ask for it)

        millimetres = columns.millimetres
        places = [*_places(roadmap, path)]
        summed = with_total(table.header, rows, len(millimetres), path, places, renderer)
        return MeasuredTable.of(table.header, summed, millimetres)
    return table


def _places(roadmap: Roadmap, path: Path) -> Iterator[Path]:
    """Paths of the rows of a roadmap, titles of sections included."""
    for place, section in enumerate(roadmap.sections, 1):
        here = (*path, "разделы", place)
        yield here
        yield from ((*here, "мероприятия", row) for row in range(1, len(section.activities) + 1))
    yield from ((*path, "мероприятия", row) for row in range(1, len(roadmap.activities) + 1))


def _filled(roadmap: Roadmap, activities: Sequence[Activity]) -> set[str]:
    """Keys of the columns for which there are data."""
    filled = {
        key for key, content in _FIELDS.items() if any(content.texts("", activity) for activity in activities)
    }
    filled.update(key for activity in activities for key, value in activity.other if value)
    if _numbers(roadmap) is not RowNumbers.ABSENT:
        filled.add(NUMBER)
    if roadmap.years or any(activity.by_year for activity in activities):
        filled.add(YEARS)
    return filled | {"мероприятие"}


def _numbers(roadmap: Roadmap) -> RowNumbers:
    return roadmap.row_numbers or (RowNumbers.BY_SECTION if roadmap.sections else RowNumbers.THROUGH)


class _Rows(NamedTuple):
    """The rows of a roadmap under its header."""

    roadmap: Roadmap
    activities: Sequence[Activity]
    columns: Columns
    contents: Sequence[ColumnContent]
    renderer: TextRenderer

    def all(self) -> Iterator[Cells]:
        path, through = self.columns.path, 0
        by_section = _numbers(self.roadmap) is RowNumbers.BY_SECTION
        for place, section in enumerate(self.roadmap.sections, 1):
            here = (*path, "разделы", place)
            words = f"{self._section_number(place)}{section.title}"
            title = self.renderer.text(words, (*here, "раздел"), opens_sentence=True)
            yield [cell((title,), _SECTION, len(self.columns.millimetres))]
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

    def _row(self, activity: Activity, number: str, path: Path) -> Cells:
        if activity.by_year and self.columns.years:
            for year in sorted(dict(activity.by_year).keys() - set(self.columns.years)):
                self.renderer.report(year_without_column(year, (*path, "по годам", year)))
        return row_of(self.contents, number, activity, self.activities, path, self.renderer)


def _of_year(year: int) -> ColumnContent:
    return ColumnContent.of(
        YEARS, lambda _, activity: _words_of(dict(activity.by_year).get(year, ())), ("по годам", year), ","
    )


def _of_other(key: str) -> ColumnContent:
    return ColumnContent.of(key, lambda _, activity: (dict(activity.other).get(key, ""),), ("прочее", key))

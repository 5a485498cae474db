"""Plans of activities in tables (дорожные карты)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from prikaz.findings import Path
from prikaz.model import Activity, Roadmap, RowNumbers, Section, SectionNumbers
from prikaz.model.column_heads import NUMBER, ROADMAP_HEADS, YEARS
from prikaz.reader.doubts import Doubt
from prikaz.reader.paper import GridCell
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables.cells import deadlines_of, running_text, text_of, values_of, words
from prikaz.reader.tables.columns import block_columns, roadmap_keys, stand_as_printed
from prikaz.reader.tables.heads import Head, told_of_head
from prikaz.reader.tables.layout import BodyRow
from prikaz.reader.tables.outcome import Places, ReadTable
from prikaz.reader.tables.plan_rows import (
    End,
    Plan,
    is_divided,
    is_filled,
    numbered_rows,
    parts_of,
    with_number_column,
    without_end,
)
from prikaz.reader.tables.row_numbers import Numbered, section_numbering, without_number
from prikaz.reader.tables.section_rows import SectionRow

#: The field of an activity that a column fills, its name, and the sign between its texts; "" for one text.
_FIELDS: Final = {
    "мероприятие": ("title", "мероприятие", ""),
    "срок": ("deadlines", "сроки", ","),
    "ответственный": ("responsible", "ответственные", ","),
    "результат": ("result", "результаты", ";"),
    "документ": ("document", "документы", ";"),
    "примечание": ("note", "примечание", ""),
}

#: Fields whose texts are no deadlines.
_NO_DATES: Final = frozenset({"ответственные", "результаты", "документы"})


def read_roadmap(  # noqa: PLR0913 (all are facts of one table)
    head: Head,
    rows: Sequence[BodyRow],
    count: int,
    *,
    exact: bool,
    takes_weak: bool,
    head_texts: Sequence[Sequence[str]],
) -> ReadTable | None:
    """A plan of activities; None when the table is none, or a plan could not say all that it says.

    Args:
        head: Its head.
        rows: The rows below.
        count: How many columns it has.
        exact: Whether a printer laid it out.
        takes_weak: Whether «Наименование» may stand over activities.
        head_texts: Heads over each column from the top down.
    """
    columns = roadmap_keys(head.columns, None if exact else rows, takes_weak=takes_weak)
    if columns is None:
        return None
    body, end = without_end(head, columns, rows, count, head_texts, exact=exact)
    parts = parts_of(body, columns, count, exact=exact)
    if parts is None or is_divided(columns, body):
        return None
    plan = Plan(with_number_column(columns, parts, exact=exact), parts, exact)
    if exact and not stand_as_printed(plan.columns, body, count):
        return None
    numbered = numbered_rows(plan)
    unnamed = [column for column in plan.columns if not column.is_known and not column.head.title]
    if len(unnamed) > 1 or not all(is_filled(column, body) for column in unnamed):
        return None  # without head and content a column cannot be named, and two cannot be told apart
    return _Reader(plan, numbered, head).read(end)


class _Reader:
    """Makes a roadmap of a plan as it lies."""

    def __init__(self, plan: Plan, numbered: Numbered | None, head: Head) -> None:
        self.plan, self.numbered, self.head = plan, numbered, head
        self.places = Places()
        self.doubts = [*told_of_head(head)]

    def read(self, end: End) -> ReadTable:
        """The roadmap."""
        plan = self.plan
        self._take_heads()
        activities = [
            [self._activity(plan.path(place, row), cells) for row, cells in enumerate(part.rows, 1)]
            for place, part in enumerate(plan.parts, 1)
        ]
        self._tell_numbers()
        self._tell_copies()
        changes: dict[str, Any] = {}
        if plan.has_sections:
            changes |= self._sections(activities)
        else:
            changes["activities"] = tuple(activities[0])
        if end.total:
            changes["total"] = True
            self.places.add(
                ("итого",), *(paragraph for cell in end.total.cells for paragraph in cell.paragraphs)
            )
        self._tell_totals(end)
        for number, note in enumerate(end.notes, 1):
            self.places.add(("примечания", number), note)
            self.doubts.append(
                Doubt(note, ("примечания", number), "последняя строка таблицы понята как примечание под ней")
            )
        every = [activity for part in activities for activity in part]
        columns = block_columns(plan.columns, ROADMAP_HEADS, self._filled(every))
        changes |= self._row_numbers(columns)
        years = tuple(year for column in plan.columns for year, _ in column.head.years)
        block = Roadmap(columns=columns, years=years, notes=[note.text for note in end.notes], **changes)
        return ReadTable(block, self.places, tuple(self.doubts), self.head.year_heads)

    def _take_heads(self) -> None:
        for place, column in enumerate(self.plan.columns, 1):
            self.places.add(("графы", place, "заголовок"), column.head.title)
            for number, (_, text) in enumerate(column.head.years, 1):
                self.places.add(("годы", number), text)

    def _activity(self, path: Path, row: BodyRow) -> Activity:
        fields: dict[str, Any] = {}
        other: list[tuple[str, str]] = []
        by_year: list[tuple[int, tuple[str, ...]]] = []
        for column in self.plan.columns:
            cell = row.cells[column.place]
            if column.key == NUMBER:
                self.places.add(path, *cell.paragraphs)
            elif column.key == YEARS:
                for at, (year, _) in enumerate(column.head.years):
                    texts = self._texts((*path, "по годам", year), row.cells[column.place + at], ",")
                    if texts:
                        by_year.append((year, texts))
            elif column.is_known:
                name, term, mark = _FIELDS[column.key]
                fields[name] = (
                    self._texts((*path, term), cell, mark) if mark else self._text((*path, term), cell)
                )
            elif value := self._text((*path, "прочее", column.key), cell):
                other.append((column.key, value))
        if row.joined:
            self.doubts.append(
                Doubt(
                    row.joined,
                    path,
                    "строка разрезана концом страницы и собрана из двух",
                    "проверьте клетки строки",
                )
            )
        return Activity(by_year=tuple(by_year), other=tuple(other), **fields)

    def _text(self, path: Path, cell: GridCell) -> str:
        text = running_text(cell, exact=self.plan.exact)
        self.places.add(path, text)
        return text.text

    def _texts(self, path: Path, cell: GridCell, mark: str) -> tuple[str, ...]:
        if self.plan.exact or path[-1] in _NO_DATES:
            values = values_of(cell, mark, exact=self.plan.exact)
        else:
            values = deadlines_of(cell)
        for place, text in enumerate(values.texts, 1):
            self.places.add((*path, place), text)
        self.places.add(path, *values.marks)
        return tuple([text.text for text in values.texts])

    def _sections(self, activities: Sequence[Sequence[Activity]]) -> dict[str, Any]:
        titles = [part.title.title for part in self.plan.parts if part.title]
        exact = self.plan.exact
        numbers = section_numbering(titles, exact=exact)
        sections = []
        for place, (title, held) in enumerate(zip(titles, activities, strict=True), 1):
            here: Path = ("разделы", place)
            if numbers is SectionNumbers.ABSENT:
                number, name = SourceText(""), title
            else:
                number, name = without_number(title, exact=exact)
            self.places.add(here, number)
            self.places.add((*here, "раздел"), name)
            sections.append(Section(title=name.text, activities=tuple(held)))
            self._tell_section(self.plan.parts[place - 1].title, here)
        return {"sections": tuple(sections), "section_numbers": numbers}

    def _tell_totals(self, end: End) -> None:
        """Totals that are printed in another way, or as rows of the plan."""
        if end.total and end.difference:
            text = self.places["итого",]
            self.doubts.append(Doubt(text, ("итого",), f"итог посчитает программа: {end.difference}"))
        rows = [(path, row) for path, row in self.plan.rows() if row.is_total]
        for path, row in rows:
            told = f": {end.difference}" if end.difference and row is rows[-1][1] and not end.total else ""
            text = SourceText.join(" ", [line for cell in row.cells for line in cell.paragraphs if line])
            reason = f"строка итога понята как строка плана{told}"
            self.doubts.append(Doubt(text, path, reason, "проверьте суммы и номер строки"))

    def _tell_copies(self) -> None:
        """Cells over several rows, or years, are told once."""
        told = (
            (path, text)
            for path, row in self.plan.rows()
            for place in sorted(row.copied)
            if (text := text_of(row.cells[place], exact=False))
        )
        path, text = next(told, ((), SourceText("")))
        if text:
            reason = "клетка объединяет несколько строк или граф, а напечатана будет в каждой"
            self.doubts.append(Doubt(text, path, reason))

    def _tell_section(self, row: SectionRow | None, path: Path) -> None:
        if row and row.reason:
            self.doubts.append(
                Doubt(row.title, path, row.reason, "если это строка плана, перенесите её в мероприятия")
            )

    def _filled(self, activities: Sequence[Activity]) -> set[str]:
        """Keys of the columns for which the writer finds data."""
        filled = {"мероприятие", *(key for activity in activities for key, value in activity.other if value)}
        filled |= {
            key
            for key, (name, _, _) in _FIELDS.items()
            if any(getattr(activity, name) for activity in activities)
        }
        filled |= {NUMBER} if self.numbered else set()
        return filled | (
            {YEARS} if self.head.columns and any(column.years for column in self.head.columns) else set()
        )

    def _row_numbers(self, columns: Sequence[object]) -> dict[str, Any]:
        """How the rows are numbered, where it has to be said."""
        if self.numbered is None:
            return {} if columns else {"row_numbers": RowNumbers.ABSENT}
        usual = RowNumbers.BY_SECTION if self.plan.has_sections else RowNumbers.THROUGH
        return {} if self.numbered.kind is usual else {"row_numbers": self.numbered.kind}

    def _tell_numbers(self) -> None:
        if self.numbered is None:
            return
        rows = [(path, row) for path, row in self.plan.rows() if not row.is_total]
        for at, expected in self.numbered.wrong:
            path, row = rows[at]
            number = text_of(row.cells[0], exact=False)
            typed = f"номер строки набран «{number.text}»" if number else "строка не пронумерована"
            self.doubts.append(
                Doubt(number, path, f"{typed}, а по порядку {expected}", "проверьте, не пропущена ли строка")
            )
        dotted = next(
            (
                row
                for _, row in rows
                if words(row.cells[0]).endswith((".", ")")) and row.cells[0].paragraphs[0].spans
            ),
            None,
        )
        if dotted:
            self.doubts.append(
                Doubt(
                    text_of(dotted.cells[0], exact=False),
                    ("нумерация строк",),
                    "знаки за номерами строк не печатаются",
                )
            )

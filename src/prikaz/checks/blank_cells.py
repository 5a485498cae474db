"""Blank cells (пустые клетки) of tables that nobody has said to be on purpose; one finding for a column.

Notes may be absent, numbers of rows too, a row of totals has only what it sums up, and one that
leads to others nothing. Most tables are full: rows are gone through one by one only where a column is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Final, NamedTuple

from prikaz.findings import Finding, FindingKind, Path, Severity
from prikaz.model.blanks import is_left_blank, is_year_left_blank
from prikaz.model.column_heads import YEARS
from prikaz.model.indicators import Indicator, IndicatorTable, Target
from prikaz.model.tables import Activity, Cell, Column, Roadmap, Row, RowNumbers, Table
from prikaz.model.terms import terms

CELLS_BLANK: Final = FindingKind("cells-blank", "В графе таблицы есть пустые клетки")
COLUMN_BLANK: Final = FindingKind("column-blank", "Своя графа таблицы пуста целиком", Severity.ADVICE)
ROADMAP_BARE: Final = FindingKind("roadmap-bare", "В дорожной карте одни названия мероприятий")
TEXT_BLANK: Final = FindingKind("text-blank", "Вместо текста пусто")
ROWS_ABSENT: Final = FindingKind("rows-absent", "В таблице или её разделе нет ни одной заполненной строки")

#: Fields of a row by the columns that print them; a note is missed by nobody.
_OF_ACTIVITY: Final[Mapping[str, str]] = {
    "мероприятие": "title",
    "срок": "deadlines",
    "ответственный": "responsible",
    "результат": "result",
    "документ": "document",
}
_OF_INDICATOR: Final[Mapping[str, str]] = {
    "показатель": "name",
    "единица": "unit",
    "формула": "formula",
    "база": "base",
}
#: Columns of values that are never false in Python, even where they say nothing.
_TARGETS: Final = frozenset({"база"})
_NOTES: Final = "примечан"
_NUMBERS: Final = frozenset({"номер", "№", "№п/п", "№пп", "№п.п"})
#: A row that sums up, or leads to those below: «в том числе:».
_NO_ROW_OF_ITS_OWN: Final = r"\s*(?:итого\b.*|всего(?:\s+по\b.*)?|.*:)\s*"
#: How many cells a row of heads has at least.
_HEADS: Final = 2
_YEAR: Final = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_YEAR_ALONE: Final = rf"\s*(?:на\s+)?{_YEAR}\s*(?:г\.?|год[ауе]?)?\s*(?:\(?(?:план|факт)\)?)?\s*"
#: So many rows are named in a message.
_NAMED: Final = 8


def has_words(value: Any) -> bool:  # noqa: ANN401 (a text, a deadline, a target, several of them)
    """Whether a value prints anything, and each of several does."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Target):
        return value.value is not None or bool(value.words.strip())
    if isinstance(value, tuple):
        return bool(value) and all(map(has_words, value))
    return value is not None and bool(str(value).strip())


class _TableRow(NamedTuple):
    """A row of a roadmap or of a table of indicators with its printed number and its path."""

    number: str
    path: Path
    source: Activity | Indicator


class _YearTable(NamedTuple):
    """What roadmaps and tables of indicators have in common (таблица с графами по годам).

    Attributes:
        columns: The columns that the author has named.
        years: The years of columns.
        fields: Names of fields by the keys of columns.
        own: Keys of the author's own columns that rows have values for.
        sources: What the rows are made of.
        rows: Gives the rows with their numbers; asked only when something is blank.
        filled: Whether a value prints anything.
    """

    columns: Sequence[Column]
    years: Sequence[int]
    fields: Mapping[str, str]
    own: Iterable[str]
    sources: Sequence[Activity | Indicator]
    rows: Callable[[], Sequence[_TableRow]]
    filled: Callable[[Any], bool]

    def findings(self) -> Iterator[Finding]:
        """The blanks of each printed column."""
        for key, title in self._columns():
            if key == YEARS:
                yield from self._of_years()
            else:
                yield from self._of_column(key, title)

    def _columns(self) -> Iterator[tuple[str, str]]:
        """Keys and titles of the columns to look at: of those that the author has named, else of all."""
        if self.columns:
            named = ((column.key, column.title or column.key) for column in self.columns if not column.blank)
            yield from (
                (key, title) for key, title in named if not (_is_optional(title) or _is_optional(key))
            )
        else:
            own = sorted({key for key in self.own if not _is_optional(key)})
            yield from ((key, key) for key in (*self.fields, *own, YEARS))

    def _of_column(self, key: str, title: str) -> Iterator[Finding]:
        name = self.fields.get(key)
        values = [*map(attrgetter(name) if name else _own_value(key), self.sources)]
        is_full = all(values) and self.filled is bool and key not in _TARGETS
        if is_full or not (any(values) or self.columns):
            return
        has = [*map(has_words, values)]
        if all(has):
            return
        names = _names(self.sources[0], name, key)
        rows = [row for row, full in zip(self.rows(), has, strict=True) if not full]
        blank = [row for row in rows if _is_missed(row.source, key, names)]
        if blank and not name and not any(has):
            yield _own_column_blank(title, blank[0].path)
        elif blank:
            steps = (names[1],) if name else ("прочее", key)
            yield _cells_blank([key], key, blank, len(has), steps)

    def _of_years(self) -> Iterator[Finding]:
        """The blanks of the columns of years; years in which the same rows are blank come together."""
        found: dict[tuple[_TableRow, ...], list[int]] = {}
        for year, has in _filled_years(self.sources, self.years):
            rows = (row for row, full in zip(self.rows(), has, strict=True) if not full)
            blank = tuple(row for row in rows if _is_year_missed(row.source, year))
            found.setdefault(blank, []).append(year)
        for blank, years in found.items():
            if blank:
                names = [f"{year} год" for year in years]
                yield _cells_blank(names, str(years[0]), blank, len(self.sources), ())


def _filled_years(
    sources: Sequence[Activity | Indicator], years: Sequence[int]
) -> Iterator[tuple[int, list[bool]]]:
    """Years in which something is missed: which of the rows have a value then.

    An indicator has a target in each year; an activity need not go on in each, if there is one for the year.
    """
    if not years:
        return
    by_row = [{year for year, value in _by_year(source) if has_words(value)} for source in sources]
    for year in years:
        has = [year in filled for filled in by_row]
        if any(has) and isinstance(sources[0], Activity):
            has = [not filled.isdisjoint(years) for filled in by_row]
        if not all(has):
            yield year, has


def blanks_of_roadmap(roadmap: Roadmap, path: Path, filled: Callable[[Any], bool]) -> Iterator[Finding]:
    """The blanks of a roadmap.

    Args:
        roadmap: The roadmap.
        path: Its path.
        filled: Whether a value prints anything.
    """
    if roadmap.form:
        return
    for place, section in enumerate(roadmap.sections, 1):
        where = (*path, "разделы", place, "раздел")
        if not section.title.strip():
            yield TEXT_BLANK.finding(f"у раздела {place} нет названия", "впишите его", where)
        if not section.activities:
            message = f"в разделе {place} «{section.title}» нет ни одного мероприятия"
            yield ROWS_ABSENT.finding(message, "допишите мероприятия или уберите раздел", where)
    sections = (section.activities for section in roadmap.sections)
    activities = (*roadmap.activities, *chain.from_iterable(sections))
    if not activities:
        return
    if not (roadmap.columns or roadmap.years or any(map(_has_more_than_a_title, activities))):
        hint = "впишите их или назовите графы: «графы: [номер, мероприятие]»"
        yield ROADMAP_BARE.finding("в дорожной карте нет ни сроков, ни ответственных", hint, path)
    years = roadmap.years or sorted({year for year, _ in _joined("by_year", activities)})
    own = (key for key, _ in _joined("other", activities))

    def rows() -> list[_TableRow]:
        return [*_rows_of(roadmap, path)]

    table = _YearTable(roadmap.columns, years, _OF_ACTIVITY, own, activities, rows, filled)
    yield from table.findings()


def blanks_of_indicators(
    table: IndicatorTable, path: Path, filled: Callable[[Any], bool]
) -> Iterator[Finding]:
    """The blanks of a table of indicators; arguments are those of :func:`blanks_of_roadmap`."""
    if table.form:
        return
    years = table.years or sorted({year for row in table.indicators for year, _ in row.targets})

    def rows() -> list[_TableRow]:
        listed = enumerate(table.indicators, 1)
        return [_TableRow(str(place), (*path, "строки", place), row) for place, row in listed]

    yield from _YearTable(table.columns, years, _OF_INDICATOR, (), table.indicators, rows, filled).findings()


def _joined(name: str, sources: Sequence[Activity]) -> Iterator[Any]:
    """The pairs that a field of all rows holds."""
    return chain.from_iterable(map(attrgetter(name), sources))


def _is_optional(title: str) -> bool:
    """Whether nobody misses anything in a column: a note, the number of a row."""
    small = title.lower()
    return small.startswith(_NOTES) or "".join(small.split()).rstrip(".") in _NUMBERS


def _own_value(key: str) -> Callable[[Activity | Indicator], str]:
    return lambda source: dict(source.other).get(key, "") if isinstance(source, Activity) else ""


def _by_year(source: Activity | Indicator) -> tuple[tuple[int, Any], ...]:
    return source.by_year if isinstance(source, Activity) else source.targets


def _has_more_than_a_title(activity: Activity) -> bool:
    fields = (activity.deadlines, activity.by_year, activity.responsible, activity.result, activity.document)
    return any(fields) or bool(activity.other) or bool(activity.blank)


def _names(source: Activity | Indicator, name: str | None, key: str) -> tuple[str, ...]:
    """All names by which an author may call a column: its key, its field in many and in one."""
    cls: type = type(source)
    term = terms(cls)[name] if name else None
    return (key, term.name, term.one) if term else (key,)


def _is_missed(source: Activity | Indicator, key: str, names: Sequence[str]) -> bool:
    """Whether a blank of a row is an omission: deadlines may be given by year, too."""
    has_other = key == "срок" and isinstance(source, Activity) and source.by_year
    return not (has_other or is_left_blank(source, names) or _is_total(source))


def _is_year_missed(source: Activity | Indicator, year: int) -> bool:
    """The same of a year: an activity may have one deadline for all of them."""
    has_other = isinstance(source, Activity) and source.deadlines and not source.by_year
    return not (has_other or is_year_left_blank(source, year) or _is_total(source))


def _is_total(source: Activity | Indicator) -> bool:
    return _is_no_row(source.title if isinstance(source, Activity) else source.name)


def _is_no_row(title: str) -> bool:
    return re.fullmatch(_NO_ROW_OF_ITS_OWN, title, re.IGNORECASE | re.DOTALL) is not None


def _rows_of(roadmap: Roadmap, path: Path) -> Iterator[_TableRow]:
    """The rows with the numbers that are printed, or would be."""
    usual = RowNumbers.BY_SECTION if roadmap.sections else RowNumbers.THROUGH
    by_section = (roadmap.row_numbers or usual) is RowNumbers.BY_SECTION
    through = 0
    for place, section in enumerate(roadmap.sections, 1):
        for row, activity in enumerate(section.activities, 1):
            through += 1
            number = f"{place}.{row}" if by_section else str(through)
            yield _TableRow(number, (*path, "разделы", place, "мероприятия", row), activity)
    for row, activity in enumerate(roadmap.activities, 1):
        yield _TableRow(str(row), (*path, "мероприятия", row), activity)


def _cells_blank(
    columns: Sequence[str], key: str, rows: Sequence[_TableRow], count: int, steps: Path
) -> Finding:
    """The finding for columns that are blank in the same rows.

    Args:
        columns: Names of the columns.
        key: What a row would say of its blank.
        rows: The rows.
        count: Number of all rows of the table.
        steps: From the row to its cell.
    """
    numbers = [row.number for row in rows]
    where = "«пусто: да» у графы" if steps and len(rows) == count else f"«пусто: {key}» в строке"
    hint = f"впишите или скажите, что пусто намеренно: {where}, «форма: примерная» у таблицы"
    return CELLS_BLANK.finding(_told(columns, numbers, count), hint, (*rows[0].path, *steps))


def _told(columns: Sequence[str], numbers: Sequence[str], count: int) -> str:
    names = ", ".join(f"«{name}»" for name in columns)
    return f"{'графа' if len(columns) == 1 else 'графы'} {names}: пусто {told_rows(numbers, count)}"


def told_rows(numbers: Sequence[str], count: int) -> str:
    """In which of ``count`` rows something is blank.

    >>> told_rows(["3"], 5), told_rows(["3", "4"], 5), told_rows(["1", "2"], 2)
    ('в строке 3', 'в 2 строках: 3, 4', 'во всех строках')
    """
    if len(numbers) == 1:
        return f"в строке {numbers[0]}"
    if len(numbers) == count:
        return "во всех строках"
    named = ", ".join(numbers[:_NAMED]) + (" …" if len(numbers) > _NAMED else "")
    one = len(numbers) % 10 == 1 and len(numbers) % 100 != 11  # noqa: PLR2004 (21, but not 11)
    return f"в {len(numbers)} {'строке' if one else 'строках'}: {named}"


def _own_column_blank(name: str, path: Path) -> Finding:
    message = f"графа «{name}» пуста целиком"
    hint = "впишите значения или, если их впишут потом, поставьте у графы «пусто: да»"
    return COLUMN_BLANK.finding(message, hint, path)


# Free tables -------------------------------------------------------------------------------------------


class _GridCell(NamedTuple):
    """A cell of a free table with its column from 0, its row and its place in the row from 1."""

    column: int
    row: int
    place: int
    cell: Cell


def blanks_of_table(table: Table, path: Path, filled: Callable[[Any], bool]) -> Iterator[Finding]:
    """The blanks of a free table; arguments are those of :func:`blanks_of_roadmap`."""
    if table.form or (all(filled(cell.text) for row in table.rows for cell in row) and table.rows):
        return
    if not any(cell.text.strip() or cell.blank for row in table.rows for cell in row):
        hint = "впишите строки или, если их впишут потом, укажите «форма: примерная»"
        yield ROWS_ABSENT.finding("в таблице нет ни одной заполненной строки", hint, (*path, "строки"))
        return
    grid = [*_grid(table.rows)]
    totals = {row for row, cells in enumerate(table.rows, 1) if _is_row_of_totals(cells)}
    first = _first_row_of_facts(table)
    heads = _heads(table, first)
    grid = [cell for cell in grid if cell.row >= first]
    for number in sorted({cell.column for cell in grid}):
        column = table.columns[number] if number < len(table.columns) else None
        name = heads.get(number, f"{number + 1}")
        if (column and column.blank) or _is_optional(name):
            continue
        yield from _of_free_column(name, [cell for cell in grid if cell.column == number], totals, path)


def _of_free_column(name: str, cells: Sequence[_GridCell], totals: set[int], path: Path) -> Iterator[Finding]:
    blank = [
        cell
        for cell in cells
        if not (cell.cell.text.strip() or cell.cell.blank or cell.cell.columns > 1 or cell.row in totals)
    ]
    if not blank:
        return
    where = (*path, "строки", blank[0].row, blank[0].place)
    if not any(cell.cell.text.strip() for cell in cells):
        yield _own_column_blank(name, where)
        return
    hint = "впишите или скажите, что пусто намеренно: у клетки «{пусто: да}», у таблицы «форма: примерная»"
    numbers = [str(cell.row) for cell in blank]
    yield CELLS_BLANK.finding(_told([name], numbers, len(cells)), hint, where)


def _grid(rows: Sequence[Row]) -> Iterator[_GridCell]:
    """The cells of a table with their columns; cells that a merged one covers are left out in its rows."""
    covered: dict[int, int] = {}  # rows that each column is still covered for
    for number, row in enumerate(rows, 1):
        column = 0
        free = dict(covered)
        covered = {at: left - 1 for at, left in covered.items() if left > 1}
        for place, cell in enumerate(row, 1):
            while free.get(column):
                column += 1
            yield _GridCell(column, number, place, cell)
            if cell.rows > 1:
                covered.update(dict.fromkeys(range(column, column + cell.columns), cell.rows - 1))
            column += cell.columns


def _heads(table: Table, first: int) -> dict[int, str]:
    """Names of the columns: their titles, or the lowest cells of the header, which the first rows may be."""
    if table.columns:
        return {place: column.title or column.key for place, column in enumerate(table.columns)}
    return {
        cell.column + step: " ".join(cell.cell.text.split())
        for cell in (*_grid(table.header), *_grid(table.rows[: first - 1]))
        for step in range(cell.cell.columns)
        if cell.cell.text.strip()
    }


def _first_row_of_facts(table: Table) -> int:
    """The first row that is no head: a head may be the first row, and a row of years under it one more."""
    rows = enumerate(table.rows, 1)
    if not (table.header or table.columns):
        _, cells = next(rows)
        told = [cell.text for cell in cells if cell.text.strip()]
        if len(told) < _HEADS or any(re.search(r"\d", re.sub(_YEAR, "", text)) for text in told):
            return 1
    for number, cells in rows:
        told = [cell.text for cell in cells if cell.text.strip()]
        if len(told) < _HEADS or not all(re.fullmatch(_YEAR_ALONE, text) for text in told):
            return number
    return 1


def _is_row_of_totals(cells: Row) -> bool:
    return _is_no_row(next((cell.text for cell in cells if cell.text.strip()), ""))

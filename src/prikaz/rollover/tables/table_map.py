"""The tables of an order before their fields are moved: which texts are heads, what stands over each cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import frozen

from prikaz.findings import Path
from prikaz.language.numbers.column_heads import Meaning, is_total, meaning_of_head, meaning_of_label
from prikaz.language.time.roles import Role
from prikaz.language.time.times import Time, find_times
from prikaz.model import Activity, Column, IndicatorTable, Order, Paragraph, Roadmap, Table
from prikaz.model.contents import blocks
from prikaz.model.text import without_footnotes
from prikaz.model.year_tables import YearTable, rows_of
from prikaz.rollover.tables.headers import Header, PlacedCell, header_of, is_year_alone, placed
from prikaz.rollover.texts.verdicts import COUNT, Ask, Stay

#: Columns whose values move with the order, so that their heads may move, too.
_MOVING: Final = frozenset({"номер", "мероприятие", "срок", "ответственный", "примечание"})
#: The column of each field of a row that holds running text, in the words of the data file.
_COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "мероприятие": "мероприятие",
        "ответственные": "ответственный",
        "результаты": "результат",
        "документы": "документ",
        "примечание": "примечание",
        "показатель": "показатель",
        "единица": "единица",
        "формула": "формула",
    }
)
_KNOWN: Final = frozenset({*_COLUMNS.values(), "номер", "срок", "годы", "база"})
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: Columns of a table in Word.
_MOST_COLUMNS: Final = 63
_LETTER: Final = re.compile(r"[^\W\d_]")
#: Roles that a text of figures has by itself: «№ 2027», «2027 %», «16.03.2027 № 5».
_TOLD: Final = frozenset({Role.NUMBER, Role.COUNT, Role.CLOCK, Role.CITED})
#: «2027г.» is one word, too, but a year.
_CALLED_YEAR: Final = re.compile(r"\d\s*г(?:г|од[а-яё]*)?\.?$", re.IGNORECASE)
_FIGURES: Final = Stay(f"{COUNT}: по шапке графы или началу строки")
_UNLIKELY: Final = Ask("решите, переносить ли", "по шапке графы под ней не сроки")
_NOT_SAID: Final = Ask("решите, год ли это", "шапка графы не говорит, что под ней годы или сроки")
_EITHER: Final = Ask("решите, год ли это", "по шапке графы под ней и сроки, и другие числа")
HEAD: Final = Ask("переделайте графу", "значения под ней остались за этим годом")
BUILT: Final = Ask("решите, переносить ли", "по шапке графы это год того, что уже есть")
UNDER_YEARS: Final = Ask("решите, переносить ли", "в таблице есть графы по годам")

_BY_MEANING: Final[Mapping[Meaning | None, Stay | Ask]] = MappingProxyType(
    {
        Meaning.BIRTH: Stay("дата рождения"),
        Meaning.PAST: BUILT,
        Meaning.DOCUMENT: _EITHER,
    }
)


class CellContext(NamedTuple):
    """What stands around a cell (окружение клетки).

    Attributes:
        heads: The heads over it, the nearest first.
        label: The first words of its row.
        is_by_year: Whether its value belongs to a year that a head names.
        row: Path of its row.
        table: Path of its table.
    """

    heads: tuple[str, ...]
    label: str
    is_by_year: bool
    row: Path
    table: Path

    def verdict(self, text: str) -> Stay | Ask | None:
        """What is to become of the years of a text by its place alone; None when its own words decide."""
        meaning = self._meaning()
        is_dated = _is_dated(text)
        if _is_figures(text, meaning):
            if meaning is Meaning.FIGURES:
                return _UNLIKELY if is_dated and _YEAR.search(text) else _FIGURES
            if meaning in _BY_MEANING:
                return _BY_MEANING[meaning]
            if not is_dated and (meaning is None or meaning is Meaning.BOTH):
                return _NOT_SAID if meaning is None else _EITHER
        return UNDER_YEARS if self.is_by_year else None

    def _meaning(self) -> Meaning | None:
        named = (head for head in self.heads if not is_year_alone(head))
        over = [meaning for meaning in map(meaning_of_head, named) if meaning]
        own = next(iter(over), None)
        if own is None:
            return meaning_of_label(self.label)
        if own is Meaning.TIME and (Meaning.FIGURES in over or is_total(self.label)):
            return Meaning.BOTH
        return own


def _is_figures(text: str, meaning: Meaning | None) -> bool:
    """Whether a text has no words, and a number in it looks like a year; a code may have letters."""
    is_code = meaning is Meaning.FIGURES and not re.search(r"\s", text) and not _CALLED_YEAR.search(text)
    if _LETTER.search(text) and not is_code:
        return False
    times = find_times(text)
    told = [time for time in times if time.role in _TOLD]
    left = [year for year in _YEAR.finditer(text) if not _inside(year.start(), told)]
    return bool(left) or any(time.years for time in times if time not in told)


def _is_dated(text: str) -> bool:
    """Whether a text names days or school years: no amount looks like them."""
    times = [time for time in find_times(text) if time.day or "/" in time.text]
    return bool(times) and all(_inside(year.start(), times) for year in _YEAR.finditer(text))


def _inside(place: int, times: Iterable[Time]) -> bool:
    return any(time.start <= place < time.end for time in times)


@frozen(kw_only=True)
class TableMap:
    """The tables of an order (карта таблиц).

    Attributes:
        heads: Paths of the heads whose columns keep their values, and of keys that are printed as heads.
        cells: What stands around each cell with running text.
        beside: The other texts of the row of a cell or a deadline that may say what happens on a day.
        notes: Paths of the paragraphs right under tables.
    """

    heads: frozenset[Path]
    cells: Mapping[Path, CellContext]
    beside: Mapping[Path, str]
    notes: frozenset[Path]

    @classmethod
    def of(cls, order: Order) -> TableMap:
        """Look at the tables of an order."""
        heads: set[Path] = set()
        cells: dict[Path, CellContext] = {}
        beside: dict[Path, str] = {}
        notes: set[Path] = set()
        noted: Path | None = None  # where the blocks stand whose last one but paragraphs was a table
        for path, block in blocks(order):
            if isinstance(block, Paragraph):
                notes |= {(*path, "текст")} if path[:-2] == noted else set()
                continue
            noted = path[:-2] if isinstance(block, Roadmap | IndicatorTable | Table) else None
            if isinstance(block, Roadmap | IndicatorTable):
                heads |= _heads_of_columns(block.columns, path, _KNOWN).keys() - set(_moving(block, path))
                cells |= _cells_of_rows(block, path)
                beside |= _beside_in_rows(block, path)
            elif isinstance(block, Table):
                header = header_of(block)
                heads |= {(*path, *place) for place, cell in header.cells}
                heads |= {(*path, *place) for place in _years_over_rows(block, header)}
                cells |= _cells_of_table(block, path, header)
                beside |= _beside_in_table(block, path)
        return cls(
            heads=frozenset(heads),
            cells=MappingProxyType(cells),
            beside=MappingProxyType(beside),
            notes=frozenset(notes),
        )

    def verdict(self, path: Path, text: str) -> Stay | Ask | None:
        """What is to become of all years of a text by its place alone; None when its own words decide."""
        if path in self.heads:
            return HEAD
        context = self.context(path)
        return context.verdict(text) if context else None

    def context(self, path: Path) -> CellContext | None:
        """What stands around a cell, or around the cell that one of several values stands in."""
        return self.cells.get(path) or self.cells.get(path[:-1])


# Tables of rows -----------------------------------------------------------------------------------------


def _moving(table: YearTable, path: Path) -> Iterator[Path]:
    """The heads of columns whose values move with the order."""
    for place, column in enumerate(table.columns, 1):
        if column.key in _MOVING:
            yield (*path, "графы", place, "заголовок")


def _heads_of_columns(columns: Sequence[Column], path: Path, known: frozenset[str]) -> dict[Path, str]:
    """The heads of columns; where there is none, the key is printed unless it is a known one."""
    found: dict[Path, str] = {}
    for place, column in enumerate(columns, 1):
        if column.title:
            found[(*path, "графы", place, "заголовок")] = column.title
        elif column.key not in known:
            found[(*path, "графы", place, "графа")] = column.key
    return found


def _cells_of_rows(table: YearTable, path: Path) -> dict[Path, CellContext]:
    titles = {column.key: without_footnotes(column.title) for column in table.columns if column.title}
    found: dict[Path, CellContext] = {}
    for where, row in rows_of(table, path):
        own = [((*where, "прочее", key), key) for key, _ in row.other] if isinstance(row, Activity) else []
        for place, key in (*(((*where, name), key) for name, key in _COLUMNS.items()), *own):
            head = titles.get(key, key)
            label = row.title if isinstance(row, Activity) else row.name
            is_by_year = key not in _MOVING and _YEAR.search(head) is not None
            told = label if key not in _KNOWN else ""
            found[place] = CellContext((head,), told, is_by_year, where, path)
    return found


def _beside_in_rows(table: YearTable, path: Path) -> dict[Path, str]:
    """Beside the title of an activity its deadlines, and beside each of them the title."""
    found: dict[Path, str] = {}
    for where, row in rows_of(table, path):
        if isinstance(row, Activity):
            found[(*where, "мероприятие")] = "; ".join(map(str, row.deadlines))
            for place, _ in enumerate(row.deadlines, 1):
                found[(*where, "сроки", place)] = row.title
    return found


# Free tables --------------------------------------------------------------------------------------------


def _cells_of_table(table: Table, path: Path, header: Header) -> dict[Path, CellContext]:
    heads = [cell for _, cell in reversed(header.cells) if cell.text]
    is_by_year = any(_YEAR.search(head.text) for head in heads)
    body = [cell for cell in placed(table.rows) if cell.row > header.rows]
    by_row: dict[int, list[PlacedCell]] = {}
    for label in body:
        if _LETTER.search(label.text):
            for row in label.rows:
                by_row.setdefault(row, []).append(label)
    found: dict[Path, CellContext] = {}
    for cell in body:
        over = tuple(dict.fromkeys(head.text for head in heads if set(head.columns) & set(cell.columns)))
        before = (label for label in by_row.get(cell.row, []) if label.columns.stop <= cell.columns.start)
        first = min(before, key=lambda label: label.columns.start, default=None)
        is_of_deadlines = (
            bool(over) and meaning_of_head(over[0]) is Meaning.TIME and not any(map(_YEAR.search, over))
        )
        found[(*path, "строки", cell.row, cell.number, "текст")] = CellContext(
            over,
            first.text if first else "",
            is_by_year and not is_of_deadlines,
            (*path, "строки", cell.row),
            path,
        )
    return found


def _years_over_rows(table: Table, header: Header) -> Iterator[Path]:
    """Cells that are a year alone, and alone in their row: what stands below them is of that year."""
    for row, cells in enumerate(table.rows, 1):
        told = [(number, cell.text) for number, cell in enumerate(cells, 1) if cell.text.strip()]
        if row > header.rows and len(told) == 1 and is_year_alone(without_footnotes(told[0][1])):
            yield ("строки", row, told[0][0], "текст")


def _beside_in_table(table: Table, path: Path) -> dict[Path, str]:
    """Beside each cell the others of its row; a row of more cells than Word has columns tells nothing."""
    return {
        (*path, "строки", row, place, "текст"): "; ".join(
            other.text for number, other in enumerate(cells, 1) if number != place and other.text
        )
        for row, cells in enumerate(table.rows, 1)
        for place, _ in enumerate(cells if len(cells) <= _MOST_COLUMNS else (), 1)
    }

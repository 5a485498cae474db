"""The heads of a free table: of its header, of its columns, or of its first rows, each with what it covers.

A header may be given as such, as columns, or simply as the first row. A row of
years alone below it is a second floor of heads: «Сроки реализации» over «2027
год», «2028 год». A footnote says nothing of what stands under a head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from prikaz.findings import Path
from prikaz.language.numbers.column_heads import Meaning, is_numbering, meaning_of_label
from prikaz.model import Cell, Table
from prikaz.model.text import without_footnotes

_YEAR: Final = r"(?<![\d.])(?:19|20)\d\d(?!\d)"
#: A head that is a year and no more; what stands under it is of that year, and no year itself.
_YEAR_ALONE: Final = (
    r"(?i)\W*(?:в|на|за)?\s*(?:19|20)\d\d\s*(?:год[а-яё]*|г\.?)?\W*(?:план|факт|прогноз|оценка)?[а-яё]*\W*"
)
_BARE_YEAR: Final = r"\s*(?:19|20)\d\d\s*"
#: How many cells a row of heads has at least.
_NAMED: Final = 2
#: In which rows a floor of years may stand.
_FLOORS: Final = 4
_LETTER: Final = re.compile(r"[^\W\d_]")


class PlacedCell(NamedTuple):
    """A cell with its place.

    Attributes:
        row: Its row, from 1.
        number: Which cell of its row it is, from 1.
        rows: The rows that it covers.
        columns: The columns that it covers.
        text: Its text, without footnotes.
    """

    row: int
    number: int
    rows: range
    columns: range
    text: str


class Header(NamedTuple):
    """The heads of a free table (шапка).

    Attributes:
        cells: The heads with their paths inside the table, the lowest floor last.
        rows: How many rows of the body they take.
    """

    cells: tuple[tuple[Path, PlacedCell], ...]
    rows: int


def header_of(table: Table) -> Header:
    """The heads of a free table, wherever they stand."""
    body = placed(table.rows)
    given = _given(table)
    rows = _rows_of_heads(body, [cell for _, cell in given])
    own = [(("строки", cell.row, cell.number, "текст"), cell) for cell in body if cell.row <= rows]
    return Header(cells=(*given, *own), rows=rows)


def is_year_alone(head: str) -> bool:
    """Whether a head is a year and no more: «2027 год (план)»."""
    return re.fullmatch(_YEAR_ALONE, head.strip()) is not None


def placed(rows: Sequence[Sequence[Cell]]) -> list[PlacedCell]:
    """The cells of rows with what they cover; a cell that a merged one covers is left out, as in HTML."""
    found: list[PlacedCell] = []
    covered: dict[int, int] = {}  # by column, the last row that a cell from above covers
    for row, cells in enumerate(rows, 1):
        column = 0
        for number, cell in enumerate(cells, 1):
            while covered.get(column, 0) >= row:
                column += 1
            columns = range(column, column + cell.columns)
            covered |= dict.fromkeys(columns, row + cell.rows - 1)
            found.append(
                PlacedCell(row, number, range(row, row + cell.rows), columns, without_footnotes(cell.text))
            )
            column = columns.stop
    return found


def _given(table: Table) -> list[tuple[Path, PlacedCell]]:
    if table.header:
        return [(("шапка", cell.row, cell.number, "текст"), cell) for cell in placed(table.header)]
    return [
        (
            ("графы", place, "заголовок" if column.title else "графа"),
            PlacedCell(
                1, place, range(1, 2), range(place - 1, place), without_footnotes(column.title or column.key)
            ),
        )
        for place, column in enumerate(table.columns, 1)
    ]


def _rows_of_heads(body: Sequence[PlacedCell], given: Sequence[PlacedCell]) -> int:
    """How many of the first rows are heads: those down to a row of years, else the first one."""
    last = max((cell.row for cell in body), default=0)
    above = list(given)
    for number in range(1, min(_FLOORS, last - 1) + 1):
        row = [cell for cell in body if cell.row == number]
        if _is_floor_of_years(row, above):
            return number
        if given or not all(_reads_as_head(cell) for cell in row if cell.text.strip()):
            break
        above += row
    return 0 if given else int(_is_row_of_heads(body))


def _is_floor_of_years(row: Sequence[PlacedCell], above: Sequence[PlacedCell]) -> bool:
    """Whether a row has years alone, different ones; heads of their own over them make values of years."""
    told = [cell for cell in row if cell.text.strip()]
    years = {year[0] for cell in told if is_year_alone(cell.text) and (year := re.search(_YEAR, cell.text))}
    over = [
        head
        for head in above
        if head.text.strip() and any(set(head.columns) & set(cell.columns) for cell in told)
    ]
    return _NAMED <= len(years) == len(told) and len(over) < len(told)


def _is_row_of_heads(cells: Sequence[PlacedCell]) -> bool:
    """Whether the first row of a table without a header reads as one, and figures stand below it."""
    first = [cell for cell in cells if cell.row == 1]
    has_figures = any(
        cell.row > 1 and re.search(r"\d", cell.text) and not _LETTER.search(cell.text) for cell in cells
    )
    if len(first) < _NAMED or not has_figures or not all(map(_reads_as_head, first)):
        return False
    label, *others = (cell.text for cell in first)
    meaning = None if is_numbering(label) else meaning_of_label(label)
    if meaning is None:
        return True
    if meaning is Meaning.TIME:
        return len({other for other in others if is_year_alone(other)}) >= _NAMED
    return not any(re.fullmatch(_BARE_YEAR, other) for other in others)


def _reads_as_head(cell: PlacedCell) -> bool:
    """Whether a cell may be a head: words or «№», and no figures but those of a year."""
    rest = re.sub(_YEAR, "", cell.text)
    return not re.search(r"\d", rest) and bool(rest != cell.text or re.search(r"[^\W_]|№", rest))

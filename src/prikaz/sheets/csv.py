"""Tables of csv as Excel saves them: with a first line that names the separator, or without."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from attrs import frozen

from prikaz.findings import FindingKind, Severity
from prikaz.sheets.cells import CELL_UNREADABLE, FORMULA_UNCOUNTED, cell_fault, uncounted_formula
from prikaz.sheets.grid import Grid, GridFinding, Line, without_empty
from prikaz.sheets.layout import layout_doubts, layout_faults
from prikaz.sheets.sheet_xml import SheetMarkup

CSV_UNREADABLE: Final = FindingKind("csv-unreadable", "Строка csv не читается", Severity.ERROR)

#: What Excel writes in the first line of a csv: which sign parts its cells. A program that takes the line for
#: a row saves it in quotes, with separators behind it.
_SEPARATOR_LINE: Final = re.compile(
    r'"?sep=(?P<sign>[^\r\n"]?)"?(?P<behind>([;,\t])\3*)?\r?\n', re.IGNORECASE
)
_SEPARATORS: Final = ";\t,"
#: Lines by which the separator is guessed.
_TRIED: Final = 20


@frozen(kw_only=True)
class CsvDialect:
    """How a csv is written.

    Attributes:
        separator: The sign between cells.
        first_line: The first line, when it is there to name the separator.
    """

    separator: str
    first_line: str = ""


class UnreadableRowError(Exception):
    """A row that does not end where it should.

    Attributes:
        line: The line it begins at, from 1.
    """

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(line)


def find_dialect(text: str) -> CsvDialect:
    r"""How a csv is written: by its first line, or by the sign that most of its first lines have.

    >>> find_dialect("sep=|\nшкола|мест\n").separator, find_dialect("Лагеря\nшкола,мест\n").separator
    ('|', ',')
    """
    match = _SEPARATOR_LINE.match(text)
    first_line = match[0] if match else ""
    sign = (match["behind"] or match["sign"])[:1] if match else ""
    return CsvDialect(separator=sign or _guessed(text[len(first_line) :]), first_line=first_line)


def _guessed(text: str) -> str:
    lines = [line for line in islice(io.StringIO(text), _TRIED) if line.strip()]
    parted = {
        sign: (sum(sign in line for line in lines), "".join(lines[:1]).count(sign)) for sign in _SEPARATORS
    }
    return max(_SEPARATORS, key=parted.__getitem__)


def numbered_rows(text: str, dialect: CsvDialect) -> Iterator[tuple[int, list[str]]]:
    """Rows with the numbers of the lines they begin at.

    Raises:
        UnreadableRowError: Quotes that do not close.
    """
    before = 1 if dialect.first_line else 0
    stream = io.StringIO(text[len(dialect.first_line) :], newline="")
    reader = csv.reader(stream, delimiter=dialect.separator, strict=True)
    start = before + 1
    try:
        for cells in reader:
            yield start, cells
            start = before + reader.line_num + 1
    except csv.Error as error:
        raise UnreadableRowError(start) from error


def read_csv(text: str) -> Grid:
    """Read a csv; a row that cannot be read is the last, and is a fault."""
    faults: list[GridFinding] = []
    lines, after_gap = without_empty(_lines(text, faults))
    return Grid(
        lines=lines,
        faults=(*faults, *layout_faults(lines, SheetMarkup())),
        cell_faults=tuple(_cell_faults(lines)),
        doubts=layout_doubts(lines, after_gap, SheetMarkup()),
    )


def _lines(text: str, faults: list[GridFinding]) -> Iterator[Line]:
    try:
        for number, cells in numbered_rows(text, find_dialect(text)):
            yield number, tuple(cell.strip() for cell in cells)
    except UnreadableRowError as error:
        hint = "проверьте кавычки: внутри ячейки их удваивают"
        faults.append(
            GridFinding(kind=CSV_UNREADABLE, row=error.line, message="строка не читается", hint=hint)
        )


def _cell_faults(lines: tuple[Line, ...]) -> Iterator[GridFinding]:
    for row, cells in lines:
        for column, cell in enumerate(cells, 1):
            if cell.startswith("="):
                kind, words = FORMULA_UNCOUNTED, uncounted_formula(cell[1:])
            elif fault := cell_fault(cell):
                kind, words = CELL_UNREADABLE, fault
            else:
                continue
            message, hint = words
            yield GridFinding(kind=kind, row=row, column=column, message=message, hint=hint)

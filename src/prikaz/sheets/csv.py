"""Tables of csv as Excel saves them: with a first line that tells the separator, or without."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from attrs import frozen

from prikaz.sheets.cells import cell_flaw, uncounted
from prikaz.sheets.grid import Grid, Line, Remark, without_empty
from prikaz.sheets.remarks import doubts_of, faults_of
from prikaz.sheets.sheet_xml import Markup

#: What Excel writes in the first line of a csv: which sign parts its cells. A program that takes the line for
#: a row saves it in quotes, with separators behind it.
_TOLD: Final = re.compile(r'"?sep=(?P<sign>[^\r\n"]?)"?(?P<behind>([;,\t])\3*)?\r?\n', re.IGNORECASE)
_SEPARATORS: Final = ";\t,"
#: Lines by which the separator is guessed.
_TRIED: Final = 20


@frozen(kw_only=True)
class CsvDialect:
    """How a csv is written.

    Attributes:
        separator: The sign between cells.
        told: The first line, when it is to tell the separator.
    """

    separator: str
    told: str = ""


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
    match = _TOLD.match(text)
    told = match[0] if match else ""
    sign = (match["behind"] or match["sign"])[:1] if match else ""
    return CsvDialect(separator=sign or _guessed(text[len(told) :]), told=told)


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
    before = 1 if dialect.told else 0
    stream = io.StringIO(text[len(dialect.told) :], newline="")
    reader = csv.reader(stream, delimiter=dialect.separator, strict=True)
    start = before + 1
    try:
        for cells in reader:
            yield start, cells
            start = before + reader.line_num + 1
    except csv.Error as error:
        raise UnreadableRowError(start) from error


def read_csv(text: str) -> Grid:
    """Read a csv; a row that cannot be read is the last, and is told."""
    faults: list[Remark] = []
    lines, apart = without_empty(_lines(text, faults))
    return Grid(
        lines=lines,
        flaws=tuple(_flaws(lines)),
        faults=(*faults, *faults_of(lines, Markup())),
        doubts=doubts_of(lines, apart, Markup()),
    )


def _lines(text: str, faults: list[Remark]) -> Iterator[Line]:
    try:
        for number, cells in numbered_rows(text, find_dialect(text)):
            yield number, tuple(cell.strip() for cell in cells)
    except UnreadableRowError as error:
        hint = "проверьте кавычки: внутри ячейки их удваивают"
        faults.append(Remark(row=error.line, message="строка не читается", hint=hint))


def _flaws(lines: tuple[Line, ...]) -> Iterator[Remark]:
    for row, cells in lines:
        for column, cell in enumerate(cells, 1):
            if told := uncounted(cell[1:]) if cell.startswith("=") else cell_flaw(cell):
                yield Remark(row=row, column=column, message=told[0], hint=told[1])

"""What stands where on the pages of a PDF: lines of text, tables, page numbers; lengths in millimetres."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
from attrs import frozen

_MM = 25.4 / 72
#: A line of Times and its doubles above and below the base line, in sizes of the font.
_ABOVE, _BELOW = 0.891, 0.216
_NUMBER = re.compile(r"\d{1,4}")


@frozen(kw_only=True)
class Box:
    """A rectangle on a page; ``top`` and ``bottom`` are counted from the upper edge."""

    left: float
    top: float
    right: float
    bottom: float


@frozen(kw_only=True)
class Line(Box):
    """A line of text outside tables.

    Attributes:
        text: The text without repeated spaces.
        size: Greatest size of its letters, in points.
        gap: Width of its widest white space.
        gap_ends: Where the text goes on after the widest white space.
    """

    text: str
    size: float
    gap: float
    gap_ends: float


@frozen(kw_only=True)
class Table(Box):
    """A table with borders, or its part on one page.

    Attributes:
        rows: Texts of the cells; merged cells are told once, the rest of them is "".
        columns: Left borders of the columns.
    """

    rows: tuple[tuple[str, ...], ...]
    columns: tuple[int, ...]


@frozen(kw_only=True)
class Page:
    """A page without its number: the lines and the tables, from the top down.

    Attributes:
        number: The line that holds nothing but a number, above all others; ``None`` if there is none.
    """

    width: float
    height: float
    number: Line | None
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All that stands on the page, from the top down."""
        return tuple(sorted((*self.lines, *self.tables), key=lambda box: box.top))


def measure(pdf: Path) -> tuple[Page, ...]:
    """Measure every page of a PDF."""
    with pdfplumber.open(pdf) as document:
        return tuple(_page(page) for page in document.pages)


def _page(page: Any) -> Page:
    found = [table for table in page.find_tables() if len(table.cells) > 1]
    free = page.filter(lambda thing: not any(_inside(thing, table.bbox) for table in found))
    lines = [_line(line, page.height) for line in free.extract_text_lines() if line["text"].strip()]
    lines.sort(key=lambda line: line.top)
    numbered = bool(lines) and _NUMBER.fullmatch(lines[0].text) is not None
    return Page(
        width=page.width * _MM,
        height=page.height * _MM,
        number=lines[0] if numbered else None,
        lines=tuple(lines[1:] if numbered else lines),
        tables=tuple(_table(table) for table in found),
    )


def _inside(thing: dict[str, float], bbox: tuple[float, float, float, float]) -> bool:
    across, down = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return bbox[0] <= across <= bbox[2] and bbox[1] <= down <= bbox[3]


def _line(line: dict[str, Any], page_height: float) -> Line:
    letters = sorted(line["chars"], key=lambda letter: letter["x0"])
    size = max(letter["size"] for letter in letters)
    base = page_height - min(letter["matrix"][5] for letter in letters)
    gap, gap_ends = max(_gaps(letters), default=(0.0, letters[0]["x0"]))
    return Line(
        text=" ".join(line["text"].split()),
        left=letters[0]["x0"] * _MM,
        right=letters[-1]["x1"] * _MM,
        top=(base - _ABOVE * size) * _MM,
        bottom=(base + _BELOW * size) * _MM,
        size=round(size, 1),
        gap=gap * _MM,
        gap_ends=gap_ends * _MM,
    )


def _gaps(letters: list[dict[str, Any]]) -> Iterable[tuple[float, float]]:
    return ((after["x0"] - before["x1"], after["x0"]) for before, after in pairwise(letters))


def _table(table: Any) -> Table:
    left, top, right, bottom = (edge * _MM for edge in table.bbox)
    rows = tuple(tuple(" ".join((cell or "").split()) for cell in row) for row in table.extract())
    columns = tuple(sorted({round(cell[0] * _MM) for cell in table.cells}))
    return Table(left=left, top=top, right=right, bottom=bottom, rows=rows, columns=columns)

"""What is wrong with the look of an order's pages, by ГОСТ Р 7.0.97 and the built-in masters.

Every function takes the pages of one order and returns what it sees wrong; nothing is good news.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final, TypeAlias

from tests.layout.measure import Box, Line, Page

Pages: TypeAlias = tuple[Page, ...]

#: Left, right, top and bottom margin; an order is kept for more than ten years, so 30 mm on the left.
PORTRAIT: Final = {"left": 30.0, "right": 10.0, "top": 20.0, "bottom": 20.0}
LANDSCAPE: Final = {"left": 20.0, "right": 20.0, "top": 20.0, "bottom": 20.0}
PAPER_WIDTH: Final = 210.0
TEXT_SIZE: Final = 14.0
INDENT: Final = 12.5
NUMBER_FROM_EDGE: Final = 10.0
_TOLERANCE: Final = 0.7

_NAME_AT_END: Final = re.compile(r"([А-ЯЁ]\.\s?){1,2}\s?[А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)?$")
_MARK: Final = re.compile(r"Приложение(\s*№\s*\d+)?|УТВЕРЖД[ЕЁ]Н[АОЫ]?")
_SIGNATURE_GAP: Final = 15.0


def blank_pages(pages: Pages) -> Iterator[str]:
    """A page with nothing but its number."""
    for number, page in enumerate(pages, 1):
        if not page.boxes:
            yield f"страница {number}: пустая"


def wrong_margins(pages: Pages) -> Iterator[str]:
    """Text past a margin on any page; in portrait also text that nowhere reaches a margin."""
    for number, page in enumerate(pages, 1):
        wanted = LANDSCAPE if page.landscape else PORTRAIT
        for side, found in _margins(page).items():
            if found < wanted[side] - _TOLERANCE:
                yield f"страница {number}: поле {side} {found:.1f} мм вместо {wanted[side]:.0f}"
    upright = [_margins(page) for page in pages if not page.landscape]
    for side in ("left", "right", "top") if upright else ():
        least = min(margins[side] for margins in upright)
        if least > PORTRAIT[side] + _TOLERANCE:
            yield f"все страницы: поле {side} {least:.1f} мм вместо {PORTRAIT[side]:.0f}"


def wrong_text_size(pages: Pages) -> Iterator[str]:
    """A line of a paragraph that is not set in 14 points."""
    for number, _, line in _full_lines(pages):
        if line.size != TEXT_SIZE:
            yield f"страница {number}: {line.size} пт вместо {TEXT_SIZE:.0f}: {line.text}"


def wrong_indents(pages: Pages) -> Iterator[str]:
    """A paragraph of the text whose first line is not indented by 12.5 mm."""
    for number, line in first_lines(pages):
        indent = line.left - PORTRAIT["left"]
        if abs(indent - INDENT) > _TOLERANCE:
            yield f"страница {number}: отступ {indent:.1f} мм вместо {INDENT}: {line.text}"


def wrong_page_numbers(pages: Pages) -> Iterator[str]:
    """A number on page 1; on another page none, a wrong one, or one not in the middle of the top margin."""
    if pages[0].number:
        yield "страница 1: есть номер"
    for number, page in enumerate(pages[1:], 2):
        line = page.number
        if line is None or line.text != str(number):
            yield f"страница {number}: номер {line.text if line else 'не напечатан'}"
        elif not _in_the_middle(line, page) or not _in_the_top_margin(line):
            yield f"страница {number}: номер стоит в {line.left:.1f} мм слева и {line.top:.1f} мм сверху"


def headless_tables(pages: Pages) -> Iterator[str]:
    """A table that goes on to the next page without its header row."""
    for number, (before, after) in enumerate(pairwise(pages), 2):
        if not before.tables or not after.tables:
            continue
        upper, lower = before.tables[-1], after.tables[0]
        goes_on = before.boxes[-1] is upper and after.boxes[0] is lower and upper.columns == lower.columns
        if goes_on and upper.rows[0] != lower.rows[0]:
            yield f"страница {number}: таблица без заголовка: {' | '.join(lower.rows[0])}"


def lonely_signatures(pages: Pages) -> Iterator[str]:
    """A signature on a page without any text of its order above it."""
    for number, line in signatures(pages):
        above = [box for box in pages[number - 1].boxes if box.top < line.top]
        if not any(_is_text(box, line) for box in above):
            yield f"страница {number}: подпись без текста: {line.text}"


def misplaced_annex_marks(pages: Pages) -> Iterator[str]:
    """A mark of an annex that is not the first on its page, or not in the right half of it."""
    for number, page in enumerate(pages, 1):
        for line in page.lines:
            if not _MARK.fullmatch(line.text):
                continue
            above = [box for box in page.boxes if box.bottom < line.top + 1]
            if line.left < page.width / 2 or any(box.left < page.width / 2 for box in above):
                yield f"страница {number}: отметка «{line.text}» не вверху справа"


def signatures(pages: Pages) -> Iterator[tuple[int, Line]]:
    """Lines that end with initials and a surname, far from the position; with the number of the page."""
    for number, page in enumerate(pages, 1):
        for line in page.lines:
            if line.gap > _SIGNATURE_GAP and _NAME_AT_END.search(line.text):
                yield number, line


def first_lines(pages: Pages) -> Iterator[tuple[int, Line]]:
    """First lines of justified paragraphs: a full line under one that is not."""
    return ((number, line) for number, above, line in _full_lines(pages) if not _is_full(above))


def turns(pages: Pages) -> tuple[bool, ...]:
    """Orientation of the pages, told where it changes: ``(False, True)`` is portrait and then landscape."""
    return without_repeats(tuple(page.landscape for page in pages))


def without_repeats(values: tuple[bool, ...]) -> tuple[bool, ...]:
    return values[:1] + tuple(after for before, after in pairwise(values) if before != after)


def _margins(page: Page) -> dict[str, float]:
    """The white space at each side; a page without anything is white to its other side."""
    return {
        "left": min((box.left for box in page.boxes), default=page.width),
        "right": page.width - max((box.right for box in page.boxes), default=0.0),
        "top": min((box.top for box in page.boxes), default=page.height),
        "bottom": page.height - max((box.bottom for box in page.boxes), default=0.0),
    }


def _full_lines(pages: Pages) -> Iterator[tuple[int, Line, Line]]:
    """Lines of justified paragraphs, full to the right margin: number of the page, line above, line."""
    for number, page in enumerate(pages, 1):
        for above, line in pairwise(page.lines):
            if not page.landscape and _is_full(line) and line.gap < _SIGNATURE_GAP:
                yield number, above, line


def _is_full(line: Line) -> bool:
    return line.right > PAPER_WIDTH - PORTRAIT["right"] - 1


def _in_the_middle(line: Line, page: Page) -> bool:
    """In the middle of the page or of its text."""
    margins = LANDSCAPE if page.landscape else PORTRAIT
    middle = (line.left + line.right) / 2
    of_text = (margins["left"] + page.width - margins["right"]) / 2
    return min(abs(middle - of_text), abs(middle - page.width / 2)) < 2


def _in_the_top_margin(line: Line) -> bool:
    return line.top > NUMBER_FROM_EDGE - _TOLERANCE and line.bottom < PORTRAIT["top"] + _TOLERANCE


def _is_text(box: Box, signature: Line) -> bool:
    """A position stands in a column left of the name; text is indented, or goes on under the name."""
    return box.left > signature.left + 5 or box.right > signature.gap_ends


#: All kinds of faults.
ALL: Final[tuple[Callable[[Pages], Iterator[str]], ...]] = (
    blank_pages,
    wrong_margins,
    wrong_text_size,
    wrong_indents,
    wrong_page_numbers,
    headless_tables,
    lonely_signatures,
    misplaced_annex_marks,
)

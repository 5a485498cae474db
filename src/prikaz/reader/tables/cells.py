"""Texts of cells as texts of the model (клетки)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.typography import typeset
from prikaz.reader.paper import GridCell
from prikaz.reader.source_text import SourceText
from prikaz.reader.texts import plain

_UNTIDY: Final = re.compile(r"[ \u00a0\u2007\u202f\t\f]{2,}|[\t\f\u2007\u202f]")
_DATE: Final = r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?: ?(?:года|г\b\.?))?"
_DATES: Final = re.compile(rf"{_DATE}(?:[ ,;]+{_DATE})+")
_ENDS: Final = re.compile(r"[.;:!?]$")
_BEGINS_ITEM: Final = re.compile(r"(?:\d{1,3}|\w)[.)](?:\s|$)|[-–—•*]\s")
_BLANK: Final = " \u00a0\u2007\u202f\t\f\n"


class Values(NamedTuple):
    """What stands in a cell one beside another.

    Attributes:
        texts: The texts; none for a blank cell.
        marks: The signs between them.
    """

    texts: tuple[SourceText, ...]
    marks: tuple[SourceText, ...] = ()


def is_blank(cell: GridCell) -> bool:
    """Whether nothing stands in a cell.

    >>> is_blank(GridCell((SourceText(" "),)))
    True
    """
    return not any(paragraph.text.strip(_BLANK) for paragraph in cell.paragraphs)


def words(cell: GridCell) -> str:
    """What a cell says, in one line, to be compared."""
    return " ".join(" ".join([paragraph.text for paragraph in cell.paragraphs]).split())


def text_of(cell: GridCell, *, exact: bool) -> SourceText:
    """The text of a cell, a line a paragraph.

    Args:
        cell: The cell.
        exact: Whether a printer laid it out, so that each space and each empty line counts.
    """
    found = lines_of(cell, exact=exact)
    return _plain(found[0] if len(found) == 1 else SourceText.join("\n", found))


def running_text(cell: GridCell, *, exact: bool) -> SourceText:
    """The text of a cell that is one text: where a clerk broke its lines is a matter of width."""
    if exact:
        return text_of(cell, exact=True)
    parts: list[SourceText] = []
    for paragraph in cell.paragraphs:
        for place, line in enumerate(paragraph.split("\n") if "\n" in paragraph.text else (paragraph,)):
            told = tidy(line)
            if told and parts and _goes_on(parts[-1].text, told.text, is_soft=place > 0):
                parts[-1] = SourceText.join(" ", (parts[-1], told))
            elif told:
                parts.append(told)
    return _plain(parts[0] if len(parts) == 1 else SourceText.join("\n", parts))


def _goes_on(above: str, line: str, *, is_soft: bool) -> bool:
    """Whether a line goes on with the one above, not with an item or a sentence of its own."""
    if _ENDS.search(above) or _BEGINS_ITEM.match(line):
        return False
    return is_soft or line[:1].islower()


def lines_of(cell: GridCell, *, exact: bool) -> Sequence[SourceText]:
    """The lines of a cell; what a clerk typed without empty ones and idle spaces."""
    if exact:
        return [
            line
            for paragraph in cell.paragraphs
            for line in (paragraph.split("\n") if "\n" in paragraph.text else (paragraph,))
        ]
    lines = [
        tidy(line)
        for paragraph in cell.paragraphs
        for line in (paragraph.split("\n") if "\n" in paragraph.text else (paragraph,))
    ]
    return [line for line in lines if line] or [SourceText("")]


def tidy(line: SourceText) -> SourceText:
    """A line as a careful typist leaves it: single spaces, none at the ends.

    >>> tidy(SourceText(" О  плане ")).text
    'О плане'
    """
    text = line.text
    left = len(text) - len(text.lstrip(_BLANK))
    right = len(text.rstrip(_BLANK))
    if left or right < len(text):
        line = line[left : max(left, right)]
    return line.replaced(_UNTIDY, " ") if _UNTIDY.search(line.text) else line


def values_of(cell: GridCell, mark: str, *, exact: bool) -> Values:
    """The texts of a cell that holds several, if its lines end in ``mark`` as they are printed; else one.

    >>> lines = GridCell((SourceText("отдел,"), SourceText("школы")))
    >>> [text.text for text in values_of(lines, ",", exact=True).texts]
    ['отдел', 'школы']
    >>> [text.text for text in values_of(GridCell((SourceText("отдел, школы"),)), ",", exact=True).texts]
    ['отдел, школы']
    """
    lines = lines_of(cell, exact=exact)
    is_list = len(lines) > 1 and all(line.text.endswith(mark) for line in lines[:-1])
    if is_list and (not exact or all(typeset(line.text) == line.text for line in lines)):
        length = len(mark)
        texts = (*[_plain(line)[: len(line) - length] for line in lines[:-1]], _plain(lines[-1]))
        return Values(texts, tuple([line[len(line) - length :] for line in lines[:-1]]))
    text = text_of(cell, exact=exact)
    return Values((text,) if text else ())


def dates_of(cell: GridCell) -> Values | None:
    """The dates of a cell that holds several and nothing else; else None.

    >>> [date.text for date in dates_of(GridCell((SourceText("30.08.2027  31.05.2028"),))).texts]
    ['30.08.2027', '31.05.2028']
    """
    lines = lines_of(cell, exact=False)
    text = lines[0] if len(lines) == 1 else SourceText.join(" ", lines)
    if not _DATES.fullmatch(text.text):
        return None
    found = [*re.finditer(_DATE, text.text)]
    marks = [text[one.end() : other.start()].strip() for one, other in pairwise(found)]
    return Values(
        tuple([text[date.start() : date.end()] for date in found]), tuple([mark for mark in marks if mark])
    )


def deadlines_of(cell: GridCell) -> Values:
    """The deadlines of a cell that a clerk typed: dates, a line each, or all of it as one.

    >>> lines = SourceText("до 1 июня"), SourceText("до 1 мая")
    >>> [text.text for text in deadlines_of(GridCell(lines)).texts]
    ['до 1 июня', 'до 1 мая']
    >>> [text.text for text in deadlines_of(GridCell((SourceText("в течение"), SourceText("года")))).texts]
    ['в течение года']
    """
    lines = lines_of(cell, exact=False)
    if len(lines) == 1 and not _DATES.fullmatch(lines[0].text):
        return Values((_plain(lines[0]),) if lines[0] else ())
    if dates := dates_of(cell):
        return dates
    values = values_of(cell, ",", exact=False)
    if len(values.texts) > 1:
        return values
    if all(parse_deadline(line.text).understood for line in lines):
        return Values(tuple(lines))
    return Values((_plain(SourceText.join(" ", lines)),))


def _plain(text: SourceText) -> SourceText:
    made = plain(text.text)
    return text if made == text.text else SourceText(made, text.pieces)

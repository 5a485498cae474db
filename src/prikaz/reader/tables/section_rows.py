"""Rows that are titles of sections (строки разделов), merged over the table or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.numbers.roman import read_roman
from prikaz.language.time.dates import MONTHS
from prikaz.model.column_heads import NUMBER
from prikaz.reader.paper import GridCell
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables.cells import running_text, words
from prikaz.reader.tables.columns import KeyedColumn
from prikaz.reader.tables.layout import Cells, is_wide

_SECTION_WORD: Final = re.compile(
    r"(?:раздел|глава|блок|этап|модуль|направление|часть|задача|цель)\b[\s№:]*[\dIVXLC]", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"([IVXLCDMХСІМ]{1,8})[.)]?$")
_NUMBERED: Final = re.compile(r"([IVXLCDMХСІМ]{1,8})[.)]\s*\S")

#: A number in a cell of its own, the title over all other columns.
_NUMBER_AND_TITLE: Final = 2
#: «Регулярные встречи с наставником» is no period.
_LONGEST_PERIOD: Final = 30
#: «ФОК» is something to be built, no title.
_LONGEST_ABBREVIATION: Final = 4


class SectionRow(NamedTuple):
    """The title of a section.

    Attributes:
        title: Its words, its number among them.
        reason: Why it is doubtful; "" when it is not.
    """

    title: SourceText
    reason: str = ""


def section_row(
    cells: Cells, columns: Sequence[KeyedColumn], count: int, below: str, *, exact: bool
) -> SectionRow | None:
    """The title of a section that a row is; None for other rows.

    Args:
        cells: Its cells.
        columns: The columns of the plan.
        count: How many columns the table has.
        below: What the first cell of the next row says.
        exact: Whether a printer laid it out.
    """
    if is_wide(cells, count):
        return SectionRow(running_text(cells[0], exact=exact))
    if exact:
        return None
    texts = [words(cell) for cell in cells]
    told = [place for place, text in enumerate(texts) if text]
    if any(cell.rows > 1 for cell in cells) or not told:
        return None
    if len(told) == 1 and cells[told[0]].columns * 2 > count:
        return SectionRow(running_text(cells[told[0]], exact=False))
    if len(cells) == _NUMBER_AND_TITLE < count:
        is_section = cells[0].columns == 1 and _is_number(texts[0])
        return SectionRow(_joined(cells)) if is_section else None
    if len(cells) != count:
        return None
    return _unmerged(cells, texts, told, columns, below)


def _unmerged(
    cells: Cells, texts: Sequence[str], told: Sequence[int], columns: Sequence[KeyedColumn], below: str
) -> SectionRow | None:
    """A title that stands in a cell of its row, the others blank."""
    has_numbers = columns[0].key == NUMBER
    activity = next(column.place for column in columns if column.key == "мероприятие")
    first = texts[told[0]]
    if has_numbers and told == [0, activity] and _numbers_section(texts[0], below):
        return SectionRow(_joined([cells[0], cells[activity]]))
    if len(told) > 1:
        return None
    if has_numbers and told == [0] and not re.fullmatch(r"[\d.)]+", first):
        return SectionRow(running_text(cells[0], exact=False))
    if told[0] not in {0, activity}:
        return None
    title = running_text(cells[told[0]], exact=False)
    may_be_period = columns[told[0]].key != "срок" and len(first) <= _LONGEST_PERIOD
    is_period = may_be_period and parse_deadline(first).understood
    if is_period or _is_section_title(first):
        return SectionRow(title)
    if first.isupper() and len(first) > _LONGEST_ABBREVIATION:
        return SectionRow(title, "строка прописными буквами понята как раздел")
    return None


def _numbers_section(number: str, below: str) -> bool:
    """Whether a number is that of a section: Roman, or the one with which those below begin."""
    bare = number.rstrip(".)")
    if _NUMBER.match(number) and read_roman(bare):
        return True
    return bare.isdecimal() and re.match(rf"{bare}\.1(?!\d)", below) is not None


def _is_section_title(text: str) -> bool:
    found = _NUMBERED.match(text)
    if found and read_roman(found[1]) and len(text) > len(found[0]):
        return True
    return _SECTION_WORD.match(text) is not None or text.rstrip(".: ").lower() in MONTHS


def _is_number(text: str) -> bool:
    """Whether a cell numbers a section, or is blank."""
    bare = text.rstrip(".)")
    return not bare or bare.isdecimal() or read_roman(bare) is not None


def _joined(cells: Sequence[GridCell]) -> SourceText:
    """Number and title as one text: a number ends in a stop."""
    number, title = (running_text(cell, exact=False) for cell in cells)
    if not number:
        return title
    return SourceText.join("", (number, SourceText(" " if number.text.endswith((".", ")")) else ". "), title))

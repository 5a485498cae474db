"""Totals of tables (итоги): which columns can be summed up, and what the sums are.

The writer prints them where they are asked for, the checks compare them with those that are typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from prikaz.language.numbers.amounts import parse_amount, print_amount, with_comma
from prikaz.language.numbers.summed_heads import Summing, summing_of_head

#: Texts of the cells of a row by column; None where no cell of its own stands.
TextRow: TypeAlias = Sequence[str | None]

#: What stands before the sums.
LABEL: Final = "Итого"
#: What says that nothing is there.
_NOTHING: Final = frozenset({"", "-", "–", "—", "х", "x"})
_TOTAL: Final = re.compile(r"(?:итого|всего|общий итог)\b", re.IGNORECASE)
_PART: Final = re.compile(r"(?:из\s+(?:них|общ)|в\s+том\s+числе|в\s*т\.\s*ч|справочно)", re.IGNORECASE)


class ColumnSum(NamedTuple):
    """The sum of a column, to be printed as its numbers are.

    Attributes:
        value: The sum.
        decimals: Decimals of the number that has most.
        numbers: How many numbers make it.
        grouped: Whether thousands stand apart in one of them.
    """

    value: Decimal
    decimals: int
    numbers: int
    grouped: bool = False

    def __str__(self) -> str:
        return print_amount(self.value, self.decimals, grouped=self.grouped)


def is_total(row: TextRow) -> bool:
    """Whether a row is a total, by the first of its cells that says something."""
    return _TOTAL.match(_first(row)) is not None


def is_part(row: TextRow) -> bool:
    """Whether a row tells parts of the one above: «в том числе», «из них»."""
    return any(_PART.search(text) for text in row if text)


def _first(row: TextRow) -> str:
    return next((text.strip() for text in row if text and text.strip()), "")


def may_be_added(head: str) -> bool:
    """Whether the numbers of a column may be summed up by a person who does so, by its head.

    >>> may_be_added("Сумма, тыс. руб."), may_be_added("№ п/п"), may_be_added("Доля, %")
    (True, False, False)
    """
    return summing_of_head([head]) is not Summing.APART


def is_summed(head: str) -> bool:
    """Whether a head says that the numbers under it are summed up."""
    return summing_of_head([head]) is Summing.SUMMED


def column_sum(rows: Sequence[TextRow], column: int, *, pointed: bool = False) -> ColumnSum | None:
    """The sum of a column; None when a cell holds something else than a number, or none holds any.

    Args:
        rows: Rows under the head.
        column: Its place, from 0.
        pointed: Whether a decimal point is read as a comma: only where the head says that these are amounts.
    """
    told = [text for _, text in _told(rows, column)]
    if pointed:
        told = [with_comma(text) or text for text in told]
    numbers = [parse_amount(text) for text in told]
    found = [number for number in numbers if number is not None]
    if not found or len(found) < len(numbers):
        return None
    decimals = max(-int(number.as_tuple().exponent) for number in found)
    grouped = any(len(text.split()) > 1 for text in told)
    return ColumnSum(sum(found, Decimal(0)), decimals, len(found), grouped)


def _told(rows: Sequence[TextRow], column: int) -> list[tuple[int, str]]:
    """What the cells of a column say, each with the place of its row, from 0."""
    cells = ((place, (row[column] or "").strip()) for place, row in enumerate(rows))
    return [(place, text) for place, text in cells if text.lower() not in _NOTHING]


class OddCell(NamedTuple):
    """A cell of a column of amounts that is not written as a number.

    Attributes:
        column: Its column, from 0.
        row: Its row, from 0; titles of sections are rows, too.
        text: What it says.
        right: How the number is written; "" when it is none.
    """

    column: int
    row: int
    text: str
    right: str = ""


class Totals(NamedTuple):
    """What can be summed up in a table, and what cannot.

    Attributes:
        sums: Sums by column.
        odd: Cells of columns of amounts that are not written as numbers.
        untold: Columns of numbers whose heads do not tell whether they are summed up.
        has_numbers: Whether a number stands in any column that does not but number the rows.
    """

    sums: dict[int, ColumnSum]
    odd: list[OddCell]
    untold: list[int]
    has_numbers: bool


def totals_of(heads: Sequence[Sequence[str]], rows: Sequence[TextRow]) -> Totals:
    """The sums of all columns that can be summed up, by the levels of their heads from the top down."""
    totals = Totals({}, [], [], has_numbers=any(_has_number(rows, column) for column in range(len(heads))))
    for column, levels in enumerate(heads):
        summing = summing_of_head(levels)
        if summing is Summing.APART or not _has_number(rows, column):
            continue
        if summing is Summing.UNTOLD:
            if column_sum(rows, column, pointed=column > 0):  # the first may hold numbers of sections
                totals.untold.append(column)
            continue
        totals.odd.extend(
            OddCell(column, place, text, with_comma(text))
            for place, text in _told(rows, column)
            if parse_amount(text) is None
        )
        if made := column_sum(rows, column, pointed=True):
            totals.sums[column] = made
    return totals


class TotalCell(NamedTuple):
    """A cell of the row of totals.

    Attributes:
        text: What it says: the word, a sum, or nothing.
        column: Its column, from 0.
        columns: Columns covered.
        is_like_column: Whether it looks as the cells above it do.
    """

    text: str
    column: int
    columns: int = 1
    is_like_column: bool = True


def total_cells(sums: Mapping[int, ColumnSum], count: int) -> tuple[TotalCell, ...]:
    """The row of totals of a table of ``count`` columns; () when there is no sum, or no place for the word.

    The word stands in the first column without a sum and goes as far as the next sum.
    """
    label = next((column for column in range(count) if column not in sums), None)
    if not sums or label is None:
        return ()
    width = min((column for column in sums if column > label), default=label + 1) - label
    before = [TotalCell(str(sums[column]), column) for column in range(label)]
    after = [
        TotalCell(str(sums[column]) if column in sums else "", column)
        for column in range(label + width, count)
    ]
    return (*before, TotalCell(LABEL, label, width, is_like_column=False), *after)


def _has_number(rows: Sequence[TextRow], column: int) -> bool:
    """Whether a cell of a column begins with a number; one that but numbers the rows holds none."""
    told = [text for _, text in _told(rows, column)]
    counts = column == 0 and told == [str(number) for number in range(1, len(told) + 1)]
    return not counts and any(re.match(r"[-–−]?\d", text) for text in told)

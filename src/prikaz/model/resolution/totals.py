"""Totals of tables (итоги): which columns can be summed up, and what the sums are.

The writer prints them where they are asked for, the checks compare them with those that are typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from prikaz.language.numbers.amounts import parse_amount, print_amount

#: Texts of the cells of a row by column; None where no cell of its own stands.
TextRow: TypeAlias = Sequence[str | None]

#: What says that nothing is there.
_NOTHING: Final = frozenset({"", "-", "–", "—", "х", "x"})
_TOTAL: Final = re.compile(r"(?:итого|всего|общий итог)\b", re.IGNORECASE)
_PART: Final = re.compile(r"(?:из\s+(?:них|общ)|в\s+том\s+числе|в\s*т\.\s*ч|справочно)", re.IGNORECASE)
#: Columns whose numbers nobody adds: numbers of rows, codes, years, prices, shares.
_NOT_ADDED: Final = re.compile(
    r"^\W*(?:№|n\b|п/п|номер|код\b|год\w?$|срок|дата|время|час|класс|возраст|телефон|инн\b)"
    r"|%|процент|\bдол[яи]\b|\bцен[аы]\b|средн|норматив|тариф|\bза единицу|\bединицы\b|показател",
    re.IGNORECASE,
)


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
    """Whether the numbers of a column may be summed up, by its head.

    >>> may_be_added("Сумма, тыс. руб."), may_be_added("№ п/п"), may_be_added("Доля, %")
    (True, False, False)
    """
    return _NOT_ADDED.search(head.strip()) is None


def column_sum(rows: Sequence[TextRow], column: int) -> ColumnSum | None:
    """The sum of a column; None when a cell holds something else than a number, or none holds any."""
    texts = [row[column] for row in rows]
    told = [text.strip() for text in texts if text is not None and text.strip().lower() not in _NOTHING]
    numbers = [parse_amount(text) for text in told]
    found = [number for number in numbers if number is not None]
    if not found or len(found) < len(numbers):
        return None
    decimals = max(-int(number.as_tuple().exponent) for number in found)
    grouped = any(len(text.split()) > 1 for text in told)
    return ColumnSum(sum(found, Decimal(0)), decimals, len(found), grouped)


def summed_columns(heads: Sequence[str], rows: Sequence[TextRow]) -> dict[int, ColumnSum]:
    """The sums of all columns that can be summed up."""
    sums = {column: column_sum(rows, column) for column, head in enumerate(heads) if may_be_added(head)}
    return {column: made for column, made in sums.items() if made and not (column == 0 and _counts(rows))}


def _counts(rows: Sequence[TextRow]) -> bool:
    """Whether the first column but numbers the rows."""
    numbers = [row[0] for row in rows if row[0] is not None]
    return numbers == [str(number) for number in range(1, len(numbers) + 1)]

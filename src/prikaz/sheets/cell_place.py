"""Places in a table, and the letters by which a workbook calls its columns."""

from __future__ import annotations

from typing import NamedTuple

_LETTERS = 26


class CellPlace(NamedTuple):
    """A place in a table (место в таблице): a cell, a row, or a whole sheet.

    Attributes:
        sheet: Name of the sheet; "" for a csv.
        row: Number of the row, for a csv of its line, from 1; 0 for the whole table.
        column: Number of the column, from 1; 0 for the whole row.

    >>> str(CellPlace("План", 3, 2)), str(CellPlace(row=3, column=2)), str(CellPlace("План", 3))
    ('лист «План», ячейка B3', 'графа 2', 'лист «План», строка 3')
    """

    sheet: str = ""
    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.sheet:
            return f"графа {self.column}" if self.column else ""
        if self.column:
            return f"лист «{self.sheet}», ячейка {self.address}"
        return f"лист «{self.sheet}»" + (f", строка {self.row}" if self.row else "")

    @property
    def address(self) -> str:
        """The name of a cell, "B3"."""
        return f"{column_letters(self.column)}{self.row}"


def column_letters(number: int) -> str:
    """Letters of a column by its number from 1.

    >>> column_letters(2), column_letters(28)
    ('B', 'AB')
    """
    letters = ""
    while number:
        number, place = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + place) + letters
    return letters


def column_number(letters: str) -> int:
    """Number of a column from 1 by its letters.

    >>> column_number("B"), column_number("AB")
    (2, 28)
    """
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number

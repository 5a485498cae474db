"""Rows of totals (итого): those that the writer would count and print itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from prikaz.language.numbers.amounts import parse_amount
from prikaz.language.typography import typeset
from prikaz.model.resolution.totals import ColumnSum, TotalCell, is_part, is_total, total_cells, totals_of
from prikaz.reader.tables.cells import text_of, words
from prikaz.reader.tables.layout import BodyRow, Cells, placed

_LABEL: Final = re.compile(r"\s*(?:итого|всего)", re.IGNORECASE)
_ONLY_LABEL: Final = re.compile(r"(?:итого|всего)\s*:?", re.IGNORECASE)


def total_of(
    heads: Sequence[Sequence[str]], rows: Sequence[BodyRow], *, exact: bool, by_sums: bool = False
) -> tuple[TotalCell, ...]:
    """The total that the writer prints under all rows but the last, if the last one is that; else ().

    Args:
        heads: Heads over each column from the top down.
        rows: All rows.
        exact: Whether a printer laid the table out.
        by_sums: Whether it is enough that the sums are the same, and nothing else stands beside them.
    """
    last = rows[-1].cells
    if not any(_LABEL.match(paragraph.text) for cell in last for paragraph in cell.paragraphs):
        return ()
    texts = text_rows(rows, len(heads), exact=exact)
    if any(is_part(row) or is_total(row) for row in texts[:-1]):
        return ()
    sums = totals_of(heads, texts[:-1]).sums
    made = total_cells(sums, len(heads))
    is_same = _says_the_same(last, made, exact=exact) or (by_sums and _sums_the_same(last, sums))
    return made if is_same else ()


def text_rows(rows: Sequence[BodyRow], count: int, *, exact: bool) -> list[list[str | None]]:
    """The texts of rows by column as they are printed; None where no cell of its own stands."""
    told: list[list[str | None]] = []
    for cells in placed([row.cells for row in rows]):
        texts: list[str | None] = [None] * count
        for column, cell in cells:
            if cell.columns == 1 and column < count:
                texts[column] = typeset(text_of(cell, exact=exact).text)
        told.append(texts)
    return told


def _says_the_same(cells: Cells, total: Sequence[TotalCell], *, exact: bool) -> bool:
    if len(cells) != len(total) or any(cell.rows > 1 for cell in cells):
        return False
    return all(
        cell.columns == item.columns and typeset(text_of(cell, exact=exact).text) == typeset(item.text)
        for cell, item in zip(cells, total, strict=True)
    )


def _sums_the_same(cells: Cells, sums: Mapping[int, ColumnSum]) -> bool:
    """Whether a row has the sums in their columns, the word before them, and nothing else."""
    column, found = 0, 0
    for cell in cells:
        text = words(cell)
        amount = parse_amount(text)
        if cell.columns == 1 and column in sums and amount == sums[column].value:
            found += 1
        elif text and not _ONLY_LABEL.fullmatch(text):
            return False
        column += cell.columns
    return bool(sums) and found == len(sums)

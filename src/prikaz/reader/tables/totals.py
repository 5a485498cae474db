"""Rows of totals (итого): those that the writer would count and print itself."""

from __future__ import annotations

from collections.abc import Sequence

from prikaz.language.typography import typeset
from prikaz.model.resolution.totals import TotalCell, is_part, is_total, total_cells, totals_of
from prikaz.reader.tables.cells import text_of
from prikaz.reader.tables.layout import BodyRow, Cells, placed


def is_told_total(heads: Sequence[Sequence[str]], rows: Sequence[BodyRow], *, exact: bool) -> bool:
    """Whether the last row is the total that the writer prints under the others."""
    return bool(total_of(heads, rows, exact=exact))


def total_of(
    heads: Sequence[Sequence[str]], rows: Sequence[BodyRow], *, exact: bool
) -> tuple[TotalCell, ...]:
    """The total that the writer prints under all rows but the last, if the last one is that; else ()."""
    last = rows[-1].cells
    if not any("итого" in paragraph.text.lower() for cell in last for paragraph in cell.paragraphs):
        return ()
    texts = text_rows(rows, len(heads), exact=exact)
    if not is_total(texts[-1]) and not any(cell.text.text.strip() == "Итого" for cell in last):
        return ()
    if any(is_part(row) or is_total(row) for row in texts[:-1]):
        return ()
    made = total_cells(totals_of(heads, texts[:-1]).sums, len(heads))
    return made if _says_the_same(last, made, exact=exact) else ()


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

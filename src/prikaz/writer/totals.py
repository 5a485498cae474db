"""The last row of a table with the sums of its columns (итого)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from prikaz.findings import FindingKind, Path
from prikaz.model.resolution.totals import TextRow, is_part, is_total, summed_columns
from prikaz.writer.boxes import Cells, cell
from prikaz.writer.columns import CELL
from prikaz.writer.text_renderer import TextRenderer

TOTAL_IMPOSSIBLE: Final = FindingKind("total-impossible", "Итог таблицы посчитать нельзя")

_LABEL: Final = "Итого"


def with_total(
    header: Sequence[Cells], rows: Sequence[Cells], count: int, path: Path, renderer: TextRenderer
) -> Sequence[Cells]:
    """The rows of a table with the total under them; where that cannot be, the rows alone, and it is told.

    Args:
        header: Rows of the header.
        rows: Rows under it.
        count: Columns of the table.
        path: Path of the table.
        renderer: Takes what is told.
    """
    texts = [_texts(row, count) for row in rows]
    heads = [
        " ".join(filter(None, column)) for column in zip(*[_texts(row, count) for row in header], strict=True)
    ]
    heads = heads or [""] * count
    if any(is_part(row) or is_total(row) for row in texts):
        message = "итог не посчитан: в строках есть «итого» или «в том числе»"
        renderer.report(
            TOTAL_IMPOSSIBLE.finding(message, "уберите «итого: да» или эти строки", (*path, "итого"))
        )
        return rows
    sums = summed_columns(heads, texts)
    label = next((column for column in range(count) if column not in sums), None)
    if not sums or label is None:
        message = "итог не посчитан: " + ("в графах нет чисел" if not sums else "для слова «Итого» нет графы")
        hint = "числа пишут так: 1250,5; графа складывается, если в ней только числа"
        renderer.report(TOTAL_IMPOSSIBLE.finding(message, hint, (*path, "итого")))
        return rows
    width = min((column for column in sums if column > label), default=label + 1) - label
    row = [cell((_LABEL if column == label else "",), CELL) for column in range(label)]
    row.append(cell((_LABEL,), CELL, width))
    for column in range(label + width, count):
        printed = str(sums[column]) if column in sums else ""
        row.append(cell((printed,), _style(rows, column)))
    for column in range(label):  # numbers that stand before the word
        row[column] = cell((str(sums[column]),), _style(rows, column))
    return [*rows, row]


def _texts(row: Cells, count: int) -> TextRow:
    """The text of a row by column; what is merged across says nothing of its columns."""
    texts: list[str | None] = []
    for each in row:
        if each["граф"] == 1 and each["объединение"] != "continue":
            texts.append("\n".join(map(str, each["абзацы"])))
        else:
            texts += [None] * each["граф"]
    return texts + [None] * (count - len(texts))


def _style(rows: Sequence[Cells], column: int) -> str:
    """The style of a column, by the first row in which nothing is merged."""
    whole = (row for row in rows if all(each["граф"] == 1 for each in row))
    return next((str(row[column]["стиль"]) for row in whole), CELL)

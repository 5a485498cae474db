"""The last row of a table with the sums of its columns (итого)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from prikaz.findings import Finding, FindingKind, Path, Severity
from prikaz.model.resolution.content import NBSP
from prikaz.model.resolution.totals import OddCell, TextRow, Totals, is_part, is_total, total_cells, totals_of
from prikaz.writer.boxes import Cells, cell
from prikaz.writer.columns import CELL
from prikaz.writer.text_renderer import TextRenderer

TOTAL_IMPOSSIBLE: Final = FindingKind("total-impossible", "Итог таблицы посчитать нельзя")
TOTAL_CELL: Final = FindingKind("total-cell", "Клетка графы, которую складывают, записана не числом")
TOTAL_UNTOLD: Final = FindingKind(
    "total-untold", "По шапке графы не видно, складывать ли её числа", Severity.ADVICE
)


def with_total(  # noqa: PLR0913 (all are facts of one table)
    header: Sequence[Cells],
    rows: Sequence[Cells],
    count: int,
    path: Path,
    places: Sequence[Path],
    renderer: TextRenderer,
) -> Sequence[Cells]:
    """The rows of a table with the total under them; where that cannot be, the rows alone, and it is told.

    Args:
        header: Rows of the header.
        rows: Rows under it.
        count: Columns of the table.
        path: Path of the table.
        places: Paths of the rows under the header.
        renderer: Takes what is told.
    """
    texts = [_texts(row, count) for row in rows]
    heads = _heads(header, count)
    if any(is_part(row) or is_total(row) for row in texts):
        message = "итог не посчитан: в строках есть «итого» или «в том числе»"
        renderer.report(
            TOTAL_IMPOSSIBLE.finding(message, "уберите «итого: да» или эти строки", (*path, "итого"))
        )
        return rows
    totals = totals_of(heads, texts)
    whole = [place for place, row in enumerate(texts) if any(text is not None for text in row)]
    for odd in totals.odd:
        renderer.report(_odd(odd, _called(heads, odd.column), whole.index(odd.row) + 1, places[odd.row]))
    if totals.untold:
        renderer.report(_untold([_called(heads, column) for column in totals.untold], (*path, "итого")))
    total = total_cells(totals.sums, count)
    if not total:
        renderer.report(_impossible(totals, (*path, "итого")))
        return rows
    row = [
        cell((item.text,), _style(rows, item.column) if item.is_like_column else CELL, item.columns)
        for item in total
    ]
    return [*rows, row]


def _impossible(totals: Totals, path: Path) -> Finding:
    """Why no total is printed."""
    if totals.sums:
        message, hint = "для слова «Итого» нет графы", "добавьте графу, в которой нет чисел"
    elif totals.has_numbers:
        message = "ни одну графу с числами сложить нельзя"
        hint = "назовите графу так, чтобы было видно, что в ней: «Сумма, руб.», «Количество мест»"
    else:
        message, hint = "в графах нет чисел", "числа пишут так: 1250,5"
    if totals.odd and not totals.sums:
        hint = "исправьте клетки, которые не читаются как числа"
    return TOTAL_IMPOSSIBLE.finding(f"итог не посчитан: {message}", hint, path)


def _odd(odd: OddCell, column: str, row: int, path: Path) -> Finding:
    """A cell of a column of amounts that is not written as a number."""
    place = f"{column}, строка {row}: «{odd.text}» – "
    if odd.right:
        return TOTAL_CELL.finding(f"{place}дробь с точкой", f"напишите «{odd.right}»", path)
    hint = "оставьте в клетке одно число, например «1250,5», или тире; единицу назовите в шапке"
    return TOTAL_CELL.finding(f"{place}не число, и графа не сложена", hint, path)


def _untold(columns: Sequence[str], path: Path) -> Finding:
    """Columns of numbers that are left out."""
    are = "не сложена" if len(columns) == 1 else "не сложены"
    message = f"{', '.join(columns)} {are}: по шапке не видно, что там суммы или количества"
    hint = "назовите графу «Количество …» или «Сумма …» либо напишите строку «Итого» сами"
    return TOTAL_UNTOLD.finding(message, hint, path)


def _called(heads: Sequence[Sequence[str]], column: int) -> str:
    """How a message calls a column."""
    head = " – ".join(heads[column]).replace(NBSP, " ").replace("\n", " ")
    return f"графа «{head}»" if head else f"графа {column + 1}"


def _heads(header: Sequence[Cells], count: int) -> list[list[str]]:
    """The heads over each column, from the top down; what is merged stands over all its columns."""
    heads: list[list[str]] = [[] for _ in range(count)]
    for row in header:
        column = 0
        for each in row:
            text = "\n".join(map(str, each["абзацы"]))
            for place in range(column, min(column + each["граф"], count)):
                if text.strip() and each["объединение"] != "continue":
                    heads[place].append(text)
            column += each["граф"]
    return heads


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

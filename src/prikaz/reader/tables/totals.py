"""Rows of totals (итого): those that the writer would count and print itself, and those that it would not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from prikaz.language.numbers.amounts import parse_amount, with_comma
from prikaz.language.typography import typeset
from prikaz.model.resolution.totals import LABEL, TotalCell, is_part, is_total, total_cells, totals_of
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables.cells import is_blank, text_of, words
from prikaz.reader.tables.layout import EMPTY, BodyRow, Cells, placed

_PARTS: Final = re.compile(r"(?:в\s+том\s+числе|в\s*т\.\s*ч|из\s+них)\b", re.IGNORECASE)
#: What says that nothing is there.
_NOTHING: Final = frozenset({"", "-", "–", "—", "х", "x"})
_LABEL: Final = re.compile(r"\s*(?:итого|всего)", re.IGNORECASE)


def total_of(
    heads: Sequence[Sequence[str]], rows: Sequence[BodyRow], *, exact: bool
) -> tuple[TotalCell, ...]:
    """The total that the writer prints under all rows but the last, if the last one is that; else ()."""
    last = rows[-1].cells
    if not any(_LABEL.match(paragraph.text) for cell in last for paragraph in cell.paragraphs):
        return ()
    texts = text_rows(rows, len(heads), exact=exact)
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


# Totals of plans that somebody typed -------------------------------------------------------------------


class TypedTotal(NamedTuple):
    """What became of the last row of a plan, which is a total.

    Attributes:
        is_printed: Whether the writer prints the same sums.
        difference: What it prints otherwise; "" for nothing.
    """

    is_printed: bool
    difference: str = ""


def with_whole_totals(rows: Sequence[BodyRow], activity: int, count: int) -> list[BodyRow]:
    """Rows with those of totals as rows of a plan.

    The word goes to the activity, whatever it is merged over; parts of a total are rows as it is.

    Args:
        rows: The rows under the head.
        activity: The column of activities, from 0.
        count: How many columns the table has.
    """
    made: list[BodyRow] = []
    for row in rows:
        told = [words(cell) for cell in row.cells if not is_blank(cell)]
        first = told[0] if told else ""
        is_below = bool(made) and made[-1].is_total
        is_part_below = is_below and (_PARTS.match(first) or _is_merged(row, len(told), activity, count))
        made.append(_whole(row, activity, count) if is_total([first]) or is_part_below else row)
    return made


def _is_merged(row: BodyRow, told: int, activity: int, count: int) -> bool:
    """Whether a row is merged as totals are, with figures behind the word."""
    first = row.cells[0] if row.cells else EMPTY
    return not row.is_whole and activity < first.columns < count and told > 1


def _whole(row: BodyRow, activity: int, count: int) -> BodyRow:
    """A row of a total with a cell for each column."""
    laid = next(placed([row.cells]))
    label = next((column for column, cell in laid if not is_blank(cell)), activity)
    cells = [EMPTY] * count
    word: list[SourceText] = []
    for column, cell in laid:
        if column <= max(label, activity):
            word += cell.paragraphs if not is_blank(cell) else ()
        elif column < count:
            cells[column] = cell._replace(columns=1, rows=1)
    cells[activity] = EMPTY._replace(paragraphs=tuple(word) or EMPTY.paragraphs)
    return row._replace(cells=tuple(cells), is_whole=True, is_total=True)


def typed_total(heads: Sequence[Sequence[str]], rows: Sequence[BodyRow], activity: int) -> TypedTotal:
    """What the writer would print in place of the last row, which is a total as a row of the plan.

    Args:
        heads: Heads over each column from the top down.
        rows: The rows of the plan; the last is the total.
        activity: The column of activities, from 0.
    """
    *above, typed = text_rows(rows, len(heads), exact=False)
    if any(is_part(row) or is_total(row) for row in above):
        return TypedTotal(is_printed=False)
    made = {cell.column: cell.text for cell in total_cells(totals_of(heads, above).sums, len(heads))}
    sums = {column: text for column, text in made.items() if text and text != LABEL}
    differences = []
    for column in range(len(heads)):
        text, counted = (typed[column] or "").strip(), sums.get(column, "")
        if column == activity or text == counted:
            continue
        if not counted and text.lower() in _NOTHING:
            differences.append(f"«{text}», а печатается пустая клетка")
            continue
        differences.append(f"«{text}», а выходит «{counted}»" if counted else f"«{text}», а не считается")
        if not counted or _value(text) != _value(counted):
            return TypedTotal(is_printed=False, difference=f"набрано {differences[-1]}" if counted else "")
    label = (typed[activity] or "").strip()
    if not sums:
        return TypedTotal(is_printed=False)
    return TypedTotal(
        is_printed=True,
        difference="; ".join(
            [
                *([f"набрано «{label}», а печатается «{LABEL}»"] if label != LABEL else []),
                *[f"набрано {each}" for each in differences],
            ]
        ),
    )


def _value(text: str) -> object:
    """The number that a cell says, nothing as 0."""
    number = parse_amount(with_comma(text) or text)
    return number if number is not None else (0 if text.lower() in _NOTHING else text)

"""What clerks' tables have that a program would swallow: titles, second tables, merged and hidden cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from prikaz.findings import FindingKind, Severity
from prikaz.language.words.spelling import fold
from prikaz.sheets.grid import GridFinding, Line
from prikaz.sheets.sheet_xml import Merge, SheetMarkup

HEADER_MISPLACED: Final = FindingKind(
    "header-misplaced", "Названия граф стоят не в первой строке таблицы", Severity.ERROR
)
HEADER_REPEATED: Final = FindingKind(
    "header-repeated", "Под названиями граф стоят их номера или снова названия", Severity.ERROR
)
CELLS_MERGED: Final = FindingKind(
    "cells-merged",
    "Объединены ячейки нескольких строк, а значение взялось бы только для верхней",
    Severity.ERROR,
)
CELLS_MERGED_ACROSS: Final = FindingKind(
    "cells-merged-across", "Объединены ячейки нескольких граф, а значение взято только для левой"
)
CELLS_HIDDEN: Final = FindingKind("cells-hidden", "Скрытые строки и графы таблицы тоже взяты")
ROWS_AFTER_GAP: Final = FindingKind("rows-after-gap", "Строки под пустой строкой взяты в ту же таблицу")
ROW_OF_ONE_CELL: Final = FindingKind("row-of-one-cell", "В строке таблицы заполнена одна графа")

TABLE_EMPTY: Final = FindingKind("table-empty", "В таблице нет строк с данными", Severity.ERROR)
COLUMN_REPEATED: Final = FindingKind("column-repeated", "Две графы об одном и том же", Severity.ERROR)
COLUMN_NAMELESS: Final = FindingKind("column-nameless", "У ячейки нет графы", Severity.ERROR)

#: Rows of a table among which the names of its columns are looked for, and rows that a message names.
_UPPER: Final = 10
#: So many columns numbered one after another are no values.
_NUMBERED: Final = 3
_SECTIONS: Final = "название раздела пишут в графе «раздел»"
_SHOW: Final = "покажите их и удалите лишние"
_TITLES: Final = "названия граф пишут в первой строке: уберите строки над ними"


def layout_faults(lines: Sequence[Line], markup: SheetMarkup) -> tuple[GridFinding, ...]:
    """Why a table cannot be read as it stands.

    Args:
        lines: Its rows that are not empty.
        markup: What stands beside its values.
    """
    if not lines:
        return ()
    if found := _title(lines) or _tall_header(lines, markup):
        return (found,)
    return (*_repeated_header(lines), *_column_numbers(lines))


def header_below(lines: Sequence[Line], known: Collection[str]) -> GridFinding | None:
    """A row below the first that names columns, when the first names none.

    Args:
        lines: Rows that are not empty.
        known: Folded names of columns.
    """
    counts = [sum(fold(cell) in known for cell in cells) for _, cells in lines[:_UPPER]]
    if not counts or counts[0] or max(counts) < 2:  # noqa: PLR2004 (one word may be a value)
        return None
    number, _ = lines[counts.index(max(counts))]
    message = "названия граф стоят здесь, а не в первой строке"
    return GridFinding(kind=HEADER_MISPLACED, row=number, message=message, hint=_TITLES)


def _title(lines: Sequence[Line]) -> GridFinding | None:
    """A title above the names of columns: it would be taken for the only column."""
    number, header = lines[0]
    named = _filled(header)
    if len(named) == 1 and any(_filled(cells) - named for _, cells in lines[1:]):
        (at,) = named
        message = f"названа одна графа, «{header[at - 1]}», а ниже их больше"
        return GridFinding(kind=HEADER_MISPLACED, row=number, message=message, hint=_TITLES)
    return None


def _tall_header(lines: Sequence[Line], markup: SheetMarkup) -> GridFinding | None:
    """Names of columns in several rows: those that are merged show it."""
    top = lines[0][0]
    for merge in markup.merges:
        if merge.top != top:
            continue
        is_tall = any(number <= merge.bottom for number, _ in lines[1:])
        is_wide = any(any(cells[merge.left : merge.right]) for _, cells in lines[1:])
        if is_tall or is_wide:
            message = f"названия граф стоят не в одной строке: объединены ячейки {merge.cells}"
            hint = "дайте каждой графе своё название в одной строке"
            return GridFinding(kind=HEADER_MISPLACED, row=top, message=message, hint=hint)
    return None


def _repeated_header(lines: Sequence[Line]) -> Iterator[GridFinding]:
    heads = [*map(fold, filter(None, lines[0][1]))]
    for number, cells in lines[1:]:
        if [*map(fold, filter(None, cells))] == heads:
            hint = "уберите эту строку, а вторую таблицу перенесите на другой лист"
            message = "здесь снова стоят названия граф"
            yield GridFinding(kind=HEADER_REPEATED, row=number, message=message, hint=hint)


def _column_numbers(lines: Sequence[Line]) -> Iterator[GridFinding]:
    """The row «1, 2, 3…» that tables on paper have under their header."""
    for number, cells in lines[1:2]:
        numbers = [cell.rstrip(".") for cell in cells if cell]
        if len(numbers) >= _NUMBERED and numbers == [str(place) for place, _ in enumerate(numbers, 1)]:
            message = "в строке одни номера граф: 1, 2, 3…"
            yield GridFinding(kind=HEADER_REPEATED, row=number, message=message, hint="уберите её")


def merged_down(
    lines: Sequence[Line], markup: SheetMarkup, carried: Collection[str]
) -> tuple[GridFinding, ...]:
    """What is written once for several rows, and would be taken for the value of the upper one.

    Args:
        lines: The rows that are not empty.
        markup: What stands beside the values.
        carried: Folded names of columns that may be merged, for their values go on for the rows below.
    """
    message = "ячейки {} объединены; написанное в них относилось бы только к верхней строке"
    hint = "разъедините их и повторите значение в каждой строке"
    rows = dict(lines)
    return tuple(
        GridFinding(kind=CELLS_MERGED, message=message.format(merge.cells), hint=hint)
        for merge in markup.merges
        if lines and lines[0][0] < merge.top < merge.bottom
        if _holds(rows, merge) and not _is_carried(lines[0][1], merge, carried)
    )


def _is_carried(header: Sequence[str], merge: Merge, carried: Collection[str]) -> bool:
    is_one = merge.left == merge.right <= len(header)
    return is_one and fold(header[merge.left - 1]) in carried


def layout_doubts(
    lines: Sequence[Line], after_gap: Sequence[int], markup: SheetMarkup, carried: Collection[str] = ()
) -> tuple[GridFinding, ...]:
    """What is read and may not be meant.

    Args:
        lines: The rows that are not empty.
        after_gap: Numbers of those that stand right under an empty one.
        markup: What stands beside the values.
        carried: As :func:`merged_down` takes it.
    """
    if not lines:
        return ()
    across = _merged_across(lines, markup, f"{_SECTIONS}; " if carried else "")
    alone = _alone(lines, markup, carried) if carried else ()
    return (*_after_gap(lines, after_gap), *_hidden(lines, markup), *across, *alone)


def _after_gap(lines: Sequence[Line], after_gap: Sequence[int]) -> Iterator[GridFinding]:
    later = [number for number in after_gap if number > lines[1][0]] if lines[1:] else []
    if later:
        message = f"под пустой строкой есть ещё строки (первая – {later[0]}), они взяты в ту же таблицу"
        hint = "вторую таблицу и приписки перенесите на другой лист"
        yield GridFinding(kind=ROWS_AFTER_GAP, message=message, hint=hint)


def _hidden(lines: Sequence[Line], markup: SheetMarkup) -> Iterator[GridFinding]:
    rows = [number for number, _ in lines[1:] if number in markup.hidden_rows]
    if rows:
        message = f"скрытые строки тоже взяты: {_ranges(rows)}"
        yield GridFinding(kind=CELLS_HIDDEN, message=message, hint=_SHOW)
    header = lines[0][1]
    columns = [head for place, head in enumerate(header, 1) if head and place in markup.hidden_columns]
    if columns:
        message = f"скрытые графы тоже взяты: {', '.join(columns)}"
        yield GridFinding(kind=CELLS_HIDDEN, message=message, hint=_SHOW)


def _merged_across(lines: Sequence[Line], markup: SheetMarkup, advice: str) -> Iterator[GridFinding]:
    """One text over several columns is mostly the title of a section."""
    (top, header), rows = lines[0], dict(lines)
    found = [
        merge
        for merge in markup.merges
        if top < merge.top == merge.bottom and _holds(rows, merge)
        if sum(map(bool, header[merge.left - 1 : merge.right])) > 1
    ]
    if found:
        message = f"ячейки {found[0].cells} объединены; написанное в них попадёт только в левую графу"
        yield GridFinding(
            kind=CELLS_MERGED_ACROSS,
            row=found[0].top,
            message=message + _count(found),
            hint=f"{advice}лишнее объединение уберите",
        )


def _alone(lines: Sequence[Line], markup: SheetMarkup, carried: Collection[str]) -> Iterator[GridFinding]:
    """Rows with one text only, which are mostly titles of sections and totals."""
    (_, header), *rows = lines
    merged = {merge.top for merge in markup.merges}
    own = frozenset(column for column, head in enumerate(header, 1) if fold(head) in carried)
    found = [
        (number, cells)
        for number, cells in rows
        if len(_filled(cells)) == 1 and not _filled(cells) <= own and number not in merged
    ]
    if found and len(_filled(header)) >= _NUMBERED and len(found) < len(rows):
        number, cells = found[0]
        message = f"в строке заполнена одна графа: «{''.join(cells)}»"
        yield GridFinding(
            kind=ROW_OF_ONE_CELL,
            row=number,
            message=message + _count(found),
            hint=f"{_SECTIONS}, итоги убирают",
        )


def _filled(cells: Iterable[str]) -> frozenset[int]:
    """Numbers of the columns that hold something."""
    return frozenset(column for column, cell in enumerate(cells, 1) if cell)


def _holds(rows: Mapping[int, Sequence[str]], merge: Merge) -> bool:
    """Whether something stands in merged cells, wherever among them it does."""
    over = range(merge.top, merge.bottom + 1)
    numbers = over if len(over) < len(rows) else [number for number in rows if number in over]
    return any(any(rows.get(number, ())[merge.left - 1 : merge.right]) for number in numbers)


def _count(found: Sequence[object]) -> str:
    return f" (таких строк {len(found)})" if len(found) > 1 else ""


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers that rise, neighbours as ranges, the first of them when there are many: «4, 7–9»."""
    known = frozenset(numbers)
    ends = (number for number in numbers if number + 1 not in known)
    starts = [number for number in numbers if number - 1 not in known]
    ranges = [
        str(first) if first == last else f"{first}–{last}" for first, last in zip(starts, ends, strict=True)
    ]
    return ", ".join(ranges[:_UPPER]) + ("…" if len(ranges) > _UPPER else "")

"""Totals that are typed (итоги): «Итого» that is not the sum of the rows above it.

A table may have totals of sections and parts of a sum: whatever reading makes a total right lets it
pass, and where the rows above cannot be told apart, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from prikaz.findings import Finding, FindingKind, Path
from prikaz.language.numbers.amounts import parse_amount, with_comma
from prikaz.model import Activity, Block, Roadmap, Table
from prikaz.model.resolution.totals import (
    ColumnSum,
    TextRow,
    column_sum,
    is_part,
    is_summed,
    is_total,
    may_be_added,
)
from prikaz.model.text import without_footnotes

TOTAL_WRONG: Final = FindingKind("total-wrong", "Итог таблицы – не сумма строк над ним")

#: One row says nothing of a sum.
_FEWEST: Final = 2


def wrong_totals(path: Path, block: Block) -> Iterator[Finding]:
    """Rows of a table that begin with «Итого» or «Всего» and do not add up."""
    if isinstance(block, Table):
        if not any(item.rows > 1 for row in block.rows for item in row):
            heads, rows = _of_table(block)
            paths = [(*path, "строки", place) for place in range(1, len(rows) + 1)]
            yield from _of_rows(heads, rows, paths)
    elif isinstance(block, Roadmap):
        yield from _of_roadmap(path, block)


def _of_table(table: Table) -> tuple[list[str], list[TextRow]]:
    rows: list[TextRow] = [
        [text for item in row for text in ([item.text] if item.columns == 1 else [None] * item.columns)]
        for row in table.rows
    ]
    count = max(map(len, rows), default=0)
    if any(len(row) != count for row in rows):
        return [], []
    labels = [" ".join(item.text for item in row) for row in table.rows]
    told: list[TextRow] = [
        [label, *row] if None in row and (is_total([label]) or is_part([label])) else [None, *row]
        for label, row in zip(labels, rows, strict=True)
    ]
    heads = [column.title or column.key for column in table.columns] or [""] * count
    if table.header:
        flat = [item for row in table.header for item in row]
        plain = len(table.header) == 1 and all(item.columns == 1 for item in flat)
        heads = [item.text for item in flat] if plain else [""] * count
    return ["№", *heads] if len(heads) == count else [], told


def _of_roadmap(path: Path, roadmap: Roadmap) -> Iterator[Finding]:
    activities = [(row, (*path, "мероприятия", place)) for place, row in enumerate(roadmap.activities, 1)]
    breaks: list[tuple[Activity | None, Path]] = [*activities]
    for place, section in enumerate(roadmap.sections, 1):
        breaks.append((None, ()))
        breaks += [
            (row, (*path, "разделы", place, "мероприятия", number))
            for number, row in enumerate(section.activities, 1)
        ]
    known = [row for row, _ in breaks if row]
    keys = [*dict.fromkeys(key for row in known for key, _ in row.other)]
    years = sorted({year for row in known for year, _ in row.by_year})
    titles = {column.key: column.title or column.key for column in roadmap.columns}
    heads = ["мероприятие", *(titles.get(key, key) for key in keys), *(f"{year} год" for year in years)]
    rows: list[TextRow] = [
        [
            row.title,
            *(dict(row.other).get(key, "") for key in keys),
            *(", ".join(map(str, dict(row.by_year).get(year, ()))) for year in years),
        ]
        if row
        else [None] * len(heads)
        for row, _ in breaks
    ]
    yield from _of_rows(heads, rows, [where for _, where in breaks])


def _of_rows(heads: Sequence[str], rows: Sequence[TextRow], paths: Sequence[Path]) -> Iterator[Finding]:
    heads = [without_footnotes(head) for head in heads]
    rows = [[text and without_footnotes(text) for text in row] for row in rows]
    for place, row in enumerate(rows):
        if not is_total(row) or is_part(row) or any(map(is_part, rows[:place])):
            continue
        for column, head in enumerate(heads):
            cell = row[column] or ""
            pointed = bool(cell.strip()) and is_summed(head)
            typed = parse_amount((pointed and with_comma(cell)) or cell) if may_be_added(head) else None
            sums = _readings(rows[:place], column, pointed=pointed) if typed is not None else []
            if typed is None or not sums or any(_agrees(typed, made) for made in sums):
                continue
            called = f"в графе «{head}» " if head else ""
            message = f"итог {called}– {cell}, а строки над ним складываются в {sums[0]}"
            yield TOTAL_WRONG.finding(message, "проверьте числа", paths[place])


def _readings(above: Sequence[TextRow], column: int, *, pointed: bool) -> list[ColumnSum]:
    """What a total may be the sum of: all rows, those of its section, the totals above; none when unclear."""
    rows = [row for row in above if not is_total(row)]
    whole = column_sum(rows, column, pointed=pointed)
    if whole is None or whole.numbers < _FEWEST:
        return []
    breaks = [place for place, row in enumerate(above) if is_total(row) or _is_break(row)]
    section = above[breaks[-1] + 1 :] if breaks else above
    subtotals = [row for row in above if is_total(row)]
    others = (column_sum(part, column, pointed=pointed) for part in (section, subtotals))
    return [whole, *filter(None, others)]


def _is_break(row: TextRow) -> bool:
    """Whether a row is the title of a section, merged over all columns."""
    return all(text is None for text in row)


def _agrees(typed: Decimal, made: ColumnSum) -> bool:
    """Whether a total is a sum; parts that were rounded may miss it by as many halves."""
    slack = Decimal(made.numbers).scaleb(-made.decimals) / 2 if made.decimals else Decimal(0)
    return abs(typed - made.value) <= slack

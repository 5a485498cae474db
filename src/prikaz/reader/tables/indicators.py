"""Tables of indicators (показатели)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from prikaz.findings import Path
from prikaz.language.typography import typeset
from prikaz.model import Indicator, IndicatorTable, Target
from prikaz.model.column_heads import INDICATOR_HEADS, NUMBER, YEARS
from prikaz.reader.doubts import Doubt
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables.cells import is_blank, running_text, text_of, words
from prikaz.reader.tables.columns import (
    KeyedColumn,
    block_columns,
    indicator_keys,
    stand_as_printed,
)
from prikaz.reader.tables.heads import Head, told_of_head, with_bare_years, year_places
from prikaz.reader.tables.layout import BodyRow, spread
from prikaz.reader.tables.outcome import Places, ReadTable
from prikaz.reader.tables.row_numbers import Numbered, numbering_of

#: The field of an indicator that a column fills.
_FIELDS: Final = {"показатель": "name", "единица": "unit", "формула": "formula", "примечание": "note"}


def read_indicators(head: Head, rows: Sequence[BodyRow], count: int, *, exact: bool) -> ReadTable | None:
    """A table of indicators; None when the table is none, or one could not say all that it says."""
    told = with_bare_years(head, exact=exact)
    columns = indicator_keys(told.columns) if told else None
    if told is None or columns is None or not rows:
        return None
    rows = rows if exact else [spread(row, year_places(told), count) for row in rows]
    if not all(row.is_whole for row in rows):
        return None
    if exact and not stand_as_printed(columns, rows, count):
        return None
    if any(not column.is_known and _is_told(column, rows) for column in columns):
        return None  # an indicator has no columns of the author's own
    numbered = _numbered(columns, rows)
    if columns[0].key == NUMBER and numbered is None:
        return None
    return _read(told, columns, rows, numbered, exact=exact)


def _is_told(column: KeyedColumn, rows: Sequence[BodyRow]) -> bool:
    """Whether a column of the author's own says something, or could not be named."""
    return not column.head.title or any(not is_blank(row.cells[column.place]) for row in rows)


def _numbered(columns: Sequence[KeyedColumn], rows: Sequence[BodyRow]) -> Numbered | None:
    if columns[0].key != NUMBER:
        return None
    return numbering_of([[words(row.cells[0]) for row in rows]], by_section=False)


def _read(
    head: Head,
    columns: Sequence[KeyedColumn],
    rows: Sequence[BodyRow],
    numbered: Numbered | None,
    *,
    exact: bool,
) -> ReadTable:
    places = Places()
    doubts = [*told_of_head(head)]
    for place, column in enumerate(columns, 1):
        places.add(("графы", place, "заголовок"), column.head.title)
        for order, (_, text) in enumerate(column.head.years, 1):
            places.add(("годы", order), text)
    made = tuple(
        _indicator(("строки", place), columns, row, places, exact=exact) for place, row in enumerate(rows, 1)
    )
    for at, expected in numbered.wrong if numbered else ():
        number = text_of(rows[at].cells[0], exact=False)
        reason = f"номер строки набран «{number.text}», а по порядку {expected}"
        doubts.append(Doubt(number, ("строки", at + 1), reason, "проверьте, не пропущена ли строка"))
    doubts += [
        Doubt(
            row.joined,
            ("строки", place),
            "строка разрезана концом страницы и собрана из двух",
            "проверьте клетки строки",
        )
        for place, row in enumerate(rows, 1)
        if row.joined
    ]
    years = tuple(year for column in columns for year, _ in column.head.years)
    filled = {key for key, name in _FIELDS.items() if any(getattr(item, name) for item in made)}
    filled |= (
        {NUMBER} | ({YEARS} if years else set()) | ({"база"} if any(item.base for item in made) else set())
    )
    block = IndicatorTable(
        columns=block_columns(columns, INDICATOR_HEADS, filled), years=years, indicators=made
    )
    return ReadTable(block, places, tuple(doubts), head.year_heads)


def _indicator(
    path: Path, columns: Sequence[KeyedColumn], row: BodyRow, places: Places, *, exact: bool
) -> Indicator:
    fields: dict[str, Any] = {"name": ""}
    targets: list[tuple[int, Target]] = []
    for column in columns:
        cell = row.cells[column.place]
        if column.key == NUMBER:
            places.add(path, *cell.paragraphs)
        elif column.key == YEARS:
            for at, (year, _) in enumerate(column.head.years):
                text = running_text(row.cells[column.place + at], exact=exact)
                places.add((*path, "значения", year), text)
                if text:
                    targets.append((year, target_of(text, exact=exact)))
        elif column.is_known:
            text = running_text(cell, exact=exact)
            places.add((*path, column.key), text)
            if column.key == "база":
                fields["base"] = target_of(text, exact=exact) if text else None
            else:
                fields[_FIELDS[column.key]] = text.text
    return Indicator(targets=tuple(targets), **fields)


def target_of(text: SourceText, *, exact: bool) -> Target:
    """A target as a number, where there is one; in a printed table only if it prints as it stands.

    >>> target_of(SourceText("не менее 12,5"), exact=True), target_of(SourceText("1 400"), exact=True)
    (Target(value=Decimal('12.5'), bound=<Bound.AT_LEAST: 'не менее'>), Target(words='1 400'))
    >>> target_of(SourceText("1 400"), exact=False)
    Target(value=Decimal('1400'))
    """
    target = Target.parse(text.text)
    is_same = not exact or typeset(str(target)) == typeset(text.text)
    return target if is_same else Target(words=text.text)

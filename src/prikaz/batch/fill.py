"""An order filled in from a row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from prikaz.batch.outcomes import BatchError, Fault
from prikaz.batch.rows import Row, Table
from prikaz.errors import LanguageError, ModelError
from prikaz.files.keys import fold
from prikaz.model import Field, Order
from prikaz.model.fields import check_field

#: Requisites of the order itself that a column may give.
_REQUISITES: Final[Mapping[str, str]] = {
    "номер": "number",
    "дата": "date",
    "место": "place",
    "заголовок": "heading",
}


def check_columns(order: Order, table: Table) -> tuple[Fault, ...]:
    """Refuse a table that leaves a field unfilled; tell the columns that nothing prints.

    Raises:
        BatchError: Fields without a value and without a column.
    """
    given = {fold(column): column for column in table.columns}
    if not table.rows:
        raise BatchError([Fault(message="в таблице нет ни одной строки с данными")])
    lacking = [key for key, item in order.fields if not item.value and fold(key) not in given]
    if lacking:
        hint = f"есть графы: {', '.join(table.columns)}"
        raise BatchError([Fault(message=f"для поля «{key}» нет графы", hint=hint) for key in lacking])
    known = {fold(key) for key, _ in order.fields} | _REQUISITES.keys()
    return tuple(
        Fault(column=column, message="в документ не попадёт: такого поля нет", hint="годится для имён файлов")
        for key, column in given.items()
        if key not in known
    )


def fill(order: Order, row: Row) -> Order:
    """The order of one row.

    Raises:
        BatchError: Cells that are empty or are not what their field holds; all of them.
    """
    cells = {fold(column): (column, text) for column, text in row.values}
    faults: list[Fault] = []
    fields = tuple((key, _filled(key, item, cells, row, faults)) for key, item in order.fields)
    requisites = {name: cells[key][1] for key, name in _REQUISITES.items() if key in cells}
    made = _evolved(order, {**requisites, "fields": fields}, row, faults)
    if faults:
        raise BatchError(faults)
    return made


def _filled(
    key: str, item: Field, cells: Mapping[str, tuple[str, str]], row: Row, faults: list[Fault]
) -> Field:
    column, text = cells.get(fold(key), (key, item.value))
    filled = attrs.evolve(item, value=text)
    if not text:
        faults.append(Fault(place=row.place, column=column, message="пусто", hint="впишите значение"))
        return filled
    try:
        check_field(filled)
    except LanguageError as error:
        faults.append(_told(error, column, row))
    return filled


def _evolved(order: Order, values: Mapping[str, Any], row: Row, faults: list[Fault]) -> Order:
    try:
        made = attrs.evolve(order, **values)
    except (LanguageError, ModelError) as error:
        faults.append(_told(error, "дата", row))
        return order
    return attrs.evolve(made, year=made.date.year) if made.date and made.year is None else made


def _told(error: Exception, column: str, row: Row) -> Fault:
    message, _, hint = str(error).partition("; ")
    return Fault(place=row.place, column=column, message=message, hint=hint)


def requisites_of(order: Order, rows: Sequence[Row]) -> Iterator[dict[str, str]]:
    """For each row what a name of a file may be made of: its cells, its number, the order's own number."""
    width = len(str(len(rows)))
    for row in rows:
        own = {"номер": order.number, "строка": f"{row.number:0{width}}"}
        yield {**own, **{fold(column): text for column, text in row.values}}

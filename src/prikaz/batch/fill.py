"""An order filled in from a row of a table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from prikaz.batch.outcomes import BatchError, Fault, fault
from prikaz.batch.rows import DataRow, DataTable
from prikaz.errors import ExplainedError, LanguageError, ModelError
from prikaz.files.keys.keys import fold, latin_letters, look_alike, nearest
from prikaz.model import Field, Order
from prikaz.model.fields import check_field

_RETYPE: Final = "наберите название русскими буквами"
#: Requisites of the order itself that a column may give.
_REQUISITES: Final[Mapping[str, str]] = {
    "номер": "number",
    "дата": "date",
    "место": "place",
    "заголовок": "heading",
}


def known_columns(order: Order) -> dict[str, str]:
    """Names of the columns that an order prints, by their folded names."""
    return {fold(key): key for key, _ in order.fields} | {key: key for key in _REQUISITES}


def check_columns(order: Order, table: DataTable) -> tuple[Fault, ...]:
    """Refuse a table that leaves a field unfilled; tell the columns that nothing prints.

    Raises:
        BatchError: Fields without a value and without a column.
    """
    given = {fold(column): column for column in table.columns}
    known = known_columns(order)
    spare = [column for key, column in given.items() if key not in known]
    lacking = [key for key, item in order.fields if not item.value and fold(key) not in given]
    if lacking:
        raise BatchError([_lacking(key, spare, table) for key in lacking])
    wanted = [key for folded, key in known.items() if folded not in given]
    return tuple(_spare(column, wanted) for column in spare)


def _lacking(key: str, spare: Sequence[str], table: DataTable) -> Fault:
    told = f"для поля «{key}» нет графы"
    if alike := next((column for column in spare if look_alike(column, [key])), ""):
        return Fault(place=table.place, message=f"{told}: {_letters(alike)}", hint=_RETYPE)
    near = nearest(key, spare) or next((column for column in spare if _begins(column, key)), "")
    known = f"есть графы: {', '.join(table.columns)}"
    hint = f"возможно, это «{near}»: назовите её «{key}»" if near else known
    return Fault(place=table.place, message=told, hint=hint)


def _spare(column: str, wanted: Sequence[str]) -> Fault:
    told = "в документ не попадёт: такого поля нет"
    if look_alike(column, wanted):
        return Fault(column=column, message=f"{told}, {_letters(column)}", hint=_RETYPE)
    near = nearest(column, wanted) or next((key for key in wanted if _begins(column, key)), "")
    hint = f"если это «{near}», назовите её так" if near else "годится для имён файлов"
    return Fault(column=column, message=told, hint=hint)


def _letters(column: str) -> str:
    return f"в названии «{column}» буквы не русские: {latin_letters(column)}"


def _begins(column: str, key: str) -> bool:
    """Whether a column is called as a key with words after it: «Номер приказа»."""
    return fold(column).startswith(f"{fold(key)} ")


def required(order: Order, table: DataTable) -> tuple[str, ...]:
    """Requisites, and fields with a value of their own, that some row fills, by their folded keys.

    Then every row must, for the order's own would stand in silence.
    """
    own = {fold(key) for key, item in order.fields if item.value}
    filled = {fold(column) for row in table.rows for column, _ in row.values}
    return tuple(key for key in (*_REQUISITES, *sorted(own)) if key in filled)


def fill(order: Order, row: DataRow, needed: Collection[str] = ()) -> Order:
    """The order of one row.

    Args:
        order: The order with its unfilled fields.
        row: What they are filled from.
        needed: What the row must fill, as :func:`required` finds it.

    Raises:
        BatchError: Cells that are empty or are not what their field holds; all of them.
    """
    cells = {fold(column): (column, text) for column, text in row.values}
    faults: list[Fault] = []
    fields = tuple(
        (key, _filled(key, _own(key, item, needed), cells, row, faults)) for key, item in order.fields
    )
    made = _evolved(order, {**dict(_requisites(cells, row, needed, faults)), "fields": fields}, row, faults)
    if faults:
        raise BatchError(faults)
    return made


def _requisites(
    cells: Mapping[str, tuple[str, str]], row: DataRow, needed: Collection[str], faults: list[Fault]
) -> Iterator[tuple[str, str]]:
    for key, name in _REQUISITES.items():
        column, text = cells.get(key, (key, ""))
        if unreadable := _unreadable(column, row):
            faults.append(unreadable)
        elif not text and key in needed:
            hint = "впишите значение, как в других строках"
            faults.append(Fault(place=row.place, column=column, message="пусто", hint=hint))
        elif text:
            yield name, text


def _unreadable(column: str, row: DataRow) -> Fault | None:
    """The fault of a cell whose text is not what a clerk sees in it."""
    found = dict(row.cell_faults).get(column)
    return fault(found.kind, found.message, found.hint, place=row.place, column=column) if found else None


def _own(key: str, item: Field, needed: Collection[str]) -> Field:
    """A field with its own value, if a row may do with that."""
    return attrs.evolve(item, value="") if fold(key) in needed else item


def _filled(
    key: str, item: Field, cells: Mapping[str, tuple[str, str]], row: DataRow, faults: list[Fault]
) -> Field:
    column, text = cells.get(fold(key), (key, item.value))
    filled = attrs.evolve(item, value=text)
    if not text:
        faults.append(Fault(place=row.place, column=column, message="пусто", hint="впишите значение"))
        return filled
    if unreadable := _unreadable(column, row):
        faults.append(unreadable)
        return filled
    try:
        check_field(filled)
    except LanguageError as error:
        faults.append(_wrong(error, column, row))
    return filled


def _evolved(order: Order, values: Mapping[str, Any], row: DataRow, faults: list[Fault]) -> Order:
    try:
        made = attrs.evolve(order, **values)
    except (LanguageError, ModelError) as error:
        faults.append(_wrong(error, "дата", row))
        return order
    return attrs.evolve(made, year=made.date.year) if made.date and made.year is None else made


def _wrong(error: ExplainedError, column: str, row: DataRow) -> Fault:
    return Fault(place=row.place, column=column, message=error.message, hint=error.hint)


def requisites_of(order: Order, table: DataTable) -> Iterator[dict[str, str]]:
    """For each row what a name of a file may be made of: its cells, its number, the order's own number.

    The order's own number is for a table that gives none.
    """
    width = len(str(len(table.rows)))
    blank = dict.fromkeys(map(fold, table.columns), "")
    number = "" if "номер" in required(order, table) else order.number
    for row in table.rows:
        own = {"номер": number, "строка": f"{row.number:0{width}}"}
        yield {**blank, **own, **{fold(column): text for column, text in row.values}}


def twins(table: DataTable) -> Iterator[Fault]:
    """Rows that hold what a row above them holds."""
    seen: dict[tuple[tuple[str, str], ...], DataRow] = {}
    for row in table.rows:
        first = seen.setdefault(row.values, row)
        if first is not row:
            told = f"то же, что и «{first.place}»: документы будут одинаковы"
            yield Fault(place=row.place, message=told, hint="уберите лишнюю строку")

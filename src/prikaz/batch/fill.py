"""An order filled in from a row of a table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from prikaz.batch.outcomes import BatchError, Fault, fault
from prikaz.batch.rows import DataRow, DataTable
from prikaz.errors import ExplainedError, LanguageError, ModelError
from prikaz.findings import FindingKind, Severity
from prikaz.language.words.misspelling import latin_letters, look_alike, nearest
from prikaz.language.words.spelling import fold
from prikaz.model import Field, Order
from prikaz.model.resolution.fields import check_field

FIELD_WITHOUT_COLUMN: Final = FindingKind(
    "field-without-column", "Для поля приказа в таблице нет графы", Severity.ERROR
)
COLUMN_UNUSED: Final = FindingKind("column-unused", "Графа таблицы в документ не попадёт")
CELL_EMPTY: Final = FindingKind("cell-empty", "Ячейка пуста, а значение нужно", Severity.ERROR)
CELL_WRONG: Final = FindingKind("cell-wrong", "В ячейке не то, чего ждёт поле", Severity.ERROR)
ROW_REPEATED: Final = FindingKind("row-repeated", "Строка таблицы повторяет другую")

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
    """Refuse a table that leaves a field unfilled; give the columns that nothing prints.

    Raises:
        BatchError: Fields without a value and without a column.
    """
    given = {fold(column): column for column in table.columns}
    known = known_columns(order)
    unused = [column for key, column in given.items() if key not in known]
    missing = [key for key, item in order.fields if not item.value and fold(key) not in given]
    if missing:
        raise BatchError([_without_column(key, unused, table) for key in missing])
    wanted = [key for folded, key in known.items() if folded not in given]
    return tuple(_unused(column, wanted) for column in unused)


def _without_column(key: str, unused: Sequence[str], table: DataTable) -> Fault:
    message = f"для поля «{key}» нет графы"
    if alike := next((column for column in unused if look_alike(column, [key])), ""):
        return fault(FIELD_WITHOUT_COLUMN, f"{message}: {_letters(alike)}", _RETYPE, place=table.place)
    near = nearest(key, unused) or next((column for column in unused if _begins(column, key)), "")
    known = f"есть графы: {', '.join(table.columns)}"
    hint = f"возможно, это «{near}»: назовите её «{key}»" if near else known
    return fault(FIELD_WITHOUT_COLUMN, message, hint, place=table.place)


def _unused(column: str, wanted: Sequence[str]) -> Fault:
    message = "в документ не попадёт: такого поля нет"
    if look_alike(column, wanted):
        return fault(COLUMN_UNUSED, f"{message}, {_letters(column)}", _RETYPE, column=column)
    near = nearest(column, wanted) or next((key for key in wanted if _begins(column, key)), "")
    hint = f"если это «{near}», назовите её так" if near else "годится для имён файлов"
    return fault(COLUMN_UNUSED, message, hint, column=column)


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
            faults.append(fault(CELL_EMPTY, "пусто", hint, place=row.place, column=column))
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
        faults.append(fault(CELL_EMPTY, "пусто", "впишите значение", place=row.place, column=column))
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
    return fault(CELL_WRONG, error.message, error.hint, place=row.place, column=column)


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


def duplicate_rows(table: DataTable) -> Iterator[Fault]:
    """Rows that hold what a row above them holds."""
    seen: dict[tuple[tuple[str, str], ...], DataRow] = {}
    for row in table.rows:
        first = seen.setdefault(row.values, row)
        if first is not row:
            message = f"то же, что и «{first.place}»: документы будут одинаковы"
            yield fault(ROW_REPEATED, message, "уберите лишнюю строку", place=row.place)

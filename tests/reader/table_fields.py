"""Tables of an order as trees of printed texts: rows and sections in one list, cells by their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from prikaz.findings import Path
from prikaz.model import (
    Activity,
    Cell,
    Column,
    Indicator,
    IndicatorTable,
    Roadmap,
    RowNumbers,
    Table,
    Target,
)
from tests.reader.field_texts import Texts, Tree, deadlines, tidy, yes

#: Figures of a thousand with a space between them or without.
_GROUPED: Final = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
#: Columns in the order in which they are printed when the author says nothing.
_OF_ROADMAPS: Final = (
    "номер",
    "мероприятие",
    "срок",
    "годы",
    "ответственный",
    "результат",
    "документ",
    "примечание",
)
_OF_INDICATORS: Final = ("номер", "показатель", "единица", "формула", "база", "годы", "примечание")
#: Heads that they have then.
_HEADS: Final = {
    "номер": "№ п/п",
    "мероприятие": "Мероприятие",
    "срок": "Срок",
    "годы": "",
    "ответственный": "Ответственный",
    "результат": "Результат",
    "документ": "Вид документа",
    "примечание": "Примечание",
    "показатель": "Наименование показателя",
    "единица": "Единица измерения",
    "формула": "Порядок расчёта",
    "база": "Базовое значение",
}


def roadmap(given: Roadmap, path: Path, texts: Texts) -> Mapping[str, Tree]:
    """A roadmap; its sections are rows."""
    activities = [*given.activities, *(item for section in given.sections for item in section.activities)]
    columns = given.columns or _with_data(_OF_ROADMAPS, map(_data_of_activity, activities))
    heads = {column.key: _head(column) for column in columns}
    rows: list[Tree] = [_activity(item, heads, path, texts) for item in given.activities]
    for section in given.sections:
        rows.append({"раздел": texts.text(section.title, path)})
        rows += [_activity(item, heads, path, texts) for item in section.activities]
    return {
        "графы": _columns(columns, path, texts),
        "годы": [str(year) for year in given.years],
        "нумерация строк": _row_numbers(given, columns).value,
        "нумерация разделов": given.section_numbers.value if given.sections else "",
        "строки": rows,
        "итого": yes(given.total),
        "примечания": texts.texts(given.notes, path),
    }


def _row_numbers(given: Roadmap, columns: Iterable[Column]) -> RowNumbers:
    """How the rows are numbered on paper: not at all where there is no column for it."""
    if all(column.key != "номер" for column in columns):
        return RowNumbers.ABSENT
    usual = RowNumbers.BY_SECTION if given.sections else RowNumbers.THROUGH
    return given.row_numbers or usual


def _data_of_activity(given: Activity) -> Mapping[str, object]:
    return {
        "срок": given.deadlines,
        "годы": given.by_year,
        "ответственный": given.responsible,
        "результат": given.result,
        "документ": given.document,
        "примечание": given.note,
        **dict(given.other),
    }


def _data_of_indicator(given: Indicator) -> Mapping[str, object]:
    return {
        "единица": given.unit,
        "формула": given.formula,
        "база": given.base,
        "годы": given.targets,
        "примечание": given.note,
    }


def _with_data(usual: Sequence[str], rows: Iterable[Mapping[str, object]]) -> list[Column]:
    """The columns that are printed when none are given."""
    filled = {key for row in rows for key, data in row.items() if data} | {*usual[:2]}
    keys = [*(key for key in usual if key in filled), *sorted(filled.difference(usual))]
    return [Column(key=key) for key in keys]


def _activity(given: Activity, heads: Mapping[str, str], path: Path, texts: Texts) -> Tree:
    return {
        "мероприятие": texts.text(given.title, path),
        "сроки": deadlines(given.deadlines),
        **{str(year): deadlines(of_year) for year, of_year in given.by_year},
        "ответственные": texts.in_one_cell(given.responsible, path),
        "результаты": texts.in_one_cell(given.result, path),
        "документы": texts.in_one_cell(given.document, path),
        "примечание": texts.text(given.note, path),
        **{tidy(heads.get(key, key)): texts.text(text, path) for key, text in given.other},
    }


def indicators(given: IndicatorTable, path: Path, texts: Texts) -> Mapping[str, Tree]:
    """A table of indicators."""
    columns = given.columns or _with_data(_OF_INDICATORS, map(_data_of_indicator, given.indicators))
    return {
        "графы": _columns(columns, path, texts),
        "годы": [str(year) for year in given.years],
        "строки": [_indicator(item, path, texts) for item in given.indicators],
        "примечания": texts.texts(given.notes, path),
    }


def _indicator(given: Indicator, path: Path, texts: Texts) -> Tree:
    return {
        "показатель": texts.text(given.name, path),
        "единица": texts.text(given.unit, path),
        "формула": texts.text(given.formula, path),
        "база": _amount(given.base),
        **{str(year): _amount(target) for year, target in given.targets},
        "примечание": texts.text(given.note, path),
    }


def _amount(target: Target | None) -> str:
    return _GROUPED.sub("", tidy(str(target or "")))


def table(given: Table, path: Path, texts: Texts) -> Mapping[str, Tree]:
    """A free table; a head that is given by its columns is a row like any other."""
    titles: list[Tree] = [[texts.text(_head(column), path) for column in given.columns]]
    header = [_row(row, path, texts) for row in given.header]
    return {
        "шапка": header or (titles if given.columns else []),
        "строки": [_row(row, path, texts) for row in given.rows],
        "итого": yes(given.total),
        "примечания": texts.texts(given.notes, path),
    }


def _row(given: Iterable[Cell], path: Path, texts: Texts) -> Tree:
    return [f"{texts.text(cell.text, path)}{_extent(cell)}" for cell in given]


def _extent(cell: Cell) -> str:
    return "" if (cell.columns, cell.rows) == (1, 1) else f" [{cell.columns}×{cell.rows}]"


def _columns(given: Iterable[Column], path: Path, texts: Texts) -> Tree:
    return [
        {
            "графа": column.key if column.key in _HEADS else "своя",
            "заголовок": tidy(texts.text(_head(column), path).replace("\n", " ")),
        }
        for column in given
    ]


def _head(column: Column) -> str:
    return column.title or _HEADS.get(column.key, column.key)

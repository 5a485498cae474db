"""Tables of an order as trees of printed texts: rows and sections in one list, cells by their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
)
from tests.reader.printed_texts import Texts, Tree, deadlines, tidy, yes

#: Heads that columns have when the author says nothing.
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
    heads = {column.key: _head(column) for column in given.columns}
    rows: list[Tree] = [_activity(item, heads, path, texts) for item in given.activities]
    for section in given.sections:
        rows.append({"раздел": texts.text(section.title, path)})
        rows += [_activity(item, heads, path, texts) for item in section.activities]
    usual = RowNumbers.BY_SECTION if given.sections else RowNumbers.THROUGH
    return {
        "графы": _columns(given.columns, path, texts),
        "годы": [str(year) for year in given.years],
        "нумерация строк": (given.row_numbers or usual).value,
        "нумерация разделов": given.section_numbers.value if given.sections else "",
        "строки": rows,
        "итого": yes(given.total),
        "примечания": texts.texts(given.notes, path),
    }


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
    return {
        "графы": _columns(given.columns, path, texts),
        "годы": [str(year) for year in given.years],
        "строки": [_indicator(item, path, texts) for item in given.indicators],
        "примечания": texts.texts(given.notes, path),
    }


def _indicator(given: Indicator, path: Path, texts: Texts) -> Tree:
    return {
        "показатель": texts.text(given.name, path),
        "единица": texts.text(given.unit, path),
        "формула": texts.text(given.formula, path),
        "база": tidy(str(given.base or "")),
        **{str(year): tidy(str(target)) for year, target in given.targets},
        "примечание": texts.text(given.note, path),
    }


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

"""New tables of rows of texts, as Excel opens them; the same rows give the same bytes."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any, Final

from prikaz.sheets.writer import with_properties

#: Endings of the tables that can be made.
NEW_TABLES: Final = (".csv", ".xlsx")
#: Excel on a Russian computer parts cells so, and knows UTF-8 by its mark.
_SEPARATOR: Final = ";"
_ENCODING: Final = "utf-8-sig"
_TEXT: Final = "@"
_FIRST_MOMENT: Final = dt.datetime(1980, 1, 1)  # noqa: DTZ001 (a workbook has no zones)
_WIDEST: Final = 60


def new_table(rows: Iterable[Sequence[str]], name: str) -> bytes:
    """The content of a new table.

    Args:
        rows: Texts of the cells, row by row; every cell stays the text that it is.
        name: Its file: ``.csv``, any other suffix makes a workbook.
    """
    return _csv(rows) if PurePath(name).suffix.lower() == ".csv" else _workbook(rows)


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=_SEPARATOR).writerows(rows)
    return stream.getvalue().encode(_ENCODING)


def _workbook(rows: Iterable[Sequence[str]]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 (few tables are workbooks)
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    sheet: Any = book.active
    widths: dict[int, int] = {}
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row, column, text)
            cell.data_type, cell.number_format = "s", _TEXT  # «=…» and «01.02» are words here
            widths[column] = max(widths.get(column, 0), min(_WIDEST, len(text)))
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = width + 2
    stream = io.BytesIO()
    book.save(stream)
    book.properties.created = book.properties.modified = _FIRST_MOMENT
    return with_properties(stream.getvalue(), book.properties)

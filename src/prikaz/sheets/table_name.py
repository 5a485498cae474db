"""Names of tables: «карта.xlsx#Лист1», «строки.csv»."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

#: The name of a file, with the name of a sheet after «#».
_NAME: Final = re.compile(
    r"\s*(?P<file>.+\.(?:xlsx|xlsm|xls|ods|csv))(?:#(?P<sheet>.+))?\s*", re.IGNORECASE | re.DOTALL
)


class TableName(NamedTuple):
    """A file, and a sheet of it; "" when none is named (имя таблицы)."""

    file: str
    sheet: str = ""


def parse_table_name(text: str) -> TableName | None:
    """The file and the sheet that a text names; None for a text that names no table.

    >>> parse_table_name("карта.xlsx#Лист 1")
    TableName(file='карта.xlsx', sheet='Лист 1')
    """
    match = _NAME.fullmatch(text)
    return TableName(match["file"], (match["sheet"] or "").strip()) if match else None

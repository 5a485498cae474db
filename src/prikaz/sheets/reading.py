"""The one way into a table: a file or its bytes, a sheet by its name, and a grid comes out."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePath
from typing import Final

from prikaz.encodings import FILE_FORMAT_WRONG, decode_text, read_content, refuse_file
from prikaz.errors import PackageError
from prikaz.sheets.csv import read_csv
from prikaz.sheets.grid import Grid
from prikaz.sheets.opening import refuse_workbook

#: A table of all schools of a large country is some ten megabytes.
_MEGABYTES: Final = 64


def read(
    source: Path | bytes,
    name: str,
    sheet: str = "",
    *,
    megabytes: int = _MEGABYTES,
    carried: Collection[str] = (),
) -> Grid:
    r"""Read a table as the texts that Excel shows.

    What is wrong or doubtful inside the table stands in the grid.

    Args:
        source: The file, or its bytes.
        name: The file as the user called it, for messages; its suffix says what it is.
        sheet: The sheet of a workbook; "" is the first one that is not hidden.
        megabytes: How large the file may be.
        carried: Folded names of columns whose values go on for the rows below: their cells may be merged.

    Raises:
        DataError: The file cannot be opened, is neither a workbook nor a csv, or has no such sheet.

    >>> read("школа;мест\nШкола № 1;120\n".encode(), "школы.csv").lines
    ((1, ('школа', 'мест')), (2, ('Школа № 1', '120')))
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in {".xlsx", ".csv"}:
        hint = "сохраните её как .xlsx или .csv"
        raise refuse_file(FILE_FORMAT_WRONG, name, "такие таблицы не читаются", hint)
    content = (
        source
        if isinstance(source, bytes)
        else read_content(source, name, megabytes, "разделите таблицу на части")
    )
    if suffix == ".csv":
        return read_csv(decode_text(content, name))
    return _read_workbook(content, name, sheet, carried)


def _read_workbook(content: bytes, name: str, sheet: str, carried: Collection[str]) -> Grid:
    from prikaz.sheets.workbook import read_sheet  # noqa: PLC0415 (a csv needs none of it)

    try:
        return read_sheet(content, name, sheet, carried)
    except PackageError as error:
        raise refuse_workbook(name, error) from error

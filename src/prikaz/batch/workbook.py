"""Rows of a workbook of Excel as the texts that it shows."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import repeat, zip_longest
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from prikaz.batch.outcomes import BatchError, Fault
from prikaz.docx.archive import Entry, read_archive
from prikaz.errors import PackageError
from prikaz.files.merges import merged_down
from prikaz.files.sheets import cell_text

if TYPE_CHECKING:
    from openpyxl import Workbook

_SHEETS: Final = "xl/worksheets/"
_FORMULA: Final = re.compile(rb"<f[\s/>]")


@frozen(kw_only=True)
class Sheet:
    """One sheet of a workbook (лист).

    Attributes:
        title: Its name.
        others: Names of the other sheets.
        rows: Its rows, one text a cell.
        merged: Ranges that are merged over several rows and hold a value, "C2:C3".
    """

    title: str
    others: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[str, ...]


def read_sheet(content: bytes, name: str, title: str) -> Sheet:
    """Read a sheet; a formula that nobody has computed is given as it is written: "=A1+1".

    Args:
        content: The bytes of the workbook.
        name: Its file, for messages.
        title: The sheet; "" is the first one.

    Raises:
        BatchError: It is no workbook, or has no such sheet.
    """
    with _refusing(name):
        entries = read_archive(content)
        shown = _open(content, values=True)
        titles = [sheet.title for sheet in shown.worksheets]
        found = title or titles[0]
    if found not in titles:
        hint = f"есть листы: {', '.join(titles)}"
        raise BatchError([Fault(message=f"«{name}»: в книге нет листа «{found}»", hint=hint)])
    with _refusing(name):
        written = _open(content, values=False) if _has_formulas(entries) else None
        rows = tuple(_texts(_cells(shown, found), _cells(written, found) if written else repeat(())))
        merged = tuple(merged_down(content, found, rows))
    others = tuple(other for other in titles if other != found)
    return Sheet(title=found, others=others, rows=rows, merged=merged)


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """Whatever openpyxl makes of a file that is no workbook is told as that."""
    try:
        yield
    except (PackageError, LookupError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        fault = Fault(message=f"«{name}»: это не книга Excel", hint="сохраните её заново как .xlsx")
        raise BatchError([fault]) from error


def _open(content: bytes, *, values: bool) -> Workbook:
    import openpyxl  # noqa: PLC0415 (100 ms, and only tables need it)

    return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=values)


def _has_formulas(entries: Iterable[Entry]) -> bool:
    return any(_FORMULA.search(entry.read()) for entry in entries if entry.name.startswith(_SHEETS))


def _cells(book: Workbook, title: str) -> Iterator[tuple[Any, ...]]:
    """All rows of cells of a sheet: the size that the file tells may be wrong."""
    sheet: Any = book[title]
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows()
    return rows


def _texts(shown: Iterable[tuple[Any, ...]], written: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, ...]]:
    for cells, sources in zip(shown, written, strict=False):
        yield tuple(_text(cell, source) for cell, source in zip_longest(cells, sources[: len(cells)]))


def _text(cell: Any, written: Any) -> str:  # noqa: ANN401 (cells as openpyxl has them)
    if cell.value is None and written is not None and written.data_type == "f":
        return str(getattr(written.value, "text", written.value))
    return cell_text(cell.value, cell.number_format) or ""

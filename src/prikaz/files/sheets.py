"""Tables of other programs as rows of texts with their places: workbooks of Excel, and csv."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from prikaz.errors import DataError, PackageError
from prikaz.files.encodings import read_text, refuse_reading
from prikaz.files.faults import Faults
from prikaz.files.merges import merged_down
from prikaz.files.nodes import Place, Scalar
from prikaz.files.number_formats import show_number
from prikaz.language.dates import format_date

if TYPE_CHECKING:
    from openpyxl import Workbook

_LARGEST_BOOK: Final = 10_000_000
_MOST_ROWS: Final = 5_000
_MOST_COLUMNS: Final = 100

#: Tables of other programs that a clerk may have, told and not read.
_UNREAD: Final = (".xls", ".xlsm", ".ods")
#: A text that names a file of rows, with the name of a sheet after «#».
_NAMED: Final = re.compile(
    r"\s*(?P<file>[^\n{}]+\.(?:xlsx|xlsm|xls|ods|csv))(?:#(?P<sheet>[^\n]+))?\s*", re.IGNORECASE
)
#: What is no code in a format of Excel: words in quotes, a colour or a language, a sign after a backslash.
_LITERAL: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_TIME_CODE: Final = re.compile(r"[hs]", re.IGNORECASE)


def names_rows(node: object) -> bool:
    """Whether a node is a text that names a file of rows: «карта.xlsx#Лист1», «строки.csv»."""
    return isinstance(node, Scalar) and node.text is not None and bool(_NAMED.fullmatch(node.text))


def read_rows(
    node: Scalar, folder: Path, faults: Faults, carried: Collection[str] = ()
) -> list[list[Scalar]]:
    """Read the rows of the file that a text names; empty rows are left out, the header is the first.

    What is wrong is told, and then there are no rows. ``carried`` are folded names of the columns
    whose values go on for the rows below: their cells may be merged.
    """
    before = len(faults.found)
    filled = [row for row in _rows(node, folder, faults, carried) if any(cell.text for cell in row)]
    if not filled and len(faults.found) == before:
        faults.add(node.place, f"«{node.text}»: таблица пуста", "в первой строке нужны названия граф")
    return filled


def _rows(node: Scalar, folder: Path, faults: Faults, carried: Collection[str]) -> list[list[Scalar]]:
    match = _NAMED.fullmatch(node.text or "")
    name, sheet = (match["file"], match["sheet"]) if match else ("", None)
    if name.lower().endswith(_UNREAD):
        faults.add(node.place, f"«{name}»: такие таблицы не читаются", "сохраните её как .xlsx или .csv")
        return []
    try:
        if name.lower().endswith(".csv"):
            return _csv(folder / name, name, faults)
        return _workbook(folder / name, name, sheet, faults, carried)
    except DataError as error:
        for fault in error.faults:
            faults.add(node.place, f"«{fault.file}»: {fault.message}", fault.hint)
    except PackageError as error:
        faults.add(node.place, f"«{name}»: это не книга Excel: {error}", "сохраните её заново как .xlsx")
    return []


# csv


def _csv(path: Path, name: str, faults: Faults) -> list[list[Scalar]]:
    text = read_text(path, name)
    first = text.partition("\n")[0]
    delimiter = max(";\t,", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    rows: list[list[Scalar]] = []
    start = 1
    try:
        for cells in reader:
            rows.append([_csv_cell(cell, name, start, number) for number, cell in enumerate(cells, 1)])
            start = reader.line_num + 1
    except csv.Error:
        place = Place(file=name, line=start)
        faults.add(place, "строка не читается", "проверьте кавычки: внутри ячейки их удваивают")
    return rows


def _csv_cell(text: str, name: str, line: int, number: int) -> Scalar:
    return Scalar(text=text.strip() or None, place=Place(file=name, line=line, cell=f"графа {number}"))


# Excel


def _workbook(
    path: Path, name: str, sheet: str | None, faults: Faults, carried: Collection[str]
) -> list[list[Scalar]]:
    content = _checked(path, name)
    shown, formulas = (_open(content, values=values) for values in (True, False))
    found = sheet or shown.sheetnames[0]
    if found not in shown.sheetnames:
        told = f"в книге нет листа «{found}»"
        faults.add(Place(file=name), told, f"есть листы: {', '.join(shown.sheetnames)}")
        return []
    rows = list(_cells(shown[found], formulas[found], name, faults))
    texts = [[cell.text for cell in row] for row in rows]
    for merged in merged_down(content, found, texts, carried):
        place = Place(file=name, cell=f"лист «{found}», ячейки {merged}")
        told = "ячейки объединены; написанное в них относилось бы только к верхней строке"
        faults.add(place, told, "разъедините их и повторите значение в каждой строке")
    return rows


def _checked(path: Path, name: str) -> bytes:
    """The bytes of a workbook, after a look that it is an archive that does not burst."""
    from prikaz.docx.archive import read_archive  # noqa: PLC0415 (few files need it)

    try:
        if path.stat().st_size > _LARGEST_BOOK:
            raise PackageError("файл больше 10 МБ")
        content = path.read_bytes()
    except OSError as error:
        raise refuse_reading(name, error) from error
    entries = read_archive(content)
    if "xl/workbook.xml" not in {entry.name for entry in entries}:
        raise PackageError("внутри нет листов")
    return content


def _open(content: bytes, *, values: bool) -> Workbook:
    import openpyxl  # noqa: PLC0415 (100 ms, and few files need it)

    try:
        return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=values)
    except (KeyError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        raise PackageError("файл повреждён") from error


def _cells(shown: Any, formulas: Any, name: str, faults: Faults) -> Iterator[list[Scalar]]:  # noqa: ANN401 (sheets as openpyxl has them)
    for sheet in (shown, formulas):
        sheet.reset_dimensions()  # the size that the file tells may be wrong
    cells = shown.iter_rows(max_col=_MOST_COLUMNS + 1)
    sources = formulas.iter_rows(max_col=_MOST_COLUMNS + 1, values_only=True)
    for number, (row, written) in enumerate(zip(cells, sources, strict=False), 1):
        if number > _MOST_ROWS:
            faults.add(Place(file=name), f"в листе больше {_MOST_ROWS} строк", "разделите таблицу на части")
            return
        filled = _filled(row, written)
        if len(filled) > _MOST_COLUMNS:
            place = Place(file=name, cell=_called(shown.title, number, len(filled)))
            faults.add(place, f"в листе больше {_MOST_COLUMNS} граф", "уберите лишние графы")
            return
        yield [
            _cell(cell, source, Place(file=name, cell=_called(shown.title, number, column)), faults)
            for column, (cell, source) in enumerate(filled, 1)
        ]


def _filled(cells: Sequence[Any], written: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Cells of a row and what was written into them, up to the last filled one."""
    pairs = [*zip(cells, written, strict=False)]
    while pairs and pairs[-1][0].value is None and pairs[-1][1] is None:
        pairs.pop()
    return pairs


def _called(sheet: str, row: int, column: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 (with the workbook)

    return f"лист «{sheet}», ячейка {get_column_letter(column)}{row}"


def _cell(cell: Any, written: Any, place: Place, faults: Faults) -> Scalar:  # noqa: ANN401 (what Excel holds)
    value = cell.value
    if value is None and isinstance(written, str) and written.startswith("="):
        hint = "откройте книгу в Excel и сохраните её"
        faults.add(place, f"у формулы «{written}» нет посчитанного значения", hint)
    if isinstance(value, str) and value.startswith("#") and value.rstrip("!?").isupper():
        faults.add(place, f"формула даёт ошибку {value}", "исправьте формулу или впишите значение")
    return Scalar(text=cell_text(value, cell.number_format), place=place)


def cell_text(value: object, number_format: str | None = None) -> str | None:
    """What Excel shows, as a text: a number in its format, a date by day, no noise of floating point.

    A time of day is left out only if it is midnight, or the format of the cell does not show it.

    >>> cell_text(12.5), cell_text(dt.datetime(2027, 3, 16)), cell_text(0.1 + 0.2), cell_text(0.2, "0%")
    ('12,5', '16.03.2027', '0,3', '20%')
    >>> cell_text(dt.datetime(2027, 4, 1, 14, 30)), cell_text(dt.timedelta(days=1, hours=6, minutes=5))
    ('01.04.2027 14:30', '30:05')
    """
    if value is None or isinstance(value, str):
        return (value or "").strip() or None
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, dt.datetime):
        return _moment(value, number_format)
    if isinstance(value, dt.date):
        return format_date(value)
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, dt.timedelta):
        return _duration(value)
    if isinstance(value, int | float):
        number = Decimal(f"{value:.12g}" if isinstance(value, float) else value)
        shown = show_number(number, number_format or "")
        return f"{number:f}".replace(".", ",") if shown is None else shown or None
    return str(value)


def _moment(value: dt.datetime, number_format: str | None) -> str:
    day = format_date(value.date())
    is_by_day = number_format is not None and not _TIME_CODE.search(_LITERAL.sub("", number_format))
    return day if is_by_day or value.time() == dt.time() else f"{day} {value:%H:%M}"


def _duration(value: dt.timedelta) -> str:
    """Hours and minutes as [h]:mm shows them, hours beyond a day too."""
    hours, minutes = divmod(abs(value) // dt.timedelta(minutes=1), 60)
    return f"{'-' if value < dt.timedelta() else ''}{hours}:{minutes:02}"

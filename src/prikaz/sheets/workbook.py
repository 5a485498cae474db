"""One sheet of a workbook of Excel as the texts that it shows."""

from __future__ import annotations

import io
import posixpath
import warnings
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from attrs import define, evolve, field

from prikaz.errors import DataError, DataFault, PackageError
from prikaz.sheets.cells import cell_flaw, cell_text, cut_date, uncounted
from prikaz.sheets.grid import Grid, Line, Remark, without_empty
from prikaz.sheets.remarks import doubts_of, faults_of, merged_down
from prikaz.sheets.sheet_xml import CellFormula, is_filled, read_markup

if TYPE_CHECKING:
    from openpyxl import Workbook

_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_READ: Final = (".xml", ".rels")
#: Names of elements in a kind of workbook that openpyxl takes for empty.
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
#: How a workbook begins that is locked with a password, or is of the years before 2007.
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"


def read_sheet(content: bytes, name: str, title: str = "", carried: Collection[str] = ()) -> Grid:
    """Read a sheet; a formula that nobody has counted is given as it is written: "=A1+1".

    Args:
        content: The bytes of the workbook.
        name: Its file, for messages.
        title: The sheet; "" is the first one that is not hidden.
        carried: Folded names of columns that may be merged, for their values go on for the rows below.

    Raises:
        PackageError: It is no workbook.
        DataError: It has no such sheet.
    """
    with _refusing():
        parts = _parts(content)
        book = _open(content)
        shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
        titles = [sheet.title for sheet in book.worksheets]
    if not titles:
        raise PackageError("внутри нет листов")
    found = title or next(iter(shown or titles))
    if found not in titles:
        hint = f"есть листы: {', '.join(titles)}"
        raise DataError([DataFault(file=name, message=f"в книге нет листа «{found}»", hint=hint)])
    with _refusing():
        grid = _grid(book, found, parts, carried)
    others = tuple(other for other in shown if other != found and is_filled(parts.get(other, b"")))
    asked = (_several(found, others, name),) if others and not title and grid.lines else ()
    return evolve(grid, others=others, doubts=(*asked, *grid.doubts))


def _several(found: str, others: tuple[str, ...], name: str) -> Remark:
    told = f"взят лист «{found}», а есть и другие: {', '.join(others)}"
    return Remark(message=told, hint=f"назовите лист: {name}#{found}")


@contextmanager
def _refusing() -> Iterator[None]:
    """Whatever openpyxl makes of a file that is no workbook is told as that; its warnings are for others."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except PackageError:
        raise
    except (
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        SyntaxError,
        EOFError,
    ) as error:
        raise PackageError("файл повреждён") from error


def _open(content: bytes) -> Workbook:
    import openpyxl  # noqa: PLC0415 (100 ms, and only tables need it)

    return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)


def _parts(content: bytes) -> Mapping[str, bytes]:
    """The XML of the sheets by their names.

    Raises:
        PackageError: It is no archive that can be trusted, or a part that openpyxl reads is damaged.
    """
    from prikaz.opc.archive import read_archive  # noqa: PLC0415 (few files need it)
    from prikaz.opc.xml import parse  # noqa: PLC0415

    if content.startswith(_COMPOUND):
        raise PackageError("книга закрыта паролем или сохранена в старом формате")
    entries = {entry.name: entry.read() for entry in read_archive(content) if entry.name.endswith(_READ)}
    if _BOOK not in entries:
        raise PackageError("внутри нет листов")
    book = entries[_BOOK]
    if _STRICT in book:
        raise PackageError("она сохранена как «Строгая книга Open XML»")
    relations = parse(entries[_RELATIONS], _RELATIONS)
    targets = {str(relation.get("Id")): str(relation.get("Target")) for relation in relations}
    found: dict[str, bytes] = {}
    for sheet in parse(book, _BOOK).iter("{*}sheet"):
        told = next((str(value) for key, value in sheet.items() if str(key).endswith("}id")), "")
        part = posixpath.normpath(posixpath.join("/xl", targets.get(told, ""))).lstrip("/")
        if part in entries:
            found[str(sheet.get("name"))] = entries[part]
    return found


def _grid(book: Workbook, title: str, parts: Mapping[str, bytes], carried: Collection[str]) -> Grid:
    markup = read_markup(parts.get(title, b""))
    reading = _SheetReading(formulas={(formula.row, formula.column): formula for formula in markup.uncounted})
    astray = (uncounted(formula.text) for formula in markup.uncounted if not formula.row)
    lines, apart = without_empty(reading.lines(book[title]))
    return Grid(
        lines=lines,
        flaws=tuple(reading.flaws),
        faults=(*(Remark(message=told, hint=hint) for told, hint in astray), *faults_of(lines, markup)),
        merged=merged_down(lines, markup, carried),
        doubts=doubts_of(lines, apart, markup, carried),
        cut_dates=tuple(reading.cut_dates.values()),
        sheet=title,
    )


@define(kw_only=True)
class _SheetReading:
    """One reading of the cells of a sheet, with what is to be told of them."""

    formulas: Mapping[tuple[int, int], CellFormula]
    flaws: list[Remark] = field(factory=list)
    cut_dates: dict[int, Remark] = field(factory=dict)

    def lines(self, sheet: Any) -> Iterator[Line]:  # noqa: ANN401 (a sheet as openpyxl has it)
        """All rows of a sheet: the size that the file tells may be wrong."""
        sheet.reset_dimensions()
        for row, cells in enumerate(sheet.iter_rows(), 1):
            yield row, tuple(self._text(cell, row, column) for column, cell in enumerate(cells, 1))

    def _text(self, cell: Any, row: int, column: int) -> str:  # noqa: ANN401
        value = cell.value
        if value is None:
            return self._formula(row, column)
        number_format = "" if isinstance(value, str) else cell.number_format
        text = cell_text(value, number_format)
        if told := cell_flaw(value, number_format):
            self.flaws.append(Remark(row=row, column=column, message=told[0], hint=told[1]))
        elif column not in self.cut_dates and (told := cut_date(value, number_format)):
            self.cut_dates[column] = Remark(row=row, column=column, message=told[0], hint=told[1])
        return text

    def _formula(self, row: int, column: int) -> str:
        """A formula that nobody has counted, as it is written; "" for an empty cell."""
        formula = self.formulas.get((row, column))
        if formula is None:
            return ""
        message, hint = uncounted(formula.text)
        self.flaws.append(Remark(row=row, column=column, message=message, hint=hint))
        return f"={formula.text}"

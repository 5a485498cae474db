"""What openpyxl leaves out of a sheet when it reads rows one by one, looked up in the XML itself.

Merged cells, hidden rows and columns, formulas that nobody has counted
(ISO/IEC 29500-1, 18.3.1). The XML is read as a stream: nothing of it is held
but what was looked for.
"""

from __future__ import annotations

import re
from typing import Final, NoReturn
from xml.parsers import expat

from attrs import frozen

from prikaz.errors import PackageError
from prikaz.sheets.cell_place import column_number

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CELL, _FORMULA, _VALUE, _TEXT = (f"{_MAIN} {name}" for name in ("c", "f", "v", "t"))
_AREA: Final = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")
_ADDRESS: Final = re.compile(r"([A-Z]+)(\d+)")
_TRUE: Final = frozenset({"1", "true"})
#: Bytes that are parsed at once.
_PIECE: Final = 2**16
#: Columns and rows of the largest sheet, and figures that are enough for a number of either.
_MOST_COLUMNS: Final = 16_384
MOST_ROWS: Final = 1_048_576
_LONGEST_NUMBER: Final = 10


@frozen(kw_only=True)
class Merge:
    """Merged cells; rows and columns are counted from 1."""

    cells: str
    left: int
    top: int
    right: int
    bottom: int


@frozen(kw_only=True)
class CellFormula:
    """A formula without a value; its row and column are 0 when the file names no cell."""

    row: int
    column: int
    text: str


@frozen(kw_only=True)
class SheetMarkup:
    """What stands in the XML of a sheet beside its values (разметка листа)."""

    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncounted: tuple[CellFormula, ...] = ()


def read_markup(sheet: bytes) -> SheetMarkup:
    """Look through the XML of a sheet; one that has none gives nothing.

    Raises:
        PackageError: It is no XML, or declares a document type.
    """
    return _MarkupReader().read(sheet) if sheet else SheetMarkup()


def is_filled(sheet: bytes) -> bool:
    """Whether some cell of a sheet holds a value; the XML is read up to the first.

    Raises:
        PackageError: It is no XML, or declares a document type.
    """
    try:
        return bool(sheet) and _ValueFinder().read(sheet)
    except _FoundError:
        return True


def _parse(parser: expat.XMLParserType, sheet: bytes) -> None:
    """Feed a parser in small pieces: of a large one it would make a copy as large."""
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.buffer_text = True
    try:
        for start in range(0, len(sheet), _PIECE):
            parser.Parse(sheet[start : start + _PIECE], False)  # noqa: FBT003 (the parser takes it so)
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter for an encoding that is unknown
        raise PackageError("файл повреждён") from error
    finally:  # the handlers hold what holds the parser
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None


def _number(text: str) -> int:
    """The number of a row or a column; what lies beyond any sheet is as good as its last row.

    Raises:
        PackageError: It is no number.
    """
    try:
        return min(int(text[:_LONGEST_NUMBER]), MOST_ROWS)
    except ValueError as error:
        raise PackageError("файл повреждён") from error


def _refuse_doctype(*_: object) -> NoReturn:
    raise PackageError("файл опасен: в нём объявлены внешние данные (DOCTYPE)")


class _MarkupReader:
    """Takes what it looks for out of the events of one sheet.

    Ends of elements and texts are asked for only inside a cell with a formula: most cells have none.
    """

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._starts = {
            f"{_MAIN} row": self._row,
            f"{_MAIN} col": self._columns,
            f"{_MAIN} mergeCell": self._merge,
            _CELL: self._cell,
            _FORMULA: self._formula,
        }
        self._merges: list[Merge] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._uncounted: list[CellFormula] = []
        self._attributes: dict[str, str] = {}
        self._pieces: list[str] = []
        self._texts: dict[str, str] = {}

    def read(self, sheet: bytes) -> SheetMarkup:
        self._parser.StartElementHandler = self._start
        _parse(self._parser, sheet)
        return SheetMarkup(
            merges=tuple(sorted(self._merges, key=lambda merge: merge.top)),
            hidden_rows=frozenset(self._hidden_rows),
            hidden_columns=frozenset(self._hidden_columns),
            uncounted=tuple(self._uncounted),
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if start := self._starts.get(name):
            start(attributes)

    def _row(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _TRUE and "r" in attributes:
            self._hidden_rows.add(_number(attributes["r"]))

    def _columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _TRUE:
            last = min(_number(attributes.get("max", "0")), _MOST_COLUMNS)
            self._hidden_columns.update(range(max(_number(attributes.get("min", "1")), 1), last + 1))

    def _merge(self, attributes: dict[str, str]) -> None:
        if area := _AREA.fullmatch(attributes.get("ref", "")):
            left, top, right, bottom = area.groups()
            self._merges.append(
                Merge(
                    cells=area[0],
                    left=min(column_number(left), _MOST_COLUMNS),
                    top=_number(top),
                    right=min(column_number(right), _MOST_COLUMNS),
                    bottom=_number(bottom),
                )
            )

    # Cells with formulas

    def _cell(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes

    def _formula(self, _: dict[str, str]) -> None:
        self._pieces, self._texts = [], {}
        self._parser.StartElementHandler = self._start_inside
        self._parser.CharacterDataHandler = self._text
        self._parser.EndElementHandler = self._end

    def _start_inside(self, *_: object) -> None:
        self._pieces = []

    def _text(self, text: str) -> None:
        self._pieces.append(text)

    def _end(self, name: str) -> None:
        if name != _CELL:
            self._texts[name] = "".join(self._pieces)
            return
        self._parser.StartElementHandler = self._start
        self._parser.CharacterDataHandler = self._parser.EndElementHandler = None
        if not self._has_value():
            address = _ADDRESS.fullmatch(self._attributes.get("r", ""))
            self._uncounted.append(
                CellFormula(
                    row=_number(address[2]) if address else 0,
                    column=column_number(address[1]) if address else 0,
                    text=self._texts.get(_FORMULA, ""),
                )
            )

    def _has_value(self) -> bool:
        """Whether the formula was counted; «t="str"» says that an empty value is an empty text."""
        is_text = self._attributes.get("t") == "str" and _VALUE in self._texts
        return is_text or bool(self._texts.get(_VALUE) or self._texts.get(_TEXT))


class _FoundError(Exception):
    """What was looked for is there: the parser need not go on."""


class _ValueFinder:
    """Looks for the first value in the events of one sheet."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")

    def read(self, sheet: bytes) -> bool:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        _parse(self._parser, sheet)
        return False

    def _start(self, name: str, _: dict[str, str]) -> None:
        self._parser.CharacterDataHandler = _stop if name in {_VALUE, _TEXT} else None

    def _end(self, _: str) -> None:
        self._parser.CharacterDataHandler = None


def _stop(_: str) -> NoReturn:
    raise _FoundError

"""What openpyxl does not tell of a sheet when it reads rows one by one, looked up in the XML itself.

Merged cells, hidden rows and columns, formulas that nobody has counted
(ISO/IEC 29500-1, 18.3.1).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

_MERGE: Final = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?\bref="(?P<cells>(?P<left>[A-Z]+)(?P<top>\d+):(?P<right>[A-Z]+)(?P<bottom>\d+))"'
)
_HIDDEN: Final = re.compile(rb'<(?:\w+:)?(?P<kind>row|col)\s(?P<told>[^>]*\bhidden="(?:1|true)"[^>]*)>')
#: A cell of a formula without a value; «t="str"» says that the value is an empty text.
_UNCOUNTED: Final = re.compile(
    rb"<(?:\w+:)?c(?P<told>\s[^<>]*)?>\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>(?P<formula>[^<]*)</(?:\w+:)?f>)\s*"
    rb"(?P<value><(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ATTRIBUTE: Final = re.compile(rb'\b(\w+)="([^"]*)"')
_CELL: Final = re.compile("([A-Z]+)([0-9]+)")
_FILLED: Final = re.compile(rb"<(?:\w+:)?[vt](?:\s[^<>]*)?>[^<]")


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
    """A formula without a value; its place is 0 when the file does not tell it."""

    row: int
    column: int
    text: str


@frozen(kw_only=True)
class Markup:
    """What stands in the XML of a sheet beside its values (разметка листа)."""

    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncounted: tuple[CellFormula, ...] = ()


def read_markup(sheet: bytes) -> Markup:
    """Look through the XML of a sheet."""
    hidden = [(match["kind"], _attributes(match["told"])) for match in _HIDDEN.finditer(sheet)]
    return Markup(
        merges=tuple(sorted(map(_merge, _MERGE.finditer(sheet)), key=lambda merge: merge.top)),
        hidden_rows=frozenset(int(told["r"]) for kind, told in hidden if kind == b"row" and "r" in told),
        hidden_columns=frozenset(
            number for kind, told in hidden if kind == b"col" for number in _columns(told)
        ),
        uncounted=tuple(_formulas(sheet)),
    )


def is_filled(sheet: bytes) -> bool:
    """Whether some cell of a sheet holds a value."""
    return bool(_FILLED.search(sheet))


def _merge(match: re.Match[bytes]) -> Merge:
    return Merge(
        cells=match["cells"].decode(),
        left=_column(match["left"].decode()),
        top=int(match["top"]),
        right=_column(match["right"].decode()),
        bottom=int(match["bottom"]),
    )


def _columns(told: dict[str, str]) -> range:
    return range(int(told.get("min", "1")), int(told.get("max", "0")) + 1)


def _formulas(sheet: bytes) -> Iterator[CellFormula]:
    for match in _UNCOUNTED.finditer(sheet):
        told = _attributes(match["told"] or b"")
        if told.get("t") == "str" and match["value"]:
            continue
        place = _CELL.fullmatch(told.get("r", ""))
        yield CellFormula(
            row=int(place[2]) if place else 0,
            column=_column(place[1]) if place else 0,
            text=html.unescape((match["formula"] or b"").decode("utf-8", "replace")),
        )


def _attributes(told: bytes) -> dict[str, str]:
    return {name.decode(): value.decode("utf-8", "replace") for name, value in _ATTRIBUTE.findall(told)}


def _column(letters: str) -> int:
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415 (with the workbook)

    return column_index_from_string(letters)

"""Workbooks and csv as grids of what Excel shows, with what is wrong or doubtful in them.

A table is read by :func:`read` and changed by :func:`write_cells`; data files
and batches alike come this way. What a table is for is the business of those
who read it.
"""

from typing import TYPE_CHECKING

from prikaz.lazy import lazily

if TYPE_CHECKING:
    from prikaz.sheets.cell_place import CellPlace
    from prikaz.sheets.grid import Grid, GridFinding, Line
    from prikaz.sheets.reading import read
    from prikaz.sheets.table_name import TableName, parse_table_name
    from prikaz.sheets.writer import CellChange, write_cells

# Written by scripts/build_doors.py from the imports above
_HOMES = {
    "CellChange": "writer",
    "CellPlace": "cell_place",
    "Grid": "grid",
    "GridFinding": "grid",
    "Line": "grid",
    "TableName": "table_name",
    "parse_table_name": "table_name",
    "read": "reading",
    "write_cells": "writer",
}
__all__ = [
    "CellChange",
    "CellPlace",
    "Grid",
    "GridFinding",
    "Line",
    "TableName",
    "parse_table_name",
    "read",
    "write_cells",
]
# End of what is written


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)

"""Cells of a workbook that are merged over several rows: what stands in them belongs to the first row only.

openpyxl tells no merges when it reads rows one by one, so they are looked up in
the archive itself (ISO/IEC 29500-1, 18.3.1.55).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from prikaz.files.keys import fold

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_MERGE: Final = re.compile(
    rb'<(?:\w+:)?mergeCell\s+ref="(?P<cells>(?P<left>[A-Z]+)(?P<top>\d+):(?P<right>[A-Z]+)(?P<bottom>\d+))"'
)


def merged_down(
    content: bytes, sheet: str, rows: Sequence[Sequence[str | None]], carried: Collection[str] = ()
) -> list[str]:
    """Ranges of a sheet that are merged over several rows below its header and hold a value, "C2:C4".

    Args:
        content: The bytes of the workbook.
        sheet: Name of the sheet.
        rows: Texts of all its rows, empty ones too; the header is the first that is filled.
        carried: Folded names of columns that may be merged, for their values go on for the rows below.

    Raises:
        PackageError: It is no archive that can be trusted.
    """
    from prikaz.docx.archive import read_archive  # noqa: PLC0415 (few files need it)

    parts = {entry.name: entry.read for entry in read_archive(content)}
    name = _part(parts[_BOOK](), parts[_RELATIONS](), sheet)
    found = sorted(
        _MERGE.finditer(parts[name]()) if name in parts else (), key=lambda match: int(match["top"])
    )
    return [match["cells"].decode() for match in found if _misleads(match, rows, carried)]


def _misleads(match: re.Match[bytes], rows: Sequence[Sequence[str | None]], carried: Collection[str]) -> bool:
    """Whether what is written once in a range would be taken for the value of one row of several."""
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415 (with the workbook)

    top, bottom = int(match["top"]), int(match["bottom"])
    left, right = (column_index_from_string(match[side].decode()) for side in ("left", "right"))
    header = next((number for number, row in enumerate(rows, 1) if any(row)), 0)
    if not header < top < bottom:
        return False
    heads = rows[header - 1][left - 1 : right]
    if left == right and any(fold(head or "") in carried for head in heads):
        return False
    return any(any(row[left - 1 : right]) for row in rows[top - 1 : bottom])


def _part(book: bytes, relations: bytes, sheet: str) -> str:
    """Name of the part of a sheet."""
    from prikaz.docx.xml import parse  # noqa: PLC0415 (few files need it)

    targets: Mapping[str, str] = {
        str(relation.get("Id")): str(relation.get("Target")) for relation in parse(relations, _RELATIONS)
    }
    for element in parse(book, _BOOK).iter(f"{_MAIN}sheet"):
        if element.get("name") == sheet:
            target = targets.get(str(element.get(_RELATION)), "")
            return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
    return ""

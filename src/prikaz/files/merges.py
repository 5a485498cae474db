"""Cells of a workbook that are merged over several rows: what stands in them belongs to the first row only.

openpyxl tells no merges when it reads rows one by one, so they are looked up in
the archive itself (ISO/IEC 29500-1, 18.3.1.55).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Final

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_MERGE: Final = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


def merged_down(content: bytes, sheet: str) -> list[str]:
    """Ranges of a sheet that are merged over several rows below the first, "C2:C4".

    Args:
        content: The bytes of the workbook.
        sheet: Name of the sheet.

    Raises:
        PackageError: It is no archive that can be trusted.
    """
    from prikaz.docx.archive import read_archive  # noqa: PLC0415 (few files need it)

    parts = {entry.name: entry.read for entry in read_archive(content)}
    name = _part(parts[_BOOK](), parts[_RELATIONS](), sheet)
    found = _MERGE.findall(parts[name]()) if name in parts else []
    return [
        b"".join((left, top, b":", right, bottom)).decode()
        for left, top, right, bottom in found
        if 1 < int(top) < int(bottom)
    ]


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

"""Packages for people to edit: squeezed as small as they go, without the mark of our documents.

A document is written by :mod:`prikaz.opc.archive`, which is quicker and marks
what it wrote. A template is packed once and opened by Word ever after.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

#: Times are fixed, so that the same parts give the same bytes.
_FIRST_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_SMALLEST: Final = 9
_MS_DOS: Final = 0


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Pack the parts of a package in their order; the same parts give the same bytes.

    >>> pack({"a.xml": b"<a/>"}) == pack({"a.xml": b"<a/>"})
    True
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(_entry(name), content, zipfile.ZIP_DEFLATED, _SMALLEST)
    return packed.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    """A directory entry that does not depend on when and where it is written."""
    entry = zipfile.ZipInfo(name, _FIRST_MOMENT)
    entry.create_system = _MS_DOS
    return entry

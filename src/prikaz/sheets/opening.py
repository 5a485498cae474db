"""Workbooks opened by openpyxl: what it raises for a damaged or hostile file is one error, in words.

What openpyxl may raise for a file is nowhere said, and it is whatever zipfile,
zlib, expat, lxml and its own descriptors raise. So the boundary is drawn
around the calls: inside of it only openpyxl runs, and everything that comes
out of it means that the file is not to be read.
"""

from __future__ import annotations

import io
import posixpath
import warnings
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING, Final

from prikaz.encodings import refuse_file
from prikaz.errors import DataError, PackageError
from prikaz.findings import FindingKind, Severity

if TYPE_CHECKING:
    from openpyxl import Workbook

    from prikaz.opc.archive import ArchiveEntry

WORKBOOK_UNREADABLE: Final = FindingKind("workbook-unreadable", "Это не книга Excel", Severity.ERROR)

_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_READ: Final = (".xml", ".rels")
#: Namespace of a kind of workbook that openpyxl takes for empty.
_STRICT: Final = "{http://purl.oclc.org/ooxml/"
#: Bytes of a workbook when it is inflated. A table of all schools of a large country is a half of that.
_LARGEST: Final = 128 * 2**20
#: How a workbook begins that is locked with a password, or is of the years before 2007.
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"


def sheet_parts(content: bytes) -> Mapping[str, ArchiveEntry]:
    """The XML of the sheets by their names.

    Raises:
        PackageError: It is no archive that can be trusted, or a part that openpyxl reads is damaged.
    """
    from prikaz.opc.archive import read_archive  # noqa: PLC0415 (few files need it)
    from prikaz.opc.xml import parse  # noqa: PLC0415

    if content.startswith(_COMPOUND):
        raise PackageError("книга закрыта паролем или сохранена в старом формате")
    entries = {entry.name: entry for entry in read_archive(content) if entry.name.endswith(_READ)}
    _refuse_untrusted(entries.values())
    if _BOOK not in entries or _RELATIONS not in entries:
        raise PackageError("внутри нет листов")
    book = parse(entries[_BOOK].read(), _BOOK)
    if str(book.tag).startswith(_STRICT):
        raise PackageError("она сохранена как «Строгая книга Open XML»")
    relations = parse(entries[_RELATIONS].read(), _RELATIONS)
    targets = {str(relation.get("Id")): str(relation.get("Target")) for relation in relations}
    found: dict[str, ArchiveEntry] = {}
    for sheet in book.iter("{*}sheet"):
        relation_id = next((str(value) for key, value in sheet.items() if str(key).endswith("}id")), "")
        part = posixpath.normpath(posixpath.join("/xl", targets.get(relation_id, ""))).lstrip("/")
        if part in {entry.name for entry in found.values()}:
            raise PackageError("файл повреждён: листы в нём повторяются")
        if part in entries:
            found[str(sheet.get("name"))] = entries[part]
    return found


def _refuse_untrusted(entries: Collection[ArchiveEntry]) -> None:
    """Refuse parts that are damaged or would not stay within bounds, before openpyxl meets them.

    Raises:
        PackageError: One of them is such.
    """
    from prikaz.opc.xml import has_doctype  # noqa: PLC0415 (few files need it)

    size = sum(entry.size for entry in entries)
    if size > _LARGEST:
        raise PackageError(f"файл слишком велик: при распаковке он займёт {size // 2**20} МБ")
    for entry in entries:
        if has_doctype(entry.read()):
            raise PackageError("файл опасен: в нём объявлены внешние данные (DOCTYPE)")


@contextmanager
def refusing_damaged() -> Iterator[None]:
    """Whatever openpyxl raises becomes one error; its warnings are for others.

    Raises:
        PackageError: Something was raised.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except PackageError:
        raise
    except MemoryError as error:
        raise PackageError("на неё не хватает памяти") from error
    except Exception as error:
        raise PackageError("файл повреждён") from error


def load_workbook(content: bytes, *, read_only: bool = False, data_only: bool = False) -> Workbook:
    """Open a workbook.

    Args:
        content: Its bytes.
        read_only: Whether its rows are only looked through, one by one.
        data_only: Whether a formula is the value that it had when it was saved.

    Raises:
        PackageError: It is no workbook.
    """
    with refusing_damaged(), redirect_stdout(io.StringIO()):  # it prints of styles that it lacks
        import openpyxl  # noqa: PLC0415 (100 ms, and only workbooks need it)

        return openpyxl.load_workbook(io.BytesIO(content), read_only=read_only, data_only=data_only)


def refuse_workbook(name: str, error: PackageError) -> DataError:
    """The error for a file that is no workbook."""
    message = f"это не книга Excel: {error.message}"
    return refuse_file(WORKBOOK_UNREADABLE, name, message, "сохраните её заново как .xlsx")

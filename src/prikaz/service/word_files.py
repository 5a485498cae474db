"""Word files, and what LibreOffice makes Word files of, on their way to the reader."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final, NamedTuple, TypeAlias

import attrs

from prikaz import files, libreoffice, reader
from prikaz.annotations import checked
from prikaz.docx.wml.package import read_source
from prikaz.errors import LibreOfficeError, PackageError
from prikaz.findings import FindingKind
from prikaz.model import OfficeProfile
from prikaz.reader.draft import WordDraft

#: A Word file: its path, its bytes, or a binary stream.
WordSource: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO

FILE_OPEN: Final = FindingKind("file-open", "Файл открыт в Word: прочитано то, что в нём сохранено")

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OLD_TEXT: Final = "WordDocument".encode("utf-16-le")
_ODT: Final = b"mimetypeapplication/vnd.oasis.opendocument.text"
#: How a text file that Word would open begins, behind white space and a byte order mark.
_HTML: Final = (b"<html", b"<!doctype html", b"<head", b"<body", b"<meta")
#: Where the names of the first part of a package stand.
_FIRST_PART: Final = slice(30, 120)
_HEAD: Final = 4096
_OWNER: Final = "~$"
#: What LibreOffice is to make, by the name of its filter: of a page of the web it has no .docx otherwise.
_TO: Final = "docx:MS Word 2007 XML"


@checked
def read(source: WordSource, profile: OfficeProfile | str | None = None, *, name: str = "") -> WordDraft:
    """Read an order out of a Word file.

    Args:
        source: Its path, its bytes, or a binary stream.
        profile: As :func:`prikaz.open` takes it; for what has no path, only the profile itself.
        name: What the file is called in places and messages; its path by default.

    Returns:
        The order, and what was not understood: nothing of the file's text is lost.

    Raises:
        PackageError: It is no Word file, or cannot be read or trusted.
        LibreOfficeError: It is a .doc, .odt or RTF, and LibreOffice is absent or did not convert it.
        DataError: The profile beside it cannot be read.
    """
    path = Path(source) if isinstance(source, str | os.PathLike) else None
    name = name or str(path or "")
    if path is not None:
        _refuse_owner(path)
    content = _converted(read_source(source), name)
    used = files.profile_beside(path, profile) if path else _own(profile)
    draft = reader.read(content, profile=used, name=name)
    if path is None or not _is_open(path):
        return draft
    message = "файл открыт в Word или LibreOffice: прочитано то, что в нём сохранено"
    found = FILE_OPEN.finding(message, "сохраните его там и повторите")
    return attrs.evolve(draft, findings=(found, *draft.findings))


def _own(profile: OfficeProfile | str | None) -> OfficeProfile:
    """The profile for what lies in no folder."""
    if isinstance(profile, str):
        return files.load_profile(profile)
    return profile or OfficeProfile()


# Files that are open ---------------------------------------------------------------------------------------


def _refuse_owner(path: Path) -> None:
    """Refuse the little file that Word keeps beside an open one, and that a clerk may well pick."""
    if path.name.startswith(_OWNER):
        message = f"«{path}» – служебный файл Word, он есть, пока документ открыт"
        raise PackageError(message, "назовите сам документ, без «~$»", str(path))


def _is_open(path: Path) -> bool:
    owners = (f"{_OWNER}{path.name}", f"{_OWNER}{path.name[2:]}", f".~lock.{path.name}#")
    return any(path.with_name(owner).exists() for owner in owners)


# Files of other programs -----------------------------------------------------------------------------------


class _Foreign(NamedTuple):
    """A kind of file that LibreOffice makes a .docx of: the ending by which it knows it, and what it is."""

    ending: str
    words: str


def _converted(content: bytes, name: str) -> bytes:
    """The content of a .docx for that of another file; what needs no help, or cannot be helped, as it is.

    What a file is, its bytes say: a .docx that is RTF inside is converted as RTF.

    Raises:
        LibreOfficeError: LibreOffice is absent, or did not convert it.
    """
    kind = _foreign(content)
    if kind is None:
        return content
    if not libreoffice.available():
        message = f"«{name}» – {kind.words}: чтобы прочитать его, нужен LibreOffice, а он не найден"
        hint = "откройте файл в Word и сохраните как .docx или установите LibreOffice"
        raise LibreOfficeError(message, hint, name)
    with TemporaryDirectory(prefix="prikaz-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, f"document{kind.ending}")
        copy.write_bytes(content)
        try:
            (made,) = libreoffice.convert([copy], _TO, into=Path(folder, "made"))
        except LibreOfficeError as error:
            message = f"«{name}» – {kind.words}, и LibreOffice его не открыл"
            raise LibreOfficeError(message, "откройте файл в Word и сохраните как .docx", name) from error
        return made.read_bytes()


def _foreign(content: bytes) -> _Foreign | None:
    """What a file is that LibreOffice can help with."""
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if content.startswith(_OLE):
        is_old = _OLD_TEXT in content and _ENCRYPTED not in content
        return _Foreign(".doc", "документ старого Word (.doc)") if is_old else None
    if head.startswith(b"{\\rtf"):
        return _Foreign(".rtf", "документ RTF")
    if content.startswith(b"PK"):
        return _Foreign(".odt", "документ LibreOffice (.odt)") if _ODT in content[_FIRST_PART] else None
    if head.startswith(_HTML):
        return _Foreign(".html", "веб-страница")
    if not head.startswith(b"<?xml"):
        return None
    if b'progid="word.document"' in head or b"schemas.microsoft.com/office/word/2003/wordml" in head:
        return _Foreign(".xml", "документ Word в виде XML")
    return _Foreign(".fodt", "документ LibreOffice (.fodt)") if b"office:document" in head else None

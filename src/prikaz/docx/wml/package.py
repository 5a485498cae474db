"""The package of a .docx: its parts, their content types and relationships.

Whatever is wrong with a file from elsewhere is refused here with a
:class:`prikaz.errors.PackageError`, in Russian, before anything large is inflated.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from prikaz.errors import PackageError, reason
from prikaz.opc.archive import MAX_FILE_SIZE, ArchiveEntry, deflated, read_archive, write_archive
from prikaz.opc.xml import has_doctype, parse

if TYPE_CHECKING:
    from lxml import etree

PackageSource: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO

CONTENT_TYPES: Final = "[Content_Types].xml"
_CT: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OFFICE: Final = "/relationships/officeDocument"
_WML: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN: Final = _WML + "document.main+xml"
_OTHER_MAINS: Final = {
    _WML + "template.main+xml": (
        "это шаблон Word (.dotx)",
        "откройте его и сохраните как «Документ Word (.docx)»",
    ),
    "application/vnd.ms-word.document.macroEnabled.main+xml": (
        "это документ с макросами (.docm)",
        "сохраните его как «Документ Word (.docx)»",
    ),
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": (
        "это шаблон с макросами (.dotm)",
        "сохраните его как «Документ Word (.docx)»",
    ),
}
_SIGNATURES: Final = (
    (b"%PDF", "это файл PDF, а нужен документ Word (.docx)", ""),
    (b"{\\rtf", "это файл RTF", "откройте его в Word и сохраните как .docx"),
    (b"<", "это веб-страница или XML", "откройте файл в Word и сохраните как .docx"),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Package:
    """Parts of a .docx by name, deflated, in the order of the file, content types first.

    Attributes:
        entries: Parts by their names inside the archive.
    """

    def __init__(self, entries: Mapping[str, ArchiveEntry]) -> None:
        self.entries = entries

    @classmethod
    def open(cls, source: PackageSource, *, to_read: bool = False) -> Package:
        """Read a .docx from a path, bytes or a binary stream.

        Args:
            source: The file.
            to_read: Nothing will be made from it: templates of Word and documents with macros are taken too,
                and damage of a part is left to whoever reads that part.

        Raises:
            PackageError: It is not a .docx that can be trusted; the message says what it is and what to do.
        """
        data = read_source(source)
        _refuse_other_formats(data)
        entries = {entry.name: entry for entry in read_archive(data)}
        _refuse_other_archives(entries)
        first = {CONTENT_TYPES: entries.pop(CONTENT_TYPES)}
        package = cls({**first, **entries})
        if to_read:
            package.main_kind  # noqa: B018  (asked for its refusals)
            return package
        package._refuse_doctypes()
        package.main  # noqa: B018  (asked for its refusals)
        return package

    def read(self, name: str) -> bytes:
        """Inflate the part ``name``.

        Raises:
            PackageError: There is no such part, or it is damaged.
        """
        if name not in self.entries:
            raise PackageError(f"файл повреждён: в нём нет части «{name}»")
        return self.entries[name].read()

    def root(self, ending: str) -> etree._Element | None:
        """Parse the first part whose content type ends so; none if there is none."""
        names = self.of_type(ending)
        return parse(self.read(names[0]), names[0]) if names else None

    def to_bytes(self) -> bytes:
        """Write the package; the same parts give the same bytes."""
        return write_archive(self.entries.values())

    def with_parts(self, changed: Mapping[str, bytes]) -> Package:
        """Make a package where the parts of ``changed`` stand in place of the old ones, or after them."""
        made = {name: deflated(name, plain) for name, plain in changed.items()}
        return Package({**self.entries, **made})

    @cached_property
    def content_types(self) -> Mapping[str, str]:
        """Content type of each part, by name."""
        root = parse(self.read(CONTENT_TYPES), CONTENT_TYPES)
        by_extension = {
            str(rule.get("Extension")).lower(): str(rule.get("ContentType"))
            for rule in root.iter(f"{_CT}Default")
        }
        by_name = {
            str(rule.get("PartName")).lstrip("/"): str(rule.get("ContentType"))
            for rule in root.iter(f"{_CT}Override")
        }
        return {
            name: by_name.get(name) or by_extension.get(name.rpartition(".")[2].lower(), "")
            for name in self.entries
        }

    @cached_property
    def main(self) -> str:
        """Name of the main part, usually "word/document.xml".

        Raises:
            PackageError: There is none, or it is of a kind that is no document.
        """
        if self.main_kind in _OTHER_MAINS:
            raise PackageError(*_OTHER_MAINS[self.main_kind])
        return self._office_part

    @cached_property
    def main_kind(self) -> str:
        """Content type of the main part: that of a document, of a template, with macros or without.

        Raises:
            PackageError: There is no main part, or Word would not open it.
        """
        kind = self.content_types[self._office_part]
        if kind != _MAIN and kind not in _OTHER_MAINS:
            raise PackageError("это не документ Word", "нужен файл .docx")
        return kind

    @cached_property
    def any_main(self) -> str:
        """Name of the main part, that of a template or of a document with macros too."""
        self.main_kind  # noqa: B018  (asked for its refusals)
        return self._office_part

    @cached_property
    def _office_part(self) -> str:
        found = next((target for kind, target in self.relations("") if kind.endswith(_OFFICE)), "")
        if found not in self.entries:
            raise PackageError("файл повреждён: в нём нет текста документа")
        return found

    def relations(self, owner: str) -> Iterator[tuple[str, str]]:
        """Give kind and target of each inner relationship of the part ``owner``; "" is the package."""
        name = relations_name(owner)
        if name not in self.entries:
            return
        for relation in parse(self.read(name), name):
            if relation.get("TargetMode") != "External":
                target = posixpath.join("/", posixpath.dirname(owner), str(relation.get("Target")))
                yield str(relation.get("Type")), posixpath.normpath(target).lstrip("/")

    def of_type(self, ending: str) -> tuple[str, ...]:
        """Names of the parts whose content type ends so: "header+xml"."""
        return tuple(name for name, kind in self.content_types.items() if kind.endswith(ending))

    def _refuse_doctypes(self) -> None:
        for name, entry in self.entries.items():
            if name.endswith((".xml", ".rels")) and has_doctype(entry.read()):
                raise PackageError(f"файл опасен: в части «{name}» объявлены внешние данные (DOCTYPE)")


def relations_name(owner: str) -> str:
    """Give the name of the part that holds the relations of ``owner``.

    >>> relations_name("word/document.xml"), relations_name("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_source(source: PackageSource) -> bytes:
    """Read a file that should be a .docx.

    Raises:
        PackageError: There is none, or it cannot be read.
    """
    if isinstance(source, bytes):
        return source
    if not isinstance(source, str | os.PathLike):
        return source.read(MAX_FILE_SIZE + 1)
    try:
        with Path(source).open("rb") as file:
            return file.read(MAX_FILE_SIZE + 1)
    except FileNotFoundError as error:
        raise PackageError(f"файл «{source}» не найден", "проверьте имя и папку") from error
    except IsADirectoryError as error:
        raise PackageError(f"«{source}» — папка, а нужен файл .docx", "укажите файл") from error
    except PermissionError as error:
        message = f"файл «{source}» не читается: нет доступа или он открыт в Word"
        raise PackageError(message, "закройте его в Word или проверьте права") from error
    except OSError as error:
        raise PackageError(f"файл «{source}» не читается: {reason(error)}") from error
    except ValueError as error:  # a zero in the name
        raise PackageError(f"файл «{source}» не найден: такого имени быть не может") from error


def _refuse_other_formats(data: bytes) -> None:
    if not data:
        raise PackageError("файл пуст", "нужен документ Word (.docx)")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise PackageError("документ закрыт паролем", "снимите пароль в Word")
        raise PackageError("это документ старого Word (.doc)", "откройте его в Word и сохраните как .docx")
    for head, message, hint in _SIGNATURES:
        if data.lstrip()[: len(head)] == head:
            raise PackageError(message, hint)
    if not data.startswith(b"PK"):
        raise PackageError("это не документ Word", "нужен файл .docx")


def _refuse_other_archives(entries: Mapping[str, ArchiveEntry]) -> None:
    if "mimetype" in entries:
        raise PackageError("это документ LibreOffice (.odt)", "сохраните его как .docx")
    if any(name.startswith("xl/") for name in entries):
        raise PackageError("это таблица Excel, а нужен документ Word (.docx)")
    if any(name.startswith("ppt/") for name in entries):
        raise PackageError("это презентация PowerPoint, а нужен документ Word (.docx)")
    if CONTENT_TYPES not in entries:
        raise PackageError("это архив, но не документ Word", "нужен файл .docx")

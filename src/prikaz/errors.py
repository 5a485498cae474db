"""Errors of the package: misuse is raised, faults of a document are returned.

Everything that is wrong with a document comes back as a
:class:`prikaz.Finding`; everything that stops the work is raised as a
:class:`PrikazError`. An error carries data, and ``str()`` makes the Russian
words, so that a program looks at the data and a person reads the words. All
faults found in one pass travel in one error.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from attrs import frozen

from prikaz.value import Value


class PrikazError(Exception):
    """Base of all errors that the package raises on purpose."""


class ExplainedError(PrikazError):
    """One thing is in the way: what it is, and what to do about it.

    Attributes:
        message: What is wrong and what came, lower case, without a full stop.
        hint: What to do, in the imperative; "" when the message says it all.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(message)
        self.args = (message, hint)

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class FileError(ExplainedError):
    """One file is in the way.

    Attributes:
        file: Its name as the user gave it; "" when it is not known. What is printed names it in any case.
    """

    def __init__(self, message: str, hint: str = "", file: str = "") -> None:
        super().__init__(message, hint)
        self.file = file
        self.args = (message, hint, file)

    def __str__(self) -> str:
        words = super().__str__()
        return words if self.file in words else f"{self.file}: {words}"


class FieldFault(NamedTuple):
    """What is wrong in one field of an object, or with one argument (ошибка в поле).

    Attributes:
        name: Its name in the program, "heading".
        term: Its Russian name, "заголовок"; "" when there is none.
        path: Steps from the field to the place: numbers in lists from 1, keys.
        message: What is wrong and what came.
        hint: What to do, in the imperative; "" when the message says it all.
    """

    name: str
    term: str
    path: tuple[str | int, ...]
    message: str
    hint: str = ""

    def __str__(self) -> str:
        named = f"{self.name} ({self.term})" if self.term else self.name
        return f"{' → '.join(map(str, (named, *self.path)))}: {self.message}"


class ModelError(ExplainedError, ValueError):
    """This cannot be an order: no kind, no clause, no signature, a wrong type.

    Attributes:
        fields: What is wrong in which field, all of one object; empty when no single field is to blame.
    """

    def __init__(self, message: str, hint: str = "", fields: Sequence[FieldFault] = ()) -> None:
        super().__init__(message, hint)
        self.fields: tuple[FieldFault, ...] = tuple(fields)
        self.args = (message, hint, self.fields)

    @classmethod
    def of_fields(cls, faults: Sequence[FieldFault]) -> ModelError:
        """The error for all fields of an object that are wrong.

        >>> str(ModelError.of_fields([FieldFault("heading", "заголовок", (), "ожидался текст, пришло None")]))
        'heading (заголовок): ожидался текст, пришло None'
        """
        if len(faults) == 1:
            return cls(str(faults[0]), faults[0].hint, faults)
        told = (f"{fault} ({fault.hint})" if fault.hint else str(fault) for fault in faults)
        return cls("; ".join(told), fields=faults)


class LanguageError(ExplainedError, ValueError):
    """This cannot be declined, spelled or agreed without inventing something.

    The hint says what to write in a data file instead.
    """


class UnknownSexError(LanguageError):
    """A form depends on the sex of a person, which the name does not show."""


class NotNominativeError(LanguageError):
    """Words that are to stand in the nominative stand in another case, and would be declined once more."""


class OutputError(FileError, OSError):
    """The result was not written: the file is open elsewhere, was edited since, or cannot be written."""


class EditedFileError(OutputError):
    """A file was edited since it was made, or is not ours, and is not replaced unasked."""


_REASONS: Final[Mapping[int, str]] = MappingProxyType(
    {
        errno.ENOENT: "такого файла или папки нет",
        errno.EEXIST: "такой файл уже есть",
        errno.ENOTDIR: "на пути к нему стоит файл, а не папка",
        errno.EISDIR: "это папка, а не файл",
        errno.EACCES: "нет прав на этот файл или папку",
        errno.EPERM: "нет прав на этот файл или папку",
        errno.ENOSPC: "на диске нет места",
        errno.EDQUOT: "на диске нет места",
        errno.EROFS: "диск только для чтения",
        errno.ENAMETOOLONG: "имя файла слишком длинное",
        errno.ENOEXEC: "это не программа",
        errno.EIO: "диск не отвечает",
    }
)


def reason(error: OSError) -> str:
    """Why the system refused a file, in Russian.

    >>> reason(FileNotFoundError(errno.ENOENT, "No such file or directory"))
    'такого файла или папки нет'
    """
    return _REASONS.get(error.errno or 0, f"система отказала, код {error.errno}")


def refuse_writing(path: str | os.PathLike[str], why: str, hint: str = "") -> OutputError:
    """The error for a file that was not written.

    >>> str(refuse_writing("приказ.docx", "на диске нет места", "освободите место"))
    'файл «приказ.docx» не записан: на диске нет места; освободите место'
    """
    name = os.fspath(path)
    return OutputError(f"файл «{name}» не записан: {why}", hint, name)


class PackageError(FileError, ValueError):
    """This file is not a .docx that can be trusted: empty, of another kind, hostile or damaged."""


class LibreOfficeError(FileError, RuntimeError):
    """LibreOffice is absent, did not finish in time, or made no file."""


@frozen(kw_only=True, repr=False, eq=False)
class DataFault(Value):
    """One fault in a data file (ошибка в файле данных).

    Attributes:
        file: Name of the file as the user gave it; "" for data that came from memory.
        line: Line from 1; 0 when there is no place.
        column: Column from 1, in characters; 0 when there is no place.
        cell: Cell of a table as printed, "лист «План», ячейка B3"; "" when it is in no table.
        path: Path inside the order as printed, "пункты → 3 → текст"; "" for the whole file.
        message: What is wrong and what came.
        hint: What to do, in the imperative; "" when the message says it all.
        code: Stable name of the kind of fault, "key-unknown".
    """

    file: str = ""
    line: int = 0
    column: int = 0
    cell: str = ""
    path: str = ""
    message: str
    hint: str = ""
    code: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        inside = f"{self.cell} ({self.path})" if self.cell and self.path else self.cell or self.path
        text = ": ".join(part for part in (place, inside, self.message) if part)
        return f"{text}; {self.hint}" if self.hint else text

    def to_dict(self) -> dict[str, Any]:
        """The fault as plain data, for JSON."""
        names = ("code", "file", "line", "column", "cell", "path", "message", "hint")
        return {name: getattr(self, name) for name in names}


class DataError(PrikazError, ValueError):
    """A data file, or a table, cannot be read; carries every fault that was found.

    Attributes:
        faults: In the order of the file.
    """

    def __init__(self, faults: Sequence[DataFault]) -> None:
        self.faults: tuple[DataFault, ...] = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


@frozen(kw_only=True, repr=False, eq=False)
class TemplateFault(Value):
    """One fault in a template (ошибка в шаблоне).

    Attributes:
        part: Part of the document in Russian: "текст", "верхний колонтитул 1", "свойства"; "" for the
            whole file.
        place: Place in the part: "абзац 4", "таблица 1, строка 2, ячейка 3"; "" when unknown.
        tag: The tag as it stands in the template, "{{ дата }"; "" when no tag is to blame.
        message: What is wrong and what came.
        hint: What to do, in the imperative.
        code: Stable name of the kind of fault, "slot-unfilled".
    """

    part: str = ""
    place: str = ""
    tag: str = ""
    message: str
    hint: str = ""
    code: str = ""

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.part, self.place) if part)
        tag = f"метка «{self.tag}»" if self.tag else ""
        words = ": ".join(part for part in (where, tag, self.message) if part)
        return f"{words}; {self.hint}" if self.hint else words


class TemplateError(PrikazError, ValueError):
    """The template is not what is needed; carries every fault that was found.

    Attributes:
        template: Name of the template as the user knows it.
        faults: In the order of the document.
    """

    def __init__(self, template: str, faults: Sequence[TemplateFault]) -> None:
        self.template = template
        self.faults: tuple[TemplateFault, ...] = tuple(faults)
        super().__init__(template, self.faults)

    def __str__(self) -> str:
        return "\n".join(f"шаблон «{self.template}»: {fault}" for fault in self.faults)


class UnfilledSlotsError(TemplateError):
    """Values that the template prints were not given.

    Attributes:
        slots: Names of all values that are missing, as the template writes them, without repeats.
    """

    def __init__(self, template: str, faults: Sequence[TemplateFault], slots: Sequence[str]) -> None:
        super().__init__(template, faults)
        self.slots: tuple[str, ...] = tuple(slots)
        self.args = (template, self.faults, self.slots)

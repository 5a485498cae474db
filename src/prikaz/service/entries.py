"""What is reported after the work: findings and faults of all kinds, as records of one kind with places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.errors import (
    DataError,
    DataFault,
    EditedFileError,
    ExplainedError,
    FileError,
    LanguageError,
    LibreOfficeError,
    ModelError,
    OutputError,
    PackageError,
    PrikazError,
    TemplateError,
    TemplateFault,
)
from prikaz.findings import FaultyOrderError, Finding, FindingKind, Severity, print_path

if TYPE_CHECKING:
    from prikaz.model.drafts import Draft

FILE_EDITED: Final = FindingKind(
    "file-edited",
    "Файл на месте нового правили после создания, или создан он не программой",
    Severity.ERROR,
)
OUTPUT_REFUSED: Final = FindingKind(
    "output-refused", "Файл не записан: он открыт, уже есть, или записать его нельзя", Severity.ERROR
)
PACKAGE_UNTRUSTED: Final = FindingKind(
    "package-untrusted", "Файл – не документ Word, повреждён или опасен", Severity.ERROR
)
LIBREOFFICE_FAILED: Final = FindingKind(
    "libreoffice-failed", "LibreOffice не найден или документ не преобразовал", Severity.ERROR
)
ORDER_IMPOSSIBLE: Final = FindingKind("order-impossible", "Такого документа быть не может", Severity.ERROR)
WORDS_REFUSED: Final = FindingKind(
    "words-refused", "Слова нельзя просклонять или согласовать, не выдумывая", Severity.ERROR
)
COMMAND_REFUSED: Final = FindingKind("command-refused", "Сделать то, что просят, нельзя", Severity.ERROR)

#: Kinds of the errors that carry no faults of their own; the first that fits.
_KINDS: Final[tuple[tuple[type[PrikazError], FindingKind], ...]] = (
    (EditedFileError, FILE_EDITED),
    (OutputError, OUTPUT_REFUSED),
    (PackageError, PACKAGE_UNTRUSTED),
    (LibreOfficeError, LIBREOFFICE_FAILED),
    (ModelError, ORDER_IMPOSSIBLE),
    (LanguageError, WORDS_REFUSED),
    (PrikazError, COMMAND_REFUSED),
)


class Entry(NamedTuple):
    """One thing to report: how severe it is, what it is, where it stands, what to do.

    Attributes:
        severity: "ошибка", "предупреждение" or "совет".
        message: What is wrong and what came.
        file: The data file or table, the template by its name; "" for none.
        line: Line of the file from 1; 0 when there is none.
        column: Column of the line from 1; 0 when there is none.
        path: Path inside the order as printed, "пункты → 3 → текст".
        hint: What to do, in the imperative; "" when the message says it all.
        code: Stable name of the kind, "annex-not-cited".
        place: Place in the file in words, where lines do not say it: "текст, абзац 4" of a template,
            "лист «План», ячейка B3" of a workbook.
        tag: The tag of a template, as it stands there.
        field: The column of a table that a batch is made from.
    """

    severity: str
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    hint: str = ""
    code: str = ""
    place: str = ""
    tag: str = ""
    field: str = ""

    def __str__(self) -> str:
        at = (self.line, self.column) if self.line else (self.place,)
        file = ":".join(str(part) for part in (self.file, *at) if part)
        inside = f"{self.place} ({self.path})" if self.line and self.place and self.path else self.path
        words = ": ".join(filter(None, (file, self.severity, inside, self._what, self.message)))
        return f"{words}; {self.hint}" if self.hint else words

    @property
    def _what(self) -> str:
        """What in the place is to blame, in words."""
        if self.tag:
            return f"метка «{self.tag}»"
        return f"графа «{self.field}»" if self.field else ""


class RefusedError(PrikazError):
    """Nothing was made; carries everything that is in the way.

    Attributes:
        entries: What is in the way, at least one.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        super().__init__(self.entries)

    def __str__(self) -> str:
        return "\n".join(map(str, self.entries))


def entries_of_error(error: PrikazError) -> tuple[Entry, ...]:
    """Entries for whatever has stopped the work: one for each fault that it carries."""
    match error:
        case RefusedError():
            return error.entries
        case DataError():
            return tuple(map(_of_data_fault, error.faults))
        case TemplateError():
            return tuple(_of_template_fault(error.template, fault) for fault in error.faults)
        case FaultyOrderError():
            return tuple(map(_of_finding, error.findings))
        case _:
            return (_of_plain_error(error),)


def _of_data_fault(fault: DataFault) -> Entry:
    return Entry(
        severity=Severity.ERROR.value,
        message=fault.message,
        file=fault.file,
        line=fault.line,
        column=fault.column,
        path=fault.path,
        place=fault.cell,
        hint=fault.hint,
        code=fault.code,
    )


def _of_template_fault(template: str, fault: TemplateFault) -> Entry:
    return Entry(
        severity=Severity.ERROR.value,
        message=fault.message,
        file=template,
        hint=fault.hint,
        code=fault.code,
        place=", ".join(filter(None, (fault.part, fault.place))),
        tag=fault.tag,
    )


def _of_plain_error(error: PrikazError) -> Entry:
    kind = next(kind for cause, kind in _KINDS if isinstance(error, cause))
    message, hint = (error.message, error.hint) if isinstance(error, ExplainedError) else (str(error), "")
    file = error.file if isinstance(error, FileError) else ""
    return Entry(severity=kind.severity.value, message=message, file=file, hint=hint, code=kind.code)


def entries_of_findings(findings: Iterable[Finding], draft: Draft) -> tuple[Entry, ...]:
    """Entries for findings, each once, with the place of its path in the data file."""
    return tuple(dict.fromkeys(_placed(finding, draft) for finding in findings))


def _placed(finding: Finding, draft: Draft) -> Entry:
    place = draft.place(finding.path)
    entry = _of_finding(finding)
    return entry._replace(file=place.file, line=place.line, column=place.column, place=place.inside)


def _of_finding(finding: Finding) -> Entry:
    return Entry(
        severity=finding.severity.value,
        message=finding.message,
        path=print_path(finding.path),
        hint=finding.hint,
        code=finding.code,
    )

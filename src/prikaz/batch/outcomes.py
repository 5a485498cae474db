"""What comes of a row (итог строки), and what is in the way of a whole batch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from attrs import frozen

from prikaz.batch.manifest import ManifestRecord
from prikaz.findings import FindingKind, Severity
from prikaz.service.entries import Entry, RefusedError


@frozen(kw_only=True)
class Fault:
    """One thing that is wrong or doubtful in a row or in the whole table (ошибка в строке).

    Attributes:
        code: Stable name of the kind, "cell-empty".
        severity: How severe it is.
        place: Row in the table as a clerk finds it, "школы.xlsx, строка 7"; "" for the whole batch.
        file: The data file of the order, where that is to blame and not a row.
        line: Line of the data file; 0 when there is none.
        column: Column of the table; "" when no single one is to blame.
        template: The template, where that is to blame.
        part: Place in the template, "текст, абзац 4".
        tag: The tag of the template, as it stands there.
        path: Path inside the order as printed, "пункты → 3 → текст".
        message: What is wrong and what came.
        hint: What to do, in the imperative; "" when the message says it all.
    """

    code: str = ""
    severity: Severity = Severity.ERROR
    place: str = ""
    file: str = ""
    line: int = 0
    column: str = ""
    template: str = ""
    part: str = ""
    tag: str = ""
    path: str = ""
    message: str
    hint: str = ""

    def __str__(self) -> str:
        parts = (
            self.place,
            f"{self.file}, строка {self.line}" if self.file else "",
            f"графа «{self.column}»" if self.column else "",
            f"шаблон «{self.template}»" if self.template else "",
            self.part,
            f"метка «{self.tag}»" if self.tag else "",
            self.path,
            self.message,
        )
        words = ": ".join(filter(None, parts))
        return f"{words}; {self.hint}" if self.hint else words

    @property
    def entry(self) -> Entry:
        """The fault as all reports have it."""
        return Entry(
            severity=self.severity.value,
            message=self.message,
            file=self.file or self.template,
            line=self.line,
            path=self.path,
            hint=self.hint,
            code=self.code,
            place=", ".join(filter(None, (self.place, self.part))),
            tag=self.tag,
            field=self.column,
        )


def fault(kind: FindingKind, message: str, hint: str = "", *, place: str = "", column: str = "") -> Fault:
    """A fault of a declared kind."""
    return Fault(
        code=kind.code, severity=kind.severity, place=place, column=column, message=message, hint=hint
    )


class BatchError(RefusedError, ValueError):
    """A batch cannot begin or go on; carries everything that is in the way.

    Attributes:
        faults: In the order of the table.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(item.entry for item in faults)
        self.faults: tuple[Fault, ...] = tuple(faults)
        self.args = (self.faults,)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


@frozen(kw_only=True)
class Saved:
    """The document of a row was made and saved (сделан).

    Attributes:
        record: Its record for the manifest.
        warnings: What a person should look at.
    """

    record: ManifestRecord
    warnings: tuple[Fault, ...] = ()


@frozen(kw_only=True)
class UpToDate:
    """The document of a row is there already, whole and of the same data (уже готов)."""

    record: ManifestRecord


@frozen(kw_only=True)
class Failed:
    """The document of a row was not made.

    Attributes:
        number: Number of the row, from 1.
        faults: Why, at least one.
    """

    number: int
    faults: tuple[Fault, ...]


Outcome: TypeAlias = Saved | UpToDate | Failed

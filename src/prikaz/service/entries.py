"""What is told after a command: findings and faults with their places, as lines or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from prikaz.errors import DataFault, PrikazError
from prikaz.findings import Finding, Severity, print_path

if TYPE_CHECKING:
    from prikaz.model.drafts import Draft


class Entry(NamedTuple):
    """One thing to tell: how much it weighs, what it is, where in the file and in the order, what to do."""

    severity: str
    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    cell: str = ""
    path: str = ""
    hint: str = ""
    code: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        inside = f"{self.cell} ({self.path})" if self.cell and self.path else self.cell or self.path
        told = ": ".join(part for part in (place, self.severity, inside, self.message) if part)
        return f"{told}; {self.hint}" if self.hint else told


class RefusedError(PrikazError):
    """Nothing was made; carries everything that is in the way."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        super().__init__(self.entries)

    def __str__(self) -> str:
        return "\n".join(map(str, self.entries))


class IncompleteError(PrikazError):
    """Part of the work was done and part was not; what was not has been told."""


def entries_of_faults(faults: Iterable[DataFault]) -> tuple[Entry, ...]:
    """Entries for the faults of a data file."""
    return tuple(Entry(severity=Severity.ERROR.value, **fault.to_dict()) for fault in faults)


def entries_of_error(error: PrikazError) -> tuple[Entry, ...]:
    """Entries for whatever has stopped a command."""
    if isinstance(error, RefusedError):
        return error.entries
    return tuple(Entry(severity=Severity.ERROR.value, message=line) for line in str(error).splitlines())


def entries_of_findings(findings: Iterable[Finding], draft: Draft) -> tuple[Entry, ...]:
    """Entries for findings, each once, with the place of its path in the data file."""
    return tuple(dict.fromkeys(_entry(finding, draft) for finding in findings))


def _entry(finding: Finding, draft: Draft) -> Entry:
    place = draft.place(finding.path)
    return Entry(
        file=place.file,
        line=place.line,
        column=place.column,
        severity=finding.severity.value,
        path=print_path(finding.path),
        message=finding.message,
        hint=finding.hint,
        code=finding.code,
    )


def as_json(entries: Iterable[Entry]) -> str:
    """Entries for a program."""
    return json.dumps([entry._asdict() for entry in entries], ensure_ascii=False, indent=2)

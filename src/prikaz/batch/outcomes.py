"""What comes of a row (итог строки), and what is in the way of a whole batch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from attrs import frozen

from prikaz.batch.manifest import ManifestRecord
from prikaz.errors import PrikazError
from prikaz.findings import FindingKind, Severity


@frozen(kw_only=True)
class Fault:
    """One thing that is wrong or doubtful in a row or in the whole table (ошибка в строке).

    Attributes:
        code: Stable name of the kind, "cell-empty".
        severity: How severe it is.
        place: Row in the table as a clerk finds it, "школы.xlsx, строка 7"; "" for the whole batch.
        column: Column of the table; "" when no single one is to blame.
        message: What is wrong and what came.
        hint: What to do, in the imperative; "" when the message says it all.
    """

    code: str = ""
    severity: Severity = Severity.ERROR
    place: str = ""
    column: str = ""
    message: str
    hint: str = ""

    def __str__(self) -> str:
        column = f"графа «{self.column}»" if self.column else ""
        told = ": ".join(part for part in (self.place, column, self.message) if part)
        return f"{told}; {self.hint}" if self.hint else told


def fault(kind: FindingKind, message: str, hint: str = "", *, place: str = "", column: str = "") -> Fault:
    """A fault of a declared kind."""
    return Fault(
        code=kind.code, severity=kind.severity, place=place, column=column, message=message, hint=hint
    )


class BatchError(PrikazError, ValueError):
    """A batch cannot begin or go on; carries everything that is in the way.

    Attributes:
        faults: In the order of the table.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


@frozen(kw_only=True)
class Made:
    """The document of a row was made; ``told`` is what a person should look at."""

    record: ManifestRecord
    told: tuple[Fault, ...] = ()


@frozen(kw_only=True)
class Reused:
    """The document of a row is there already, whole and the same (уже готов)."""

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


Outcome: TypeAlias = Made | Reused | Failed

"""Findings: what is wrong or doubtful in a document, as values.

A finding is returned, never raised, and never printed by the library. Its
place is a path inside the order in the words of the data file, so that the
command line can turn it into file:line:column.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from attrs import frozen

from prikaz.errors import PrikazError
from prikaz.value import Value

#: Steps into an order: Russian names of fields, keys of mappings, and places in lists counted from 1.
Path: TypeAlias = tuple[str | int, ...]


def print_path(path: Path) -> str:
    """Print a path as a clerk reads it.

    >>> print_path(("пункты", 3, "текст"))
    'пункты → 3 → текст'
    """
    return " → ".join(map(str, path))


class Severity(enum.Enum):
    """How severe a finding is (важность)."""

    ERROR = "ошибка"
    WARNING = "предупреждение"
    ADVICE = "совет"


@frozen(kw_only=True, repr=False, eq=False)
class Finding(Value):
    """A fault or a doubt found in a document (замечание).

    Attributes:
        code: Stable name of the kind of finding, "annex-not-cited".
        severity: How severe it is.
        path: Where in the order; empty for the whole order.
        message: What is wrong and what came, lower case, without a full stop.
        hint: What to do, in the imperative; "" when the message says it all.
    """

    code: str
    severity: Severity = Severity.WARNING
    path: Path = ()
    message: str
    hint: str = ""

    def __str__(self) -> str:
        where = print_path(self.path)
        described = f"{where}: {self.message}" if where else self.message
        return f"{described}; {self.hint}" if self.hint else described


class FindingKind(NamedTuple):
    """A kind of finding (вид замечания): declared once, as a constant of the module that finds it.

    Faults of data files and templates take their codes from kinds as well; all of them are
    errors.

    Attributes:
        code: Stable name, "annex-not-cited"; no two kinds share it.
        title: What such a finding says, one Russian sentence without a full stop.
        severity: How severe a finding of the kind is.
        source: Where the rule stands, "ГОСТ Р 7.0.97-2016, 5.18"; "" for plain sense.
    """

    code: str
    title: str
    severity: Severity = Severity.WARNING
    source: str = ""

    def finding(self, message: str, hint: str = "", path: Path = ()) -> Finding:
        """A finding of this kind.

        >>> FindingKind("annex-absent", "Приложения нет").finding("в тексте названо «приложение № 2»").code
        'annex-absent'
        """
        return Finding(code=self.code, severity=self.severity, path=path, message=message, hint=hint)


class FaultyOrderError(PrikazError, ValueError):
    """The order cannot be printed as it is: references to nothing, forms that cannot be made.

    Attributes:
        findings: Every finding whose severity is an error.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        return "\n".join(map(str, self.findings))

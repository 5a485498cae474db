"""The faults of one reading, collected: all of them are reported at once, in the order of the file."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from prikaz.errors import DataError, DataFault
from prikaz.files.nodes.nodes import Place
from prikaz.findings import Finding, FindingKind, Path, Severity, print_path

ENTRY_REPEATED: Final = FindingKind("entry-repeated", "Одно и то же задано дважды", Severity.ERROR)


class Faults:
    """Faults found so far (ошибки), each with its place in the file and its path in the order.

    Attributes:
        found: The faults.
        doubts: What is probably wrong and does not hinder reading.
    """

    def __init__(self) -> None:
        self.found: list[DataFault] = []
        self.doubts: list[Finding] = []

    def add(self, kind: FindingKind, place: Place, message: str, hint: str = "", path: Path = ()) -> None:
        """Add a fault."""
        self.add_finding(place, kind.finding(message, hint, path))

    def add_finding(self, place: Place, finding: Finding) -> None:
        """Add a finding as a fault."""
        self.found.append(
            DataFault(
                file=place.file,
                line=place.line,
                column=place.column,
                cell=str(place.cell or ""),
                path=print_path(finding.path),
                message=finding.message,
                hint=finding.hint,
                code=finding.code,
            )
        )

    def add_beside(self, place: Place, fault: DataFault) -> None:
        """Add a fault of a whole file that is named at a place of this one."""
        message = f"«{fault.file}»: {fault.message}"
        fault = evolve(fault, file=place.file, line=place.line, column=place.column, message=message)
        self.found.append(fault)

    def add_repeated_key(self, key: str, place: Place, before: Place) -> None:
        """Add that a mapping has a key twice."""
        message = f"ключ «{key}» уже есть в строке {before.line}"
        self.add(ENTRY_REPEATED, place, message, "оставьте один из них")

    def error(self) -> DataError:
        """The error that carries them all, each once."""
        places = {fault.file: number for number, fault in reversed(list(enumerate(self.found)))}
        unique = dict.fromkeys(self.found)
        return DataError(sorted(unique, key=lambda fault: (places[fault.file], fault.line, fault.column)))

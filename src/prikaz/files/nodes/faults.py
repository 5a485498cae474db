"""A tally of the faults of one reading: all of them are told at once, in the order of the file."""

from __future__ import annotations

from prikaz.errors import DataError, DataFault
from prikaz.files.nodes.nodes import Place
from prikaz.findings import Finding, Path, print_path


class Faults:
    """Faults found so far (ошибки), each with its place in the file and its path in the order.

    Attributes:
        found: The faults.
        doubts: What is probably wrong and does not hinder reading.
    """

    def __init__(self) -> None:
        self.found: list[DataFault] = []
        self.doubts: list[Finding] = []

    def add(self, place: Place, message: str, hint: str = "", path: Path = ()) -> None:
        """Remember a fault; the cell of a workbook is told beside the path."""
        where = print_path(path)
        if place.cell:
            where = f"{place.cell} ({where})" if where else place.cell
        self.found.append(
            DataFault(
                file=place.file, line=place.line, column=place.column, path=where, message=message, hint=hint
            )
        )

    def fail(self) -> DataError:
        """The error that carries them all, each once."""
        places = {fault.file: number for number, fault in reversed(list(enumerate(self.found)))}
        unique = dict.fromkeys(self.found)
        return DataError(sorted(unique, key=lambda fault: (places[fault.file], fault.line, fault.column)))


def split_advice(words: str) -> tuple[str, str]:
    """Part a message «what; advice» of a lower floor into the message and its hint."""
    message, _, hint = words.partition("; ")
    return message, hint

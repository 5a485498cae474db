"""How much one data file may hold; more is a bomb or a file of another kind."""

from __future__ import annotations

from typing import Final

from prikaz.errors import DataError
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import Place
from prikaz.findings import FindingKind, Severity

DATA_OVERSIZED: Final = FindingKind(
    "data-oversized", "Значений, уровней, строк или граф больше, чем бывает в документе", Severity.ERROR
)

_DEEPEST: Final = 60
_MOST_NODES: Final = 100_000


class SizeLimits:
    """What has been read of a file so far, against what may be."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.count = 0

    def add(self, place: Place, number: int = 1) -> None:
        """Count values.

        Raises:
            DataError: There are too many; carries everything found so far.
        """
        self.count += number
        if self.count > _MOST_NODES:
            raise self._too_much(place, f"в файле больше {_MOST_NODES} значений")

    def check_depth(self, place: Place, depth: int) -> None:
        """Look how deep a value stands.

        Raises:
            DataError: It stands too deep; carries everything found so far.
        """
        if depth > _DEEPEST:
            raise self._too_much(place, f"вложено глубже {_DEEPEST} уровней")

    def _too_much(self, place: Place, message: str) -> DataError:
        self.faults.add(DATA_OVERSIZED, place, message, "это не похоже на файл данных документа")
        return self.faults.error()

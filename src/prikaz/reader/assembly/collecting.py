"""What assembly gives besides the order: where each text went, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from prikaz.findings import Path
from prikaz.model import Order
from prikaz.reader.doubts import Doubt
from prikaz.reader.source_text import SourceText


class Assembled(NamedTuple):
    """An order made of labelled lines (сборка).

    Attributes:
        order: The order.
        places: Every text that was used, under the path it went to; several texts of one path are joined.
        doubts: What is doubtful.
    """

    order: Order
    places: Mapping[Path, SourceText]
    doubts: tuple[Doubt, ...]


class Collector:
    """Collects places and doubts while an order is assembled."""

    __slots__ = ("_places", "doubts")

    def __init__(self) -> None:
        self._places: dict[Path, list[SourceText]] = {}
        self.doubts: list[Doubt] = []

    def put(self, path: Path, *texts: SourceText) -> None:
        """Tell where texts went."""
        for text in texts:
            if text:
                self._places.setdefault(path, []).append(text)

    def doubt(self, text: SourceText, path: Path, reason: str, proposal: str = "") -> None:
        """Tell what is doubtful."""
        self.doubts.append(Doubt(text, path, reason, proposal))

    def take_in(self, path: Path, places: Mapping[Path, SourceText], doubts: Iterable[Doubt]) -> None:
        """Add what was collected elsewhere, with paths from there."""
        for where, text in places.items():
            self.put((*path, *where), text)
        for doubt in doubts:
            self.doubts.append(doubt._replace(path=(*path, *doubt.path)))

    @property
    def places(self) -> dict[Path, SourceText]:
        """All texts by their paths."""
        return {
            path: texts[0] if len(texts) == 1 else SourceText.join(" ", texts)
            for path, texts in self._places.items()
        }

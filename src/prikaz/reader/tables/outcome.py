"""What became of a table: a block, and where each of its fields stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from prikaz.findings import Path
from prikaz.model import IndicatorTable, Membership, Roadmap, Table, YearHead
from prikaz.reader.doubts import Doubt
from prikaz.reader.source_text import SourceText

#: What a table may be.
TableBlock: TypeAlias = Roadmap | IndicatorTable | Membership | Table


class ReadTable(NamedTuple):
    """A table as a block of an order.

    Attributes:
        block: What it is.
        places: The words of the file by the path of their field, from the block on; every character of the
            table is in one of them.
        doubts: What was guessed.
        year_heads: What stands behind the years of its head; None where it has none, or they differ.
    """

    block: TableBlock
    places: Mapping[Path, SourceText]
    doubts: tuple[Doubt, ...] = ()
    year_heads: YearHead | None = None


class Places(dict[Path, SourceText]):
    """Words by path, as they are found."""

    def add(self, path: Path, *texts: SourceText) -> None:
        """Let words belong to a field, besides those that do already."""
        told = [text for text in (self.get(path), *texts) if text]
        if told:
            self[path] = told[0] if len(told) == 1 else SourceText.join(" ", told)

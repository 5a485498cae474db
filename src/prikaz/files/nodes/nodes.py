"""What a data file says, before anybody asks what it means: texts, lists and mappings with their places.

Every text is as it was written: no number, no date, no ``true`` is made of it
here. YAML, JSON, TOML, tables and plain data all become these nodes, so that
:mod:`prikaz.files.loading.structure` knows one form of input.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from prikaz.sheets.cell_place import CellPlace


class Place(NamedTuple):
    """Where something stands in a file (место).

    Attributes:
        file: Name of the file as the user gave it; "" for data from memory.
        line: Line from 1; 0 when there is none.
        column: Column from 1, in characters; 0 when there is none.
        cell: Place in a table beside the data; None elsewhere.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    cell: CellPlace | None = None

    @property
    def inside(self) -> str:
        """The cell in words; "" elsewhere."""
        return str(self.cell or "")

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return ", ".join(part for part in (place, self.inside) if part)


NOWHERE = Place()


class ScalarNode(NamedTuple):
    """A text, or nothing (``text`` is None), where nothing was written.

    ``cut`` is what the author probably meant as text and YAML took for a comment.
    """

    text: str | None
    place: Place = NOWHERE
    cut: str = ""


class SequenceNode(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    place: Place = NOWHERE


class MappingEntry(NamedTuple):
    """A key with its value; ``bare`` when not even a colon was written after the key."""

    key: str
    value: Node
    place: Place = NOWHERE
    bare: bool = False


class MappingNode(NamedTuple):
    """A mapping, in the order of the file; ``written`` is its source when it stands in braces."""

    entries: tuple[MappingEntry, ...] = ()
    place: Place = NOWHERE
    written: str = ""

    def evolve(self, entries: Iterable[MappingEntry]) -> MappingNode:
        """The same mapping with other entries."""
        return self._replace(entries=tuple(entries))


class FailedNode(NamedTuple):
    """What could not be read; its fault has been added."""

    place: Place = NOWHERE


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode | FailedNode

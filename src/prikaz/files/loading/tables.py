"""What tables of a data file mean beyond their keys: rows from a file beside, columns of the author's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from prikaz.files.keys.keys import keys
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import FailedNode, MappingEntry, MappingNode, Node, ScalarNode, SequenceNode
from prikaz.files.nodes.table_names import named_table
from prikaz.findings import FindingKind, Severity
from prikaz.findings import Path as OrderPath
from prikaz.language.words.spelling import fold
from prikaz.model import Activity, Column, Image, Indicator, IndicatorTable, Roadmap, Section, Table
from prikaz.model.terms import terms

#: Fields of a table that hold rows, with the class of a row or of what holds rows in turn.
_ROWS: Final[Mapping[type, Mapping[str, type]]] = MappingProxyType(
    {
        Roadmap: {"activities": Activity, "sections": Section},
        Section: {"activities": Activity},
        IndicatorTable: {"indicators": Indicator},
    }
)
SECTION_EMPTY: Final = FindingKind("section-empty", "В разделе нет ни одного мероприятия", Severity.ERROR)

_SECTION: Final = "раздел"


class FileTables(NamedTuple):
    """Tables of one data file (таблицы).

    Attributes:
        faults: Where faults are added.
        folder: Where files of rows are looked for, or their contents by their names; None when data came from
            memory, which names no files.
        path: What is read in the order, for doubts.
        pictures: Where files of pictures are looked for; None when data came from memory.
    """

    faults: Faults
    folder: Path | Mapping[str, bytes] | None
    path: OrderPath = ()
    pictures: Path | None = None

    def at(self, path: OrderPath) -> FileTables:
        """The same tables; what is doubtful in them belongs to ``path``."""
        return self._replace(path=path)

    def rows(self, cls: type, node: Node) -> Node:
        """The rows that a text with the name of a file stands for; any other node as it is."""
        return self._read(cls, node, {})

    def image(self, text: str) -> Image:
        """The picture that a text names, or holds itself."""
        from prikaz.files.loading.pictures import read_picture  # noqa: PLC0415 (most data has no pictures)

        return read_picture(text, self.pictures)

    def prepare(self, cls: type, node: MappingNode) -> MappingNode:
        """The mapping of a table with rows read, and values of the author's own columns under «прочее»."""
        if cls is Table:
            return self._free(node)
        if cls not in (Roadmap, IndicatorTable):
            return node
        columns = _columns(node, cls)
        inside = self._inside(node, cls, columns)
        return self._in_sections(inside) if cls is Roadmap else inside

    # Rows of records

    def _inside(self, node: MappingNode, cls: type, columns: Mapping[str, str]) -> MappingNode:
        """A mapping that holds rows, with each of them prepared."""
        held = {entry.key: row for name, row in _ROWS[cls].items() if (entry := entry_of(node, cls, name))}
        return node.evolve(
            entry._replace(value=self._prepared(held[entry.key], entry.value, columns))
            if entry.key in held
            else entry
            for entry in node.entries
        )

    def _prepared(self, cls: type, node: Node, columns: Mapping[str, str]) -> Node:
        node = self._read(cls, node, columns)
        if isinstance(node, SequenceNode):
            return node._replace(items=tuple(self._prepared(cls, item, columns) for item in node.items))
        if not isinstance(node, MappingNode):
            return node
        if cls in _ROWS:
            return self._inside(node, cls, columns)
        return _gather(node, columns) if cls is Activity else node

    def _read(self, cls: type, node: Node, columns: Mapping[str, str]) -> Node:
        name = named_table(node) if self.folder is not None else None
        if self.folder is None or name is None:
            return node
        from prikaz.files.loading.records import Records  # noqa: PLC0415 (most data has no such rows)
        from prikaz.files.loading.side_tables import read_side_table  # noqa: PLC0415

        records = Records(cls=cls, columns=columns, faults=self.faults)
        rows = read_side_table(name, node.place, records.spec(self.folder, self.path), self.faults)
        return (
            SequenceNode(items=records.nodes(rows), place=node.place)
            if rows
            else FailedNode(place=node.place)
        )

    # Sections of a roadmap

    def _in_sections(self, node: MappingNode) -> MappingNode:
        """A roadmap whose rows name their section, with the rows put into sections."""
        rows = entry_of(node, Roadmap, "activities")
        if rows is None or not isinstance(rows.value, SequenceNode):
            return node
        parted = [_part_section(row) for row in rows.value.items]
        if not any(title for title, _ in parted):
            return node
        made = tuple(self._section(title, inside) for title, inside in _sections(parted))
        key = terms(Roadmap)["sections"].name
        sections = SequenceNode(items=made, place=rows.value.place)
        return node.evolve(
            entry._replace(key=key, value=sections) if entry is rows else entry for entry in node.entries
        )

    def _section(self, title: ScalarNode | None, rows: Sequence[Node]) -> MappingNode:
        if title and not rows:
            message = f"в разделе «{title.text or ''}» нет ни одного мероприятия"
            self.faults.add(SECTION_EMPTY, title.place, message, "допишите мероприятия или уберите раздел")
        place = title.place if title else rows[0].place
        value = SequenceNode(items=tuple(rows), place=place)
        held = MappingEntry(key=terms(Section)["activities"].name, value=value, place=place)
        named = [MappingEntry(key=_SECTION, value=title, place=place)] if title else []
        return MappingNode(entries=(*named, held), place=place)

    # Free tables

    def _free(self, node: MappingNode) -> MappingNode:
        """A free table with its rows read; without columns and header, the header of the file is theirs."""
        rows = entry_of(node, Table, "rows")
        name = named_table(rows.value) if rows else None
        if rows is None or self.folder is None or name is None:
            return node
        from prikaz.files.loading.side_tables import (  # noqa: PLC0415 (most data has no such rows)
            TableSpec,
            read_side_table,
        )

        spec = TableSpec(folder=self.folder, path=self.path)
        header, *body = read_side_table(name, rows.value.place, spec, self.faults) or [[]]
        listed = SequenceNode(
            items=tuple(SequenceNode(items=tuple(row)) for row in body), place=rows.value.place
        )
        value = listed if header else FailedNode(place=rows.value.place)
        entries = [entry._replace(value=value) if entry is rows else entry for entry in node.entries]
        if not entry_of(node, Table, "columns") and not entry_of(node, Table, "header"):
            columns = SequenceNode(items=tuple(filter(_is_filled, header)), place=rows.place)
            entries.insert(0, MappingEntry(key=terms(Table)["columns"].name, value=columns, place=rows.place))
        return node.evolve(entries)


def entry_of(node: MappingNode, cls: type, name: str) -> MappingEntry | None:
    """The entry for a field of a class, if the mapping has one."""
    known = keys(cls)
    for entry in node.entries:
        key = known.get(fold(entry.key))
        if key and key.field == name and not key.owner:
            return entry
    return None


def _columns(node: MappingNode, cls: type) -> dict[str, str]:
    """Keys of the columns that a table names, by their folded keys and titles."""
    columns = entry_of(node, cls, "columns")
    items = columns.value.items if columns and isinstance(columns.value, SequenceNode) else ()
    found: dict[str, str] = {}
    for item in items:
        key = _text_of(item, "key")
        found |= {fold(word): key for word in (key, _text_of(item, "title")) if word}
    return found


def _text_of(node: Node, name: str) -> str:
    """Key or title of a column; a text alone is its key."""
    if isinstance(node, MappingNode):
        entry = entry_of(node, Column, name)
        return _text_of(entry.value, "key") if entry else ""
    return node.text or "" if isinstance(node, ScalarNode) and name == "key" else ""


def _gather(node: MappingNode, columns: Mapping[str, str]) -> MappingNode:
    """An activity with the values of own columns under «прочее»."""
    known = keys(Activity)
    mine = [entry for entry in node.entries if fold(entry.key) in columns and fold(entry.key) not in known]
    if not mine:
        return node
    other = entry_of(node, Activity, "other")
    given = other.value.entries if other and isinstance(other.value, MappingNode) else ()
    named = (entry._replace(key=columns[fold(entry.key)]) for entry in mine)
    value = MappingNode(entries=(*given, *named), place=mine[0].place)
    moved = {entry.key for entry in (*mine, other) if entry}
    rest = [entry for entry in node.entries if entry.key not in moved]
    return node.evolve(
        [*rest, MappingEntry(key=terms(Activity)["other"].name, value=value, place=mine[0].place)]
    )


def _part_section(row: Node) -> tuple[ScalarNode | None, Node]:
    """The title of the section that a row names, and the row without it; what is no row stays as it is."""
    if not isinstance(row, MappingNode):
        return None, row
    section = next((entry for entry in row.entries if fold(entry.key) == _SECTION), None)
    if section is None or not isinstance(section.value, ScalarNode):
        return None, row
    return section.value, row.evolve(entry for entry in row.entries if entry is not section)


def _sections(
    parted: Sequence[tuple[ScalarNode | None, Node]],
) -> Iterator[tuple[ScalarNode | None, list[Node]]]:
    """Sections of rows: a row without a section, or with the same one, goes on with the one above."""
    title: ScalarNode | None = None
    rows: list[Node] = []
    for own, row in parted:
        if own is not None and (title is None or own.text != title.text):
            if title or rows:
                yield title, rows
            title, rows = own, []
        if not isinstance(row, MappingNode) or row.entries:
            rows.append(row)
    yield title, rows


def _is_filled(cell: Node) -> bool:
    return not isinstance(cell, ScalarNode) or cell.text is not None

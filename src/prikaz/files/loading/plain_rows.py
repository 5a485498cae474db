"""Plain rows in YAML or JSON, as batches take them: a list of mappings with texts."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from prikaz.encodings import decode_text, read_content
from prikaz.files.nodes.descriptions import VALUE_WRONG_TYPE
from prikaz.files.nodes.faults import ENTRY_REPEATED, Faults
from prikaz.files.nodes.nodes import MappingEntry, MappingNode, ScalarNode, SequenceNode
from prikaz.files.nodes.source import Dialect, Source
from prikaz.files.syntax.parsing import parse
from prikaz.language.words.spelling import fold

#: Rows of all schools of a large country are some ten megabytes; in YAML they would take minutes to read.
_MEGABYTES: Final = {Dialect.JSON: 64, Dialect.YAML: 8}


class PlainRow(NamedTuple):
    """A row (строка): the line it begins at, and its texts by their keys; empty ones are None."""

    line: int
    values: tuple[tuple[str, str | None], ...]


def read_rows(path: Path) -> tuple[PlainRow, ...]:
    """Read the rows of a file; what is no list has none.

    Args:
        path: The file; ``.json`` is JSON, any other suffix YAML.

    Raises:
        DataError: The file cannot be read, or a row is not a mapping of texts; carries every fault.
    """
    faults = Faults()
    dialect = Dialect.JSON if path.suffix.lower() == ".json" else Dialect.YAML
    hint = "разделите таблицу на части или сохраните её как .csv"
    content = read_content(path, str(path), _MEGABYTES[dialect], hint)
    source = Source(name=str(path), text=decode_text(content, str(path)), dialect=dialect)
    node = parse(source, faults)
    items = node.items if isinstance(node, SequenceNode) else ()
    rows = []
    for item in items:
        if isinstance(item, MappingNode) and all(map(_is_text, item.entries)):
            rows.append(_row(item, faults))
        else:
            faults.add(VALUE_WRONG_TYPE, item.place, "ожидались пары «графа: значение»")
    if faults.found:
        raise faults.error()
    return tuple(rows)


def _is_text(entry: MappingEntry) -> bool:
    return isinstance(entry.value, ScalarNode)


def _row(node: MappingNode, faults: Faults) -> PlainRow:
    """A row; keys that differ in capitals only are a fault, for one of them would be lost."""
    seen: dict[str, str] = {}
    values: list[tuple[str, str | None]] = []
    for entry in node.entries:
        if seen.setdefault(fold(entry.key), entry.key) != entry.key:
            faults.add(ENTRY_REPEATED, entry.place, f"две графы «{fold(entry.key)}»", "назовите одну иначе")
        if isinstance(entry.value, ScalarNode):
            values.append((entry.key, entry.value.text))
    return PlainRow(node.place.line, tuple(values))

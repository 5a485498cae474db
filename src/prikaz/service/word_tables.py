"""One table of a Word file: as a document of its own, or as a table of Excel or csv."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from prikaz.docx.content.elements import OBJECT, ContentBlock, Paragraph, Table
from prikaz.findings import FindingKind, Severity
from prikaz.findings import Path as OrderPath
from prikaz.model import Annex, Block, Kind, Order
from prikaz.model.contents import annexes, blocks
from prikaz.model.drafts import Coverage
from prikaz.opc.atomic_write import write_file
from prikaz.service.documents import source_of
from prikaz.service.entries import Entry, RefusedError
from prikaz.service.saving import refuse_inputs
from prikaz.sheets.new_table import NEW_TABLES, new_table

if TYPE_CHECKING:
    from prikaz.reader.draft import Note, WordDraft

TABLE_ABSENT: Final = FindingKind("table-absent", "В файле Word нет таблицы с таким номером", Severity.ERROR)

_TABLE: Final = re.compile(r"таблица (\d+)(?!\d)")


def with_one_table(draft: WordDraft, number: int) -> WordDraft:
    """The draft of a document that is one table of another; what is said of the rest is left out.

    Args:
        draft: The other.
        number: Which table of the file, from 1, as places name it: "таблица 2".

    Raises:
        RefusedError: There is no such table, or it is in no field of the order.
    """
    found = next(
        ((path, block) for path, block in blocks(draft.order) if _number_of(draft, path) == number), None
    )
    if found is None:
        raise _refusal(draft, number)
    path, block = found
    order = _alone(block, _annex_around(draft.order, path))
    (new_path, _), *_ = blocks(order)
    moved = {place: new_path + place[len(path) :] for place in draft.places if place[: len(path)] == path}
    return attrs.evolve(
        draft,
        order=order,
        findings=(),
        notes=tuple(
            _moved(note, moved) for note in draft.notes if note.path in moved or _is_in(note, number)
        ),
        coverage=Coverage(total=0, understood=0, noted=0),
        places={moved[place]: draft.places[place] for place in moved},
    )


def _moved(note: Note, paths: Mapping[OrderPath, OrderPath]) -> Note:
    return attrs.evolve(note, path=paths.get(note.path, ()))


def _is_in(note: Note, number: int) -> bool:
    found = _TABLE.match(note.place.words)
    return found is not None and int(found[1]) == number


def _number_of(draft: WordDraft, path: OrderPath) -> int | None:
    """Which table of the file a block was, as the place of anything in it says."""
    inside = (place.words for where, place in draft.places.items() if where[: len(path)] == path)
    found = (match for words in inside if (match := _TABLE.match(words)))
    return next((int(match[1]) for match in found), None)


def _annex_around(order: Order, path: OrderPath) -> Annex | None:
    """The innermost annex that a path leads into."""
    around = [annex for where, annex in annexes(order) if path[: len(where)] == where]
    return around[-1] if around else None


def _alone(block: Block, annex: Annex | None) -> Order:
    """A block as a document of its own, under the title of the annex that it stood in."""
    title = annex.title if annex else ""
    word = title.split(" ", 1)[0].lower()
    kind = next((kind for kind in Kind if not kind.is_directive and kind.value.split()[0] == word), Kind.LIST)
    return Order(kind=kind, heading=title, blocks=[block])


def _refusal(draft: WordDraft, number: int) -> RefusedError:
    numbers = {int(found[1]) for place in draft.places.values() if (found := _TABLE.match(place.words))}
    listed = ", ".join(map(str, sorted(numbers)))
    hint = f"есть таблицы: {listed}" if numbers else "в документе таблиц нет"
    return _refuse(draft, f"таблицы {number} среди прочитанного нет", hint)


def _refuse(draft: WordDraft, message: str, hint: str) -> RefusedError:
    file, kind = str(source_of(draft)), TABLE_ABSENT
    return RefusedError([Entry(kind.severity.value, message, file=file, hint=hint, code=kind.code)])


def save_table(draft: WordDraft, number: int, target: Path, *, overwrite: bool = False) -> None:
    """Write the words of one table as a table of Excel or csv, row by row as they stand.

    A cell over several rows has its words in each of them, one over several columns in the first.

    Args:
        draft: The document with what the file says.
        number: Which table of the file, from 1.
        target: A file that ends in ``.csv`` or ``.xlsx``.
        overwrite: Replace a file that is there.

    Raises:
        RefusedError: There is no such table.
        OutputError: A file is there and may not be replaced, or it cannot be written.
    """
    refuse_inputs(target, [source_of(draft)], "таблица", "назовите таблицу иначе: -o")
    tables = [
        block for section in draft.content.sections for block in section.blocks if isinstance(block, Table)
    ]
    if not 0 < number <= len(tables):
        hint = f"таблиц в нём: {len(tables)}" if tables else "таблиц в нём нет"
        raise _refuse(draft, f"таблицы {number} в файле нет", hint)
    write_file(target, new_table(_rows(tables[number - 1]), target.name), overwrite=overwrite)


def _rows(table: Table) -> list[list[str]]:
    rows = [[""] * len(table.widths) for _ in table.rows]
    for cell in (cell for row in table.rows for cell in row):
        for row in range(cell.row, cell.row + cell.rows):
            rows[row][cell.column] = _words(cell.blocks)
    return rows


def _words(blocks: Iterable[ContentBlock]) -> str:
    """The words of a cell, each paragraph on a line; a table in it, cell by cell."""
    lines = (
        " ".join(block.text.replace(OBJECT, "").split())
        if isinstance(block, Paragraph)
        else "; ".join(filter(None, (_words(cell.blocks) for row in block.rows for cell in row)))
        for block in blocks
    )
    return "\n".join(filter(None, lines))


def table_path(name: str) -> Path | None:
    """The path of a table, if the name has its ending."""
    path = Path(name)
    return path if path.suffix.lower() in NEW_TABLES else None

"""A data file of the changed order out of the data file of the old one, and the tables beside it.

What was edited is read again and compared with the order that was wanted; only
then is it written. Where the text of the old file cannot be edited, the new one
is written from the order itself, and a finding says so.
"""

from __future__ import annotations

import pathlib
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from prikaz.encodings import read_text
from prikaz.errors import DataError
from prikaz.files.loading.draft import FileDraft, make_draft
from prikaz.files.loading.tables import FileTables
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import Place
from prikaz.files.nodes.source import Dialect, Source
from prikaz.files.syntax.parsing import parse
from prikaz.files.syntax.source_map import SourceMap
from prikaz.files.writing.edits import (
    FieldChange,
    UneditableError,
    apply,
    find_renamed,
    find_text_edits,
    year_path,
)
from prikaz.files.writing.emit import to_json, to_yaml
from prikaz.files.writing.table_edits import CellEdit, edit_table, read_table
from prikaz.files.writing.unstructure import to_dict
from prikaz.findings import Finding, FindingKind
from prikaz.model import OfficeProfile, Order
from prikaz.sheets import CellPlace

WRITTEN_ANEW: Final = FindingKind("written-anew", "Файл данных записан заново, без прежних примечаний")

#: Suffixes of tables that can be changed.
_TABLES: Final = (".xlsx", ".csv")
#: Contents of files by their names, from the folder of the data file.
Contents: TypeAlias = dict[str, bytes]

_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")


@frozen(kw_only=True)
class Revision:
    """A data file made out of another (новый файл данных).

    Attributes:
        files: What was written: the data file, then the tables beside it.
        findings: What a person should know about the files.
    """

    files: tuple[pathlib.Path, ...]
    findings: tuple[Finding, ...] = ()


def revise(
    draft: FileDraft, source: pathlib.Path, edits: Iterable[FieldChange], order: Order, target: pathlib.Path
) -> Revision:
    """Write the data file of a changed order; comments, order of keys and layout are those of the old one.

    Rows in a workbook or a csv beside the data are changed in a copy of it, which the new file names.

    Args:
        draft: The old order with the places of its fields.
        source: The old data file.
        edits: The changes that make ``order`` of the old one.
        order: The changed order.
        target: The new data file; it must not be there yet.

    Raises:
        OutputError: ``target``, or a table it would need, is there already or cannot be written.
    """
    work = _Work(draft=draft, source=source, edits=tuple(edits), target=target)
    edited = work.edited(order)
    files = _write(edited or work.anew(order), target.parent)
    message = "файл записан заново: примечания и расположение строк прежнего файла не сохранились"
    return Revision(files=files, findings=() if edited else (WRITTEN_ANEW.finding(message),))


@frozen(kw_only=True)
class _Work:
    draft: FileDraft
    source: pathlib.Path
    edits: Sequence[FieldChange]
    target: pathlib.Path

    def edited(self, order: Order) -> Contents | None:
        """The new files edited out of the old ones; None when they would not read as the order."""
        text = read_text(self.source, str(self.source))
        source_map = SourceMap.of(self._source(text))
        tables = {name: self.source.parent / name for name in self._tables()}
        try:
            contents = self._edited(source_map, tables)
            unchanged = {name: read_table(path) for name, path in tables.items() if name not in contents}
            return contents if self._reads_as(unchanged | contents) == order else None
        except (UneditableError, LookupError, DataError):  # a place is not where it was thought to be
            return None

    def _tables(self) -> list[str]:
        """The names of the tables that the old file took rows from."""
        places = (place.file for place in self.draft.places.values() if place.cell)
        return list(dict.fromkeys(name for name in places if name.lower().endswith(_TABLES)))

    def _edited(self, source_map: SourceMap, tables: Mapping[str, pathlib.Path]) -> Contents:
        beside: dict[str, list[CellEdit]] = {name: [] for name in tables}
        inside: list[FieldChange] = []
        for edit in self.edits:
            place = self.draft.place(year_path(edit.path) or edit.path)
            if place.file in beside:
                beside[place.file].append(CellEdit(_cell(place), edit))
            else:
                inside.append(edit)
        changed = {name: _new_name(name, self.target) for name, edits in beside.items() if edits}
        text_edits = (*find_text_edits(source_map, inside, self.draft), *find_renamed(source_map, changed))
        contents = {self.target.name: apply(text_edits, source_map.source.text).encode()}
        contents |= {new: edit_table(tables[name], beside[name]) for name, new in changed.items()}
        if self.target.parent.resolve() != self.source.parent.resolve():
            contents |= {name: read_table(path) for name, path in tables.items() if name not in changed}
        return contents

    def _reads_as(self, contents: Contents) -> Order:
        """The order that files would be read as."""
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for file, content in contents.items():
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).write_bytes(content)
            faults = Faults()
            node = parse(self._source(contents[self.target.name].decode()), faults)
            tables = FileTables(faults=faults, folder=folder)
            return make_draft(node, Place(), tables, OfficeProfile()).order

    def anew(self, order: Order) -> Contents:
        """The order as a file of its own."""
        data = to_dict(order)
        text = to_json(data) if self._dialect is Dialect.JSON else to_yaml(data)
        return {self.target.name: text.encode()}

    @property
    def _dialect(self) -> Dialect:
        return Dialect.JSON if self.target.suffix.lower() == ".json" else Dialect.YAML

    def _source(self, text: str) -> Source:
        return Source(name=str(self.source), text=text, dialect=self._dialect)


def _cell(place: Place) -> CellPlace:
    """The cell of a place in a table.

    Raises:
        UneditableError: It is a whole row or sheet.
    """
    if place.cell is None or not place.cell.column:
        raise UneditableError
    return place.cell


def _new_name(name: str, target: pathlib.Path) -> str:
    """A name for a changed copy of a table that does not stand in the way of the old one."""
    year = _YEAR.search(target.stem)
    path = pathlib.PurePath(name)
    if year and _YEAR.search(path.stem):
        return str(path.with_stem(_YEAR.sub(year[0], path.stem)))
    return str(path.with_stem(f"{path.stem}-{year[0] if year else target.stem}"))


def _write(contents: Contents, folder: pathlib.Path) -> tuple[pathlib.Path, ...]:
    from prikaz.opc.atomic_write import refuse_taken, write_new  # noqa: PLC0415 (reading needs none of it)

    paths = {folder / name: content for name, content in contents.items()}
    for path in paths:
        if path.exists():
            raise refuse_taken(path)
    for path, content in paths.items():
        write_new(path, content)
    return tuple(paths)

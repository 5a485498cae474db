"""A data file of the changed order out of the data file of the old one, and the tables beside it.

What was edited is read again and compared with the order that was wanted; only
then is it written. Where the text of the old file cannot be edited, the new one
is written from the order itself, and that is told.
"""

from __future__ import annotations

import pathlib
import re
import tempfile
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from prikaz.errors import DataError, OutputError
from prikaz.files.draft import Draft, make_draft
from prikaz.files.edits import Edit, UneditableError, edit_text, year_path
from prikaz.files.emit import to_json, to_yaml
from prikaz.files.encodings import read_text
from prikaz.files.faults import Faults
from prikaz.files.layout import Layout
from prikaz.files.nodes import Place
from prikaz.files.source import Dialect, Source
from prikaz.files.syntax import parse
from prikaz.files.table_edits import CellEdit, edit_table
from prikaz.files.tables import FileTables
from prikaz.files.unstructure import fields_of
from prikaz.findings import Finding, Severity
from prikaz.model import OfficeRules, Order

_TABLE: Final = re.compile(r"(?P<file>[^\n{}]+\.(?:xlsx|csv))(?P<sheet>#[^\n]+)?", re.IGNORECASE)
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
    draft: Draft, source: pathlib.Path, edits: Iterable[Edit], order: Order, target: pathlib.Path
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
    contents = work.edited(order)
    if contents is None:
        return Revision(files=_write({target: work.anew(order)}), findings=(_WRITTEN_ANEW,))
    return Revision(files=_write(contents))


_WRITTEN_ANEW: Final = Finding(
    code="written-anew",
    severity=Severity.WARNING,
    message="файл записан заново: примечания и расположение строк прежнего файла не сохранились",
)


@frozen(kw_only=True)
class _Work:
    draft: Draft
    source: pathlib.Path
    edits: Sequence[Edit]
    target: pathlib.Path

    def edited(self, order: Order) -> dict[pathlib.Path, bytes] | None:
        """The new files edited out of the old ones; None when they would not read as the order."""
        try:
            contents = self.contents()
            return contents if self.reads_as(contents) == order else None
        except (UneditableError, KeyError, DataError):  # a place is not where it was thought to be
            return None

    def contents(self) -> dict[pathlib.Path, bytes]:
        """The new files by their paths, the data file first."""
        text = read_text(self.source, str(self.source))
        layout = Layout.of(self._source(text))
        tables = {name: self.source.parent / name for name in _tables(layout)}
        inside = [edit for edit in self.edits if self._place(edit).file == str(self.source)]
        beside: dict[str, list[CellEdit]] = {}
        for edit in self.edits:
            place = self._place(edit)
            if place.file in tables:
                beside.setdefault(place.file, []).append(CellEdit(place, edit))
        names = {name: _new_name(name, self.target) for name in beside}
        made = _rename(edit_text(layout, inside, self.draft), names)
        files = {self.target: made.encode()}
        for name, path in tables.items():
            if name in beside:
                files[self.target.parent / names[name]] = edit_table(path, beside[name])
            elif self.target.parent.resolve() != self.source.parent.resolve():
                files[self.target.parent / name] = path.read_bytes()
        return files

    def reads_as(self, contents: dict[pathlib.Path, bytes]) -> Order:
        """The order that the new files would be read as."""
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for path, content in contents.items():
                (folder / path.name).write_bytes(content)
            for table in self.source.parent.glob("*.*"):
                if table.suffix.lower() in {".csv", ".xlsx"} and not (folder / table.name).exists():
                    (folder / table.name).write_bytes(table.read_bytes())
            faults = Faults()
            node = parse(self._source(contents[self.target].decode()), faults)
            tables = FileTables(faults=faults, folder=folder)
            return make_draft(node, Place(), tables, OfficeRules()).order

    def anew(self, order: Order) -> bytes:
        """The order as a file of its own."""
        data = fields_of(order)
        return (to_json(data) if self._dialect is Dialect.JSON else to_yaml(data)).encode()

    @property
    def _dialect(self) -> Dialect:
        return Dialect.JSON if self.target.suffix.lower() == ".json" else Dialect.YAML

    def _source(self, text: str) -> Source:
        return Source(name=str(self.source), text=text, dialect=self._dialect)

    def _place(self, edit: Edit) -> Place:
        return self.draft.place(year_path(edit.path) or edit.path)


def _tables(layout: Layout) -> list[str]:
    """The names of the tables that a data file takes rows from."""
    matches = (_TABLE.fullmatch(spot.node.value.strip()) for spot in layout.scalars.values())
    return list(dict.fromkeys(match["file"] for match in matches if match))


def _rename(text: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        text = text.replace(old, new)
    return text


def _new_name(name: str, target: pathlib.Path) -> str:
    """A name for a changed copy of a table that does not stand in the way of the old one."""
    year = _YEAR.search(target.stem)
    path = pathlib.PurePath(name)
    if year and _YEAR.search(path.stem):
        return str(path.with_stem(_YEAR.sub(year[0], path.stem)))
    return str(path.with_stem(f"{path.stem}-{year[0] if year else target.stem}"))


def _write(contents: dict[pathlib.Path, bytes]) -> tuple[pathlib.Path, ...]:
    from prikaz.docx.output import write_file  # noqa: PLC0415 (reading needs none of it)

    for path in contents:
        if path.exists():
            raise OutputError(f"файл «{path}» уже есть; назовите другой, чтобы его не потерять")
    for path, content in contents.items():
        write_file(path, content, overwrite=True)
    return tuple(contents)

"""A data file of the changed order out of the data file of the old one, and the tables beside it.

What was edited is read again and compared with the order that was wanted; only
then is it written. Where the text of the old file cannot be edited, the new one
is written from the order itself, and a finding says so.
"""

from __future__ import annotations

import pathlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from prikaz.encodings import read_text
from prikaz.errors import DataError, OutputError
from prikaz.files.loading.draft import FileDraft, make_draft
from prikaz.files.loading.tables import FileTables
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import Place
from prikaz.files.nodes.source import Dialect, Source
from prikaz.files.syntax.parsing import parse
from prikaz.files.syntax.source_map import SourceMap
from prikaz.files.writing.comments import with_comments, without_comments
from prikaz.files.writing.edits import (
    UneditableError,
    apply,
    find_renamed,
    find_text_edits,
    year_path,
)
from prikaz.files.writing.emit import is_beside, to_json, to_yaml
from prikaz.files.writing.table_edits import CellEdit, edit_table, read_table
from prikaz.files.writing.unstructure import to_dict
from prikaz.findings import Finding, FindingKind, Path
from prikaz.model import OfficeProfile, Order
from prikaz.model.contents import images
from prikaz.model.drafts import FieldChange, OpenQuestion
from prikaz.sheets import CellPlace

WRITTEN_ANEW: Final = FindingKind("written-anew", "Файл данных записан заново, без прежних примечаний")

#: Suffixes of tables that can be changed.
_TABLES: Final = (".xlsx", ".csv")
#: Contents of files by their names, from the folder of the data file.
Contents: TypeAlias = dict[str, bytes]

_TAKEN: Final = "назовите новый иначе: -o, или разрешите замену: --overwrite"
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


def revise(  # noqa: PLR0913 (what is made of what, and how)
    draft: FileDraft,
    source: pathlib.Path,
    edits: Iterable[FieldChange],
    order: Order,
    target: pathlib.Path,
    *,
    questions: Iterable[OpenQuestion] = (),
    overwrite: bool = False,
) -> Revision:
    """Write the data file of a changed order; comments, order of keys and layout are those of the old one.

    Rows in a workbook or a csv beside the data are changed in a copy of it, which the new file names.

    Args:
        draft: The old order with the places of its fields.
        source: The old data file.
        edits: The changes that make ``order`` of the old one.
        order: The changed order.
        target: The new data file.
        questions: What a person must decide: in YAML a comment stands above the field of each. Comments of
            earlier questions go.
        overwrite: Replace files that are there; the old data file and its tables never are.

    Raises:
        OutputError: ``target``, or a table it would need, is there already and ``overwrite`` is not asked
            for, or it cannot be written; before anything is.
    """
    plan = plan_revision(draft, source, edits, order, target, questions=questions)
    return Revision(files=plan.write(overwrite=overwrite), findings=plan.findings)


@frozen(kw_only=True)
class RevisionPlan:
    """The files of a revision before they are written.

    Attributes:
        contents: What will be written, by its place: the data file, then the tables beside it.
        inputs: What it is made of; it is never written over.
        findings: What a person should know about the files.
    """

    contents: Mapping[pathlib.Path, bytes]
    inputs: tuple[pathlib.Path, ...]
    findings: tuple[Finding, ...] = ()

    def is_untouched(self) -> bool:
        """Whether what is there of the files is as it would be written, comments of questions aside."""
        return all(
            _bare(path, path.read_bytes()) == _bare(path, content)
            for path, content in self.contents.items()
            if path.is_file()
        )

    def write(
        self, *, overwrite: bool = False, replaceable: Collection[pathlib.Path] = ()
    ) -> tuple[pathlib.Path, ...]:
        """Write the files, or none of them.

        Args:
            overwrite: Replace files that are there.
            replaceable: Files that may be replaced in any case.

        Raises:
            OutputError: One of them is there already and may not be replaced, or cannot be written.
        """
        from prikaz.opc.atomic_write import refuse_place, write_file  # noqa: PLC0415 (reading needs none of it)

        sources = {path.resolve() for path in self.inputs}
        for path in self.contents:
            if path.resolve() in sources:
                message = f"файл «{path}» – то, из чего делается новый"
                raise OutputError(message, "назовите новый иначе: -o", str(path))
            refuse_place(path, overwrite=overwrite or path in replaceable, hint=_TAKEN)
        for path, content in self.contents.items():
            write_file(path, content, overwrite=True)
        return tuple(self.contents)


def _bare(path: pathlib.Path, content: bytes) -> bytes:
    """The content of a new file without our comments."""
    if path.suffix.lower() in {*_TABLES, ".json"}:
        return content
    try:
        return without_comments(Source(name=str(path), text=content.decode())).encode()
    except (UnicodeDecodeError, DataError):
        return content


def plan_revision(  # noqa: PLR0913 (what is made of what)
    draft: FileDraft,
    source: pathlib.Path,
    edits: Iterable[FieldChange],
    order: Order,
    target: pathlib.Path,
    *,
    questions: Iterable[OpenQuestion] = (),
) -> RevisionPlan:
    """What :func:`revise` would write; nothing is written."""
    work = _Work(draft=draft, source=source, edits=tuple(edits), target=target)
    edited = work.edited(order)
    contents = edited or work.anew(order)
    text = work.with_questions(contents[target.name].decode(), tuple(questions), edited or {}, order)
    contents |= {target.name: text.encode()}
    message = "файл записан заново: примечания и расположение строк прежнего файла не сохранились"
    return RevisionPlan(
        contents={target.parent / name: content for name, content in contents.items()},
        inputs=(source, *(source.parent / name for name in work.tables)),
        findings=() if edited else (WRITTEN_ANEW.finding(message),),
    )


@frozen(kw_only=True)
class _Work:
    draft: FileDraft
    source: pathlib.Path
    edits: Sequence[FieldChange]
    target: pathlib.Path

    @property
    def tables(self) -> list[str]:
        """The names of the tables that the old file took rows from."""
        places = (place.file for place in self.draft.places.values() if place.cell)
        return list(dict.fromkeys(name for name in places if name.lower().endswith(_TABLES)))

    def edited(self, order: Order) -> Contents | None:
        """The new files edited out of the old ones; None when they would not read as the order."""
        text = read_text(self.source, str(self.source))
        source_map = SourceMap.of(self._source(text))
        tables = {name: self.source.parent / name for name in self.tables}
        try:
            contents = self._edited(source_map, tables)
            return (
                contents if self._read(contents[self.target.name].decode(), contents).order == order else None
            )
        except (UneditableError, LookupError, DataError):  # a place is not where it was thought to be
            return None

    def _edited(self, source_map: SourceMap, tables: Mapping[str, pathlib.Path]) -> Contents:
        beside: dict[str, list[CellEdit]] = {name: [] for name in tables}
        inside: list[FieldChange] = []
        for edit in self.edits:
            place = self.draft.place(_place_path(edit))
            if place.file in beside:
                beside[place.file].append(CellEdit(_cell(place), edit))
            else:
                inside.append(edit)
        changed = {name: _new_name(name, self.target) for name, edits in beside.items() if edits}
        text_edits = (*find_text_edits(source_map, inside, self.draft), *find_renamed(source_map, changed))
        text = without_comments(self._source(apply(text_edits, source_map.source.text)))
        contents = {self.target.name: text.encode()}
        contents |= {new: edit_table(tables[name], beside[name]) for name, new in changed.items()}
        if self.target.parent.resolve() != self.source.parent.resolve():
            copied = {name: read_table(path) for name, path in tables.items() if name not in changed}
            copied |= self._pictures()
            if any(len(pathlib.PurePath(name).parts) > 1 for name in copied):
                raise UneditableError  # a folder beside the old file is not made anew
            contents |= {name: content for name, content in copied.items() if not self._has(name, content)}
        return contents

    def _pictures(self) -> Contents:
        """The files of pictures that the new folder does not have.

        Raises:
            OutputError: It has another picture of the same name, which is never replaced.
        """
        named = (image for image in images(self.draft.order) if image.name)
        new = {image.name: image.data for image in named if not is_beside(image, self.target.parent)}
        for name in new:
            if (self.target.parent / name).exists():
                hint = "переименуйте тот или этот рисунок"
                raise OutputError(f"рисунок «{name}» рядом с новым файлом уже есть, и он другой", hint, name)
        return new

    def _has(self, name: str, content: bytes) -> bool:
        """Whether the new folder has the same table already."""
        path = self.target.parent / name
        return path.is_file() and path.read_bytes() == content

    def with_questions(
        self, text: str, questions: Sequence[OpenQuestion], contents: Mapping[str, bytes], order: Order
    ) -> str:
        """The text of the new data file with open questions as comments, where it can have any."""
        if self._dialect is not Dialect.YAML or not questions:
            return text
        try:
            commented = with_comments(self._source(text), self._read(text, contents), questions)
            return commented if self._read(commented, contents).order == order else text
        except DataError:
            return text

    def _read(self, text: str, contents: Mapping[str, bytes]) -> FileDraft:
        """The draft of a text, with new tables beside it, and the old ones where there are no new.

        Raises:
            DataError: It cannot become an order.
        """
        faults = Faults()
        old = {name: read_table(self.source.parent / name) for name in self.tables if name not in contents}
        node = parse(self._source(text), faults)
        return make_draft(
            node,
            Place(),
            FileTables(faults=faults, folder=old | dict(contents), pictures=self.source.parent),
            OfficeProfile(),
        )

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


def _place_path(edit: FieldChange) -> Path:
    """Where a change is made: a value by year that leaves or comes, among the values of its row."""
    year = year_path(edit.path)
    if year is None or (edit.was and edit.became):
        return edit.path
    return year if edit.was else year[:-1]


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

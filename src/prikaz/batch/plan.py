"""A batch that is ready to run (замысел пакета): everything that can be refused is refused here."""

from __future__ import annotations

import enum
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import field, frozen

from prikaz import files
from prikaz.batch.fill import check_columns, duplicate_rows, known_columns, required, requisites_of
from prikaz.batch.manifest import digest
from prikaz.batch.names import DEFAULT, file_names
from prikaz.batch.outcomes import BatchError, Fault, fault
from prikaz.batch.rows import DataRow, DataTable, read_table
from prikaz.docx import Template
from prikaz.findings import Finding, FindingKind, Severity, print_path
from prikaz.language.words.spelling import fold
from prikaz.model import OfficeProfile, Order
from prikaz.model.drafts import Draft, SourceNote
from prikaz.model.resolution.references import FIELD_UNFILLED
from prikaz.service.documents import questions_left
from prikaz.service.notes import entries_of_notes
from prikaz.service.opening import is_word, open_draft
from prikaz.service.saving import refuse_inputs
from prikaz.version import __version__
from prikaz.writer import template_for

FIELDS_ABSENT: Final = FindingKind(
    "fields-absent", "В файле Word нет полей, которые заполнила бы таблица", Severity.ERROR
)

#: Characters of the words of a file that are told.
_LONGEST_WORDS: Final = 120


@frozen(kw_only=True)
class BatchInputs:
    """What all documents of a batch are made of (общее для пакета); it travels to the workers.

    Attributes:
        order: The order with its unfilled fields.
        profile: Office profile.
        template: A template of the user's own, the name of a built-in one, or None.
        folder: Where documents are put.
        needed: What every row must fill, though the order has a value of its own.
        data: Digest of the order, the profile, what is needed and the version of prikaz.
        digest: Digest of the template.
    """

    order: Order
    profile: OfficeProfile
    template: Template | str | None
    folder: Path
    needed: tuple[str, ...]
    data: str
    digest: str

    def digest_for(self, row: DataRow) -> str:
        """Digest of all that the document of a row is made of, but the template."""
        return digest(json.dumps([self.data, row.values], ensure_ascii=False).encode())


@frozen(kw_only=True)
class DocumentJob:
    """One document to make: its row, its file (задание)."""

    row: DataRow
    file: str


@frozen(kw_only=True)
class Plan:
    """A batch, looked through and ready to run.

    Attributes:
        inputs: What all documents have in common.
        jobs: What to make, in the order of the rows.
        warnings: What a person should know before: doubts about the order, columns that nothing prints, rows
            that are the same.
    """

    inputs: BatchInputs
    jobs: tuple[DocumentJob, ...] = field(repr=False)
    warnings: tuple[Fault, ...] = ()


def make_plan(  # noqa: PLR0913 (each is a choice of the user)
    order: str | os.PathLike[str],
    rows: str | os.PathLike[str],
    into: str | os.PathLike[str],
    *,
    name: str = DEFAULT,
    template: str | os.PathLike[str] | None = None,
    profile: str | None = None,
) -> Plan:
    """Read an order and a table, and look through everything before anything is made.

    Args:
        order: File of the order, as :func:`prikaz.open` takes it; fields without a value are filled from the
            columns of their names.
        rows: Table of Excel, its sheet after «#» ("школы.xlsx#Лист2"), csv, or a list of mappings in YAML.
        into: Folder for the documents; made by :func:`run` if absent.
        name: Name of a document without its suffix, with columns in braces: "{номер}-{школа}".
        template: Path of a .docx, or the name of a built-in template.
        profile: As :func:`prikaz.files.open` takes them.

    Raises:
        BatchError: The text of the order refers to nothing, so that no row could be printed; the table does
            not fill the order; names of files collide or cannot be.
        DataError: The order cannot be read.
        PackageError: The Word file of the order cannot be read.
        OutputError: A document would stand in the place of what it is made of.
        TemplateError: The template is not what is needed.
    """
    draft = open_draft(order, profile)
    told = (*draft.findings, *questions_left(draft))
    found = [finding for finding in told if finding.code != FIELD_UNFILLED.code]
    wrong = [_fault(finding, draft) for finding in found if finding.severity is Severity.ERROR]
    if wrong:
        raise BatchError(wrong)
    table = read_table(rows, known_columns(draft.order))
    if is_word(order):
        _refuse_without_fields(draft, table)
    unused = check_columns(draft.order, table)
    names = file_names(name, table.rows, requisites_of(draft.order, table))
    _refuse_over_inputs([Path(into, file) for file in names], [order, rows, template])
    jobs = tuple(DocumentJob(row=row, file=file) for row, file in zip(table.rows, names, strict=True))
    return Plan(
        inputs=_inputs(draft.order, draft.profile, template, Path(into), required(draft.order, table)),
        jobs=jobs,
        warnings=(
            *map(_fault_of_note, draft.notes),
            *(_fault(finding, draft) for finding in found),
            *(attrs.evolve(doubt, severity=Severity.WARNING) for doubt in table.doubts),
            *unused,
            *duplicate_rows(table),
        ),
    )


def _refuse_without_fields(draft: Draft, table: DataTable) -> None:
    """Refuse a Word file that a table has nothing to fill in: all documents would be the same.

    Raises:
        BatchError: No column is a requisite, and a Word file has no fields.
    """
    known = known_columns(draft.order)
    if any(fold(column) in known for column in table.columns):
        return
    name = draft.place(()).file
    message = (
        f"в «{name}» нет полей, которые заполнила бы таблица, и графы не названы как реквизиты "
        f"({', '.join(known.values())}): все документы вышли бы одинаковы"
    )
    hint = (
        "сделайте из него файл данных: prikaz read; какие поля в нём завести, подскажет "
        "prikaz batch … --fields; потом впишите в тексте {школа} вместо слов"
    )
    raise BatchError([fault(FIELDS_ABSENT, message, hint)])


def _refuse_over_inputs(made: Iterable[Path], inputs: Iterable[str | os.PathLike[str] | None]) -> None:
    """Refuse documents that would stand in the place of what they are made of.

    Raises:
        OutputError: One would.
    """
    sources = [Path(path) for path in inputs if path is not None]
    for path in made:
        refuse_inputs(path, sources, "пакет", "возьмите другую папку: -o, или другие имена: --name")


def _fault_of_note(note: SourceNote) -> Fault:
    """What of a Word file was not understood, and is in no document of the batch."""
    (entry,) = entries_of_notes([note], _LONGEST_WORDS)
    severity = Severity(entry.severity)
    place = str(note.place)
    return Fault(
        code=entry.code,
        severity=severity,
        place=place,
        path=entry.path,
        message=entry.message,
        hint=entry.hint,
    )


def _fault(finding: Finding, draft: Draft) -> Fault:
    """A finding of the order with its place in the file."""
    place = draft.place(finding.path)
    return Fault(
        code=finding.code,
        severity=finding.severity,
        place=str(place) if place.inside else "",
        file="" if place.inside else place.file,
        line=place.line,
        path=print_path(finding.path),
        message=finding.message,
        hint=finding.hint,
    )


def _inputs(
    order: Order,
    profile: OfficeProfile,
    template: str | os.PathLike[str] | None,
    folder: Path,
    needed: tuple[str, ...],
) -> BatchInputs:
    chosen = template_for(template, order, profile)
    facts = [__version__, files.to_dict(order), attrs.asdict(profile, filter=_is_given), needed]
    is_own = template is not None and os.fspath(template).lower().endswith(".docx")
    return BatchInputs(
        order=order,
        profile=profile,
        template=chosen if is_own else None if template is None else os.fspath(template),
        folder=folder,
        needed=needed,
        data=digest(json.dumps(facts, ensure_ascii=False, default=_plain).encode()),
        digest=chosen.digest,
    )


def _is_given(attribute: attrs.Attribute[Any], _: object) -> bool:
    """Whether a field was given and not computed from others."""
    return attribute.init


def _plain(value: object) -> object:
    """Values of a profile that JSON does not know: a set in one order, a value of a list by its word."""
    if isinstance(value, frozenset):
        return sorted(value)
    return value.value if isinstance(value, enum.Enum) else str(value)

"""Making the documents of a batch: rows travel to processes, documents go straight to the folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import TemporaryFile
from threading import Thread
from typing import Final

import attrs

from prikaz.batch.fill import fill
from prikaz.batch.manifest import (
    JOURNAL,
    MANIFEST,
    DocumentState,
    Journal,
    ManifestRecord,
    digest,
    digest_of,
    read_records,
    write_manifest,
)
from prikaz.batch.many import bundles, in_order
from prikaz.batch.outcomes import BatchError, Failed, Fault, Outcome, Saved, UpToDate, fault
from prikaz.batch.plan import BatchInputs, DocumentJob, Plan
from prikaz.docx import Result
from prikaz.errors import EditedFileError, OutputError, PrikazError, TemplateError, TemplateFault, reason
from prikaz.findings import FaultyOrderError, Finding, FindingKind, Severity, print_path
from prikaz.language.words.spelling import fold
from prikaz.model.resolution.declension import FORM_DOUBTFUL, FORM_NEEDS_SEX, FORM_OBLIQUE, FORM_UNKNOWN
from prikaz.model.resolution.references import VALUE_DOUBTFUL
from prikaz.service.entries import FILE_EDITED, entries_of_error
from prikaz.service.rendering import render

FOLDER_TAKEN: Final = FindingKind("batch-folder-taken", "В папке уже лежит пакет", Severity.ERROR)
WORKER_KILLED: Final = FindingKind("batch-worker-killed", "Рабочий процесс прерван", Severity.ERROR)
PLACE_TAKEN: Final = FindingKind("document-place-taken", "На месте документа папка", Severity.ERROR)

_BUNDLE: Final = 8
#: Documents of one process that wait for the disk at once; most of a wait is the wait for its answer.
_WRITERS: Final = 4
#: Files that a process left half written when it was killed.
_LEFTOVER: Final = re.compile(r"\.prikaz-[0-9a-f]{16}")
_DICTIONARY: Final = "задайте формы в словаре органа (prikaz.toml)"
#: What to do by the code of a finding whose own advice is for a data file: a cell has no sex and no forms.
_HINTS: Final[Mapping[str, str]] = {
    FORM_NEEDS_SEX.code: "впишите имя и отчество целиком",
    FORM_OBLIQUE.code: "запишите именительный падеж: кто? что?",
    FORM_UNKNOWN.code: _DICTIONARY,
    FORM_DOUBTFUL.code: "проверьте её в документе; верные формы хранит словарь органа",
    VALUE_DOUBTFUL.code: "исправьте ячейку, если понято неверно",
}


def run(plan: Plan, *, processes: int = 1, resume: bool = False) -> Iterator[Outcome]:
    """Make the documents of a batch, lazily, in the order of the rows.

    A document appears in its folder whole or not at all. When the last outcome
    is taken, the manifest stands in the folder.

    Args:
        plan: What to make.
        processes: Processes to share the work; 1 is this process.
        resume: Go on where a batch was broken off: what is there, whole and of the same data and template,
            stays. The folder then holds what a clean run gives, byte for byte.

    Raises:
        BatchError: The folder holds a batch already and ``resume`` is not asked for; a worker was killed.
        OutputError: The folder cannot be written.
    """
    folder = plan.inputs.folder
    previous = _prepared(folder, resume=resume)
    current = {job.file: record for job in plan.jobs if (record := _current(job, plan.inputs, previous))}
    left = [job for job in plan.jobs if job.file not in current]
    records = [
        attrs.evolve(previous[file], state=DocumentState.WITHOUT_ROW) for file in files_without_row(plan)
    ]
    outcomes = _merged(plan.jobs, current, _outcomes(plan.inputs, left, processes))
    with Journal(folder) as journal:
        for job, outcome in zip(plan.jobs, outcomes, strict=True):
            records.append(_record(job, outcome, plan.inputs, previous))
            journal.add(records[-1])
            yield outcome
    write_manifest(folder, records)


def is_template_changed(plan: Plan) -> bool:
    """Whether documents that are there were made by another template."""
    records = read_records(plan.inputs.folder)
    found = (records.get(job.file) for job in plan.jobs)
    return any(record.template != plan.inputs.digest for record in found if record)


def files_without_row(plan: Plan) -> tuple[str, ...]:
    """Documents of an earlier run that no row asks for now; they are left alone."""
    wanted = {job.file for job in plan.jobs}
    folder = plan.inputs.folder
    return tuple(file for file in read_records(folder) if file not in wanted and (folder / file).exists())


def _prepared(folder: Path, *, resume: bool) -> Mapping[str, ManifestRecord]:
    """The folder, made and tidied; the records of what is in it already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass  # a folder that lets itself be written
        if not resume and any((folder / name).exists() for name in (MANIFEST, JOURNAL)):
            hint = "продолжите его (--resume) или возьмите пустую папку"
            raise BatchError([fault(FOLDER_TAKEN, f"в папке «{folder}» уже лежит пакет", hint)])
        for leftover in folder.iterdir():
            if _LEFTOVER.fullmatch(leftover.name):
                leftover.unlink()
    except OSError as error:
        message = f"в папку «{folder}» писать нельзя: {reason(error)}"
        raise OutputError(message, "проверьте права или укажите другую: -o", str(folder)) from error
    return read_records(folder)


def _current(
    job: DocumentJob, inputs: BatchInputs, previous: Mapping[str, ManifestRecord]
) -> ManifestRecord | None:
    """The record of a document that need not be made again."""
    record = previous.get(job.file)
    if record is None or record.template != inputs.digest or record.data != inputs.digest_for(job.row):
        return None
    if record.row != job.row.number or digest_of(inputs.folder / job.file) != record.sha256:
        return None
    return attrs.evolve(record, state=DocumentState.MADE)


def _record(
    job: DocumentJob, outcome: Outcome, inputs: BatchInputs, previous: Mapping[str, ManifestRecord]
) -> ManifestRecord:
    """The record of a row; of one that failed, that of its document of an earlier run, if there was one."""
    if not isinstance(outcome, Failed):
        return outcome.record
    blank = ManifestRecord(
        file=job.file,
        sha256="",
        row=job.row.number,
        data=inputs.digest_for(job.row),
        template=inputs.digest,
    )
    return attrs.evolve(previous.get(job.file, blank), row=job.row.number, state=DocumentState.FAILED)


def _merged(
    jobs: Iterable[DocumentJob], current: Mapping[str, ManifestRecord], made: Iterator[Outcome]
) -> Iterator[Outcome]:
    for job in jobs:
        yield UpToDate(record=current[job.file]) if job.file in current else next(made)


def _outcomes(inputs: BatchInputs, jobs: list[DocumentJob], processes: int) -> Iterator[Outcome]:
    work = partial(_make_bundle, inputs)
    parts = bundles(jobs, _BUNDLE)
    if processes <= 1 or len(jobs) <= _BUNDLE:
        yield from (outcome for part in parts for outcome in work(part))
        return
    try:
        with ProcessPoolExecutor(processes, initializer=_follow_parent) as executor:
            yield from _spread(executor, work, parts)
    except BrokenProcessPool as error:
        broken = fault(WORKER_KILLED, "рабочий процесс прерван", "готовое цело; продолжите: --resume")
        raise BatchError([broken]) from error


def _follow_parent() -> None:
    """Have a worker end with the batch, even a killed one: else it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _spread(
    executor: Executor,
    work: partial[list[Outcome]],
    parts: Iterable[tuple[DocumentJob, ...]],
) -> Iterator[Outcome]:
    for outcomes in in_order(work, parts, executor):
        yield from outcomes


def _make_bundle(inputs: BatchInputs, jobs: tuple[DocumentJob, ...]) -> list[Outcome]:
    """Make some documents: while one waits for the disk, the next is rendered.

    Raises:
        OutputError: The folder itself cannot be written.
    """
    with ThreadPoolExecutor(_WRITERS) as disk:
        saving = [disk.submit(_save, inputs, job, _render(inputs, job)) for job in jobs]
        return [future.result() for future in saving]


def _render(inputs: BatchInputs, job: DocumentJob) -> Result | Failed:
    """The document of a row; whatever is wrong with the row is returned and not raised."""
    try:
        return render(fill(inputs.order, job.row, inputs.needed), inputs.template, inputs.profile)
    except BatchError as error:
        return Failed(number=job.row.number, faults=error.faults)
    except FaultyOrderError as error:
        return _failed(job, (_of_finding(job, finding) for finding in error.findings))
    except TemplateError as error:
        return _failed(job, (_of_template(job, error.template, item) for item in error.faults))
    except PrikazError as error:
        return _failed(job, _of_error(job, error))


def _save(inputs: BatchInputs, job: DocumentJob, result: Result | Failed) -> Outcome:
    """Put a document in its place; what stands there and is not ours is reported and not raised."""
    if isinstance(result, Failed):
        return result
    path = inputs.folder / job.file
    try:
        result.save(path)
    except OutputError as error:
        if not path.exists():
            raise
        return _failed(job, _in_the_way(path, job, error))
    record = ManifestRecord(
        file=job.file,
        sha256=digest(result.to_bytes()),
        row=job.row.number,
        data=inputs.digest_for(job.row),
        template=inputs.digest,
    )
    warnings = (_of_finding(job, finding) for finding in result.findings)
    return Saved(record=record, warnings=tuple(dict.fromkeys(warnings)))


def _failed(job: DocumentJob, faults: Iterable[Fault]) -> Failed:
    return Failed(number=job.row.number, faults=tuple(dict.fromkeys(faults)))


# Faults of a row ----------------------------------------------------------------------------------------


def _in_the_way(path: Path, job: DocumentJob, error: OutputError) -> Iterator[Fault]:
    """What stands where a document is to be, and has been left alone."""
    if path.is_dir():
        message, hint = f"«{path}» – это папка", "переименуйте её или задайте другие имена: --name"
        yield fault(PLACE_TAKEN, message, hint, place=job.row.place)
    elif isinstance(error, EditedFileError):
        message = f"«{path}» изменён после создания или создан не программой и оставлен как есть"
        hint = "переименуйте или уберите его, затем --resume"
        yield fault(FILE_EDITED, message, hint, place=job.row.place)
    else:
        yield from _of_error(job, error)


def _of_error(job: DocumentJob, error: PrikazError) -> Iterator[Fault]:
    for entry in entries_of_error(error):
        yield Fault(code=entry.code, place=job.row.place, message=entry.message, hint=entry.hint)


def _of_template(job: DocumentJob, template: str, item: TemplateFault) -> Fault:
    return Fault(
        code=item.code,
        place=job.row.place,
        template=template,
        part=", ".join(filter(None, (item.part, item.place))),
        tag=item.tag,
        message=item.message,
        hint=item.hint,
    )


def _of_finding(job: DocumentJob, finding: Finding) -> Fault:
    """A finding in the order of a row: in its cell if it comes from one, with what can be done there."""
    column = _column_of(job, finding)
    path = () if column else finding.path
    return Fault(
        code=finding.code,
        severity=finding.severity,
        place=job.row.place,
        column=column,
        path=print_path(path),
        message=finding.message,
        hint=_HINTS.get(finding.code, finding.hint) if column else finding.hint,
    )


def _column_of(job: DocumentJob, finding: Finding) -> str:
    """The column that gave the field of a finding; "" when the row gave none."""
    section, key, *_ = (*map(str, finding.path), "", "")
    return next(
        (column for column, _ in job.row.values if section == "поля" and fold(column) == fold(key)), ""
    )

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
from prikaz.batch.outcomes import BatchError, Failed, Fault, Made, Outcome, Reused
from prikaz.batch.plan import Plan, Recipe, Task
from prikaz.docx import Result
from prikaz.errors import OutputError, PrikazError, reason
from prikaz.findings import FaultyOrderError, Finding, print_path
from prikaz.opc.archive import is_pristine
from prikaz.service.rendering import render

_BUNDLE: Final = 8
#: Documents of one process that wait for the disk at once; most of a wait is the wait for its answer.
_WRITERS: Final = 4
#: Files that a process left half written when it was killed.
_LEFTOVER: Final = re.compile(r"\.prikaz-[0-9a-f]{16}")
#: Findings whose advice is for a data file: a cell has no sex and no forms.
_FORMS: Final = frozenset({"form-unknown", "form-doubtful"})
_DICTIONARY: Final = "задайте формы в словаре органа (prikaz.toml)"
_WHOLE_NAME: Final = "впишите имя и отчество целиком или задайте формы в словаре органа (prikaz.toml)"


def run(plan: Plan, *, jobs: int = 1, resume: bool = False) -> Iterator[Outcome]:
    """Make the documents of a batch, lazily, in the order of the rows.

    A document appears in its folder whole or not at all. When the last outcome
    is taken, the manifest stands in the folder.

    Args:
        plan: What to make.
        jobs: Processes to share the work; 1 is this process.
        resume: Go on where a batch was broken off: what is there, whole and of the same data and template,
            is kept. The folder then holds what a clean run gives, byte for byte.

    Raises:
        BatchError: The folder holds a batch already and ``resume`` is not asked for; a worker was killed.
        OutputError: The folder cannot be written.
    """
    folder = plan.recipe.folder
    before = _opened(folder, resume=resume)
    kept = {task.file: record for task in plan.tasks if (record := _whole(task, plan.recipe, before))}
    left = [task for task in plan.tasks if task.file not in kept]
    records = [attrs.evolve(before[file], state=DocumentState.STRANGER) for file in strangers(plan)]
    outcomes = _merged(plan.tasks, kept, _outcomes(plan.recipe, left, jobs))
    with Journal(folder) as journal:
        for task, outcome in zip(plan.tasks, outcomes, strict=True):
            record = _unmade(task, plan.recipe, before) if isinstance(outcome, Failed) else outcome.record
            records.append(record)
            journal.add(record)
            yield outcome
    write_manifest(folder, records)


def changed_template(plan: Plan) -> bool:
    """Whether documents that are there were made by another template."""
    records = read_records(plan.recipe.folder)
    found = (records.get(task.file) for task in plan.tasks)
    return any(record.template != plan.recipe.digest for record in found if record)


def strangers(plan: Plan) -> tuple[str, ...]:
    """Documents of an earlier run that no row asks for now; they are left alone."""
    wanted = {task.file for task in plan.tasks}
    folder = plan.recipe.folder
    return tuple(file for file in read_records(folder) if file not in wanted and (folder / file).exists())


def _opened(folder: Path, *, resume: bool) -> Mapping[str, ManifestRecord]:
    """The folder, made and tidied; the records of what is in it already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass  # a folder that lets itself be written
        if not resume and any((folder / name).exists() for name in (MANIFEST, JOURNAL)):
            hint = "продолжите его (--resume) или возьмите пустую папку"
            raise BatchError([Fault(message=f"в папке «{folder}» уже лежит пакет", hint=hint)])
        for leftover in folder.iterdir():
            if _LEFTOVER.fullmatch(leftover.name):
                leftover.unlink()
    except OSError as error:
        told = f"в папку «{folder}» писать нельзя: {reason(error)}"
        raise OutputError(f"{told}; проверьте права или укажите другую: -o") from error
    return read_records(folder)


def _whole(task: Task, recipe: Recipe, before: Mapping[str, ManifestRecord]) -> ManifestRecord | None:
    """The record of a document that need not be made again."""
    record = before.get(task.file)
    if record is None or record.template != recipe.digest or record.data != recipe.digest_for(task.row):
        return None
    if record.row != task.row.number or digest_of(recipe.folder / task.file) != record.sha256:
        return None
    return attrs.evolve(record, state=DocumentState.MADE)


def _unmade(task: Task, recipe: Recipe, before: Mapping[str, ManifestRecord]) -> ManifestRecord:
    """The record of a row that failed: that of its document of an earlier run, if there was one."""
    blank = ManifestRecord(
        file=task.file,
        sha256="",
        row=task.row.number,
        data=recipe.digest_for(task.row),
        template=recipe.digest,
    )
    return attrs.evolve(before.get(task.file, blank), row=task.row.number, state=DocumentState.FAILED)


def _merged(
    tasks: Iterable[Task], kept: Mapping[str, ManifestRecord], made: Iterator[Outcome]
) -> Iterator[Outcome]:
    for task in tasks:
        yield Reused(record=kept[task.file]) if task.file in kept else next(made)


def _outcomes(recipe: Recipe, tasks: list[Task], jobs: int) -> Iterator[Outcome]:
    work = partial(_make_bundle, recipe)
    parts = bundles(tasks, _BUNDLE)
    if jobs <= 1 or len(tasks) <= _BUNDLE:
        yield from (outcome for part in parts for outcome in work(part))
        return
    try:
        with ProcessPoolExecutor(jobs, initializer=_follow_parent) as executor:
            yield from _spread(executor, work, parts)
    except BrokenProcessPool as error:
        fault = Fault(message="рабочий процесс прерван", hint="готовое цело; продолжите: --resume")
        raise BatchError([fault]) from error


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
    parts: Iterable[tuple[Task, ...]],
) -> Iterator[Outcome]:
    for outcomes in in_order(work, parts, executor):
        yield from outcomes


def _make_bundle(recipe: Recipe, tasks: tuple[Task, ...]) -> list[Outcome]:
    """Make some documents: while one waits for the disk, the next is rendered.

    Raises:
        OutputError: The folder itself cannot be written.
    """
    with ThreadPoolExecutor(_WRITERS) as disk:
        turns = [disk.submit(_save, recipe, task, _render(recipe, task)) for task in tasks]
        return [turn.result() for turn in turns]


def _render(recipe: Recipe, task: Task) -> Result | Failed:
    """The document of a row; whatever is wrong with the row is told and not raised."""
    try:
        return render(fill(recipe.order, task.row, recipe.needed), recipe.template, recipe.profile)
    except BatchError as error:
        return Failed(number=task.row.number, faults=error.faults)
    except FaultyOrderError as error:
        return _failed(task, (_fault(task, finding) for finding in error.findings))
    except PrikazError as error:
        return _failed(task, [Fault(place=task.row.place, message=str(error))])


def _save(recipe: Recipe, task: Task, result: Result | Failed) -> Outcome:
    """Put a document in its place; what stands there and is not ours is told and not raised."""
    if isinstance(result, Failed):
        return result
    path = recipe.folder / task.file
    try:
        result.save(path)
    except OutputError as error:
        if not path.exists():
            raise
        return _failed(task, [_in_the_way(path, task, error)])
    record = ManifestRecord(
        file=task.file,
        sha256=digest(result.to_bytes()),
        row=task.row.number,
        data=recipe.digest_for(task.row),
        template=recipe.digest,
    )
    told = (_fault(task, finding) for finding in result.findings)
    return Made(record=record, told=tuple(dict.fromkeys(told)))


def _in_the_way(path: Path, task: Task, error: OutputError) -> Fault:
    """What stands where a document is to be, and has been left alone."""
    if path.is_dir():
        told, hint = f"«{path}» – это папка", "переименуйте её или задайте другие имена: --name"
    elif _is_foreign(path):
        told = f"«{path}» изменён после создания или создан не программой и оставлен как есть"
        hint = "переименуйте или уберите его, затем --resume"
    else:
        told, _, hint = str(error).partition("; ")
    return Fault(place=task.row.place, message=told, hint=hint)


def _is_foreign(path: Path) -> bool:
    """Whether somebody else has written a file last."""
    try:
        return not is_pristine(path.read_bytes())
    except OSError:
        return False


def _failed(task: Task, faults: Iterable[Fault]) -> Failed:
    return Failed(number=task.row.number, faults=tuple(dict.fromkeys(faults)))


def _fault(task: Task, finding: Finding) -> Fault:
    """A finding in the order of a row; what cannot be done in a table is not advised."""
    where = f"{print_path(finding.path)}: " if finding.path else ""
    message, hint = finding.message, finding.hint
    if finding.code in _FORMS:
        hint = _WHOLE_NAME if "`пол:" in hint else _DICTIONARY
    return Fault(place=task.row.place, message=f"{where}{message}", hint=hint)

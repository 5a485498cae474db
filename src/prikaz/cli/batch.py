"""The commands of a batch: many orders from a table, and what a batch has made beside its manifest."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from prikaz.cli.errors import IncompleteError, UsageError

if TYPE_CHECKING:
    from rich.progress import Progress

    from prikaz.batch import Failed, Plan

Item = TypeVar("Item")
#: From here on tenths of a document say nothing.
_QUICK = 10


def batch(arguments: Namespace) -> None:
    """Make a document for each row of a table."""
    from prikaz.batch import files_without_row, is_template_changed, make_plan  # noqa: PLC0415 (each loads its own)

    if arguments.fields:
        _propose(arguments)
        return
    _refuse_missing(arguments)
    folder = Path(arguments.output)
    plan = make_plan(
        arguments.order,
        arguments.rows,
        folder,
        name=arguments.name,
        template=arguments.template,
        profile=arguments.profile,
    )
    _report(plan.warnings)
    if arguments.resume:
        if is_template_changed(plan):
            _report(["шаблон с прошлого раза изменился: документы, сделанные по прежнему, делаются заново"])
        _report(
            f"«{file}»: есть с прошлого раза, в таблице его больше нет" for file in files_without_row(plan)
        )
    made, failed = _run(plan, arguments)
    if arguments.pdf:
        _make_pdfs(folder, made)
    print(f"готово: {len(made)} из {len(plan.jobs)}, папка {folder}")
    if failed:
        _report(fault for failure in failed for fault in failure.faults)
        raise IncompleteError(f"не сделано строк: {len(failed)}; исправьте их и повторите с --resume")


def _propose(arguments: Namespace) -> None:
    """Print fields that an order might have, ready to be put into its data file."""
    from prikaz import service  # noqa: PLC0415 (each command loads what it needs)
    from prikaz.batch.proposals import print_proposals, propose_fields  # noqa: PLC0415

    proposals = propose_fields(service.open(arguments.order, arguments.profile).order)
    if proposals:
        print(print_proposals(proposals), end="")
    else:
        _report(["органов, лиц и дат, которые повторялись бы в тексте, не найдено"])


def _refuse_missing(arguments: Namespace) -> None:
    """Refuse a call without a table or a folder; only a proposal does without.

    Raises:
        UsageError: One of them is missing.
    """
    given = {"ТАБЛИЦА": arguments.rows, "-o/--output": arguments.output}
    if missing := ", ".join(name for name, value in given.items() if value is None):
        raise UsageError(f"prikaz: не хватает: {missing}")


def verify(arguments: Namespace) -> None:
    """Compare a folder with its manifest."""
    from prikaz.batch import verify as discrepancies_of  # noqa: PLC0415 (each command loads what it needs)

    discrepancies = discrepancies_of(Path(arguments.folder))
    if discrepancies:
        _report(discrepancies)
        raise IncompleteError(f"расхождений с описью: {len(discrepancies)}")
    print("всё на месте, всё как в описи")


def _run(plan: Plan, arguments: Namespace) -> tuple[list[Path], list[Failed]]:
    """Run the batch under a progress bar; the documents that are there now, and the rows that failed."""
    from prikaz.batch import Failed, Saved, run  # noqa: PLC0415 (each command loads what it needs)

    made: list[Path] = []
    failed: list[Failed] = []
    outcomes = run(plan, processes=arguments.jobs, resume=arguments.resume)
    for outcome in _shown(outcomes, len(plan.jobs), "документы"):
        if isinstance(outcome, Failed):
            failed.append(outcome)
            continue
        made.append(plan.inputs.folder / outcome.record.file)
        if isinstance(outcome, Saved):
            _report(outcome.warnings)
    return made, failed


def _make_pdfs(folder: Path, documents: list[Path]) -> None:
    from prikaz.batch import make_pdfs, without_pdf  # noqa: PLC0415 (each command loads what it needs)

    left = without_pdf(documents)
    count = sum(1 for _ in _shown(make_pdfs(left), len(left), "PDF"))
    print(f"готово PDF: {count}, папка {folder}")


def _shown(items: Iterator[Item], total: int, what: str) -> Iterator[Item]:
    """Items under a bar with rate and time left, where somebody looks at it."""
    if not sys.stderr.isatty():
        yield from items
        return
    with _bar() as bar:
        task = bar.add_task(what, total=total, pace="")
        for done, item in enumerate(items, 1):
            bar.update(task, completed=done, pace=pace(done, total, bar.tasks[task].elapsed or 0))
            yield item


def pace(done: int, total: int, seconds: float) -> str:
    """Rate and time left, by all that was done: PDF come fifty at once.

    >>> pace(50, 200, 25), pace(3, 4, 6), pace(1, 2, 0)
    ('2,0 в секунду, осталось 0:01:15', '0,5 в секунду, осталось 0:00:02', '')
    """
    if not seconds:
        return ""
    rate = done / seconds
    words = f"{rate:.0f}" if rate > _QUICK else f"{rate:.1f}".replace(".", ",")
    return f"{words} в секунду, осталось {timedelta(seconds=round((total - done) / rate))}"


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich import progress  # noqa: PLC0415 (40 ms, and only a batch has a bar)
    from rich.console import Console  # noqa: PLC0415

    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("{task.fields[pace]}"),
    )
    with progress.Progress(*columns, console=Console(stderr=True)) as bar:
        yield bar


def _report(lines: Iterable[object]) -> None:
    for line in dict.fromkeys(map(str, lines)):
        print(line, file=sys.stderr)

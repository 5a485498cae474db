"""The commands of a batch: many orders from a table, and a look at what a batch has made."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from prikaz.cli.report import IncompleteError

if TYPE_CHECKING:
    from rich.progress import Progress

    from prikaz.batch import Failed, Plan

Item = TypeVar("Item")


def batch(arguments: Namespace) -> None:
    """Make a document for each row of a table."""
    from prikaz.batch import changed_template, make_plan, strangers  # noqa: PLC0415 (each loads what it needs)

    folder = Path(arguments.output)
    plan = make_plan(
        arguments.order,
        arguments.rows,
        folder,
        name=arguments.name,
        template=arguments.template,
        rules=arguments.rules,
    )
    _tell(plan.told)
    if arguments.resume:
        if changed_template(plan):
            _tell(["шаблон с прошлого раза изменился: документы, сделанные по прежнему, делаются заново"])
        _tell(f"«{file}»: есть с прошлого раза, в таблице его больше нет" for file in strangers(plan))
    made, failed = _run(plan, arguments)
    if arguments.pdf:
        _make_pdfs(folder, made)
    print(f"готово: {len(made)} из {len(plan.tasks)}, папка {folder}")
    if failed:
        _tell(fault for failure in failed for fault in failure.faults)
        raise IncompleteError(f"не сделано строк: {len(failed)}; исправьте их и повторите с --resume")


def verify(arguments: Namespace) -> None:
    """Compare a folder with its manifest."""
    from prikaz.batch import verify as flaws_of  # noqa: PLC0415 (each command loads what it needs)

    flaws = flaws_of(Path(arguments.folder))
    if flaws:
        _tell(flaws)
        raise IncompleteError(f"расхождений с описью: {len(flaws)}")
    print("всё на месте, всё как в описи")


def _run(plan: Plan, arguments: Namespace) -> tuple[list[Path], list[Failed]]:
    """Run the batch under a progress bar; the documents that are there now, and the rows that failed."""
    from prikaz.batch import Failed, run  # noqa: PLC0415 (each command loads what it needs)

    made: list[Path] = []
    failed: list[Failed] = []
    outcomes = run(plan, jobs=arguments.jobs, resume=arguments.resume)
    for outcome in _shown(outcomes, len(plan.tasks), "документы"):
        if isinstance(outcome, Failed):
            failed.append(outcome)
        else:
            made.append(plan.recipe.folder / outcome.record.file)
            _tell(getattr(outcome, "told", ()))
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
        task = bar.add_task(what, total=total, rate="")
        for item in items:
            speed = bar.tasks[task].speed
            bar.update(task, advance=1, rate=f"{speed:.0f} в секунду" if speed else "")
            yield item


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich import progress  # noqa: PLC0415 (40 ms, and only a batch has a bar)
    from rich.console import Console  # noqa: PLC0415

    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("{task.fields[rate]}"),
        progress.TextColumn("осталось"),
        progress.TimeRemainingColumn(),
    )
    with progress.Progress(*columns, console=Console(stderr=True)) as bar:
        yield bar


def _tell(lines: Iterable[object]) -> None:
    for line in dict.fromkeys(map(str, lines)):
        print(line, file=sys.stderr)

"""The commands of a batch: many orders from a table, and a look at what a batch has made."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from prikaz.cli.errors import IncompleteError

if TYPE_CHECKING:
    from rich.progress import Progress

    from prikaz.batch import Failed, Plan

Item = TypeVar("Item")
#: From here on tenths of a document tell nothing.
_QUICK = 10


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
        profile=arguments.profile,
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
    told = f"{rate:.0f}" if rate > _QUICK else f"{rate:.1f}".replace(".", ",")
    return f"{told} в секунду, осталось {timedelta(seconds=round((total - done) / rate))}"


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


def _tell(lines: Iterable[object]) -> None:
    for line in dict.fromkeys(map(str, lines)):
        print(line, file=sys.stderr)

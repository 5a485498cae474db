"""The commands that set an order beside another: roll it to a new year, tell what differs in two."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs

import prikaz
from prikaz.cli.commands import document_path
from prikaz.comparison import DifferenceKind
from prikaz.errors import DataError, OutputError, reason
from prikaz.files import FileDraft
from prikaz.service.entries import RefusedError, entries_of_faults
from prikaz.service.places import print_place

#: A value on the command line for each choice of the library.
WINDOWS = {"slide": prikaz.Window.SLIDE, "append": prikaz.Window.APPEND}
WEEKENDS = {
    "keep": prikaz.Weekends.KEEP,
    "next": prikaz.Weekends.NEXT,
    "previous": prikaz.Weekends.PREVIOUS,
}
_BLANK = "(пусто)"
_WIDEST = 60


def roll(arguments: Namespace) -> None:
    """Write the order of a new year, and tell every change, everything kept and every question."""
    from prikaz import files  # noqa: PLC0415 (each command loads what it needs)

    source = Path(arguments.order)
    draft = _open(source)
    rolled = prikaz.roll(
        draft.order,
        arguments.to,
        window=WINDOWS[arguments.window],
        weekends=WEEKENDS[arguments.weekends],
        school_year=arguments.school_year,
        void_previous=arguments.void_previous,
        acts_older_than=arguments.check_acts_older,
    )
    if rolled.order == draft.order:
        print(f"документ уже на {arguments.to} год: менять нечего")
        return
    target = (
        Path(arguments.output) if arguments.output else named_for(source, rolled.order.year or arguments.to)
    )
    _tell(rolled, draft.order)
    changes = [Path(arguments.changes)] if arguments.changes else []
    _refuse_taken([target, *changes])
    revision = files.revise(draft, source, rolled.changes, rolled.order, target)
    for path in changes:
        _save_changes(rolled, draft.order, path)
    for finding in revision.findings:
        print(finding)
    for path in (*revision.files, *changes):
        print(f"готово: {path}")


def _refuse_taken(targets: Sequence[Path]) -> None:
    """Look at all places that will be written before the first is."""
    if len(set(targets)) < len(targets):
        raise OutputError(f"файл «{targets[0]}» назван дважды; назовите перечень изменений иначе")
    for path in targets:
        if path.exists():
            raise _taken(path)
        if not path.parent.is_dir():
            raise OutputError(f"файл «{path}» не записан: папки «{path.parent}» нет; создайте её")


def _taken(path: Path) -> OutputError:
    return OutputError(f"файл «{path}» уже есть; назовите другой, чтобы его не потерять")


def named_for(source: Path, year: int) -> Path:
    """The name of a data file for another year, beside the old one.

    >>> named_for(Path("план-2027.yaml"), 2028).name, named_for(Path("план.yaml"), 2028).name
    ('план-2028.yaml', 'план-2028.yaml')
    """
    stem, found = re.subn(r"(?<!\d)20\d\d(?!\d)", str(year), source.stem, count=1)
    return source.with_stem(stem if found and stem != source.stem else f"{source.stem}-{year}")


def diff(arguments: Namespace) -> None:
    """Tell what differs in two orders, on the screen or as a .docx."""
    output = document_path(arguments.output) if arguments.output else None
    old, new = _open(Path(arguments.old)).order, _open(Path(arguments.new)).order
    differences = prikaz.compare(old, new)
    rows = [_difference(item, old, new) for item in differences]
    if output is None:
        print(_table(("что", "место", "было", "стало"), rows) if rows else "различий нет")
        return
    names = ("что", "место", "было", "стало")
    heading = f"{Path(arguments.old).name} и {Path(arguments.new).name}"
    view = {"различия": [dict(zip(names, row, strict=True)) for row in rows]}
    _save_report("различия", "РАЗЛИЧИЯ", heading, view, output)
    print(f"готово: {output}")


def _difference(item: prikaz.Difference, old: prikaz.Order, new: prikaz.Order) -> tuple[str, str, str, str]:
    """A row of the report; what was removed is told by its place in the old order."""
    is_gone = item.kind is DifferenceKind.REMOVED
    was = print_place(item.moved_from, old) if item.moved_from else item.was
    place = print_place(item.path, old if is_gone else new)
    return f"{item.kind.value}: {item.what}", place, was, item.became


def _open(path: Path) -> FileDraft:
    from prikaz import files  # noqa: PLC0415 (each command loads what it needs)

    try:
        return files.open(path)
    except DataError as error:
        raise RefusedError(entries_of_faults(error.faults)) from error


# What is told -------------------------------------------------------------------------------------------


def _tell(rolled: prikaz.Rolled, order: prikaz.Order) -> None:
    for title, head, items in (
        ("Изменено", ("место", "было", "стало", "почему"), rolled.changes),
        ("Оставлено", ("место", "что", "почему"), rolled.kept),
        ("Решить человеку", ("место", "о чём", "что решить", "почему"), rolled.questions),
    ):
        rows = [tuple(_row(item, order).values()) for item in items]
        print(f"{title}: {len(rows)}")
        if rows:
            print(_table(head, rows) + "\n")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under their heads; the columns but the last are as wide as what stands in them, within reason."""
    lines = [head, *([_in_a_line(cell) for cell in row] for row in rows)]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _in_a_line(text: str) -> str:
    return " ".join(text.split())


def _save_changes(rolled: prikaz.Rolled, order: prikaz.Order, path: Path) -> None:
    if path.suffix.lower() == ".docx":
        view = {
            "изменения": [_row(item, order) for item in rolled.changes],
            "вопросы": [_row(item, order) for item in rolled.questions],
            "оставлено": [_row(item, order) for item in rolled.kept],
        }
        _save_report("изменения", "ПЕРЕЧЕНЬ ИЗМЕНЕНИЙ", rolled.order.heading, view, path)
        return
    data = {
        "год": rolled.order.year,
        "изменения": [attrs.asdict(item) for item in rolled.changes],
        "оставлено": [attrs.asdict(item) for item in rolled.kept],
        "вопросы": [attrs.asdict(item) for item in rolled.questions],
    }
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        raise OutputError(f"файл «{path}» не записан: {reason(error)}") from error


_VIEW = {"was": "было", "became": "стало", "why": "почему", "words": "слова", "what": "что"}


def _row(item: prikaz.Change | prikaz.Kept | prikaz.Question, order: prikaz.Order) -> dict[str, str]:
    """A row of the report, by the names that its template prints."""
    values = {_VIEW[name]: value for name, value in attrs.asdict(item).items() if name in _VIEW}
    return {"место": print_place(item.path, order)} | {
        name: value or _BLANK for name, value in values.items()
    }


def _save_report(name: str, kind: str, heading: str, view: dict[str, Any], path: Path) -> None:
    from prikaz.masters.loading import report  # noqa: PLC0415 (each command loads what it needs)

    context = {"вид": kind, "номер": "", "заголовок": heading, "приложения": ()} | view
    report(name).render(context).save(path)

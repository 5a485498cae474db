"""The commands that set an order beside another: roll it to a new year, show what differs in two."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from prikaz import files, service
from prikaz.model.drafts import Draft
from prikaz.rollover import Weekends, Window

#: A value on the command line for each choice of the library.
WINDOWS: Final = {"slide": Window.SLIDE, "append": Window.APPEND}
WEEKENDS: Final = {"keep": Weekends.KEEP, "next": Weekends.NEXT, "previous": Weekends.PREVIOUS}
_WIDEST: Final = 60


def roll(arguments: Namespace) -> None:
    """Write the order of a new year, and print every change, everything left alone and every question."""
    source = Path(arguments.order)
    answers = Path(arguments.answers) if arguments.answers else None
    entries = files.read_questions(answers) if answers else ()
    asked = service.rolled_path(source, arguments.output) if arguments.output else None
    rolled = service.roll_draft(_opened(arguments, asked), arguments.to, _choices(arguments), entries)
    if rolled.is_same:
        print(f"документ уже на {arguments.to} год: менять нечего")
        return
    for table in (rolled.changes, rolled.unchanged, rolled.questions):
        _print_table(table)
    year = rolled.rolled.order.year or arguments.to
    saved = service.save_rolled(
        rolled,
        asked or service.path_for_year(source, year),
        Path(arguments.changes) if arguments.changes else None,
        answers=answers,
        overwrite=arguments.overwrite,
        choices=service.WordChoices(accept=arguments.accept, date=arguments.date, anyway=arguments.anyway),
    )
    _tell_saved(rolled, saved)


def _opened(arguments: Namespace, asked: Path | None) -> Draft:
    """The order, of the year that was said, as what it is to be rolled into."""
    draft = service.with_year(service.open(arguments.order), arguments.year)
    return service.as_data(draft) if asked and not service.is_word(asked) else draft


def _tell_saved(rolled: service.RolledDraft, saved: service.SavedRoll) -> None:
    """What a person should know about the files that were written."""
    source, target = service.source_of(rolled.draft), saved.files[0]
    if service.is_word(source) and not service.is_word(target):
        print(_told_of_data(rolled.draft, target))
    elif service.is_word(target) and target.suffix.lower() != source.suffix.lower():
        print(f"файл «{source.name}» записан как .docx: правки хранит только он")
    for finding in service.questions_left(rolled.draft):
        print(f"прежний документ: {finding.message}")
    _tell(saved.entries)
    for path in saved.files:
        print(f"готово: {path}")
    if saved.questions:
        print(f"вопросы: {saved.questions}; впишите в нём ответы и повторите с --answers {saved.questions}")


def _tell(entries: Iterable[service.Entry]) -> None:
    for entry in entries:
        print("; ".join(filter(None, (entry.message, entry.hint))))


def _told_of_data(draft: Draft, target: Path) -> str:
    """What a person should know who has rolled a Word file and got a data file."""
    lost = sum(note.is_lost for note in draft.notes)
    left = f"; не понято мест: {lost}, их слова в примечаниях файла" if lost else ""
    return f"из файла Word перенесено то, что прочитано, в файл данных «{target.name}»{left}"


def _choices(arguments: Namespace) -> service.RollChoices:
    return service.RollChoices(
        window=WINDOWS[arguments.window],
        weekends=WEEKENDS[arguments.weekends],
        school_year=arguments.school_year,
        void_previous=arguments.void_previous,
        acts_older_than=arguments.check_acts_older,
    )


def diff(arguments: Namespace) -> None:
    """Show what differs in two orders, on the screen or as a .docx; record it in a Word file if asked."""
    output = service.document_path(arguments.output) if arguments.output else None
    old, new = service.open(arguments.old), service.open(arguments.new)
    if output is not None:
        service.save_differences(old, new, output)
        print(f"готово: {output}")
    else:
        table = service.compare_drafts(old, new)
        print(_in_columns(table.columns, table.texts) if table.rows else "различий нет")
    if arguments.redline:
        _save_redline(old, new, arguments)


def _save_redline(old: Draft, new: Draft, arguments: Namespace) -> None:
    """Write the old Word file with what differs as recorded changes."""
    path = Path(arguments.redline)
    entries = service.save_redline(
        old, new, path, date=arguments.date, anyway=arguments.anyway, overwrite=arguments.overwrite
    )
    _tell(entries)
    print(f"готово: {path}")


# What is printed ----------------------------------------------------------------------------------------


def _print_table(table: service.ReportTable) -> None:
    print(f"{table.title}: {len(table.rows)}")
    if table.rows:
        print(_in_columns(table.columns, table.texts) + "\n")


def _in_columns(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under their heads; the columns but the last are as wide as what stands in them, within reason."""
    lines = [head, *([_in_a_line(cell) for cell in row] for row in rows)]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _in_a_line(text: str) -> str:
    return " ".join(text.split())

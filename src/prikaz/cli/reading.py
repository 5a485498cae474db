"""The command that makes a data file of a Word file, and tells what was not understood."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from prikaz.cli.errors import IncompleteError
from prikaz.errors import PrikazError
from prikaz.service import reading
from prikaz.service.entries import Entry, entries_of_error, entries_of_findings
from prikaz.service.notes import entries_of_notes, summary
from prikaz.service.word_files import read as read_word
from prikaz.service.word_tables import save_table, table_path, with_one_table

if TYPE_CHECKING:
    from prikaz.reader.draft import WordDraft

#: Characters of the words of a file that are shown; the data file has all of them.
_LONGEST_WORDS: Final = 120


def read(arguments: Namespace) -> None:
    """Write the data file of a Word file; for programs, notes are one JSON, all else goes to stderr."""
    if arguments.notes != "json":
        _read(arguments, sys.stdout)
        return
    try:
        _read(arguments, sys.stderr)
    except IncompleteError:
        raise
    except PrikazError as error:
        _print_json(entries_of_error(error))
        raise


def _read(arguments: Namespace, told: TextIO) -> None:
    """Read, write, tell; what was understood goes to ``told``."""
    source = Path(arguments.file)
    number = arguments.table
    table = table_path(arguments.output) if number is not None and arguments.output else None
    asked = reading.data_path(arguments.output) if arguments.output and not table else None
    draft = read_word(source, arguments.profile)
    if table:
        save_table(draft, number, table, overwrite=arguments.overwrite)
        if arguments.notes == "json":
            _print_json(())
        print(f"готово: {table}", file=told)
        return
    if number is not None:
        draft = with_one_table(draft, number)
    target = asked or _beside(source, number)
    written = reading.save_data(draft, target, overwrite=arguments.overwrite)
    _tell(draft, arguments, told)
    for path in written:
        print(f"готово: {path}", file=told)
    _refuse_losses(draft, target)


def _beside(source: Path, table: int | None) -> Path:
    one = "" if table is None else f"-таблица-{table}"
    return source.with_name(f"{source.stem}{one}.yaml")


def _tell(draft: WordDraft, arguments: Namespace, told: TextIO) -> None:
    """What was understood, then what was not."""
    facts = summary(draft)
    width = max(len(fact.name) for fact in facts)
    for fact in facts:
        print(f"{fact.name.ljust(width)}  {fact.value}", file=told)
    if arguments.notes == "json":
        _print_json((*_findings(draft), *entries_of_notes(draft.notes)))
        return
    for entry in (*_findings(draft), *entries_of_notes(draft.notes, _LONGEST_WORDS)):
        print(entry, file=told)


def _findings(draft: WordDraft) -> tuple[Entry, ...]:
    return entries_of_findings(draft.findings, draft)


def _refuse_losses(draft: WordDraft, target: Path) -> None:
    """Say by the exit code that a part of the file is in no field.

    Raises:
        IncompleteError: It is.
    """
    lost = sum(note.is_lost for note in draft.notes)
    if lost:
        where = "сказано о них выше" if target.suffix.lower() == ".json" else f"они в примечаниях «{target}»"
        raise IncompleteError(f"не понято мест: {lost}; {where}: впишите слова в поля или уберите")


def _print_json(entries: tuple[Entry, ...]) -> None:
    print(json.dumps([entry._asdict() for entry in entries], ensure_ascii=False, indent=2))

"""The commands that make files: a skeleton, the schema, the document of an order."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from prikaz.cli.errors import UsageError
from prikaz.errors import PrikazError

if TYPE_CHECKING:
    from prikaz.service import Entry


def new(arguments: Namespace) -> None:
    """Write the skeleton of an order."""
    from prikaz.files.docs.skeletons import SKELETONS, skeleton  # noqa: PLC0415 (each command loads what it needs)

    name = " ".join(arguments.kind).strip()
    try:
        text = skeleton(name)
    except LookupError:
        message, hint = f"заготовки «{name}» нет", f"есть: {', '.join(SKELETONS)}"
        raise UsageError(message, hint) from None
    _write(text, arguments.output)


def schema(arguments: Namespace) -> None:
    """Write the JSON Schema of a data file."""
    from prikaz.files import schema as schema_of_files  # noqa: PLC0415 (each command loads what it needs)

    _write(_as_json(schema_of_files()) + "\n", arguments.output)


def _write(text: str, output: str | None) -> None:
    """Write a text to a new file, or to the screen."""
    if output is None:
        print(text, end="")
        return
    from prikaz.service.saving import save_new  # noqa: PLC0415 (only where there is a file)

    save_new(Path(output), text)
    print(f"готово: {output}")


def render(arguments: Namespace) -> None:
    """Make the document of an order, and its PDF if asked; for programs, all that is reported is one JSON."""
    if not arguments.json:
        _render(arguments, lambda entry: print(entry, file=sys.stderr), sys.stdout)
        return
    from prikaz.service.entries import entries_of_error  # noqa: PLC0415 (only for programs)

    entries: list[Entry] = []
    try:
        _render(arguments, entries.append, sys.stderr)
    except PrikazError as error:
        _print_entries((*entries, *entries_of_error(error)))
        raise
    _print_entries(entries)


def _render(arguments: Namespace, report: Callable[[Entry], object], done: TextIO) -> None:
    """Open, make, save; entries go to ``report``, the names of new files to ``done``."""
    from prikaz.service import documents, opening  # noqa: PLC0415 (each command loads what it needs)

    asked = documents.document_path(arguments.output) if arguments.output else None
    draft = opening.open(arguments.order, arguments.profile)
    document = documents.make_document(draft, arguments.template)
    output = asked or documents.document_beside(Path(arguments.order))
    document.save(output, overwrite=arguments.overwrite)
    for entry in document.entries:
        report(entry)
    print(f"готово: {output}", file=done)
    if arguments.pdf:
        print(f"готово: {documents.make_pdf(output, overwrite=arguments.overwrite)}", file=done)


def _print_entries(entries: Iterable[Entry]) -> None:
    print(_as_json([entry._asdict() for entry in entries]))


def _as_json(data: object) -> str:
    import json  # noqa: PLC0415 (only for programs)

    return json.dumps(data, ensure_ascii=False, indent=2)

"""What the commands do: each joins the floors below and tells what came of it."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TextIO

import prikaz
from prikaz.errors import DataError, LanguageError, OutputError, PrikazError, reason
from prikaz.findings import FaultyOrderError
from prikaz.service.entries import (
    Entry,
    RefusedError,
    as_json,
    entries_of_error,
    entries_of_faults,
    entries_of_findings,
)


class UsageError(PrikazError):
    """The arguments do not say what to do."""


def new(arguments: Namespace) -> None:
    """Write the skeleton of an order."""
    from prikaz import files  # noqa: PLC0415 (each command loads what it needs)

    try:
        kind = prikaz.Kind(arguments.kind.strip().casefold())
    except ValueError:
        known = ", ".join(kind.value for kind in prikaz.Kind)
        raise UsageError(f"вид «{arguments.kind}» не известен; есть: {known}") from None
    _write(files.skeleton(kind), arguments.output)


def schema(arguments: Namespace) -> None:
    """Write the JSON Schema of a data file."""
    from prikaz import files  # noqa: PLC0415 (each command loads what it needs)

    _write(json.dumps(files.schema(), ensure_ascii=False, indent=2) + "\n", arguments.output)


def _write(text: str, output: str | None) -> None:
    """Write a text to a new file, or to the screen."""
    if output is None:
        print(text, end="")
        return
    try:
        with Path(output).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise OutputError(f"файл «{output}» уже есть; назовите другой, чтобы его не потерять") from None
    except OSError as error:
        raise OutputError(f"файл «{output}» не записан: {reason(error)}") from None
    print(f"готово: {output}")


def render(arguments: Namespace) -> None:
    """Make the document of an order, and its PDF if asked; for programs, everything told is one JSON."""
    if not arguments.json:
        _render(arguments, lambda entry: print(entry, file=sys.stderr), sys.stdout)
        return
    told: list[Entry] = []
    try:
        _render(arguments, told.append, sys.stderr)
    except PrikazError as error:
        print(as_json((*told, *entries_of_error(error))))
        raise
    print(as_json(told))


def _render(arguments: Namespace, tell: Callable[[Entry], object], done: TextIO) -> None:
    """Read, render, save; what was found goes to ``tell``, the names of new files to ``done``."""
    from prikaz import files  # noqa: PLC0415 (each command loads what it needs)

    asked = document_path(arguments.output) if arguments.output else None
    try:
        draft = files.open(arguments.order, profile=arguments.profile)
    except DataError as error:
        raise RefusedError(entries_of_faults(error.faults)) from error
    try:
        result = prikaz.render(draft.order, arguments.template, draft.profile)
    except FaultyOrderError as error:
        raise RefusedError(entries_of_findings(error.findings, draft)) from error
    output = asked or Path(arguments.order).with_suffix(".docx")
    result.save(output, overwrite=arguments.overwrite)
    for entry in entries_of_findings((*draft.findings, *result.findings), draft):
        tell(entry)
    print(f"готово: {output}", file=done)
    if arguments.pdf:
        _make_pdf(output, done)


#: Endings of other kinds of files; what else stands behind a dot is a part of the name, «приказ 1.2».
_ENDINGS = frozenset({".pdf", ".doc", ".docm", ".dotx", ".odt", ".rtf", ".txt", ".html", ".yaml", ".json"})


def document_path(name: str) -> Path:
    """The path of a document; under a name of another ending it would not open.

    Raises:
        UsageError: The name does not end in ``.docx``.
    """
    path = Path(name)
    suffix = path.suffix.lower()
    if suffix == ".docx":
        return path
    better = path.with_suffix(".docx") if suffix in _ENDINGS else path.with_name(f"{path.name}.docx")
    also = "; PDF рядом с ним сделает ключ --pdf команды render" if suffix == ".pdf" else ""
    raise UsageError(f"документ не назвать «{path}»: это файл .docx; назовите его «{better}»{also}")


def _make_pdf(document: Path, done: TextIO) -> None:
    from prikaz import libreoffice  # noqa: PLC0415 (each command loads what it needs)

    for path in libreoffice.convert([document], into=document.parent):
        print(f"готово: {path}", file=done)


_CASES = {case.value: case for case in prikaz.Case}
#: What to do when words cannot be declined, by what they are; a data file has ways that are not here.
_ADVICE = {
    "position": "запишите именительный падеж (кто? что?); для лица добавьте --лицо, для органа --орган",
    "body": "запишите именительный падеж (что?); для должности ключ --орган не нужен",
    "person": "запишите фамилию первой и добавьте --пол муж или --пол жен",
}


def decline(arguments: Namespace) -> None:
    """Print a position, a body or a person in the cases asked for, or in all."""
    if unknown := [case for case in arguments.cases if case not in _CASES]:
        raise UsageError(f"падеж «{unknown[0]}» не известен; есть: {', '.join(_CASES)}")
    if arguments.sex is not None and arguments.sex not in {sex.value for sex in prikaz.Sex}:
        raise UsageError(f"пол «{arguments.sex}» не известен; есть: муж, жен")
    if not arguments.phrase.strip():
        raise UsageError("просклонять нечего: слова пусты; впишите их в кавычках")
    what = arguments.what or _seen(arguments.phrase)
    declined = _decliner(arguments, what)
    wanted = [_CASES[case] for case in arguments.cases] or list(prikaz.Case)
    for case in wanted:
        try:
            form = declined(case)
        except LanguageError as error:
            raise LanguageError(error.message, _ADVICE[what]) from None
        print(form if len(wanted) == 1 else f"{case.value:>6}  {form}")
        for doubt in form.doubts:
            print(f"проверьте форму «{form}»: {doubt}", file=sys.stderr)


def _seen(phrase: str) -> str:
    """What words are, as far as they show it."""
    from prikaz.language.names.parts import is_full_name  # noqa: PLC0415 (each command loads what it needs)

    return "person" if is_full_name(phrase) else "position"


def _decliner(arguments: Namespace, what: str) -> Callable[[prikaz.Case], prikaz.Form]:
    from prikaz.language.phrases import declension as phrases  # noqa: PLC0415 (each command loads what it needs)

    if what == "body":
        return partial(phrases.decline_organization, arguments.phrase)
    if what == "position":
        return partial(phrases.decline_title, arguments.phrase)
    from prikaz.model.resolution.fields import to_person  # noqa: PLC0415 (each command loads what it needs)

    person = to_person(prikaz.Field(value=arguments.phrase, kind=prikaz.FieldKind.PERSON))
    sex = prikaz.Sex(arguments.sex) if arguments.sex else None
    return partial(_person_in, person, sex)


def _person_in(person: prikaz.Person, sex: prikaz.Sex | None, case: prikaz.Case) -> prikaz.Form:
    from prikaz.language.names import declension as names  # noqa: PLC0415 (each command loads what it needs)
    from prikaz.language.names.parts import patronymic_doubt  # noqa: PLC0415 (each command loads what it needs)

    form = names.decline_name(person.last, person.first, person.middle, case=case, sex=sex).full
    return prikaz.Form(form, tuple(filter(None, (*form.doubts, patronymic_doubt(person.middle)))))

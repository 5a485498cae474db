"""Who executes a clause and by when, as its last paragraph says it (исполнение пункта).

«Срок: до 1 июня 2027 г. Ответственный: отдел образования.» is read only where the program prints the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.deadlines.reading import parse_deadline
from prikaz.reader.source_text import SourceText

_DEADLINES: Final = "Срок: "
_RESPONSIBLE: Final = re.compile(r"(?:^|(?<=\. ))Ответственны(?P<ending>[ей]): ")
#: Nothing longer says by when and who.
_LONGEST: Final = 1000


class Execution(NamedTuple):
    """By when and by whom a clause is executed."""

    deadlines: tuple[Deadline, ...] = ()
    responsible: tuple[str, ...] = ()


def read_execution(line: SourceText) -> Execution | None:
    """What a paragraph says of the execution of its clause; None for other words.

    >>> found = read_execution(SourceText("Срок: до 1 июня 2027 г. Ответственные: отдел, школы."))
    >>> [str(item) for item in found.deadlines], found.responsible
    (['до 1 июня 2027 г.'], ('отдел', 'школы'))
    """
    text = line.text
    if len(text) > _LONGEST or not text.endswith(".") or "{" in text:
        return None
    found = _RESPONSIBLE.search(text)
    before = text[: found.start()] if found else text
    if not (before.startswith(_DEADLINES) or (found and not before)):
        return None
    deadlines = before.removeprefix(_DEADLINES).strip().removesuffix(".") if before else ""
    named = text[found.end() :].removesuffix(".") if found else ""
    responsible = tuple(named.split(", ")) if found and found["ending"] == "е" else (named,) if found else ()
    for read in _readings(deadlines):
        if _printed(read, responsible) == text and all(responsible):
            return Execution(read, responsible)
    return None


def _readings(text: str) -> list[tuple[Deadline, ...]]:
    """Ways to read deadlines in a row; a stop that ends the last one may belong to it."""
    if not text:
        return [()]
    made: list[tuple[Deadline, ...]] = []
    abbreviated = text.endswith((" г", "\u00a0г", " гг", "\u00a0гг"))
    for whole in (f"{text}.", text) if abbreviated else (text, f"{text}."):
        one = parse_deadline(whole)
        parts = tuple(map(parse_deadline, whole.split(", ")))
        made += [(one,)] if one.understood else []
        made += [parts] if len(parts) > 1 and all(part.understood for part in parts) else []
    return [*made, (parse_deadline(text),)]


def _printed(deadlines: Sequence[Deadline], responsible: Sequence[str]) -> str:
    """The paragraph as the program prints it."""
    parts = [_DEADLINES + ", ".join(map(str, deadlines))] if deadlines else []
    if responsible:
        word = "Ответственный" if len(responsible) == 1 else "Ответственные"
        parts.append(f"{word}: " + ", ".join(responsible))
    return ". ".join(part.rstrip(".") for part in parts) + "."

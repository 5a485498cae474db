"""A text as nodes even where YAML stops: the line at fault is explained, fixed in memory, and read again.

YAML stops at the first fault; a clerk wants to see all of them in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import Node, Place
from prikaz.files.nodes.source import Source
from prikaz.files.syntax.yaml import compose
from prikaz.files.syntax.yaml_fixes import FIXERS, YAML_INDENT, Fixer, add_dash, is_unclosed
from prikaz.findings import FindingKind, Severity

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

YAML_UNREADABLE: Final = FindingKind("yaml-unreadable", "Строка не читается как YAML", Severity.ERROR)

_MOST_FIXES: Final = 25
#: Characters that are read in all of these attempts: a long text is not read so many times.
_MOST_READ: Final = 2_000_000
#: How far above an error a quote that swallowed the text may have been opened.
_SWALLOWED: Final = 30
_NO_BREAK: Final = re.compile(
    r"[ ]*\u00a0[ \u00a0]*(?=- |[\w ]+:(?:[ \u00a0]|$))|[ ]*[а-яё ]+:\u00a0+", re.MULTILINE
)


def parse_yaml(source: Source, faults: Faults) -> Node | None:
    """Make nodes of a text; None for an empty one.

    Faults that can be fixed are collected and reading goes on.

    Raises:
        DataError: The text cannot be read on; carries everything found so far.
    """
    from ruamel.yaml.error import MarkedYAMLError  # noqa: PLC0415 (with compose)

    source = _with_plain_spaces(source, faults)
    tried: set[tuple[int, Fixer]] = set()
    for _ in range(max(2, min(_MOST_FIXES, _MOST_READ // max(len(source.text), 1)))):
        found = Faults()
        try:
            node = compose(source, found)
        except MarkedYAMLError as error:
            source = _fix(source, error, tried, faults)
        else:
            faults.found += found.found
            return node
    raise faults.error()


def _with_plain_spaces(source: Source, faults: Faults) -> Source:
    """No-break spaces, copied from Word, where YAML takes only plain ones: in an indent, after a colon."""
    lines = [*source.lines]
    for number, line in enumerate(source.lines, 1):
        if match := _NO_BREAK.match(line):
            place = Place(file=source.name, line=number, column=line.index("\u00a0") + 1)
            faults.add(
                YAML_INDENT,
                place,
                "неразрывный пробел вместо обычного",
                "замените его обычным: такие пробелы приходят при копировании из Word",
            )
            lines[number - 1] = match[0].replace("\u00a0", " ") + line[match.end() :]
    return source.with_text("\n".join(lines))


def _fix(source: Source, error: MarkedYAMLError, tried: set[tuple[int, Fixer]], faults: Faults) -> Source:
    """Explain the error and give the source with its line fixed; no line is fixed twice in one way.

    Raises:
        DataError: The line cannot be fixed.
    """
    for number, fixers in _suspicions(source, error):
        for find_fix in fixers:
            fix = find_fix(source.lines, number) if (number, find_fix) not in tried else None
            if fix is not None:
                tried.add((number, find_fix))
                place = Place(file=source.name, line=number + 1, column=fix.column + 1)
                faults.add(fix.kind, place, fix.message, fix.hint)
                return _with_line(source, number, fix.line)
    mark = error.problem_mark or error.context_mark
    place = source.place(mark) if mark else Place(file=source.name)
    hint = "сравните отступ и знаки этой строки с соседними"
    faults.add(YAML_UNREADABLE, place, "строка не читается как YAML", hint)
    raise faults.error()


def _suspicions(source: Source, error: MarkedYAMLError) -> Iterator[tuple[int, tuple[Fixer, ...]]]:
    """Lines with what may be wrong with them; a line that lost its dash is noticed far below it."""
    suspects = _suspects(source, error)
    for number in suspects:
        yield number, FIXERS
    for number in range(max(suspects), max(max(suspects) - _SWALLOWED, -1), -1):
        yield number, (add_dash,)


def _suspects(source: Source, error: MarkedYAMLError) -> list[int]:
    """Lines that may be to blame, from 0, the likeliest first."""
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
    at = min(marks[0], len(source.lines) - 1)
    opened_above = any(word in str(error.context) for word in ("quoted scalar", "flow", "simple key"))
    above = next((line for line in range(at - 1, -1, -1) if source.lines[line].strip()), at)
    swallowed = (line for line in range(at, max(at - _SWALLOWED, -1), -1) if is_unclosed(source.lines[line]))
    likeliest = marks[1:] if opened_above else []
    return list(dict.fromkeys([*likeliest, *list(swallowed)[:1], at, above, *marks[1:]]))


def _with_line(source: Source, number: int, line: str) -> Source:
    lines = [*source.lines]
    lines[number] = line
    return source.with_text("\n".join(lines))

"""Why a text is not YAML, in words of a clerk, and a mend of the line so that the rest can be read too.

YAML stops at the first fault. To tell all faults of a file in one run, the
line at fault is explained, mended in memory, and the text is read again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from prikaz.files.faults import Faults
from prikaz.files.nodes import Node, Place
from prikaz.files.source import FORBIDDEN, Dialect, Source, describe_forbidden
from prikaz.files.yaml import compose

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

_MOST_MENDS: Final = 25
_WHOLE: Final = "возьмите весь текст в кавычки"

#: Indent with dashes of a list, key with its colon, value.
_LINE: Final = re.compile(
    r"(?P<indent>(?:[ \t]|-[ \t]+)*)(?P<key>[^\s:#\"'{\[][^:#\"{\[]*:[ \t]+)?(?P<value>.*)"
)


@frozen
class _Trap:
    """What a value looks like that YAML refuses, what to say of it, and how to read on."""

    looks: re.Pattern[str]
    message: str
    hint: str = _WHOLE


_TRAPS: Final = (
    _Trap(re.compile(r"[@`%]"), "текст не может начинаться со знака «{start}»"),
    _Trap(re.compile(r"[*&!|>]"), "знак «{start}» в начале текста для YAML служебный"),
    _Trap(re.compile(r"[-?] "), "знак «{start}» в начале текста для YAML служебный"),
    _Trap(
        re.compile(r"[{\[].*[}\]]\s*[^\s#,}\]]"),
        "текст начинается со скобки «{start}»",
        'возьмите весь текст в кавычки: "{value}"',
    ),
    _Trap(
        re.compile(r"([\"']).*\1\s*[^\s#,\]}]"),
        "кавычки {start} закрылись раньше конца текста",
        "возьмите весь текст в кавычки, а внутри поставьте «ёлочки»",
    ),
    _Trap(
        re.compile(r"\"[^\"]*\\[^\"]*\""),
        "обратная косая черта в двойных кавычках",
        "возьмите текст в одинарные кавычки",
    ),
    _Trap(re.compile(r"[\"']"), "кавычка {start} открыта и не закрыта", "закройте кавычку в конце текста"),
    _Trap(re.compile(r"[{\[][^}\]]*$"), "скобка «{start}» открыта и не закрыта", "закройте скобку"),
    _Trap(
        re.compile(r".*\S:(\s|$)"),
        "двоеточие с пробелом внутри текста",
        'возьмите весь текст в кавычки: "{value}"',
    ),
)


def parse(source: Source, faults: Faults) -> Node | None:
    """Make nodes of a text; None for an empty one.

    Faults that can be mended are remembered and reading goes on.

    Raises:
        DataError: The text cannot be read on; carries everything found so far.
    """
    from ruamel.yaml.error import MarkedYAMLError  # noqa: PLC0415 (with compose)

    source = _without_forbidden(source, faults)
    if source.dialect is Dialect.JSON:
        _check_json(source, faults)
    for _ in range(_MOST_MENDS):
        told = Faults()
        try:
            node = compose(source, told)
        except MarkedYAMLError as error:
            source = _mend(source, error, faults)
        else:
            faults.found += told.found
            return node
    raise faults.fail()


def _without_forbidden(source: Source, faults: Faults) -> Source:
    for number, line in enumerate(source.lines, 1):
        for match in FORBIDDEN.finditer(line):
            place = Place(file=source.name, line=number, column=match.start() + 1)
            faults.add(place, *describe_forbidden(match[0]))
    return evolve(source, text=FORBIDDEN.sub(" ", source.text))


def _check_json(source: Source, faults: Faults) -> None:
    try:
        json.loads(source.text)
    except RecursionError:
        faults.add(Place(file=source.name), "вложено слишком глубоко")
        raise faults.fail() from None
    except json.JSONDecodeError as error:
        place = Place(file=source.name, line=error.lineno, column=error.colno)
        faults.add(
            place, "это не JSON: лишний или пропущенный знак", "проверьте запятые, кавычки и скобки рядом"
        )
        raise faults.fail() from None


def _mend(source: Source, error: MarkedYAMLError, faults: Faults) -> Source:
    """Explain the error and give the source with its line mended.

    Raises:
        DataError: The line cannot be mended.
    """
    suspects = _suspects(source, error)
    for number in suspects:
        for explain in _EXPLANATIONS:
            if mended := explain(source, number, faults):
                return _with_line(source, number, mended)
    mark = error.problem_mark or error.context_mark
    place = source.place(mark) if mark else Place(file=source.name)
    faults.add(place, "строка не читается как YAML", "сравните отступ и знаки этой строки с соседними")
    raise faults.fail()


def _suspects(source: Source, error: MarkedYAMLError) -> list[int]:
    """Lines that may be to blame, from 0, the likeliest first."""
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
    last = len(source.lines) - 1
    at = min(marks[0], last) if marks else 0
    context = [
        line for line in marks[1:] if "quoted scalar" in str(error.context) or "flow" in str(error.context)
    ]
    before = [line for line in range(at - 1, max(at - 4, -1), -1) if source.lines[line].strip()]
    return list(dict.fromkeys([*context, *_unclosed(source, at), at, *before[:1], *marks[1:]]))


def _unclosed(source: Source, at: int) -> list[int]:
    """The line above whose quote swallowed the text down to here."""
    for number in range(at, max(at - 30, -1), -1):
        value = _LINE.fullmatch(source.lines[number])
        if value and re.match(r"(\"[^\"]*|'[^']*)$", value["value"]):
            return [number]
    return []


def _with_line(source: Source, number: int, line: str) -> Source:
    lines = [*source.lines]
    lines[number] = line
    return evolve(source, text="\n".join(lines))


_Explanation = Callable[[Source, int, Faults], str | None]


def _tab(source: Source, number: int, faults: Faults) -> str | None:
    line = source.lines[number]
    start = re.match(r"(?:[ \t]|-[ \t]+)*", line)
    if start is None or "\t" not in start[0]:
        return None
    place = Place(file=source.name, line=number + 1, column=line.index("\t") + 1)
    faults.add(place, "знак табуляции вместо отступа", "замените его пробелами")
    return start[0].replace("\t", "  ") + line[start.end() :]


def _no_space(source: Source, number: int, faults: Faults) -> str | None:
    match = re.fullmatch(r"((?:[ ]|- +)*)([а-яёa-z][\w ]*):([^\s/].*)", source.lines[number], re.IGNORECASE)
    if match is None or ": " in match[3]:
        return None
    place = Place(file=source.name, line=number + 1, column=len(match[1]) + len(match[2]) + 1)
    faults.add(place, f"после «{match[2]}:» нет пробела", "поставьте пробел после двоеточия")
    return f"{match[1]}{match[2]}: {match[3]}"


def _no_colon(source: Source, number: int, faults: Faults) -> str | None:
    line = source.lines[number]
    following = next((later for later in source.lines[number + 1 :] if later.strip()), "")
    indent = len(line) - len(line.lstrip())
    if re.search(r"[:\-#\"'{}\[\]]", line) or not re.match(rf" {{{indent}}}[^\s:]+.*:(\s|$)", following):
        return None
    place = Place(file=source.name, line=number + 1, column=indent + 1)
    faults.add(place, f"после «{line.strip().split()[0]}» нет двоеточия", "поставьте двоеточие и пробел")
    return f"{line[:indent]}#{line[indent + 1 :]}"


def _deeper(source: Source, number: int, faults: Faults) -> str | None:
    """A key stands deeper than the one above it, which already has a value."""
    line, above = source.lines[number], source.lines[number - 1] if number else ""
    indent, over = len(line) - len(line.lstrip()), _key_column(above)
    if not re.fullmatch(r"\s*[^\s:]+[^:]*:(\s[^:]*)?", line) or not re.search(r":\s+[^\s#|>]", above):
        return None
    if indent <= over:
        return None
    place = Place(file=source.name, line=number + 1, column=indent + 1)
    faults.add(place, "отступ больше, чем у строки над ней", f"поставьте перед ключом пробелов: {over}")
    return " " * over + line.lstrip()


def _key_column(line: str) -> int:
    match = re.match(r"(?:[ ]|- +)*", line)
    return match.end() if match else 0


def _trap(source: Source, number: int, faults: Faults) -> str | None:
    line = source.lines[number]
    parts = _LINE.fullmatch(line)
    if parts is None or not parts["value"]:
        return None
    value = parts["value"].rstrip()
    for trap in _TRAPS:
        if trap.looks.match(value):
            place = Place(file=source.name, line=number + 1, column=parts.start("value") + 1)
            words = {"start": value[0], "value": value}
            faults.add(place, trap.message.format(**words), trap.hint.format(**words))
            return line[: parts.start("value")] + json.dumps(value, ensure_ascii=False)
    return None


_EXPLANATIONS: Final[tuple[_Explanation, ...]] = (_tab, _no_space, _no_colon, _deeper, _trap)

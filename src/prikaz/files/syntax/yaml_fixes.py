"""Lines that YAML refuses: what is wrong with each, in words of a clerk, and the line as it was meant."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Final

from attrs import frozen

from prikaz.files.nodes.descriptions import TEXT_UNQUOTED
from prikaz.files.syntax.yaml import YAML_COLON, YAML_COMMA, YAML_DASH
from prikaz.findings import FindingKind, Severity

YAML_INDENT: Final = FindingKind(
    "yaml-indent", "Отступ строки не тот: пробелов больше, меньше или вместо них другой знак", Severity.ERROR
)
YAML_UNCLOSED: Final = FindingKind(
    "yaml-unclosed", "Кавычка или скобка не закрыта или закрыта не там", Severity.ERROR
)


@frozen(kw_only=True)
class Fix:
    """What is wrong with a line, and the line to read on with (поправка).

    Attributes:
        kind: What kind of fault it is.
        column: Where the fault begins, from 0.
        message: What is wrong.
        hint: What to do.
        line: The line as it was probably meant.
    """

    kind: FindingKind
    column: int
    message: str
    hint: str
    line: str


#: Tries to fix one line of several, by its number from 0.
Fixer = Callable[[Sequence[str], int], Fix | None]

_WHOLE: Final = "возьмите весь текст в кавычки"
_START: Final = re.compile(r"[ \t]*(?:-[ \t]+)*")
_NEW: Final = re.compile(r"\s*(?:[-–—•]|\d+[.)])\s*")
_KEY: Final = re.compile(r"[^\s:#\"'{\[-][^:#\"{\[]*:(?:[ \t]+|$)")


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


@frozen
class _Trap:
    """What a value looks like that YAML refuses, and what to say of it."""

    kind: FindingKind
    pattern: re.Pattern[str]
    message: str
    hint: str = _WHOLE
    fix: Callable[[str], str] = _quoted


_TRAPS: Final = (
    _Trap(
        TEXT_UNQUOTED,
        re.compile(r"[@`%*&!]|[|>](?![-+\d]*$)|[-?] "),
        "текст не может начинаться со знака «{start}»",
    ),
    _Trap(
        TEXT_UNQUOTED,
        re.compile(r"\{.*\}\s*[^\s#,}\]]|\[.*\]\s*[^\s#,}\]]"),
        "текст начинается со скобки «{start}»",
        'возьмите весь текст в кавычки: "{value}"',
    ),
    _Trap(
        YAML_UNCLOSED,
        re.compile(r"([\"']).*\1\s*[^\s#,\]}]"),
        "кавычки {start} закрылись раньше конца текста",
        "возьмите весь текст в кавычки, а внутри поставьте «ёлочки»",
    ),
    _Trap(
        YAML_UNCLOSED,
        re.compile(r"\"[^\"]*\\[^\"]*\""),
        "обратная косая черта в двойных кавычках",
        "возьмите текст в одинарные кавычки",
    ),
    _Trap(
        YAML_UNCLOSED,
        re.compile(r"\"[^\"]*$|'[^']*$"),
        "кавычка {start} открыта и не закрыта",
        "закройте её в конце текста",
        lambda value: value + value[0],
    ),
    _Trap(
        YAML_UNCLOSED,
        re.compile(r"\{[^}]*$|\[[^\]]*$"),
        "скобка «{start}» открыта и не закрыта",
        "закройте её",
        lambda value: value.rstrip(",") + ("}" if value[0] == "{" else "]"),
    ),
    _Trap(
        TEXT_UNQUOTED,
        re.compile(r"[^{\[\"'].*\S?:(?:\s|$)"),
        "двоеточие с пробелом внутри текста",
        'возьмите весь текст в кавычки: "{value}"',
    ),
)


def value_start(line: str) -> int:
    """Where the value of a line begins, after its indent, dashes and key."""
    start = _indent(line)
    key = _KEY.match(line, start)
    return key.end() if key else start


def is_unclosed(line: str) -> bool:
    """Whether the value of a line opens a quote and does not close it."""
    return bool(re.fullmatch(r"\"[^\"]*|'[^']*", line[value_start(line) :]))


def replace_tab(lines: Sequence[str], number: int) -> Fix | None:
    """A tab stands where the indent is."""
    line = lines[number]
    start = _indent(line)
    if "\t" not in line[:start]:
        return None
    return Fix(
        kind=YAML_INDENT,
        column=line.index("\t"),
        message="знак табуляции вместо пробелов отступа",
        hint="замените его пробелами",
        line=line[:start].replace("\t", "  ") + line[start:],
    )


def add_space_after_colon(lines: Sequence[str], number: int) -> Fix | None:
    """No space stands after the colon of a key."""
    line = lines[number]
    start = _indent(line)
    match = re.match(r"([А-Яа-яЁёA-Za-z][\w ]*):(?=[^\s/])", line[start:])
    if match is None or ": " in line:
        return None
    return Fix(
        kind=YAML_COLON,
        column=start + match.end() - 1,
        message=f"после «{match[0]}» нет пробела",
        hint="поставьте пробел после двоеточия",
        line=f"{line[: start + match.end()]} {line[start + match.end() :]}",
    )


def add_space_after_dash(lines: Sequence[str], number: int) -> Fix | None:
    """No space stands after the dash of an item."""
    line = lines[number]
    match = re.match(r"\s*-(?=[«„\"(]?[^\W\d_])", line)
    if match is None:
        return None
    return Fix(
        kind=YAML_DASH,
        column=match.end() - 1,
        message=f"строка «{line.strip()}» не начинается с тире и пробела",
        hint="начните с тире и пробела каждый пункт списка",
        line=f"{match[0]} {line[match.end() :]}",
    )


def drop_line_without_colon(lines: Sequence[str], number: int) -> Fix | None:
    """A line between keys has no colon: it is left out."""
    line = lines[number]
    following = next((later for later in lines[number + 1 :] if later.strip()), "a:")
    indent = _own_indent(line)
    if (
        re.search(r"[:#\"'{}\[\]]", line)
        or line.lstrip().startswith(("-", "–", "—", "•"))
        or not line.strip()
    ):
        return None
    if ":" not in following or _own_indent(following) > indent:
        return None
    if indent in (_dash(lines[:number][::-1], indent), _dash(lines[number + 1 :], indent)):
        return None
    return Fix(
        kind=YAML_COLON,
        column=indent,
        message=f"в строке «{line.strip()}» нет двоеточия",
        hint="после ключа поставьте двоеточие и пробел, а продолжение текста сдвиньте вправо",
        line="",
    )


def unindent(lines: Sequence[str], number: int) -> Fix | None:
    """A key stands deeper than the line above, which has its value already."""
    line, above = lines[number], lines[number - 1] if number else ""
    indent, over = _own_indent(line), _indent(above)
    if indent <= over or not _is_key(line) or not above[value_start(above) :].strip(" |>"):
        return None
    return _moved(line, over, "отступ больше, чем у строки над ней")


def align(lines: Sequence[str], number: int) -> Fix | None:
    """A line has an indent that no line above has."""
    line, above = lines[number], [above for above in lines[:number] if above.strip()]
    indent = _own_indent(line)
    if line.lstrip().startswith("- "):
        others = {_own_indent(other) for other in above if other.lstrip().startswith("- ")}
    else:
        others = {_indent(other) for other in above} if _is_key(line) else set()
    if not others or indent in others or not above[-1][value_start(above[-1]) :].strip():
        return None
    nearest = min(sorted(others, reverse=True), key=lambda other: abs(other - indent))
    return _moved(line, nearest, "отступ не совпадает с отступами строк над ней")


def add_dash(lines: Sequence[str], number: int) -> Fix | None:
    """A line of a list has no dash, or goes on with the text above as far left as its dash."""
    line = lines[number]
    indent = _own_indent(line)
    if not line.strip() or _KEY.match(line, indent) or line.lstrip().startswith(("- ", "#")):
        return None
    above = next((other for other in reversed(lines[:number]) if other.strip()), "")
    first = above.rstrip().endswith(":")
    over = _dash(lines[number + 1 :] if first else lines[:number][::-1], indent)
    if over is None:
        return None
    is_new = first or _NEW.match(line)
    return Fix(
        kind=YAML_DASH,
        column=indent,
        message=f"строка «{line.strip()}» не начинается с тире и пробела",
        hint="новый пункт начните с тире и пробела, а продолжение текста сдвиньте правее тире над ним",
        line=" " * over + ("- " if is_new else "  ") + _NEW.sub("", line).lstrip(),
    )


def _dash(lines: Sequence[str], indent: int) -> int | None:
    """Indent of the list to which a line with this indent belongs, by the lines from it up or down."""
    near = [line for line in lines if line.strip()]
    level = next((line for line in near if _own_indent(line) <= indent), "")
    for line in (level, *near[:1]):
        if line.lstrip().startswith("- ") and _own_indent(line) >= indent:
            return _own_indent(line)
    return None


def quote_empty_item(lines: Sequence[str], number: int) -> Fix | None:
    """Nothing stands between two commas of a list in brackets."""
    match = re.search(r"[\[,]\s*(?=,)", lines[number])
    if match is None or "[" not in lines[number]:
        return None
    return Fix(
        kind=YAML_COMMA,
        column=match.end(),
        message="между запятыми в квадратных скобках ничего нет",
        hint='пустое место пишут кавычками: ""',
        line=f'{lines[number][: match.end()]}""{lines[number][match.end() :]}',
    )


def quote_value(lines: Sequence[str], number: int) -> Fix | None:
    """A value looks like something else to YAML."""
    line = lines[number]
    start = value_start(line)
    value = line[start:].partition(" #")[0].rstrip()
    for trap in _TRAPS:
        if value and trap.pattern.match(value):
            words = {"start": value[0], "value": value}
            return Fix(
                kind=trap.kind,
                column=start,
                message=trap.message.format(**words),
                hint=trap.hint.format(**words),
                line=line[:start] + trap.fix(value),
            )
    return None


#: In the order in which they are tried.
FIXERS: Final[tuple[Fixer, ...]] = (
    replace_tab,
    add_space_after_colon,
    add_space_after_dash,
    drop_line_without_colon,
    quote_empty_item,
    quote_value,
    unindent,
    align,
)


def _indent(line: str) -> int:
    """Columns before a key or a text: spaces, and dashes of lists."""
    match = _START.match(line)
    return match.end() if match else 0


def _own_indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_key(line: str) -> bool:
    return bool(re.match(r"\s*[^\s:-][^:]*:(?:\s[^:]*)?$", line.partition(" #")[0]))


def _moved(line: str, indent: int, message: str) -> Fix:
    return Fix(
        kind=YAML_INDENT,
        column=_own_indent(line),
        message=message,
        hint=f"поставьте перед ней пробелов: {indent}",
        line=" " * indent + line.lstrip(),
    )

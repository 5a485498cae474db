"""A text as JSON even where a comma is missing or spare: it is reported, fixed in memory, and read on.

JSON stops at the first fault; a clerk wants to see all of them in one run.
Commas are what is mostly wrong, and what can be fixed without a guess; any
other fault is explained, and ends the reading.
"""

from __future__ import annotations

import json
import re
from typing import Final, NoReturn

from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import Place
from prikaz.files.nodes.size_limits import SizeLimits
from prikaz.files.nodes.source import Source
from prikaz.findings import FindingKind, Severity

JSON_COMMA: Final = FindingKind("json-comma", "Запятая в JSON лишняя или пропущена", Severity.ERROR)
JSON_UNREADABLE: Final = FindingKind("json-unreadable", "Файл не читается как JSON", Severity.ERROR)

_MOST_FIXES: Final = 25
_BRACKETS: Final = r'"(?:[^"\\]|\\.)*"|[\[\]{}]'
#: What a value without quotes consists of, and how a number may not begin.
_BARE: Final = r"[^\s,:\[\]{}\"]+"
_ZEROS: Final = r"-?0\d"
_CLOSING: Final = {"[": "]", "{": "}"}
_DOUBLE: Final = 'в JSON текст и ключи берут в двойные прямые кавычки: "…"'
#: What the reader of Python says, how the text goes on where it stopped, and what it mostly means.
_EXPLAINED: Final = (
    ("Unterminated string", "", "кавычка открыта и не закрыта", "закройте её"),
    (
        "Invalid control character",
        "",
        "текст в кавычках не закончен до конца строки",
        "закройте кавычку; перенос внутри текста пишут \\n",
    ),
    ("", r"//|/\*|#", "примечание, а в JSON их нет", "уберите его"),
    ("Expecting (?:value|property name)", "'", "одинарные кавычки", _DOUBLE),
    ("Expecting (?:value|property name)", "[«»“”„]", "кавычки «{start}»", _DOUBLE),
    (
        "Expecting value",
        "True|False|None",
        "слово «{word}» в JSON пишут иначе",
        "есть true, false и null",
    ),
    ("Expecting value", r"[^\W\d]", "текст «{word}…» стоит без кавычек", _DOUBLE),
    ("Expecting property name", r"\w", "ключ «{word}» стоит без кавычек", _DOUBLE),
    (
        "Expecting value",
        "[,}]",
        "после двоеточия нет значения",
        'впишите его; пустой текст пишут кавычками: ""',
    ),
    (
        "Expecting ':' delimiter",
        "",
        "после ключа нет двоеточия",
        "поставьте его между ключом и значением",
    ),
    (
        "Expecting ',' delimiter",
        "",
        "после значения стоит лишнее",
        "кавычки внутри текста замените на «ёлочки»",
    ),
    ("Extra data", "", "после последней скобки стоит лишнее", "уберите его"),
)


def with_commas(source: Source, faults: Faults) -> Source:
    """The source as JSON; commas are put right, and each is reported.

    Raises:
        DataError: It is not JSON otherwise, or nested too deep; carries everything found so far.
    """
    for _ in range(_MOST_FIXES):
        try:
            json.loads(source.text, parse_int=str)  # a long number is no fault of JSON
        except RecursionError:
            _refuse_depth(source, faults)
        except json.JSONDecodeError as error:
            source = _fix(source, error, faults)
        else:
            return source
    raise faults.error()


def _fix(source: Source, error: json.JSONDecodeError, faults: Faults) -> Source:
    """The source without the fault, if that is a comma.

    Raises:
        DataError: It is something else.
    """
    text = source.text
    end = len(text[: error.pos].rstrip())
    if (spare := _spare_comma(text, error.pos, end)) is not None:
        faults.add(JSON_COMMA, _place(source, spare), "лишняя запятая", "уберите её")
        return source.with_text(f"{text[:spare]} {text[spare + 1 :]}")
    if _lacks_comma(text, error, end):
        faults.add(JSON_COMMA, _place(source, end), "пропущена запятая", "поставьте её между значениями")
        rest = text[end + 1 :] if text[end] in {" ", "\t"} else text[end:]  # columns stay, if that can be
        return source.with_text(f"{text[:end]},{rest}")
    faults.add(JSON_UNREADABLE, _place(source, error.pos), *_explained(error))
    raise faults.error()


def _explained(error: json.JSONDecodeError) -> tuple[str, str]:
    rest = error.doc[error.pos :]
    if not rest.strip():
        return "файл кончается раньше, чем закрыты скобки", "закройте их"
    opened = _opened(error.doc[: error.pos]) if rest[0] in _CLOSING.values() else ""
    if opened and rest[0] != _CLOSING[opened]:
        return f"скобка «{rest[0]}» не закрывает «{opened}»", f"поставьте «{_CLOSING[opened]}»"
    if error.msg.startswith("Expecting ',' delimiter") and (found := _after_value(error.doc, error.pos)):
        return found
    for said, follows, what, advice in _EXPLAINED:
        if re.match(said, error.msg) and re.match(follows, rest):
            word = re.match(r"\w+", rest)
            return what.format(start=rest[0], word=word[0] if word else rest[0]), advice
    return "это не JSON: лишний или пропущенный знак", "проверьте запятые, кавычки и скобки"


def _after_value(text: str, at: int) -> tuple[str, str] | None:
    """What is wrong where a value has ended and no comma comes."""
    start = text.rfind("\n", 0, at) + 1
    values = re.finditer(_BARE, text[start:].partition("\n")[0])
    bare = next((found[0] for found in values if found.start() < at - start < found.end()), "")
    if not bare:
        return None
    what = (
        f"число «{bare}» начинается с нуля"
        if re.match(_ZEROS, bare)
        else f"значение «{bare}» стоит без кавычек"
    )
    return what, f'возьмите его в кавычки: "{bare}"'


def _opened(text: str) -> str:
    """The last bracket that a text opens and does not close."""
    opened: list[str] = []
    for match in re.finditer(_BRACKETS, text):
        if match[0] in _CLOSING:
            opened.append(match[0])
        elif match[0] in _CLOSING.values():
            opened.pop()
    return opened[-1] if opened else ""


def _spare_comma(text: str, at: int, end: int) -> int | None:
    """Place of a comma after which nothing comes, or before which nothing stands."""
    if text[at : at + 1] in {"]", "}"} and text[end - 1 : end] == ",":
        return end - 1
    if text[at : at + 1] == "," and (
        text[end - 1 : end] in {"[", "{", ","} or text[at + 1 :].lstrip()[:1] in {"]", "}"}
    ):
        return at
    return None


def _lacks_comma(text: str, error: json.JSONDecodeError, end: int) -> bool:
    """Whether a new value begins right after another; a quote that touches a text is one inside it."""
    begins = text[error.pos : error.pos + 1]
    return error.msg.startswith("Expecting ',' delimiter") and (
        begins in {"{", "["} or (begins == '"' and end < error.pos)
    )


def _refuse_depth(source: Source, faults: Faults) -> NoReturn:
    """Raise for a text that is nested deeper than the reader of Python goes.

    Raises:
        DataError: With the place from which on it is too deep.
    """
    limits = SizeLimits(faults=faults)
    depth = 0
    for match in re.finditer(_BRACKETS, source.text):
        if match[0] in {"[", "{"}:
            limits.check_depth(_place(source, match.start()), depth)
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
    raise faults.error()


def _place(source: Source, at: int) -> Place:
    before = source.text[:at]
    return Place(file=source.name, line=before.count("\n") + 1, column=at - before.rfind("\n"))

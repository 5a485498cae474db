"""A text as JSON even where a comma is missing or spare: it is told, mended in memory, and read on.

JSON stops at the first fault; a clerk wants to be told all of them in one run.
Commas are what is mostly wrong, and what can be mended without a guess; any
other fault is explained, and ends the reading.
"""

from __future__ import annotations

import json
import re
from typing import Final, NoReturn

from prikaz.files.bounds import Bounds
from prikaz.files.faults import Faults
from prikaz.files.nodes import Place
from prikaz.files.source import Source

_MOST_MENDS: Final = 25
_BRACKETS: Final = r'"(?:[^"\\]|\\.)*"|[\[\]{}]'
#: What the reader of Python says, and what it mostly means.
_EXPLAINED: Final = (
    ("Unterminated string", "кавычка открыта и не закрыта", "закройте её"),
    (
        "Invalid control character",
        "текст в кавычках не закончен до конца строки",
        "закройте кавычку; перенос внутри текста пишут \\n",
    ),
    ("Expecting ',' delimiter", "после значения стоит лишнее", "кавычки внутри текста замените на «ёлочки»"),
    ("Extra data", "после последней скобки стоит лишнее", "уберите его"),
)


def with_commas(source: Source, faults: Faults) -> Source:
    """The source as JSON; commas are put right, and each is told.

    Raises:
        DataError: It is not JSON otherwise, or nested too deep; carries everything found so far.
    """
    for _ in range(_MOST_MENDS):
        try:
            json.loads(source.text, parse_int=str)  # a long number is no fault of JSON
        except RecursionError:
            _refuse_depth(source, faults)
        except json.JSONDecodeError as error:
            source = _mend(source, error, faults)
        else:
            return source
    raise faults.fail()


def _mend(source: Source, error: json.JSONDecodeError, faults: Faults) -> Source:
    """The source without the fault, if that is a comma.

    Raises:
        DataError: It is something else.
    """
    text = source.text
    end = len(text[: error.pos].rstrip())
    if (spare := _spare_comma(text, error.pos, end)) is not None:
        faults.add(_place(source, spare), "лишняя запятая", "уберите её")
        return source.with_text(f"{text[:spare]} {text[spare + 1 :]}")
    if _lacks_comma(text, error, end):
        faults.add(_place(source, end), "пропущена запятая", "поставьте её между значениями")
        rest = text[end + 1 :] if text[end] in {" ", "\t"} else text[end:]  # columns stay, if that can be
        return source.with_text(f"{text[:end]},{rest}")
    faults.add(_place(source, error.pos), *_explained(error))
    raise faults.fail()


def _explained(error: json.JSONDecodeError) -> tuple[str, str]:
    told = ((what, advice) for said, what, advice in _EXPLAINED if error.msg.startswith(said))
    if not error.doc[error.pos :].strip():
        return "файл кончается раньше, чем закрыты скобки", "закройте их"
    return next(told, ("это не JSON: лишний или пропущенный знак", "проверьте запятые, кавычки и скобки"))


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
    bounds = Bounds(faults=faults)
    depth = 0
    for match in re.finditer(_BRACKETS, source.text):
        if match[0] in {"[", "{"}:
            bounds.check_depth(_place(source, match.start()), depth)
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
    raise faults.fail()


def _place(source: Source, at: int) -> Place:
    before = source.text[:at]
    return Place(file=source.name, line=before.count("\n") + 1, column=at - before.rfind("\n"))

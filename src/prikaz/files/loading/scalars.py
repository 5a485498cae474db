"""One text as one value, and back: whole numbers, yes and no, dates, deadlines, values of lists."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any, Final

from prikaz.errors import LanguageError
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.time.dates import format_date, parse_date
from prikaz.language.words.cases import Case
from prikaz.language.words.misspelling import did_you_mean, nearest
from prikaz.language.words.spelling import fold
from prikaz.model import Image

_YES: Final = frozenset({"да", "true", "yes"})
_NO: Final = frozenset({"нет", "false", "no"})
_CASES: Final = (
    "именительный",
    "родительный",
    "дательный",
    "винительный",
    "творительный",
    "предложный",
)
_EXAMPLE: Final = "ожидалось число, например 12,5"
_WHOLE: Final = re.compile(r"(-?\d{1,9})(?: ?(?:год|г\.))?")


def parse_scalar(kind: Any, text: str) -> object:  # noqa: ANN401 (a type or an alias of a union)
    """Make a value of a text.

    Raises:
        LanguageError: It is not such a value; says what came and what was expected.

    >>> parse_scalar(bool, "Да")
    True
    """
    if kind == Deadline:
        return parse_deadline(text)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return _choice(kind, text)
    return _PARSERS[kind](text)


def describe_kind(kind: Any) -> str:  # noqa: ANN401
    """What a value of a kind is, in Russian."""
    if kind == Deadline:
        return "срок"
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return f"одно из: {', '.join(choices(kind))}"
    return _NAMES[kind]


def choices(kind: type[enum.Enum]) -> list[str]:
    """The values of an enumeration as an author writes them."""
    return [str(member.value) for member in kind if member.value]


def to_plain(value: object) -> str | int | bool:
    """A value of one text as plain data: a text, a whole number, yes or no."""
    if isinstance(value, str | int):
        return value
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, Image):
        return value.uri
    return format_date(value) if isinstance(value, date) else str(value)


def _choice(kind: type[enum.Enum], text: str) -> enum.Enum:
    found = _members(kind).get(fold(text))
    if found is None:
        near = nearest(text, [str(member.value) for member in kind])
        hint = f"ожидалось {describe_kind(kind)}"
        hint = f"{did_you_mean(text, near)}; {hint}" if near else hint
        raise LanguageError(f"не известно значение «{text}»", hint)
    return found


def _members(kind: type[enum.Enum]) -> Mapping[str, enum.Enum]:
    members: dict[str, enum.Enum] = {fold(member.name): member for member in kind}
    if kind is Case:
        members |= dict(zip(_CASES, Case, strict=True))
    return members | {fold(str(member.value)): member for member in kind}


def _whole(text: str) -> int:
    if match := _WHOLE.fullmatch(text.strip()):
        return int(match[1])
    raise LanguageError(f"не целое число: «{text}»", "ожидались только цифры")


def _flag(text: str) -> bool:
    if fold(text) in _YES | _NO:
        return fold(text) in _YES
    raise LanguageError(f"пришло «{text}»", "ожидалось да или нет")


def _decimal(text: str) -> Decimal:
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        raise LanguageError(f"не число: «{text}»", _EXAMPLE) from None
    if not number.is_finite():
        raise LanguageError(f"не число: «{text}»", _EXAMPLE)
    return number


_PARSERS: Final[Mapping[Any, Callable[[str], object]]] = MappingProxyType(
    {str: str, int: _whole, bool: _flag, date: parse_date, Decimal: _decimal}
)
_NAMES: Final[Mapping[Any, str]] = MappingProxyType(
    {
        str: "текст",
        int: "целое число",
        bool: "да или нет",
        date: "дата вида 16.03.2027",
        Decimal: "число",
        Image: "имя файла рисунка",
    }
)

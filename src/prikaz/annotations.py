"""Annotations at run time: whether a value is what they say, and the words for what was expected and came.

What stands in lists and mappings is for those to look at who go through them anyway.
"""

from __future__ import annotations

import enum
import io
import os
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import wraps
from numbers import Number
from types import NoneType, UnionType
from typing import Any, BinaryIO, Final, ParamSpec, TypeVar

from prikaz.errors import FieldFault, ModelError

P = ParamSpec("P")
R = TypeVar("R")

#: What is expected where a type stands alone, and one of several.
_WORDS: Final[Mapping[Any, tuple[str, str]]] = {
    str: ("ожидался текст", "текст"),
    int: ("ожидалось целое число", "целое число"),
    float: ("ожидалось число", "число"),
    bool: ("ожидалось True или False", "True или False"),
    bytes: ("ожидались байты", "байты"),
    date: ("ожидалась дата", "дата"),
    os.PathLike: ("ожидался путь к файлу", "путь к файлу"),
    BinaryIO: ("ожидался поток байтов", "поток байтов"),
    tuple: ("ожидался список", "список"),
    Iterable: ("ожидался список", "список"),
    Sequence: ("ожидался список", "список"),
    Mapping: ("ожидался словарь", "словарь"),
}


def options(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 (a type, an alias or a union)
    """The types that an annotation lets through."""
    is_union = isinstance(hint, UnionType) or typing.get_origin(hint) is typing.Union
    return typing.get_args(hint) if is_union else (hint,)


def holds(hint: Any, value: object) -> bool:  # noqa: ANN401
    """Whether a value is what an annotation says; True and False are no numbers, a text is no list.

    >>> holds(int | None, 5), holds(int, True), holds(Iterable[str], "abc"), holds(Mapping[str, int], {})
    (True, False, False, True)
    """
    return any(_holds(option, value) for option in options(hint))


def _holds(kind: Any, value: object) -> bool:  # noqa: ANN401
    kind = typing.get_origin(kind) or kind
    if kind is BinaryIO:
        is_stream = hasattr(value, "read") or hasattr(value, "write")
        return is_stream and not isinstance(value, io.TextIOBase)
    if not isinstance(kind, type):
        return True
    if getattr(kind, "_is_protocol", False) and not getattr(kind, "_is_runtime_protocol", False):
        return True
    if isinstance(value, bool) and kind is not object:
        return kind is bool
    if kind is float:
        return isinstance(value, int | float)
    if isinstance(value, str | bytes | Mapping) and kind in {Iterable, Sequence}:
        return False
    return isinstance(value, kind)


def expected(hint: Any) -> str:  # noqa: ANN401
    """What an annotation lets through, in words.

    >>> expected(str), expected(str | os.PathLike[str] | None), expected(int | str)
    ('ожидался текст', 'ожидался путь к файлу', 'ожидалось одно из: целое число, текст')
    """
    kinds = [typing.get_origin(kind) or kind for kind in options(hint) if kind is not NoneType]
    if os.PathLike in kinds:
        kinds = [kind for kind in kinds if kind is not str]
    if len(kinds) > 1:
        return f"ожидалось одно из: {', '.join(_words(kind)[1] for kind in kinds)}"
    return _words(kinds[0])[0]


def _words(kind: Any) -> tuple[str, str]:  # noqa: ANN401
    if known := _WORDS.get(kind):
        return known
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        members = ", ".join(f"{kind.__name__}.{member.name}" for member in kind)
        return f"ожидалось одно из: {members}", members
    return f"ожидался {kind.__name__}", kind.__name__


#: Beginning of a text that a message quotes, and figures of a number.
_QUOTED: Final = 40
_DIGITS: Final = 40
#: What came, by its class; the first that fits.
_CAME: Final[tuple[tuple[type | tuple[type, ...], str], ...]] = (
    ((bytes, bytearray, memoryview), "пришли байты"),
    ((list, tuple), "пришёл список"),
    (Mapping, "пришёл словарь"),
    ((set, frozenset), "пришло множество"),
)


def told_whole(number: int) -> str:
    """A whole number in words; Python refuses to print the longest.

    >>> told_whole(-30), told_whole(10**5000)
    ('-30', 'длиннее 40 знаков')
    """
    return str(number) if abs(number) < 10**_DIGITS else f"длиннее {_DIGITS} знаков"


def told_value(value: object) -> str:
    """A value that a program has given, in words.

    >>> told_value(None), told_value("Иванов"), told_value([1])
    ('пришло None', 'пришёл текст «Иванов»', 'пришёл список')
    """
    if value is None or isinstance(value, bool | enum.Enum):
        return f"пришло {value}"
    if isinstance(value, str):
        line = " ".join(value.split())
        return (
            f"пришёл текст «{line[:_QUOTED].rstrip()}…»" if len(line) > _QUOTED else f"пришёл текст «{line}»"
        )
    if isinstance(value, date):
        return f"пришла дата {value}"
    if isinstance(value, Number):
        return f"пришло число {told_whole(value) if isinstance(value, int) else value}"
    if isinstance(value, type):
        return f"пришёл класс {value.__name__}"
    words = (words for kind, words in _CAME if isinstance(value, kind))
    return next(words, f"пришёл объект {type(value).__name__}")


def checked(function: Callable[P, R]) -> Callable[P, R]:
    """Refuse arguments that are not what the annotations say, before anything is made of them.

    Raises:
        ModelError: From each call with such arguments; with all of them.
    """
    hints: dict[str, Any] = {}

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        if not hints:
            hints.update(typing.get_type_hints(function))
        names = function.__code__.co_varnames
        given = {**dict(zip(names, args, strict=False)), **kwargs}
        wrong = [name for name, value in given.items() if name in hints and not holds(hints[name], value)]
        if wrong:
            raise ModelError.of_fields([_fault(name, hints[name], given[name]) for name in wrong])
        return function(*args, **kwargs)

    return call


def _fault(name: str, hint: Any, value: object) -> FieldFault:  # noqa: ANN401
    return FieldFault(name, "", (), f"{expected(hint)}, {told_value(value)}")

"""How much a template may ask for: turns of loops, length of what it builds, size of what it prints.

A template may come from anybody, and a few characters in it can ask for all
memory and all time there is. The limits are far above any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sized
from typing import Any, Final

from jinja2.runtime import Undefined

from prikaz.docx.refusal import Refusal

#: Turns of loops, calls and the like in one render, each weighed by what it prints.
TURNS: Final = 2_000_000
#: Characters of the longest text, and items of the longest list, that a template may build itself.
LENGTH: Final = 1_000_000
#: Characters of XML in the largest part, and in what is joined at once.
OUTPUT: Final = 256 * 2**20
CHUNK: Final = 32 * 2**20

_ITEMS: Final = 100_000
_BITS: Final = 4_096
_NUMBER: Final = 1_000
_DIGITS: Final = re.compile(r"\d+")
_PERCENT: Final = re.compile(r"%(?:\(.*?\))?([-#0 +]*[\d*]*(?:\.[\d*]+)?)")


def weight(value: object) -> int:
    """Weigh a value that is built or gone through, in turns of a loop."""
    return 1 + _length(value) // 32


def too_long() -> Refusal:
    """Say that a template builds too much."""
    return Refusal("строит слишком длинный текст или список", "проверьте повторы и ширину в этой метке")


def check_length(length: int) -> None:
    """Refuse a text or a list too long to be meant."""
    if length > LENGTH:
        raise too_long()


def check_number(value: object) -> None:
    """Refuse a width or a count too great to be meant."""
    if isinstance(value, int) and abs(value) > _NUMBER:
        raise too_long()


def check_width(spec: str) -> None:
    """Refuse widths in the format of a value, ``>1000000``."""
    for width in _DIGITS.findall(spec):
        check_number(int(width[:9]))
    if "{" in spec or "*" in spec:
        raise too_long()


def check_format(template: str) -> None:
    """Refuse widths in a format such as ``%1000000d``."""
    for spec in _PERCENT.findall(template):
        check_width(spec)


def check_growth(value: object, given: Iterable[object]) -> None:
    """Refuse to put long texts into a text at many places."""
    count = _length(value) + 1
    for each in given:
        if isinstance(each, int):
            check_number(each)
        elif isinstance(each, Sized):
            check_length(count * len(each) // 10)


def range_within(*args: int) -> range:
    """Make a range that a loop may go through."""
    made = range(*args)
    try:
        length = len(made)
    except OverflowError:
        length = _ITEMS + 1
    if length > _ITEMS:
        raise Refusal(f"в range больше {_ITEMS} чисел", "проверьте границы")
    return made


def check_operation(operator: str, left: Any, right: Any) -> None:  # noqa: ANN401  (operands may be anything)
    """Refuse an operation whose result would be too large: ``'a' * 10**9``, ``9**9**9``."""
    if isinstance(left, int) and isinstance(right, int):
        _check_numbers(operator, left, right)
    elif operator == "%" and isinstance(left, str):
        check_format(left)
        check_length(len(left) + sum(map(_length, right if isinstance(right, tuple) else (right,))))
    elif operator == "*" and (isinstance(left, int) or isinstance(right, int)):
        check_length(_length(left) * right if isinstance(right, int) else left * _length(right))
    elif operator == "+":
        check_length(_length(left) + _length(right))


def _check_numbers(operator: str, left: int, right: int) -> None:
    bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
    if abs(right) > _BITS * _BITS * _BITS and operator == "**":
        bits = _BITS + 1
    if bits > _BITS:
        raise Refusal("считает слишком большое число", "проверьте действия в этой метке")


def _length(value: object) -> int:
    return len(value) if isinstance(value, Sized) and not isinstance(value, Undefined) else 0

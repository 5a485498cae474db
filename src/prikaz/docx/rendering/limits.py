"""How much a template may ask for: turns of loops, length of what it builds, size of what it prints.

A template may come from anybody, and a few characters in it can ask for all
memory and all time there is. The limits are far above any order.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sized
from typing import Any, Final

from prikaz.docx.rendering.missing import Missing
from prikaz.docx.wml.errors import TagError

#: Turns of loops, calls and the like in one render, each weighed by what it prints.
ITERATIONS: Final = 2_000_000
#: Characters of the longest text, and items of the longest list, that a template may build itself.
LENGTH: Final = 1_000_000
#: Values inside one another, each counted wherever it stands, in the largest list that a template builds.
VALUES: Final = 500_000
#: Turns that a call of a macro weighs.
CALL: Final = 25
#: Characters of XML in the largest part, and in what is joined at once.
OUTPUT: Final = 256 * 2**20
CHUNK: Final = 32 * 2**20

#: Tags of a template, characters of one of them and of all, brackets and blocks inside one another.
TAGS: Final = 5_000
TAG: Final = 5_000
CODE: Final = 100_000
BRACKETS: Final = 40
BLOCKS_DEEP: Final = 20
#: Parts of the expressions of one tag and of a part of the document, each weighed by how deep it stands.
EXPRESSION: Final = 3_000
EXPRESSIONS: Final = 100_000

_ITEMS: Final = 100_000
_BITS: Final = 4_096
_NUMBER: Final = 1_000
_DIGITS: Final = re.compile(r"\d+")
_VIEWS: Final[tuple[type, ...]] = tuple({type({}.keys()), type({}.values()), type({}.items())})
_CONTAINERS: Final[tuple[Any, ...]] = (list, tuple, dict, set, frozenset, *_VIEWS)
_SMALL: Final = frozenset({int, bool, float, type(None)})
_PERCENT: Final = re.compile(r"%(?:\(.*?\))?([-#0 +]*[\d*]*(?:\.[\d*]+)?)")


def weight(value: object) -> int:
    """Weigh a value that is built or gone through, in turns of a loop."""
    return 1 + _length(value) // 32


def depth(value: object) -> int:
    """Weigh a value with all that is inside it: comparing or sorting goes through everything.

    What stands in many places is counted in each; the count ends soon after :data:`VALUES`.
    """
    return 1 + count_values(value) // 2


def count_values(value: object) -> int:
    """Count the values inside a value, long strings as many; no further than soon after :data:`VALUES`."""
    count, waiting = 1, list[Any]([value])
    while waiting and count <= VALUES:
        each = waiting.pop()
        if isinstance(each, str):
            count += len(each) // 32
        elif isinstance(each, _CONTAINERS):
            count += len(each) * (1 + isinstance(each, dict))
            if count <= VALUES:
                waiting += [inner for inner in _inner(each) if type(inner) not in _SMALL]
    return count


def built(value: object) -> int:
    """Refuse lists inside one another that are too large to be meant; give the weight of the others."""
    if not isinstance(value, _CONTAINERS):
        return weight(value)
    count = count_values(value)
    if count > VALUES:
        raise too_long()
    return 1 + count // 2


def shown(value: object) -> int:
    """Refuse to write a list too long to be read; give the number of characters of what may be written."""
    if not isinstance(value, _CONTAINERS):
        return _length(value)
    count, waiting, lengths = 0, list[object]([value]), dict[int, int]()
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            count += len(each) + 4
        elif isinstance(each, _CONTAINERS):
            check_length(count := count + 2 * len(each) + 2)
            waiting += _inner(each)
        elif not isinstance(each, Missing):
            if id(each) not in lengths:
                lengths[id(each)] = len(repr(each)) + 2
            count += lengths[id(each)]
        check_length(count)
    return count


def _inner(container: Any) -> Iterable[object]:  # noqa: ANN401  (one of the containers)
    return (*container, *container.values()) if isinstance(container, dict) else container


def too_long() -> TagError:
    """Say that a template builds too much."""
    return TagError("строит слишком длинный текст или список", "проверьте повторы и ширину в этой метке")


def check_length(length: int) -> None:
    """Refuse a text or a list too long to be meant."""
    if length > LENGTH:
        raise too_long()


def check_number(value: object) -> None:
    """Refuse a width or a count too great to be meant."""
    if isinstance(value, int) and abs(value) > _NUMBER:
        raise too_long()


def check_fields(specs: Collection[str], given: Iterable[object]) -> None:
    """Refuse a format that prints too much: widths as in ``>1000000``, many places for a long value."""
    widths = [int(width[:9]) for spec in specs for width in _DIGITS.findall(spec)]
    if max(widths, default=0) > _NUMBER or any("{" in spec or "*" in spec for spec in specs):
        raise too_long()
    check_length(sum(widths) + len(specs) * max(map(shown, given), default=0))


def check_format(template: str, given: Iterable[object]) -> None:
    """Refuse a format such as ``%1000000d`` that prints too much."""
    check_fields(_PERCENT.findall(template), given)


def check_growth(value: object, given: Iterable[object]) -> None:
    """Refuse to put long texts into a text at many places."""
    count = _length(value) + 1
    for each in given:
        if isinstance(each, int):
            check_number(each)
        elif isinstance(each, Sized):
            check_length(count * len(each) // 10)


class Measure:
    """How much of a template has been read: reading and compiling take their time with each tag."""

    def __init__(self) -> None:
        self._tags = 0
        self._characters = 0

    def add(self, tag: str) -> None:
        """Count a tag.

        Raises:
            TagError: There are too many, or they are too long together.
        """
        self._tags += 1
        self._characters += min(len(tag), TAG)  # a longer one is refused by itself
        if self._tags > TAGS:
            raise TagError(f"в шаблоне больше {TAGS} меток", "повторы печатайте циклом или разделите шаблон")
        if self._characters > CODE:
            raise TagError(
                f"в метках шаблона больше {CODE} знаков", "перенесите длинные тексты из меток в шаблон"
            )


def range_within(*args: int) -> range:
    """Make a range that a loop may go through."""
    made = range(*args)
    try:
        length = len(made)
    except OverflowError:
        length = _ITEMS + 1
    if length > _ITEMS:
        raise TagError(f"в range больше {_ITEMS} чисел", "проверьте границы")
    return made


def check_operation(operator: str, left: Any, right: Any) -> None:  # noqa: ANN401  (operands may be anything)
    """Refuse an operation whose result would be too large: ``'a' * 10**9``, ``9**9**9``."""
    if isinstance(left, int) and isinstance(right, int):
        _check_numbers(operator, left, right)
    elif operator == "%" and isinstance(left, str):
        check_format(left, right if isinstance(right, tuple) else (right,))
    elif operator == "*" and (isinstance(left, int) or isinstance(right, int)):
        check_length(_length(left) * right if isinstance(right, int) else left * _length(right))
    elif operator == "+":
        check_length(_length(left) + _length(right))


def _check_numbers(operator: str, left: int, right: int) -> None:
    bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
    if abs(right) > _BITS * _BITS * _BITS and operator == "**":
        bits = _BITS + 1
    if bits > _BITS:
        raise TagError("считает слишком большое число", "проверьте действия в этой метке")


def _length(value: object) -> int:
    return len(value) if isinstance(value, Sized) and not isinstance(value, Missing) else 0

"""How much a template may ask for while it is printed: iterations, what it builds, what it prints.

A template may come from anybody, and a few characters in it can ask for all
memory and all time there is. The limits are far above any order.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sized
from typing import Any, Final

from prikaz.docx.rendering.missing import Missing
from prikaz.docx.wml.errors import TagError
from prikaz.findings import FindingKind, Severity

LIMIT_EXCEEDED: Final = FindingKind(
    "limit-exceeded", "Метка строит, повторяет или считает слишком много", Severity.ERROR
)

#: What one render may cost, in iterations of loops that print little.
BUDGET: Final = 2_000_000
#: Characters of the longest text, and items of the longest list, that a template may build itself.
MAX_LENGTH: Final = 1_000_000
#: Values inside one another, each counted wherever it stands, in the largest list that a template builds.
MAX_VALUES: Final = 500_000
#: What a call of a macro costs.
CALL_COST: Final = 25
#: Characters of XML in the largest part, and in what is joined at once.
MAX_PART_SIZE: Final = 256 * 2**20
MAX_CHUNK_SIZE: Final = 32 * 2**20

_MAX_RANGE: Final = 100_000
_MAX_BITS: Final = 4_096
_MAX_WIDTH: Final = 1_000
_DIGITS: Final = re.compile(r"\d+")
_VIEWS: Final[tuple[type, ...]] = tuple({type({}.keys()), type({}.values()), type({}.items())})
_CONTAINERS: Final[tuple[Any, ...]] = (list, tuple, dict, set, frozenset, *_VIEWS)
_SMALL: Final = frozenset({int, bool, float, type(None)})
_PERCENT: Final = re.compile(r"%(?:\(.*?\))?([-#0 +]*[\d*]*(?:\.[\d*]+)?)")


def cost_of(value: object) -> int:
    """What building or iterating over a value costs."""
    return 1 + _length(value) // 32


def deep_cost_of(value: object) -> int:
    """What comparing or sorting a value costs: that goes through everything inside it.

    What stands in many places is counted in each; the count ends soon after :data:`MAX_VALUES`.
    """
    return 1 + count_values(value) // 2


def count_values(value: object) -> int:
    """Count the values inside a value, long strings as many; the count ends soon after :data:`MAX_VALUES`."""
    count, waiting = 1, list[Any]([value])
    while waiting and count <= MAX_VALUES:
        each = waiting.pop()
        if isinstance(each, str):
            count += len(each) // 32
        elif isinstance(each, _CONTAINERS):
            count += len(each) * (1 + isinstance(each, dict))
            if count <= MAX_VALUES:
                waiting += [inner for inner in _items_of(each) if type(inner) not in _SMALL]
    return count


def building_cost_of(value: object) -> int:
    """What a template pays for a value that it has built; lists too large to be meant are refused."""
    if not isinstance(value, _CONTAINERS):
        return cost_of(value)
    count = count_values(value)
    if count > MAX_VALUES:
        raise too_long()
    return 1 + count // 2


def printed_length(value: object) -> int:
    """Number of characters that a value is printed with; a list too long to be read is refused."""
    if not isinstance(value, _CONTAINERS):
        return _length(value)
    count, waiting, lengths = 0, list[object]([value]), dict[int, int]()
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            count += len(each) + 4
        elif isinstance(each, _CONTAINERS):
            check_length(count := count + 2 * len(each) + 2)
            waiting += _items_of(each)
        elif not isinstance(each, Missing):
            if id(each) not in lengths:
                lengths[id(each)] = len(repr(each)) + 2
            count += lengths[id(each)]
        check_length(count)
    return count


def _items_of(container: Any) -> Iterable[object]:  # noqa: ANN401  (one of the containers)
    return (*container, *container.values()) if isinstance(container, dict) else container


def too_long() -> TagError:
    """The error of a template that builds too much."""
    message = "строит слишком длинный текст или список"
    return TagError(LIMIT_EXCEEDED, message, "проверьте повторы и ширину в этой метке")


def check_length(length: int) -> None:
    """Refuse a text or a list too long to be meant."""
    if length > MAX_LENGTH:
        raise too_long()


def check_number(value: object) -> None:
    """Refuse a width or a count too great to be meant."""
    if isinstance(value, int) and abs(value) > _MAX_WIDTH:
        raise too_long()


def check_fields(specs: Collection[str], given: Iterable[object]) -> None:
    """Refuse a format that prints too much: widths as in ``>1000000``, many places for a long value."""
    widths = [int(width[:9]) for spec in specs for width in _DIGITS.findall(spec)]
    if max(widths, default=0) > _MAX_WIDTH or any("{" in spec or "*" in spec for spec in specs):
        raise too_long()
    check_length(sum(widths) + len(specs) * max(map(printed_length, given), default=0))


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


def bounded_range(*args: int) -> range:
    """Make a range that a loop may iterate over."""
    numbers = range(*args)
    try:
        length = len(numbers)
    except OverflowError:
        length = _MAX_RANGE + 1
    if length > _MAX_RANGE:
        raise TagError(LIMIT_EXCEEDED, f"в range больше {_MAX_RANGE} чисел", "проверьте границы")
    return numbers


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
    if abs(right) > _MAX_BITS * _MAX_BITS * _MAX_BITS and operator == "**":
        bits = _MAX_BITS + 1
    if bits > _MAX_BITS:
        message = "считает слишком большое число"
        raise TagError(LIMIT_EXCEEDED, message, "проверьте действия в этой метке")


def _length(value: object) -> int:
    return len(value) if isinstance(value, Sized) and not isinstance(value, Missing) else 0

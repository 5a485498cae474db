"""Values that were not given: false when tested, recorded when the document would have shown them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn, TypeAlias

#: What a value is called in the template, and the line of the tag that uses it.
SlotUse: TypeAlias = tuple[str, int]


class MissingValues:
    """Values missing in one render.

    Attributes:
        uses: Each use of a missing value with the name of its part, in the order they were met.
    """

    def __init__(self, blank: str) -> None:
        """Begin a render.

        Args:
            blank: What is printed instead of a value; "{}" in it stands for the name.
        """
        self.uses: dict[tuple[str, SlotUse], None] = {}
        self._blank = blank

    @property
    def slots(self) -> tuple[str, ...]:
        """Names of the missing values, without repeats."""
        return tuple(dict.fromkeys(slot for _, (slot, _) in self.uses))

    def record(self, part: str, use: SlotUse) -> str:
        """Record a missing value; give what is printed instead."""
        self.uses[part, use] = None
        return self._blank.format(use[0])


class Absent:
    """Base of what stands for a value that is not there: :class:`Missing`, and what Jinja finds undefined."""

    __slots__ = ()


class Missing(Absent):
    """A value that was not given.

    It does what Jinja's ``Undefined`` does, but needs no Jinja: it may be tested,
    compared and asked for its attributes, which are missing as well. As soon as
    it is printed, iterated or calculated with, it is recorded.
    """

    __slots__ = ("_part", "_use", "_values")

    def __init__(self, values: MissingValues, part: str, use: SlotUse) -> None:
        self._values = values
        self._part = part
        self._use = use

    def record(self) -> str:
        """Record that the value was needed; give what is printed instead."""
        return self._values.record(self._part, self._use)

    def inner(self, name: str) -> Missing:
        """Give an attribute or item of the missing value."""
        return Missing(self._values, self._part, (f"{self._use[0]}.{name}", self._use[1]))

    def __getattr__(self, name: str) -> Missing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.inner(name)

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return self.record()

    def __repr__(self) -> str:
        return self.record()

    def __html__(self) -> str:
        return self.record()

    def __iter__(self) -> Iterator[NoReturn]:
        self.record()
        return iter(())

    def __len__(self) -> int:
        self.record()
        return 0

    def __contains__(self, _: object) -> bool:
        self.record()
        return False

    def __hash__(self) -> int:
        return hash(Missing)

    def __eq__(self, other: object) -> bool:
        return is_absent(other)

    def __getitem__(self, *names: Any, **_: Any) -> Any:  # noqa: ANN401  (Jinja's signature)
        return self.inner(str(names[0]))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __int__(self, *_: object, **__: object) -> Any:  # noqa: ANN401  (Jinja's signature)
        self.record()
        return 0

    def __float__(self, *_: object, **__: object) -> Any:  # noqa: ANN401  (Jinja's signature)
        self.record()
        return 0.0

    def _compare(self, *_: object, **__: object) -> Any:  # noqa: ANN401  (Jinja's signature)
        self.record()
        return False

    def _calculate(self, *_: object, **__: object) -> Any:  # noqa: ANN401  (Jinja's signature)
        self.record()
        return self

    __lt__ = __le__ = __gt__ = __ge__ = _compare
    __call__ = __neg__ = __pos__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _calculate
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _calculate
    __pow__ = __rpow__ = _calculate


def is_absent(value: object) -> bool:
    """Whether a value is missing, or undefined for Jinja."""
    return isinstance(value, Absent)

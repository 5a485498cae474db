"""Values that were not given: false when tested, noted when the document would have shown them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn, TypeAlias

#: What a value is called in the template, and the line of its tag.
Site: TypeAlias = tuple[str, int]


class Ledger:
    """Values missing in one render.

    Attributes:
        slots: Each missing value and the part and site where it was missed, in the order they were met.
    """

    def __init__(self, blank: str) -> None:
        self.slots: dict[tuple[str, Site], None] = {}
        self._blank = blank

    def note(self, part: str, site: Site) -> str:
        """Note a missing value; give what is printed in its place."""
        self.slots[part, site] = None
        return self._blank.format(site[0])


class Missing:
    """A value that was not given.

    It does what Jinja's ``Undefined`` does, but needs no Jinja: it may be tested,
    compared and asked for its attributes, which are missing as well. As soon as
    it is printed, iterated or reckoned with, it is noted.
    """

    __slots__ = ("_ledger", "_part", "_site")

    def __init__(self, ledger: Ledger, part: str, site: Site) -> None:
        self._ledger = ledger
        self._part = part
        self._site = site

    def note(self) -> str:
        """Note that the value was needed; give what is printed in its place."""
        return self._ledger.note(self._part, self._site)

    def inner(self, name: str) -> Missing:
        """Give an attribute or item of the missing value."""
        return Missing(self._ledger, self._part, (f"{self._site[0]}.{name}", self._site[1]))

    def __getattr__(self, name: str) -> Missing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.inner(name)

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return self.note()

    def __repr__(self) -> str:
        return self.note()

    def __html__(self) -> str:
        return self.note()

    def __iter__(self) -> Iterator[NoReturn]:
        self.note()
        return iter(())

    def __len__(self) -> int:
        self.note()
        return 0

    def __contains__(self, _: object) -> bool:
        self.note()
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
        self.note()
        return 0

    def __float__(self, *_: object, **__: object) -> Any:  # noqa: ANN401  (Jinja's signature)
        self.note()
        return 0.0

    def _compare(self, *_: object, **__: object) -> Any:  # noqa: ANN401  (Jinja's signature)
        self.note()
        return False

    def _reckon(self, *_: object, **__: object) -> Any:  # noqa: ANN401  (Jinja's signature)
        self.note()
        return self

    __lt__ = __le__ = __gt__ = __ge__ = _compare
    __call__ = __neg__ = __pos__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _reckon
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _reckon
    __pow__ = __rpow__ = _reckon


def is_absent(value: object) -> bool:
    """Tell whether a value is missing, or undefined."""
    return isinstance(value, Missing) or is_undefined(value)


def is_undefined(value: object) -> bool:
    """Tell whether a value is what Jinja itself finds undefined; Jinja is not loaded for that."""
    kind = type(value)
    return kind.__name__ == "Undefined" and kind.__module__ == "jinja2.runtime"

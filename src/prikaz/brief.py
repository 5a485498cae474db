"""Values that show themselves briefly."""

from __future__ import annotations

from typing import Any, ClassVar


class Brief:
    """Shows a value by what sets it apart: fields that stand at their defaults are left out.

    A class of attrs takes it together with ``repr=False``. Most fields of an order are
    empty, and a method that attrs compiles for each class costs time at every start.

    >>> from prikaz import Person
    >>> Person(last="Белов", first="Игорь")
    Person(last='Белов', first='Игорь')
    """

    __slots__ = ()
    __attrs_attrs__: ClassVar[tuple[Any, ...]]

    def __repr__(self) -> str:
        told = (
            f"{item.alias}={getattr(self, item.name)!r}"
            for item in self.__attrs_attrs__
            if getattr(self, item.name) != self._default(item.default)
        )
        return f"{type(self).__name__}({', '.join(told)})"

    def _default(self, told: Any) -> object:  # noqa: ANN401  (a value, or a factory of attrs)
        """What a field would be if nobody had given it."""
        factory = getattr(told, "factory", None)
        if factory is None:
            return told
        return factory(self) if told.takes_self else factory()

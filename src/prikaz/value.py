"""What all values of the library have in common."""

from __future__ import annotations

from typing import Any, ClassVar


class Value:
    """A value: it equals another of its class with equal fields, and shows what sets it apart.

    A class of attrs takes it together with ``eq=False, repr=False``: attrs would compile
    these methods anew for each class at every start, which takes as long as printing an
    order. Fields that stand at their defaults are not shown: most fields of an order are empty.

    >>> from prikaz import Person
    >>> Person(last="Белов", first="Игорь")
    Person(last='Белов', first='Игорь')
    """

    __slots__ = ()
    __attrs_attrs__: ClassVar[tuple[Any, ...]]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Value):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        shown = (
            f"{item.alias}={getattr(self, item.name)!r}"
            for item in self.__attrs_attrs__
            if getattr(self, item.name) != self._default(item.default)
        )
        return f"{type(self).__name__}({', '.join(shown)})"

    def _parts(self) -> tuple[object, ...]:
        """Class and fields."""
        return type(self), *(getattr(self, item.name) for item in self.__attrs_attrs__)

    def _default(self, declared: Any) -> object:  # noqa: ANN401  (a value, or a factory of attrs)
        """What a field would be if nobody had given it."""
        factory = getattr(declared, "factory", None)
        if factory is None:
            return declared
        return factory(self) if declared.takes_self else factory()

"""Values whose fields hold what their annotations say, whatever a program gives.

A converter, and :func:`fitted` for fields without one, give a :class:`Misfit` for what a field cannot
take; an object with misfits is refused at once, with all of them. Objects are many and their
types few: which types the fields of a sound object have is remembered by class, so that
another one costs a look. What lists and mappings hold is for their converters to look at.
"""

from __future__ import annotations

from numbers import Integral, Real
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple

from prikaz.annotations import expected, holds, options, told_value
from prikaz.errors import FieldFault, ModelError
from prikaz.model.terms import hints, terms
from prikaz.value import Value


class Misfit(NamedTuple):
    """What a field cannot take (не то значение).

    Attributes:
        message: What is wrong and what came.
        hint: What to do, in the imperative; "" when the message says it all.
        path: Steps from the field to the place.
    """

    message: str
    hint: str = ""
    path: tuple[str | int, ...] = ()

    @classmethod
    def of(cls, expected: str, value: object, hint: str = "") -> Misfit:
        """A value of a wrong type.

        >>> Misfit.of("ожидался текст", None).message
        'ожидался текст, пришло None'
        """
        return cls(f"{expected}, {told_value(value)}", hint)

    def inside(self, step: str | int) -> Misfit:
        """The same for a list or a mapping in which the value stands."""
        return self._replace(path=(step, *self.path))


class TypedValue(Value):
    """A value of the model; it takes nothing that its fields are not made for.

    A class with more to refuse calls this method by the name of this class: ``super()`` would take longer
    than the look itself.

    Raises:
        ModelError: With every field that was given something else.
    """

    __slots__ = ()
    #: Gives the types of the fields of an object, and which of them have been found sound in its class.
    _types: ClassVar[Any] = type
    _sound: ClassVar[set[object]] = set()

    def __attrs_post_init__(self) -> None:
        if self._types(self) not in self._sound:
            _settle(self)

    def _refusal(self, name: str, message: str, hint: str = "") -> ModelError:
        """The error for a field whose value is of its type and still cannot be."""
        cls: type = type(self)
        return ModelError.of_fields([FieldFault(name, terms(cls)[name].name, (), message, hint)])


def _settle(value: TypedValue) -> None:
    """Look at every field of a new object; what is as good as of its type becomes of it.

    Raises:
        ModelError: With every field that is wrong.
    """
    cls: type = type(value)
    faults: list[FieldFault] = []
    is_sound = True
    for name, hint in hints(cls).items():
        given = getattr(value, name)
        taken = given if isinstance(given, Misfit) else fitted(hint, given)
        if isinstance(taken, Misfit):
            faults.append(FieldFault(name, terms(cls)[name].name, taken.path, taken.message, taken.hint))
        elif taken is not given:
            object.__setattr__(value, name, taken)
            is_sound = False
    if faults:
        raise ModelError.of_fields(faults)
    if is_sound:
        _remember(value)


def _remember(value: TypedValue) -> None:
    """Take the types of the fields of an object for sound."""
    cls: Any = type(value)
    if cls._types is type:
        cls._types = attrgetter(*(f"{name}.__class__" for name in hints(cls)))
        cls._sound = set()
    cls._sound.add(cls._types(value))


def fitted(hint: Any, value: Any) -> Any:  # noqa: ANN401 (a type; whatever came)
    """The value as a field of a type holds it, or a :class:`Misfit`."""
    kinds = options(hint)
    if str in kinds and isinstance(value, str):
        return value if type(value) is str else str.__str__(value)  # a subclass prints as it likes
    if int in kinds and type(value) is not int and (whole := whole_of(value)) is not None:
        return whole
    return value if holds(hint, value) else Misfit.of(expected(hint), value)


def whole_of(value: object) -> int | None:
    """A whole number of whatever type as an int; None for anything else, and for True and False.

    >>> whole_of(2027.0), whole_of(2027.5), whole_of(True)
    (2027, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        return None
    number: Any = value
    return int(number) if isinstance(value, Integral) or number == number // 1 else None

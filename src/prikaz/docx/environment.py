"""The sandbox in which a template's expressions are reckoned.

A template may come from anybody: it sees the values it is given and harmless
helpers, it changes nothing, and it cannot ask for more than there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import update_wrapper
from string import Formatter
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any, Final, cast

from jinja2 import pass_context
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from prikaz.docx.context import PartContext
from prikaz.docx.furniture import FURNITURE_FILTERS
from prikaz.docx.limits import (
    check_format,
    check_growth,
    check_number,
    check_operation,
    check_width,
    range_within,
)
from prikaz.docx.missing import Missing
from prikaz.docx.refusal import Refusal

#: Filters of Jinja that an order cannot want: by chance, for web pages, for programmers.
_DROPPED: Final = {"random", "urlize", "xmlattr", "pprint"}
_WIDTHS: Final = {"center", "indent", "batch", "slice", "round", "tojson"}
_GROWING: Final = {"replace", "join", "indent", "wordwrap", "truncate"}
_TOLERANT: Final = {"default", "d"}
_METHODS: Final = {"center", "ljust", "rjust", "zfill", "expandtabs", "replace", "join"}
_CLOSED_METHODS: Final = {"translate", "maketrans", "encode", "fromkeys"}
_CLOSED_OWNERS: Final = (type, FunctionType, MethodType, BuiltinFunctionType, ModuleType)
_NUMBERS: Final = (int, float, complex, bytes, bytearray, memoryview)


class Sandbox(ImmutableSandboxedEnvironment):
    """Environment of Jinja for templates of documents."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(autoescape=True, keep_trailing_newline=True, cache_size=0)
        self.globals = {
            "range": range_within,
            "dict": dict,
            "namespace": Namespace,
            "cycler": Cycler,
            "joiner": Joiner,
        }
        common = {name: guarded(name, function) for name, function in FILTERS.items() if name not in _DROPPED}
        own = {name: guarded(name, function) for name, function in filters.items()}
        self.filters = {**common, "attr": _attr, **own, **FURNITURE_FILTERS}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401  (Jinja's signature)
        """Tell whether a template may see an attribute."""
        if isinstance(obj, _CLOSED_OWNERS) or (isinstance(obj, _NUMBERS) and callable(value)):
            return False
        return attr not in _CLOSED_METHODS and super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ANN401, ARG002  (Jinja's)
        """Refuse an attribute."""
        raise closed(attribute)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  (values may be anything)
        """Give an attribute or, if there is none, an item."""
        if attribute.startswith("_"):
            raise closed(attribute)
        return super().getattr(obj, attribute)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ANN401  (Jinja's signature)
        """Give ``str.format`` bounds of width."""
        wrapped = super().wrap_str_format(value)
        if wrapped is None:
            return None
        for _, _, spec, _ in Formatter().parse(value.__self__):
            check_width(spec or "")
        return wrapped

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Reckon, unless the result would be too large."""
        if not (isinstance(left, Undefined) or isinstance(right, Undefined)):
            check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805, PYI063
        """Call what a template calls."""
        cast(PartContext, __context).scribe.tick(1)
        owner = getattr(__obj, "__self__", None)
        if isinstance(owner, str) and getattr(__obj, "__name__", "") in _METHODS:
            check_growth(owner, (*args, *kwargs.values()))
        return super().call(__context, __obj, *args, **kwargs)


def closed(name: str) -> Refusal:
    """Say that a name is closed to templates."""
    return Refusal(f"имя «{name}» закрыто для шаблонов", "печатайте только значения документа")


@pass_context
def _attr(context: Context, value: Any, name: str) -> Any:  # noqa: ANN401  (values may be anything)
    return context.environment.getattr(value, str(name))


def guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a filter: missing values pass it by, and its result cannot be too large."""
    place = 1 if hasattr(function, "jinja_pass_arg") else 0

    def guard(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  (a filter takes anything)
        value = args[place]
        if isinstance(value, Missing) and name not in _TOLERANT:
            value.note()
            return value
        _check(name, value, (*args[place + 1 :], *kwargs.values()))
        return function(*args, **kwargs)

    return update_wrapper(guard, function)


def _check(name: str, value: object, given: Iterable[object]) -> None:
    given = tuple(given)
    if name in _WIDTHS:
        for each in given:
            check_number(each)
    if name in _GROWING:
        check_growth(value, given)
    if name == "format":
        check_format(str(value))

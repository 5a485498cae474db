"""The sandbox in which a template's expressions are reckoned.

A template may come from anybody: it sees the values it is given and harmless
helpers, it changes nothing, and it cannot ask for more than there is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any, Final, cast

from jinja2 import pass_context, pass_environment
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from prikaz.docx.context import PartContext
from prikaz.docx.furniture import FURNITURE_FILTERS
from prikaz.docx.limits import (
    check_format,
    check_growth,
    check_length,
    check_number,
    check_operation,
    check_width,
    range_within,
    weight,
)
from prikaz.docx.missing import Missing
from prikaz.docx.refusal import Refusal

#: Filters of Jinja that an order cannot want: by chance, for web pages, for programmers.
_DROPPED: Final = {"random", "urlize", "xmlattr", "pprint"}
_WIDTHS: Final = {"center", "indent", "batch", "slice", "round", "tojson"}
_GROWING: Final = {"replace", "join", "indent", "wordwrap", "truncate"}
_TOLERANT: Final = {"default", "d"}
_METHODS: Final = {"center", "ljust", "rjust", "zfill", "expandtabs", "replace", "join"}
_CONTEXT: Final = pass_context(lambda: None).__dict__["jinja_pass_arg"]
_ENVIRONMENT: Final = pass_environment(lambda: None).__dict__["jinja_pass_arg"]
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
        self.filters = {**common, "attr": _attr, "_weighed": _weighed, **own, **FURNITURE_FILTERS}

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
        result = super().call_binop(context, operator, left, right)
        cast(PartContext, context).scribe.tick(weight(result))
        return result

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805, PYI063
        """Call what a template calls."""
        owner = getattr(__obj, "__self__", None)
        if isinstance(owner, str) and getattr(__obj, "__name__", "") in _METHODS:
            check_growth(owner, (*args, *kwargs.values()))
        result = super().call(__context, __obj, *args, **kwargs)
        cast(PartContext, __context).scribe.tick(weight(result))
        return result


def closed(name: str) -> Refusal:
    """Say that a name is closed to templates."""
    return Refusal(f"имя «{name}» закрыто для шаблонов", "печатайте только значения документа")


@pass_context
def _attr(context: Context, value: Any, name: str) -> Any:  # noqa: ANN401  (values may be anything)
    return context.environment.getattr(value, str(name))


def guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a filter: missing values pass it by, and neither its work nor its result can be too large."""

    def guard(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        if isinstance(value, Missing) and name not in _TOLERANT:
            value.note()
            return value
        tick = cast(PartContext, context).scribe.tick
        tick(weight(value))
        _check(name, value, (*args, *kwargs.values()))
        result = function(*_passed(function, context), value, *args, **kwargs)
        tick(weight(result))
        return result

    return pass_context(guard)


def _passed(function: Callable[..., Any], context: Context) -> tuple[Any, ...]:
    """Give what a filter of Jinja wants before its value."""
    match getattr(function, "jinja_pass_arg", None):
        case None:
            return ()
        case kind if kind is _CONTEXT:
            return (context,)
        case kind if kind is _ENVIRONMENT:
            return (context.environment,)
    return (context.eval_ctx,)


def _check(name: str, value: object, given: tuple[object, ...]) -> None:
    if name in _WIDTHS:
        for each in given:
            check_number(each)
    if name in _GROWING:
        check_growth(value, given)
    if name == "join" and isinstance(value, list | tuple):
        check_length(sum(len(item) for item in value if isinstance(item, str)))
    if name == "format":
        check_format(str(value))


@pass_context
def _weighed(context: Context, value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    cast(PartContext, context).scribe.tick(weight(value))
    return value

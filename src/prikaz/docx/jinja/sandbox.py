"""The sandbox in which a template's expressions are reckoned.

A template may come from anybody: it sees the values it is given and harmless
helpers, it changes nothing, and it cannot ask for more than there is.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from string import Formatter
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any, Final, cast

from jinja2 import pass_context, pass_environment
from jinja2.filters import FILTERS
from jinja2.runtime import Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS
from jinja2.utils import Cycler, Joiner, Namespace

from prikaz.docx.jinja.context import PartContext
from prikaz.docx.rendering.cost_filters import COST_FILTERS
from prikaz.docx.rendering.limits import (
    CALL,
    built,
    check_fields,
    check_format,
    check_growth,
    check_number,
    check_operation,
    count_values,
    depth,
    range_within,
    shown,
    weight,
)
from prikaz.docx.rendering.missing import Missing, is_absent
from prikaz.docx.rendering.plain_runtime import PlainRuntime
from prikaz.docx.rendering.property_filters import PROPERTY_FILTERS
from prikaz.docx.rendering.text_filters import TEXT_FILTERS
from prikaz.docx.wml.errors import TagError

if TYPE_CHECKING:
    from prikaz.docx.rendering.printer import Printer

#: Filters of Jinja that an order cannot want: by chance, for web pages, for programmers.
_DROPPED: Final = {"random", "urlize", "xmlattr", "pprint"}
_WIDTHS: Final = {"center", "indent", "batch", "slice", "round", "tojson"}
_GROWING: Final = {"replace", "join", "indent", "truncate"}
_TOLERANT: Final = {"default", "d"}
_COMPARING: Final = {"sort", "unique", "min", "max", "groupby", "dictsort"}
_BUILDING: Final = {"list", "groupby", "sum", "batch", "slice"}
_COUNTED: Final = {"join", "sum", *_COMPARING}
_PARTS: Final = {"map", "select", "reject", "selectattr", "rejectattr", "first", "last", "length", "count"}
_LISTED: Final = {"reverse", "items", "default", "d", "attr", *_PARTS, *_COMPARING, *_BUILDING}
#: Filters of Jinja that take a list for a text.
_TEXTS: Final = FILTERS.keys() - _LISTED
_COMPARISONS: Final = {
    name for name, test in TESTS.items() if name == "in" or getattr(operator, test.__name__, None) is test
}
_METHODS: Final = {"center", "ljust", "rjust", "zfill", "expandtabs", "replace", "join"}
_CONTEXT: Final = pass_context(lambda: None).__dict__["jinja_pass_arg"]
_ENVIRONMENT: Final = pass_environment(lambda: None).__dict__["jinja_pass_arg"]
_CLOSED_METHODS: Final = {"translate", "maketrans", "encode", "fromkeys"}
_CLOSED_OWNERS: Final = (type, FunctionType, MethodType, BuiltinFunctionType, ModuleType)
_NUMBERS: Final = (int, float, complex, bytes, bytearray, memoryview)


class _Notes(Namespace):
    """Namespace that is not printed: only its fields are."""

    def __repr__(self) -> str:
        raise TagError("пространство имён (namespace) не печатается", "укажите его поле")


class Sandbox(ImmutableSandboxedEnvironment):
    """Environment of Jinja for templates of documents."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(autoescape=True, keep_trailing_newline=True, cache_size=0)
        self.globals = {
            "range": range_within,
            "dict": dict,
            "namespace": _Notes,
            "cycler": Cycler,
            "joiner": Joiner,
        }
        common = {name: guarded(name, function) for name, function in _FILTERS.items()}
        own = {name: guarded(name, function) for name, function in filters.items()}
        self.tests = {**TESTS, **{name: guarded_test(TESTS[name]) for name in _COMPARISONS}, **_PRESENCE}
        common |= {"attr": _attr, **TEXT_FILTERS}
        self.filters = {**common, **own, **PROPERTY_FILTERS, **COST_FILTERS}

    def part_context(self, values: Mapping[str, Any], scribe: Printer) -> PartContext:
        """Give the context of a part that is printed by ``scribe``."""
        return PartContext(self, values, scribe)

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
        specs = [spec for _, _, spec, _ in Formatter().parse(value.__self__) if spec is not None]

        def bounded(*args: Any, **kwargs: Any) -> str:  # noqa: ANN401
            check_fields(specs, (*args, *kwargs.values()))
            return wrapped(*args, **kwargs)

        return bounded

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Reckon, unless the result would be too large."""
        if not (is_absent(left) or is_absent(right)):
            check_operation(operator, left, right)
        result = super().call_binop(context, operator, left, right)
        cost = built(result) if operator == "*" else weight(result) + _added(right)
        cast(PartContext, context).scribe.tick(cost)
        return result

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805, PYI063
        """Call what a template calls."""
        owner = getattr(__obj, "__self__", None)
        if isinstance(owner, str) and getattr(__obj, "__name__", "") in _METHODS:
            check_growth(owner, (*args, *kwargs.values()))
        tick = cast(PartContext, __context).scribe.tick
        tick(_call_weight(__obj, owner, args, kwargs))
        result = super().call(__context, __obj, *args, **kwargs)
        tick(weight(result))
        return result


def _call_weight(called: Any, owner: object, args: tuple[Any, ...], kwargs: dict[str, Any]) -> int:  # noqa: ANN401
    """Weigh a call before it is made: macros go deep, some calls make lists of what they are given."""
    if isinstance(called, Macro):
        return CALL + (built((args, kwargs)) if called.catch_varargs or called.catch_kwargs else 0)
    if isinstance(called, LoopContext):
        return CALL
    if called in (dict, Cycler):
        return built((args, kwargs))
    if args and isinstance(owner, list | tuple):
        return depth((owner, args))
    return depth(args) if args and isinstance(owner, dict) else 0


def closed(name: str) -> TagError:
    """Say that a name is closed to templates."""
    return TagError(f"имя «{name}» закрыто для шаблонов", "печатайте только значения документа")


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
        value = _prepared(name, value, tick)
        _check(name, value, args, kwargs)
        if name == "sum" and any(isinstance(each, list | tuple) for each in (*args, *kwargs.values())):
            tick(len(value) * count_values(value) // 512)  # each addition copies what is there
        result = function(*_passed(function, context), value, *args, **kwargs)
        if name == "map" and "default" in kwargs:
            result = (kwargs["default"] if is_absent(each) else each for each in result)
        tick(built(result) if name in _BUILDING else weight(result))
        return _counted(result, tick) if name in _BUILDING and isinstance(result, Iterator) else result

    return pass_context(guard)


def guarded_test(function: Any) -> Callable[..., Any]:  # noqa: ANN401  (what Jinja has)
    """Wrap a test that compares its value with another."""

    def guard(context: Context, value: Any, *args: Any) -> Any:  # noqa: ANN401
        cast(PartContext, context).scribe.tick(depth(value) + depth(args))
        return function(value, *args)

    return pass_context(guard)


def _prepared(name: str, value: Any, tick: Callable[[int], None]) -> Any:  # noqa: ANN401
    """Weigh what a filter is given; what comes one by one is weighed as it comes."""
    if isinstance(value, Iterator):
        counted = _counted(value, tick)
        return list(counted) if name in _COUNTED else counted
    tick(depth(value) if name in _COMPARING else weight(value))
    return value


def _counted(values: Iterator[Any], tick: Callable[[int], None]) -> Iterator[Any]:
    for value in values:
        tick(built(value))
        yield value


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


def _check(name: str, value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:  # noqa: ANN401
    given = (*args, *kwargs.values())
    if name in _WIDTHS:
        for each in given:
            check_number(each)
    if name in _GROWING:
        check_growth(value, given)
    if name in _TEXTS and not (name == "join" and (len(args) > 1 or "attribute" in kwargs)):
        shown(value)
    if name == "format":
        check_format(str(value), given)


def _added(value: object) -> int:
    """Weigh what is added at the end of a list."""
    return built(value) if isinstance(value, list | tuple) else 0


def _default(value: Any, default_value: Any = "", boolean: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002  (Jinja's signature)
    return default_value if is_absent(value) or (boolean and not value) else value


def _is_defined(value: object) -> bool:
    return not is_absent(value)


_FILTERS: Final = {
    **{name: function for name, function in FILTERS.items() if name not in _DROPPED},
    "default": _default,
    "d": _default,
}
_PRESENCE: Final = {"defined": _is_defined, "undefined": is_absent}
for _function in PlainRuntime.filters.values():
    pass_context(
        _function
    )  # the mark by which Jinja gives it the context, as a plain part does without asking

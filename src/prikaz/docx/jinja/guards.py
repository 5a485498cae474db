"""Filters and tests of Jinja, guarded: what is missing passes them by, and no work or result is too large."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any, Final

from jinja2 import pass_context, pass_environment
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.tests import TESTS

from prikaz.docx.jinja.context import charge
from prikaz.docx.rendering.limits import (
    building_cost_of,
    check_format,
    check_growth,
    check_number,
    cost_of,
    count_values,
    deep_cost_of,
    printed_length,
)
from prikaz.docx.rendering.missing import Missing, is_absent

#: Filters of Jinja that an order cannot want: by chance, for web pages, for programmers.
_DROPPED: Final = {"random", "urlize", "xmlattr", "pprint"}
_WITH_WIDTH: Final = {"center", "indent", "batch", "slice", "round", "tojson"}
_GROWING: Final = {"replace", "join", "indent", "truncate"}
_TAKING_MISSING: Final = {"default", "d"}
_COMPARING: Final = {"sort", "unique", "min", "max", "groupby", "dictsort"}
_BUILDING: Final = {"list", "groupby", "sum", "batch", "slice"}
_EXHAUSTING: Final = {"join", "sum", *_COMPARING}
_SELECTING: Final = {
    "map",
    "select",
    "reject",
    "selectattr",
    "rejectattr",
    "first",
    "last",
    "length",
    "count",
}
_OF_LISTS: Final = {"reverse", "items", "default", "d", "attr", *_SELECTING, *_COMPARING, *_BUILDING}
#: Filters of Jinja that take a list for a text.
_OF_TEXTS: Final = FILTERS.keys() - _OF_LISTS
_COMPARISONS: Final = {
    name for name, test in TESTS.items() if name == "in" or getattr(operator, test.__name__, None) is test
}
#: Marks by which Jinja knows what a function takes before its value.
_TAKES_CONTEXT: Final = pass_context(lambda: None).__dict__["jinja_pass_arg"]
_TAKES_ENVIRONMENT: Final = pass_environment(lambda: None).__dict__["jinja_pass_arg"]


def guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a filter."""

    def guard(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        if isinstance(value, Missing) and name not in _TAKING_MISSING:
            value.record()
            return value
        value = _charged_input(name, value, context)
        _check(name, value, args, kwargs)
        if name == "sum" and any(isinstance(each, list | tuple) for each in (*args, *kwargs.values())):
            charge(context, len(value) * count_values(value) // 512)  # each addition copies what is there
        result = function(*_arguments_before(function, context), value, *args, **kwargs)
        if name == "map" and "default" in kwargs:
            result = (kwargs["default"] if is_absent(each) else each for each in result)
        return _charged_result(name, result, context)

    return pass_context(guard)


def guarded_test(function: Any) -> Callable[..., Any]:  # noqa: ANN401  (what Jinja has)
    """Wrap a test that compares its value with another."""

    def guard(context: Context, value: Any, *args: Any) -> Any:  # noqa: ANN401
        charge(context, deep_cost_of(value) + deep_cost_of(args))
        return function(value, *args)

    return pass_context(guard)


def _charged_input(name: str, value: Any, context: Context) -> Any:  # noqa: ANN401  (values may be anything)
    """Charge for what a filter is given; an iterator is charged for as its items come."""
    if isinstance(value, Iterator):
        items = _charged_items(value, context)
        return list(items) if name in _EXHAUSTING else items
    charge(context, deep_cost_of(value) if name in _COMPARING else cost_of(value))
    return value


def _charged_result(name: str, result: Any, context: Context) -> Any:  # noqa: ANN401  (values may be anything)
    if name not in _BUILDING:
        charge(context, cost_of(result))
        return result
    charge(context, building_cost_of(result))
    return _charged_items(result, context) if isinstance(result, Iterator) else result


def _charged_items(values: Iterator[Any], context: Context) -> Iterator[Any]:
    for value in values:
        charge(context, building_cost_of(value))
        yield value


def _arguments_before(function: Callable[..., Any], context: Context) -> tuple[Any, ...]:
    """Give what a filter of Jinja takes before its value."""
    match getattr(function, "jinja_pass_arg", None):
        case None:
            return ()
        case kind if kind is _TAKES_CONTEXT:
            return (context,)
        case kind if kind is _TAKES_ENVIRONMENT:
            return (context.environment,)
    return (context.eval_ctx,)


def _check(name: str, value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:  # noqa: ANN401
    given = (*args, *kwargs.values())
    if name in _WITH_WIDTH:
        for each in given:
            check_number(each)
    if name in _GROWING:
        check_growth(value, given)
    if name in _OF_TEXTS and not (name == "join" and (len(args) > 1 or "attribute" in kwargs)):
        printed_length(value)
    if name == "format":
        check_format(str(value), given)


def _default(value: Any, default_value: Any = "", boolean: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002  (Jinja's signature)
    return default_value if is_absent(value) or (boolean and not value) else value


@pass_context
def _attr(context: Context, value: Any, name: str) -> Any:  # noqa: ANN401  (values may be anything)
    return context.environment.getattr(value, str(name))


def _is_defined(value: object) -> bool:
    return not is_absent(value)


#: Filters and tests of Jinja that templates may use.
GUARDED_FILTERS: Final = {
    **{name: guarded(name, function) for name, function in FILTERS.items() if name not in _DROPPED},
    "default": guarded("default", _default),
    "d": guarded("d", _default),
    "attr": _attr,
}
GUARDED_TESTS: Final = {
    **TESTS,
    **{name: guarded_test(TESTS[name]) for name in _COMPARISONS},
    "defined": _is_defined,
    "undefined": is_absent,
}

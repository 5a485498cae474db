"""The sandbox of Jinja in which the expressions of templates are evaluated.

A template may come from anybody: it sees the values it is given and harmless
helpers, it changes nothing, and it cannot ask for more than there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from string import Formatter
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any, Final

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context, LoopContext, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

from prikaz.docx.jinja.context import PartContext, charge
from prikaz.docx.jinja.guards import GUARDED_FILTERS, GUARDED_TESTS, guarded
from prikaz.docx.rendering.contracts import PartPrinter
from prikaz.docx.rendering.limits import (
    CALL_COST,
    bounded_range,
    building_cost_of,
    check_fields,
    check_growth,
    check_operation,
    cost_of,
    deep_cost_of,
)
from prikaz.docx.rendering.missing import Absent, is_absent
from prikaz.docx.rendering.plain_runtime import PlainRuntime
from prikaz.docx.rendering.representation import VALUE_UNPRINTABLE
from prikaz.docx.rendering.value_filters import TEXT_FILTERS
from prikaz.docx.wml.errors import TagError
from prikaz.findings import FindingKind, Severity

NAME_CLOSED: Final = FindingKind("name-closed", "Имя закрыто для шаблонов", Severity.ERROR)

_GROWING_METHODS: Final = {"center", "ljust", "rjust", "zfill", "expandtabs", "replace", "join"}
_CLOSED_METHODS: Final = {"translate", "maketrans", "encode", "fromkeys"}
_CLOSED_OWNERS: Final = (type, FunctionType, MethodType, BuiltinFunctionType, ModuleType)
_NUMBERS: Final = (int, float, complex, bytes, bytearray, memoryview)


class _Notes(Namespace):
    """Namespace that is not printed: only its fields are."""

    def __repr__(self) -> str:
        message = "пространство имён (namespace) не печатается"
        raise TagError(VALUE_UNPRINTABLE, message, "укажите его поле")


class _UndefinedValue(Undefined, Absent):
    """What Jinja finds undefined, known as absent to those who do not know Jinja."""

    __slots__ = ()


class Sandbox(ImmutableSandboxedEnvironment):
    """Environment of Jinja for templates of documents.

    Attributes:
        plain_filters: Names of the filters that do the same without Jinja.
    """

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    #: The code of Jinja's compiler imports what it needs.
    namespace: Final[Mapping[str, object]] = {}

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(autoescape=True, keep_trailing_newline=True, cache_size=0, undefined=_UndefinedValue)
        self.globals = {
            "range": bounded_range,
            "dict": dict,
            "namespace": _Notes,
            "cycler": Cycler,
            "joiner": Joiner,
        }
        own = {name: guarded(name, function) for name, function in filters.items()}
        self.plain_filters = PlainRuntime.filters.keys() - (own.keys() & TEXT_FILTERS.keys())
        plain = {name: _taking_context(PlainRuntime.filters[name]) for name in self.plain_filters}
        self.filters = {**GUARDED_FILTERS, **own, **plain}
        self.tests = {**GUARDED_TESTS}

    def part_context(self, values: Mapping[str, Any], printer: PartPrinter) -> PartContext:
        """Give the context of a part."""
        return PartContext(self, values, printer)

    def join(self, texts: Iterable[Any]) -> str:
        """Join texts; those without markup are escaped if one has markup."""
        return markup_join(texts)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401  (Jinja's signature)
        """Whether a template may see an attribute."""
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
        """Bound the widths of ``str.format``."""
        wrapped = super().wrap_str_format(value)
        if wrapped is None:
            return None
        specs = [spec for _, _, spec, _ in Formatter().parse(value.__self__) if spec is not None]

        def bounded(*args: Any, **kwargs: Any) -> str:  # noqa: ANN401
            check_fields(specs, (*args, *kwargs.values()))
            return wrapped(*args, **kwargs)

        return bounded

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Evaluate an operation, unless the result would be too large."""
        if not (is_absent(left) or is_absent(right)):
            check_operation(operator, left, right)
        result = super().call_binop(context, operator, left, right)
        cost = building_cost_of(result) if operator == "*" else cost_of(result) + _added_cost_of(right)
        charge(context, cost)
        return result

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805, PYI063
        """Call what a template calls."""
        owner = getattr(__obj, "__self__", None)
        if isinstance(owner, str) and getattr(__obj, "__name__", "") in _GROWING_METHODS:
            check_growth(owner, (*args, *kwargs.values()))
        charge(__context, _call_cost_of(__obj, owner, args, kwargs))
        result = super().call(__context, __obj, *args, **kwargs)
        charge(__context, cost_of(result))
        return result


def closed(name: str) -> TagError:
    """The error of a template that asks for a name closed to it."""
    return TagError(NAME_CLOSED, f"имя «{name}» закрыто для шаблонов", "печатайте только значения документа")


def _taking_context(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a filter of plain parts, which takes the context first, to Jinja; the function stays as it is."""
    return pass_context(partial(function))


def _call_cost_of(called: Any, owner: object, args: tuple[Any, ...], kwargs: dict[str, Any]) -> int:  # noqa: ANN401
    """What a call costs before it is made: macros go deep, some calls build lists of what they are given."""
    if isinstance(called, Macro):
        return CALL_COST + (
            building_cost_of((args, kwargs)) if called.catch_varargs or called.catch_kwargs else 0
        )
    if isinstance(called, LoopContext):
        return CALL_COST
    if called in (dict, Cycler):
        return building_cost_of((args, kwargs))
    if args and isinstance(owner, list | tuple):
        return deep_cost_of((owner, args))
    return deep_cost_of(args) if args and isinstance(owner, dict) else 0


def _added_cost_of(value: object) -> int:
    """What adding a list at the end of another costs."""
    return building_cost_of(value) if isinstance(value, list | tuple) else 0

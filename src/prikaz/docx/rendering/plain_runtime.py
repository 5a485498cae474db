"""What plain parts run on: values, conditions, loops and filters of the engine, without Jinja.

Most templates ask for nothing else, those that come with the library among them,
and loading Jinja takes longer than printing them. A part that asks for more
(:func:`prikaz.docx.jinja.plain.is_plain` decides) runs in the sandbox of Jinja.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from prikaz.docx.rendering.contracts import PartPrinter
from prikaz.docx.rendering.loop import Loop
from prikaz.docx.rendering.property_filters import PROPERTY_FILTERS
from prikaz.docx.rendering.value_filters import COST_FILTERS, TEXT_FILTERS

_NOT_GIVEN: Final = object()


class PlainContext:
    """The context of a plain part."""

    def __init__(self, values: Mapping[str, Any], printer: PartPrinter) -> None:
        self.printer = printer
        self._values = values

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401  (values may be anything)
        """Give a value by its name, or the ``missing`` of the code if nobody has given it."""
        return self._values.get(key, _NOT_GIVEN)


class PlainRuntime:
    """Runtime of plain parts."""

    filters: Final[Mapping[str, Callable[..., Any]]] = {**PROPERTY_FILTERS, **TEXT_FILTERS, **COST_FILTERS}
    #: Names that Jinja's compiler writes into code; in the sandbox, the code imports Jinja's own.
    namespace: Final[Mapping[str, object]] = {"LoopContext": Loop, "missing": _NOT_GIVEN}

    def part_context(self, values: Mapping[str, Any], printer: PartPrinter) -> PlainContext:
        """Give the context of a part."""
        return PlainContext(values, printer)

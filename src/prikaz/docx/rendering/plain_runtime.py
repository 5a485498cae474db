"""What a plain part runs on: values, conditions, loops and filters of the engine, without Jinja.

Most templates ask for nothing else, those that come with the library among them,
and loading Jinja takes longer than printing them. A part that asks for more
(:func:`prikaz.docx.jinja.plain.is_plain` tells) runs in the sandbox of Jinja.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol

from prikaz.docx.rendering.cost_filters import COST_FILTERS
from prikaz.docx.rendering.loop import missing
from prikaz.docx.rendering.property_filters import PROPERTY_FILTERS
from prikaz.docx.rendering.text_filters import TEXT_FILTERS

if TYPE_CHECKING:
    from prikaz.docx.rendering.printer import Printer


class Context(Protocol):
    """The values that a part prints, and who prints them."""

    scribe: Printer

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401  (values may be anything)
        """Give a value by its name."""


class Runtime(Protocol):
    """What the code of a part asks beside its context: the sandbox of Jinja, or :class:`PlainRuntime`."""

    @property
    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Functions by the names that tags use."""

    def part_context(self, values: Mapping[str, Any], scribe: Printer) -> Context:
        """Give the context of a part."""


class PlainContext:
    """The context of a plain part."""

    def __init__(self, values: Mapping[str, Any], scribe: Printer) -> None:
        self.scribe = scribe
        self._values = values

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401  (values may be anything)
        """Give a value by its name; ``missing`` if nobody has given it."""
        return self._values.get(key, missing)


class PlainRuntime:
    """The surroundings of a plain part."""

    filters: Final[dict[str, Callable[..., Any]]] = {
        **PROPERTY_FILTERS,
        **TEXT_FILTERS,
        **COST_FILTERS,
    }

    def part_context(self, values: Mapping[str, Any], scribe: Printer) -> PlainContext:
        """Give the context of a part."""
        return PlainContext(values, scribe)

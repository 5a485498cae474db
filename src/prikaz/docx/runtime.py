"""What a plain part runs on: values, conditions, loops and filters of the engine, without Jinja.

Most templates ask for nothing else, those that come with the library among them,
and loading Jinja takes longer than printing them. A part that asks for more
(:func:`prikaz.docx.plain.is_plain` tells) runs in the sandbox of Jinja.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol

from prikaz.docx.furniture import FURNITURE_FILTERS
from prikaz.docx.turns import missing
from prikaz.docx.weighing import WEIGHING_FILTERS
from prikaz.docx.wording import TEXT_FILTERS

if TYPE_CHECKING:
    from prikaz.docx.scribe import Scribe


class Context(Protocol):
    """The values that a part prints, and who prints them."""

    scribe: Scribe

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401  (values may be anything)
        """Give a value by its name."""


class Surroundings(Protocol):
    """What the code of a part asks beside its context: the sandbox of Jinja, or :class:`Plain`."""

    @property
    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Functions by the names that tags use."""

    def part_context(self, values: Mapping[str, Any], scribe: Scribe) -> Context:
        """Give the context of a part."""


class Values:
    """The context of a plain part."""

    def __init__(self, values: Mapping[str, Any], scribe: Scribe) -> None:
        self.scribe = scribe
        self._values = values

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401  (values may be anything)
        """Give a value by its name; ``missing`` if nobody has given it."""
        return self._values.get(key, missing)


class Plain:
    """The surroundings of a plain part."""

    filters: Final[dict[str, Callable[..., Any]]] = {
        **FURNITURE_FILTERS,
        **TEXT_FILTERS,
        **WEIGHING_FILTERS,
    }

    def part_context(self, values: Mapping[str, Any], scribe: Scribe) -> Values:
        """Give the context of a part."""
        return Values(values, scribe)

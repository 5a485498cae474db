"""Protocols: what runtimes, filters and printers know of one another, and of the sandbox of Jinja."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeAlias

from prikaz.docx.rendering.state import RenderState


class SandboxAccess(Protocol):
    """What printing needs of the sandbox of Jinja."""

    @property
    def undefined(self) -> Callable[[str], Any]:
        """Makes a value that Jinja finds undefined, from the words for it."""

    def getattr(self, obj: Any, attribute: str, /) -> Any:  # noqa: ANN401  (values may be anything)
        """Give an attribute or, if there is none, an item."""

    def getitem(self, obj: Any, argument: Any, /) -> Any:  # noqa: ANN401  (values may be anything)
        """Give an item or, if there is none, an attribute."""

    def join(self, texts: Iterable[Any], /) -> str:
        """Join texts; those without markup are escaped if one has markup."""


#: Gives the sandbox; a plain part asks for it only where values are not plain mappings and lists.
SandboxSource: TypeAlias = Callable[[], SandboxAccess]


class PartPrinter(Protocol):
    """What filters need of the printer of their part.

    Attributes:
        part: Name of the part, "word/document.xml".
        state: State of the render.
    """

    part: str
    state: RenderState

    def charge(self, cost: int, /) -> None:
        """Take the cost of some work from the budget of the render."""


class Context(Protocol):
    """The values of a part, and its printer."""

    @property
    def printer(self) -> PartPrinter:
        """The printer of the part."""

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401  (values may be anything)
        """Give a value by its name, or a mark that there is none."""


class Runtime(Protocol):
    """What the code of a part runs on: the sandbox of Jinja, or the runtime of plain parts."""

    @property
    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """Functions by the names that tags use."""

    @property
    def namespace(self) -> Mapping[str, object]:
        """Global names that the code finds besides its builtins."""

    def part_context(self, values: Mapping[str, Any], printer: PartPrinter, /) -> Context:
        """Give the context of a part."""

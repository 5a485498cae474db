"""Filters that ``codegen.weigh_sequences`` puts round what is gone through out of sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from prikaz.docx.rendering.limits import depth, weight

if TYPE_CHECKING:
    from prikaz.docx.rendering.plain_runtime import Context


def _weighed(context: Context, value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    context.scribe.tick(weight(value))
    return value


def _compared(context: Context, value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    context.scribe.tick(depth(value))
    return value


def _searched(context: Context, value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    context.scribe.tick(weight(value) if isinstance(value, Mapping) else depth(value))
    return value


COST_FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "_weighed": _weighed,
    "_compared": _compared,
    "_searched": _searched,
}

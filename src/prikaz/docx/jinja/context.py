"""The context of Jinja that knows the printer of its part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from jinja2 import Environment
from jinja2.runtime import Context

from prikaz.docx.rendering.contracts import PartPrinter


class PartContext(Context):
    """The values of one part in one render, and its printer."""

    def __init__(self, environment: Environment, values: Mapping[str, Any], printer: PartPrinter) -> None:
        super().__init__(environment, {**environment.globals, **values}, None, {})
        self.printer = printer


def charge(context: Context, cost: int) -> None:
    """Take a cost from the budget of the render that a context belongs to."""
    cast(PartContext, context).printer.charge(cost)

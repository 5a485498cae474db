"""The context of Jinja that knows who is printing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from jinja2.runtime import Context

if TYPE_CHECKING:
    from prikaz.docx.rendering.printer import Printer


class PartContext(Context):
    """Values for one part of one render, and its scribe."""

    def __init__(self, environment: Environment, values: Mapping[str, Any], scribe: Printer) -> None:
        super().__init__(environment, {**environment.globals, **values}, None, {})
        self.scribe = scribe

"""From an order to its document, with everything that was found on the way."""

from __future__ import annotations

import os

from prikaz.docx import Result, Template
from prikaz.model import OfficeProfile, Order
from prikaz.writer import render as render_by_writer


def render(
    order: Order,
    template: Template | str | os.PathLike[str] | None = None,
    profile: OfficeProfile | None = None,
) -> Result:
    """Make the document of an order; see :func:`prikaz.render`."""
    return render_by_writer(order, template, profile)

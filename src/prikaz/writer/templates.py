"""Which template an order is printed by (выбор шаблона)."""

from __future__ import annotations

import os
from typing import Final

from prikaz.docx import Template
from prikaz.masters import master
from prikaz.model import OfficeProfile, Order

#: The built-in template of documents that stand without an order.
_STANDALONE: Final = "документ"


def template_for(
    template: Template | str | os.PathLike[str] | None, order: Order, profile: OfficeProfile
) -> Template:
    """The compiled template that :func:`prikaz.render` would take.

    Raises:
        PackageError: The file is not a .docx that can be trusted.
        TemplateError: There is no template of this name, or its tags are wrong.
    """
    if isinstance(template, Template):
        return template
    if template is None:
        return master(order.kind.value if order.kind.is_directive else _STANDALONE, profile.layout)
    name = os.fspath(template)
    return Template(name) if name.lower().endswith(".docx") else master(name, profile.layout)

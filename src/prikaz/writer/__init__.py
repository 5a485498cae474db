"""From an order to a .docx: resolved order, view of plain strings, template, bytes.

Reads no files but templates, and looks at no clock. What is wrong with the
order comes back as findings; an order that cannot be printed without lying
is refused with all the reasons at once.
"""

from __future__ import annotations

import os

from prikaz.checks.typing_mistakes import slips
from prikaz.docx import Result, Template
from prikaz.findings import FaultyOrderError, Severity
from prikaz.masters.loading import master, templates
from prikaz.model import OfficeProfile, Order
from prikaz.model.resolution.references import References
from prikaz.writer.omissions import omissions
from prikaz.writer.text_renderer import TextRenderer
from prikaz.writer.view import order_view

__all__ = ["render", "template_for", "templates"]


def render(
    order: Order,
    template: Template | str | os.PathLike[str] | None = None,
    profile: OfficeProfile | None = None,
) -> Result:
    """Make the document of an order.

    Args:
        order: The order.
        template: A compiled template, the path of a .docx, or the name of a built-in one; the one for the
            kind of the order by default.
        profile: Office profile; sensible ones by default. Layout touches only the built-in templates.

    Returns:
        The document with everything found on the way.

    Raises:
        FaultyOrderError: The text refers to nothing, or a form cannot be made; with all such findings.
        TemplateError: The template is not what is needed.
        UnfilledSlotsError: The template prints what the order does not have.
    """
    profile = profile or OfficeProfile()
    references = References(order, profile)
    view = order_view(TextRenderer(references))
    findings = [*slips(order, references.lists), *references.findings, *references.unnamed()]
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise FaultyOrderError(errors)
    chosen = template_for(template, order, profile)
    if template is not None:
        findings.extend(omissions(view, chosen))
    return chosen.render(view, dated=order.date).with_findings(findings)


def template_for(
    template: Template | str | os.PathLike[str] | None, order: Order, profile: OfficeProfile
) -> Template:
    """The compiled template that :func:`render` would take.

    Raises:
        PackageError: The file is not a .docx that can be trusted.
        TemplateError: There is no template of this name, or its tags are wrong.
    """
    if isinstance(template, Template):
        return template
    if template is None:
        return master(order.kind.value, profile.layout)
    name = os.fspath(template)
    return Template(name) if name.lower().endswith(".docx") else master(name, profile.layout)

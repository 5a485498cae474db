"""The document of an order: what checks and printing find in it together, then the template."""

from __future__ import annotations

import os

from prikaz.annotations import checked
from prikaz.checks import check
from prikaz.docx import Result, Template
from prikaz.findings import FaultyOrderError, Severity
from prikaz.model import OfficeProfile, Order
from prikaz.model.resolution.references import References
from prikaz.writer import omissions, order_view, template_for


@checked
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
    references = References(order, profile)
    view = order_view(references)
    findings = tuple(dict.fromkeys((*check(order, references.lists), *view.findings)))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise FaultyOrderError(errors)
    chosen = template_for(template, order, references.profile)
    left_out = () if template is None else omissions(view.values, chosen)
    return chosen.render(view.values, dated=order.date).with_findings((*findings, *left_out))

"""What of an order can be read on paper (печатное): the order again, made of what is printed of it."""

from __future__ import annotations

from prikaz.annotations import checked
from prikaz.model import OfficeProfile, Order
from prikaz.model.resolution.references import References
from prikaz.reader.assembly import assemble
from prikaz.reader.references import restore
from prikaz.service.printed_paper import printed_paper
from prikaz.writer import order_view


@checked
def printed(order: Order, profile: OfficeProfile | None = None) -> Order:
    """Give the order that its own printed document shows.

    What is written is read: ``prikaz.read("…")`` of a document that was made of an order gives this. Lost is
    what paper does not show (full names of those who sign, keys, what is planned to be filled in later), and
    what stands on it in one way only is told in that way. The document of what comes out has the same text.

    Args:
        order: The order.
        profile: Office profile by which it is printed; sensible ones by default.
    """
    references = References(order, profile)
    view = order_view(references).values
    paper = printed_paper(view, is_directive=order.kind.is_directive)
    assembled = assemble(paper, references.profile).order
    return restore(assembled, references.profile).order

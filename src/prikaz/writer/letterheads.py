"""The letterhead (бланк): the emblem, the lines, the contacts, and in which corner all that stands."""

from __future__ import annotations

from typing import Any

from prikaz.model import Emblem, LetterheadForm, OfficeProfile, Order
from prikaz.writer.text_renderer import TextRenderer


def letterhead_view(renderer: TextRenderer) -> dict[str, Any]:
    """What a template prints above the kind of the document."""
    issuer = renderer.order.issuer
    return {
        "угловой": is_angular(renderer.order, renderer.profile),
        "герб": _picture(issuer.emblem) if issuer.emblem else "",
        "бланк": [renderer.words(line) for line in issuer.lines],
        "реквизиты": [renderer.words(line) for line in issuer.contacts],
    }


def is_angular(order: Order, profile: OfficeProfile) -> bool:
    """Whether the letterhead stands in the left corner; the title of a plan stands in the middle."""
    return profile.letterhead is LetterheadForm.ANGULAR and order.kind.is_directive


def _picture(emblem: Emblem) -> Any:  # noqa: ANN401 (a Picture, which few orders wait for)
    from prikaz.docx import Picture  # noqa: PLC0415

    info = emblem.image.info
    width = emblem.height * info.width / info.height
    return Picture(emblem.image.data, width=width, height=emblem.height, alt=emblem.description or "Герб")

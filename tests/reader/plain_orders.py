"""Orders as paper gives them: texts printed, keys gone, no people and no acts beside them."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from prikaz import OfficeProfile, Order
from prikaz.model.rebuilding import FieldLocation, rebuild
from prikaz.model.resolution.content import ContentPiece, CrossReference, FootnoteContent
from prikaz.model.resolution.references import References
from prikaz.model.text import VerbatimText


def without_references(order: Order, profile: OfficeProfile) -> Order:
    """The order with every reference printed, and without what only references need."""
    references = References(order, profile)

    def edit(location: FieldLocation, value: Any) -> Any:
        if location.prose and isinstance(value, str):
            return "".join(map(_typed, references.resolve(value, location.path).content))
        return "" if location.name == "key" and location.path[-1] == "ключ" else value

    return evolve(rebuild(order, edit), people=(), acts=())


def _typed(piece: ContentPiece) -> str:
    match piece:
        case CrossReference():
            return piece.shown
        case VerbatimText():
            return f"`{piece.text}`"
        case FootnoteContent():
            return f"{{сноска: {''.join(map(_typed, piece.content))}}}"
    return piece.replace("{", "{{").replace("}", "}}")

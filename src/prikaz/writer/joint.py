"""A joint act as a template prints it: letterheads side by side, signatures side by side."""

from __future__ import annotations

from typing import Any, Final

from prikaz.model.resolution.joint import bodies
from prikaz.writer.text_renderer import TextRenderer

#: More signatures than these stand one under another.
_IN_ROW: Final = 3


def joint_letterheads(width: int, renderer: TextRenderer) -> dict[str, Any]:
    """The letterheads of all bodies of a joint act; ``бланк`` has all their lines one under another."""
    if not renderer.order.co_issuers:
        return {"органы": {}}
    issuers = [issuer for _, issuer in bodies(renderer.order)]
    column = width // len(issuers)
    views: list[dict[str, Any]] = [
        {"строки": [renderer.words(line) for line in issuer.lines or (issuer.called,)], "ширина": column}
        for issuer in issuers
    ]
    lines = [line for view in views for line in view["строки"]]
    return {"органы": {"бланки": views, "ширины": [column] * len(views)}, "бланк": lines}


def signatures_in_row(signatures: list[dict[str, Any]], width: int, renderer: TextRenderer) -> dict[str, Any]:
    """The signatures of a joint act; an empty mapping where they stand one under another."""
    if not renderer.order.co_issuers or not 1 < len(signatures) <= _IN_ROW:
        return {}
    column = width // len(signatures)
    views = [{**signature, "ширина": column} for signature in signatures]
    return {"лица": views, "ширины": [column] * len(views)}

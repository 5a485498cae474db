"""Fields: where they began, and what they show without a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prikaz.docx.content.names import VAL, child_value, count
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree


class FieldStart(NamedTuple):
    """How far the text had come where a field began.

    Attributes:
        choice: What is chosen in a list of the form (FORMDROPDOWN); "" for any other field.
    """

    pieces: int
    length: int
    runs: int
    objects: int
    boxes: int
    choice: str


def choice(field: etree._Element) -> str:
    """What is chosen in a list of a form."""
    found = next(field.iter(w("ddList")), None)
    if found is None:
        return ""
    entries = [item.get(VAL) or "" for item in found.iterchildren(w("listEntry"))]
    chosen_one = count(child_value(found, w("result")), count(child_value(found, w("default")), 0)) or 0
    return entries[chosen_one] if 0 <= chosen_one < len(entries) else ""

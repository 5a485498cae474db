"""The texts of an order, each character with its place in the file (тексты полей)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prikaz.findings import Path
from prikaz.model import Order
from prikaz.model.prose import texts
from prikaz.reader.references.passages import Candidate
from prikaz.reader.source_text import SourceText


def field_texts(
    order: Order, places: Mapping[Path, SourceText], references: Mapping[Path, Sequence[Candidate]]
) -> dict[Path, SourceText]:
    """The texts of an order as the file has them.

    Args:
        order: The order, with its references.
        places: What each field took from the file, before there were references.
        references: Where references stand in place of words.

    Returns:
        What each field took; where the order has a text there, exactly that text, if it can be found in what
        was taken.
    """
    found = dict(places)
    for path, text in texts(order):
        if taken := places.get(path):
            found[path] = _as_said(taken, text, references.get(path, ()))
    return found


def _as_said(taken: SourceText, text: str, references: Sequence[Candidate]) -> SourceText:
    """What a field took, as the order says it: with references, without what was taken besides."""
    made, end = [], 0
    for one in references:
        made += [taken[end : one.start], taken[one.start : one.end].standing_for(one.new)]
        end = one.end
    said = SourceText.join("", (*made, taken[end:])) if made else taken
    if _in_a_line(said.text) == _in_a_line(text):
        return SourceText(text, said.pieces)
    start = said.text.find(text)
    return said[start : start + len(text)] if start >= 0 and said.text.count(text) == 1 else said


def _in_a_line(text: str) -> str:
    """A text whose lines follow one another: the same number of characters."""
    return text.replace("\n", " ")

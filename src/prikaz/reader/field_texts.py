"""The texts of an order, each character with its place in the file (тексты полей)."""

from __future__ import annotations

import re
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
        if taken := _taken(path, places):
            found[path] = _as_said(taken, text, references.get(path, ()))
    return {path: text for path, text in found.items() if text}


def _taken(path: Path, places: Mapping[Path, SourceText]) -> SourceText | None:
    """What a field took, or the list that it is an item of."""
    return places.get(path) or (places.get(path[:-1]) if isinstance(path[-1], int) else None)


def _as_said(taken: SourceText, text: str, references: Sequence[Candidate]) -> SourceText:
    """What a field took, as the order says it: with references, without what was taken besides."""
    made, end = [], 0
    for one in references:
        made += [taken[end : one.start], taken[one.start : one.end].standing_for(one.new)]
        end = one.end
    said = SourceText.join("", (*made, taken[end:])) if made else taken
    if len(said) == len(text) and said.text.replace("\n", " ") == text.replace("\n", " "):
        return SourceText(text, said.pieces)
    if said.text.split() == text.split():
        return _spaced(said, text)
    start = said.text.find(text) if said.text.count(text) == 1 else -1
    return said[start : start + len(text)] if start >= 0 else SourceText("")


def _spaced(said: SourceText, text: str) -> SourceText:
    """The words of a text with the white space of another."""
    words = (said[found.start() : found.end()] for found in re.finditer(r"\S+", said.text))
    gaps = map(SourceText, re.split(r"\S+", text))
    first = next(gaps)
    return SourceText.join("", (first, *(part for pair in zip(words, gaps, strict=True) for part in pair)))

"""The texts of an order, each character with its place in the file (тексты полей)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prikaz.findings import Path
from prikaz.model import Order
from prikaz.model.prose import texts
from prikaz.reader.references.restoring import Replaced
from prikaz.reader.source_text import SourceText


def field_texts(
    order: Order, places: Mapping[Path, SourceText], replaced: Mapping[Path, Replaced]
) -> dict[Path, SourceText]:
    """The texts of an order as the file has them.

    Args:
        order: The order, with its references.
        places: What each field took from the file, before there were references.
        replaced: Where references stand in place of words.

    Returns:
        What each field took; where the order has a text there, exactly that text, if it can be found in what
        was taken.
    """
    found = dict(places)
    for path, text in texts(order):
        if taken := _taken(path, places):
            before = replaced.get(path)
            found[path] = _with_references(taken, before) if before else _as_said(taken, text)
    return {path: text for path, text in found.items() if text}


def _taken(path: Path, places: Mapping[Path, SourceText]) -> SourceText | None:
    """What a field took, or the list that it is an item of."""
    return places.get(path) or (places.get(path[:-1]) if isinstance(path[-1], int) else None)


def _with_references(taken: SourceText, replaced: Replaced) -> SourceText:
    """What a field took, with references in place of its words."""
    said = _as_said(taken, replaced.text)
    made, end = [], 0
    for one in replaced.references:
        made += [said[end : one.start], said[one.start : one.end].standing_for(one.new)]
        end = one.end
    return SourceText.join("", (*made, said[end:])) if said else said


def _as_said(said: SourceText, text: str) -> SourceText:
    """What a field took, as the order says it: without what was taken besides."""
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

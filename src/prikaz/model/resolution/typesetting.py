"""Resolved text with its typography applied (оформление текста): the same on every kind of paper."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from prikaz.language.typography import PLACEHOLDER, typeset
from prikaz.model.resolution.content import Content, ContentPiece
from prikaz.model.text import VerbatimText

#: The typography of one text, remembered: many stand twice.
typeset_once = lru_cache(maxsize=1024)(typeset)


def typeset_content(content: Content) -> Content:
    r"""Resolved text whose plain pieces are set as one text; the others, and the texts of footnotes, stay.

    >>> typeset_content(("на 5 %, ", VerbatimText("a - b"), " - 2027 г."))
    ('на 5\xa0%, ', VerbatimText(text='a - b'), '\xa0– 2027\xa0г.')
    """
    if len(content) == 1 and isinstance(content[0], str):
        return (typeset_once(content[0]),)
    untouched: list[ContentPiece] = []
    joined = ""
    for piece in content:
        if isinstance(piece, str):
            joined += piece
            # a sign that came with the text stands for itself
            untouched += [VerbatimText(PLACEHOLDER)] * piece.count(PLACEHOLDER)
        else:
            joined += PLACEHOLDER
            untouched.append(piece)
    if not untouched:
        return (typeset_once(joined),)
    first, *others = typeset_once(joined).split(PLACEHOLDER)
    pieces = (first, *chain.from_iterable(zip(untouched, others, strict=True)))
    return tuple(piece for piece in pieces if piece)

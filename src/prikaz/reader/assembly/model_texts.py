"""Texts of lines as texts of the model: plain spaces, braces doubled only where the model reads them."""

from __future__ import annotations

import re
from typing import Final

from prikaz.reader.source_text import SourceText
from prikaz.reader.texts import kept_spaces

_NBSP: Final = "\u00a0"
#: White space within a line; a no-break space among others wins, as typography has it.
_RUN: Final = re.compile(r"[ \t\n\f\v\r\u00a0\u2007\u202f]{2,}|[\t\n\f\v\r\u2007\u202f]")
_FIRM: Final = re.compile(r"[\u00a0\u2007\u202f]")
_SPACED_OUT: Final = re.compile(r"(?<![\w.])(?:[А-ЯЁ][ \u00a0]){3,40}[А-ЯЁ](?!\w)")
_BRACES: Final = re.compile(r"\{\{|\}\}")


def prose(text: SourceText) -> SourceText:
    """A running text of the model, in one line; its no-break spaces are plain where typography sets them."""
    return _plain(_tidy(text), is_title=False)


def title(text: SourceText) -> SourceText:
    """The same of a heading, whose prepositions are bound to the next word."""
    return _plain(_tidy(text), is_title=True)


def unspaced(text: SourceText) -> SourceText:
    """A title with words joined whose letters are spaced out: «С О С Т А В комиссии»."""
    return text.replaced(_SPACED_OUT, lambda found: found[0].replace(" ", "").replace(_NBSP, ""))


def words(text: SourceText) -> SourceText:
    """A text of the model that holds no references, in one line: a brace in it is a brace."""
    tidy = _tidy(text)
    bare = tidy.replaced(_BRACES, lambda found: found[0][0]) if _BRACES.search(tidy.text) else tidy
    return _plain(bare, is_title=False)


def bare(text: str) -> str:
    """A text to look at: single plain spaces, no doubled braces."""
    return _BRACES.sub(lambda found: found[0][0], " ".join(text.split()))


def _tidy(text: SourceText) -> SourceText:
    stripped = text.strip()
    if not _RUN.search(stripped.text):
        return stripped
    return stripped.replaced(_RUN, lambda found: _NBSP if _FIRM.search(found[0]) else " ")


def _plain(text: SourceText, *, is_title: bool) -> SourceText:
    if _NBSP not in text.text:
        return text
    kept = iter(kept_spaces(text.text, is_title=is_title))
    return text.replaced(_NBSP, lambda _: _NBSP if next(kept) else " ")

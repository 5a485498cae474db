"""Tags of a template as text: where they begin and end, what their parts are, typographic quotes in them.

The language is docxtpl's: ``{{ value }}``, ``{% statement %}``, ``{# comment #}``,
each with an optional ``p``, ``tr``, ``tc`` or ``r`` right after the opening, which
says that the whole paragraph, row, cell or run is replaced by the tag. Where tags
stand in a document is left to :mod:`prikaz.docx.compilation.paragraphs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from prikaz.docx.compilation.source import TagShape

CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}

#: Statements that open a block, and the words that may stand inside it and close it.
BLOCKS: Final = {
    "for": ("else",),
    "if": ("elif", "else"),
    "set": (),
    "macro": (),
    "call": (),
    "filter": (),
    "with": (),
}
#: Statements that set properties of a paragraph, cell, table or section; see
#: :mod:`prikaz.docx.compilation.property_tags`.
PROPERTY_TAGS: Final = frozenset(
    {
        "style",
        "keepnext",
        "numbering",
        "width",
        "vmerge",
        "colspan",
        "cellbg",
        "grid",
        "landscape",
        "vm",
        "hm",
    }
)
_INNER: Final = frozenset(word for words in BLOCKS.values() for word in words)
_ENDS: Final = frozenset(f"end{word}" for word in BLOCKS)
STATEMENTS: Final = frozenset({*BLOCKS, *_INNER, *_ENDS, *PROPERTY_TAGS})

_OPEN_OR_CLOSE: Final = re.compile(r"\{\{(?!\{)|\{%|\{#|\}\}|%\}|#\}")
_INSIDE: Final = re.compile(
    r"""'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | «[^«»{}%]*» | [“„”][^“„”{}%]*[“”] |
    %\} | \{\{ | \{% | [{}]""",
    re.VERBOSE,
)
_SHAPE: Final = re.compile(r"(?:(tr|tc|p|r)(?=\s))?([-+]?)(.*?)([-+]?)", re.DOTALL)

_QUOTES: Final = {"«": "»", "‹": "›", "“": "”“", "”": "”“", "„": "“”", "‘": "’‘", "’": "’‘", "‚": "‘’"}
_LITERAL: Final = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*\"""")
_IGNORED: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


class TagSpan(NamedTuple):
    """A tag found in a text.

    Attributes:
        start: Where it begins.
        end: Where it ends; the end of the text or the next tag when it is not closed.
        closed: Whether it ends with the closing that belongs to it.
        opened: Whether it begins with an opening: a closing may stand alone.
    """

    start: int
    end: int
    closed: bool = True
    opened: bool = True


def find_tags(text: str) -> Iterator[TagSpan]:
    """Find all tags of a text, also the broken ones.

    >>> [(span.start, span.end, span.closed) for span in find_tags("№ {{ номер }} от {{ дата }")]
    [(2, 13, True), (17, 26, False)]
    """
    at = 0
    while found := _OPEN_OR_CLOSE.search(text, at):
        if found[0] in CLOSERS.values():
            span = TagSpan(found.start(), found.end(), opened=False)
        else:
            span = _span(text, found.start(), found[0])
        yield span
        at = span.end


def _span(text: str, start: int, opener: str) -> TagSpan:
    if opener == "{#":
        end = text.find("#}", start + 2)
        return TagSpan(start, end + 2) if end >= 0 else TagSpan(start, len(text), closed=False)
    depth = 0
    at = start + 2
    while found := _INSIDE.search(text, at):
        mark, at = found[0], found.end()
        if not depth and text.startswith(CLOSERS[opener], found.start()):
            return TagSpan(start, found.start() + 2)
        if mark in CLOSERS and not depth:
            return TagSpan(start, found.start(), closed=False)
        depth = max(0, depth + mark.count("{") - mark.count("}"))
    return _plain_span(text, start, opener)


def _plain_span(text: str, start: int, opener: str) -> TagSpan:
    """Close a tag whose quotes or braces do not match at the first closing there is."""
    end = text.find(CLOSERS[opener], start + 2)
    return TagSpan(start, end + 2) if end >= 0 else TagSpan(start, len(text), closed=False)


def take_apart(tag: str) -> TagShape:
    """Take a closed tag apart.

    Raises:
        ValueError: A typographic quote in it has no pair; the argument is the quote.

    >>> take_apart("{%tr for строка in карта %}")
    TagShape(opener='{%', replaces='tr', body=' for строка in карта ', left='', right='')
    >>> take_apart("{% if вид == «приказ» -%}").body
    ' if вид == "приказ" '
    """
    found = _SHAPE.fullmatch(tag[2:-2])
    replaces, left, body, right = found.groups(default="") if found else ("", "", "", "")
    if not replaces and (late := re.match(r"(tr|tc|p|r)\s", body)) and left:
        replaces, body = late[1], body[late.end() :]
    opener = tag[:2]
    return TagShape(opener, replaces, body if opener == "{#" else straighten(body), left, right)


def nesting(body: str) -> int:
    """Count how deep brackets stand inside one another; those in strings are none.

    >>> nesting(" [(а), '((('] ")
    2
    """
    depth = deepest = 0
    for bracket in re.findall(r"[()\[\]{}]", _LITERAL.sub("", body)):
        depth += 1 if bracket in "([{" else -1
        deepest = max(deepest, depth)
    return deepest


def straighten(body: str) -> str:
    r"""Turn Word's quotes round strings into straight ones; quotes inside a straight string stay.

    >>> straighten("вид == “приказ” and 'ООО «Заря»'")
    'вид == "приказ" and \'ООО «Заря»\''
    """
    made: list[str] = []
    at = 0
    body = _IGNORED.sub("", body)
    while at < len(body):
        if literal := _LITERAL.match(body, at):
            made.append(literal[0])
            at = literal.end()
        elif body[at] in _QUOTES:
            end = _closing_quote(body, at)
            inner = body[at + 1 : end]
            mark = "'" if '"' in inner else '"'
            made.append(f"{mark}{inner}{mark}")
            at = end + 1
        else:
            made.append(body[at])
            at += 1
    return "".join(made)


def _closing_quote(body: str, at: int) -> int:
    ends = [end for mark in _QUOTES[body[at]] if (end := body.find(mark, at + 1)) > 0]
    if not ends:
        raise ValueError(body[at])
    return min(ends)

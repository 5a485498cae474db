"""Runs: cut in two, made of words, with the formatting they had."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.elements import PAGE_BREAK
from prikaz.docx.content.names import (
    BOX,
    DELETED_TEXT,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TEXT,
)
from prikaz.docx.revisions.source.characters import Piece, shown
from prikaz.docx.revisions.source.names import (
    BREAK,
    CHANGE_OF_PARAGRAPH,
    CHANGE_OF_RUN,
    COMING,
    DELETED_INSTRUCTION,
    GOING,
    ID,
    INSTRUCTION_TEXT,
    NO_BREAK_HYPHEN,
    TAB,
    TYPE,
)
from prikaz.docx.wml.names import XML_SPACE, w

if TYPE_CHECKING:
    from lxml import etree

#: What a run may hold beside its words and go with them when it is deleted.
PLAIN: Final = frozenset(
    map(w, ("rPr", "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym"))
) | {w("lastRenderedPageBreak")}
_PIECES: Final = re.compile("[\t\n\f\u2011]|[^\t\n\f\u2011]+")
_OF_MARK: Final = COMING | GOING | {CHANGE_OF_RUN}
_GOING_NAMES: Final = {TEXT: DELETED_TEXT, INSTRUCTION_TEXT: DELETED_INSTRUCTION}
_STAYING_NAMES: Final = {new: old for old, new in _GOING_NAMES.items()}


def cut(piece: Piece, place: int, next_id: Callable[[], int]) -> None:
    """Cut a run in two before a character.

    The first half stays the element it was; the second one is made after it.

    Args:
        piece: Where the character stands.
        place: The character in the text of the paragraph.
        next_id: Gives numbers for recorded changes that the cut makes two of.
    """
    run = piece.run
    if run is None:
        return
    leaf = piece.leaf
    middle = piece.offset + place - piece.start
    if middle <= 0:
        _part(run, leaf, next_id)
    elif leaf.tag == TEXT:
        text = leaf.text or ""
        rest = deepcopy(leaf)
        rest.tail = None
        put_text(leaf, text[:middle])
        put_text(rest, text[middle:])
        leaf.addnext(rest)
        _part(run, rest, next_id)


def _part(run: etree._Element, leaf: etree._Element, next_id: Callable[[], int]) -> None:
    """Move what a run holds from an element on into a new run after it."""
    first: etree._Element = leaf
    while (parent := first.getparent()) is not None and parent is not run:
        first = parent
    if not any(child.tag != RUN_PROPERTIES for child in first.itersiblings(preceding=True)):
        return
    made = like(run)
    properties = run.find(RUN_PROPERTIES)
    if properties is not None:
        made.append(copied(properties, next_id))
    for child in [first, *first.itersiblings()]:
        made.append(child)
    made.tail, run.tail = run.tail, None
    run.addnext(made)


def like(element: etree._Element) -> etree._Element:
    """Make an empty element of the same name with the same attributes."""
    return element.makeelement(element.tag, {str(name): str(value) for name, value in element.attrib.items()})


def copied(element: etree._Element, next_id: Callable[[], int]) -> etree._Element:
    """A copy whose recorded changes have numbers of their own."""
    made = deepcopy(element)
    made.tail = None
    for item in made.iter(CHANGE_OF_PARAGRAPH, CHANGE_OF_RUN, *COMING, *GOING):
        item.set(ID, str(next_id()))
    return made


def tidy(run: etree._Element) -> None:
    """Take out spaces that a run holds and does not show, so that cutting it does not bring them out."""
    for leaf in run.iterchildren(TEXT):
        first, last = shown(leaf)
        if not len(leaf) and (first, last) != (0, len(leaf.text or "")):
            leaf.text = (leaf.text or "")[first:last]


def isolate(run: etree._Element, next_id: Callable[[], int]) -> None:
    """Give a run of its own to each thing that must not go when the words of a run go."""
    odd = [child for child in run if child.tag not in PLAIN]
    for child in reversed(odd):
        after = child.getnext()
        if after is not None:
            _part(run, after, next_id)
        _part(run, child, next_id)


def put_text(leaf: etree._Element, text: str) -> None:
    """Put words into a w:t so that spaces at their edges are kept."""
    leaf.text = text
    if text != text.strip():
        leaf.set(XML_SPACE, "preserve")


def made_run(model: etree._Element | None, owner: etree._Element, text: str) -> etree._Element:
    """Make a run of words.

    Args:
        model: The run whose formatting it gets; None for that of the mark of the paragraph.
        owner: The paragraph.
        text: The words, with tabs and breaks as :class:`prikaz.docx.content.elements.Paragraph` has them.
    """
    run = owner.makeelement(RUN)
    if model is None:
        properties = owner.find(f"{PARAGRAPH_PROPERTIES}/{RUN_PROPERTIES}")
    else:
        properties = model.find(RUN_PROPERTIES)
    if properties is not None:
        kept = deepcopy(properties)
        kept.tail = None
        for child in [child for child in kept if child.tag in _OF_MARK]:
            kept.remove(child)
        if len(kept):
            run.append(kept)
    run.extend(made_leaves(run, text))
    return run


def made_leaves(run: etree._Element, text: str) -> Iterator[etree._Element]:
    """Make what a run of these words holds."""
    for found in _PIECES.findall(text):
        if found in _SIGNS:
            yield run.makeelement(_SIGNS[found])
        elif found == PAGE_BREAK:
            yield run.makeelement(BREAK, {TYPE: "page"})
        else:
            leaf = run.makeelement(TEXT)
            put_text(leaf, found)
            yield leaf


_SIGNS: Final = {"\t": TAB, "\n": BREAK, "\u2011": NO_BREAK_HYPHEN}


def join_alike(run: etree._Element) -> None:
    """Join a run with those beside it that look as it does: nothing tells of the change any more."""
    for first, second in ((run, run.getnext()), (run.getprevious(), run)):
        if first is not None and second is not None and first.tag == second.tag == RUN:
            _join(first, second)


def _join(first: etree._Element, second: etree._Element) -> None:
    parent = second.getparent()
    is_plain = all(
        child.tag in PLAIN and not (child.tag == TEXT and len(child)) for child in (*first, *second)
    )
    if parent is None or not is_plain or _look(first) != _look(second):
        return
    tidy(first)
    tidy(second)
    for child in [child for child in second if child.tag != RUN_PROPERTIES]:
        last = first[-1] if len(first) else None
        if child.tag == TEXT and last is not None and last.tag == TEXT:
            put_text(last, (last.text or "") + (child.text or ""))
        else:
            first.append(child)
    parent.remove(second)


def _look(run: etree._Element) -> list[tuple[str, dict[str, str]]]:
    properties = run.find(RUN_PROPERTIES)
    said = () if properties is None else properties.iterdescendants()
    return [(each.tag, {str(name): str(value) for name, value in each.attrib.items()}) for each in said]


def rename_going(run: etree._Element) -> None:
    """Name the words of a run as deleted words are named."""
    _rename(run, _GOING_NAMES)


def rename_staying(element: etree._Element) -> None:
    """Name deleted words as words are named."""
    _rename(element, _STAYING_NAMES)


def _rename(element: etree._Element, names: dict[str, str]) -> None:
    for item in list(element.iter(*names)):
        if not _is_boxed(item, element):
            item.tag = names[item.tag]


def _is_boxed(item: etree._Element, top: etree._Element) -> bool:
    """Whether a text box lies between an element and one it stands in."""
    for parent in item.iterancestors():
        if parent is top:
            return False
        if parent.tag == BOX:
            return True
    return False

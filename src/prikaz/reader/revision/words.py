"""Words of a paragraph that become those of another one, word by word, numbers whole (правка слов)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from prikaz.docx.content.elements import OBJECT, Paragraph
from prikaz.docx.revisions import Edit
from prikaz.reader.revision.alignment import bag, folded, likeness

_TOKEN: Final = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|.", re.DOTALL)
#: Texts that have less in common are changed whole: a patchwork of both would say nothing.
_LEAST: Final = 0.25


def word_edits(old: Paragraph, text: str) -> list[Edit]:
    """The edits that make another text of that of a paragraph; as many objects stay where they are."""
    made: list[Edit] = []
    place = 0
    olds, news = [old.text], [text]
    if old.text.count(OBJECT) == text.count(OBJECT):
        olds, news = old.text.split(OBJECT), text.split(OBJECT)
    for was, became in zip(olds, news, strict=True):
        for start, end, words in _changes(was, became):
            made.append(Edit(old.part, old.index, place + start, place + end, words, whole=True))
        place += len(was) + len(OBJECT)
    return made


def _changes(was: str, became: str) -> Iterator[tuple[int, int, str]]:
    """Which characters go from where to where, and what comes."""
    if was == became:
        return
    if OBJECT not in was and likeness(bag(folded(was)), bag(folded(became))) < _LEAST:
        yield 0, len(was), became
        return
    old, new = _TOKEN.findall(was), _TOKEN.findall(became)
    places = [0]
    for token in old:
        places.append(places[-1] + len(token))
    for start, end, new_start, new_end in _stretches(old, new):
        yield places[start], places[end], "".join(new[new_start:new_end])


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Tokens that differ; stretches with only a space between them are one."""
    matcher = SequenceMatcher(" ".__eq__, old, new, autojunk=False)
    last: tuple[int, int, int, int] | None = None
    for kind, *found in matcher.get_opcodes():
        start, end, new_start, new_end = found
        if kind == "equal":
            continue
        if last is not None and old[last[1] : start] == [" "]:
            last = (last[0], end, last[2], new_end)
            continue
        if last is not None:
            yield last
        last = (start, end, new_start, new_end)
    if last is not None:
        yield last

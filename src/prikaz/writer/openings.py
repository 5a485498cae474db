"""What opens with a capital (с прописной): clauses and cells, as their neighbours are typed by the author.

Only what a reference opens is asked about; words that the author has typed
stand as they are typed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from prikaz.model import Block, Clause, Heading, Marker, Paragraph
from prikaz.model.resolution.numbering import ClauseLists, NumberedClause

_GOES_ON: Final = (":", ";", ",")
_LISTED: Final = (";", ",")
_OPENING: Final = ' \u00a0«„“"(['


def opens_sentence(numbered: NumberedClause, lists: ClauseLists) -> bool:
    """Whether a clause with a reference begins a sentence.

    A numbered clause does. A sub-clause, and a dash, a bracket or a letter, begins as its neighbours do;
    where they do not tell, one of a list that is joined by semicolons, and a dash, goes on with the sentence
    above.
    """
    clause, marker = numbered.clause, numbered.marker
    if numbered.is_section or (numbered.level == 1 and marker in {Marker.NUMBER, Marker.ABSENT}):
        return True
    if not opens_with_reference(clause.text):
        return False  # nobody asks
    listed = next(items for path, items in lists.items() if numbered.path[: len(path)] == path)
    beside = [item.clause for item in listed if item.path[:-1] == numbered.path[:-1]]
    like_others = begin_with_capital(tuple(item.text for item in beside))
    if like_others is not None:
        return like_others
    if marker is Marker.DASH or any(item.text.rstrip().endswith(_LISTED) for item in beside):
        return False
    above = next((item.clause for item in listed if item.path == numbered.path[:-2]), clause)
    return marker is Marker.NUMBER or not goes_on(above)


def goes_on(above: Block | Clause | str) -> bool:
    """Whether a sentence goes on behind a paragraph: «Комиссии:», «представить план;»."""
    text = above.text if isinstance(above, Clause | Paragraph | Heading) else above
    return isinstance(text, str) and text.rstrip().endswith(_GOES_ON)


def opens_with_reference(text: str) -> bool:
    """Whether a reference stands first in a text, maybe in quotes.

    >>> opens_with_reference("«{школа}» открыть"), opens_with_reference("открыть {школа}")
    (True, False)
    """
    return text.lstrip(_OPENING)[:1] == "{"


@lru_cache(maxsize=1024)
def begin_with_capital(texts: tuple[str, ...]) -> bool | None:
    """Whether texts of one kind begin with a capital; ``None`` when none of them tells.

    >>> begin_with_capital(("{куратор}", "отдел образования")), begin_with_capital(("{куратор}",))
    (False, None)
    """
    from prikaz.language.phrases.sentences import opens_with_capital  # noqa: PLC0415 (few texts begin with a reference)

    told = {opens_with_capital(text) for text in texts} - {None}
    return None if not told else told == {True}

"""What a clause is called where something else speaks of it: «подпункт «б» пункта 2», «часть 1 статьи 3»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from prikaz.model.blocks import Marker
from prikaz.model.resolution.markers import LOCAL, SECTIONS
from prikaz.model.resolution.numbering import NumberedClause, article_of, section_of

_NBSP: Final = "\u00a0"


class ClauseWord(NamedTuple):
    """A word for clauses of one kind.

    Attributes:
        nominative: подпункт.
        genitive: подпункта.
        instrumental: подпунктом, the example of a form for a reference.
        stem: What a form of the word holds.
    """

    nominative: str
    genitive: str
    instrumental: str
    stem: str


_CLAUSE: Final = ClauseWord("пункт", "пункта", "пунктом", "пункт")
_SUBCLAUSE: Final = ClauseWord("подпункт", "подпункта", "подпунктом", "подпункт")
_PART: Final = ClauseWord("часть", "части", "частью", "част")
_SECTION: Final = ClauseWord("раздел", "раздела", "разделом", "раздел")
_SECTIONS: Final = {
    Marker.ROMAN: _SECTION,
    Marker.CHAPTER: ClauseWord("глава", "главы", "главой", "глав"),
    Marker.ARTICLE: ClauseWord("статья", "статьи", "статьёй", "стат"),
}


def word_for(item: NumberedClause) -> ClauseWord:
    """The word for a clause: a part of an article is a «часть», and what stands in it a «пункт»."""
    if item.marker in SECTIONS:
        return _SECTIONS[item.marker]
    if item.marker is Marker.NUMBER:
        return _PART if article_of(item) else _CLAUSE
    above = next(holders(item), None)
    if item.marker is Marker.BRACKET and (above is None or above.marker in SECTIONS or article_of(item)):
        return _CLAUSE
    return _SUBCLAUSE


def may_be_called(item: NumberedClause, form: str) -> bool:
    """Whether a word of an author, in whatever form, can stand before the number of a clause."""
    words = {word_for(item).stem}
    if item.marker is Marker.NUMBER:
        words.add(_CLAUSE.stem)
        if item.clause.is_heading:
            words.add(_SECTION.stem)
    return any(word in form.casefold() for word in words)


def holders(item: NumberedClause) -> Iterator[NumberedClause]:
    """The clauses that have to be named for this one to be found, from the nearest.

    A number says where its clause stands, unless numbers begin anew in each article; a letter does not.
    """
    here: NumberedClause | None = item
    while here is not None:
        if here.marker in SECTIONS:
            return
        here = _numbered_above(here) if here.marker in LOCAL else article_of(here)
        if here is not None:
            yield here


def shown_number(item: NumberedClause) -> str:
    """The number as another text names it: a letter stands in quotation marks."""
    return f"«{item.number}»" if item.marker is Marker.LETTER else item.number


def name_of(item: NumberedClause, *, in_section: bool = False) -> str:
    """A numbered clause in the nominative, with those that hold it: «подпункт «б» пункта 2».

    Args:
        item: The clause.
        in_section: Whether to name the section too with whose number that of the clause begins: a chapter and
            an article may have the same one.
    """
    section = section_of(item) if in_section else None
    above = (*holders(item), *(() if section is None else (section,)))
    first = f"{word_for(item).nominative} {shown_number(item)}"
    return " ".join((first, *(f"{word_for(one).genitive} {shown_number(one)}" for one in above)))


def _numbered_above(item: NumberedClause) -> NumberedClause | None:
    above = item.parent
    while above is not None and not above.number:
        above = above.parent
    return above

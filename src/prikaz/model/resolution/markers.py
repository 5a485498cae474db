"""What a marker makes of a place (нумерация): its letter, figure or word, and what is usual under it."""

from __future__ import annotations

from typing import Final

from prikaz.language.numbers.roman import roman
from prikaz.model.blocks import Marker

#: Letters as Word counts with them (russianLower): no ё, й, ъ, ы, ь.
_LETTERS: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
#: Headings of sections, counted through the whole list.
SECTIONS: Final = frozenset({Marker.ROMAN, Marker.CHAPTER, Marker.ARTICLE})
#: Counted anew in each group of siblings.
LOCAL: Final = frozenset({Marker.BRACKET, Marker.LETTER})
_USUAL: Final = {
    Marker.BRACKET: Marker.LETTER,
    Marker.LETTER: Marker.DASH,
    Marker.DASH: Marker.DASH,
}
_LABELS: Final = {
    Marker.NUMBER: "{}.",
    Marker.BRACKET: "{})",
    Marker.LETTER: "{})",
    Marker.ROMAN: "{}.",
    Marker.CHAPTER: "Глава\u00a0{}.",
    Marker.ARTICLE: "Статья\u00a0{}.",
}


def usual_under(marker: Marker) -> Marker:
    """What stands before the sub-clauses of a clause when nothing is said.

    >>> [usual_under(marker).value for marker in (Marker.NUMBER, Marker.BRACKET, Marker.LETTER)]
    ['номер', 'буква', 'тире']
    """
    return _USUAL.get(marker, Marker.NUMBER)


def counted(marker: Marker, place: int) -> str:
    """A place from 1 as its marker writes it.

    >>> counted(Marker.LETTER, 10), counted(Marker.ROMAN, 4), counted(Marker.BRACKET, 2)
    ('к', 'IV', '2')
    """
    if marker is Marker.LETTER:
        round_, letter = divmod(place - 1, len(_LETTERS))
        return _LETTERS[letter] * (round_ + 1)
    return roman(place) if marker is Marker.ROMAN else str(place)


def label(marker: Marker, number: str) -> str:
    """What is printed before a clause with this number; "" for a dash and a clause without a number.

    >>> label(Marker.NUMBER, "2.1"), label(Marker.LETTER, "б"), label(Marker.DASH, "")
    ('2.1.', 'б)', '')
    """
    return _LABELS[marker].format(number) if number else ""

"""Names that stand in another case than the nominative (косвенные падежи): by endings and the dictionary.

Names are written in the nominative, and one that is not would be declined once
more. A patronymic shows its case by itself; a first name is looked up; of a
surname only such endings count as no surname has in the nominative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from prikaz.language.names.listed import is_oblique_name
from prikaz.language.names.paradigms import has_vowel
from prikaz.language.names.parts import is_initials, sex_of_patronymic
from prikaz.language.words.spelling import fold_letters

_PATRONYMIC: Final = re.compile(
    r"[а-я]{2,}(?:[иы]ч(?:а|у|ом|ем)|[ое]виче|(?:иль|кузьм|лук|никит|фом|савв)иче"
    r"|(?:[ое]в|ич)н(?:ы|е|у|ой|ою))"
)
#: Of Белов, Зимин, Полянский in other cases.
_POSSESSIVE: Final = re.compile(r"(?P<stem>.+)(?:[ое]ву|(?:[ое]в|[иы]н)ым)")
_ADJECTIVE: Final = re.compile(r".*[сц]к(?:ому|ого|им|ую)")
#: Endings that hardly any surname has in the nominative: «Никитину», «Белове», «Седому», «Шевчуку».
_LIKELY: Final = re.compile(r".{2,}(?:[ое]ве|[иы]ну|[ое]му|[ое]го)")
_LOOKED_UP: Final = re.compile(r".{2,}(?:[ую]|[ое]м)")
_WOMEN: Final = ("овой", "евой", "иной", "ыной")
_SHORTEST: Final = 6
#: In «-е» and «-и» end names of other peoples too: «Марине», «Инге».
_ALSO_NOMINATIVE: Final = ("е", "и")


class ObliquePart(NamedTuple):
    """A word of a name that stands in another case.

    Attributes:
        word: The word.
        certain: Whether it cannot be a nominative.
    """

    word: str
    certain: bool


def is_oblique_patronymic(word: str) -> bool:
    """Whether a word is a patronymic in another case than the nominative.

    >>> is_oblique_patronymic("Львовичу"), is_oblique_patronymic("Петровны"), is_oblique_patronymic("Ильич")
    (True, True, False)
    """
    return _PATRONYMIC.fullmatch(fold_letters(word)) is not None


def oblique_part(last: str, first: str, middle: str) -> ObliquePart | None:
    """The word of a name that is not in the nominative, a certain one before one that is only likely.

    >>> oblique_part("Белову", "Игорю", "Львовичу")
    ObliquePart(word='Львовичу', certain=True)
    >>> oblique_part("Белова", "И.", "Л.") is None
    True
    """
    found = sorted(_oblique_parts(last, first, middle), key=lambda part: not part.certain)
    return found[0] if found else None


def _oblique_parts(last: str, first: str, middle: str) -> Iterator[ObliquePart]:
    yield from (ObliquePart(word, certain=True) for word in middle.split() if is_oblique_patronymic(word))
    *_, surname = last.split() or [""]
    parts = [fold_letters(part) for part in surname.split("-")]
    if any(map(_is_oblique, parts)):
        yield ObliquePart(surname, certain=True)
    if sex_of_patronymic(middle):  # in the nominative, and so are the others
        return
    is_alone = not first or is_initials(first)
    oblique = [] if is_alone else [word for word in first.split() if is_oblique_name(word)]
    if oblique:
        yield ObliquePart(oblique[0], certain=not oblique[0].endswith(_ALSO_NOMINATIVE))
    elif _is_oblique_woman(parts[-1]) or (is_alone and _is_likely(parts[-1])):
        yield ObliquePart(surname, certain=False)


def _is_oblique_woman(part: str) -> bool:
    """«Ивановой»; not «Луговой», which is a man's surname too."""
    return part.endswith(_WOMEN) and is_oblique_name(part)


def _is_likely(part: str) -> bool:
    if len(part) >= _SHORTEST and _LIKELY.fullmatch(part):
        return True
    return _LOOKED_UP.fullmatch(part) is not None and is_oblique_name(part)


def _is_oblique(part: str) -> bool:
    possessive = _POSSESSIVE.fullmatch(part)
    return (possessive is not None and has_vowel(possessive["stem"])) or _ADJECTIVE.fullmatch(
        part
    ) is not None

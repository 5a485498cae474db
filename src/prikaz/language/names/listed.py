"""What the dictionary and its ending say of one word of a name: a first name, a surname, another case."""

from __future__ import annotations

import re
from typing import Final

from prikaz.language.names.paradigms import has_vowel, is_possessive
from prikaz.language.words.cases import Case
from prikaz.language.words.morphology import Reading, read_word
from prikaz.language.words.spelling import fold_letters

_FEMININE: Final = ("ова", "ева", "ина", "ына")
_ADJECTIVES: Final = ("ский", "цкий", "ская", "цкая")
_SURNAME: Final = "Surn"


def may_be_first_name(word: str) -> bool:
    """Whether the dictionary has a word as a first name.

    >>> may_be_first_name("Анна"), may_be_first_name("Ветрова")
    (True, False)
    """
    return any(one.is_first_name for one in _nominatives(word))


def ends_as_surname(word: str) -> bool:
    """Whether a word, or a half of it, ends as Russian surnames do; the dictionary is not asked.

    >>> ends_as_surname("Ветрова"), ends_as_surname("Шевчук")
    (True, False)
    """
    return any(map(_ends_as_surname, re.split("[-‑]", fold_letters(word))))


def _ends_as_surname(part: str) -> bool:
    feminine = part.endswith(_FEMININE) and has_vowel(part[:-3])
    return feminine or is_possessive(part) or part.endswith(_ADJECTIVES)


def is_first_name(word: str) -> bool:
    """Whether the dictionary has a word as a first name, and not as a surname: «Анна», unlike «Герман»."""
    return may_be_first_name(word) and not is_listed_surname(word)


def is_indeclinable_name(word: str) -> bool:
    """Whether the dictionary has a first name that never declines: «Ли»."""
    return any({"Name", "Fixd"} in one.parse.tag for one in _nominatives(word))


def is_listed_surname(word: str) -> bool:
    """Whether the dictionary has a word as a surname."""
    return any(_SURNAME in one.parse.tag for one in _nominatives(word))


def may_be_surname(word: str) -> bool:
    """Whether a word ends as Russian surnames do, or the dictionary has it as a surname.

    >>> may_be_surname("Ветрова"), may_be_surname("Ким"), may_be_surname("Анна")
    (True, True, False)
    """
    return ends_as_surname(word) or is_listed_surname(word)


def is_ordinary_word(word: str) -> bool:
    """Whether the dictionary has a word, and not as a name of anybody.

    >>> is_ordinary_word("Директор"), is_ordinary_word("Лорка"), is_ordinary_word("Сяо")
    (True, False, False)
    """
    readings = [one for one in read_word(word) if one.listed]
    return bool(readings) and not any(one.is_personal_name for one in readings)


def is_oblique_name(word: str) -> bool:
    """Whether the dictionary has a word as a name of one person, and never in the nominative.

    >>> is_oblique_name("Игорю"), is_oblique_name("Анне")
    (True, False)
    """
    readings = [one for one in read_word(word) if one.listed and one.number == "sing"]
    return any(one.is_personal_name for one in readings) and not _nominatives(word)


def _nominatives(word: str) -> list[Reading]:
    return [
        one for one in read_word(word) if one.listed and one.number == "sing" and one.case is Case.NOMINATIVE
    ]

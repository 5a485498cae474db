"""Sex of a person, told from the name only and never from the position.

In official texts the position keeps the masculine for a woman
(«Журавлёвой А.П., заведующему отделом»), so it says nothing about the sex.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Protocol

from prikaz.language.cases import Case, Sex
from prikaz.language.morphology import read_word
from prikaz.language.patterns import Risk, has_vowel, is_possessive, surname_pattern
from prikaz.language.spelling import plain

_INITIALS = re.compile(r"(?:[А-ЯЁA-Z][а-яёa-z]?\.[\s-]*)+|[А-ЯЁA-Z]")
_SONS = ("ич", "оглы", "оглу", "улы", "угли")
_DAUGHTERS = ("вна", "чна", "шна", "кызы", "кизи", "гызы")


def is_initials(name: str) -> bool:
    """Whether a first name or patronymic is given by its letter: «А.», «А», «Дж.», «А.П.».

    >>> is_initials("А."), is_initials("Ия")
    (True, False)
    """
    return bool(_INITIALS.fullmatch(name.strip()))


def detect_sex(last: str, first: str, middle: str) -> Sex | None:
    """Tell the sex from the parts of a name in the nominative.

    The patronymic decides; then the first name and the surname, if they do not contradict each other.

    Args:
        last: Surname; "" if unknown.
        first: First name, initial or "".
        middle: Patronymic, initial or "".

    Returns:
        The sex, or ``None`` when the name does not tell it.

    >>> detect_sex("Шевчук", "Анна", "Петровна")
    <Sex.FEMALE: 'жен'>
    >>> detect_sex("Белов", "И.", "Л.")
    <Sex.MALE: 'муж'>
    >>> detect_sex("Шевчук", "А.", "П.") is None
    True
    """
    by_patronymic = _by_patronymic(middle)
    if by_patronymic:
        return by_patronymic
    told = {_by_first_name(first), _by_surname(last)} - {None}
    return told.pop() if len(told) == 1 else None


def _by_patronymic(middle: str) -> Sex | None:
    word = plain(middle.strip())
    if word.endswith(_SONS):
        return Sex.MALE
    return Sex.FEMALE if word.endswith(_DAUGHTERS) else None


def _by_first_name(first: str) -> Sex | None:
    if not first.strip() or is_initials(first):
        return None
    from pytrovich.enums import Gender  # noqa: PLC0415 - loaded with the rules

    told: Mapping[object, Sex] = {Gender.MALE: Sex.MALE, Gender.FEMALE: Sex.FEMALE}
    return told.get(_detector().detect(firstname=first.strip())) or _by_dictionary(first.strip())


def _by_dictionary(first: str) -> Sex | None:
    """The sex of a name that only the dictionary knows: «Иоганн»."""
    names = [
        one
        for one in read_word(first)
        if one.known and "Name" in one.parse.tag and one.case is Case.NOMINATIVE
    ]
    told = {one.gender for one in names}
    if told == {"masc"}:
        return Sex.MALE
    return Sex.FEMALE if told == {"femn"} else None


def _by_surname(last: str) -> Sex | None:
    word = plain(last.strip()).split("-")[-1]
    if is_possessive(word) or word.endswith(("ский", "цкий", "ый")):
        return Sex.MALE
    if word.endswith(("ская", "цкая")):
        return Sex.FEMALE
    possessive = word.endswith(("ова", "ева", "ина", "ына")) and has_vowel(word[:-3])
    if possessive and surname_pattern(word, Sex.FEMALE).risk is not Risk.NOUN:
        return Sex.FEMALE
    return None


class _Detector(Protocol):
    def detect(self, *, firstname: str) -> object: ...


@cache
def _detector() -> _Detector:
    from pytrovich.detector import PetrovichGenderDetector  # noqa: PLC0415 - only for those who ask

    detector: _Detector = PetrovichGenderDetector()
    return detector

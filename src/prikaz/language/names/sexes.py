"""Sex of a person, detected in the name only and never in the position.

In official texts the position has the masculine for a woman
(«Журавлёвой А.П., заведующему отделом»), so it says nothing about the sex.
"""

from __future__ import annotations

import re

from prikaz.language.names.paradigms import Risk, has_vowel, is_possessive, surname_paradigm
from prikaz.language.names.parts import is_initials, sex_of_patronymic
from prikaz.language.names.petrovich import sex_by_ending
from prikaz.language.words.cases import Case, Sex
from prikaz.language.words.morphology import read_word
from prikaz.language.words.spelling import fold_letters

_SEXES = {"masc": Sex.MALE, "femn": Sex.FEMALE}
#: Names of which both methods know one sex only, and the wrong one.
_MISTAKEN = frozenset({"ляйсан", "исса"})


def detect_sex(last: str, first: str, middle: str) -> Sex | None:
    """Detect the sex in the parts of a name in the nominative.

    The patronymic decides; then the first name and the surname, if they do not contradict each other. Beside
    a second name that is no patronymic («Нгуен Тхи Хань») both must say the same.

    Args:
        last: Surname; "" if unknown.
        first: First name, initial or "".
        middle: Patronymic, initial or "".

    Returns:
        The sex, or ``None`` when the name does not show it.

    >>> detect_sex("Шевчук", "Анна", "Петровна")
    <Sex.FEMALE: 'жен'>
    >>> detect_sex("Белов", "И.", "Л.")
    <Sex.MALE: 'муж'>
    >>> detect_sex("Шевчук", "А.", "П.") is None
    True
    """
    by_patronymic = sex_of_patronymic(middle)
    if by_patronymic:
        return by_patronymic
    by_first, by_last = _by_first_name(first), _by_surname(last)
    if middle.strip() and not is_initials(middle):  # two names and no patronymic: a foreigner
        return by_first if by_first is by_last else None
    found = {by_first, by_last} - {None}
    return found.pop() if len(found) == 1 else None


def _by_first_name(first: str) -> Sex | None:
    """The sex that the dictionary has for the name, unless pytrovich has the other one.

    By its ending alone «Ляйсан» would be a man and «Исса» a woman.
    """
    if not first.strip() or is_initials(first) or fold_letters(first.strip()) in _MISTAKEN:
        return None
    found = {_by_dictionary(part) for part in re.split(r"[\s-]+", first.strip())} - {None}
    sex = found.pop() if len(found) == 1 else None
    return None if sex is None or sex_by_ending(first.strip()) is _other(sex) else sex


def _by_dictionary(first: str) -> Sex | None:
    names = [
        one for one in read_word(first) if one.listed and one.is_first_name and one.case is Case.NOMINATIVE
    ]
    genders = {one.gender for one in names}
    return _SEXES.get(genders.pop()) if len(genders) == 1 else None


def _other(sex: Sex) -> Sex:
    return Sex.FEMALE if sex is Sex.MALE else Sex.MALE


def _by_surname(last: str) -> Sex | None:
    word = fold_letters(last.strip()).split("-")[-1]
    if is_possessive(word) or word.endswith(("ский", "цкий", "ый")):
        return Sex.MALE
    if word.endswith(("ская", "цкая")):
        return Sex.FEMALE
    possessive = word.endswith(("ова", "ева", "ина", "ына")) and has_vowel(word[:-3])
    if possessive and surname_paradigm(word, Sex.FEMALE).risk is not Risk.NOUN:
        return Sex.FEMALE
    return None

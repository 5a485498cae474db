"""Names back in the nominative (именительный падеж): who is meant by «Журавлёву А.П.».

A surname has often more than one reading: «Рогову» is a man in the dative and a woman in the accusative. All
are told; the words around it decide. Each gives back the very words that stood there when it is declined.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from prikaz.errors import LanguageError
from prikaz.language.names.declension import decline_name
from prikaz.language.names.listed import ends_as_surname
from prikaz.language.names.parts import is_initials
from prikaz.language.names.sexes import detect_sex
from prikaz.language.words.cases import Case, Sex
from prikaz.language.words.morphology import Reading, look_up, read_word
from prikaz.language.words.spelling import spell_like

#: What a surname may end in in the nominative, for whatever it ends in elsewhere.
_ENDINGS: Final = ("", "а", "я", "ь", "й", "ий", "ый", "ой", "ая", "яя")
_LONGEST_ENDING: Final = 3
_SHORTEST_STEM: Final = 2


class RecoveredName(NamedTuple):
    """Whom a name may mean.

    Attributes:
        last: Surname in the nominative.
        first: First name in the nominative, or initial.
        middle: Patronymic in the nominative, or initial.
        case: The case in which it stood.
        sex: Sex of the person.
    """

    last: str
    first: str
    middle: str
    case: Case
    sex: Sex


@lru_cache(maxsize=4096)
def recover_name(last: str, first: str, middle: str) -> tuple[RecoveredName, ...]:
    """All that a name in whatever case may mean; an unusual surname is taken as it stands.

    Args:
        last: Surname as it stands.
        first: First name as it stands, or initial.
        middle: Patronymic as it stands, or initial.

    >>> [(name.last, name.case.value) for name in recover_name("Журавлёву", "А.", "П.")]
    [('Журавлёв', 'дат'), ('Журавлёва', 'вин')]
    """
    return tuple(dict.fromkeys(_readings(last, first, middle)))


def _readings(last: str, first: str, middle: str) -> Iterator[RecoveredName]:
    firsts, middles = _first_names(first), _first_names(middle)
    for guess, name, patronymic in product(_surnames(last), firsts, middles):
        known = detect_sex(guess, name, patronymic)
        for sex in (known,) if known else Sex:
            for case in Case:
                meant = RecoveredName(guess, name, patronymic, case, sex)
                if _gives(meant, (last, first, middle)):
                    yield meant


def _gives(name: RecoveredName, words: tuple[str, str, str]) -> bool:
    if name.case is Case.NOMINATIVE:
        return name[:3] == words
    try:
        form = decline_name(name.last, name.first, name.middle, case=name.case, sex=name.sex)
    except LanguageError:
        return False
    parts = (form.last, form.first, form.middle)
    return parts == words and all(part.certain for part in parts)


@lru_cache(maxsize=1024)
def _surnames(word: str) -> tuple[str, ...]:
    """Surnames that may have a word for a form: such as Russians have them, and the word itself."""
    halves = [[half, *(guess for guess in _guesses(half) if _is_usual(guess))] for half in word.split("-")]
    found = ("-".join(parts) for parts in product(*halves))
    usual = [name for name in found if all(map(_is_usual, name.split("-")))]
    return tuple(dict.fromkeys(usual)) or (word,)


def _is_usual(surname: str) -> bool:
    return ends_as_surname(surname) or any(map(_is_surname, look_up(surname)))


def _is_surname(word: Reading) -> bool:
    return word.is_surname and word.number == "sing" and word.case is Case.NOMINATIVE


def _guesses(word: str) -> Iterator[str]:
    for cut in range(min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM) + 1):
        yield from (word[: len(word) - cut] + ending for ending in _ENDINGS)


def _first_names(word: str) -> tuple[str, ...]:
    """First names, or patronymics, that may have a word for a form."""
    if not word or is_initials(word):
        return (word,)
    forms = (
        one.form(Case.NOMINATIVE, animate=True)
        for one in read_word(word)
        if one.listed and one.is_personal_name and one.number == "sing"
    )
    return tuple(dict.fromkeys(spell_like(form, word) for form in forms if form)) or (word,)

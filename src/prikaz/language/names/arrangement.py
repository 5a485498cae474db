"""Names given in fields (фамилия, имя, отчество) whose words do not stand each in its own.

Initials typed into the surname, a whole name in one field, a patronymic beside
the first name: where the words themselves tell which is which, each is put in
its place; where they do not, or contradict each other, they are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from prikaz.errors import LanguageError
from prikaz.language.names.listed import ends_as_surname, is_first_name, may_be_first_name, may_be_surname
from prikaz.language.names.parts import (
    TURKIC_PATRONYMICS,
    initial,
    is_daughters_patronymic,
    is_initials,
    name_words,
    sex_of_patronymic,
    split_name,
)
from prikaz.language.words.spelling import fold_letters

_APART: Final = "разнесите слова по полям: фамилия, имя, отчество"
#: A first name and a patronymic.
_MOST_NAMES: Final = 2


class NameParts(NamedTuple):
    """A name in three fields.

    Attributes:
        last: Surname.
        first: First name, initial or "".
        middle: Patronymic, initial or "".
    """

    last: str
    first: str
    middle: str

    def __str__(self) -> str:
        parts = zip(("фамилия", "имя", "отчество"), self, strict=True)
        return ", ".join(f"{name}: {part}" for name, part in parts if part)


def arrange_name(last: str, first: str, middle: str) -> NameParts:
    """Put each word of a name into its field.

    Args:
        last: What was given as the surname.
        first: What was given as the first name.
        middle: What was given as the patronymic.

    Returns:
        The same fields where nothing is out of place.

    Raises:
        LanguageError: It cannot be told which word is the surname, or a word stands in the wrong field.

    >>> str(arrange_name("А.П. Ветрова", "", ""))
    'фамилия: Ветрова, имя: А., отчество: П.'
    >>> arrange_name("Ветрова", "Анна Петровна", "").middle
    'Петровна'
    """
    given = NameParts(last, first, middle)
    words, names = name_words(last), [*name_words(first), *name_words(middle)]
    if _is_in_one_piece(given, words, names):
        arranged = NameParts(*split_name(" ".join((*words, *names))))
    elif _tells(words) or _tells(name_words(first)) or (len(names) > _MOST_NAMES and _tells(names)):
        arranged = _arranged(given)
    else:
        arranged = given
    _check_order(given, arranged)
    return arranged


def _is_in_one_piece(given: NameParts, words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether the fields are to be read one after another: «А.П.», «Ветрова»; «», «А.П. Ветрова»."""
    if len(given.last) > 1 and all(map(is_initials, words)):
        return True
    begins_a_name = not words or (len(words) > 1 and not given.first)
    return begins_a_name and _tells((*words, *names))


def _tells(words: Sequence[str]) -> bool:
    """Whether words of one field show by themselves that they are more than one part of a name."""
    initials = [*map(is_initials, words)]
    mixed = any(initials) and not all(initials)
    return mixed or any(map(sex_of_patronymic, words[1:]))


def _arranged(given: NameParts) -> NameParts:
    own = (
        NameParts(*split_name(given.last))
        if _tells(name_words(given.last))
        else NameParts(given.last, "", "")
    )
    surname = set(map(fold_letters, name_words(own.last)))
    beside = [*name_words(given.first), *name_words(given.middle)]
    names = [word for word in beside if fold_letters(word) not in surname]
    merged = _merged(given, [*name_words(own.first), *name_words(own.middle)], _once(names))
    if not merged:
        return own
    first, *others = merged
    return NameParts(own.last, first, ("" if all(map(is_initials, others)) else " ").join(others))


def _once(names: Sequence[str]) -> list[str]:
    """Names without those that stand twice: «Анна Петровна» and «Петровна», «А.П.» and «Петровна»."""
    pairs = zip(names, (*names[1:], ""), strict=True)
    initials = [
        name
        for place, (name, following) in enumerate(pairs)
        if not (place and _is_initial_of(name, following))
    ]
    return [name for place, name in enumerate(initials) if is_initials(name) or name not in initials[:place]]


def _is_initial_of(word: str, name: str) -> bool:
    return is_initials(word) and bool(name) and not is_initials(name) and _agree(word, name)


def _merged(given: NameParts, own: Sequence[str], beside: Sequence[str]) -> list[str]:
    """Names that stand with the surname and names that stand in their own fields: the fuller of each two."""
    pairs = [*zip_longest(own, beside, fillvalue="")]
    merged = [max(pair, key=len) for pair in pairs]
    names = [name for name in merged if name.lower() not in TURKIC_PATRONYMICS]
    settled = any(is_initials(name) or sex_of_patronymic(name) for name in names[:-1])
    is_too_long = len(names) > _MOST_NAMES and settled and not all(map(is_initials, names))
    if is_too_long or not all(_agree(one, other) for one, other in pairs):
        raise _unclear(given)
    return merged


def _agree(one: str, other: str) -> bool:
    """Whether two words may be the same name, «А.» and «Анна»; nothing agrees with everything."""
    if not one or not other:
        return True
    if is_initials(one) or is_initials(other):
        return initial(one) == initial(other)
    return fold_letters(one) == fold_letters(other)


def _check_order(given: NameParts, arranged: NameParts) -> None:
    """Refuse names that lack a surname, or have another part in its field."""
    last, first, middle = arranged
    if (first or middle) and not last:
        raise LanguageError(f"у лица «{_joined(given)}» нет фамилии", "впишите её в поле «фамилия»")
    names = [word for word in name_words(middle) if word.lower() not in TURKIC_PATRONYMICS]
    if len(set(map(is_initials, names))) > 1:  # «А.П. Белов И.Л.»: somebody else
        raise _unclear(given)
    is_whole = bool(first and middle) and not is_initials(middle)
    if is_daughters_patronymic(last):
        raise _unclear(given, NameParts(middle, first, last) if is_whole else None)
    if sex_of_patronymic(first):
        raise _unclear(given, NameParts(middle, last, first) if is_whole else None)
    if _may_be_swapped(last, first):
        raise _unclear(given, NameParts(first, last, middle))
    words = last.split()
    if not first and len(words) == _MOST_NAMES and is_first_name(words[0]) and may_be_surname(words[1]):
        raise _unclear(given, NameParts(words[1], words[0], middle))


def _may_be_swapped(last: str, first: str) -> bool:
    """Whether the surname stands as the first name; the dictionary is asked where endings say so."""
    if not first or is_initials(first) or not ends_as_surname(first) or ends_as_surname(last):
        return False
    return is_first_name(last) and not may_be_first_name(first)


def _unclear(given: NameParts, meant: NameParts | None = None) -> LanguageError:
    hint = f"возможно, {meant}" if meant else _APART
    return LanguageError(f"не понять, где в «{_joined(given)}» фамилия", hint)


def _joined(name: NameParts) -> str:
    return " ".join(filter(None, name))

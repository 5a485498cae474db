"""Persons as lines name them (лица): initials before or after, in capitals, between slashes, or none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from prikaz.language.names.parts import initial, is_initials, name_words, split_name
from prikaz.model import OfficeProfile, Person
from prikaz.model.resolution.declension import with_initials
from prikaz.model.resolution.person_names import arranged

_CAPITAL: Final = "[А-ЯЁ]"
_INITIALS: Final = rf"{_CAPITAL}[а-яё]?\.?[ \u00a0]?(?:{_CAPITAL}\.?)?"
_STOPPED: Final = rf"{_CAPITAL}[а-яё]?\.[ \u00a0]?(?:-?{_CAPITAL}\.[ \u00a0]?)?"
_SURNAME: Final = rf"{_CAPITAL}[А-Яа-яЁё'’]+(?:-{_CAPITAL}[А-Яа-яЁё]+)?"
_PATRONYMIC: Final = rf"{_CAPITAL}[А-Яа-яЁё]*(?:[Ии][Чч]|[ВвЧчШш][Нн][Аа])"
#: A name that a line ends in.
_NAME: Final = re.compile(
    rf"""(?:^|(?<=[\s_/,–—-]))(?:
        {_STOPPED}{_SURNAME} | {_SURNAME}[ \u00a0]{_STOPPED}
        | {_CAPITAL}[ \u00a0]{_CAPITAL}[ \u00a0]{_SURNAME}
        | {_SURNAME}[ ]{_SURNAME}[ ]{_PATRONYMIC} | {_SURNAME}[ ]{_PATRONYMIC}[ ]{_SURNAME}
    )$""",
    re.VERBOSE,
)
_NAME_LIKE: Final = re.compile(rf"(?:{_INITIALS}|{_SURNAME}|[ \u00a0.])+")
_NOT_OF_NAMES: Final = re.compile(r"[\d@№]|^\W*(?:подпись|дата)\W*$", re.IGNORECASE)
_CAPITALIZED: Final = re.compile(r"(?<!\w)[A-ZА-ЯЁ]\w")
_ROUND: Final = " \u00a0\t/_"

#: Prints a person as the paper does.
Shown = Callable[[Person], str]


def signed(profile: OfficeProfile) -> Shown:
    """How a person stands in a signature."""

    def shown(person: Person) -> str:
        who = arranged(person)
        return with_initials(who.last, who, profile.initials_in_signature, apart=profile.initials_apart)

    return shown


def in_text(profile: OfficeProfile) -> Shown:
    """How a person stands in a running text."""
    return lambda person: with_initials(person.last, person, profile.initials, apart=profile.initials_apart)


def in_full(person: Person) -> str:
    """How a person stands in a list."""
    return str(arranged(person))


def name_at_end(text: str) -> int:
    """Where the name begins that a text ends in; -1 when it ends in none.

    >>> "Директор школы И.Л. Белов"[name_at_end("Директор школы И.Л. Белов") :]
    'И.Л. Белов'
    """
    stripped = text.rstrip(_ROUND)
    # a name has three words and no more: only the end is looked at
    words = list(re.finditer(r"\S+", stripped))[-4:]
    for word in words:
        found = _NAME.match(stripped, word.start())
        if found:
            return found.start()
    return -1


def looks_like_name(text: str) -> bool:
    """Whether a text is nothing but a name."""
    bare = text.strip(_ROUND)
    return bool(bare) and name_at_end(bare) == 0


def is_no_name(text: str) -> bool:
    """Whether a text cannot be a name: it has figures, or no word with a capital, or it is a hint.

    >>> is_no_name("20__ г."), is_no_name("12.01.2027"), is_no_name("Кленова"), is_no_name("б. н. Кленов")
    (True, True, False, False)
    """
    bare = text.strip(_ROUND)
    return not bare or _NOT_OF_NAMES.search(bare) is not None or _CAPITALIZED.search(bare) is None


def person_of(text: str, shown: Shown) -> tuple[Person, bool]:
    """A person by a name as printed, and whether it was read for certain.

    Args:
        text: The name, with plain spaces.
        shown: Prints a person where the name stands: the reading that prints the same again is the right one.
    """
    name = text.strip(_ROUND)
    if not name:
        return Person(last="", blank=True), True
    natural, whole = _natural(name), Person(last=name)
    if natural is not None and _alike(shown(natural), name):
        return natural, True
    is_name = natural is not None and bool(natural.first) and _NAME_LIKE.fullmatch(name) is not None
    if natural is not None and is_name:
        return natural, True
    return whole, _NAME_LIKE.fullmatch(name) is not None and _alike(shown(whole), name)


def _natural(name: str) -> Person | None:
    words = name_words(name)
    if not words:
        return None
    last, first, middle = split_name(" ".join(words))
    if not last:
        return None
    return Person(last=last, first=_stopped(first), middle=_stopped(middle))


def _stopped(name: str) -> str:
    return initial(name) if name and is_initials(name) else name


def _alike(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())

"""Keys of a data file: Russian and English names of fields, in any writing, and the nearest known one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from prikaz.files.keys.shapes import Record, shapes
from prikaz.model import BLOCKS
from prikaz.model.terms import terms

#: Russian letters, small, by the Latin ones that look like them, large or small.
_RUSSIAN: Final = str.maketrans("abcehkmoptxy", "авсенкмортху")


class Key(NamedTuple):
    """Where a key leads (ключ).

    Attributes:
        name: Russian name of the field, as paths have it.
        field: English name of the field.
        owner: Field of the class whose object has ``field``, when its keys stand in the owner's own
            mapping; "" when the field is the class's own.
    """

    name: str
    field: str
    owner: str = ""


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A key as keys are compared: small letters, е for ё, one space, underscores as spaces.

    >>> fold("By_Year") == fold(" by  year ")
    True
    """
    return re.sub(r"[\s_]+", " ", word).strip().casefold().replace("ё", "е")


@cache
def keys(cls: type) -> Mapping[str, Key]:
    """All folded keys of a class: a class's own come before those of an object laid flat in it.

    >>> from prikaz.model import Signature
    >>> keys(Signature)["фамилия"]
    Key(name='фамилия', field='last', owner='person')
    """
    known: dict[str, Key] = {}
    for name, term in terms(cls).items():
        for word in (term.name, term.one, name, *term.former):
            if word:
                known.setdefault(fold(word), Key(name=term.name, field=name))
    for name, shape in shapes(cls).items():
        if terms(cls)[name].flat and isinstance(shape, Record):
            for word, key in keys(shape.cls).items():
                known.setdefault(word, Key(name=key.name, field=key.field, owner=name))
    return MappingProxyType(known)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known key that is nearest to a word, if one is near.

    >>> nearest("загаловок", ["заголовок", "подзаголовок"])
    'заголовок'
    """
    import difflib  # noqa: PLC0415 (most keys are known)

    by_fold = {fold(key): key for key in known}
    close = difflib.get_close_matches(fold(word), by_fold, n=1, cutoff=0.7)
    return by_fold[close[0]] if close else None


def look_alike(word: str, known: Iterable[str]) -> str | None:
    """The known key that a word is but for Latin letters in the place of Russian ones.

    >>> look_alike("Hомер", ["номер"])
    'номер'
    """
    folded = fold(word)
    russian = folded.translate(_RUSSIAN)
    return next((key for key in known if fold(key) == russian), None) if russian != folded else None


def latin_letters(word: str) -> str:
    """The Latin letters of a word with their places, for a clerk who cannot see them.

    >>> latin_letters("Hoмер")
    '«H» (знак 1), «o» (знак 2)'
    """
    found = enumerate(word, 1)
    return ", ".join(
        f"«{letter}» (знак {place})" for place, letter in found if letter.isascii() and letter.isalpha()
    )


def _english(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


#: Russian names of annex blocks by folded key, Russian or English.
BLOCK_KEYS: Final[Mapping[str, str]] = MappingProxyType(
    {fold(name): name for name in BLOCKS} | {_english(cls.__name__): name for name, cls in BLOCKS.items()}
)

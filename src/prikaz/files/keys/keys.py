"""Keys of a data file: Russian and English names of fields, in any writing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from prikaz.files.keys.shapes import Record, shapes
from prikaz.language.words.spelling import fold
from prikaz.model import BLOCKS
from prikaz.model.terms import terms


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


def _english(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


#: Russian names of annex blocks by folded key, Russian or English.
BLOCK_KEYS: Final[Mapping[str, str]] = MappingProxyType(
    {fold(name): name for name in BLOCKS} | {_english(cls.__name__): name for name, cls in BLOCKS.items()}
)

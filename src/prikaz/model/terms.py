"""The words of the field beside the names of the code: one glossary for messages, files, schema and docs.

Each field of the model carries its Russian name in its metadata. Whoever
needs the pair (the reader of data files, the JSON Schema, the glossary page)
asks :func:`terms`, so that no second table can disagree with the classes.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

_KEY = "term"


class Term(NamedTuple):
    """A word of office work (термин) for one field of a class.

    Attributes:
        name: Russian name, the key of a data file.
        about: What the field holds, one Russian sentence without a full stop.
        one: Russian name when only one item is given, for fields that hold several; "" when there is none.
        flat: Whether the keys of the nested object stand in the owner's own mapping in a data file.
        prose: Whether the field holds running text, in which braces are references.
        former: English names that the field had before; data files may still use them.
    """

    name: str
    about: str
    one: str = ""
    flat: bool = False
    prose: bool = False
    former: tuple[str, ...] = ()


def term(  # noqa: PLR0913 (one argument for each fact of a field)
    name: str,
    about: str,
    *,
    one: str = "",
    flat: bool = False,
    prose: bool = False,
    former: tuple[str, ...] = (),
) -> dict[str, Term]:
    """Metadata for ``attrs.field``: the Russian name of the field and what it holds."""
    return {_KEY: Term(name=name, about=about, one=one, flat=flat, prose=prose, former=former)}


@cache
def terms(cls: type[Any]) -> Mapping[str, Term]:
    """The terms of a class of the model by the English name of the field, in the order of the fields.

    >>> from prikaz.model import Clause
    >>> terms(Clause)["text"].name
    'текст'
    """
    found = {field.name: field.metadata[_KEY] for field in attrs.fields(cls) if _KEY in field.metadata}
    return MappingProxyType(found)


@cache
def hints(cls: type) -> Mapping[str, Any]:
    """The types of the fields that have terms, in the order of the fields.

    ``typing.get_type_hints`` would compile the annotations of all bases again for each class, at every start.
    """
    found = {name: _meant(cls.__annotations__[name], cls.__module__) for name in terms(cls)}
    return MappingProxyType(found)


@cache
def _meant(annotation: str, module: str) -> Any:  # noqa: ANN401 (a type, an alias or a union)
    """What an annotation of a module of ours stands for."""
    return eval(annotation, vars(sys.modules[module]))  # noqa: S307 (it is our own code)

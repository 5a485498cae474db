"""Kinds of documents (виды документов) and their names in the cases."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from prikaz.language.words.cases import Case
from prikaz.model.typed_values import Misfit


class Kind(enum.Enum):
    """Kind of the document (вид документа).

    The first four are directive: they order something and have an operative word, clauses and a signature.
    The others stand by themselves, or become annexes. ``DOCUMENT`` is any other: its heading says all.
    """

    ORDER = "приказ"
    RESOLUTION = "постановление"
    DIRECTIVE = "распоряжение"
    DECISION = "решение"
    PLAN = "план"
    ROADMAP = "дорожная карта"
    MEASURES = "комплекс мер"
    PROGRAMME = "программа"
    SCHEDULE = "график"
    REGULATION = "положение"
    PROCEDURE = "порядок"
    RULES = "правила"
    INSTRUCTION = "инструкция"
    LIST = "перечень"
    DOCUMENT = "документ"

    @property
    def is_directive(self) -> bool:
        """Whether documents of this kind order something (распорядительный документ)."""
        return self in _DIRECTIVE

    def form(self, case: Case) -> str:
        """The name in a case.

        >>> Kind.RESOLUTION.form(Case.INSTRUMENTAL), Kind.MEASURES.form(Case.DATIVE)
        ('постановлением', 'комплексу мер')
        """
        return _FORMS[self][case]


_DIRECTIVE: Final = frozenset({Kind.ORDER, Kind.RESOLUTION, Kind.DIRECTIVE, Kind.DECISION})
_HARD: Final = ("", "а", "у", "", "ом", "е")
_NEUTER: Final = ("е", "я", "ю", "е", "ем", "и")
_FEMININE: Final = ("а", "ы", "е", "у", "ой", "е")
#: Stem, endings in the order of the cases, and what follows unchanged.
_DECLENSION: Final[Mapping[Kind, tuple[str, tuple[str, ...], str]]] = {
    Kind.ORDER: ("приказ", _HARD, ""),
    Kind.RESOLUTION: ("постановлени", _NEUTER, ""),
    Kind.DIRECTIVE: ("распоряжени", _NEUTER, ""),
    Kind.DECISION: ("решени", _NEUTER, ""),
    Kind.PLAN: ("план", _HARD, ""),
    Kind.ROADMAP: (
        "дорожн",
        ("ая карта", "ой карты", "ой карте", "ую карту", "ой картой", "ой карте"),
        "",
    ),
    Kind.MEASURES: ("комплекс", _HARD, " мер"),
    Kind.PROGRAMME: ("программ", _FEMININE, ""),
    Kind.SCHEDULE: ("график", _HARD, ""),
    Kind.REGULATION: ("положени", _NEUTER, ""),
    Kind.PROCEDURE: ("поряд", ("ок", "ка", "ку", "ок", "ком", "ке"), ""),
    Kind.RULES: ("правил", ("а", "", "ам", "а", "ами", "ах"), ""),
    Kind.INSTRUCTION: ("инструкци", ("я", "и", "и", "ю", "ей", "и"), ""),
    Kind.LIST: ("переч", ("ень", "ня", "ню", "ень", "нем", "не"), ""),
    Kind.DOCUMENT: ("документ", _HARD, ""),
}
_FORMS: Final[Mapping[Kind, Mapping[Case, str]]] = MappingProxyType(
    {
        kind: MappingProxyType(dict(zip(Case, (f"{stem}{ending}{rest}" for ending in endings), strict=True)))
        for kind, (stem, endings, rest) in _DECLENSION.items()
    }
)


def to_kind(value: Kind | str) -> Kind | Misfit:
    """Convert to a kind; a text is the Russian word."""
    try:
        return Kind(value)
    except ValueError:
        known = ", ".join(kind.value for kind in Kind)
        return Misfit.of("такого вида нет", value, f"есть: {known}")

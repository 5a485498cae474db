"""What a cited act says of its editions: «(в редакции приказов от 12.03.2026 № 5, от 20.11.2026 № 70)»."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import Final

from prikaz.findings import Finding, Path
from prikaz.language.time.dates import format_date
from prikaz.language.words.cases import Case
from prikaz.model.acts import Act, AmendingAct
from prikaz.model.people import Body
from prikaz.model.profiles import OfficeProfile
from prikaz.model.resolution.content import NBSP
from prikaz.model.resolution.declension import body_in, printed_form
from prikaz.model.resolution.results import WithFindings

#: Kinds of acts in the genitive, of one and of several.
_KINDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "приказ": ("приказа", "приказов"),
        "постановление": ("постановления", "постановлений"),
        "распоряжение": ("распоряжения", "распоряжений"),
        "решение": ("решения", "решений"),
        "указ": ("Указа", "Указов"),
        "закон": ("закона", "законов"),
        "федеральный закон": ("Федерального закона", "Федеральных законов"),
    }
)


def kind_of(genitive: str) -> str | None:
    """The kind of an act whose genitive is given, of one or of several; None if it is not known.

    >>> kind_of("постановлений"), kind_of("протокола")
    ('постановление', None)
    """
    known = genitive.casefold()
    return next((kind for kind, forms in _KINDS.items() if known in map(str.casefold, forms)), None)


def edition_of(act: Act, profile: OfficeProfile, path: Path) -> WithFindings[str]:
    """The acts that have amended a cited one, in brackets; "" when none is named."""
    if not act.amended_by:
        return WithFindings("")
    groups: list[str] = []
    doubts: tuple[Finding, ...] = ()
    for kind, items in groupby(act.amended_by, lambda item: item.kind or act.kind):
        amending = [*items]
        word, asked = _genitive(kind, len(amending) > 1, profile, path)
        groups.append(f"{word} {', '.join(_dated(item, profile) for item in amending)}".strip())
        doubts += asked
    return WithFindings(f"(в{NBSP}редакции {', '.join(groups)})", doubts)


def _genitive(kind: str, several: bool, profile: OfficeProfile, path: Path) -> WithFindings[str]:  # noqa: FBT001
    if known := _KINDS.get(kind.casefold()):
        return WithFindings(known[several])
    if several:
        return WithFindings("")  # «в редакции от …, от …»: no plural is invented
    decline = partial(body_in, Body(name=kind), Case.GENITIVE, profile.dictionary)
    return printed_form(decline, path)


def _dated(item: AmendingAct, profile: OfficeProfile) -> str:
    date = f"от{NBSP}{format_date(item.date, profile.date_style)}" if item.date else ""
    number = f"№{NBSP}{item.number}" if item.number else ""
    return f"{date} {number}".strip()

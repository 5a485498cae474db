"""What the text of an order can refer to by a key (на что ссылаются)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, TypeAlias

from prikaz.findings import Finding, FindingKind, Path, Severity
from prikaz.language.time.dates import format_date
from prikaz.language.words.cases import Case
from prikaz.model.acts import Act
from prikaz.model.fields import Field, FieldKind
from prikaz.model.kinds import Kind
from prikaz.model.orders import Order
from prikaz.model.people import Person
from prikaz.model.profiles import OfficeProfile
from prikaz.model.resolution.numbering import ClauseLists, NumberedAnnex, NumberedClause, number_annexes
from prikaz.model.resolution.results import WithFindings

KEY_REPEATED: Final = FindingKind(
    "key-repeated", "Один ключ дан двум людям, актам, полям, пунктам или приложениям", Severity.ERROR
)
KEY_UNUSABLE: Final = FindingKind(
    "key-unusable", "На ключ нельзя сослаться, потому что в нём пробел, запятая или скобка"
)

ReferenceTarget: TypeAlias = Person | Act | Field | NumberedClause | NumberedAnnex
_SEPARATOR: Final = re.compile(r"[\s,{}]+")
#: Keys that every order has: its own requisites.
OWN_KEYS: Final = ("вид", "орган", "год", "дата", "номер", "место")


def reference_targets(
    order: Order, profile: OfficeProfile, lists: ClauseLists
) -> WithFindings[dict[str, ReferenceTarget]]:
    """Everything that has a key; the keys that stand twice, and those that no text can name."""
    found = [*_keyed(order, lists)]
    counts = Counter(key for key, _, _ in found)
    repeated = (_repeated(key, path) for key, path, _ in found if counts[key] > 1 or key in OWN_KEYS)
    unusable = (_unusable(key, path) for key, path, _ in found if _SEPARATOR.search(key))
    known = _own(order, profile) | {key: target for key, _, target in found}
    return WithFindings(known, (*repeated, *unusable))


def _repeated(key: str, path: Path) -> Finding:
    hint = "дайте другой ключ, иначе непонятно, на что ссылается текст"
    return KEY_REPEATED.finding(f"ключ «{key}» уже занят", hint, path)


def _unusable(key: str, path: Path) -> Finding:
    return KEY_UNUSABLE.finding(
        f"на ключ «{key}» нельзя сослаться в тексте: в нём пробел, запятая или скобка",
        f"назовите его одним словом: {re.sub(_SEPARATOR, '_', key)}",
        path,
    )


def _own(order: Order, profile: OfficeProfile) -> dict[str, ReferenceTarget]:
    """The requisites of the order itself as fields; those that it has."""
    values = {
        "вид": _kind(order.kind),
        "орган": Field(value=order.issuer.called, kind=FieldKind.BODY, forms=order.issuer.forms),
        "год": Field(value=str(order.year or "")),
        "дата": Field(value=format_date(order.date, profile.date_style) if order.date else ""),
        "номер": Field(value=order.number),
        "место": Field(value=order.place),
    }
    return {key: field for key, field in values.items() if field.value}


@lru_cache(maxsize=len(Kind))
def _kind(kind: Kind) -> Field:
    return Field(value=kind.value, forms={case: kind.form(case) for case in Case})


def _keyed(order: Order, lists: ClauseLists) -> Iterator[tuple[str, Path, ReferenceTarget]]:
    yield from ((key, ("люди", key), person) for key, person in order.people)
    yield from ((key, ("акты", key), act) for key, act in order.acts)
    yield from ((key, ("поля", key), field) for key, field in order.fields)
    yield from _keyed_clauses(lists["пункты",])
    yield from (
        (numbered.annex.key, (*numbered.path, "ключ"), numbered)
        for numbered in number_annexes(order)
        if numbered.annex.key
    )
    yield from chain.from_iterable(
        _keyed_clauses(clauses) for path, clauses in lists.items() if path != ("пункты",)
    )


def _keyed_clauses(clauses: Sequence[NumberedClause]) -> Iterator[tuple[str, Path, ReferenceTarget]]:
    return ((item.clause.key, (*item.path, "ключ"), item) for item in clauses if item.clause.key)

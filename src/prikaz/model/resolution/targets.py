"""What the text of an order can refer to by a key (на что ссылаются)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from prikaz.findings import Finding, Path, Severity
from prikaz.language.time.dates import format_date
from prikaz.language.words.cases import Case
from prikaz.model.annexes import Annex, ClauseList
from prikaz.model.clauses import Act, Field, FieldKind
from prikaz.model.orders import Kind, Order
from prikaz.model.people import Person
from prikaz.model.profiles import OfficeProfile
from prikaz.model.prose import block_path
from prikaz.model.resolution.numbering import NumberedClause, number_clauses


class NumberedAnnex(NamedTuple):
    """An annex with its number: None when it is the only one."""

    annex: Annex
    number: int | None
    path: Path


ReferenceTarget: TypeAlias = Person | Act | Field | NumberedClause | NumberedAnnex
#: The numbered clauses of each list of an order by its path: its own first, then those of the annexes.
ClauseLists: TypeAlias = Mapping[Path, Sequence[NumberedClause]]

_SEPARATOR: Final = re.compile(r"[\s,{}]+")
#: Keys that every order has: its own requisites.
OWN_KEYS: Final = ("вид", "орган", "год", "дата", "номер", "место")


def number_annexes(order: Order) -> tuple[NumberedAnnex, ...]:
    """The annexes with their numbers; ГОСТ Р 7.0.97-2016, 5.19: the only one has none."""
    several = len(order.annexes) > 1
    return tuple(
        NumberedAnnex(annex=annex, number=place if several else None, path=("приложения", place))
        for place, annex in enumerate(order.annexes, 1)
    )


def number_lists(order: Order) -> ClauseLists:
    """The clauses of the order and of its annexes, numbered."""
    blocks = {
        (*block_path(("приложения", place), annex, index), "пункты"): block.clauses
        for place, annex in enumerate(order.annexes, 1)
        for index, block in enumerate(annex.blocks)
        if isinstance(block, ClauseList)
    }
    lists = {("пункты",): order.clauses, **blocks}
    return {path: number_clauses(clauses, path) for path, clauses in lists.items()}


def targets(
    order: Order, profile: OfficeProfile, lists: ClauseLists
) -> tuple[dict[str, ReferenceTarget], tuple[Finding, ...]]:
    """Everything that has a key; the keys that stand twice, and those that no text can name."""
    found = [*_keyed(order, lists)]
    counts = Counter(key for key, _, _ in found)
    repeated = tuple(
        Finding(
            code="key-repeated",
            severity=Severity.ERROR,
            path=path,
            message=f"ключ «{key}» уже занят",
            hint="дайте другой ключ, иначе непонятно, на что ссылается текст",
        )
        for key, path, _ in found
        if counts[key] > 1 or key in OWN_KEYS
    )
    unusable = tuple(_unusable(key, path) for key, path, _ in found if _SEPARATOR.search(key))
    return _own(order, profile) | {key: target for key, _, target in found}, repeated + unusable


def _unusable(key: str, path: Path) -> Finding:
    return Finding(
        code="key-unusable",
        path=path,
        message=f"на ключ «{key}» нельзя сослаться в тексте: в нём пробел, запятая или скобка",
        hint=f"назовите его одним словом: {re.sub(_SEPARATOR, '_', key)}",
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
    for numbered in number_annexes(order):
        if numbered.annex.key:
            yield numbered.annex.key, (*numbered.path, "ключ"), numbered
        for index, block in enumerate(numbered.annex.blocks):
            if isinstance(block, ClauseList):
                path = block_path(numbered.path, numbered.annex, index)
                yield from _keyed_clauses(lists[*path, "пункты"])


def _keyed_clauses(clauses: Sequence[NumberedClause]) -> Iterator[tuple[str, Path, ReferenceTarget]]:
    return ((item.clause.key, (*item.path, "ключ"), item) for item in clauses if item.clause.key)

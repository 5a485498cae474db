"""Places against the order: a text under a path that leads to nothing is lost (сверка мест)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from prikaz.findings import Path
from prikaz.model import Annex, Clause, Order
from prikaz.reader.source_text import SourceText

#: Fields that hold one thing or several, by the names of their paths.
_FIELDS: Final = {
    "заголовок": "heading",
    "преамбула": "preamble",
    "место": "place",
    "состояние": "state",
    "подписи": "signatures",
    "согласование": "endorsements",
    "ознакомление": "acknowledgements",
    "верно": "copy_mark",
    "исполнитель": "prepared_by",
    "проект вносит": "introduced_by",
    "рассылка": "distribution",
    "отметки": "notes",
    "основание": "grounds",
    "утверждение": "approval_stamps",
    "совместно": "co_issuers",
    "пункты": "clauses",
    "подпункты": "clauses",
    "приложения": "annexes",
}
#: Parts of a field that are objects of their own.
_INNER: Final = frozenset({"пункты", "подпункты", "приложения"})
#: Fields of the body that issues an order.
_OF_ISSUER: Final = {"бланк": "lines", "реквизиты": "contacts"}


def held_places(order: Order, places: Mapping[Path, SourceText]) -> dict[Path, SourceText]:
    """The places whose paths lead to something that the order holds.

    The others tell of nothing, and what stood there becomes a note.
    """
    return {path: text for path, text in places.items() if _is_held(order, path)}


def _is_held(holder: Order | Annex | Clause, path: Path) -> bool:
    if not path:
        return True
    name, *rest = path
    if name == "орган" and rest and isinstance(holder, Order):
        field = _OF_ISSUER.get(str(rest[0]))
        return field is None or _has(getattr(holder.issuer, field), rest[1:])
    if name == "заголовок" and isinstance(holder, Annex):
        return bool(holder.title)
    field = _FIELDS.get(str(name))
    if field is None or not hasattr(holder, field):
        return True
    value = getattr(holder, field)
    if not _has(value, rest):
        return False
    if name in _INNER and len(rest) > 1 and isinstance(rest[0], int):
        return _is_held(value[rest[0] - 1], tuple(rest[1:]))
    return True


def _has(value: Any, rest: Sequence[str | int]) -> bool:  # noqa: ANN401 (any field of an order)
    """Whether a field holds something, and as many as a path counts."""
    if isinstance(value, tuple):
        count = rest[0] if rest and isinstance(rest[0], int) else 1
        return len(value) >= count
    return value is not None and value != ""

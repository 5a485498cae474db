"""Numbers that stand before clauses set against those that the program counts (сверка номеров).

A number is told where a count leaves its order, and not again at those that go on from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from prikaz.findings import Path
from prikaz.model import Marker
from prikaz.model.resolution.markers import LOCAL, SECTIONS, counted
from prikaz.model.resolution.markers import label as printed_label
from prikaz.model.resolution.numbering import NumberedClause
from prikaz.reader.assembly.drafts import following
from prikaz.reader.assembly.labels import Label

_CHECK: Final = "проверьте номера и ссылки на пункты"
_CHECK_GAP: Final = "если пункты исключены, впишите на их место «Исключён.», и номера не сдвинутся"


class WrongNumber(NamedTuple):
    """A number that is not the one that the program counts.

    Attributes:
        path: Path of its clause.
        reason: What is wrong, in words.
        proposal: What to do.
    """

    path: Path
    reason: str
    proposal: str


def wrong_numbers(items: Sequence[NumberedClause], labels: Mapping[Path, Label]) -> Iterator[WrongNumber]:
    """The numbers of a list at which its count leaves the order.

    Args:
        items: The clauses of the list as the program numbers them.
        labels: What stands before them, by path.
    """
    last: dict[object, tuple[int, ...]] = {}
    shown: dict[Path, tuple[int, ...]] = {}
    for item in items:
        label = labels.get(item.path)
        if label is None or not label.numbers:
            continue
        owner = _owner(item)
        base = shown.get(owner.path, ()) if owner is not None else ()
        key = (item.marker, owner and owner.path, item.path[:-1] if item.marker in LOCAL else ())
        before, expected = last.get(key, ()), following(last.get(key, ()), base)
        last[key] = shown[item.path] = label.numbers
        if label.number != item.number and label.numbers != expected:
            yield _told(item, label, before, expected)


def _owner(item: NumberedClause) -> NumberedClause | None:
    """The clause with whose number that of another one begins, or under which it is counted anew."""
    if item.marker is not Marker.NUMBER:
        return None
    above = item.parent
    while above is not None:
        anew = above.marker is Marker.ARTICLE or (item.with_section and above.marker in SECTIONS)
        if above.marker is Marker.NUMBER or anew:
            return above
        above = above.parent
    return None


def _told(
    item: NumberedClause, label: Label, before: tuple[int, ...], expected: tuple[int, ...]
) -> WrongNumber:
    printed = printed_label(item.marker, item.number) or "без номера"
    missing = label.numbers[-1] - expected[-1]
    is_gap = missing > 0 and label.numbers[:-1] == expected[:-1] and (before or len(expected) > 1)
    if not is_gap or label.marker is not item.marker:
        return WrongNumber(item.path, f"набран номер «{label.text}», а по порядку «{printed}»", _CHECK)
    first, final = (
        _shown(item.marker, (*expected[:-1], place)) for place in (expected[-1], label.numbers[-1] - 1)
    )
    lacks = f"номера «{first}»" if missing == 1 else f"номеров с «{first}» по «{final}»"
    reason = f"набран номер «{label.text}», а {lacks} перед ним нет; по порядку «{printed}»"
    return WrongNumber(item.path, reason, _CHECK_GAP)


def _shown(marker: Marker, numbers: tuple[int, ...]) -> str:
    number = ".".join(map(str, numbers)) if marker is Marker.NUMBER else counted(marker, numbers[-1])
    return printed_label(marker, number)

"""Acts in stamps of approval: those that approved the old document are not those that approve the new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from prikaz.findings import Path
from prikaz.model import Act, Order
from prikaz.model.contents import annexes, stamps
from prikaz.rollover.outcome import Kept
from prikaz.rollover.proposals import print_act
from prikaz.rollover.year_shift import YearShift

#: Why the date and the number of an approving act become blank.
NOT_APPROVED: Final = "новый документ ещё не утверждён"
_EARLIER: Final = "акт прежних лет, не этого документа"
_OTHERS: Final = "акт, которым утверждён чужой документ"


class StampActs(NamedTuple):
    """The acts in the stamps of an order (акты грифов).

    Attributes:
        own: Paths of those by which the old document was approved.
        kept: The others, each with its reason.
    """

    own: frozenset[Path]
    kept: tuple[Kept, ...]

    @classmethod
    def of(cls, order: Order, shift: YearShift) -> StampActs:
        """Tell the acts apart: the year of the document, or the one before, is that of its approval."""
        own, kept = set[Path](), list[Kept]()
        for path, act, is_foreign in _acts(order):
            if is_foreign or (act.date and act.date.year < shift.year - 1):
                kept.append(Kept(path=path, words=print_act(act), why=_OTHERS if is_foreign else _EARLIER))
            else:
                own.add(path)
        return cls(frozenset(own), tuple(kept))


def _acts(order: Order) -> Iterator[tuple[Path, Act, bool]]:
    """The acts of all stamps with their paths, and whether they stand over an annex of another act."""
    foreign = {path for path, annex in annexes(order) if annex.act}
    for path, stamp in stamps(order):
        if stamp.act:
            yield (*path, "акт"), stamp.act, path[:-2] in foreign

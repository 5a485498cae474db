"""What every check looks at, found once."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from prikaz.findings import Path
from prikaz.model import Block, Order
from prikaz.model.contents import blocks
from prikaz.model.prose import words
from prikaz.model.resolution.numbering import ClauseLists, number_lists


class CheckContext(NamedTuple):
    """An order with what has been found about it (проверяемый документ).

    Attributes:
        order: The order.
        lists: Its clauses, numbered, as :func:`prikaz.model.resolution.numbering.number_lists` gives them.
        texts: All its texts, each once, as :func:`prikaz.model.prose.words` gives them.
        blocks: All its blocks with their paths, as :func:`prikaz.model.contents.blocks` gives them.
    """

    order: Order
    lists: ClauseLists
    texts: AbstractSet[str]
    blocks: Sequence[tuple[Path, Block]]

    @classmethod
    def of(cls, order: Order, lists: ClauseLists | None = None) -> CheckContext:
        """Look at an order; ``lists`` are its clauses, numbered, if that has been done."""
        numbered = number_lists(order) if lists is None else lists
        return cls(order, numbered, words(order), (*blocks(order),))

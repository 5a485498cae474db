"""What is wrong with an order, as findings; a neighbour of the writer, which prints what is right.

A module of this package is a check: a function that takes an order with its clauses numbered and
gives what it finds. It is called because it stands in :data:`CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from prikaz.checks.misprints import misprints
from prikaz.checks.typing_mistakes import typing_mistakes
from prikaz.findings import Finding
from prikaz.model import Order
from prikaz.model.resolution.numbering import ClauseLists

__all__ = ["CHECKS", "Check", "check"]

#: An order and its clauses, numbered, in; findings out.
Check: TypeAlias = Callable[[Order, ClauseLists], Iterable[Finding]]

#: All checks, in the order in which their findings are reported.
CHECKS: Final[tuple[Check, ...]] = (typing_mistakes, misprints)


def check(order: Order, lists: ClauseLists) -> tuple[Finding, ...]:
    """Run all checks.

    Args:
        order: The order.
        lists: Its clauses, numbered, as :func:`prikaz.model.resolution.numbering.number_lists` gives them.
    """
    return tuple(finding for run in CHECKS for finding in run(order, lists))

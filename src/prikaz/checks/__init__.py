"""What is wrong with an order, as findings; a neighbour of the writer, which prints what is right.

A check is a function that takes a :class:`CheckContext` and gives what it finds. It is called because it
stands in :data:`CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from prikaz.checks.annex_numbers import annex_numbers
from prikaz.checks.approvals import approvals
from prikaz.checks.blanks import blanks
from prikaz.checks.context import CheckContext
from prikaz.checks.joint import joint
from prikaz.checks.misprints import misprints
from prikaz.checks.totals import totals
from prikaz.checks.typing_mistakes import typing_mistakes
from prikaz.findings import Finding
from prikaz.model import Order
from prikaz.model.resolution.numbering import ClauseLists

__all__ = ["CHECKS", "Check", "CheckContext", "check"]

#: What is known of an order in; findings out.
Check: TypeAlias = Callable[[CheckContext], Iterable[Finding]]

#: All checks, in the order in which their findings are reported.
CHECKS: Final[tuple[Check, ...]] = (
    typing_mistakes,
    misprints,
    annex_numbers,
    joint,
    approvals,
    blanks,
    totals,
)


def check(order: Order, lists: ClauseLists) -> tuple[Finding, ...]:
    """Run all checks.

    Args:
        order: The order.
        lists: Its clauses, numbered, as :func:`prikaz.model.resolution.numbering.number_lists` gives them.
    """
    context = CheckContext.of(order, lists)
    return tuple(finding for run in CHECKS for finding in run(context))

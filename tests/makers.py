"""Small orders for tests: one that is right, of which each test changes what it is about."""

from __future__ import annotations

from typing import Any

from prikaz import Kind, Order, Person, Signature
from prikaz.checks import check
from prikaz.findings import Finding
from prikaz.model.resolution.numbering import number_lists

HEAD = Signature(position="Заведующий отделом", person=Person(last="Белов", first="Игорь", middle="Львович"))


def make_order(**changes: Any) -> Order:
    """An order of one clause, signed; ``changes`` are fields of :class:`prikaz.Order`."""
    given: dict[str, Any] = {
        "kind": Kind.ORDER,
        "clauses": ["Контроль за исполнением приказа оставляю за собой."],
        "signatures": [HEAD],
    }
    return Order(**(given | changes))


def checked(order: Order) -> tuple[Finding, ...]:
    """What the checks find in an order."""
    return check(order, number_lists(order))

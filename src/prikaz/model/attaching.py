"""A document that stood alone, given to an order as its annex (приложить документ)."""

from __future__ import annotations

from typing import TypeVar

import attrs

from prikaz.errors import ModelError
from prikaz.model.annexes import Annex
from prikaz.model.blocks import ClauseList, Paragraph
from prikaz.model.kinds import Kind
from prikaz.model.orders import Order

T = TypeVar("T")


def attach(order: Order, document: Order, key: str = "") -> Order:
    """An order with a plan or a положение behind its annexes.

    The annex has the text of the document and its annexes. Not carried over is what the order says instead:
    date, number, approval, signatures, who has prepared it.

    Args:
        order: The order.
        document: What stands alone.
        key: Name by which the text of the order refers to the annex.

    Raises:
        ModelError: The document orders something itself, or a key of its people, acts and fields means
            something else in the order.

    >>> from prikaz.model import Kind, Person, Signature
    >>> order = Order(kind=Kind.ORDER, clauses=["Утвердить {приложение план}."],
    ...               signatures=[Signature(person=Person(last="Белов"))])
    >>> attach(order, Order(kind=Kind.PLAN, heading="работы", blocks=["Работать."]), "план").annexes[0].title
    'План работы'
    """
    if document.kind.is_directive:
        raise ModelError(f"{document.kind.value} не бывает приложением", "приложите план или положение")
    named = document.kind is not Kind.DOCUMENT
    title = f"{document.kind.value.capitalize()} {document.heading}".rstrip() if named else document.heading
    preamble = (Paragraph(text=document.preamble),) if document.preamble else ()
    text = (_as_block(document),) if document.clauses else ()
    annex = Annex(
        key=key,
        title=title,
        orientation=document.orientation,
        blocks=(*preamble, *text, *document.blocks),
        annexes=document.annexes,
    )
    return attrs.evolve(
        order,
        people=_joined(order.people, document.people),
        acts=_joined(order.acts, document.acts),
        fields=_joined(order.fields, document.fields),
        annexes=(*order.annexes, annex),
    )


def _as_block(document: Order) -> ClauseList:
    """The clauses of a document as a block."""
    return ClauseList(
        clauses=document.clauses,
        clause_marker=document.clause_marker,
        with_section=document.with_section,
    )


def _joined(own: tuple[tuple[str, T], ...], other: tuple[tuple[str, T], ...]) -> tuple[tuple[str, T], ...]:
    """What both have by their keys."""
    known = dict(own)
    for key, value in other:
        if known.setdefault(key, value) != value:
            raise ModelError(f"ключ «{key}» значит в приказе другое", "назовите его в одном из них иначе")
    return tuple(known.items())

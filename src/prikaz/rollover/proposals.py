"""What a careful clerk looks at besides years: acts that may be out of force, the previous order itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prikaz.language.time.dates import format_date
from prikaz.language.time.times import find_times
from prikaz.language.words.cases import Case
from prikaz.language.words.dictionary import NO_DICTIONARY
from prikaz.model import Act, Body, Order
from prikaz.model.resolution.declension import body_in
from prikaz.rollover.outcome import Kept, Question
from prikaz.rollover.texts.verdicts import CITED_ACT


def kept_acts(order: Order) -> Iterator[Kept]:
    """The cited acts of an order, each as it is."""
    return (Kept(path=("акты", key), words=print_act(act), why=CITED_ACT) for key, act in order.acts)


def print_act(act: Act) -> str:
    """An act as it is spoken of: "приказ от 12.03.2026 № 5 «О плане»"."""
    parts = (
        act.kind,
        f"от {format_date(act.date)}" if act.date else "",
        f"№ {act.number}" if act.number else "",
        f"«{act.heading}»" if act.heading else "",
    )
    return " ".join(part for part in parts if part)


def ask_old_acts(order: Order, kept: tuple[Kept, ...], year: int, older: int) -> Iterator[Question]:
    """Cited acts that are older in ``year`` than so many years, of the list of acts and of the text."""
    for key, act in order.acts:
        if act.date and year - act.date.year > older:
            yield _ask_act(Kept(path=("акты", key), words=print_act(act), why=CITED_ACT), act.date, year)
    for item in kept:
        day = next((time.day for time in find_times(item.words) if time.day), None)
        if item.why == CITED_ACT and item.path[0] != "акты" and day and year - day.year > older:
            yield _ask_act(item, day, year)


def _ask_act(item: Kept, day: date, year: int) -> Question:
    return Question(
        path=item.path,
        words=item.words,
        what="проверьте, действует ли акт",
        why=f"в {year} году ему лет: {year - day.year}",
    )


def propose_voiding(order: Order) -> Question:
    """The previous order as an act to be declared void, with the text of the clause ready."""
    blank = [name for name, value in (("дата", order.date), ("номер", order.number)) if not value]
    return Question(
        path=("пункты",),
        words=print_act(
            Act(kind=order.kind.value, date=order.date, number=order.number, heading=order.heading)
        ),
        what=f"добавьте пункт: «{_voiding(order)}»",
        why=f"в прежнем документе не заполнено: {', '.join(blank)}"
        if blank
        else "прежний документ ещё действует",
        proposal=_voiding(order),
    )


def _voiding(order: Order) -> str:
    issuer = order.issuer.called
    body = Body(name=issuer, forms=order.issuer.forms) if issuer else None
    by = f" {body_in(body, Case.GENITIVE, NO_DICTIONARY)}" if body else ""
    day = format_date(order.date) if order.date else "__.__.____"
    heading = f" «{order.heading}»" if order.heading else ""
    return f"Признать утратившим силу {order.kind.value}{by} от {day} № {order.number or '____'}{heading}."

"""The view: all that a template can print of an order, as ready strings.

Its names are Russian, because keepers of templates write against them; they
are described in docs/templates.md and stay the same within a major version.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from prikaz.language.cases import Case
from prikaz.language.dates import format_date
from prikaz.model import (
    Acknowledgement,
    Acting,
    Approval,
    Executor,
    HeadingPlacement,
    Kind,
    OfficeRules,
    Order,
    Placement,
    Signature,
    State,
)
from prikaz.model.declension import position_in, with_initials
from prikaz.model.marks import printed_date, printed_number
from prikaz.model.operative import Operative, operative_of
from prikaz.model.targets import number_annexes
from prikaz.writer.annexes import Room, annex_view
from prikaz.writer.clauses import clause_views
from prikaz.writer.desk import Desk, Value

#: So many paragraphs before the signature stay with it on a page.
_KEPT_WITH_SIGNATURE = 2
_ACTING = {Acting.ACTING: "И.о.", Acting.TEMPORARILY: "Врио"}


def order_view(desk: Desk) -> dict[str, Any]:
    """Everything that a template can print of the order on the desk."""
    order, rules = desk.order, desk.rules
    operative = operative_of(desk.references)
    clauses = clause_views(("пункты",), "пункты", desk)
    for view in clauses[-_KEPT_WITH_SIGNATURE:]:
        view["со_следующим"] = True
    room = Room.of(rules.layout)
    return {
        "вид": order.kind.value.upper(),
        "вид_твор": order.kind.form(Case.INSTRUMENTAL),
        "проект": order.state is State.DRAFT,
        "бланк": [desk.words(line) for line in order.issuer.lines],
        "дата": printed_date(order, rules),
        "номер": printed_number(order),
        "место": desk.text(order.place, ("место",)),
        "заголовок": desk.title(order.heading, ("заголовок",)),
        "заголовок_по_центру": _heading_is_centred(order, rules),
        "преамбула": _preamble(operative, desk),
        "слово": _word(operative),
        "пункты": clauses,
        "подписи": [_signature(item, place, desk) for place, item in enumerate(order.signatures, 1)],
        "исполнитель": [desk.words(line) for line in _executor(order.executor)],
        "согласование": [_approval(item, desk) for item in order.approvals],
        "ознакомление": [_acknowledgement(item, desk) for item in order.acknowledgements],
        "рассылка": [desk.words(line) for line in order.distribution],
        "приложения": [annex_view(annex, room, desk) for annex in number_annexes(order)],
    }


def _heading_is_centred(order: Order, rules: OfficeRules) -> bool:
    if rules.heading is None:
        return order.kind in {Kind.RESOLUTION, Kind.DECISION}
    return rules.heading is HeadingPlacement.CENTRED


def _preamble(operative: Operative, desk: Desk) -> Value:
    """The preamble with the body that speaks; a colon ends it where no operative word follows."""
    text = desk.order.preamble
    if operative.subject:
        text = f"{text} {operative.subject}" if text else _capitalised(operative.subject)
    if text and operative.placement is Placement.ABSENT:
        text = f"{text.rstrip(' :')}:"
    return desk.text(text, ("преамбула",))


def _word(operative: Operative) -> dict[str, Any]:
    return {
        "текст": f"{operative.word}:" if operative.word else "",
        "место": operative.placement.value,
        "вразрядку": operative.letter_spaced,
    }


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _signature(signature: Signature, place: int, desk: Desk) -> dict[str, Value]:
    rules = desk.rules
    name = with_initials(
        signature.person.last, signature.person, rules.initials_in_signature, apart=rules.initials_apart
    )
    position = ""
    if signature.position:
        case = Case.GENITIVE if signature.acting else Case.NOMINATIVE
        path = ("подписи", place, "должность")
        position = desk.references.form(
            partial(position_in, signature.position, case, rules.dictionary), path
        )
    if signature.acting:
        position = f"{_ACTING[signature.acting]} {_lowered(position)}"
    return {"должность": desk.text(position, ("подписи", place, "должность")), "имя": name}


def _lowered(text: str) -> str:
    """The text with a small first letter, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _executor(executor: Executor | None) -> list[str]:
    if executor is None:
        return []
    position = str(executor.person.position or "")
    return [line for line in (str(executor.person), position, executor.phone, executor.email) if line]


def _approval(approval: Approval, desk: Desk) -> dict[str, str]:
    person, rules = approval.person, desk.rules
    name = with_initials(person.last, person, rules.initials_in_signature, apart=rules.initials_apart)
    return {"имя": name, **_position_and_date(approval, desk)}


def _acknowledgement(mark: Acknowledgement, desk: Desk) -> dict[str, str]:
    """A line of the acquaintance sheet: the name in full, for namesakes work in one house."""
    return {"имя": desk.words(str(mark.person)), **_position_and_date(mark, desk)}


def _position_and_date(mark: Approval | Acknowledgement, desk: Desk) -> dict[str, str]:
    return {
        "должность": desk.words(str(mark.person.position or "")),
        "дата": format_date(mark.date, desk.rules.date_style) if mark.date else "",
    }

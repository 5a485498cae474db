"""Marks over annexes (грифы): made from the order, so that they cannot contradict it."""

from __future__ import annotations

from functools import partial
from typing import Final

from prikaz.findings import Finding, Severity
from prikaz.language.phrases.agreement import Agreement, agreement_of
from prikaz.language.time.dates import format_date
from prikaz.language.words.cases import Case
from prikaz.model.annexes import MarkPattern
from prikaz.model.orders import Order
from prikaz.model.people import Body
from prikaz.model.profiles import OfficeProfile
from prikaz.model.resolution.declension import body_in
from prikaz.model.resolution.references import NBSP, References
from prikaz.model.resolution.targets import NumberedAnnex

#: Locations left for the date and the number of an order that is not registered yet.
BLANK_DATE: Final = "_" * 17
BLANK_NUMBER: Final = "_" * 13
_SHORT_BLANK_DATE: Final = "_" * 12
_SHORT_BLANK_NUMBER: Final = "_" * 6
_APPROVED: Final = {
    Agreement.MASCULINE: "УТВЕРЖДЁН",
    Agreement.FEMININE: "УТВЕРЖДЕНА",
    Agreement.NEUTER: "УТВЕРЖДЕНО",
    Agreement.PLURAL: "УТВЕРЖДЕНЫ",
}


def printed_date(order: Order, profile: OfficeProfile, blank: str = BLANK_DATE) -> str:
    """Date of the order as printed, or a place for it."""
    return format_date(order.date, profile.date_style) if order.date else blank


def printed_number(order: Order, blank: str = BLANK_NUMBER) -> str:
    """Number of the order with its sign, or a place for it."""
    return f"№{NBSP}{order.number or blank}"


def mark_lines(numbered: NumberedAnnex, references: References) -> tuple[str, ...]:
    """The lines of the mark over an annex, top to bottom.

    ГОСТ Р 7.0.97-2016, 5.19: kind, date and number of the main document stand
    in the mark; while they are blank there, they are blank here.
    """
    order, profile = references.order, references.profile
    pattern = numbered.annex.mark or profile.mark
    lines: list[str] = []
    if pattern is not MarkPattern.APPROVED:
        lines.append(_title(numbered, profile))
    approved = pattern is not MarkPattern.ANNEX
    if approved:
        lines.append(_approved(numbered, references))
    lines.append(_of_the_order(references, approved=approved))
    date = printed_date(order, profile, _SHORT_BLANK_DATE)
    lines.append(f"от{NBSP}{date} {printed_number(order, _SHORT_BLANK_NUMBER)}")
    return tuple(lines)


def _title(numbered: NumberedAnnex, profile: OfficeProfile) -> str:
    if numbered.number is None:
        return "Приложение"
    sign = f"№{NBSP}" if profile.annex_number_sign else ""
    return f"Приложение{NBSP}{sign}{numbered.number}"


def _approved(numbered: NumberedAnnex, references: References) -> str:
    """«УТВЕРЖДЁН» in agreement with what is approved; asked for when the title does not tell."""
    if numbered.annex.approved:
        return numbered.annex.approved
    agreement = agreement_of(numbered.annex.title)
    if agreement is None:
        references.findings.append(
            Finding(
                code="approval-agreement",
                severity=Severity.ERROR,
                path=(*numbered.path, "утверждено"),
                message=f"по заголовку «{numbered.annex.title}» не видно, как писать: утверждён, утверждена…",
                hint="напишите слово грифа в поле «утверждено»",
            )
        )
        return ""
    return _APPROVED[agreement]


def _of_the_order(references: References, *, approved: bool) -> str:
    """«к приказу отдела образования» or, after «УТВЕРЖДЁН», «приказом отдела образования»."""
    order = references.order
    kind = order.kind.form(Case.INSTRUMENTAL) if approved else f"к {order.kind.form(Case.DATIVE)}"
    if not order.issuer.called:
        return kind
    body = Body(name=order.issuer.called, forms=order.issuer.forms)
    decline = partial(body_in, body, Case.GENITIVE, references.profile.dictionary)
    return f"{kind} {references.form(decline, ('орган',))}".rstrip()

"""Operative word of an order (распорядительное слово): by the order, the office, the kind."""

from __future__ import annotations

from typing import Final, NamedTuple

from prikaz.findings import Finding, Severity
from prikaz.language.phrases.agreement import Agreement, agreement_of
from prikaz.model.orders import Kind, OperativeWord, Placement, Voice
from prikaz.model.resolution.references import References

#: What is usual for a kind of order; a распоряжение has no operative word.
_USUAL: Final = {
    Kind.ORDER: OperativeWord(
        voice=Voice.OFFICIAL, placement=Placement.OWN_LINE, capitals=True, letter_spaced=False
    ),
    Kind.RESOLUTION: OperativeWord(
        voice=Voice.BODY, placement=Placement.INLINE, capitals=True, letter_spaced=False
    ),
    Kind.DIRECTIVE: OperativeWord(
        voice=Voice.OFFICIAL, placement=Placement.ABSENT, capitals=False, letter_spaced=False
    ),
    Kind.DECISION: OperativeWord(
        voice=Voice.BODY, placement=Placement.INLINE, capitals=True, letter_spaced=False
    ),
}
_OFFICIAL: Final = {
    Kind.ORDER: "приказываю",
    Kind.RESOLUTION: "постановляю",
    Kind.DIRECTIVE: "обязываю",
    Kind.DECISION: "решил",
}
_BODY: Final = {Kind.ORDER: "приказывает", Kind.RESOLUTION: "постановляет", Kind.DIRECTIVE: "обязывает"}
_DECIDED: Final = {
    Agreement.MASCULINE: "решил",
    Agreement.FEMININE: "решила",
    Agreement.NEUTER: "решило",
    Agreement.PLURAL: "решили",
}


class Operative(NamedTuple):
    """The operative word of an order as it is printed.

    Attributes:
        subject: The body that speaks, in the nominative; "" when an official does.
        word: The word in the right case of letters, without the colon; "" when there is none.
        placement: Where it stands.
        letter_spaced: Whether its letters are spaced.
    """

    subject: str
    word: str
    placement: Placement
    letter_spaced: bool


def operative_of(references: References) -> Operative:
    """Settle the operative word: what the order says, then the office, then what is usual."""
    order, office = references.order, references.profile.operative
    settled = (order.operative or OperativeWord()).over(office.over(_USUAL[order.kind]))
    placement = settled.placement or Placement.ABSENT
    if placement is Placement.ABSENT:
        return Operative(subject="", word="", placement=placement, letter_spaced=False)
    by_body = settled.voice is Voice.BODY and bool(order.issuer.called)
    word = settled.word.rstrip(" :") or _word(references, by_body=by_body)
    return Operative(
        subject=order.issuer.called if by_body else "",
        word=word.upper() if settled.capitals else word,
        placement=placement,
        letter_spaced=bool(settled.letter_spaced),
    )


def _word(references: References, *, by_body: bool) -> str:
    order = references.order
    if not by_body:
        return _OFFICIAL[order.kind]
    if order.kind is not Kind.DECISION:
        return _BODY[order.kind]
    agreement = agreement_of(order.issuer.called)
    if agreement is None:
        references.findings.append(
            Finding(
                code="operative-agreement",
                severity=Severity.ERROR,
                path=("распорядительное слово", "слово"),
                message=f"не видно, «{order.issuer.called}» решил, решила, решило или решили",
                hint="напишите слово в поле «распорядительное слово»",
            )
        )
        return ""
    return _DECIDED[agreement]

"""Operative word of an order (распорядительное слово): by the order, the office, the kind."""

from __future__ import annotations

from typing import Final, NamedTuple

from prikaz.findings import FindingKind, Severity
from prikaz.language.phrases.agreement import Agreement, agreement_of
from prikaz.model.kinds import Kind
from prikaz.model.orders import OperativeWord, Order, Placement, Voice
from prikaz.model.profiles import OfficeProfile
from prikaz.model.resolution.joint import bodies, joined
from prikaz.model.resolution.results import WithFindings

OPERATIVE_AGREEMENT: Final = FindingKind(
    "operative-agreement", "По названию органа не видно, «решил», «решила» или «решили»", Severity.ERROR
)

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
#: The same of several bodies: «приказываем», «постановляют».
_OFFICIALS: Final = {
    Kind.ORDER: "приказываем",
    Kind.RESOLUTION: "постановляем",
    Kind.DIRECTIVE: "обязываем",
    Kind.DECISION: "решили",
}
_BODIES: Final = {
    Kind.ORDER: "приказывают",
    Kind.RESOLUTION: "постановляют",
    Kind.DIRECTIVE: "обязывают",
    Kind.DECISION: "решили",
}
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


_NONE: Final = Operative(subject="", word="", placement=Placement.ABSENT, letter_spaced=False)


def operative_of(order: Order, profile: OfficeProfile) -> WithFindings[Operative]:
    """Settle the operative word: what the order says, then the office, then what is usual."""
    if not order.kind.is_directive:
        return WithFindings(_NONE)
    settled = (order.operative or OperativeWord()).over(profile.operative.over(_USUAL[order.kind]))
    placement = settled.placement or Placement.ABSENT
    if placement is Placement.ABSENT:
        return WithFindings(_NONE)
    subject = joined([issuer.called for _, issuer in bodies(order)])
    by_body = settled.voice is Voice.BODY and bool(order.issuer.called)
    given = settled.word.rstrip(" :")
    word, findings = WithFindings(given) if given else _word(order, by_body=by_body)
    operative = Operative(
        subject=subject if by_body else "",
        word=word.upper() if settled.capitals else word,
        placement=placement,
        letter_spaced=bool(settled.letter_spaced),
    )
    return WithFindings(operative, findings)


def _word(order: Order, *, by_body: bool) -> WithFindings[str]:
    if order.co_issuers:
        return WithFindings((_BODIES if by_body else _OFFICIALS)[order.kind])
    if not by_body:
        return WithFindings(_OFFICIAL[order.kind])
    if order.kind is not Kind.DECISION:
        return WithFindings(_BODY[order.kind])
    agreement = agreement_of(order.issuer.called)
    if agreement is not None:
        return WithFindings(_DECIDED[agreement])
    finding = OPERATIVE_AGREEMENT.finding(
        f"не видно, «{order.issuer.called}» решил, решила, решило или решили",
        "напишите слово в поле «распорядительное слово»",
        ("распорядительное слово", "слово"),
    )
    return WithFindings("", (finding,))

"""Marks over annexes (грифы): made from the order, so that they cannot contradict it."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from prikaz.findings import Finding, FindingKind, Path, Severity
from prikaz.language.phrases.agreement import Agreement, agreement_of
from prikaz.language.time.dates import format_date
from prikaz.language.words.cases import Case
from prikaz.model.acts import Act
from prikaz.model.annexes import MarkPattern
from prikaz.model.kinds import Kind
from prikaz.model.orders import Order
from prikaz.model.people import Body
from prikaz.model.profiles import OfficeProfile
from prikaz.model.resolution.content import NBSP
from prikaz.model.resolution.declension import body_in, printed_form
from prikaz.model.resolution.joint import bodies, joined, printed_registration
from prikaz.model.resolution.numbering import NumberedAnnex
from prikaz.model.resolution.results import WithFindings
from prikaz.model.text import FootnoteText, VerbatimText, parse_text

APPROVAL_AGREEMENT: Final = FindingKind(
    "approval-agreement",
    "По заголовку не видно, «утверждён», «утверждена» или «утверждено»",
    Severity.ERROR,
)
#: Blanks left for the date and the number of an order that is not registered yet.
BLANK_DATE: Final = "_" * 17
BLANK_NUMBER: Final = "_" * 13
#: How a heading of an order begins, and not one of a document behind its kind.
_ABOUT: Final = re.compile(r"^Об?(?=\s)")
_SHORT_BLANK_DATE: Final = "_" * 12
_SHORT_BLANK_NUMBER: Final = "_" * 6
_APPROVED: Final = {
    Agreement.MASCULINE: "УТВЕРЖДЁН",
    Agreement.FEMININE: "УТВЕРЖДЕНА",
    Agreement.NEUTER: "УТВЕРЖДЕНО",
    Agreement.PLURAL: "УТВЕРЖДЕНЫ",
}


def mark_lines(
    numbered: NumberedAnnex, order: Order, profile: OfficeProfile
) -> WithFindings[tuple[str, ...]]:
    """The lines of the mark over an annex, top to bottom.

    ГОСТ Р 7.0.97-2016, 5.19: kind, date and number of the main document stand
    in the mark; while they are blank there, they are blank here. A document
    that orders nothing is named with its heading. An annex of an annex names what it
    belongs to: «Приложение № 1 к Положению о комиссии».
    """
    pattern = numbered.annex.mark or profile.mark
    if pattern is MarkPattern.ABSENT:
        return WithFindings(())
    if numbered.annex.act:
        return _mark_of_act(numbered, numbered.annex.act, profile)
    if numbered.parent:
        return _mark_of_inner(numbered, numbered.parent, profile)
    if not order.kind.is_directive and numbered.annex.mark in {None, MarkPattern.ANNEX}:
        return _mark_of_document(numbered, order, profile)
    title = "" if pattern is MarkPattern.APPROVED else _title(numbered, profile)
    is_approved = pattern is not MarkPattern.ANNEX
    word, asked = _approved(numbered) if is_approved else WithFindings("")
    case, preposition = (Case.INSTRUMENTAL, "") if is_approved else (Case.DATIVE, "к ")
    main, doubts = _main_document(order, profile, case)
    date, number = printed_registration(order, profile, _SHORT_BLANK_DATE, _SHORT_BLANK_NUMBER)
    dated = f"от{NBSP}{date} {number}".rstrip()
    lines = (title, word, preposition + main, dated)
    return WithFindings(tuple(filter(None, lines)), asked + doubts)


def address(numbered: NumberedAnnex, order: Order, profile: OfficeProfile) -> WithFindings[str]:
    """What an annex belongs to, for a reference from elsewhere: «к приказу», «к Порядку смотра»."""
    if numbered.parent:
        return _parent_name(numbered.parent, numbered.path, profile)
    name = order.kind.form(Case.DATIVE)
    return WithFindings(f"к {name}" if order.kind.is_directive else f"к {_document_name(order) or name}")


def _mark_of_document(
    numbered: NumberedAnnex, order: Order, profile: OfficeProfile
) -> WithFindings[tuple[str, ...]]:
    """«Приложение № 1 к Положению о премировании»; date and number only where the document has them."""
    main, doubts = WithFindings(_document_name(order))
    if not main:
        main, doubts = _main_document(order, profile, Case.DATIVE)
    date, number = printed_registration(order, profile, "", "")
    dated = " ".join((f"от{NBSP}{date}" if order.date else "", number if order.number else "")).strip()
    return WithFindings(tuple(filter(None, (_title(numbered, profile), f"к {main}", dated))), doubts)


def _document_name(order: Order) -> str:
    """«Положению о премировании»: the kind of a document in the dative, with its heading; "" without one."""
    if order.kind is Kind.DOCUMENT:
        return ""
    heading = _ABOUT.sub(lambda found: found[0].lower(), _repeatable(order.heading))
    return f"{order.kind.form(Case.DATIVE).capitalize()} {heading}" if heading else ""


def _repeatable(heading: str) -> str:
    """A heading without its footnotes, to be named elsewhere; "" for one with references."""
    said = ""
    for token in parse_text(heading):
        if isinstance(token, str | VerbatimText):
            said += token if isinstance(token, str) else token.text
        elif not isinstance(token, FootnoteText):
            return ""
    return said.strip()


def _mark_of_act(numbered: NumberedAnnex, act: Act, profile: OfficeProfile) -> WithFindings[tuple[str, ...]]:
    """«Приложение № 2 к постановлению администрации от … № …»: the annex is a new wording for that act."""
    kind, asked = _dative(Body(name=act.kind), numbered.path, profile)
    body, doubts = WithFindings("")
    if act.issuer:
        decline = partial(body_in, act.issuer, Case.GENITIVE, profile.dictionary)
        body, doubts = printed_form(decline, (*numbered.path, "к акту", "орган"))
    date = f"от{NBSP}{format_date(act.date, profile.date_style)}" if act.date else ""
    number = f"№{NBSP}{act.number}" if act.number else ""
    title = _title(numbered._replace(number=numbered.annex.number), profile)
    lines = (title, f"к {kind} {body}".rstrip(), f"{date} {number}".strip())
    return WithFindings(tuple(filter(None, lines)), asked + doubts)


def _mark_of_inner(
    numbered: NumberedAnnex, parent: NumberedAnnex, profile: OfficeProfile
) -> WithFindings[tuple[str, ...]]:
    """«Приложение № 1 к Положению о комиссии»; to an annex without a title by its number."""
    name, doubts = _parent_name(parent, numbered.path, profile)
    return WithFindings((_title(numbered, profile), name), doubts)


def _parent_name(parent: NumberedAnnex, path: Path, profile: OfficeProfile) -> WithFindings[str]:
    """«к Положению о комиссии», «к приложению № 2»."""
    title = _repeatable(parent.annex.title)
    if not title:
        dative = _title(parent, profile).replace("Приложение", "приложению")
        return WithFindings(f"к {dative}")
    named, doubts = _dative(Body(name=title), path, profile)
    return WithFindings(f"к {named}", doubts)


def _dative(name: Body, path: Path, profile: OfficeProfile) -> WithFindings[str]:
    return printed_form(partial(body_in, name, Case.DATIVE, profile.dictionary), path)


def _title(numbered: NumberedAnnex, profile: OfficeProfile) -> str:
    if numbered.number is None:
        return "Приложение"
    sign = f"№{NBSP}" if profile.annex_number_sign else ""
    return f"Приложение{NBSP}{sign}{numbered.number}"


def _approved(numbered: NumberedAnnex) -> WithFindings[str]:
    """«УТВЕРЖДЁН» in agreement with what is approved; asked for when the title does not show it."""
    if numbered.annex.approved:
        return WithFindings(numbered.annex.approved)
    agreement = agreement_of(numbered.annex.title)
    if agreement is not None:
        return WithFindings(_APPROVED[agreement])
    finding = APPROVAL_AGREEMENT.finding(
        f"по заголовку «{numbered.annex.title}» не видно, как писать: утверждён, утверждена…",
        "напишите слово грифа в поле «утверждено»",
        (*numbered.path, "утверждено"),
    )
    return WithFindings("", (finding,))


def _main_document(order: Order, profile: OfficeProfile, case: Case) -> WithFindings[str]:
    """«приказу отдела образования»: the kind in a case, the bodies that issued it in the genitive."""
    names: list[str] = []
    findings: tuple[Finding, ...] = ()
    for path, issuer in bodies(order):
        if issuer.called:
            body = Body(name=issuer.called, forms=issuer.forms)
            name, doubts = printed_form(partial(body_in, body, Case.GENITIVE, profile.dictionary), path)
            names.append(name)
            findings += doubts
    return WithFindings(f"{order.kind.form(case)} {joined(names)}".rstrip(), findings)

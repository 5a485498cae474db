"""Words of stamps of approval (грифы утверждения): agreement with what is approved, case of the act."""

from __future__ import annotations

from functools import partial
from typing import Final

from prikaz.findings import Path
from prikaz.language.phrases.agreement import Agreement, agreement_of
from prikaz.language.time.dates import format_date
from prikaz.language.words.cases import Case
from prikaz.language.words.spelling import fold_letters
from prikaz.model.acts import Act
from prikaz.model.approvals import APPROVE, ApprovalStamp
from prikaz.model.people import Body
from prikaz.model.profiles import OfficeProfile
from prikaz.model.resolution.content import NBSP
from prikaz.model.resolution.declension import body_in, printed_form
from prikaz.model.resolution.marks import APPROVAL_AGREEMENT
from prikaz.model.resolution.results import WithFindings

_APPROVED: Final = "утвержден"
#: Short participles: they agree with the document, and an act behind them stands in the instrumental.
PARTICIPLES: Final = (_APPROVED, "принят", "рассмотрен", "согласован", "одобрен")
_MINUTES: Final = "протокол"
_BLANK_DATE: Final = "_" * 12
_BLANK_NUMBER: Final = "_" * 6
#: Places for the day and the signature of an official who has not signed yet.
BLANK_DAY: Final = f"«____»{NBSP}{'_' * 9}{NBSP}20__{NBSP}г."
BLANK_SIGNATURE: Final = "_" * 13


def approves(stamp: ApprovalStamp) -> bool:
    """Whether a stamp approves; those that accept or agree stand to the left of it."""
    return stamp.word == APPROVE or participle(stamp.word) == _APPROVED


def stamp_word(stamp: ApprovalStamp, name: str, path: Path) -> WithFindings[str]:
    """The word of a stamp: a masculine participle agrees with the name of what is approved.

    Args:
        stamp: The stamp.
        name: What is approved, in the nominative: the kind of the document, the title of an annex.
        path: Where the stamp stands.
    """
    stem = participle(stamp.word)
    if fold_letters(stamp.word.strip()) != stem or not stem:
        return WithFindings(stamp.word)
    agreement = agreement_of(name)
    if agreement is not None:
        return WithFindings(agreeing(stem, agreement))
    if stamp.word.isupper():
        return WithFindings(stamp.word)
    finding = APPROVAL_AGREEMENT.finding(
        f"по заголовку «{name}» не видно, как писать: {stamp.word}, {stem}а…",
        "напишите слово прописными: УТВЕРЖДЕНА",
        (*path, "слово"),
    )
    return WithFindings("", (finding,))


def agreeing(stem: str, agreement: Agreement) -> str:
    """A participle of :data:`PARTICIPLES` as a stamp has it: «УТВЕРЖДЁН», «ПРИНЯТА»."""
    if agreement is Agreement.MASCULINE and stem == _APPROVED:
        return "УТВЕРЖДЁН"
    return f"{stem}{agreement.value}".upper()


def act_lines(stamp: ApprovalStamp, path: Path, profile: OfficeProfile) -> WithFindings[tuple[str, ...]]:
    """«приказом школы», «от 31.08.2027 № 120»; of minutes and of whoever is not named, one line.

    Minutes stand in the nominative, and in brackets where the decision itself is named above them:
    «УТВЕРЖДЕНО / решением совета / (протокол от 25.08.2027 № 1)».
    """
    act = stamp.act
    if act is None:
        return WithFindings(())
    stem, is_minutes = participle(stamp.word), fold_letters(act.kind) == _MINUTES
    directly = bool(stem) and (not is_minutes or (stem == _APPROVED and not stamp.lines))
    case = Case.INSTRUMENTAL if directly else Case.NOMINATIVE
    where = (*path, "акт")
    kind = partial(body_in, Body(name=act.kind), case, profile.dictionary)
    named, findings = printed_form(kind, (*where, "вид"))
    dated = _dated(act, profile)
    if act.issuer is None:
        line = f"{named} {dated}"
        is_bracketed = is_minutes and stem == _APPROVED and not directly
        return WithFindings((f"({line})" if is_bracketed else line,), findings)
    issuer = partial(body_in, act.issuer, Case.GENITIVE, profile.dictionary)
    body, doubts = printed_form(issuer, (*where, "орган"))
    return WithFindings((f"{named} {body}", dated), findings + doubts)


def _dated(act: Act, profile: OfficeProfile) -> str:
    date = format_date(act.date, profile.date_style) if act.date else _BLANK_DATE
    return f"от{NBSP}{date} №{NBSP}{act.number or _BLANK_NUMBER}"


def participle(word: str) -> str:
    """The masculine of a short participle in any gender; "" for all other words."""
    folded = fold_letters(word.strip())
    return next((stem for stem in PARTICIPLES if folded in {stem + item.value for item in Agreement}), "")

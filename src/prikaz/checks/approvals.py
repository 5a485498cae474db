"""Stamps of approval (грифы) that say too little, or in a word that does not fit.

A person who is blank on purpose («пусто: да») is no mistake here; one without a surname is told by
:mod:`prikaz.checks.blanks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from prikaz.checks.context import CheckContext
from prikaz.findings import Finding, FindingKind, Path
from prikaz.language.phrases.agreement import agreement_of
from prikaz.language.words.misspelling import did_you_mean
from prikaz.language.words.spelling import fold_letters
from prikaz.model.approvals import APPROVE, ApprovalStamp
from prikaz.model.contents import annexes, stamps
from prikaz.model.orders import Order
from prikaz.model.resolution.person_names import arranged
from prikaz.model.resolution.stamps import PARTICIPLES, agreeing, participle

STAMP_BARE: Final = FindingKind(
    "stamp-bare",
    "Гриф не говорит, кем и чем утверждено или согласовано",
    source="ГОСТ Р 7.0.97-2016, 5.16, 5.20",
)
STAMP_OFFICIAL: Final = FindingKind(
    "stamp-official",
    "В грифе должность без имени или имя без должности и инициалов",
    source="ГОСТ Р 7.0.97-2016, 5.16",
)
STAMP_WORD: Final = FindingKind(
    "stamp-word", "Слово грифа набрано с ошибкой, не согласуется с документом или не подходит к акту"
)

#: Verbs of officials: under them stand a position and a name, and no act.
_VERBS: Final = (APPROVE, "СОГЛАСОВЫВАЮ", "ПРИНИМАЮ", "РАЗРЕШАЮ", "ОДОБРЯЮ")
#: How alike a misspelt word and the one that is meant are: «согласовано» and «соглосовано», not «утверждает».
_ALIKE: Final = 0.85


def approvals(context: CheckContext) -> Iterator[Finding]:
    """What is wrong with the stamps over a document and its annexes."""
    order = context.order
    for path, stamp in stamps(order):
        yield from _of_word(stamp, path, _approved_name(order, path))
        if stamp.lines or stamp.act or stamp.position or stamp.person:
            yield from _of_official(stamp, path)
        else:
            message = f"под словом «{stamp.word}» ничего нет" if stamp.word.strip() else "в грифе ничего нет"
            yield STAMP_BARE.finding(message, "впишите должность и фамилию, строки или акт", path)


def _approved_name(order: Order, path: Path) -> str:
    """What a stamp stands over: the kind of the document, the title of an annex."""
    return dict(annexes(order))[path[:-2]].title if path[:-2] else order.kind.value


def _of_official(stamp: ApprovalStamp, path: Path) -> Iterator[Finding]:
    if stamp.person is None:
        if stamp.position:
            hint = "впишите её или, если её впишут потом, укажите «пусто: да»"
            yield STAMP_OFFICIAL.finding("под должностью в грифе нет фамилии", hint, (*path, "должность"))
        return
    person = arranged(stamp.person)
    if person.blank or not person.last.strip():
        return
    if not (stamp.position or person.position or stamp.lines):
        message = f"в грифе нет должности: «{person}»"
        yield STAMP_OFFICIAL.finding(message, "впишите должность", (*path, "фамилия"))
    if not person.first.strip():
        message = f"в грифе фамилия без инициалов: «{person.last}»"
        yield STAMP_OFFICIAL.finding(message, "впишите имя и отчество или инициалы", (*path, "фамилия"))


def _of_word(stamp: ApprovalStamp, path: Path, name: str) -> Iterator[Finding]:
    word, where = stamp.word.strip(), (*path, "слово")
    if not word:
        yield STAMP_WORD.finding("в грифе нет слова", "впишите его, например «УТВЕРЖДАЮ»", where)
    elif fold_letters(word) in map(fold_letters, _VERBS):
        if stamp.act:
            hint = "напишите «утверждён» («согласован», «принят»), а «УТВЕРЖДАЮ» пишет должностное лицо"
            yield STAMP_WORD.finding(f"слово «{word}» не подходит к акту", hint, where)
    elif stem := participle(word):
        yield from _of_agreement(word, stem, name, where)
    elif near := _meant(word):
        yield STAMP_WORD.finding(f"слово грифа «{word}» набрано с ошибкой", did_you_mean(word, near), where)


def _of_agreement(word: str, stem: str, name: str, where: Path) -> Iterator[Finding]:
    """A participle in another gender than what it is said of; «принято» may be said of nothing."""
    folded, agreement = fold_letters(word), agreement_of(name)
    is_impersonal = folded == f"{stem}о" and stem != PARTICIPLES[0]
    if agreement is None or is_impersonal or folded in {stem, stem + agreement.value}:
        return
    fitting = agreeing(stem, agreement)
    message = f"слово «{word}» не согласуется: «{name}»"
    yield STAMP_WORD.finding(message, f"напишите «{fitting}»", where)


def _meant(word: str) -> str:
    """The known word that is meant by a misspelt one; "" when none is near."""
    import difflib  # noqa: PLC0415 (most words are known)

    forms = (f"{stem}{ending}".upper() for stem in PARTICIPLES for ending in ("о", "", "а", "ы"))
    known = {fold_letters(one): one for one in chain(_VERBS, forms)}
    near = difflib.get_close_matches(fold_letters(word), known, n=1, cutoff=_ALIKE)
    return known[near[0]] if near else ""

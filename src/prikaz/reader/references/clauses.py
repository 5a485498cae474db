"""Clauses of the order itself that texts name by typed words: «в соответствии с пунктом 2.1»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from prikaz.findings import Path
from prikaz.language.time.roles import ACT
from prikaz.language.words.cases import Case
from prikaz.language.words.morphology import read_word
from prikaz.model.kinds import Kind
from prikaz.model.resolution.clause_names import may_be_called
from prikaz.model.resolution.numbering import NumberedClause
from prikaz.reader.doubts import Doubt
from prikaz.reader.references.ground import Ground
from prikaz.reader.references.passages import Candidate, Passage

_UNIT: Final = (
    r"(?i:(?:под)?пункт(?:ами|ах|ам|ов|ом|ы|а|у|е)?|част(?:ями|ях|ям|ью|ей|и|ь)|раздел(?:ами|ах|ам|ов|ом|ы|а|у|е)?"
    r"|глав(?:ами|ах|ам|ой|ою|ы|е|у|а)?|стат(?:ьями|ьях|ьям|ьёй|ьей|ей|ьи|ья|ью|ье))"
)
_ONE: Final = r"(?:\d+(?:\.\d+)*|[IVXLC]+|[«\"][а-яё][»\"])"
_CHAIN: Final = re.compile(
    rf"\b(?P<form>{_UNIT}) (?P<numbers>{_ONE}(?:(?:, ?| и ){_ONE})*)(?P<above>(?: {_UNIT} {_ONE})*)"
    rf"(?![\w/–-]|\.\d|(?:, ?| и ){_ONE})"
)
_NUMBER: Final = re.compile(_ONE)
_OWNER: Final = re.compile(r" (?P<own>настоящ\w+ |эт(?:ого|их|ой) )?(?P<whom>[\w\ufffc«\"]+)")
_ENDS: Final = re.compile(r"\s*(?:$|[.,;:)])")
#: An act is spoken of: a clause without an owner may be one of it.
_OTHER_ACT: Final = re.compile(
    rf"(?i)(?<!настоящего )(?<!настоящему )\b(?:{ACT}|устав\w*|паспорт\w*|стандарт\w*)"
)
_MUST_BE: Final = re.compile(
    r"(?i)\b(?:соответствии с|согласно|предусмотренн\w+|установленн\w+|указанн\w+(?: в)?) $"
)
#: Texts that speak of grounds: there a clause is one of another act.
_GROUNDS: Final = frozenset({"преамбула", "основание", "заголовок", "отметки"})
_STEM: Final = 5


def clauses_named(passage: Passage, ground: Ground) -> Iterator[Candidate | Doubt]:
    """The clauses of the order and of its annexes that a text names by number."""
    for found in _CHAIN.finditer(passage.words):
        owner, said = _owner(found, passage, ground)
        if owner is None:
            continue
        numbers = _NUMBER.findall(found["numbers"])
        above = tuple(reversed(_NUMBER.findall(found["above"]))) if found["above"] else ()
        above = tuple(_quoted(number) for number in reversed(above))
        items = [ground.clauses_called(owner, (_quoted(number), *above)) for number in numbers]
        fitting = [[one for one in some if may_be_called(one, found["form"])] for some in items]
        if all(len(some) == 1 for some in fitting):
            clauses = [some[0] for some in fitting]
            keys = ", ".join(map(ground.key_of, clauses))
            paths = tuple(item.path for item in clauses)
            yield Candidate(found.start(), found.end(), f"{{{found['form']} {keys}}}", paths)
        elif not all(items) and (said or _MUST_BE.search(passage.before(found.start()))):
            reason = "такого пункта в этом документе нет"
            yield passage.doubt(found[0], reason, "исправьте ссылку или допишите, какого акта этот пункт")


def _quoted(number: str) -> str:
    return f"«{number[1]}»" if number[0] in '«"' else number


def _owner(
    found: re.Match[str], passage: Passage, ground: Ground
) -> tuple[Sequence[NumberedClause] | None, bool]:
    """The list whose clauses are named, and whether that is said; None for those of another act."""
    words, end = passage.words, found.end()
    owner = _OWNER.match(words, end)
    if owner and owner["own"]:
        return _own(owner["whom"].lower(), passage.path, ground), True
    if owner and _is_own_kind(owner, found, passage, ground):
        return ground.lists["пункты",], False
    if owner and (annex := _annex_called(owner["whom"], words[owner.end() :], passage.path, ground)):
        return _only_list(annex, ground), True
    if owner and not _ENDS.match(words, end) and _may_own(owner["whom"]):
        return None, False
    return (
        (ground.clauses_near(passage.path) or None, False)
        if _may_be_own(found, passage, ground)
        else (None, False)
    )


def _may_be_own(found: re.Match[str], passage: Passage, ground: Ground) -> bool:
    """Whether a clause without an owner is one of this document: no other act is spoken of."""
    if passage.path[0] in _GROUNDS or ground.amends(passage):
        return False
    return _first_act(passage.text) >= found.start()


@lru_cache(maxsize=8)
def _first_act(text: str) -> int:
    """Where a text first speaks of another act; its end if it does not."""
    found = _OTHER_ACT.search(text)
    return found.start() if found else len(text)


def _is_own_kind(owner: re.Match[str], found: re.Match[str], passage: Passage, ground: Ground) -> bool:
    """Whether «приказа» behind a clause is this order: no more is said of it, and no other act before."""
    is_kind = owner["whom"] == ground.order.kind.form(Case.GENITIVE)
    return (
        is_kind
        and _ENDS.match(passage.words, owner.end()) is not None
        and _may_be_own(found, passage, ground)
    )


def _own(whom: str, path: Path, ground: Ground) -> Sequence[NumberedClause] | None:
    """The clauses of «настоящего приказа», «настоящего Положения»."""
    if any(whom.startswith(kind.value[:_STEM]) for kind in Kind if kind.is_directive):
        return ground.lists["пункты",]
    if ground.annex_of(path):
        return ground.clauses_near(path) or None
    return None if ground.order.kind.is_directive else ground.lists["пункты",]


def _annex_called(whom: str, after: str, path: Path, ground: Ground) -> Path:
    """The annex that «Положения» means, when nothing more is said of it; () for none."""
    if not whom[:1].isupper() or not _ENDS.match(after):
        return ()
    stem = whom.lower()[:_STEM]
    here = ground.annex_of(path)
    if here and ground.title_of(here).lower().startswith(stem):
        return here
    called = [one for one in ground.annexes if ground.title_of(one).lower().startswith(stem)]
    return called[0] if len(called) == 1 else ()


def _only_list(annex: Path, ground: Ground) -> Sequence[NumberedClause] | None:
    held = [items for place, items in ground.lists.items() if ground.annex_of(place) == annex]
    return held[0] if len(held) == 1 else None


def _may_own(word: str) -> bool:
    """Whether a word behind a clause may be whose clause it is: «закона», «раздела», «ФГОС»."""
    if not word.islower():
        return True
    readings = read_word(word)
    return any(one.case is Case.GENITIVE and (one.is_noun or one.is_adjective) for one in readings)

"""Annexes that texts name by typed words: «согласно приложению № 2», «(прилагается)»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from prikaz.errors import LanguageError
from prikaz.findings import Path
from prikaz.language.time.dates import parse_date
from prikaz.model.kinds import Kind
from prikaz.reader.doubts import Doubt
from prikaz.reader.references.ground import Ground
from prikaz.reader.references.passages import Candidate, Passage

_NAMED: Final = re.compile(
    r"(?i)\b(?P<form>приложени(?:ями|ях|ям|ем|и|й|е|я|ю))"
    r"(?P<numbers> ?(?:№№?|N)? ?\d+(?:(?:, ?| и )(?:№ ?)?\d+)*)?"
    r"(?![\w/–-]|[.,]\d|(?:,? ?|,? и )(?:№ ?)?\d|(?-i: [А-ЯЁA-Z]\b))"
)
_ATTACHED: Final = re.compile(
    r"(?i)(?<!не )\b(?P<form>прилага(?:ется|ются|ем(?:ый|ая|ое|ые|ого|ой|ых|ому|ым|ыми|ую|ом)))\b"
)
#: What stands around an annex without a number; «мобильное приложение» is none.
_BEFORE_ALONE: Final = re.compile(r"(?i)(?:^|\(|\b(?:согласно|соответствии с|см\.|в|по|к|из)) ?$")
_AFTER_ALONE: Final = re.compile(r" ?(?:$|[).,;:\n]| к настоящ)")
_ADDRESS: Final = re.compile(r"(?i) ко? (?P<own>настоящ\w+ |эт\w+ |данн\w+ )?(?P<whom>[\w«\ufffc]+)")
_NUMBER_AFTER: Final = re.compile(r" ?(?:№|N\b|\d)")
#: «к приказу отдела от 12.03.2027 № 5»: the act that the annex belongs to.
_DATED: Final = re.compile(
    r"(?P<issuer>[^,;.()№]{0,120}?) от (?P<date>\d\d?\.\d\d?\.\d{4})(?: ?г\.?| года)?"
    r" (?:№|N) ?(?P<number>[\w/-]+)"
)
#: An amendment names annexes of the order itself in these words.
_OWN_BEFORE: Final = re.compile(r"(?i)(?:согласно|\() ?$")
#: Words after which an annex is certainly one of this order.
_CITES: Final = re.compile(r"(?i)(?:согласно|соответствии с|\() ?$")
_STEM: Final = 5
_TITLE_WORDS: Final = 3


def annexes_named(passage: Passage, ground: Ground) -> Iterator[Candidate | Doubt]:
    """The annexes that a text names by number or as the only one."""
    if not ground.annexes and "приложени" not in passage.words.lower():
        return
    amending = ground.amends(passage)
    for found in _NAMED.finditer(passage.words):
        address = _ADDRESS.match(passage.words, found.end())
        is_own = _OWN_BEFORE.search(passage.before(found.start())) or (address and address["own"])
        if amending and not is_own:
            continue
        holder = _holder(passage, ground, address)
        if isinstance(holder, Doubt):
            yield holder
        elif holder is not None:
            yield from _meant(found, holder, passage, ground, is_told=address is not None)
    yield from _attached(passage, ground)


def _meant(
    found: re.Match[str], holder: Path, passage: Passage, ground: Ground, *, is_told: bool
) -> Iterator[Candidate | Doubt]:
    """The reference for words that name annexes of ``holder``, or why there is none."""
    annexes = ground.annexes_by_holder.get(holder, {})
    numbers = [int(number) for number in re.findall(r"\d{1,9}", found["numbers"] or "")]
    if not numbers:
        if not (is_told or _is_alone(passage, found)):
            return
        if len(annexes) != 1:
            if _CITES.search(passage.before(found.start())):
                yield _unclear(found, passage, annexes)
            return
        numbers = [*annexes]
    if absent := [number for number in numbers if number not in annexes]:
        if passage.words[: found.start()].strip() and (annexes or not ground.annex_of(passage.path)):
            yield _absent(found[0], absent[0], passage, annexes)
        return
    paths = tuple(annexes[number] for number in numbers)
    if not any(passage.path[: len(path)] == path for path in paths):
        keys = ", ".join(ground.annex_keys[path] for path in paths)
        new = f"{{{found['form']} {keys}}}"
        reason = "приложение названо не так, как напечатала бы ссылка"
        doubt = passage.doubt(found[0], reason, f"замените на {new}, если знак № и порядок слов не важны")
        yield Candidate(found.start(), found.end(), new, paths, doubt)


def _is_alone(passage: Passage, found: re.Match[str]) -> bool:
    words, before = passage.words, passage.before(found.start())
    if _NUMBER_AFTER.match(words, found.end()):
        return False  # one that is not a number of ours: «№ 1А»
    if _CITES.search(before):
        return True
    return _BEFORE_ALONE.search(before) is not None and _AFTER_ALONE.match(words, found.end()) is not None


def _unclear(found: re.Match[str], passage: Passage, annexes: Mapping[int, Path]) -> Doubt:
    if not annexes:
        return _absent(found[0], 0, passage, annexes)
    reason = f"приложений несколько ({len(annexes)}), а какое из них названо, не сказано"
    return passage.doubt(found[0], reason, "допишите номер приложения")


def _absent(words: str, number: int, passage: Passage, annexes: Mapping[int, Path]) -> Doubt:
    there = f"есть только {', '.join(f'№ {one}' for one in annexes)}" if annexes else "приложений нет"
    reason = f"названо приложение{f' № {number}' if number else ''}, а {there}"
    return passage.doubt(words, reason, "исправьте ссылку или добавьте приложение")


def _holder(passage: Passage, ground: Ground, address: re.Match[str] | None) -> Path | Doubt | None:
    """What the named annexes belong to: an annex, the order (an empty path); None for another act."""
    if address is None:
        return ground.holder_near(passage.path)
    whom = address["whom"].lower()
    is_order = any(whom.startswith(kind.value[:_STEM]) for kind in Kind if kind.is_directive)
    if address["own"]:
        return () if is_order else ground.annex_of(passage.path) or None
    if not is_order:
        return None
    dated = _DATED.match(passage.bare, address.end())
    if dated is None:
        return () if _AFTER_ALONE.match(passage.words, address.end()) else None
    return _own_or_contradicting(dated, passage, address, ground)


def _own_or_contradicting(
    dated: re.Match[str], passage: Passage, address: re.Match[str], ground: Ground
) -> Path | Doubt | None:
    """Whether «к приказу отдела от 12.03.2027 № 5» means this order: its date and number tell."""
    order = ground.order
    try:
        same_date = parse_date(dated["date"]) == order.date
    except LanguageError:
        return None
    same_number = dated["number"] == order.number
    if same_date and same_number:
        return ()
    is_same_kind = address["whom"].lower().startswith(order.kind.value[:_STEM])
    if is_same_kind and order.date and order.number and (same_date or same_number):
        words = passage.text[address.start() : dated.end()].strip()
        reason = f"у этого документа {'номер' if same_date else 'дата'} другие, а приложение названо его"
        return passage.doubt(words, reason, "исправьте дату и номер")
    return None


def _attached(passage: Passage, ground: Ground) -> Iterator[Candidate]:
    """«(прилагается)», «прилагаемый план»: the only annex, or the one whose title stands before."""
    if ground.annex_of(passage.path):
        return
    for found in _ATTACHED.finditer(passage.words):
        annexes = [*ground.annexes_by_holder.get((), {}).values()]
        if len(annexes) > 1:
            annexes = [path for path in annexes if _is_titled(passage.bare, ground.title_of(path))]
        if len(annexes) == 1:
            new = f"{{{found['form']} {ground.annex_keys[annexes[0]]}}}"
            yield Candidate(found.start(), found.end(), new, (annexes[0],))


def _is_titled(text: str, title: str) -> bool:
    """Whether a text names an annex by the first words of its title, in whatever case they stand."""
    stems = _stems(title)[:_TITLE_WORDS]
    said = _stems(text)
    width = len(stems)
    return width > 1 and any(said[at : at + width] == stems for at in range(len(said) - width + 1))


def _stems(text: str) -> list[str]:
    return [word[:_STEM] for word in re.findall(r"\w+", text.lower())]

"""Canonical keys (ключи) of what texts refer to: short, without a space, the same for the same paper."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from prikaz.findings import Path
from prikaz.language.words.cases import Case
from prikaz.language.words.morphology import read_word
from prikaz.model import Annex, Block, ClauseList, IndicatorTable, Membership, Order, Roadmap
from prikaz.model.resolution.clause_names import holders, word_for
from prikaz.model.resolution.numbering import NumberedClause, number_annexes
from prikaz.model.resolution.reference_targets import OWN_KEYS

_UNUSABLE: Final = re.compile(r"[^\w.–-]+")
#: Words of a title that are looked at for its first noun.
_FIRST_WORDS: Final = 5
_SHORTEST: Final = 3
_LONGEST: Final = 24
_BY_BLOCK: Final[Mapping[type[Block], str]] = {
    Roadmap: "карта",
    IndicatorTable: "показатели",
    Membership: "состав",
    ClauseList: "положение",
}
_BY_CLAUSE: Final = {
    "пункт": "п",
    "подпункт": "п",
    "часть": "ч",
    "раздел": "р",
    "глава": "гл",
    "статья": "ст",
}


class Keys:
    """Gives keys that nothing else has."""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = {*taken, *OWN_KEYS}

    def give(self, wanted: str) -> str:
        """A key like ``wanted``, with a number if that one is taken."""
        base = re.sub(_UNUSABLE, "-", wanted.lower()).strip("-.") or "ключ"
        key, count = base, 1
        while key in self._taken:
            count += 1
            key = f"{base}-{count}"
        self._taken.add(key)
        return key


def keys_of_annexes(order: Order, keys: Keys) -> Mapping[Path, str]:
    """The key of each annex: its own, else one made of its title, its block or its number."""
    return {
        numbered.path: numbered.annex.key or keys.give(_name_of(numbered.annex, numbered.path))
        for numbered in number_annexes(order)
    }


def _name_of(annex: Annex, path: Path) -> str:
    name = _first_noun(annex.title) or next(
        (_BY_BLOCK[type(block)] for block in annex.blocks[:1] if type(block) in _BY_BLOCK), ""
    )
    return name or f"приложение-{'-'.join(str(step) for step in path[1::2])}"


def _first_noun(title: str) -> str:
    """The noun in the nominative that a title begins with: «карта» of «Дорожная карта смотра»."""
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*|\S", title)[:_FIRST_WORDS]:
        readings = [one for one in read_word(word) if one.case is Case.NOMINATIVE]
        if any(one.is_adjective for one in readings):
            continue
        is_noun = (
            len(word) >= _SHORTEST and word.isalpha() and any(one.is_noun and one.listed for one in readings)
        )
        return word.lower() if is_noun and len(word) <= _LONGEST else ""
    return ""


def key_of_clause(item: NumberedClause, annex: str) -> str:
    """The key of a clause: «п2-1», «п3-а», «положение-п4» in an annex."""
    numbers = [*(holder.number for holder in holders(item)), item.number]
    number = "-".join(number.replace(".", "-") for number in numbers)
    named = f"{_BY_CLAUSE[word_for(item).nominative]}{number}"
    return f"{annex}-{named}" if annex else named

"""Annexes that a text names by typed words (упоминания приложений), and those that no text names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from prikaz.findings import Finding, FindingKind, Path
from prikaz.model.contents import annexes
from prikaz.model.orders import Order

ANNEX_ABSENT: Final = FindingKind("annex-absent", "В тексте словами названо приложение, которого нет")
ANNEX_NOT_CITED: Final = FindingKind("annex-not-cited", "Приложение есть, а в тексте не названо")

_NUMBERED = re.compile(r"(?i)\bприложени\w+\s*(?:№\s*)?(\d+)(?!\s+к\s+(?!настоящ))")
_ALONE = re.compile(r"(?i)\bприложени\w+(?=\s+к\s+настоящ|\s*[).,;:]|\s*$)")
_ATTACHED = re.compile(r"(?i)\bприлага(?:ем|етс|ютс)")
#: Words of an amendment: the annexes that it names are those of the act that is amended.
_AMENDS: Final = (
    r"(?i)\b(?:изложить\s+в|заменить|дополнить|исключить|признать\s+утратившим|внести\b.{0,300}\bизменени)"
)
#: Annexes of the order itself, in an amendment.
_OWN: Final = (
    r"(?i)(?:согласно|\()\s*приложени\w+(?:\s*(?:№\s*)?\d+)?|\bприложени\w+\s*(?:№\s*)?\d*\s+к\s+настоящ\w+"
    r"|\bприлага(?:ем|етс|ютс)\w*"
)


class Citations(NamedTuple):
    """What a text says of annexes by typed words.

    Attributes:
        annexes: Paths of the annexes that it names.
        absent: Words that name an annex of which there is none.
    """

    annexes: frozenset[Path]
    absent: tuple[str, ...]


def typed_citations(text: str, annexes: Mapping[int, Path]) -> Citations:
    """What a text says of annexes; ``annexes`` are the paths of those it may name, by their numbers.

    >>> typed_citations("Утвердить план (приложение 3).", {1: ("приложения", 1)})
    Citations(annexes=frozenset(), absent=('приложение 3',))
    """
    numbered = [(match[0], int(match[1])) for match in _NUMBERED.finditer(text)]
    cited = {annexes[number] for _, number in numbered if number in annexes}
    absent = [words for words, number in numbered if number not in annexes]
    alone = _ALONE.search(text)
    if alone and not annexes:
        absent.append(alone[0])
    if len(annexes) == 1 and (alone or _ATTACHED.search(text)):
        cited.update(annexes.values())
    return Citations(frozenset(cited), tuple(absent))


def amends(text: str) -> bool:
    """Whether a text changes another act.

    >>> amends("приложение № 2 изложить в новой редакции"), amends("Утвердить план (приложение).")
    (True, False)
    """
    return re.search(_AMENDS, text) is not None


def own_citations(text: str) -> str:
    """Of an amendment, the words that name annexes of the order itself.

    >>> own_citations("приложение № 2 изложить согласно приложению № 1 к настоящему приказу")
    'согласно приложению № 1'
    """
    return "; ".join(found[0] for found in re.finditer(_OWN, text))


def absent_annex(words: str, path: Path) -> Finding:
    """A text names an annex of which there is none."""
    return ANNEX_ABSENT.finding(
        f"в тексте названо «{words}», а такого приложения нет",
        "добавьте приложение или исправьте ссылку",
        path,
    )


def uncited_annexes(order: Order, cited: Collection[Path]) -> tuple[Finding, ...]:
    """The annexes of an order that are not among those that its texts name."""
    return tuple(
        ANNEX_NOT_CITED.finding(
            "это приложение не упомянуто в тексте документа",
            f"назовите его в пункте: {{приложению {annex.key or 'ключ'}}}",
            path,
        )
        for path, annex in annexes(order)
        if path not in cited
    )

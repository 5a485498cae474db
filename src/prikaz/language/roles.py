"""What a date in a text is, told by the words around it.

The words before and after decide: «от … №» makes a cited act, «не менее» a
count, «года рождения» a birthday, «по итогам» the past. What no rule knows is
called unsure, so that a person is asked.
"""

from __future__ import annotations

import enum
import re
from typing import Final


class Role(enum.Enum):
    """What a time in a text is (чем является дата в тексте)."""

    OWN = "срок или год самого документа"
    PAST = "рассказ о прошедшем"
    CITED = "акт, на который ссылаются"
    NUMBER = "номер документа"
    CLOCK = "время суток"
    COUNT = "количество"
    BIRTH = "дата рождения"
    NAME = "часть названия"
    UNSURE = "неясно"


#: Roles that move together with the year of the order.
MOVING: Final = frozenset({Role.OWN, Role.PAST})


_YEAR: Final = r"(?:19|20)\d\d"
#: One character of a sentence; the dot of an abbreviation does not end it.
_SENTENCE: Final = r"(?:[^.;\n]|(?<![а-яё]{5})\.)"
_ACT: Final = (
    r"(?:приказ|распоряжени|постановлени|закон|решени|указ|письм|протокол|договор|соглашени|кодекс|конвенци)"
    r"[а-яё]*"
)
_CITED_BEFORE: Final = re.compile(
    r"(?:№|\bN)\s*[\w./–-]+(?:\s[-–]\s?[а-я])?\s*$|[^\s:;]\s*\bот\s*$"
    rf"|\bред(?:акци[а-яё]+|\.)\s{_SENTENCE}{{0,80}}от\s*$",
    re.IGNORECASE,
)
_CITED_AFTER: Final = re.compile(r"\s*,?\s*(?:регистрационный|рег\.|(?:№|N)(?!\s*п))")
_BIRTH_AROUND: Final = re.compile(r"год[а-яё]*\s+рожд|г\.?\s?р\b", re.IGNORECASE)
_BIRTH_BEFORE: Final = re.compile(r"(?:\bродил[а-яё]+|\bдата рождения:?)\s*$", re.IGNORECASE)
_PERIOD: Final = r"(?:[а-яё]+ое полугодие|[IV]+ квартал|[1-4] квартал)?"
_PAST_BEFORE: Final = re.compile(
    rf"(?:\bпо\s+(?:итогам|результатам)(?:\s+работы)?(?:\s+(?:за|в))?|\bитог[а-яё]*(?:\s+за)?|\bза|по\s+состоянию\s+на"
    rf"|[а-яё]{{3,}}(?:нн|ш|т)(?:ый|ая|ое|ые|ого|ой|ых|ому|ым|ыми|ом|ую|ий|ее|ие|его|ей|их|ему|им|ими|ем|ую)"
    rf"(?:\s+(?:в|с|до|от))?)\s*{_PERIOD}\s*$",
    re.IGNORECASE,
)
_PROGRAMME_BEFORE: Final = re.compile(
    rf"\b(?:Стратеги|Концепци|Доктрин|Национальн[а-яё]+\s+(?:цел|проект))[а-яё]*\b{_SENTENCE}{{0,120}}\bдо\s+$"
)
_MORE_OR_LESS: Final = re.compile(
    r"\b(?:не\s+(?:менее|более)|свыше|более|менее|около|итого|всего)\s*:?\s*$", re.IGNORECASE
)
_NOUN_AFTER: Final = re.compile(
    r"\s+(?!(?:и|или|по|до|с|в|на|для|от|к|не|более|менее)\b)[а-яё]{2,}|\s*(?:%|₽)"
)
_NAME_BEFORE: Final = re.compile(r"[А-Яа-яЁё»\"”][-–—]$")
_PLACED: Final = re.compile(
    r"(?:^|[\n(]|\b(?:в|на|к|с|по|до|за|год:?|квартал|полугодие|лето|осень|зима|весна)|[–—-])\s*$",
    re.IGNORECASE,
)
_ALONE_AFTER: Final = re.compile(r"\s*(?:$|[.,;:)\n–—-])")

#: How many characters before a time are looked at.
_LOOK: Final = 260


def judge(text: str, match: re.Match[str], titles: tuple[range, ...]) -> Role:
    """Say what the time of ``match`` is in ``text``, whose titles of acts lie at ``titles``.

    The name of the last group of ``match`` is the shape of the time: "clock", "years", "figures" …
    """
    group, start, end = match.lastgroup, match.start(), match.end()
    if group in {"standard", "number"}:
        return Role.NUMBER
    if group == "clock":
        return Role.CLOCK
    if any(start in title for title in titles):
        return Role.CITED
    before, after = text[max(0, start - _LOOK) : start], text[end : end + 40]
    if _CITED_AFTER.match(after) or _CITED_BEFORE.search(before):
        return Role.CITED
    if _BIRTH_BEFORE.search(before) or _BIRTH_AROUND.search(text, max(start, end - 8), end + 20):
        return Role.BIRTH
    if group == "years" and match.group().isdigit():
        return _judge_bare_year(text, match, before, after)
    return _judge_dated(before)


def _judge_dated(before: str) -> Role:
    if _PROGRAMME_BEFORE.search(before):
        return Role.UNSURE
    return Role.PAST if _PAST_BEFORE.search(before) else Role.OWN


def _judge_bare_year(text: str, match: re.Match[str], before: str, after: str) -> Role:
    """Judge four figures without «год»: a year only where nothing else can stand."""
    if _NAME_BEFORE.search(before) or _in_quotes(text, match.start()):
        return Role.NAME
    if _MORE_OR_LESS.search(before) or _NOUN_AFTER.match(after):
        return Role.COUNT
    if _PLACED.search(before) and _ALONE_AFTER.match(after):
        return _judge_dated(before)
    return Role.UNSURE


_QUOTE: Final = re.compile(r"[«»\"“”„\n]")
_TITLE_START: Final = re.compile(r"[«\"“„]\s*(?:О|Об|Обо)\s")
_TITLE_BEFORE: Final = re.compile(
    rf"(?:(?:№|\bN)\s*[\w./–-]+|\b{_ACT}|[а-яё]\s*{_YEAR}\s*г(?:\.|ода)?)\s*$", re.IGNORECASE
)


def find_titles(text: str) -> tuple[range, ...]:
    """Places of quoted titles of acts: «О …», or what stands right after an act.

    A title that is not closed ends with its line.
    """
    return tuple(
        quoted
        for quoted in _find_quotes(text)
        if _TITLE_START.match(text, quoted.start)
        or _TITLE_BEFORE.search(text, max(0, quoted.start - 60), quoted.start)
    )


def _in_quotes(text: str, place: int) -> bool:
    return any(place in quoted for quoted in _find_quotes(text))


def _find_quotes(text: str) -> tuple[range, ...]:
    """Outermost quotations, from mark to mark."""
    found = []
    depth = opened = 0
    for match in _QUOTE.finditer(text):
        mark, place = match.group(), match.start()
        opens = mark in "«„“" or (mark == '"' and (place == 0 or text[place - 1] in ' \u00a0\n("«'))
        if mark == "\n" or not opens:
            if depth and (mark == "\n" or depth == 1):
                found.append(range(opened, place))
            depth = 0 if mark == "\n" else max(0, depth - 1)
            continue
        opened = place if depth == 0 else opened
        depth += 1
    if depth:
        found.append(range(opened, len(text)))
    return tuple(found)

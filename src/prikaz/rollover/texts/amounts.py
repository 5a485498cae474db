"""Amounts in a text, and the time that each belongs to: sums, shares, bounds, counts with what is counted.

«В 2027 году 1 250,0 тыс. рублей»: the year moves, the sum is of that year. A
number of a clause, of a school, an age, a duration, the time of the day is no
amount.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from prikaz.language.time.roles import Role
from prikaz.language.time.times import Time, find_times


class Amount(NamedTuple):
    """An amount in a text (величина).

    Attributes:
        start: Place of its first character.
        end: Place after its last one.
        text: Its words.
        is_count: Whether it only counts things: «12 школ»; a sum, a share or a bound says more.
    """

    start: int
    end: int
    text: str
    is_count: bool


_GAP: Final = r"[ \u00a0\u2009\u202f]"
_NUMBER: Final = rf"(?:\d{{1,3}}(?:{_GAP}\d{{3}})+|\d+)(?:[.,]\d+)?"
_RANGE: Final = rf"(?<![\d.,/№–-])(?<!№{_GAP})(?:{_NUMBER}\s?[–-]\s?)?{_NUMBER}(?![\d/]|[.,:]\d|-[а-яёА-ЯЁ])"
_BOUND: Final = r"(?:не\s+(?:менее|более|ниже|выше|меньше|больше)|более|менее|свыше)(?:\s+чем)?"
_SPELLED: Final = (
    r"(?:две|два|три|четыре|пять|шесть|семь|восемь|девять|десять|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцать"
    r"|двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто|двести|триста)"
)
#: What is counted is a word; none of these is.
_NO_NOUN: Final = (
    r"(?:и|или|а|но|по|до|со?|во?|на|для|от|ко?|не|за|при|из|об?|у|же|более|менее|год[ауе]?|году|лет|летн[а-яё]+"
    r"|[а-яё]+(?:ть|ти|чь)(?:ся)?)\b"
)
#: Durations, copies, times a year, stages: the same each year.
_CONSTANT: Final = (
    r"(?:(?:рабоч|календарн|банковск)[а-яё]+|дн(?:я|ей|ям?)|день|недел[а-яё]+|месяц[а-яё]*|мес\b|сут(?:ок|ки)|минут[а-яё]*"
    r"|мин\b|экземпляр[а-яё]*|экз\b|раза?\b|этап[а-яё]*|тур[а-яё]{0,2}\b|част[ьией]+\b|лист[а-яё]{0,2}\b|страниц[а-яё]*"
    r"|символ[а-яё]*|знак[а-яё]{0,2}\b|слов[а-яё]?\b|лет\b|год[а-яё]*\b)"
)
_SUM: Final = re.compile(
    rf"(?:\b{_BOUND}\s+)?{_RANGE}\s*(?:\([^()]*\)\s*)?"
    r"(?:(?:тыс|млн|млрд|тысяч[а-яё]*|миллион[а-яё]*|миллиард[а-яё]*)\b\.?\s*(?:руб\.|руб[а-яё]*\b|₽)?|руб\.|руб[а-яё]*\b|р\.(?=\s|$)|₽|коп\.|коп[а-яё]*\b|%|процент[а-яё]*|п\.\s?п\.)"
    rf"|\b{_BOUND}\s+{_RANGE}(?!\s*{_CONSTANT})(?:\s+(?!{_NO_NOUN})[а-яё]{{2,}}\b)?",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(
    rf"(?P<number>(?!1\s){_RANGE}|\b(?i:{_SPELLED}))\s+(?!{_NO_NOUN}|{_CONSTANT})(?:(?:чел|шт|ед)\."
    r"|(?:[а-яё]+(?:[ыи]х|[ыи]е|[ая]я|[ео]е|[ео]го|ой)\s+){0,3}[а-яё]{2,}\b)"
)
#: «Школ – 12, учеников – 350».
_NAMED: Final = re.compile(rf"\b[а-яё]{{3,}}\s+[–—]\s+({_NUMBER})(?=\s*(?:[;,.)\n]|$))")
#: «Учащиеся 9 классов»: which ones, not how many; behind a dash and from so many on they are counted.
_CLASSES: Final = re.compile(r"(?<![–—:-])\s(?:[1-9]|1[01])\s+класс")
#: So few things at a deadline are no target: «до 20 декабря 2027 года 3 экземпляра».
_FEW: Final = 10
#: A number behind a time and a dash, alone or with what it counts: «2027 год – 450», «в 2027 году: 12».
_BESIDE: Final = re.compile(rf"\s*(?:г\.\s*)?[–—:-]\s*({_NUMBER})(?=\s*(?:[;,.)\n]|$))")
#: A number with decimals or thousands behind a time: «в 2027 году 1 250,0».
_WITHOUT_UNIT: Final = re.compile(
    rf"\s+(\d{{1,3}}(?:{_GAP}\d{{3}})+(?:[.,]\d+)?|\d+[.,]\d+)(?=\s*(?:[;,.)\n]|$))"
)
#: What makes a number of a clause, of a school, of a room.
_NUMBERED: Final = re.compile(
    r"(?:\b(?:(?:под)?пункт|раздел|стать|част|абзац|приложени|форм|таблиц|строк|граф|позици|кабинет|дом|корпус|лот"
    r"|модул|блок|глав|номер|участ|маршрут)[а-яё]*|\b(?:пп?|ч|ст|каб|д|ул|кв|стр|рис|табл|прил|разд)\.|[А-ЯЁ]{2,}|№|\bN)"
    r"\s*(?:\d[\d.,\s]*(?:и|–|-)?\s*)?$"
)
#: Where a sentence ends; «тыс.» and «чел.» end none.
_END: Final = re.compile(
    r"[;\n]|(?<=[а-яё]{3})(?<!тыс)(?<!руб)(?<!чел)(?<!экз)\.(?=\s+[А-ЯЁ«\d])|(?<=[\d%)»])\.(?=\s+[А-ЯЁ«])"
)
#: Where a part of a sentence ends; a comma between figures is a decimal one.
_PART: Final = re.compile(r",(?=\s)|\s(?:и|а|или)\s")
#: «На 31.12.2027» and «к 31.12.2027» are days of measuring, whose counts are of that day.
_MEASURED: Final = re.compile(r"\b(?:на|ко?)\s+$", re.IGNORECASE)
_DASHED: Final = re.compile(r"\s*(?:\([^)]*\)\s*)?[–—:-]\s*(?:[а-яё]+\s+){0,3}", re.IGNORECASE)
#: What may stand between two amounts of one list: «12 школ, 350 учеников».
_FURTHER: Final = re.compile(r"(?:\s+[а-яё]+){0,3}\s*(?:,|\bи\b)\s*(?:[а-яё]+\s+){0,2}")
#: Roles of what is no time that an amount could belong to.
_TIMELESS: Final = frozenset({Role.CITED, Role.NUMBER, Role.CLOCK, Role.COUNT, Role.BIRTH, Role.NAME})


def find_amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of a text, in their order.

    >>> [amount.text for amount in find_amounts("в 2027 году 12 школ и 1 250,0 тыс. рублей; пункт 5")]
    ['12 школ', '1 250,0 тыс. рублей']
    """
    return _find(text, find_times(text))


def amounts_by_time(
    text: str, times: Sequence[Time], fields: Sequence[Amount] = ()
) -> dict[Time, tuple[Amount, ...]]:
    """The amounts of a text by the times that they belong to; ``fields`` are those that stand in braces."""
    if not any(time.years for time in times):
        return {}
    owners = [time for time in times if time.years and time.role not in _TIMELESS]
    found: dict[Time, tuple[Amount, ...]] = {}
    last: Time | None = None
    end = 0
    for amount in sorted((*_find(text, times), *fields)):
        goes_on = last is not None and _FURTHER.fullmatch(text, max(end, last.end), amount.start)
        last = _owner(amount, owners, text) or (last if goes_on else None)
        end = amount.end
        if last:
            found[last] = (*found.get(last, ()), amount)
    return found


def _find(text: str, times: Sequence[Time]) -> tuple[Amount, ...]:
    if not re.search(r"\d|(?i:дв|тр|чет|пя|ше|се|во|де|со)", text):
        return ()
    taken = [range(time.start, time.end) for time in times]
    found: list[Amount] = []
    for amount in _candidates(text, times):
        if not any(amount.start < place.stop and place.start < amount.end for place in taken):
            taken.append(range(amount.start, amount.end))
            found.append(amount)
    return tuple(sorted(found))


def _candidates(text: str, times: Sequence[Time]) -> Iterator[Amount]:
    for match in _SUM.finditer(text):
        yield Amount(match.start(), match.end(), match[0].strip(), is_count=False)
    for match in _COUNT.finditer(text):
        if not (_NUMBERED.search(text, 0, match.start()) or _CLASSES.match(text, match.start() - 1)):
            yield Amount(match.start(), match.end(), match[0], is_count=True)
    for match in _NAMED.finditer(text):
        yield Amount(match.start(1), match.end(1), match[1], is_count=False)
    for time in times:
        beside = _BESIDE.match(text, time.end) or _WITHOUT_UNIT.match(text, time.end)
        if beside and time.years:
            yield Amount(beside.start(1), beside.end(1), beside[1], is_count=False)


def _owner(amount: Amount, times: Sequence[Time], text: str) -> Time | None:
    """The time that an amount belongs to: of its part of the sentence, a sum also of another part."""
    ends = [found.end() for found in _END.finditer(text)]
    sentence = [time for time in times if bisect(ends, time.start) == bisect(ends, amount.start)]
    spans = [range(time.start, time.end) for time in times]
    parts = [
        found.start() for found in _PART.finditer(text) if not any(found.start() in span for span in spans)
    ]
    part = [time for time in sentence if bisect(parts, time.start) == bisect(parts, amount.start)]
    near = _nearest(amount, part)
    if near is None and amount.is_count:
        near = next((time for time in sentence if not text[time.end : amount.start].strip(" ,(")), None)
    if near and (not amount.is_count or _counts_for(near, amount, text)):
        return near
    return None if near or amount.is_count else _nearest(amount, sentence)


def _nearest(amount: Amount, times: Sequence[Time]) -> Time | None:
    """The last time before an amount; if there is none, the first one behind it."""
    before = [time for time in times if time.start < amount.start]
    return before[-1] if before else next(iter(times), None)


def _counts_for(time: Time, amount: Amount, text: str) -> bool:
    """Whether a count is of a time: of a period, of a day of measuring, or behind a dash, or no few."""
    if time.day is None or _MEASURED.search(text, 0, time.start):
        return True
    number = re.match(r"\d+", amount.text)
    if number and int(number[0]) >= _FEW:
        return True
    return time.end <= amount.start and _DASHED.fullmatch(text, time.end, amount.start) is not None

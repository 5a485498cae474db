"""The grammar of deadlines: a phrase about time becomes a value.

A phrase is reduced to a formula (:mod:`prikaz.language.deadlines.formula`) and
the formula is matched; phrases without a date are recognized by their words.
What matches nothing is :class:`~prikaz.language.deadlines.kinds.Verbatim`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, cast

import attrs

from prikaz.language.deadlines.formula import Formula, FormulaValue, normalize, reduce_phrase
from prikaz.language.deadlines.kinds import (
    AcademicYear,
    Blank,
    DayMonth,
    Deadline,
    HalfYear,
    Interval,
    Listed,
    Month,
    MonthPart,
    OnDate,
    Open,
    Point,
    Quarter,
    Recurring,
    Relative,
    Season,
    Verbatim,
    Year,
)

#: What is longer is prose, and no deadline.
_LONGEST: Final = 300


def parse_phrase(text: str) -> Deadline:
    """Read a deadline of any wording; see :func:`prikaz.language.deadlines.reading.parse_deadline`."""
    if len(text) > _LONGEST:
        return Verbatim(text)
    words = normalize(text)
    if not words or "__" in words:
        return Blank(text)
    relative = _read_relative(words, text)
    if relative is not None:
        return relative
    try:
        formula = reduce_phrase(words)
        found = _read_formula(formula, text)
    except ValueError:  # a day that does not exist
        return Verbatim(text)
    return found or _read_words(words, formula, text)


# Phrases recognized by their words ----------------------------------------------------------------------

_RECURRING: Final = re.compile(
    r"\bеже[а-я]+|\bкажд[а-я]+|\bраза? (?:в|за)\b|\b(?:дваж|триж)ды в\b"
    r"|\b(?:перв|последн)[а-я]+ (?:(?:рабоч|календарн)[а-я]+ )?(?:день|дня|числ[а-я]+)"
    r" (?:месяц|квартал|недел)"
    r"|\bследующ[а-я]+ за отчетн"
    r"|\bпо (?:понедельник|вторник|сред|четверг|пятниц|суббот)[а-я]*[ая]м\b"
)
_OPEN: Final = re.compile(
    r"(?:постоянн|бессрочн|регулярн|систематическ|незамедлительн|немедленн|безотлагательн|срочно).*"
    r"|(?:в течение|в течении|на протяжении|весь|на весь|за весь) (?:[а-я]+(?:его|ого|ый|ий) )*"
    r"(?:период|год|срок|месяц|квартал|полугоди|смен)[а-я]*(?: .*)?"
    r"|(?:до|к|в|по) (?:конц|окончани|начал|завершени)[а-я]+ (?:[а-я]+ого )?"
    r"(?:год|месяц|квартал|полугоди|период)[а-я]*"
    r"|по (?:мере|необходимости|отдельн|график|план|назначени|согласовани|запрос|факт|требовани"
    r"|обращени|заявк|распоряжени|указани|расписани|срокам).*"
    r"|при (?:необходимости|поступлении|наличии|возникновении).*"
    r"|(?:согласно|в соответствии с) .*"
    r"|в (?:установленн|указанн|рабочем порядке|плановом порядке|ходе|день).*"
    r"|(?:со дня|с момента|с даты) .*|до (?:отмены|особого|замены|издания) .*|на постоянной основе"
)

_COUNT_WORDS: Final = {
    "одного": 1,
    "двух": 2,
    "трех": 3,
    "четырех": 4,
    "пяти": 5,
    "шести": 6,
    "семи": 7,
    "восьми": 8,
    "девяти": 9,
    "десяти": 10,
    "пятнадцати": 15,
    "двадцати": 20,
    "тридцати": 30,
}
_COUNT: Final = (
    rf"(?:(?P<count>\d{{1,3}})(?:–?(?:х|ти|и))?(?: ?\([а-я ]+\))?|(?P<word>{'|'.join(_COUNT_WORDS)}))"
)
_RELATIVE: Final = (
    re.compile(
        r"(?:срок:? )?(?:не (?:позднее|позже|ранее)(?: чем)?(?: через| за)?|не менее чем за|в течение|через"
        rf"|за|до истечения|по истечении) (?:{_COUNT} )?(?P<kind>рабоч|календарн)?(?:[а-я]* )?"
        r"(?P<unit>дн|день|сут|недел|месяц|час|год|лет)[а-я]*\b(?P<event> (?:с|со|после|от|до|по)\b)?"
    ),
    re.compile(
        rf"в {_COUNT}?–?(?P<kind>рабоч|календарн)?"
        r"(?P<unit>дневн|недельн|месячн|суточн|годичн)[а-я]+ срок(?P<event>)"
    ),
)
_UNITS: Final = {
    "дн": "день",
    "ден": "день",
    "сут": "сутки",
    "нед": "неделя",
    "мес": "месяц",
    "час": "час",
    "год": "год",
    "лет": "год",
    "дне": "день",
}
_KINDS: Final = {"рабоч": "рабочий ", "календарн": "календарный ", None: ""}


def _read_relative(words: str, text: str) -> Relative | None:
    """«В течение 3 (трёх) рабочих дней», «в десятидневный срок», «в течение месяца со дня …»."""
    match = next((found for pattern in _RELATIVE if (found := pattern.match(words))), None)
    if match is None:
        return None
    counted = match["count"] or match["word"] or match["event"] is not None
    if not counted and match["unit"] not in {"сут", "час"}:  # «в течение месяца» may be any time of the month
        return None
    count = int(match["count"]) if match["count"] else _COUNT_WORDS.get(match["word"], 1)
    return Relative(count, _KINDS[match["kind"]] + _UNITS[match["unit"][:3]], text=text)


def _read_words(words: str, formula: Formula, text: str) -> Recurring | Open | Verbatim:
    if _RECURRING.search(words):
        return Recurring(text)
    timeless = all(letter == "N" for letter, _ in formula.values)
    return Open(text) if timeless and _OPEN.fullmatch(words) else Verbatim(text)


# Phrases recognized by their formula --------------------------------------------------------------------

_POINT: Final = r"(?:D|d|M|m|Q(?: Y)?|H(?: [YA])?|S(?: [YA])?|W [mM]|Y|A|N)"
_ITEM: Final = re.compile(rf"(?:с )?({_POINT})(?:(?:–| по )({_POINT}))?")
_ITEMS: Final = re.compile(
    rf"{_ITEM.pattern}(?:(?:[,;] ?|,? (?:и|или|либо) (?:плановый период )?| )"
    rf"(?:(?:не позднее|до|к|в) )*{_ITEM.pattern})*"
)
_LEADING: Final = re.compile(
    r"(?:сроки?(?: исполнения| реализации| выполнения| проведения)?(?:–|:? )"
    r"|по состоянию (?=на )|(?:в дни|во время) "
    r"|по (?:итогам|результатам) (?:[QH] )?[AYM], "
    r"|не (?:позднее|позже|ранее)(?: чем)? |начиная (?=с )|в срок "
    r"|(?:в |на )?(?:плановый )?период |в течени[еи] "
    r"|(?:ориентировочно|предварительно|примерно) |по (?:итогам|результатам|окончании|завершении) "
    r"|(?:до|к|в|с|по) (?:конц|окончани|начал|завершени|истечени)[а-я]+ "
    r"|N раза? в (?:год|полугодие|квартал|месяц):? ?|(?:до|к|ко|в|во|на|за|от|по) )*"
)
_TRAILING: Final = re.compile(
    r"(?: включительно| ?\((?![^()]*ежегодн)[^()]*\)"
    r"|[–:,. ]*N? ?(?:не )?(?:менее|более|ниже|выше|меньше|свыше)\b.*"
    r"|[–:, ]+N(?:,N)? ?(?:%|процент|человек).*)+$"
)
_YEARLY_AFTER: Final = re.compile(r",? ?(?:\()?далее[ –]*ежегодно\)?$")


def _read_formula(formula: Formula, text: str) -> Point | Interval | Listed | Recurring | None:
    """The deadline of a formula, or None if it is not one of ours.

    Raises:
        ValueError: A day that does not exist: «с 31 по 30 апреля».
    """
    core, yearly = _YEARLY_AFTER.subn("", formula.letters)
    core = _TRAILING.sub("", core).strip(" ,;:.")
    lead = _LEADING.match(core)
    skipped = len(re.findall("[A-Z]", lead.group())) if lead else 0
    core = core[lead.end() :] if lead else core
    if not _ITEMS.fullmatch(core):
        return None
    points = _complete(core, [value for _, value in formula.values[skipped:]])
    return _assemble(core, points, text, yearly_after=bool(yearly)) if points else None


def _assemble(
    core: str, points: Sequence[Point], text: str, *, yearly_after: bool
) -> Point | Interval | Listed | Recurring:
    rest = iter(points)
    items: list[Point | Interval] = []
    for match in _ITEM.finditer(core):
        first = next(rest)
        items.append(Interval(first, next(rest)) if match[2] else first)
    only = items[0]
    if yearly_after:
        years = isinstance(only, Interval) and isinstance(only.first, Year) and len(items) == 1
        return (
            attrs.evolve(cast("Interval", only), yearly_after=True, text=text) if years else Recurring(text)
        )
    return Listed(items, text=text) if len(items) > 1 else attrs.evolve(only, text=text)


def _complete(core: str, values: Sequence[FormulaValue]) -> list[Point]:
    """Points of the formula; what a point leaves out it takes from the next: «с 1 по 15 октября 2027 г.».

    Empty if a bare number has nothing to take.
    """
    rest = iter(values)
    raw = [_make_point(letters, rest) for letters in re.findall(_POINT, core)]
    points: list[Point] = []
    following: Point | None = None
    for point in reversed(raw):
        completed = _take_from(following, point)
        if completed is None:
            return []
        points.insert(0, completed)
        following = completed
    return points


def _make_point(letters: str, values: Iterator[Any]) -> Point | int:
    """One point, or the bare number of a day."""
    value = next(values)
    within = _make_point(letters[2:], values) if letters[2:] else None
    match letters[0]:
        case "N":
            return int(value)
        case "W":
            month = cast("Month", within)
            return MonthPart(value, month.month, month.year)
        case "Q":
            return Quarter(value, cast("Year", within).year if within else None)
        case "H" | "S":
            kind = HalfYear if letters[0] == "H" else Season
            return kind(value, cast("Year | AcademicYear | None", within))
        case "d" | "M":
            return (DayMonth if letters[0] == "d" else Month)(*value)
    return _SIMPLE[letters[0]](value)


_SIMPLE: Final[Mapping[str, Callable[[Any], Point]]] = {"D": OnDate, "m": Month, "Y": Year, "A": AcademicYear}


def _take_from(following: Point | None, point: Point | int) -> Point | None:
    """``point`` with the month and year it shares with the one after it; None for a day of no month."""
    match point, following:
        case int(), _:
            return _day_of(following, point)
        case DayMonth(day=number, month=month), OnDate(day=day):
            later = (month, number) > (day.month, day.day)
            return OnDate(date(day.year - later, month, number))
        case Month(month=month, year=None), Month(month=last, year=int(year)):
            return Month(month, year - (month > last))
        case Quarter(number=number, year=None), Quarter(year=int(year)):
            return Quarter(number, year)
    return cast("Point", point)


def _day_of(following: Point | None, number: int) -> OnDate | DayMonth | None:
    match following:
        case OnDate(day=day):
            return OnDate(day.replace(day=number))
        case DayMonth(month=month):
            return DayMonth(number, month)
    return None

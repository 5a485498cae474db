"""What is to become of one time in a text: it moves, it stays, or a person is asked.

What the words around a time make of it is known by :mod:`prikaz.language.time.roles`;
here it is set against the year of the order: what lies before that year is the
past, whatever the words are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

from attrs import frozen

from prikaz.language.time.dates import MONTH, last_day, month_number
from prikaz.language.time.roles import Role
from prikaz.language.time.times import Time
from prikaz.rollover.year_shift import YearShift


@frozen
class Move:
    """It moves with the order."""

    why: str


@frozen
class Stay:
    """It is left alone."""

    why: str


@frozen
class Ask:
    """It is left alone until a person has decided."""

    what: str
    why: str


Verdict: TypeAlias = Move | Stay | Ask

#: Why a cited act stays.
CITED_ACT: Final = "акт, на который ссылаются"
#: Why a number that looks like a year stays.
COUNT: Final = "количество, а не год"
_STAYING: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.CITED: CITED_ACT,
        Role.NUMBER: "номер документа, стандарта или телефона",
        Role.CLOCK: "время суток",
        Role.COUNT: COUNT,
        Role.BIRTH: "дата рождения",
    }
)
#: Roles of what names no year, wherever it stands.
NO_YEARS: Final = frozenset(_STAYING.keys() - {Role.CITED})
_AGED: Final = Ask(
    "решите, сдвинуть ли год рождения", "год говорит о возрасте участников: он меняется с годом"
)
#: What is asked when the words around say nothing.
UNSURE: Final = Ask("решите, переносить ли", "по словам вокруг не видно, чей это год")
_BEFORE: Final = Ask("обновите или уберите", "раньше года документа: рассказ о прошедшем")
_DONE: Final = Ask("решите, переносить ли", "сказано как о совершившемся")
_BYGONE: Final = Ask("решите, переносить ли", "раньше даты документа: это уже было")
_BEGUN: Final = Ask("решите, переносить ли", "период начался раньше года документа")
#: What stands before a day that is no account of what was, and before a period that is summed up.
_NOT_TOLD: Final = r"(?i)\b(?:со?|от|начиная(?:\s+со?)?|на|за)\s+$"
_SUMMED_UP: Final = r"(?i)\b(?:за|на)\s+(?:[а-яё]+\s+){0,2}(?:со?\s+)?$"
#: What stands before the day of which values are: «стоимость указана на», «по состоянию на», «по списку на».
_MEASURED_ON: Final = (
    r"(?i)\b(?:(?:указан|привед[её]н|рассчитан|определ[её]н|посчитан|подсчитан|показан|представлен|учт[её]н)[а-яё]*"
    r"|(?:по\s+)?(?:состояни|списк|данны|сведени|отч[её]т)[а-яё]*|(?:цен|курс|численност|остатк|стоимост)[а-яё]*)"
    r"(?:\s+[а-яё]+){0,4}?\s+на\s+$"
)
_MEASURED: Final = Ask(
    "обновите вместе со значениями", "на этот день даны значения таблицы, а они не менялись"
)
_NAMED: Final = Ask("решите, переносить ли", "год стоит внутри названия")
#: What lies before it is history, and never to be updated: «в Великой Отечественной войне 1941–1945 годов».
_LONG_AGO: Final = 1950
#: What is asked of a year in the words of another act that an amendment quotes.
QUOTED: Final = Ask("решите, переносить ли", "стоит в словах другого акта, взятых в кавычки")
#: How far from its date the number of the old order may stand.
_NEAR: Final = 40
_ECHO: Final = Ask("впишите новые дату и номер", "это дата и номер самого прежнего документа")


def judge(time: Time, text: str, shift: YearShift) -> Verdict | None:
    """What is to become of ``time`` in ``text``; None for a time that names no year and needs no word."""
    if time.role is Role.CITED and _is_echo(time, text, shift):
        return _ECHO
    if time.role in _STAYING:
        return Stay(_STAYING[time.role])
    if time.role is Role.AGE:
        return _AGED
    if time.role is Role.UNSURE:
        return UNSURE
    if time.role is Role.NAME:
        return _NAMED if max(_years(time), default=0) >= shift.year else Stay("часть названия")
    return _judge_years(time, _years(time), shift) if time.years else None


def _years(time: Time) -> tuple[int, ...]:
    """The years of a time; of an end of an interval, those of both ends."""
    return time.period.years if time.period else time.years


def _judge_years(time: Time, years: tuple[int, ...], shift: YearShift) -> Verdict:
    if max(years) < _LONG_AGO:
        return Stay("давнее прошлое")
    if max(years) < shift.year:
        return _BEFORE
    if time.role is Role.PAST and (min(years) > shift.year or not _is_ahead(time, shift)):
        return _DONE
    if min(years) < _earliest(time, years, shift):
        return _BEGUN
    if time.role is Role.RESULT:
        return Move("период документа")
    if "уч" in time.text:
        return Move("учебный год документа")
    return Move("срок документа" if time.day else "год документа")


def _earliest(time: Time, years: tuple[int, ...], shift: YearShift) -> int:
    """The year in which a time of the order may begin: a school year and a winter begin the year before."""
    has_months = time.day or re.search(MONTH, time.text, re.IGNORECASE)
    is_long = max(years) - min(years) > 1
    return shift.year if is_long and not has_months else shift.year - 1


def judge_told(time: Time, text: str, shift: YearShift) -> Ask | None:
    """What is asked about a day of a sentence, though its words let it move: it is told of what was before.

    A beginning is none such («с 1 января установить»), nor is what is summed up or measured; None for them.
    """
    if shift.issued is None or time.role is not Role.OWN or not time.years:
        return None
    day = time.period.last if time.period else _last_day(time)
    if day is None or day >= shift.issued or day.year < shift.year:
        return None
    start, opened = (time.period.start, _SUMMED_UP) if time.period else (time.start, _NOT_TOLD)
    if re.search(opened, text[:start]):
        return None
    from prikaz.language.time.telling import tells_of_past  # noqa: PLC0415 (few days lie before their order)

    return _BYGONE if tells_of_past(text, start) else None


def judge_measured(time: Time, text: str, shift: YearShift) -> Ask | None:
    """What is asked about the day of which a note under a table gives the values: they stay.

    A day after that of the order has not been yet, so nothing was measured on it; None for it.
    """
    if time.day is None or time.period or _is_ahead(time, shift):
        return None
    return _MEASURED if re.search(_MEASURED_ON, text[: time.start]) else None


def _last_day(time: Time) -> date | None:
    """The day of a time, or the last one of its month."""
    months = re.findall(MONTH, time.text, re.IGNORECASE)
    if time.day or not months or len(time.years) != 1:
        return time.day
    month = month_number(months[-1])
    return date(time.years[0], month, last_day(time.years[0], month))


def _is_ahead(time: Time, shift: YearShift) -> bool:
    """Whether a day lies after the day of the order, so that it cannot have been."""
    day = time.period.last if time.period else time.day
    return day is not None and shift.issued is not None and day > shift.issued


def _is_echo(time: Time, text: str, shift: YearShift) -> bool:
    """Whether a cited act is the old order itself."""
    if shift.issued is None or time.day != shift.issued or not shift.number:
        return False
    digits = r"\s*".join(map(re.escape, "".join(shift.number.split())))
    number = re.compile(rf"№\s*{digits}(?![\w/–-]|\.\w)", re.IGNORECASE)
    found = number.search(text, max(0, time.start - _NEAR))
    return found is not None and found.start() <= time.end + _NEAR

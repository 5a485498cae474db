"""What is to become of one time in a text: it moves, it stays, or a person is asked.

What the words around a time make of it is told by :mod:`prikaz.language.time.roles`;
here it is set against the year of the order: what lies before that year is the
past, whatever the words are.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from attrs import frozen

from prikaz.language.time.roles import Role
from prikaz.language.time.times import Time
from prikaz.rollover.turn import Turn


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
        Role.NUMBER: "номер документа или стандарта",
        Role.CLOCK: "время суток",
        Role.COUNT: COUNT,
        Role.BIRTH: "дата рождения",
    }
)
#: What is asked when the words around tell nothing.
UNSURE: Final = Ask("решите, переносить ли", "по словам вокруг не видно, чей это год")
_BEFORE: Final = Ask("обновите или уберите", "раньше года документа: рассказ о прошедшем")
_DONE: Final = Ask("решите, переносить ли", "сказано как о совершившемся")
_BEGUN: Final = Ask("решите, переносить ли", "период начался раньше года документа")
_NAMED: Final = Ask("решите, переносить ли", "год стоит внутри названия")
_ECHO: Final = Ask("впишите новые дату и номер", "это дата и номер самого прежнего документа")


def judge(time: Time, text: str, turn: Turn) -> Verdict | None:
    """What is to become of ``time`` in ``text``; None for a time that names no year and needs no word."""
    if time.role is Role.CITED and _is_echo(time, text, turn):
        return _ECHO
    if time.role in _STAYING:
        return Stay(_STAYING[time.role])
    if time.role is Role.UNSURE:
        return UNSURE
    if time.role is Role.NAME:
        return _NAMED if max(time.years, default=0) >= turn.year else Stay("часть названия")
    return _judge_years(time, turn) if time.years else None


def _judge_years(time: Time, turn: Turn) -> Verdict:
    if max(time.years) < turn.year:
        return _BEFORE
    if time.role is Role.PAST and not _is_ahead(time, turn):
        return _DONE
    if min(time.years) < turn.year - 1:  # a school year and a winter begin the year before
        return _BEGUN
    if time.role is Role.RESULT:
        return Move("период документа")
    if "уч" in time.text:
        return Move("учебный год документа")
    return Move("срок документа" if time.day else "год документа")


def _is_ahead(time: Time, turn: Turn) -> bool:
    """Whether a day lies after the day of the order, so that it cannot have been."""
    return time.day is not None and turn.issued is not None and time.day > turn.issued


def _is_echo(time: Time, text: str, turn: Turn) -> bool:
    """Whether a cited act is the old order itself."""
    around = text[max(0, time.start - 40) : time.end + 40]
    return time.day == turn.issued is not None and bool(turn.number) and f"№{turn.number}" in _tight(around)


def _tight(words: str) -> str:
    return words.replace(" ", "").replace("\u00a0", "")

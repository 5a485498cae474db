"""The two ends of an interval: «с … по …», «с … до …», «… – …», «не ранее … и не позднее …».

The ends of one interval are one thing: both are the order's own, or both are
somebody's birthday, or both are asked about. Which times those are is said
here by the words before the first end and between the two.
"""

from __future__ import annotations

import re
from typing import Final

from prikaz.language.time.roles import ACT, Role
from prikaz.language.time.weekdays import WEEKDAY

_CLOCK: Final = r"(?:\(?\d{1,2}(?:[.:]\d\d)?\s*(?:час[а-яё]*|ч\.?)?\)?,?\s+)?"
_PART: Final = (
    r"(?:(?:начал[ао]|середин[ыуе]|кон(?:ец|ца)|весн[ыуа]|лет[ао]|осен[ьи]|зим[ыуа]"
    r"|(?:[IVX]+|[1-4](?:-?[а-я]+)?|[а-яё]+(?:ого|ое|ый))\s+(?:квартала?|полугоди[ея]))\s+)?"
)
_DAY: Final = rf"{_PART}(?:(?:утра|вечера|{WEEKDAY})\.?,?\s+\(?)?`?"
# All are compiled on first use: few texts have two times side by side.
#: What opens an interval, at the end of what stands before the first date.
_OPENS: Final = rf"(?i)\b(?:со?|от|начиная(?:\s+со?)?)\s+{_CLOCK}{_DAY}$"
_FROM: Final = rf"(?i)\bот\s+{_CLOCK}{_DAY}$"
_BETWEEN: Final = rf"(?i)\bмежду\s+{_CLOCK}{_DAY}$"
_NOT_BEFORE: Final = rf"(?i)\bне\s+(?:ранее|раньше)\s+(?:чем\s+)?(?:со?\s+)?{_CLOCK}{_DAY}$"
_OF_AN_ACT: Final = rf"(?i)\b(?:{ACT}|изменени[а-яё]+|редакци[а-яё]+)(?:\s+[^\s,;]+){{0,6}}\s+от\s+$"

#: Words between the ends: no sentence, no quotation and no part set off by commas ends among them.
_WORDS: Final = (
    r"`?(?:\s*\([^()\n]{0,60}\))?(?:\s+(?:\d{1,2}[.:]\d\d|[а-яё]{1,4}\.|[^\s,.;:()«»\"{}]+)){0,5}?"
    r"(?:,[^,.;:\n«»\"]{1,60},|,)?\s*"
)
#: What closes an interval, between the ends.
_DASH: Final = rf"(?i)`?\s*{_CLOCK}(?:[-–—÷…]|\.{{2,3}})\s*{_CLOCK}{_DAY}"
_TO: Final = rf"(?i){_WORDS}\b(?:и\s+)?(?:по|до|заканчивая|кончая)\s+{_CLOCK}{_DAY}"
_BY: Final = rf"(?i)`?,?\s*(?:и\s+)?по\s+{_CLOCK}{_DAY}"
_AND: Final = rf"(?i)`?\s*и\s+{_CLOCK}{_DAY}"
_NOT_AFTER: Final = rf"(?i)`?,?\s*(?:(?:и|но)\s+)?не\s+(?:позднее|позже)\s+(?:чем\s+)?{_CLOCK}{_DAY}"
#: «отчёт по 2027 году» is no end.
_DATIVE: Final = r"(?i)\d\s*(?:году|годам)\b"
_AHEAD: Final = rf"(?i)(?:(?:[вс]о?|по|на)\s+)?{WEEKDAY}\.?,?\s+\(?"


def is_interval(before: str, first: str, between: str, last: str, *, alike: bool) -> bool:
    """Whether two times are the ends of one interval.

    Args:
        before: What stands before the first one.
        first: Its words.
        between: What stands between the two, times of the day included.
        last: The words of the second one.
        alike: Whether both are days, or neither is.

    >>> is_interval("приём с ", "01.04.2027", " по ", "30.06.2027", alike=True)
    True
    >>> is_interval("приказ от ", "01.04.2027", " исполнить до ", "30.06.2027", alike=True)
    False
    """
    before, between = before + _ahead(first), between + _ahead(last)
    if re.search(_OF_AN_ACT, before) or re.search(_DATIVE, last):
        return False
    if re.fullmatch(_DASH, between):
        return alike
    if re.search(_BETWEEN, before):
        return bool(re.fullmatch(_AND, between))
    if re.search(_NOT_BEFORE, before):
        return bool(re.fullmatch(_NOT_AFTER, between))
    if re.search(_OPENS, before):
        return bool(re.fullmatch(_TO, between))
    return alike and bool(re.fullmatch(_BY, between))


def role_of_both(first: Role, last: Role, before: str, words: str) -> Role:
    """The one role of the two ends of an interval.

    Args:
        first: What the words around the first end alone make of it.
        last: The same of the second end.
        before: What stands before the first end.
        words: The words of the first end.

    >>> role_of_both(Role.PAST, Role.OWN, "работы, проведённые с ", "01.04.2027")
    <Role.PAST: 'рассказ о прошедшем'>
    """
    is_misread = (first is Role.CITED and re.search(_FROM, before)) or (
        first is Role.UNSURE and words.isdigit()
    )
    if first is last or is_misread:
        return last
    if Role.OWN not in {first, last} or Role.CITED in {first, last}:
        return Role.UNSURE
    return first if last is Role.OWN else last


def _ahead(words: str) -> str:
    """The weekday before a date, with its preposition: «со среды, 12 мая»."""
    found = re.match(_AHEAD, words)
    return found[0] if found else ""

"""Days that have a name and no fixed date (праздники с переходящей датой): «Пасха», «День матери».

Easter is that of the Julian calendar, as the Russian church keeps it. What the
moon or a town decides (Курбан-байрам, День города) moves, too, but cannot be
computed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from prikaz.language.time.dates import MONTH, last_day, month_number
from prikaz.language.time.weekdays import WEEKDAY, named_weekday

_WEEK: Final = 7
_SATURDAY, _SUNDAY = 5, 6
_LAST: Final = 5
#: By how many days the Julian calendar is behind from 1900 to 2099.
_JULIAN: Final = 13


class Feast(NamedTuple):
    """A named day in a text (праздник в тексте).

    Attributes:
        start: Place of its first character.
        end: Place after its last one.
        text: Its words.
        days: Its first and its last day in a year; None when that cannot be computed.
        is_rule: Whether the words are the rule itself, «последнее воскресенье ноября», and true of each year.
        is_local: Whether the place decides on the day, which is a day off as a rule: «День города».
    """

    start: int
    end: int
    text: str
    days: Callable[[int], tuple[date, date]] | None
    is_rule: bool = False
    is_local: bool = False


def easter(year: int) -> date:
    """The day of the Orthodox Easter, from 1900 to 2099.

    >>> easter(2027), easter(2028)
    (datetime.date(2027, 5, 2), datetime.date(2028, 4, 16))
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_JULIAN)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The first, the second … of one weekday in a month; the fifth is the last one.

    >>> nth_weekday(2028, 11, 6, 5)
    datetime.date(2028, 11, 26)
    """
    first = date(year, month, 1)
    day = 1 + (weekday - first.weekday()) % _WEEK + _WEEK * (number - 1)
    return date(year, month, day if day <= last_day(year, month) else day - _WEEK)


def find_feasts(text: str) -> tuple[Feast, ...]:
    """The named days of a text whose date moves from year to year.

    >>> [(feast.text, feast.days(2028)[0]) for feast in find_feasts("Концерт ко Дню матери") if feast.days]
    [('Дню матери', datetime.date(2028, 11, 26))]
    """
    if not re.search(_LOOK, text):
        return ()
    found: list[Feast] = []
    for feast in (*_named(text), *_rules(text)):
        if not any(feast.start < other.end and other.start < feast.end for other in found):
            found.append(feast)
    return tuple(sorted(found, key=lambda feast: feast.start))


# Compiled on first use: few texts name a feast.
_LOOK: Final = (
    r"(?i)пасх|вербн|радониц|красн\w+ горк|вознесени|троиц|духов|маслени|прощ[её]н|велик\w+ пост"
    r"|чист\w+ четверг|байрам|рамадан|рамазан|песах|ханук|саг[а]+лг|сабанту|ысыах|акату|ночь музеев"
    r"|библионоч|диктант|лыжн|кросс"
    r"|час\w* земли|\bд(?:ень|ня|ню|н[её]м|не)\b|воскресень|суббот|понедельник|вторник|сред|четверг|пятниц"
)
_DAY_OF: Final = r"(?:[Дд]ень|[Дд]ня|[Дд]ню|[Дд]н[её]м|[Дд]не|ДЕНЬ|ДНЯ|ДНЮ|ДН[ЕЁ]М|ДНЕ)\s+"
#: Days from Easter, of the first and the last day.
_BY_EASTER: Final = (
    (r"\bпасх(?:а|и|е|у|ой|альн[а-яё]+)\b|светл\w+ христов\w+ воскресени\w+", 0, 0),
    (r"\bвербн[а-яё]+ воскресень[а-яё]", -7, -7),
    (r"\bчист[а-яё]+ четверг[а-яё]*", -3, -3),
    (r"\bрадониц[а-яё]+", 9, 9),
    (r"\bкрасн[а-яё]+ горк[а-яё]+", 7, 7),
    (r"\bвознесени[а-яё] господн[а-яё]+", 39, 39),
    (r"\bтроиц(?:а|ы|е|у|ей)\b|\bсвят[а-яё]+ троиц[а-яё]+", 49, 49),
    (r"\bдухов(?:а|у)? д(?:ень|ня|ню)\b", 50, 50),
    (r"\bпрощ[её]н[а-яё]+ воскресень[а-яё]", -49, -49),
    (r"\bмаслениц[а-яё]+|\bмасленичн[а-яё]+", -55, -49),
    (r"\bвелик[а-яё]+ пост[а-яё]*", -48, -1),
)
#: Days of a weekday: month, weekday, which one.
_BY_WEEKDAY: Final = (
    (r"матери", 11, _SUNDAY, _LAST),
    (r"отца", 10, _SUNDAY, 3),
    (r"голосования", 9, _SUNDAY, 2),
    (r"физкультурника", 8, _SATURDAY, 2),
    (r"строителя", 8, _SUNDAY, 2),
    (r"железнодорожника", 8, _SUNDAY, 1),
    (r"(?:военно-морского флота|вмф)", 7, _SUNDAY, _LAST),
    (r"рыбака", 7, _SUNDAY, 2),
    (r"металлурга", 7, _SUNDAY, 3),
    (r"(?:работник\w+ )?торговли", 7, _SATURDAY, 4),
    (r"(?:медицинск\w+ работник\w+|медработник\w+|медика)", 6, _SUNDAY, 3),
    (r"(?:российской )?молод[её]жи", 6, _SATURDAY, _LAST),
    (r"мелиоратора", 6, _SUNDAY, 1),
    (r"химика", 5, _SUNDAY, _LAST),
    (r"геолога", 4, _SUNDAY, 1),
    (r"(?:работник\w+ )?(?:жилищно-коммунальн\w+|жкх|бытов\w+ обслуживани\w+)", 3, _SUNDAY, 3),
    (r"(?:воздушного флота|авиации)", 8, _SUNDAY, 3),
    (r"шахт[её]ра", 8, _SUNDAY, _LAST),
    (r"(?:работник\w+ )?нефтян\w+", 9, _SUNDAY, 1),
    (r"танкиста", 9, _SUNDAY, 2),
    (r"(?:работник\w+ )?леса", 9, _SUNDAY, 3),
    (r"машиностроителя", 9, _SUNDAY, _LAST),
    (r"(?:работник\w+ )?сельского хозяйства", 10, _SUNDAY, 2),
    (r"(?:работник\w+ )?(?:дорожного хозяйства|пищевой промышленности)", 10, _SUNDAY, 3),
    (r"(?:автомобилиста|работник\w+ автомобильного)", 10, _SUNDAY, _LAST),
    (r"памяти жертв (?:дорожно|дтп)", 11, _SUNDAY, 3),
)
_CONTESTS: Final = (
    (r"\bлыжн(?:я|и|е|ю|[её]й) россии", 2, _SATURDAY, 2),
    (r"\bкросс[а-яё]* наци[ийю]", 9, _SATURDAY, 3),
    (r"\bчас[а-яё]* земли", 3, _SATURDAY, _LAST),
)
_LOCAL: Final = r"(?:города|района|села|пос[её]лка|деревни|станицы|хутора|округа|муниципального образования)"
#: What the moon or the organizers decide.
_BY_MOON: Final = (
    r"(?i)\b(?:курбан|ураза)[\s-]*байрам[а-яё]*|\bрамад?[ая]н[а-яё]*|\bрамазан[а-яё]*|\bпесах[а-яё]*|\bханук[а-яё]+"
    r"|\bсага+лга+н[а-яё]*|\bсабантуй[а-яё]*|\bсабантуя|\bысыах[а-яё]*|\bакату[яй][а-яё]*|\bночь музеев"
    r"|\bбиблионоч[ьи]|\bтотальн[а-яё]+ диктант[а-яё]*"
)
_NUMBERS: Final = {"перв": 1, "втор": 2, "трет": 3, "четв": 4, "посл": _LAST}
_RULE: Final = (
    r"(?i)\b(?P<number>перв|втор|трет|четв[её]рт|последн)[а-яё]+\s+"
    rf"(?P<weekday>{WEEKDAY})\s+(?P<month>{MONTH})\b"
)


def _named(text: str) -> Iterator[Feast]:
    for pattern, first, last in _BY_EASTER:
        for found in re.finditer(f"(?i){pattern}", text):
            yield Feast(*found.span(), found[0], _from_easter(first, last))
    for pattern, *rule in _BY_WEEKDAY:
        for found in re.finditer(rf"\b(?i:един[а-яё]+ )?{_DAY_OF}(?i:{pattern})\b", text):
            yield Feast(*found.span(), found[0], _on_weekday(*rule))
    for pattern, *rule in _CONTESTS:
        for found in re.finditer(f"(?i){pattern}", text):
            yield Feast(*found.span(), found[0], _on_weekday(*rule))
    for found in re.finditer(rf"\b{_DAY_OF}(?i:{_LOCAL})\b", text):
        yield Feast(*found.span(), found[0], None, is_local=True)
    for found in re.finditer(_BY_MOON, text):
        yield Feast(*found.span(), found[0], None)


def _rules(text: str) -> Iterator[Feast]:
    """«Последнее воскресенье ноября»: true of each year, unless a date stands beside it."""
    for found in re.finditer(_RULE, text):
        weekday = named_weekday(found["weekday"])
        number = _NUMBERS[found["number"][:4].lower()]
        if weekday is not None:
            rule = _on_weekday(month_number(found["month"]), weekday, number)
            yield Feast(*found.span(), found[0], rule, is_rule=True)


def _from_easter(first: int, last: int) -> Callable[[int], tuple[date, date]]:
    def days(year: int) -> tuple[date, date]:
        sunday = easter(year)
        return sunday + timedelta(days=first), sunday + timedelta(days=last)

    return days


def _on_weekday(month: int, weekday: int, number: int) -> Callable[[int], tuple[date, date]]:
    def days(year: int) -> tuple[date, date]:
        day = nth_weekday(year, month, weekday, number)
        return day, day

    return days

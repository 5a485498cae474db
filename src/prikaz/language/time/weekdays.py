"""Weekdays beside dates (дни недели): which one words name, whether it fits, what it is in another year.

Of a period, what stands before it is the weekday of its first day: «с понедельника, 10 по 12 мая».
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from prikaz.language.words.spelling import word_set

#: A name of a weekday in any case, or its short form, as a regular expression without groups.
WEEKDAY: Final = (
    r"(?i:(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)[а-яё]{0,2}"
    r"|(?:пн|вт|ср|чт|пт|сб|вс)\b)"
)
#: Weekdays from Monday, each from nominative to prepositional, then short.
_WEEKDAYS: Final = tuple(
    tuple(forms.split())
    for forms in (
        "понедельник понедельника понедельнику понедельник понедельником понедельнике пн",
        "вторник вторника вторнику вторник вторником вторнике вт",
        "среда среды среде среду средой среде ср",
        "четверг четверга четвергу четверг четвергом четверге чт",
        "пятница пятницы пятнице пятницу пятницей пятнице пт",
        "суббота субботы субботе субботу субботой субботе сб",
        "воскресенье воскресенья воскресенью воскресенье воскресеньем воскресенье вс",
    )
)
_ACCUSATIVE: Final = 3
#: First letters of «в», «по», «на».
_TAKE_ACCUSATIVE: Final = frozenset("впн")
#: Before what «в» and «с» become «во» and «со»: «во вторник», «со среды».
_AFTER_O: Final = {"в": ("вт",), "с": ("вт", "ср")}
#: Names of weekdays in the nominative; Monday is the first.
WEEKDAYS: Final = tuple(forms[0] for forms in _WEEKDAYS)
#: Beginnings of all forms, plural too.
_STEM: Final = 4
_NAMED: Final = re.compile(
    r"\b(?:понед|вторн|сред[аеуы]\b|четве|пятни|суббо|воскр|(?:пн|вт|ср|чт|пт|сб|вс)\b(?!\.\s))",
    re.IGNORECASE,
)
#: The first day of «10–12 мая», «10 по 12 мая», «28.12–05.01.2028».
_PERIOD: Final = re.compile(r"(?P<day>\d{1,2})(?:\.(?P<month>\d{1,2}))?\.?\s*(?:[-–—]|по\b)\s*\d")
_WORD: Final = re.compile(rf"(\b(?:[вс]о?|по|на)\s+)?\b({WEEKDAY})\b", re.IGNORECASE)

# The rest is compiled on first use: few texts have weekdays.
#: A weekday behind a date, not in brackets, with what joins it.
_BEHIND: Final = rf"(?:,|\s[-–—])?\s*(?P<named>(?:\bво?\s+)?\b{WEEKDAY}\b\.?)$"
#: What may stand behind a date and begins with a weekday, alone or behind an adjective.
_ADJOINING: Final = rf"(?:,|\s[-–—])?\s*\(?(?:во?\s+)?(?P<word>[^\W\d_]+\s+)?(?P<day>{WEEKDAY})\b"
_LAST_WORD: Final = r"(?P<word>[^\W\d_]+)\s+$"
#: «со вторника на среду», «в понедельник и вторник»: the first of two weekdays.
_WEEKDAY_BEFORE: Final = rf"(?<!\w){WEEKDAY},?(?:\s+и)?\s+(?:(?:во?|на)\s+)?$"
_FEMININE: Final = ("сред", "пятниц", "суббот")
#: Endings of adjectives by the last letter of the weekday beside them, feminine ones apart.
_FEMININE_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {"а": ("ая", "яя"), "у": ("ую", "юю")}
_OBLIQUE: Final = ("ой", "ей")
_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys("кг", ("ый", "ий", "ой")),
    **dict.fromkeys("ая", ("ого", "его")),
    **dict.fromkeys("ую", ("ому", "ему")),
    "м": ("ым", "им"),
    "е": ("ом", "ем", "ое", "ее"),
}
_DEMONSTRATIVES: Final = word_set("этот эта эту это тот та ту то")
#: «каждую пятницу»: of no date.
_EVERY: Final = ("кажд", "люб")


def named_weekday(words: str) -> int | None:
    """The weekday that words name, Monday is 0; None when they name none.

    >>> named_weekday("во вторник, 16 марта"), named_weekday("16.03.2027 (вт)"), named_weekday("16 марта")
    (1, 1, None)
    """
    found = _NAMED.search(words)
    if found is None:
        return None
    start = found[0][:_STEM].lower()
    return next(
        number for number, forms in enumerate(_WEEKDAYS) if any(one.startswith(start) for one in forms)
    )


def right_weekday(words: str, day: date) -> str:
    """The weekday that should stand beside a date; "" if it stands there, or none does.

    Args:
        words: The date as it is written, with its weekday.
        day: The day that it names, of a period the last one.

    >>> right_weekday("в понедельник, 12 мая 2027 г.", date(2027, 5, 12))
    'среда'
    """
    wrong = (
        meant for part, meant in _halves(words, day) if named_weekday(part) not in {None, meant.weekday()}
    )
    return next((WEEKDAYS[meant.weekday()] for meant in wrong), "")


def weekday_behind(words: str) -> re.Match[str] | None:
    """The weekday at the end of a date, without brackets; its group "named" leaves out what joins it.

    >>> weekday_behind("16 марта 2027 г., во вторник")["named"]
    'во вторник'
    """
    behind = re.search(r"(?<=\d)\D*$", words)
    if behind is None or "(" in behind[0] or named_weekday(behind[0]) is None:
        return None
    return re.compile(_BEHIND).search(words, behind.start())


def has_weekday_before(words: str) -> bool:
    """Whether a date as it is written begins with a weekday: «вторник, 16 марта»."""
    return named_weekday(words[: _figures(words)]) is not None


def is_bound(before: str, words: str) -> bool:
    """Whether another weekday would not agree with what stands before it.

    Args:
        before: The text up to the date.
        words: The date as it is written, with its weekday.

    >>> is_bound("в первый ", "понедельник, 05.04.2027"), is_bound("со вторника ", "на среду, 17 марта")
    (True, True)
    >>> is_bound("не позднее ", "пятницы, 19.03.2027"), is_bound("собраться ", "в среду, 17 марта")
    (False, False)
    """
    if not has_weekday_before(words):
        return False
    day, word = re.match(WEEKDAY, words), re.search(_LAST_WORD, before)
    return bool(re.search(_WEEKDAY_BEFORE, before) or (day and word and _agrees(word["word"], day[0])))


def adjoins_weekday(after: str) -> bool:
    """Whether a text behind a date begins with a weekday that may be its own.

    >>> adjoins_weekday(" (рабочая суббота)"), adjoins_weekday(", в среду собраться")
    (True, True)
    >>> adjoins_weekday(" каждую пятницу"), adjoins_weekday(" собраться в среду")
    (False, False)
    """
    found = re.match(_ADJOINING, after)
    if found is None or named_weekday(found["day"]) is None:
        return False
    word = (found["word"] or "").strip()
    return not word or (_agrees(word, found["day"]) and not word.lower().startswith(_EVERY))


def _agrees(word: str, weekday: str) -> bool:
    """Whether a word looks like an adjective of a weekday: «первый понедельник», «Рабочую субботу»."""
    word, weekday = word.lower(), weekday.lower()
    endings = _FEMININE_ENDINGS if weekday.startswith(_FEMININE) else _ENDINGS
    return word in _DEMONSTRATIVES or word.endswith(endings.get(weekday[-1], _OBLIQUE))


def rename_weekday(words: str, old: date, new: date) -> str:
    """The same words with the weekdays of ``new`` where those of ``old`` stand.

    >>> rename_weekday("во вторник, 16 марта", date(2027, 3, 16), date(2028, 3, 16))
    'в четверг, 16 марта'
    """
    pairs = zip(_halves(words, old), _halves(words, new), strict=True)
    return "".join(_rename(part, before.weekday(), after.weekday()) for (part, before), (_, after) in pairs)


def _halves(words: str, last: date) -> tuple[tuple[str, date], tuple[str, date]]:
    """What stands before the figures of a date, with its first day; the rest with its last one."""
    start = _figures(words)
    return (words[:start], _first_day(words[start:], last)), (words[start:], last)


def _figures(words: str) -> int:
    """Where the figures of a date begin."""
    found = re.search(r"\d", words)
    return found.start() if found else len(words)


def _first_day(words: str, last: date) -> date:
    found = _PERIOD.match(words)
    if found is None:
        return last
    month = int(found["month"] or last.month)
    try:
        return date(last.year - (month > last.month), month, int(found["day"]))
    except ValueError:
        return last


def _rename(words: str, old: int, new: int) -> str:
    def rename(match: re.Match[str]) -> str:
        preposition, name = match[1] or "", match[2]
        forms = _WEEKDAYS[old]
        if name.lower() not in forms:  # the author's weekday was wrong: whose day is meant, a person must say
            return match.group()
        form = forms.index(name.lower())
        if preposition[:1].lower() in _TAKE_ACCUSATIVE and form == 0:
            form = _ACCUSATIVE  # which for some weekdays looks like the nominative
        renamed = _WEEKDAYS[new][form]
        new_words = (_before(renamed, preposition), renamed.capitalize() if name[0].isupper() else renamed)
        return "".join(new_words).upper() if name.isupper() else "".join(new_words)

    return _WORD.sub(rename, words)


def _before(weekday: str, preposition: str) -> str:
    """A preposition as it stands before a weekday: «во вторник», «со среды», «в среду»."""
    if preposition[:1].lower() not in _AFTER_O:
        return preposition
    firm = "о" if weekday.startswith(_AFTER_O[preposition[0].lower()]) else ""
    return preposition[0] + firm + preposition[1:].lstrip("оО")

"""Date and number of a document in any form and order (дата и номер)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from prikaz.errors import LanguageError
from prikaz.language.time.dates import MONTH, parse_date

_GAP: Final = r"[ \t\u00a0_]"
_YEAR: Final = r"(?P<year>\d{4}|\d\d)(?!\d)[ \u00a0_]{0,2}(?:г(?:ода)?\b\.?)?"
#: A day of a date: «22», "22", 22, with blanks round it.
_DAY: Final = rf"[«\"“„]?{_GAP}*(?P<day>\d{{1,2}}){_GAP}*[»\"”“]?"
_STOP: Final = rf"(?:\.{_GAP}*|{_GAP}+)"
_DATE: Final = re.compile(
    rf"""(?<![\d.])(?:
      {_DAY}(?: {_GAP}*(?P<month>{MONTH}){_GAP}* | {_STOP}(?P<figure>\d{{1,2}}){_STOP} )
      {_YEAR}
    | (?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
#: A place for a date: «__» ______ 20__ г.
_BLANK_DATE: Final = re.compile(
    rf"[«\"“„]?[_\s]*_[_\s]*[»\"”“]?[_\s.]*(?:{MONTH})?[_\s.]*(?:(?:19|20)\d?\d?[_\s]*)?(?:г(?:ода)?\b\.?)?",
    re.IGNORECASE,
)
#: What a blank for each part of a date is; its year is that of the new document.
_BLANKS: Final = {"day": "__", "month": "_________", "figure": "__", "year": "", "iso": "__.__."}
_SIGN: Final = re.compile(r"(?:№|(?<![^\W\d_])N(?=[ \u00a0\d_°º]))(?:(?<=N)[°º])?[№ \t\u00a0]*")
_NUMBER_END: Final = re.compile(r"[\s,]+(?:от|года?)\s|\t|[ \u00a0]{3,}|\s+(?:г|с|п|пгт|р\.?п|х|ст)\.\s")
#: A day in quotation marks behind a number: «№ 47 «12» января 2027 г.».
_DAY_BEHIND: Final = re.compile(rf"(?<=[^\W_])[ \t\u00a0]+(?=[«\"“„]{_GAP}*\d)")
_FROM: Final = re.compile(r"от\s")
#: No date and no number take a longer line.
_LONGEST: Final = 400
_CENTURY: Final = 2000
_BLANK: Final = re.compile(r"\s*|[_\s.\-–—/]*_[_\s.\-–—/]*")


class DayWords(NamedTuple):
    """A day as it is written, part by part.

    Attributes:
        day: Which day it is.
        parts: Where its parts stand, each with what a blank for it is: a day, a month, a year.
    """

    day: dt.date
    parts: tuple[tuple[range, str], ...]


class Registration(NamedTuple):
    """Date and number as read.

    Attributes:
        date: The day; None for a blank or for none.
        number: The number without its sign; "" for a blank or for none.
        doubt: Why a person should look at it; "" when it is certain.
        rest: What is neither.
    """

    date: dt.date | None = None
    number: str = ""
    doubt: str = ""
    rest: str = ""


def read_registration(text: str) -> Registration:
    """Date and number of a line.

    >>> found = read_registration("№ 64 от 18 октября 2013 года")
    >>> found.date, found.number
    (datetime.date(2013, 10, 18), '64')
    >>> read_registration("«___» ________ 20__ г. № ____")
    Registration(date=None, number='', doubt='', rest='')
    """
    if len(text) > _LONGEST:
        return Registration(rest=text)
    if printed := _as_printed(text):
        return printed
    number, rest, doubt = "", text, ""
    sign = _SIGN.search(text)
    if sign:
        end = _NUMBER_END.search(text, sign.end())
        stop = end.start() if end else len(text)
        behind = _DAY_BEHIND.search(text, sign.end(), stop)
        stop = behind.start() if behind and not _DATE.search(text[: sign.start()]) else stop
        number = text[sign.end() : stop].strip()
        dated = _DATE.match(number)
        is_alone = _DATE.search(text) is not None and not _DATE.search(text[: sign.start()] + text[stop:])
        if _FROM.match(number) or (dated and not dated["iso"] and is_alone):
            number, stop = "", sign.end()
        rest = f"{text[: sign.start()]} {text[stop:]}"
    day, rest, doubt = _day(rest)
    if _BLANK.fullmatch(number):
        number = ""
    elif "__" in number:
        doubt = doubt or f"в номере «{number}» оставлено место"
        number = ""
    return Registration(day, number, doubt, _rest(rest))


def _as_printed(text: str) -> Registration | None:
    """Date and number with a tab between them, as the program prints them: the number may hold anything."""
    before, tab, number = text.rpartition("\t")
    if (
        not tab
        or not number.startswith("№")
        or "\t" in before
        or not is_day(before.removeprefix("от").strip())
    ):
        return None
    kept = number.lstrip("№ \u00a0").rstrip()
    return Registration(read_day(before), "" if _BLANK.fullmatch(kept) else kept)


def has_registration(text: str) -> bool:
    """Whether a line holds a date or a number, and nothing else.

    >>> has_registration("16.03.2027 № 75"), has_registration("г. Заречный")
    (True, False)
    """
    found = read_registration(text)
    return not found.rest and bool(found.date or found.number or "_" in text)


def read_day(text: str) -> dt.date | None:
    """The day that a text holds; None for a blank or for none."""
    return _day(text)[0] if len(text) <= _LONGEST else None


def find_blank_years(text: str, year: int) -> Iterator[range]:
    """Where a year stands in places for dates.

    >>> list(find_blank_years("от «__» ______ 2027 г. № 2027", 2027))
    [range(15, 19)]
    """
    for found in _BLANK_DATE.finditer(text):
        place = re.search(rf"(?<!\d){year}(?!\d)", found[0])
        if place and not text[found.end() :][:1].isdigit():
            yield range(found.start() + place.start(), found.start() + place.end())


def find_days(text: str) -> Iterator[DayWords]:
    """The days of a text in any form.

    >>> [(found.day.isoformat(), len(found.parts)) for found in find_days("от «16» марта 2027 г. № 75")]
    [('2027-03-16', 3)]
    """
    for found in _DATE.finditer(text):
        written = _written(found)
        try:
            day = parse_date(written)
        except LanguageError:
            continue
        named = [(name, blank) for name, blank in _BLANKS.items() if found[name]]
        yield DayWords(day, tuple((range(*found.span(name)), blank) for name, blank in named))


def _written(found: re.Match[str]) -> str:
    """A day in figures; of a year of two digits, that of this century."""
    if found["iso"]:
        return found["iso"]
    year = found["year"]
    century = str(_CENTURY // 100) if len(year) == len("27") else ""
    return f"{found['day']}.{found['figure'] or _month(found['month'])}.{century}{year}"


def is_day(text: str) -> bool:
    """Whether a text is a date, or a place for one, and nothing else.

    >>> is_day("«____» _________ 20__ г."), is_day("31 августа 2027 г."), is_day("Белов")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    day, rest, _ = _day(text)
    return not rest.strip(" .\u00a0\t") and (day is not None or "_" in text)


def _day(text: str) -> tuple[dt.date | None, str, str]:
    """The first day of a text, what stands round it, and a doubt."""
    found = _DATE.search(text)
    if found is None:
        return None, _without_blank(text), ""
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    is_short = len(found["year"] or "") == len("27")
    doubt = f"в дате «{found[0].strip()}» год из двух цифр" if is_short else ""
    try:
        return parse_date(_written(found)), rest, doubt
    except LanguageError as error:
        return None, text, error.message


def _month(name: str) -> int:
    from prikaz.language.time.dates import month_number  # noqa: PLC0415 (of dates in words)

    return month_number(name)


def _without_blank(text: str) -> str:
    found = _BLANK_DATE.search(text) if "_" in text else None
    return f"{text[: found.start()]} {text[found.end() :]}" if found else text


def _rest(text: str) -> str:
    """What is left of a line, without prepositions and signs of its own."""
    words = " ".join(text.replace("_", " ").split())
    return re.sub(r"(?i)^(?:от(?=\s|$)|[\s.,])+|(?:(?:\s|^)(?:от|г\.?|года)|[.,])+$", "", words).strip()

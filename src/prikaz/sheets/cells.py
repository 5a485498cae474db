"""Values of cells as the texts that Excel shows, and why a text would not be what Excel shows."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from prikaz.findings import FindingKind, Severity
from prikaz.language.time.dates import MONTHS, MONTHS_GENITIVE, format_date
from prikaz.language.words.misspelling import unseen_sign
from prikaz.sheets.number_formats import show_number
from prikaz.sheets.time_formats import show_time

CELL_UNREADABLE: Final = FindingKind(
    "cell-unreadable", "Текст ячейки не такой, какой показывает Excel", Severity.ERROR
)
FORMULA_UNCOUNTED: Final = FindingKind(
    "formula-uncounted", "У формулы нет посчитанного значения", Severity.ERROR
)
DATE_IN_PART: Final = FindingKind("date-in-part", "Excel показывает дату не целиком: возможно, это не дата")

#: What Excel shows in place of a value, in both its languages, and a column too narrow for a date.
_ERROR: Final = re.compile(
    r"#(?:N/A|Н/Д|REF!|ССЫЛКА!|VALUE!|ЗНАЧ!|DIV/0!|ДЕЛ/0!|NAME\?|ИМЯ\?|NUM!|ЧИСЛО!|NULL!|ПУСТО!"
    r"|SPILL!|ПЕРЕНОС!|CALC!|ВЫЧИСЛ!|FIELD!|ПОЛЕ!|##+)"
)
#: What is no code in a format of Excel: words in quotes, a colour or a language, a sign after a backslash.
_LITERAL: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|am/pm|a/p')
_MINUTES: Final = re.compile(r"(?<=h)([^a-z]*)mm?|mm?(?=[^a-z]*s)")
_DATE_CODE: Final = re.compile(r"[dmyhs]+")
_FIRST_YEAR: Final = 1900
#: Figures of a number that Excel keeps; the rest become zeros.
_DIGITS: Final = 15


def cell_text(value: object, number_format: str = "") -> str:
    """What Excel shows, as a text: a number and a date in their format, no noise of floating point.

    A date stands in figures when its format shows day, month and year; else only what is shown. A time of
    day is left out if it is midnight, or is not shown.

    >>> cell_text(12.5), cell_text(dt.datetime(2027, 3, 16)), cell_text(0.1 + 0.2), cell_text(0.2, "0%")
    ('12,5', '16.03.2027', '0,3', '20%')
    >>> cell_text(dt.datetime(2027, 4, 1, 14, 30)), cell_text(dt.timedelta(days=1, hours=6, minutes=5))
    ('01.04.2027 14:30', '30:05')
    >>> cell_text(dt.datetime(2027, 6, 1), "mmm yy"), cell_text(dt.datetime(2027, 3, 16), "d mmm")
    ('июнь 2027', '16 марта')
    """
    if value is None or isinstance(value, str):
        return (value or "").strip()
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, dt.datetime):
        return _moment(value, number_format)
    if isinstance(value, dt.time | dt.timedelta):
        return show_time(value, number_format) or str(value)
    if isinstance(value, int | float):
        shown = show_number(_decimal(value), number_format)
        return show_number(_decimal(value), "General") or "" if shown is None else shown
    return str(value)


def cell_fault(value: object, number_format: str = "") -> tuple[str, str] | None:
    """Why the text of a cell is not what a clerk sees in it, and what to do; None when it is.

    >>> cell_fault("#Н/Д"), cell_fault(12.5, "0.0")
    (('вместо значения «#Н/Д»', 'исправьте формулу или расширьте графу'), None)
    """
    if isinstance(value, str):
        return _fault_of_text(value)
    if isinstance(value, dt.datetime | dt.time) and _is_no_date(value, number_format):
        return "в ячейке с форматом даты нет даты", "впишите дату или очистите ячейку"
    if isinstance(value, dt.datetime) and _day(value, _shown(number_format)) is None:
        return _unknown(value, number_format, "формат даты")
    if isinstance(value, dt.datetime | dt.time | dt.timedelta) and _is_no_clock(value, number_format):
        return _unknown(value, number_format, "формат времени «ч:мм» или «ч:мм:сс»")
    if isinstance(value, int | float) and not isinstance(value, bool):
        if abs(value) >= 10**_DIGITS:
            message = f"в числе «{cell_text(value)}» больше {_DIGITS} цифр, остальные Excel заменил нулями"
            return message, "задайте ячейке текстовый формат и наберите число заново"
        if show_number(_decimal(value), number_format) is None:
            return _unknown(value, number_format, "формат «Числовой»")
    return None


def _is_no_date(value: dt.datetime | dt.time, number_format: str) -> bool:
    """Whether a number was given a format of dates that is none: below 1, or not above zero."""
    if isinstance(value, dt.datetime):
        return value.year < _FIRST_YEAR
    return not _shown(number_format) & {"h", "s"}


def _is_no_clock(value: dt.datetime | dt.time | dt.timedelta, number_format: str) -> bool:
    """Whether a time is to be shown, and in a way that is not known."""
    if isinstance(value, dt.datetime) and not _has_time(value, _shown(number_format)):
        return False
    return show_time(value, number_format) is None


def _fault_of_text(text: str) -> tuple[str, str] | None:
    if error := _ERROR.fullmatch(text.strip()):
        return f"вместо значения «{error[0]}»", "исправьте формулу или расширьте графу"
    return unseen_sign(text)


def partial_date(value: object, number_format: str) -> tuple[str, str] | None:
    """What to say of a date of which Excel shows a part: «12.5» and «5-9» become such dates when typed.

    >>> partial_date(dt.datetime(2027, 5, 12), "d mmm")[0]
    'в ячейке дата, которую Excel показывает не целиком, напечатается «12 мая»'
    """
    if not isinstance(value, dt.datetime) or len(_shown(number_format) & set("dmy")) != len("dm"):
        return None
    message = "в ячейке дата, которую Excel показывает не целиком, напечатается"
    hint = "если набирали число или номер («12.5», «5-9»), задайте графе текстовый формат и наберите заново"
    return f"{message} «{cell_text(value, number_format)}»", hint


def _unknown(value: object, number_format: str, advice: str) -> tuple[str, str]:
    message = (
        f"«{cell_text(value)}» Excel показывает в формате «{number_format}», который программе не известен"
    )
    return message, f"задайте ячейке {advice}"


def uncounted_formula(formula: str) -> tuple[str, str]:
    """What to say of a formula that nobody has counted."""
    name = f" «={formula}»" if formula else ""
    return f"у формулы{name} нет посчитанного значения", "откройте книгу в Excel и сохраните её"


def _decimal(value: float) -> Decimal:
    return Decimal(f"{value:.{_DIGITS}g}" if isinstance(value, float) else value)


@lru_cache(maxsize=256)
def _shown(number_format: str) -> frozenset[str]:
    """What a format of a date shows: "d", "m", "y", "h", "s", and "w" for the day of the week."""
    if not number_format:
        return frozenset("dmyh")
    codes = _LITERAL.sub(" ", number_format.partition(";")[0].lower())
    found = _DATE_CODE.findall(_MINUTES.sub(r"\1", codes))
    return frozenset("w" if code.startswith("ddd") else code[0] for code in found)


def _moment(value: dt.datetime, number_format: str) -> str:
    shown = _shown(number_format)
    day = _day(value, shown)
    if day is None:
        day = format_date(value.date())
    if not _has_time(value, shown):
        return day
    return f"{day} {show_time(value, number_format) or value.time()}".strip()


def _has_time(value: dt.datetime, shown: frozenset[str]) -> bool:
    """Whether the time of day is shown; midnight beside a date is none."""
    return bool(shown & {"h", "s"}) and (value.time() != dt.time() or not _day(value, shown))


def _day(value: dt.datetime, shown: frozenset[str]) -> str | None:
    """What is shown of a date, "" if only its time is; None for what no deadline is written like."""
    match "".join(sorted(shown & set("dmy"))):
        case "dmy":
            return format_date(value.date())
        case "my":
            return f"{MONTHS[value.month - 1]} {value.year}"
        case "dm":
            return f"{value.day} {MONTHS_GENITIVE[value.month - 1]}"
        case "m":
            return MONTHS[value.month - 1]
        case "y":
            return str(value.year)
        case "" if shown & {"h", "s"} and "w" not in shown:
            return ""
    return None

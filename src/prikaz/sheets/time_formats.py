"""Formats of times in a workbook: «h:mm», «hh:mm:ss», «[h]:mm:ss», «mm:ss», «h:mm AM/PM»."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final

#: Words and colours; brackets round hours and minutes are no colours.
_NO_CODE: Final = r'"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|@'
_CLOCK: Final = r"(?:(?P<hours>\[hh?\]|hh?):mm(?P<more>:ss)?|(?P<minutes>\[mm?\]|mm?):ss)(?P<half>\s*am/pm)?"
#: What no clock leaves over: another code of a time, parts of a second.
_LEFT: Final = r"[hs]|\.0|am?/pm?"
#: The time in the format of the system, which in Russian has 24 hours.
_OF_SYSTEM: Final = "[$-f400]"
_MOMENT: Final = "hh:mm"
_DURATION: Final = "[h]:mm"


def show_time(value: dt.datetime | dt.time | dt.timedelta, number_format: str) -> str | None:
    """A time as a format shows it, without its date; None for a format that is not one of plain clocks.

    >>> show_time(dt.time(9, 5, 7), "h:mm"), show_time(dt.time(9, 5, 7), "mm:ss")
    ('9:05', '05:07')
    >>> show_time(dt.timedelta(hours=30, seconds=7), "[h]:mm:ss"), show_time(dt.time(14, 30), "h:mm AM/PM")
    ('30:00:07', '2:30 PM')
    >>> show_time(dt.time(9, 5), 'h" ч"')
    """
    clock = _clock(number_format or (_DURATION if isinstance(value, dt.timedelta) else _MOMENT))
    if clock is None:
        return None
    seconds = _seconds(value)
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    minutes, second = divmod(seconds, 60)
    if code := clock["minutes"]:
        return f"{sign}{_padded(minutes, 60, code)}:{second:02}"
    hours, minute = divmod(minutes, 60)
    half = ""
    if clock["half"]:
        half = " PM" if hours % 24 >= 12 else " AM"  # noqa: PLR2004 (noon)
        hours = (hours - 1) % 12 + 1
    shown = f"{_padded(hours, 24, clock['hours'])}:{minute:02}"
    return f"{sign}{shown}:{second:02}{half}" if clock["more"] else f"{sign}{shown}{half}"


@lru_cache(maxsize=256)
def _clock(number_format: str) -> re.Match[str] | None:
    """The hours, minutes and seconds of a format, if it shows them in one plain way."""
    section = number_format.partition(";")[0].lower()
    if section.startswith(_OF_SYSTEM):
        section = section.replace("am/pm", "")
    codes = re.sub(r"\\(.)", r"\1", re.sub(_NO_CODE, " ", section))
    clock = re.search(_CLOCK, codes)
    if clock is None or re.search(_LEFT, codes[: clock.start()] + " " + codes[clock.end() :]):
        return None
    return clock


def _seconds(value: dt.datetime | dt.time | dt.timedelta) -> int:
    if isinstance(value, dt.timedelta):
        return round(value.total_seconds())
    return value.hour * 3600 + value.minute * 60 + value.second


def _padded(count: int, around: int, code: str) -> str:
    """Hours or minutes; those in brackets go on beyond a day or an hour."""
    shown = count if code.startswith("[") else count % around
    return f"{shown:0{len(code.strip('[]'))}}"

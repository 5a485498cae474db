"""Texts of a document that nobody has understood: rolled as prose, so that no year of them is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from prikaz.findings import Path
from prikaz.language.time.times import find_times
from prikaz.rollover.outcome import Question, RollLog
from prikaz.rollover.texts.rolling import roll_text
from prikaz.rollover.texts.verdicts import Ask
from prikaz.rollover.year_shift import YearShift

_DAY_ALONE: Final = Ask(
    "впишите новую дату или оставьте место для неё", "строка из одной даты: чья она, не видно"
)
#: What may stand beside the day of a document or of a signature, and says nothing of it.
_BESIDE: Final = re.compile(
    r"\b(?:г|с|п|д|х|ст|рп|пгт|пос|р\.\s?п)\.\s?[А-ЯЁ][\w-]*(?:\s[А-ЯЁ][\w-]*)?|(?:№|\bN\b)[^\n]{0,20}|\d\d?:\d\d(?::\d\d)?|\b(?:от|дата|г|года)\b|[^\w\n]|_",
    re.IGNORECASE,
)


class RolledTexts(NamedTuple):
    """Texts in the new year, by their paths, and what came of them."""

    texts: Mapping[Path, str]
    log: RollLog


def roll_unread(texts: Mapping[Path, str], shift: YearShift) -> RolledTexts:
    """Move the times of texts by the verdicts of prose; a line that is a day alone is asked about.

    >>> shift = YearShift(year=2027, years=1)
    >>> roll_unread({("вне полей", 1): "до 01.06.2027", ("вне полей", 2): "16.03.2027 № 75"}, shift).texts
    {('вне полей', 1): 'до 01.06.2028', ('вне полей', 2): '16.03.2027 № 75'}
    """
    new, log = dict(texts), RollLog()
    for path, text in texts.items():
        asked = tuple(_ask_day(text, path))
        if asked:
            log += RollLog(questions=asked)
            continue
        moved = roll_text(text, path, shift)
        new[path] = moved.text
        log += moved.log
    return RolledTexts(new, log)


def _ask_day(text: str, path: Path) -> Iterator[Question]:
    """A question about a line that holds a day and no words."""
    days = [time for time in find_times(text) if time.day]
    if len(days) != 1:
        return
    (day,) = days
    if not _BESIDE.sub("", text[: day.start] + text[day.end :]).strip():
        yield Question(path=path, words=day.text, what=_DAY_ALONE.what, why=_DAY_ALONE.why, at=day.start)

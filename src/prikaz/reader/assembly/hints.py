"""What stands round a signature and is no part of it: hints, places for a date, a date (вокруг подписи)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from prikaz.findings import Path
from prikaz.language.time.dates import MONTH
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.persons import looks_like_name, name_at_end
from prikaz.reader.assembly.registrations import is_day
from prikaz.reader.source_text import SourceText

#: Between the words of a hint; no line breaks.
_GAP: Final = r"[ \u00a0]"
_WORD: Final = (
    rf"(?:личная{_GAP})?подпись(?:(?:,|{_GAP})+дата)?|дата|расшифровка(?:{_GAP}подписи)?"
    rf"|инициалы,?{_GAP}(?:и{_GAP})?фамилия|фамилия,?{_GAP}(?:и{_GAP})?инициалы"
    rf"|ф\.?{_GAP}?и\.?{_GAP}?о\.?|должность"
)
#: «(подпись)», «п/п», a place for a date.
_HINT: Final = re.compile(
    rf"""\({_GAP}*(?:{_WORD}){_GAP}*\) | (?<![\w/])п/п(?![\w/])
    | (?:[«"“„]{_GAP}?_+{_GAP}?[»"”][_\s]*(?:{MONTH})?[_\s]*|(?<![\w.])_+\._+\.)
      (?:(?:19|20)[\d_]{{2}}(?:_|{_GAP})*(?:г(?:ода)?\b\.?)?)?
    | (?<!\d)20_+{_GAP}?(?:г(?:ода)?\b\.?)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ONLY_HINT: Final = re.compile(rf"(?i)\s*(?:{_WORD})\s*")
#: The last words of a line that may be a date: «12.01.2027», «12 января 2027 г.»
_LAST: Final = re.compile(
    rf"(?<!\s)\s+(?P<date>[«\"“]?\d{{1,2}}[»\"”]?(?:\.\d{{1,2}}\.|\s+{MONTH}\s+)\d{{4}}(?:\s*г(?:ода|\.)?)?)\s*$",
    re.IGNORECASE,
)
_PIECE: Final = re.compile(r"[^\t]+")


class Bare(NamedTuple):
    """Lines of a signature without what stands round it, and the dates that stand there."""

    texts: list[SourceText]
    days: list[SourceText]


def without_hints(texts: Iterable[SourceText], path: Path, collected: Collector) -> Bare:
    """The lines that say who signs; hints go under the path of the signature."""
    kept: list[SourceText] = []
    days: list[SourceText] = []
    for text in texts:
        rest = _without(text, _HINT, path, collected)
        if _ONLY_HINT.fullmatch(rest.text):
            collected.put(path, rest)
            continue
        rest, day = _dated(rest)
        if day:
            days.append(day)
        if any(map(str.isalnum, rest.text)):
            kept.append(rest)
        else:
            collected.put(path, rest)
    return Bare(kept, days)


def _without(text: SourceText, hint: re.Pattern[str], path: Path, collected: Collector) -> SourceText:
    parts: list[SourceText] = []
    start = 0
    for found in hint.finditer(text.text):
        collected.put(path, text[found.start() : found.end()])
        parts.append(text[start : found.start()])
        start = found.end()
    return SourceText.join("", [*parts, text[start:]]) if parts else text


def _dated(text: SourceText) -> tuple[SourceText, SourceText]:
    """A line without the date behind the name or between tabs, and the date."""
    for found in _PIECE.finditer(text.text):
        if "_" not in found[0] and any(map(str.isdigit, found[0])) and is_day(found[0]):
            return text[: found.start()] + text[found.end() :], text[found.start() : found.end()].strip()
    last = _LAST.search(text.text)
    if last and (name_at_end(text.text[: last.start()]) > 0 or looks_like_name(text.text[: last.start()])):
        return text[: last.start()], text[last.start("date") : last.end("date")]
    return text, SourceText("")

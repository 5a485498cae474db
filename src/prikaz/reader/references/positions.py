"""Names that a text holds, and where a position behind or before one begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from prikaz.language.names.listed import is_ordinary_word
from prikaz.language.names.nominative import is_oblique_patronymic
from prikaz.language.names.parts import is_initials, sex_of_patronymic
from prikaz.language.phrases.groups import is_person
from prikaz.language.words.compounds import word_readings
from prikaz.language.words.morphology import read_word
from prikaz.model.text import HOLE
from prikaz.reader.references.governing import opens_sentence
from prikaz.reader.references.passages import Passage

_WORD: Final = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS: Final = r"(?P<first{0}>[А-ЯЁ]\.) ?(?P<middle{0}>[А-ЯЁ]\.)?"
_NAME: Final = re.compile(
    rf"\b(?P<last1>{_WORD}) {_INITIALS.format(1)}(?! ?[А-ЯЁ](?:[а-яё]|\.))"
    rf"|(?<![\w.]){_INITIALS.format(2)} ?(?P<last2>{_WORD})\b(?! ?[А-ЯЁ]\.)"
    rf"|\b(?P<last3>{_WORD}) (?P<first3>[А-ЯЁ][а-яё]+)"
    r" (?P<middle3>[А-ЯЁ][а-яё]+(?:ич|вн|чн|шн)[а-яё]{0,3})\b"
)
#: What ends a position behind a name, or stands before one that precedes it.
_STOP: Final = re.compile(r"[,;:()\n]| [–—-] |(?<=[а-яё]{4})\.(?=\s|$)|(?<=[»\ufffc])\.(?=\s|$)|\.$")
_MOST_WORDS: Final = 14
_FIRST_LETTER: Final = r"(?<!\S)[^\W\d_]"
#: What goes on behind a position without a comma is no part of it: «ответственным за питание».
_NOT_OF_TITLE: Final = re.compile(r"(?i)\bответственн|\bдалее\b|\bкоторы")
#: How likely a reading is that counts, from 0 to 1.
_LIKELY: Final = 0.5
#: Participles that are heads of positions.
_PARTICIPLES: Final = ("заведующ", "исполняющ", "управляющ", "командующ")


class Name(NamedTuple):
    """A name in a text: where it stands, and its words."""

    start: int
    end: int
    last: str
    first: str
    middle: str

    def moved(self, by: int) -> Name:
        """The same name further on."""
        return self._replace(start=self.start + by, end=self.end + by)

    @property
    def is_full(self) -> bool:
        """Whether it has a first name and not initials."""
        return not is_initials(self.first)


class Title(NamedTuple):
    """A position beside a name: where it stands, and its words; "" where it is not told where it begins."""

    start: int
    end: int
    words: str
    is_before: bool


def names_in(passage: Passage) -> Iterator[Name]:
    """The names of a text: with initials on one side, or surname, first name and patronymic."""
    for found in _NAME.finditer(passage.words):
        group = next(number for number in "123" if found[f"last{number}"])
        last, first, middle = (found[f"{part}{group}"] or "" for part in ("last", "first", "middle"))
        if group == "3" and not (sex_of_patronymic(middle) or is_oblique_patronymic(middle)):
            continue
        if not (_is_abbreviation(first + middle) and is_ordinary_word(last)):
            yield Name(found.start(), found.end(), last, first, middle)


def _is_abbreviation(initials: str) -> bool:
    """Whether initials may be none: «И.О. Директора», «Г. Заречный»."""
    return initials == "И.О." or len(initials) == 2  # noqa: PLR2004


def is_followed(name: Name, words: str) -> bool:
    """Whether a position may stand behind a name: a comma and a noun or an adjective."""
    after = re.match(r", ([^\W\d_][\w-]*)", words[name.end : name.end + 80])
    if after is None:
        return False
    readings = word_readings(after[1], persons=True)
    first = readings[0] if readings else None
    if first is None or first.is_function_word or first.is_command:
        return False
    return any((one.is_noun and is_person(one)) or one.is_adjective for one in readings) or "." in after[0]


def positions_behind(name: Name, passage: Passage, following: int) -> Iterator[Title]:
    """The position behind a comma after a name, if it is told where it ends."""
    words = passage.words
    start = name.end + 2
    stop = _STOP.search(words, start)
    end = stop.start() if stop else len(words)
    if following < end:
        joint = re.search(r",? и $", words[start:following])
        if joint is None:
            return
        end, stop = start + joint.start(), None
    title = passage.text[start:end].rstrip()
    if not title or HOLE in passage.bare[start:end] or len(title.split()) > _MOST_WORDS:
        return
    if stop and stop[0].strip() in {"–", "—", "-"}:
        return
    is_open = stop is not None and stop[0] == "," and _may_go_on(words, end)
    if not is_open and not _NOT_OF_TITLE.search(title) and not _has_command(title):
        yield Title(start, start + len(title), title, is_before=False)


def _may_go_on(words: str, comma: int) -> bool:
    """Whether a position may go on behind a comma: «заместителя главы по культуре, спорту»."""
    before = re.search(r"([\w-]+)$", words[:comma])
    after = re.match(r", (?:и )?([\w-]+)", words[comma:])
    if before is None or after is None or not after[1].islower():
        return bool(after and after[1].islower())
    cases = {one.case for one in read_word(before[1])} - {None}
    readings = read_word(after[1])
    if any(one.is_function_word for one in readings[:1]) or after[1].startswith(("ответственн", "котор")):
        return False
    return bool(cases & {one.case for one in readings})


def _has_command(title: str) -> bool:
    return any(
        one.is_command and one.score > _LIKELY
        for word in title.split()
        if word.isalpha()
        for one in read_word(word)
    )


def positions_in_front(name: Name, passage: Passage, previous: int) -> Iterator[Title]:
    """The positions that may stand before a name, the longest first."""
    words = passage.words
    marked = passage.bare.rfind(HOLE, 0, name.start) + 1
    begin = max([previous, marked, *(stop.end() for stop in _STOP.finditer(words, 0, name.start))])
    if begin < name.start and words[:begin].endswith((" – ", " — ", " - ")):
        # the second half of «заместителя главы – начальника отдела», or a position behind a role
        yield Title(begin, name.start, "", is_before=True)
        return
    starts = [found.start() for found in re.finditer(_FIRST_LETTER, words[begin : name.start])]
    for start in (begin + place for place in starts[-_MOST_WORDS:]):
        title = passage.text[start : name.start].rstrip()
        is_plain = HOLE not in passage.bare[start : name.start]
        if is_plain and _may_precede(words[:start]) and _names_somebody(title):
            yield Title(start, start + len(title), title, is_before=True)


def _names_somebody(title: str) -> bool:
    """Whether a position begins so: with a person, with adjectives before one, with «заведующего», «и.о.»."""
    words = re.findall(r"[^\W\d_][\w-]*\.?", title)
    if not words or read_word(words[-1])[0].is_function_word:
        return False
    for word in words:
        if word.endswith("."):
            return True
        if word.lower().startswith(_PARTICIPLES):
            return True
        readings = word_readings(word, persons=True)
        if any(one.is_noun for one in readings):
            return any(one.is_noun and is_person(one) for one in readings)
        if not any(one.is_adjective or one.is_adverb for one in readings):
            return False
    return False


def _may_precede(words: str) -> bool:
    """Whether a position may begin behind these words: at the start, behind a preposition, behind a verb."""
    before = re.search(r"([\w-]+) $", words)
    if before is None:
        return opens_sentence(words, len(words)) or re.search(r"[,;:(–—] ?$", words) is not None
    readings = read_word(before[1])
    return any(one.is_function_word or one.is_command or one.is_participle for one in readings[:1])

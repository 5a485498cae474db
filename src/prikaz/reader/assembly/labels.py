"""What stands before a clause (номер пункта), printed by Word or typed: taken apart."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from prikaz.language.numbers.roman import read_roman
from prikaz.model import Marker
from prikaz.model.resolution.markers import counted
from prikaz.reader.source_text import SourceText

_GAP: Final = r"[ \t\u00a0\u2007\u202f]"
#: A label at the beginning of a paragraph. A date and a sum of money are none.
_LABEL: Final = re.compile(
    rf"""{_GAP}*(?:
    (?P<section>(?i:глава|статья|раздел){_GAP}+(?P<count>\d{{1,3}}|[IVXLХІ]{{1,7}})(?:\.|(?={_GAP}|$)))
    | (?P<number>\d{{1,3}}(?:\.{_GAP}?\d{{1,3}}){{1,5}}(?:[.)](?!\d)|(?={_GAP}+[^\W\d]))
        | \d{{1,3}}{_GAP}?\.(?!\d) | \d{{1,3}}(?={_GAP}{{2,}}[А-ЯЁ]))
    | (?P<bracket>\d{{1,3}})\)
    | (?P<letter>[а-яёa-z])\)
    | (?P<roman>[IVXLХІ]{{1,7}})\.(?={_GAP}|$)
    | (?P<dash>[-–—•·▪●○■□\uf0b7\uf02d\u2022])(?={_GAP}|[^\W\d]|«|$)
    ){_GAP}*""",
    re.VERBOSE,
)
_WORDS: Final = {"глава": Marker.CHAPTER, "статья": Marker.ARTICLE, "раздел": Marker.ROMAN}
_LETTERS: Final = "абвгдежзиклмнпрстуфхцчшщэюя"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_MOST_DIGITS: Final = 2


class Label(NamedTuple):
    """A label of a clause.

    Attributes:
        marker: What kind it is.
        numbers: Its numbers from the outermost: (2, 1) of «2.1.»; of a letter its place; none of a dash.
        text: As typed.
    """

    marker: Marker
    numbers: tuple[int, ...]
    text: str

    @property
    def is_first(self) -> bool:
        """Whether it begins a count."""
        return self.numbers == (1,)

    @property
    def number(self) -> str:
        """The number as the program would write it: "2.1", "б"; "" of a dash."""
        if self.marker is Marker.NUMBER:
            return ".".join(map(str, self.numbers))
        return counted(self.marker, self.numbers[0]) if self.numbers else ""


def read_label(text: str) -> tuple[Label, int] | None:
    """The label that a text begins with, and where the text behind it begins; None for none.

    >>> label, end = read_label("2.1. Провести конкурс")
    >>> label.marker.value, label.numbers, "2.1. Провести конкурс"[end:]
    ('номер', (2, 1), 'Провести конкурс')
    >>> read_label("12.03.2027 провести"), read_label("1,5 ставки")
    (None, None)
    """
    found = _LABEL.match(text)
    if found is None:
        return None
    label = _label(found)
    return None if label is None else (label, found.end())


def _label(found: re.Match[str]) -> Label | None:
    typed = found[0].strip()
    if found["section"]:
        word = found["section"].split()[0].lower()
        count = int(found["count"]) if found["count"].isdecimal() else read_roman(found["count"])
        return Label(_WORDS[word], (count,), typed) if count else None
    if found["number"]:
        numbers = tuple(map(int, re.findall(r"\d+", found["number"])))
        return Label(Marker.NUMBER, numbers, typed) if all(numbers) else None
    if found["bracket"]:
        return Label(Marker.BRACKET, (int(found["bracket"]),), typed) if int(found["bracket"]) else None
    if found["letter"]:
        place = _place_of(found["letter"])
        return Label(Marker.LETTER, (place,), typed)
    if found["roman"]:
        count = read_roman(found["roman"])
        return Label(Marker.ROMAN, (count,), typed) if count else None
    return Label(Marker.DASH, (), typed)


def _place_of(letter: str) -> int:
    """The place of a letter; those that Word leaves out stand where they do in the alphabet."""
    if letter in _LATIN:
        return _LATIN.index(letter) + 1
    near = {"ё": "ж", "й": "к"}.get(letter, letter)
    return _LETTERS.index(near) + 1 if near in _LETTERS else len(_LETTERS)


def label_of_number(number: str) -> Label | None:
    """The label that Word prints.

    >>> label_of_number("б)").numbers, label_of_number("Глава 2.").marker.value, label_of_number("")
    ((2,), 'глава', None)
    """
    if not number.strip():
        return None
    found = read_label(f"{number.strip()} ")
    if found:
        return found[0]
    digits = re.findall(r"\d{1,3}", number)
    if digits and len(digits) <= _MOST_DIGITS * 2 and all(map(int, digits)):
        return Label(Marker.NUMBER, tuple(map(int, digits)), number.strip())
    return Label(Marker.DASH, (), number.strip())


def labelled(text: SourceText, number: str) -> tuple[Label | None, SourceText, SourceText]:
    """The label of a clause, the characters that it is typed with, and the text behind it."""
    if number.strip():
        return label_of_number(number), SourceText(""), text
    found = read_label(text.text)
    if found is None:
        return None, SourceText(""), text
    label, end = found
    return label, text[:end], text[end:]

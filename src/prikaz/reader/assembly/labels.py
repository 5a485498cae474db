"""What stands before a clause (номер пункта), printed by Word or typed: taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from prikaz.language.numbers.roman import read_roman
from prikaz.language.time.dates import MONTH
from prikaz.language.words.spelling import fold_letters
from prikaz.model import Marker
from prikaz.model.resolution.markers import counted
from prikaz.reader.source_text import SourceText

_GAP: Final = r"[ \t\u00a0\u2007\u202f]"
_COUNT: Final = r"\d{1,3}"
_ROMAN: Final = r"[IVXLХІ]{1,7}"
#: What a label and its text are told apart by where the label has no stop of its own.
_TEXT: Final = rf"(?={_GAP}|[^\W\d_]|[«\"]|$)"
#: Signs that begin a line of a list: any but those that a text begins with.
_BULLET: Final = r"[^\w\s«»\"“„”'’()\[\]{}<>№§%&/\\.,;:!?…~@#$€₽^`|=]"
#: A label at the beginning of a paragraph: a running counter in a frame. No number holds a space: «1. 24 мая»
#: is «1.» and its text. A date and a sum of money are none.
_LABEL: Final = re.compile(
    rf"""{_GAP}*(?:
    (?P<section>(?i:глава|статья|раздел){_GAP}+(?P<count>{_COUNT}|{_ROMAN})(?:\.|(?={_GAP}|$)))
    | (?:§|№|(?i:пункт)(?=[ \t\u00a0№])|(?i:п)\.){_GAP}*(?:№{_GAP}*)?
        (?P<named>{_COUNT}(?:\.\d{{1,3}}){{0,5}})(?:[.:)](?!\d){_TEXT}|{_GAP}*$)
    | §{_GAP}*(?P<sign>{_COUNT}(?:\.\d{{1,3}}){{0,5}})(?={_GAP}+[^\W\d_])
    | (?P<outer>{_COUNT})\.(?P<inner>[а-яё])\)
    | (?P<closed>{_COUNT}(?:\.\d{{1,3}}){{1,5}})[.)](?!\d)
    | (?P<open>{_COUNT}(?:\.\d{{1,3}}){{1,5}})(?={_GAP}+[^\W\d])
    | (?P<number>{_COUNT})(?:{_GAP}?\.[-–—]{_TEXT}|{_GAP}?\.(?!\d)|[/:](?!\d){_TEXT}|(?={_GAP}{{2,}}[А-ЯЁ]))
    | (?P<glued>{_COUNT})\.(?=\d)
    | (?P<bracket>{_COUNT})\)
    | \((?P<inside>\d{{1,2}})\)(?={_GAP}*[^\W\d_]|{_GAP}*$)
    | (?P<letter>(?P<same>[а-яёa-z])(?P=same){{0,3}})\)
    | (?P<roman>{_ROMAN})(?:\.(?={_GAP}|$)|(?P<in_bracket>\)))
    | (?P<capital>[А-ЯЁA-Z])\)
    | (?P<stopped>[А-ЯЁа-яёA-Za-z])\.(?={_GAP}+(?![А-ЯЁ]\.)[^\W\d_]|{_GAP}*$)
    | (?P<word>[А-ЯЁ][а-яё]+)[.:](?={_GAP}|$)
    | (?P<dash>{_BULLET}{_TEXT}|o(?={_GAP})|о(?=\t|{_GAP}{{2}}))
    ){_GAP}*""",
    re.VERBOSE,
)
#: A number typed with a space inside: «1. 2. Провести».
_APART: Final = re.compile(rf"{_GAP}*(?P<number>{_COUNT}(?:\.{_GAP}?\d{{1,3}}){{1,5}})[.)](?!\d){_GAP}*")
#: What a text that stands right behind «1.» begins with when that is the number and no part of it.
_DAY: Final = re.compile(
    rf"\d{{1,2}}\.\d{{1,2}}\.(?:19|20)?\d\d(?!\d)|(?:19|20)\d\d{_GAP}+(?:год|г\.)", re.IGNORECASE
)
#: «24 сентября», «12 путёвок»: a figure with a word that it counts, and not with what is to be done.
_COUNTED: Final = re.compile(rf"\d+{_GAP}+(?P<word>[а-яё]+)")
_INFINITIVE: Final = ("ть", "ти", "чь", "ться", "тись", "чься")
_WORDS: Final = {"глава": Marker.CHAPTER, "статья": Marker.ARTICLE, "раздел": Marker.ROMAN}
#: What Word counts with a letter and a stop.
_PRINTED_LETTER: Final = re.compile(r"[А-ЯЁа-яёA-Za-z]\.")
_ORDINALS: Final = {
    word: place
    for place, word in enumerate(
        ("первое", "второе", "третье", "четвертое", "пятое", "шестое", "седьмое", "восьмое", "девятое"), 1
    )
}
_LETTERS: Final = "абвгдежзиклмнпрстуфхцчшщэюя"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_MOST_DIGITS: Final = 2
_NOTHING_BEFORE: Final[Mapping[Marker, Label]] = MappingProxyType({})


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


def read_label(text: str, before: Mapping[Marker, Label] = _NOTHING_BEFORE) -> tuple[Label, int] | None:
    """The label that a text begins with, and where the text behind it begins; None for none.

    Args:
        text: The line.
        before: The last label of each kind that stands above: «1.24 мая» is clause 1.24 only behind 1.23.

    >>> label, end = read_label("2.1. Провести конкурс")
    >>> label.marker.value, label.numbers, "2.1. Провести конкурс"[end:]
    ('номер', (2, 1), 'Провести конкурс')
    >>> read_label("12.03.2027 провести"), read_label("1,5 ставки")
    (None, None)
    """
    number = before.get(Marker.NUMBER)
    apart = _APART.match(text)
    if apart and number is not None:
        numbers = _numbers(apart["number"])
        if goes_on(number, numbers) and len(numbers) > 1 and _ends_apart(apart):
            return Label(Marker.NUMBER, numbers, apart[0].strip()), apart.end()
    found = _LABEL.match(text)
    if found is None:
        return None
    if found["glued"] or (found["open"] and _is_counted(text, found, number)):
        return _glued(text, found, number)
    label = _label(found, before)
    return None if label is None else (label, found.end())


def is_unprinted(label: Label) -> bool:
    """Whether a number is written so that the program writes it with other figures: «II)»."""
    return label.marker is Marker.NUMBER and not any(map(str.isdecimal, label.text))


def goes_on(before: Label, numbers: tuple[int, ...]) -> bool:
    """Whether a number comes right behind another one: 2.4, 3 or 2.3.1 behind 2.3."""
    last = before.numbers
    behind = {(*last[:depth], last[depth] + 1) for depth in range(len(last))}
    return numbers in behind or numbers == (*last, 1)


def _ends_apart(found: re.Match[str]) -> bool:
    return any(char.isspace() for char in found["number"])


def _numbers(typed: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", typed)))


def _is_counted(text: str, found: re.Match[str], before: Label | None) -> bool:
    """Whether the last part of a number without a stop counts the word behind it."""
    numbers = _numbers(found["open"])
    if before is not None and goes_on(before, numbers):
        return False
    behind = _COUNTED.match(text, text.rindex(".", 0, found.end("open")) + 1)
    if behind is None or behind["word"].endswith(_INFINITIVE):
        return False
    if re.fullmatch(MONTH, behind["word"], re.IGNORECASE):
        return True
    return before is None or goes_on(before, numbers[:-1]) or before.numbers[0] != numbers[0]


def _glued(text: str, found: re.Match[str], before: Label | None) -> tuple[Label, int] | None:
    """«1.24 сентября», «2.01.09.2027 открыть»: a number and a text that begins with a figure."""
    typed = found["glued"] or found["open"].rpartition(".")[0]
    numbers = _numbers(typed)
    end = found.start("glued" if found["glued"] else "open") + len(typed) + 1
    if found["glued"] and not _DAY.match(text, end):
        return None
    if not all(numbers) or (found["glued"] and not _may_stand(numbers, before)):
        return None
    return Label(Marker.NUMBER, numbers, text[:end].strip()), end


def _may_stand(numbers: tuple[int, ...], before: Label | None) -> bool:
    return numbers == (1,) if before is None else goes_on(before, numbers)


def _label(found: re.Match[str], before: Mapping[Marker, Label]) -> Label | None:
    typed = found[0].strip()
    if found["section"]:
        word = found["section"].split()[0].lower()
        count = int(found["count"]) if found["count"].isdecimal() else read_roman(found["count"])
        return Label(_WORDS[word], (count,), typed) if count else None
    for name in ("named", "sign", "closed", "open", "number"):
        if found[name]:
            numbers = _numbers(found[name])
            return Label(Marker.NUMBER, numbers, typed) if all(numbers) else None
    if found["bracket"]:
        return Label(Marker.BRACKET, (int(found["bracket"]),), typed) if int(found["bracket"]) else None
    if found["inside"]:
        marker = _marker_of_inside(before)
        return Label(marker, (int(found["inside"]),), typed) if int(found["inside"]) else None
    if found["letter"] or found["inner"]:
        return Label(Marker.LETTER, (_place_of(found["letter"] or found["inner"]),), typed)
    if found["roman"] or found["capital"] or found["stopped"]:
        return _of_letters(found, before, typed)
    if found["word"]:
        place = _ORDINALS.get(fold_letters(found["word"]))
        return Label(Marker.NUMBER, (place,), typed) if place else None
    return Label(Marker.DASH, (), typed)


def _marker_of_inside(before: Mapping[Marker, Label]) -> Marker:
    """«(1)» is a number; under clauses with numbers it is a bracket."""
    number = before.get(Marker.NUMBER)
    return Marker.NUMBER if number is None or number.text.startswith("(") else Marker.BRACKET


def _of_letters(found: re.Match[str], before: Mapping[Marker, Label], typed: str) -> Label | None:
    """«I.», «I)», «А)», «А.», «а.»: a letter with a stop may be an initial or a town: it is counted."""
    letters = found["roman"] or found["capital"] or found["stopped"]
    place = _place_of(letters.lower()) if len(letters) == 1 else 0
    last = before.get(Marker.LETTER)
    if place and last is not None and last.text[-1] == typed[-1] and last.numbers == (place - 1,):
        return Label(Marker.LETTER, (place,), typed)
    if found["roman"]:
        count = read_roman(found["roman"])
        marker = Marker.NUMBER if found["in_bracket"] else Marker.ROMAN
        return Label(marker, (count,), typed) if count else None
    if found["stopped"] and place > 1:
        return None
    return Label(Marker.LETTER, (place,), typed)


def _place_of(letter: str) -> int:
    """The place of a letter; those that Word leaves out stand as in the alphabet, «аа» behind «я»."""
    rounds, letter = len(letter) - 1, letter[0]
    if letter in _LATIN:
        return _LATIN.index(letter) + 1 + rounds * len(_LATIN)
    near = {"ё": "ж", "й": "к"}.get(letter, letter)
    return (_LETTERS.index(near) + 1 if near in _LETTERS else len(_LETTERS)) + rounds * len(_LETTERS)


def label_of_number(number: str) -> Label | None:
    """The label that Word prints.

    >>> label_of_number("б)").numbers, label_of_number("Глава 2.").marker.value, label_of_number("")
    ((2,), 'глава', None)
    """
    if not number.strip():
        return None
    bare = number.strip()
    found = read_label(f"{bare} ")
    if found:
        return found[0]
    if _PRINTED_LETTER.fullmatch(bare):
        return Label(Marker.LETTER, (_place_of(bare[0].lower()),), bare)
    digits = re.findall(r"\d{1,3}", number)
    if digits and len(digits) <= _MOST_DIGITS * 2 and all(map(int, digits)):
        return Label(Marker.NUMBER, tuple(map(int, digits)), number.strip())
    return Label(Marker.DASH, (), number.strip())


def labelled(
    text: SourceText, number: str, before: Mapping[Marker, Label] = _NOTHING_BEFORE
) -> tuple[Label | None, SourceText, SourceText]:
    """The label of a clause, the characters that it is typed with, and the text behind it."""
    if number.strip():
        return label_of_number(number), SourceText(""), text
    found = read_label(text.text, before)
    if found is None:
        return None, SourceText(""), text
    label, end = found
    return label, text[:end], text[end:]

"""Numbers of rows and of sections as clerks type them (нумерация): which way of counting they follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from prikaz.language.numbers.roman import read_roman, roman
from prikaz.model import RowNumbers, SectionNumbers
from prikaz.reader.source_text import SourceText

#: So many numbers of a hundred have to follow one another.
_MOST: Final = 75
#: No table has rows whose numbers are as long.
_LONGEST: Final = 6
_TYPED_NUMBER: Final = re.compile(r"([IVXLCDMХСІМ]{1,8}|\d{1,3})\.[ \u00a0\n]*")
_PRINTED_NUMBER: Final = re.compile(r"([IVXLCDM]{1,8}|\d{1,3})\.(?:\u00a0|$|(?=\n))")


class Numbered(NamedTuple):
    """How rows are numbered.

    Attributes:
        kind: The way of counting.
        wrong: Rows, from 0, whose number does not follow from the one before, with what is expected there.
    """

    kind: RowNumbers
    wrong: tuple[tuple[int, str], ...] = ()


def numbering_of(sections: Sequence[Sequence[str]], *, by_section: bool) -> Numbered | None:
    """The way of counting that numbers of rows follow; None when they follow none.

    Args:
        sections: The numbers as typed, section by section.
        by_section: Whether there are sections, so that «2.1» is the first row of the second one.

    >>> numbering_of([["1", "2", "4", "5"]], by_section=False)
    Numbered(kind=<RowNumbers.THROUGH: 'сквозная'>, wrong=((2, '3'),))
    >>> numbering_of([["1.1.", "1.2."], ["2.1."]], by_section=True).kind
    <RowNumbers.BY_SECTION: 'по разделам'>
    >>> numbering_of([["1", "2"], ["1", "2"]], by_section=True) is None
    True
    """
    bare = [[number.strip().rstrip(".) ") for number in section] for section in sections]
    ways = (RowNumbers.THROUGH, RowNumbers.BY_SECTION) if by_section else (RowNumbers.THROUGH,)
    count = sum(map(len, bare))
    tried = [(way, _wrong(bare, way)) for way in ways]
    way, wrong = min(tried, key=lambda found: len(found[1]))
    if not count or len(wrong) * 100 > count * (100 - _MOST) or _begins_anew(bare, way):
        return None
    return Numbered(way, tuple(wrong))


def _wrong(sections: Sequence[Sequence[str]], way: RowNumbers) -> list[tuple[int, str]]:
    """Rows whose number does not follow from the one before."""
    wrong: list[tuple[int, str]] = []
    row, last = 0, 0
    for place, section in enumerate(sections, 1):
        prefix = "" if way is RowNumbers.THROUGH else f"{place}."
        last = last if way is RowNumbers.THROUGH else 0
        for number in section:
            own = number.removeprefix(prefix) if number.startswith(prefix) else ""
            is_number = own.isdecimal() and own.isascii() and own.lstrip("0") == own and len(own) < _LONGEST
            if not is_number or int(own) != last + 1:
                wrong.append((row, f"{prefix}{last + 1}"))
            last = int(own) if is_number else last + 1
            row += 1
    return wrong


def _begins_anew(sections: Sequence[Sequence[str]], way: RowNumbers) -> bool:
    """Whether rows are counted from 1 in each section, without its number."""
    firsts = [section[0] for section in sections if section]
    return way is RowNumbers.THROUGH and firsts.count("1") > 1


def section_numbering(titles: Sequence[SourceText], *, exact: bool) -> SectionNumbers:
    """How sections are numbered; where numbers do not go from 1 on, they are part of the titles."""
    pattern = _PRINTED_NUMBER if exact else _TYPED_NUMBER
    found = [pattern.match(title.text) for title in titles]
    numbers = [match[1] if match else "" for match in found]
    if exact and all(number == roman(place) for place, number in enumerate(numbers, 1)):
        return SectionNumbers.ROMAN
    if not exact and all(read_roman(number) == place for place, number in enumerate(numbers, 1)):
        return SectionNumbers.ROMAN
    if all(number == str(place) for place, number in enumerate(numbers, 1)):
        return SectionNumbers.ARABIC
    return SectionNumbers.ABSENT


def without_number(title: SourceText, *, exact: bool) -> tuple[SourceText, SourceText]:
    """The number of a section and its title."""
    found = (_PRINTED_NUMBER if exact else _TYPED_NUMBER).match(title.text)
    end = found.end() if found else 0
    return title[:end], title[end:]

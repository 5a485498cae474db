"""All heads of a phrase, and why a person should look at it.

A phrase is read from left to right: a nominal group, then its tail, and in the
tail further heads after a dash, a comma, a bracket or «и». A word of the tail
stays, because it already stands in the case that its head asks for.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from prikaz.errors import LanguageError, NotNominativeError
from prikaz.language.phrases.groups import CONJUNCTIONS, Group, GroupReader, is_person, may_be_noun
from prikaz.language.phrases.pieces import Piece, PieceKind, is_short_head, is_short_noun, split_phrase
from prikaz.language.words.abbreviations import is_indeclinable, may_be_oblique
from prikaz.language.words.cases import Case

_DISTRICT = re.compile(r"муниципальн\w+\s+образовани\w+\s+[-–—]\s+", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[-–—]\s+|.*[,;/(].*")
#: Pieces before a further head: at least a word and a gap.
_BEFORE_HEAD = 2
#: Grammeme of «два», «двое», «несколько».
_NUMERAL = "NUMR"
_DIRECT = frozenset({Case.NOMINATIVE, Case.ACCUSATIVE})
#: Numbers with a noun in the genitive singular: 2, 3, 4, 22.
_FEW = re.compile(r"(?:\d*[02-9])?[2-4]")
_TAKE_ACCUSATIVE = frozenset({"за", "на", "в", "во", "про", "через", "под"})
#: «1-му отделу»; «2-ой» may be a nominative that is written so.
_OBLIQUE_ORDINAL = re.compile(r"\d+-(?:го|му|[ыио]м|ем|[ыи]х|[ыи]?ми|ую)")
_ADVICE = "запишите именительный падеж (кто? что?) или укажите готовые `формы:`"


class PhraseReading(NamedTuple):
    """A phrase taken apart.

    Attributes:
        pieces: The phrase; joined, the texts give it back.
        groups: Groups that decline, from left to right; empty for an abbreviation.
        doubts: Why a person should look at any form of the phrase.
    """

    pieces: tuple[Piece, ...]
    groups: tuple[Group, ...]
    doubts: tuple[str, ...]


def read_phrase(phrase: str, *, persons: bool, indeclinable: frozenset[str]) -> PhraseReading:
    """Find what declines in a position (``persons``) or in the name of a body.

    Raises:
        LanguageError: There are ordinary words and none stands in the nominative.
    """
    pieces = tuple(_freeze(piece, indeclinable) for piece in split_phrase(phrase))
    walk = _PhraseWalk(GroupReader(pieces=pieces, persons=persons))
    walk.read(phrase)
    return PhraseReading(pieces=pieces, groups=tuple(walk.groups), doubts=tuple(dict.fromkeys(walk.doubts)))


def _freeze(piece: Piece, indeclinable: frozenset[str]) -> Piece:
    if piece.is_word and (piece.text.casefold() in indeclinable or is_indeclinable(piece.text.lower())):
        return piece._replace(kind=PieceKind.CODE)
    return piece


class _PhraseWalk:
    """One pass over a phrase, collecting groups and doubts.

    Attributes:
        takes_accusative: Whether a preposition or participle before asks for the accusative.
        place: Where the reading goes on.
        tail: Places of the words of the tail so far; empty right behind a head.
    """

    def __init__(self, reader: GroupReader) -> None:
        self.reader = reader
        self.pieces = reader.pieces
        self.groups: list[Group] = []
        self.doubts: list[str] = []
        self.takes_accusative = False
        self.place = len(self.pieces)  # nowhere, until a head is found
        self.tail: tuple[int, ...] = ()

    def read(self, phrase: str) -> None:
        """Read the first head, then all that follows."""
        if self.pieces and _OBLIQUE_ORDINAL.fullmatch(self.pieces[0].text):
            raise _not_nominative(phrase, self.pieces[0])
        place = self._skip_codes(0)
        self._doubt_offices_before(place)
        if place < len(self.pieces) and is_short_head(self.pieces[place]):
            self._doubt_nominative_after(place)
            self.place = place + 1
        elif group := self.reader.group_at(place):
            self._begin(group, place)
        else:
            self._refuse(phrase, place)
        self._read_tail()
        self._doubt_plurals()

    def _begin(self, group: Group, place: int) -> None:
        if not self._follows_abbreviation(place):
            self._take(group)
        elif not self._may_be_oblique(group):
            doubt = "после сокращения оставлено как есть: пишут и так, и в падеже"
            self.doubts.append(f"«{self._text(group)}» {doubt}")

    def _skip_codes(self, place: int) -> int:
        while place < len(self.pieces) and self._is_skipped(self.pieces[place]):
            place += 1
        return place

    def _doubt_offices_before(self, place: int) -> None:
        for piece in self.pieces[:place]:
            if piece.kind is PieceKind.CODE and may_be_oblique(piece.text.lower()):
                doubt = "оставлено как есть: если это не наименование, а другой падеж, запишите именительный"
                self.doubts.append(f"«{piece.text}» {doubt}")

    def _is_skipped(self, piece: Piece) -> bool:
        if piece.is_gap:
            return True
        return piece.kind in {PieceKind.CODE, PieceKind.QUOTED} and not is_short_head(piece)

    def _follows_abbreviation(self, place: int) -> bool:
        return any(
            piece.kind in {PieceKind.CODE, PieceKind.QUOTED}
            and piece.letters.isalpha()
            and not piece.letters.isascii()
            for piece in self.pieces[:place]
        )

    def _refuse(self, phrase: str, place: int) -> None:
        """A phrase of abbreviations stays; ordinary words without a nominative cannot be declined."""
        if place == len(self.pieces) or self._follows_abbreviation(place):
            self._doubt_person_at(place)
        elif is_short_noun(self.pieces[place]):
            self.doubts.append(f"сокращение «{self.pieces[place].text}» оставлено как есть")
        else:
            raise self._fault_at(phrase, place)

    def _fault_at(self, phrase: str, place: int) -> LanguageError:
        piece, is_person = self.pieces[place], self._is_person_at(place)
        if not is_person and any(reading.listed for reading in self.reader.readings(place)):
            return _not_nominative(phrase, piece)
        fault = "– имя лица" if is_person else "не найдено в словаре"
        return LanguageError(f"«{phrase}»: слово «{piece.text}» {fault}", _ADVICE)

    def _is_person_at(self, place: int) -> bool:
        readings = self.reader.readings(place)
        return any(one.is_personal_name and one.listed and one.case is Case.NOMINATIVE for one in readings)

    def _doubt_person_at(self, place: int) -> None:
        """«индивидуальный предприниматель Белов»: names of persons are not the business of a phrase."""
        if self._is_person_at(place):
            name = self.pieces[place].text
            self.doubts.append(f"имя «{name}» оставлено как есть: склоняйте его отдельно, как лицо")

    def _doubt_nominative_after(self, place: int) -> None:
        group = self.reader.group_at(place + 2)
        if group and not self._may_be_oblique(group):
            self.doubts.append(
                f"после «{self.pieces[place].text}» ожидался родительный падеж, а стоит «{self._text(group)}»"
            )

    def _take(self, group: Group) -> None:
        """Let the group decline, with the appositions right behind it, then read the tail."""
        following: Group | None = group
        while following:
            group = following
            self._add(group)
            following = self._apposition(group.end)
        if self._is_space(group.end) and self.pieces[group.end + 1].text[0].isupper():
            self._doubt_person_at(group.end + 1)
        self.place, self.tail = group.end, ()

    def _add(self, group: Group) -> None:
        if self.groups and group.head.is_adjective:
            group = group._replace(animate=self.groups[0].animate)
        self.groups.append(group)
        self.takes_accusative = group.head.governs_accusative
        self.doubts.extend(self._doubts_of(group))

    def _apposition(self, behind: int) -> Group | None:
        """A second nominative right behind the head: «учреждение отдел», «терапевт участковый»."""
        if not self._is_space(behind):
            return None
        group = self.reader.group_at(behind + 1)
        if group is None or self._may_be_oblique(group) or not self._is_head(group):
            return None
        head = self.groups[-1].head
        if head.governs_accusative and group.head.may_be_object:
            return None
        if group.head.is_adjective and not group.head.agrees(head):
            return None
        if self._is_own_name(group):
            self.doubts.append(f"«{self._text(group)}» оставлено как есть: пишут и так, и в падеже")
            return None
        if group.head.is_noun and not self.reader.persons:
            self.doubts.append(f"«{self._text(group)}» поставлено в падеж: пишут и так, и без изменения")
        return group

    def _is_own_name(self, group: Group) -> bool:
        """Whether an apposition is a name of its own: «детский сад № 7», «городской округ Заречный»."""
        first = self.pieces[group.members[0].place].text
        shouted = first.isupper()
        named = any(
            piece.kind in {PieceKind.QUOTED, PieceKind.CODE}
            for piece in self.pieces[group.end : group.end + 3]
        )
        numbered = any("№" in piece.text for piece in self.pieces[group.end : group.end + 2])
        return not self.reader.persons and ((first[0].isupper() and not shouted) or named or numbered)

    def _read_tail(self) -> None:
        while self.place < len(self.pieces):
            piece = self.pieces[self.place]
            if self._opens(self.place) and (group := self._next_head(self.place)):
                self._take(group)
            elif piece.is_gap or piece.text in CONJUNCTIONS:
                self.place += 1
            else:
                self._pass_over()

    def _pass_over(self) -> None:
        """Leave a word, or a whole name of the tail, as it is."""
        self._note_government(self.place)
        name = self._name_in_tail(self.place)
        if name and not self._is_announced(self.place):
            self.doubts.append(f"«{self._text(name)}» оставлено как есть: пишут и так, и в падеже")
        self.tail = (*self.tail, self.place)
        self.place = name.end if name else self.place + 1

    def _is_announced(self, place: int) -> bool:
        """Whether a name must stay: «муниципальное образование – Заречный район», «школа д. Ольховка»."""
        short = any(piece.kind is PieceKind.SHORT for piece in self.pieces[max(place - 2, 0) : place])
        return short or (self._opens(place) and self._names_a_district(place))

    def _is_count(self, place: int) -> bool:
        """Whether a number counts a further head: «председатель и два члена»; not «учитель 1 и 2 класса»."""
        numerals = [one for one in self.reader.readings(place) if one.parse.tag.POS == _NUMERAL]
        if self.takes_accusative or numerals:
            return not self.takes_accusative and all(one.case in _DIRECT for one in numerals)
        numbered = any(self.pieces[one].text.isdigit() for one in self.tail)
        if numbered or not _FEW.fullmatch(self.pieces[place].text):
            return False
        counted = [
            one for one in self.reader.readings(place + 2) if not self.reader.persons or is_person(one)
        ]
        return may_be_noun(counted, Case.GENITIVE)

    def _name_in_tail(self, place: int) -> Group | None:
        """«учреждение культуры Заречная библиотека»: a nominative in the tail is a name without quotes."""
        if self.reader.persons or self.takes_accusative or not self.reader.readings(place):
            return None
        group = self.reader.group_at(place)
        if group and group.head.is_noun and group.head.listed and not self._may_be_oblique(group):
            return group
        return None

    def _opens(self, place: int) -> bool:
        """Whether a new head may stand here: after a dash, comma, bracket or «и»."""
        if place < _BEFORE_HEAD or self.pieces[place].is_gap:
            return False
        before, gap = self.pieces[place - _BEFORE_HEAD : place]
        if gap.is_gap and _SEPARATOR.fullmatch(gap.text):
            return True
        return gap.text.isspace() and before.text in CONJUNCTIONS

    def _next_head(self, place: int) -> Group | None:
        group = self.reader.group_at(place)
        if group is None and self._is_count(place):
            number = self.pieces[place].text
            self.doubts.append(f"«{number}» и слово за ним оставлены как есть: проверьте их падеж")
        if group is None or not self._is_head(group) or self._names_a_district(place):
            return None
        return None if self.tail and self._continues(group) else group

    def _names_a_district(self, place: int) -> bool:
        """«муниципальное образование – Заречный район»: what follows is a name and stays."""
        before = "".join(piece.text for piece in self.pieces[max(place - 4, 0) : place])
        return not self.reader.persons and bool(_DISTRICT.fullmatch(before))

    def _is_head(self, group: Group) -> bool:
        return not self.reader.persons or group.head.is_adjective or is_person(group.head)

    def _continues(self, group: Group) -> bool:
        """Whether the group can stand in a case of the tail: «образования и науки»."""
        shared = self._tail_cases() & self._oblique_cases(group)
        person = self.reader.persons and group.head.is_noun  # whose accusative never looks like this
        return bool(shared if self.takes_accusative and not person else shared - {Case.ACCUSATIVE})

    def _tail_cases(self) -> set[Case]:
        """Cases of all words of the tail; an abbreviation shows none: «отдел ЖКХ и благоустройства»."""
        if not self.reader.readings(self.tail[-1]):
            return set(Case)
        return {one.case for place in self.tail for one in self.reader.readings(place) if one.case}

    def _may_be_oblique(self, group: Group) -> bool:
        return bool(self._oblique_cases(group) - {Case.ACCUSATIVE})

    def _oblique_cases(self, group: Group) -> set[Case]:
        """Oblique cases in which every word of the group may stand, whatever part of speech it is then."""
        cases = set(Case) - {Case.NOMINATIVE}
        for member in group.members:
            readings = self.reader.readings(member.place)
            cases &= {one.case for one in readings if one.case and not one.is_personal_name}
        return cases

    def _note_government(self, place: int) -> None:
        readings = self.reader.readings(place)
        if self.pieces[place].text in _TAKE_ACCUSATIVE or (readings and readings[0].governs_accusative):
            self.takes_accusative = True

    def _doubts_of(self, group: Group) -> list[str]:
        unknown = [member for member in group.members if not member.reading.known]
        doubts = [f"слова «{self.pieces[member.place].text}» нет в словаре" for member in unknown]
        if group.ambiguous:
            doubts.append(
                f"«{self._text(group)}» понято как отдельное слово, а не определение к слову дальше"
            )
        return doubts

    def _doubt_plurals(self) -> None:
        """A plural that cannot be a genitive bears out the other heads: «отделы и управления»."""
        if all(map(self._is_doubtful_plural, self.groups)):
            doubt = "понято как множественное число, а не родительный падеж"
            self.doubts.extend(f"«{self._text(group)}» {doubt}" for group in self.groups)

    def _is_doubtful_plural(self, group: Group) -> bool:
        return len(group.members) == 1 and group.head.number == "plur" and self._may_be_genitive(group)

    def _may_be_genitive(self, group: Group) -> bool:
        readings = () if group.head.before else self.reader.readings(group.members[0].place)
        return may_be_noun(readings, Case.GENITIVE)

    def _is_space(self, place: int) -> bool:
        return place + 1 < len(self.pieces) and self.pieces[place].text.isspace()

    def _text(self, group: Group) -> str:
        return "".join(piece.text for piece in self.pieces[group.members[0].place : group.end])


def _not_nominative(phrase: str, piece: Piece) -> NotNominativeError:
    return NotNominativeError(f"«{phrase}»: слово «{piece.text}» не в именительном падеже", _ADVICE)

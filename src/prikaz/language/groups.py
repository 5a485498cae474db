"""Nominal groups: a head with the adjectives that agree with it, in the nominative.

«старший методист», «исполняющий обязанности», «врач-терапевт участковый». A
group is found by agreement alone; how groups follow one another in a phrase is
read in :mod:`prikaz.language.heads`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from prikaz.language.cases import Case
from prikaz.language.compounds import read
from prikaz.language.morphology import Reading
from prikaz.language.pieces import Piece, PieceKind

_ADJECTIVE_GAP = re.compile(r"\s+|\s*\(|\)\s*|,\s+")
_OBLIQUE = frozenset(Case) - {Case.NOMINATIVE, Case.ACCUSATIVE}
#: Adjectives written short; the noun after them declines.
_SHORT_ADJECTIVES = frozenset({"гл", "ст", "мл", "вед"})
#: A longer run of adjectives is not a name of anything.
_MOST_ADJECTIVES = 10
_LEADING = frozenset({"и", "гвардии"})
#: Nouns that mean a person although the dictionary has them among things.
_PERSONS = frozenset({"лицо"})


@frozen(kw_only=True, eq=False)
class Member:
    """A word of a group: its place among the pieces and its reading."""

    place: int
    reading: Reading


@frozen(kw_only=True, eq=False)
class Group:
    """Words that decline together.

    Attributes:
        members: The words, the head last.
        animate: Whether they mean somebody, which decides the accusative.
    """

    members: tuple[Member, ...]
    animate: bool

    @property
    def head(self) -> Reading:
        """Reading of the word on which the group hangs."""
        return self.members[-1].reading

    @property
    def end(self) -> int:
        """Place after the last word."""
        return self.members[-1].place + 1


@frozen(kw_only=True)
class GroupReader:
    """Finds groups among the pieces of one phrase.

    Attributes:
        pieces: The phrase.
        persons: Whether the phrase names a person: then only names of persons are heads.
    """

    pieces: tuple[Piece, ...]
    persons: bool

    def readings(self, place: int) -> tuple[Reading, ...]:
        """Readings of the word at ``place``; empty for what is not a word."""
        if place >= len(self.pieces) or not self.pieces[place].is_word:
            return ()
        return read(self.pieces[place].text, persons=self.persons)

    def group_at(self, place: int) -> Group | None:
        """The longest group that begins at ``place``, or ``None``."""
        members = self._members(place, ())
        if not members:
            return None
        head = members[-1].reading
        return Group(members=members, animate=self.persons or head.animate or head.is_adjective)

    def _nouns(self, place: int, adjectives: Sequence[Reading]) -> list[Reading]:
        """Nominative readings as a noun that agree with ``adjectives``, the best first."""
        nouns = [
            reading
            for reading in self._nominatives(place, adjectives)
            if reading.is_noun and not reading.is_personal_name
        ]
        return sorted(
            nouns, key=lambda noun: (noun.animate is not self.persons, noun.number == "plur", -noun.score)
        )

    def _nominatives(self, place: int, adjectives: Sequence[Reading]) -> Iterator[Reading]:
        readings = self.readings(place)
        if readings and readings[0].is_function_word:
            return
        for reading in readings:
            if reading.case is Case.NOMINATIVE and all(map(reading.agrees, adjectives)):
                yield reading

    def _members(self, place: int, adjectives: tuple[Reading, ...]) -> tuple[Member, ...]:
        while self._is_passed_over(place):
            place = self._next(place)
        candidates = [one for one in self._nominatives(place, adjectives) if one.is_adjective]
        for adjective in candidates if len(adjectives) < _MOST_ADJECTIVES else ():
            rest = self._members(self._next(place), (*adjectives, adjective))
            if rest and not self._is_object(place, adjective, rest[-1].reading):
                return (Member(place=place, reading=adjective), *rest)
        heads = [
            *(one for one in candidates if one.governs and self._opens_clause(place)),
            *self._nouns(place, adjectives),
            *(one for one in candidates if not self._belongs_to_next(place)),
        ]
        return (Member(place=place, reading=heads[0]),) if heads else ()

    def _is_passed_over(self, place: int) -> bool:
        """Whether the word only leads on: «временно», «гл.», «и» between adjectives, «гвардии»."""
        if place >= len(self.pieces):
            return False
        piece = self.pieces[place]
        if piece.kind is PieceKind.SHORT:
            return piece.letters in _SHORT_ADJECTIVES
        readings = self.readings(place)
        return bool(readings) and (readings[0].is_adverb or piece.text.lower() in _LEADING)

    def _next(self, place: int) -> int:
        """Place of the next piece of the same group; past the end if the gap ends the group."""
        gap = place + 1
        if (
            gap < len(self.pieces)
            and self.pieces[gap].is_gap
            and _ADJECTIVE_GAP.fullmatch(self.pieces[gap].text)
        ):
            return gap + 1
        return len(self.pieces)

    def _is_object(self, place: int, participle: Reading, noun: Reading) -> bool:
        """Whether the noun hangs on the participle: «исполняющие обязанности», «подлежащие аттестации»."""
        if not (participle.governs and noun.is_noun):
            return False
        if not participle.governs_accusative:
            return self._opens_clause(place) and self._is_ambiguous(noun)
        if self.persons:
            return not is_person(noun)
        return self._opens_clause(place) and noun.may_be_object

    def _is_ambiguous(self, noun: Reading) -> bool:
        """Whether a plural looks like an oblique singular too: «аттестации»."""
        readings = read(noun.parse.word, persons=self.persons)
        return noun.number == "plur" and any(one.is_noun and one.case in _OBLIQUE for one in readings)

    def _opens_clause(self, place: int) -> bool:
        """Whether a comma stands before: «учреждение, осуществляющее обучение»."""
        return place > 0 and "," in self.pieces[place - 1].text

    def _belongs_to_next(self, place: int) -> bool:
        """Whether the adjective hangs on an oblique noun that follows: «городской больницы»."""
        forms = [one for one in self.readings(place) if one.is_adjective and one.case in _OBLIQUE]
        following = self._next(place)
        while (readings := self.readings(following)) and not readings[0].is_function_word:
            forms = [one for one in forms if any(_match(one, other) for other in readings)]
            if any(other.is_noun and _match(one, other) for one in forms for other in readings):
                return True
            following = self._next(following)
        return False


def is_person(noun: Reading) -> bool:
    """Whether a noun can be the head of a position."""
    return noun.animate or noun.parse.normal_form in _PERSONS


def _match(one: Reading, other: Reading) -> bool:
    return one.case is other.case and one.agrees(other)

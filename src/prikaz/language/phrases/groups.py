"""Nominal groups: a head with the adjectives that agree with it, in the nominative.

«старший методист», «исполняющий обязанности», «врач-терапевт участковый». A
group is found by agreement alone; how groups follow one another in a phrase is
read in :mod:`prikaz.language.phrases.heads`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import evolve

from prikaz.language.phrases.pieces import Piece, PieceKind
from prikaz.language.words.cases import Case
from prikaz.language.words.compounds import word_readings
from prikaz.language.words.morphology import Reading

_ADJECTIVE_GAP = re.compile(r"\s+|\s*\(|\)\s*|,\s+")
_COORDINATION_GAP = re.compile(r",?\s+(?:[-–—]\s+)?")
#: Behind a short adjective: «спец.-эксперт».
_HYPHEN = re.compile(r"[-\u2011]\s?")
CONJUNCTIONS = frozenset({"и", "или", "либо"})
_OBLIQUE = frozenset(Case) - {Case.NOMINATIVE, Case.ACCUSATIVE}
#: Grammeme of «первый», «второй», which are no nouns in the name of a body.
_ORDINAL = "Anum"
#: Adjectives written short in two letters; longer ones are recognized by the noun after them: «соц. педагог».
_SHORT_ADJECTIVES = frozenset({"гл", "ст", "мл"})
_SHORTEST_ADJECTIVE = 3
#: A longer run of adjectives is not a name of anything.
_MOST_ADJECTIVES = 10
_LEADING = frozenset({"гвардии"})
#: Nouns that mean a person although the dictionary has them among things.
_PERSONS = frozenset({"лицо"})


class GroupMember(NamedTuple):
    """A word of a group: its place among the pieces and its reading."""

    place: int
    reading: Reading


class Group(NamedTuple):
    """Words that decline together.

    Attributes:
        members: The words, the head last.
        animate: Whether they mean somebody, which decides the accusative.
        ambiguous: Whether it may as well be an adjective of a plural further on: «столовая и прачечная
            школы».
    """

    members: tuple[GroupMember, ...]
    animate: bool
    ambiguous: bool = False

    @property
    def head(self) -> Reading:
        """Reading of the word on which the group hangs."""
        return self.members[-1].reading

    @property
    def end(self) -> int:
        """Place after the last word."""
        return self.members[-1].place + 1


class GroupReader(NamedTuple):
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
        return word_readings(self.pieces[place].text, persons=self.persons)

    def group_at(self, place: int) -> Group | None:
        """The longest group that begins at ``place``, or ``None``."""
        coordinated = self._coordinated(place)
        ambiguous = bool(coordinated) and self._may_be_nouns(coordinated)
        members = self._members(place, ()) if ambiguous else coordinated or self._members(place, ())
        if not members:
            return None
        head = members[-1].reading
        somebody = head.is_adjective and not self._is_code_behind(members[-1].place)
        animate = self.persons or head.leader.animate or somebody
        return Group(members=members, animate=animate, ambiguous=ambiguous)

    def _is_code_behind(self, place: int) -> bool:
        """Whether an adjective belongs to a thing in letters: «Заречный РОВД»."""
        return place + 2 < len(self.pieces) and self.pieces[place + 2].kind is PieceKind.CODE

    def _coordinated(self, place: int) -> tuple[GroupMember, ...]:
        """«первая и вторая группы»: adjectives in the singular and their noun in the plural."""
        run = self._singulars(place)
        if not run or not self._is_joined(run) or not self.pieces[run[-1].place + 1].text.isspace():
            return ()
        rest = self._members(run[-1].place + 2, _plurals(run[-1].reading))
        return (*run, *rest) if rest and self._is_shared(rest[-1].reading, run) else ()

    def _singulars(self, place: int) -> tuple[GroupMember, ...]:
        """Adjectives in the singular one after another: «первая, вторая и третья»."""
        run: tuple[GroupMember, ...] = ()
        while len(run) < _MOST_ADJECTIVES and (adjective := self._singular_adjective(place)):
            run = (*run, GroupMember(place=place, reading=adjective))
            place = self._following(place)
        return run

    def _singular_adjective(self, place: int) -> Reading | None:
        for one in self.readings(place):
            if one.is_adjective and one.number == "sing" and one.case is Case.NOMINATIVE:
                return one
        return None

    def _following(self, place: int) -> int:
        """Place of the word after ``place``, past a comma, a dash and «и»."""
        gap = place + 1
        if gap >= len(self.pieces) or not _COORDINATION_GAP.fullmatch(self.pieces[gap].text):
            return len(self.pieces)
        following = gap + 1
        is_conjunction = following < len(self.pieces) and self.pieces[following].text in CONJUNCTIONS
        return following + 2 if is_conjunction else following

    def _is_joined(self, run: Sequence[GroupMember]) -> bool:
        """Whether more than a space stands between two of the adjectives, and something follows the last."""
        between = (
            "".join(piece.text for piece in self.pieces[one.place + 1 : other.place])
            for one, other in pairwise(run)
        )
        return any(not text.isspace() for text in between) and run[-1].place + 2 < len(self.pieces)

    def _is_shared(self, noun: Reading, run: Sequence[GroupMember]) -> bool:
        """Whether a plural may be the noun of every adjective: «первая и вторая» want «группы»."""
        if noun.number != "plur" or (self.persons and not (is_person(noun) or noun.is_adjective)):
            return False
        return all(noun.leader.gender in {"", "ms-f", member.reading.gender} for member in run)

    def _may_be_nouns(self, members: Sequence[GroupMember]) -> bool:
        """Whether each adjective may be a noun of its own, and the last word a genitive behind them."""
        if any(_ORDINAL in member.reading.parse.tag for member in members):
            return False
        *adjectives, last = (self.readings(member.place) for member in members)
        return all(may_be_noun(one, Case.NOMINATIVE) for one in adjectives) and may_be_noun(
            last, Case.GENITIVE
        )

    def _nouns(self, nominatives: Sequence[Reading]) -> list[Reading]:
        """Those that are nouns, the best first."""
        nouns = [one for one in nominatives if one.is_noun and not one.is_personal_name]
        return sorted(
            nouns, key=lambda noun: (noun.animate is not self.persons, noun.number == "plur", -noun.score)
        )

    def _nominatives(self, place: int, adjectives: Sequence[Reading]) -> Iterator[Reading]:
        """Nominative readings of the word at ``place`` that agree with ``adjectives``."""
        readings = self.readings(place)
        if readings and readings[0].is_function_word:
            return
        for reading in readings:
            if reading.case is Case.NOMINATIVE and all(map(reading.agrees, adjectives)):
                yield reading

    def _members(self, place: int, adjectives: tuple[Reading, ...]) -> tuple[GroupMember, ...]:
        while self._is_passed_over(place) or (adjectives and self._is_between(place)):
            place = self._next(place)
        nominatives = tuple(self._nominatives(place, adjectives))
        candidates = [one for one in nominatives if one.is_adjective]
        for adjective in candidates if len(adjectives) < _MOST_ADJECTIVES else ():
            rest = self._members(self._next(place), (*adjectives, adjective))
            if rest and not self._is_object(place, adjective, rest[-1].reading):
                return (GroupMember(place=place, reading=adjective), *rest)
        heads = [
            *(one for one in candidates if one.governs and self._opens_clause(place)),
            *self._nouns(nominatives),
            *(one for one in candidates if not self._belongs_to_next(place)),
        ]
        return (GroupMember(place=place, reading=heads[0]),) if heads else ()

    def _is_passed_over(self, place: int) -> bool:
        """Whether the word only leads on: «временно», «гл.», «гвардии»."""
        if place >= len(self.pieces):
            return False
        piece = self.pieces[place]
        if piece.kind is PieceKind.SHORT:
            return piece.letters in _SHORT_ADJECTIVES or self._is_short_adjective(place)
        readings = self.readings(place)
        return bool(readings) and (readings[0].is_adverb or piece.text.lower() in _LEADING)

    def _is_short_adjective(self, place: int) -> bool:
        """Whether a noun in the nominative follows, and no name: «соц. педагог», not «преп. физики»."""
        following = self._next(place)
        if following >= len(self.pieces) or not self.pieces[following].text[0].islower():
            return False
        singular = any(one.number == "sing" for one in self._nominatives(following, ()))
        return singular and len(self.pieces[place].letters) >= _SHORTEST_ADJECTIVE

    def _is_between(self, place: int) -> bool:
        """Whether adjectives go on behind: «и» of «старшие и младшие группы», «А» of «пятый «А» класс»."""
        if place >= len(self.pieces):
            return False
        piece = self.pieces[place]
        if piece.text in CONJUNCTIONS:
            return any(one.is_adjective for one in self._nominatives(self._next(place), ()))
        return piece.kind is PieceKind.QUOTED and len(piece.letters) == 1

    def _next(self, place: int) -> int:
        """Place of the next piece of the same group; past the end if the gap ends the group."""
        gap = place + 1
        if gap < len(self.pieces) and self.pieces[place].kind is PieceKind.SHORT:
            if self.pieces[gap].is_word:
                return gap
            if _HYPHEN.fullmatch(self.pieces[gap].text):
                return gap + 1
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
        readings = word_readings(noun.parse.word, persons=self.persons)
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


def may_be_noun(readings: Sequence[Reading], case: Case) -> bool:
    """Whether one of the readings of a word is a noun in a case of the singular."""
    return any(one.is_noun and one.case is case and one.number == "sing" for one in readings)


def _plurals(adjective: Reading) -> tuple[Reading, ...]:
    """The adjective as its noun in the plural wants it; empty if it has no plural."""
    plural = adjective.parse.inflect({"plur", "nomn"})
    return (evolve(adjective, parse=plural),) if plural else ()


def _match(one: Reading, other: Reading) -> bool:
    return one.case is other.case and one.agrees(other)

"""Pieces of a phrase: words that may decline, and all that never does.

Quoted names, abbreviations, numbers and Latin words are distinguished here; what
the words mean to each other is the business of :mod:`prikaz.language.phrases.groups`.
"""

from __future__ import annotations

import enum
import re
from typing import NamedTuple

from prikaz.language.names.parts import is_initials
from prikaz.language.words.abbreviations import is_camel_case, is_office
from prikaz.language.words.cases import Case
from prikaz.language.words.compounds import ORDINAL
from prikaz.language.words.morphology import read_word
from prikaz.language.words.spelling import LETTERS, word_set

_PIECES = re.compile(
    r"(?P<quoted>«(?:[^«»]|«[^«»]*»)*»?|\"[^\"]*\"|“[^”]*”|„[^“”]*[“”])"
    rf"|(?P<short>[Ии]\.\s?[Оо]\.?(?=\s)|(?:\b[{LETTERS}]{{1,4}}\.\s?)*\b[{LETTERS}]{{1,4}}\."
    rf"|\b[{LETTERS}]{{5,8}}\.(?=\s?[а-яё]))"
    r"|(?P<word>[^\W_]+(?:[-‑][^\W_]+)*)"
    r"|(?P<gap>(?:(?![«\"“„])[\W_])+|.)"
)
#: «1-го», «5-ти»: an oblique case already, nothing to decline.
_OBLIQUE_NUMBER = re.compile(r"\d+-[а-яё]{2,3}")
_TWO_CAPITALS = re.compile(r"[А-ЯЁ].*[А-ЯЁ]")
_FOREIGN = re.compile(f"[^{LETTERS}]")
_LONGEST_ABBREVIATION = 3
#: Heads written short or indeclinable; what follows them stands in the case they ask for.
_SHORT_HEADS = word_set("ио врио вио зам зав нач пом пред рук упр")
#: «замглавы», «завотделом»: a short head in one word with what it asks for.
_JOINED_HEAD = re.compile(r"(?:зам|зав|пом|нач|ком|упр)(?P<rest>[а-яё]{4,})")


class PieceKind(enum.Enum):
    """What a piece of a phrase is."""

    WORD = "word"
    SHORT = "short"  # «и.о.», «гл.»
    QUOTED = "quoted"
    CODE = "code"  # МБОУ, № 5, IT, 2027
    GAP = "gap"


class Piece(NamedTuple):
    """A piece of a phrase, with its text as the author wrote it."""

    kind: PieceKind
    text: str

    @property
    def is_word(self) -> bool:
        """Whether grammar may touch it."""
        return self.kind is PieceKind.WORD

    @property
    def is_gap(self) -> bool:
        """Whether it is space and punctuation."""
        return self.kind is PieceKind.GAP

    @property
    def letters(self) -> str:
        """Its letters in lower case: «И. о.» → "ио"."""
        return "".join(letter for letter in self.text.lower() if letter.isalpha())


def split_phrase(phrase: str) -> tuple[Piece, ...]:
    """Cut a phrase into pieces; joined again they give the phrase.

    >>> [piece.text for piece in split_phrase("и.о. директора МБОУ «Школа № 5»")]
    ['и.о.', ' ', 'директора', ' ', 'МБОУ', ' ', '«Школа № 5»']
    """
    pieces = [_piece(match) for match in _PIECES.finditer(phrase)]
    if _is_in_capitals(pieces):
        return tuple(_lowered(piece) for piece in pieces)
    return tuple(pieces)


def _piece(match: re.Match[str]) -> Piece:
    kind = PieceKind(match.lastgroup)
    text = match.group()
    if kind is PieceKind.WORD and _is_code(text):
        kind = PieceKind.CODE
    return Piece(kind=kind, text=text)


def _is_code(word: str) -> bool:
    """Whether a word is an abbreviation or a mark: МБОУ, ЦДиК, 5а; «1-й», «МинФин», «IT-центр» are not."""
    if ORDINAL.fullmatch(word) or is_camel_case(word):
        return False
    if _OBLIQUE_NUMBER.fullmatch(word):
        return True
    last = re.split("[-‑]", word)[-1]
    return bool(len(last) == 1 or _FOREIGN.search(last) or _TWO_CAPITALS.search(last))


def _is_in_capitals(pieces: list[Piece]) -> bool:
    """Whether the phrase is written in capitals as on a letterhead: «ОТДЕЛ ОБРАЗОВАНИЯ»."""
    texts = [piece.text for piece in pieces if piece.kind in {PieceKind.WORD, PieceKind.CODE}]
    return all(text.isupper() or not text.isalpha() for text in texts) and any(map(_is_ordinary, texts))


def _is_ordinary(word: str) -> bool:
    """Whether a word in capitals is a word of the dictionary and not an abbreviation."""
    if len(word) <= _LONGEST_ABBREVIATION or _FOREIGN.search(word.replace("-", "")):
        return False
    listed = any(reading.listed and not reading.is_abbreviation for reading in read_word(word))
    return listed or is_office(word.lower())


def _lowered(piece: Piece) -> Piece:
    if piece.kind is PieceKind.CODE and _is_ordinary(piece.text):
        return piece._replace(kind=PieceKind.WORD)
    return piece


def is_short_head(piece: Piece) -> bool:
    """Whether what follows stands in the case that the head asks for: «зам. главы», «и.о. директора»."""
    if piece.kind in {PieceKind.QUOTED, PieceKind.GAP}:
        return False
    return piece.letters in _SHORT_HEADS or (piece.is_word and _is_joined_head(piece.text.lower()))


def is_short_noun(piece: Piece) -> bool:
    """Whether a head may be written short: «спец.», «преп.», unlike initials."""
    return piece.kind is PieceKind.SHORT and not is_initials(piece.text)


def _is_joined_head(word: str) -> bool:
    """Whether the word is «замглавы», «завотделом»: a stump grown together with an oblique noun."""
    match = _JOINED_HEAD.fullmatch(word)
    if match is None or any(one.listed for one in read_word(word)):
        return False
    return any(
        one.known and one.is_noun and one.case not in {None, Case.NOMINATIVE}
        for one in read_word(match["rest"])
    )

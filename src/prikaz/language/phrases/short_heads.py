"""Heads of a phrase written short (сокращённые слова во главе): «зам.», «завотделом», «спец.»."""

from __future__ import annotations

import re

from prikaz.language.names.initials import is_initials
from prikaz.language.phrases.pieces import Piece, PieceKind
from prikaz.language.words.cases import Case
from prikaz.language.words.morphology import read_word
from prikaz.language.words.spelling import word_set

#: Heads written short or indeclinable; what follows them stands in the case they ask for.
_SHORT_HEADS = word_set("ио врио вио зам зав нач пом пред рук упр")
_STUMP = re.compile(r"(?:зам|зав|пом|нач|ком|упр)(?P<rest>[а-яё]{4,})")


def is_short_head(piece: Piece) -> bool:
    """Whether what follows stands in the case that the head asks for: «зам. главы», «и.о. директора»."""
    if piece.kind in {PieceKind.QUOTED, PieceKind.GAP}:
        return False
    return piece.letters in _SHORT_HEADS or (piece.is_word and _is_stump(piece.text.lower()))


def is_short_noun(piece: Piece) -> bool:
    """Whether a head may be written short: «спец.», «преп.», unlike initials."""
    return piece.kind is PieceKind.SHORT and not is_initials(piece.text)


def _is_stump(word: str) -> bool:
    """Whether the word is «замглавы», «завотделом»: a stump grown together with an oblique noun."""
    match = _STUMP.fullmatch(word)
    if match is None or any(one.listed for one in read_word(word)):
        return False
    return any(
        one.known and one.is_noun and one.case not in {None, Case.NOMINATIVE}
        for one in read_word(match["rest"])
    )

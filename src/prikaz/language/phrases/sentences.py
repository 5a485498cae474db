"""Where a sentence of running text begins (начало предложения), as far as the words before it tell.

A stop ends a sentence, but not that of an abbreviation or of initials: behind
«2027 г.», «руб.», «и др.» a sentence may go on, so none begins there.
"""

from __future__ import annotations

import re
from typing import Final

from prikaz.language.names.parts import is_initials
from prikaz.language.phrases.pieces import Piece, PieceKind, is_short_head
from prikaz.language.words.morphology import read_word
from prikaz.language.words.spelling import CAPITALS, LETTERS, SMALL, word_set

#: What may stand between a stop and the first word: spaces, and marks that open.
_GAP: Final = re.compile(r"[\s«„“\"(\[]*$")
#: Numbers of clauses and sections that are typed, or put before the text: «1.1.», «II.».
_NUMBER: Final = re.compile(r"\s*(?:(?:\d+\.)+|[IVXLC]+\.)\s+")
_END: Final = re.compile(r"(?P<word>\S*?)(?P<stop>[.!?])[»”\")\]]*$")
#: Words that are written short although the dictionary has them as words too: «дер. Ольховка».
_SHORT: Final = word_set("дер наб коп акад тер")
#: The longest abbreviation that no dictionary has.
_LONGEST: Final = 5
_QUOTED: Final = '«„“"(['
_FIRST: Final = re.compile(rf"[\s{re.escape(_QUOTED)}]*(?P<word>[{LETTERS}][\w-]*)(?P<after>.?)")
_NAME_WITH_INITIALS: Final = re.compile(rf"[{CAPITALS}][{SMALL}-]+\s+[{CAPITALS}]\.|[{CAPITALS}]\.")


def begins_sentence(before: str, *, at_start: bool) -> bool:
    """Whether a sentence begins behind the words that stand before it.

    Args:
        before: The text before, "" for none; the numbers of a clause count for nothing.
        at_start: Whether one begins where nothing stands before.

    >>> begins_sentence("Провести сбор до 1 мая. ", at_start=True), begins_sentence("В г. ", at_start=True)
    (True, False)
    """
    words = _NUMBER.sub("", before, count=1) if _NUMBER.match(before) else before
    text = _GAP.sub("", words)
    if not text:
        return at_start
    end = _END.search(text)
    if end is None or len(text) == len(words):
        return False
    return end["stop"] != "." or not _is_abbreviated(end["word"].lstrip(_QUOTED))


def _is_abbreviated(word: str) -> bool:
    """Whether a stop belongs to the word before it."""
    letters = re.sub(r"[»”\")\]]+$", "", word)
    if letters != word or not re.search(rf"[{LETTERS}]", word) or word[-1:].isdigit():
        return False
    if "." in word or len(word) == 1 or is_initials(f"{word}."):
        return True
    lowered = word.lower()
    if lowered in _SHORT or is_short_head(Piece(PieceKind.WORD, word)):
        return True
    readings = [one for one in read_word(lowered) if one.listed]
    if readings:
        return any(one.is_abbreviation for one in readings)
    return word.islower() and len(word) <= _LONGEST


def opens_with_capital(text: str) -> bool | None:
    """Whether a text begins with a capital; ``None`` when its beginning does not tell: a name, a figure.

    >>> [opens_with_capital(text) for text in ("директора школ", "Отдел", "МБОУ «Лесная»", "Белов И.Л.")]
    [False, True, None, None]
    """
    first = _FIRST.match(text)
    if first is None or _NAME_WITH_INITIALS.match(text.lstrip()):
        return None
    word = first["word"]
    if word[0].islower():
        return False
    return None if len(word) > 1 and not word[1:].islower() else True

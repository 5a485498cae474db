"""Positions and bodies back in the nominative (именительный падеж): what a text has in another case.

A nominative is told only if putting it into the case gives back the very words that stood there, without a
doubt, and if it is the only one that does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Final

from prikaz.errors import LanguageError
from prikaz.language.phrases.declension import decline_organization, decline_title
from prikaz.language.phrases.groups import is_person
from prikaz.language.phrases.pieces import Piece, PieceKind, is_short_head, split_phrase
from prikaz.language.words.abbreviations import is_indeclinable, may_be_oblique
from prikaz.language.words.cases import Case
from prikaz.language.words.compounds import word_readings
from prikaz.language.words.morphology import Reading, read_word
from prikaz.language.words.spelling import spell_like

#: Words of the group that declines, the head last; a longer one is no name of anything.
_LONGEST: Final = 6


@lru_cache(maxsize=2048)
def title_in_nominative(title: str, case: Case) -> str | None:
    """A position that stands in a case, in the nominative; None if it cannot be told for certain.

    >>> title_in_nominative("методиста районного кабинета", Case.ACCUSATIVE)
    'методист районного кабинета'
    """
    return _in_nominative(title, case, persons=True)


@lru_cache(maxsize=2048)
def organization_in_nominative(name: str, case: Case) -> str | None:
    """The name of a body that stands in a case, in the nominative; None if it cannot be told for certain.

    >>> organization_in_nominative("министерства образования области", Case.GENITIVE)
    'министерство образования области'
    """
    return _in_nominative(name, case, persons=False)


def _in_nominative(phrase: str, case: Case, *, persons: bool) -> str | None:
    """The nominative by its nouns, else by an adjective that is one, else by words that do not decline."""
    pieces = split_phrase(phrase)
    if case is Case.NOMINATIVE:
        return phrase if _gives(phrase, Case.GENITIVE, None, persons=persons) else None
    if persons and _has_second_head(pieces, case):
        return None
    guesses = [*_by_noun(pieces, case, persons), [*_by_adjective(pieces, case, persons)]]
    if pieces and _stays(pieces[0]):
        guesses.insert(0, [phrase])
    for some in guesses:
        found = {guess for guess in some if _gives(guess, case, phrase, persons=persons)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _stays(first: Piece) -> bool:
    """Whether a phrase begins with what does not decline, and is no case of what does: «МБОУ», «и.о.»."""
    word = first.text.lower()
    if first.is_word and is_indeclinable(word):
        return not may_be_oblique(word)
    return is_short_head(first) or (first.kind is PieceKind.CODE and len(word) > 1 and word.isalpha())


def _has_second_head(pieces: Sequence[Piece], case: Case) -> bool:
    """Whether a second position may stand behind a dash, a comma or «и»: it would have to be declined too."""
    for place, piece in enumerate(pieces[:-1]):
        is_joint = piece.text == "и" or (piece.is_gap and not piece.text.isspace())
        after = pieces[place + 1 :]
        if is_joint and place and after:
            word = next((one for one in after if not one.is_gap), after[0])
            readings = word_readings(word.text, persons=True) if word.is_word else ()
            if any(one.case is case and (one.is_noun and is_person(one)) for one in readings):
                return True
    return False


def _gives(nominative: str, case: Case, phrase: str | None, *, persons: bool) -> bool:
    """Whether a nominative has a case that is certain, and is ``phrase`` if one is given."""
    decline = decline_title if persons else decline_organization
    try:
        form = decline(nominative, case)
    except LanguageError:
        return False
    return form.certain and (phrase is None or form == phrase)


def _by_noun(pieces: Sequence[Piece], case: Case, persons: bool) -> list[list[str]]:  # noqa: FBT001
    """Nominatives of the first noun of a phrase with the adjectives before it, by the noun, the last first.

    An adjective may be a noun, too: «первого заместителя».
    """
    found: list[list[str]] = []
    texts = [piece.text for piece in pieces]
    words = [place for place, piece in enumerate(pieces) if piece.is_word]
    before: list[int] = []
    for place in words[:_LONGEST]:
        readings = word_readings(texts[place], persons=persons)
        made = []
        for noun in readings:
            if noun.is_noun and noun.case is case and (is_person(noun) or not persons):
                agreeing = [[*_adjectives(texts[other], noun, case, persons)] for other in before]
                for chosen in product(*agreeing):
                    forms = [_form(word, texts[other]) for word, other in zip(chosen, before, strict=True)]
                    head = _head(noun, texts[place], case)
                    made.append(_replaced(texts, [*before, place], [*forms, head]))
        found.insert(0, made)
        if not any(one.is_adjective or one.is_adverb for one in readings):
            break
        before.append(place)
    return found


def _by_adjective(pieces: Sequence[Piece], case: Case, persons: bool) -> Iterator[str]:  # noqa: FBT001
    """Nominatives of a phrase that begins with an adjective without a noun: «заведующего отделом»."""
    if pieces and pieces[0].is_word:
        texts = [piece.text for piece in pieces]
        for one in word_readings(texts[0], persons=persons):
            is_somebody = one.gender != "neut" or not persons
            if one.is_adjective and one.case is case and is_somebody:
                yield _replaced(texts, [0], [_form(one, texts[0])])


def _adjectives(word: str, noun: Reading, case: Case, persons: bool) -> Iterator[Reading | None]:  # noqa: FBT001
    """Readings of a word before a noun that agree with it; None for one that stays: «временно»."""
    readings = word_readings(word, persons=persons)
    yield from (one for one in readings if one.is_adjective and one.case is case and one.agrees(noun))
    if any(one.is_adverb for one in readings):
        yield None


def _head(noun: Reading, word: str, case: Case) -> str:
    """A noun in the nominative; of «педагога-психолога» both halves."""
    halves = word.split("-")
    made = []
    for half in halves[:-1]:
        meant = (one for one in read_word(half) if one.is_noun and one.case is case)
        first = next((one for one in meant if one.number == noun.number), None)
        made.append(_form(first, half))
    last = _form(noun, word)
    return "-".join((*made, last.rsplit("-", 1)[-1])) if made else last


def _form(reading: Reading | None, word: str) -> str:
    form = reading.form(Case.NOMINATIVE, animate=True) if reading else None
    return spell_like(form, word) if form else word


def _replaced(texts: Sequence[str], places: Sequence[int], forms: Sequence[str]) -> str:
    made = dict(zip(places, forms, strict=True))
    return "".join(made.get(place, text) for place, text in enumerate(texts))

"""Positions and bodies in six cases: the head declines, what follows it stays.

A phrase is read from left to right: a nominal group, then its tail, and in the
tail further heads after a dash, a comma, a bracket or «и». A word of the tail
stays as it is, because it already stands in the case that its head asks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from prikaz.errors import LanguageError
from prikaz.language.phrases.heads import PhraseReading, read_phrase
from prikaz.language.words.cases import Case, Form
from prikaz.language.words.dictionary import NO_DICTIONARY, Dictionary
from prikaz.language.words.spelling import spell_like


def decline_title(
    title: str, case: Case, *, forms: Mapping[Case, str] | None = None, dictionary: Dictionary = NO_DICTIONARY
) -> Form:
    """Put a position into a case.

    Args:
        title: Position in the nominative, "методист районного кабинета".
        case: Case wanted; the nominative gives ``title`` back.
        forms: Forms of the whole position that overrule everything.
        dictionary: Forms settled by the office; ``forms`` come before it.

    Returns:
        The position with capitals, quotes, numbers and abbreviations untouched, and with doubts if a person
        should look at it.

    Raises:
        LanguageError: No word of ``title`` stands in the nominative, or the word has no such form.

    >>> decline_title("методист районного кабинета", Case.ACCUSATIVE)
    'методиста районного кабинета'
    >>> decline_title("исполняющий обязанности директора", Case.DATIVE)
    'исполняющему обязанности директора'
    """
    return _decline(title, case, forms or {}, dictionary, persons=True)


def decline_organization(
    name: str, case: Case, *, forms: Mapping[Case, str] | None = None, dictionary: Dictionary = NO_DICTIONARY
) -> Form:
    """Put the name of a body into a case.

    Args:
        name: Name in the nominative, in full or short; abbreviations and quoted names stay.
        case: Case wanted; the nominative gives ``name`` back.
        forms: Forms of the whole name that overrule everything.
        dictionary: Forms settled by the office; ``forms`` come before it.

    Returns:
        The name in the case, with doubts if a person should look at it.

    Raises:
        LanguageError: ``name`` has ordinary words and none of them stands in the nominative.

    >>> decline_organization("Районный отдел образования", Case.INSTRUMENTAL)
    'Районным отделом образования'
    >>> decline_organization("МБОУ «Гимназия № 2»", Case.GENITIVE)
    'МБОУ «Гимназия № 2»'
    """
    return _decline(name, case, forms or {}, dictionary, persons=False)


def _decline(
    phrase: str, case: Case, forms: Mapping[Case, str], dictionary: Dictionary, *, persons: bool
) -> Form:
    if case is Case.NOMINATIVE:
        return Form(phrase)
    settled = forms.get(case) or dictionary.find(phrase, case)
    if settled:
        return Form(settled)
    return _form(phrase, case, persons, dictionary.indeclinable)


@lru_cache(maxsize=2048)
def _read(phrase: str, persons: bool, indeclinable: frozenset[str]) -> PhraseReading:  # noqa: FBT001 - for the cache
    return read_phrase(phrase, persons=persons, indeclinable=indeclinable)


@lru_cache(maxsize=8192)
def _form(phrase: str, case: Case, persons: bool, indeclinable: frozenset[str]) -> Form:  # noqa: FBT001 - for the cache
    reading = _read(phrase, persons, indeclinable)
    texts = [piece.text for piece in reading.pieces]
    for group in reading.groups:
        for member in group.members:
            word = texts[member.place]
            form = member.reading.form(case, animate=group.animate)
            if form is None:
                raise LanguageError(
                    f"«{phrase}»: у слова «{word}» нет формы падежа «{case.value}»",
                    "укажите готовые `формы:`",
                )
            texts[member.place] = spell_like(form, word)
    return Form("".join(texts), reading.doubts)

"""From another case back to the nominative (начальная форма): found by trying, proved by declining again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Final, NamedTuple

from prikaz.errors import LanguageError
from prikaz.language.words.cases import Case
from prikaz.model import Body, OfficeProfile, Position
from prikaz.model.resolution.declension import body_in, position_in

#: The head of a name has no more words than this.
_LONGEST_HEAD: Final = 5
_MOST_TRIES: Final = 400
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def nominative_body(form: str, case: Case, profile: OfficeProfile) -> Body:
    """A body whose name stands in a case; where the nominative is not found, with that form beside it.

    >>> nominative_body("отдела образования", Case.GENITIVE, OfficeProfile()).name
    'отдел образования'
    """
    for name in _candidates(form, case):
        try:
            if str(body_in(Body(name=name), case, profile.dictionary)) == form:
                return Body(name=name)
        except LanguageError:
            continue
    return Body(name=form, forms=((case, form),))


def nominative_position(form: str, case: Case, profile: OfficeProfile) -> Position:
    """The same of a position."""
    for title in _candidates(form, case):
        try:
            if str(position_in(Position(title=title), case, profile.dictionary)) == form:
                return Position(title=title)
        except LanguageError:
            continue
    return Position(title=form, forms=((case, form),))


def _candidates(form: str, case: Case) -> Iterator[str]:
    """The words of the head in the nominative: up to the first noun, then further ones; the text itself."""
    yield from islice(_tries(form, case), _MOST_TRIES)
    yield form


def _tries(form: str, case: Case) -> Iterator[str]:
    words = [*_WORD.finditer(form)][:_LONGEST_HEAD]
    options = [_nominatives(word[0], case) for word in words]
    nouns = (
        place for place, option in enumerate(options, 1) if option and all(one.is_noun for one in option)
    )
    head = next(nouns, len(options))
    for count in (*range(head, len(options) + 1), *range(head - 1, 0, -1)):
        for chosen in product(*([one.text for one in option] for option in options[:count])):
            yield _replaced(form, words, chosen)
        # words behind the first noun may stand in the case that it asks for
        if count > head:
            for chosen in product(*([one.text for one in option] or [""] for option in options[:count])):
                yield _replaced(form, words, chosen)


def _replaced(form: str, words: Sequence[re.Match[str]], chosen: Sequence[str]) -> str:
    made, end = "", 0
    for word, new in zip(words, chosen, strict=False):
        made += form[end : word.start()] + (new or word[0])
        end = word.end()
    return made + form[end:]


class _Nominative(NamedTuple):
    """What a word may be in the nominative."""

    text: str
    is_noun: bool


@lru_cache(maxsize=1024)
def _nominatives(word: str, case: Case) -> tuple[_Nominative, ...]:
    """What a word may be in the nominative of its own number."""
    from prikaz.language.words.morphology import read_word  # noqa: PLC0415 (the dictionary is loaded when asked)
    from prikaz.language.words.spelling import spell_like  # noqa: PLC0415

    found: dict[_Nominative, None] = {}
    for reading in read_word(word.lower()):
        form = reading.form(Case.NOMINATIVE, animate=True) if reading.case is case else None
        if form:
            found[_Nominative(spell_like(form, word), reading.is_noun)] = None
    return tuple(found)

"""Readings of words with hyphens: which halves decline and which stay."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import evolve, frozen

from prikaz.language.cases import Case
from prikaz.language.morphology import Reading, read_word
from prikaz.language.spelling import words

#: An ordinal in digits in the nominative, as it should be written and as it is met: «1-й», «1-ый», «3-ья».
ORDINAL = re.compile(r"(?P<digits>\d+)-[ыоиаь]?(?P<ending>[йяе])")
#: First halves that never decline, although the dictionary has nouns spelled like them.
_FIXED_FIRST = words(
    "арт бизнес вице веб генерал гранд дизель интернет камер контр кросс лейб лидер медиа мини "
    "обер онлайн пресс премьер промо социо спец спорт статс супер тест топ унтер фитнес фото шеф штаб "
    "шоу эко экс эконом"
)
#: Ranks before which the first half stays: «капитан-лейтенанта», «инженер-майора».
_RANKS = words("лейтенант майор подполковник полковник капитан адмирал губернатор")


@lru_cache(maxsize=4096)
def read(word: str, *, persons: bool) -> tuple[Reading, ...]:
    """All readings of a word; both halves of «педагог-психолог» decline, one of «пресс-центр».

    Args:
        word: One word, capitals do not matter.
        persons: Whether the word names a person: then a half that names a thing stays («фитнес-тренер»).
    """
    word = word.replace("\u2011", "-")
    if "-" not in word:
        return read_word(word)
    if ordinal := ORDINAL.fullmatch(word):
        return _ordinal(**ordinal.groupdict())
    *first, last = word.lower().split("-")
    whole = read_word(word.lower())
    if whole[0].listed and (whole[0].is_adjective or whole[0].is_adverb or first[0] in _FIXED_FIRST):
        return whole
    return tuple(_compound(first, reading, persons=persons) for reading in read_word(last))


@frozen(kw_only=True, eq=False)
class _Ordinal(Reading):
    """An ordinal in digits, «1-й»; it declines as «первый» does."""

    digits: str

    def form(self, case: Case, *, animate: bool) -> str | None:
        spelled = super().form(case, animate=animate) or ""
        return f"{self.digits}-{spelled[-2:] if spelled.endswith(('го', 'му', 'ми')) else spelled[-1:]}"


def _ordinal(digits: str, ending: str) -> tuple[Reading, ...]:
    # «1-й отдел», but «учитель 1-й категории»
    models = {"й": ("первый", "первой"), "я": ("первая",), "е": ("первое", "первые")}[ending]
    return tuple(
        _Ordinal(parse=reading.parse, digits=digits) for model in models for reading in read_word(model)
    )


def _compound(first: list[str], last: Reading, *, persons: bool) -> Reading:
    if not (last.is_noun or persons):
        return evolve(last, before=tuple(first))
    halves = tuple(_first_half(half, last, persons=persons) for half in first)
    known = last.known and all(isinstance(half, str) or half.known for half in halves)
    return evolve(last, before=halves, known=known)


def _first_half(half: str, last: Reading, *, persons: bool) -> str | Reading:
    if half in _FIXED_FIRST or last.parse.normal_form in _RANKS:
        return half
    nouns = [
        reading
        for reading in read_word(half)
        if reading.is_noun
        and reading.known
        and reading.case is Case.NOMINATIVE
        and reading.animate is persons
        and not reading.is_personal_name
    ]
    return next((noun for noun in nouns if noun.number == last.number), nouns[0] if nouns else half)

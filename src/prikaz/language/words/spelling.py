"""Spelling: capitals and the letter ё, to compare words and to write a form as its author writes the word."""

from __future__ import annotations

import re
from functools import lru_cache

#: Letters of the Cyrillic block for sets of ``re``. The few of other languages between Ё and А come along:
#: a set of three ranges, «А-Яа-яЁё», takes ten times as long to compile, and a start compiles a hundred.
CAPITALS = "Ё-Я"
SMALL = "а-ё"
LETTERS = "Ё-ё"
_FIRM_HYPHEN = "\u2011"
VOWELS = frozenset("аеёиоуыэюя")


def word_set(text: str) -> frozenset[str]:
    """A set of words written one after another.

    >>> sorted(word_set("ван де"))
    ['ван', 'де']
    """
    return frozenset(text.split())


def fold_letters(word: str) -> str:
    """A word as words are compared: small letters, е for ё.

    >>> fold_letters("Щёголев")
    'щеголев'
    """
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=4096)
def fold(words: str) -> str:
    """A name as names are compared: small letters, е for ё, one space between words, underscores as spaces.

    >>> fold("By_Year") == fold(" by  year "), fold("Учёба")
    (True, 'учеба')
    """
    return re.sub(r"[\s_]+", " ", words).strip().casefold().replace("ё", "е")


def fewer_dots(one: str, other: str) -> str:
    """Of two spellings of one form the one with fewer ё: «Петра», not «Пётра».

    >>> fewer_dots("пётра", "петра")
    'петра'
    """
    return min(one, other, key=lambda form: form.count("ё"))


def spell_like(form: str, model: str) -> str:
    """Give ``form`` the capitals and the е of ``model``, part by part at hyphens.

    >>> spell_like("учёного", "Ученый")
    'Ученого'
    >>> spell_like("отдела", "ОТДЕЛ")
    'ОТДЕЛА'
    >>> spell_like("римского-корсакова", "Римский-Корсаков")
    'Римского-Корсакова'
    >>> spell_like("минздрава", "МинЗдрав")
    'МинЗдрава'
    """
    if _FIRM_HYPHEN in model:
        return spell_like(form, model.replace(_FIRM_HYPHEN, "-")).replace("-", _FIRM_HYPHEN)
    forms, models = form.split("-"), model.split("-")
    if len(forms) != len(models):
        return _spell_part(form, model)
    return "-".join(_spell_part(one, other) for one, other in zip(forms, models, strict=True))


def _spell_part(form: str, model: str) -> str:
    spelled = _without_new_dots(form.lower(), model.lower())
    if len(model) > 1 and model.isupper():
        return spelled.upper()
    capitals = (one.upper() if other.isupper() else one for one, other in zip(spelled, model, strict=False))
    return "".join(capitals) + spelled[len(model) :]


def _without_new_dots(form: str, model: str) -> str:
    """Write е where the author wrote е; «Пётр» → «Петра» changes the letter itself and stays."""
    pairs = enumerate(zip(form, model, strict=False))
    shared = next(
        (i for i, (one, other) in pairs if fold_letters(one) != fold_letters(other)),
        min(len(form), len(model)),
    )
    head = "".join("е" if other == "е" else one for one, other in zip(form[:shared], model, strict=False))
    return head + form[shared:]

"""The look of a word: capitals and the letter ё of its author, kept in every form."""

from __future__ import annotations

VOWELS = frozenset("аеёиоуыэюя")


def plain(word: str) -> str:
    """Lower the capitals and forget the dots of ё, for comparison only.

    >>> plain("Щёголев")
    'щеголев'
    """
    return word.lower().replace("ё", "е")


def dress(form: str, model: str) -> str:
    """Give ``form`` the capitals and the ё of ``model``, part by part at hyphens.

    >>> dress("ученого", "Учёный")
    'Учёного'
    >>> dress("отдела", "ОТДЕЛ")
    'ОТДЕЛА'
    >>> dress("римского-корсакова", "Римский-Корсаков")
    'Римского-Корсакова'
    """
    forms, models = form.split("-"), model.split("-")
    if len(forms) != len(models):
        return _dress_part(form, model)
    return "-".join(_dress_part(one, other) for one, other in zip(forms, models, strict=True))


def _dress_part(form: str, model: str) -> str:
    spelled = _with_yo_of(form.lower(), model.lower())
    if len(model) > 1 and model.isupper():
        return spelled.upper()
    return spelled[:1].upper() + spelled[1:] if model[:1].isupper() else spelled


def _with_yo_of(form: str, model: str) -> str:
    """Spell the letters that ``form`` shares with ``model`` as the author spelled them."""
    shared = 0
    for one, other in zip(form, model, strict=False):
        if plain(one) != plain(other):
            break
        shared += 1
    return model[:shared] + form[shared:]

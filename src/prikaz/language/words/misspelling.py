"""Misspelt words: which known word was meant, and which characters a typist cannot see."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from prikaz.language.words.spelling import LETTERS, fold

#: Russian letters, small, by the Latin ones that look like them, large or small.
_RUSSIAN: Final = str.maketrans("abcehkmoptxy", "авсенкмортху")

#: Signs without width, marks of the direction of writing, a soft hyphen: with them a name does not decline,
#: and a heading is not found.
_UNSEEN: Final = "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to a word, if one is near.

    >>> nearest("загаловок", ["заголовок", "подзаголовок"])
    'заголовок'
    """
    import difflib  # noqa: PLC0415 (most words are known)

    by_fold = {fold(one): one for one in known}
    close = difflib.get_close_matches(fold(word), by_fold, n=1, cutoff=0.7)
    return by_fold[close[0]] if close else None


def did_you_mean(word: str, near: str) -> str:
    """Advise a known word instead of a misspelt one; Latin letters among Russian ones are named.

    >>> did_you_mean("номре", "номер")
    'возможно, «номер»'
    >>> did_you_mean("нoмер", "номер")
    'возможно, «номер»: среди русских букв есть латинская «o»'
    """
    latin = dict.fromkeys(re.findall("[A-Za-z]", word)) if re.search(f"[{LETTERS}]", word) else {}
    letters = ", ".join(f"«{letter}»" for letter in latin)
    return f"возможно, «{near}»" + (f": среди русских букв есть латинская {letters}" if letters else "")


def look_alike(word: str, known: Iterable[str]) -> str | None:
    """The known word that a word is but for Latin letters in the place of Russian ones.

    >>> look_alike("Hомер", ["номер"])
    'номер'
    """
    folded = fold(word)
    russian = folded.translate(_RUSSIAN)
    return next((one for one in known if fold(one) == russian), None) if russian != folded else None


def latin_letters(word: str) -> str:
    """The Latin letters of a word with their places, for a clerk who cannot see them.

    >>> latin_letters("Hoмер")
    '«H» (знак 1), «o» (знак 2)'
    """
    found = enumerate(word, 1)
    return ", ".join(
        f"«{letter}» (знак {place})" for place, letter in found if letter.isascii() and letter.isalpha()
    )


def unseen_sign(text: str) -> tuple[str, str] | None:
    """The message and the hint for a character that nobody sees, if a text has one.

    >>> unseen_sign("план\u200bработы")[0]
    'после «план» невидимый знак U+200B'
    >>> unseen_sign("№\u00a075")
    """
    found = None if text.isprintable() else re.search(_UNSEEN, text)
    if found is None:
        return None
    before = text[: found.start()][-20:]
    return (
        f"{f'после «{before}»' if before else 'в начале'} невидимый знак U+{ord(found[0]):04X}",
        "наберите текст заново: такие знаки приходят при копировании со страниц и из PDF",
    )

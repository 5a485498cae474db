"""Readings of stump compounds (сложносокращённые слова): «Минимущество», «плаврук».

What the dictionary does not list declines as the noun at its end does; a stump
in a hard consonant declines as any masculine. A ministry that ends in a
genitive or in a stump with a vowel is indeclinable: «Минпросвещения»,
«Минтопэнерго». Some write each stump with a capital, «МинИмущество»; that
changes nothing.
Source: Д. Э. Розенталь, «Справочник по правописанию», on abbreviations.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from attrs import frozen

from prikaz.language.words.cases import Case
from prikaz.language.words.morphology import Reading, read_word
from prikaz.language.words.spelling import word_set

_MINISTRIES = ("мин", "деп")
_OFFICES = (*_MINISTRIES, "рос", "гос", "глав", "обл", "гор", "рай", "край")
#: Stumps with a capital each.
_CAMEL_CASE: Final = "[А-ЯЁ][а-яё]{2,}(?:[А-ЯЁ][а-яё]{2,})+"
_BOARDS = word_set("районо облоно гороно крайоно")
#: A shorter noun at the end of a word is an accident.
_SHORTEST_NOUN = 4
#: Genitives of nouns at which no office is called: «Минспорта» may be of «Минспорт».
_GENITIVES = ("ия", "ы", "и")
_HARD_CONSONANTS = tuple("бвгдзклмнпрстфх")
_ANY_MASCULINE = "завод"
#: A leader of something, and the letters of his field: «физрук», «худрук», «плаврук».
_LEADER, _FIELD = "физрук", "физ"


@frozen(kw_only=True, eq=False)
class ReadingByModel(Reading):
    """A reading of a word that declines as another one, without hyphens, does from some letter on.

    Attributes:
        stem: Letters of the word before that place.
        cut: How many letters of the other word they stand for.
    """

    stem: str
    cut: int

    def form(self, case: Case, *, animate: bool) -> str | None:
        """The form of the other word with the letters of this one."""
        model = super().form(case, animate=animate)
        if model is None:
            return None
        before, hyphen, last = model.rpartition("-")
        return f"{before}{hyphen}{self.stem}{last[self.cut :]}"


def readings_by_model(word: str, model: str, shared: str) -> tuple[Reading, ...]:
    """Readings of ``word`` by those of ``model``, both ending in ``shared``."""
    stem, cut = word.removesuffix(shared), len(model) - len(shared)
    return tuple(ReadingByModel(parse=one.parse, stem=stem, cut=cut) for one in read_word(model))


def read_abbreviation(word: str, *, persons: bool) -> tuple[Reading, ...]:
    """Readings of an abbreviation in lower case that the dictionary does not list; empty for other words.

    >>> [one.form(Case.GENITIVE, animate=False) for one in read_abbreviation("минимущество", persons=False)]
    ['минимущества', 'минимущества']
    """
    if read_word(word)[0].listed:
        return ()
    if persons and word.endswith("рук"):
        return readings_by_model(word, _LEADER, _LEADER.removeprefix(_FIELD))
    if not word.startswith(_OFFICES):
        return ()
    noun = noun_at_end(word)
    if noun and (persons or not read_word(noun)[0].animate):
        return readings_by_model(word, noun, noun)
    return readings_by_model(word, _ANY_MASCULINE, "") if word.endswith(_HARD_CONSONANTS) else ()


def is_office(word: str) -> bool:
    """Whether a word in lower case is a stump compound, unlike abbreviations of first letters («госнии»)."""
    return bool(noun_at_end(word)) or (word.startswith(_MINISTRIES) and word.endswith(_HARD_CONSONANTS))


def is_camel_case(word: str) -> bool:
    """Whether a word is one of those above, or ends in a noun, with a capital for each stump.

    >>> is_camel_case("МинИмущество"), is_camel_case("СпортШкола")
    (True, True)
    >>> is_camel_case("ЦДиК"), is_camel_case("МинЖКХ")
    (False, False)
    """
    if re.fullmatch(_CAMEL_CASE, word) is None:
        return False
    whole, last = word.lower(), re.split("(?=[А-ЯЁ])", word)[-1].lower()
    return is_office(whole) or is_indeclinable(whole) or read_word(whole)[0].listed or _is_noun(last)


@lru_cache(maxsize=1024)
def noun_at_end(word: str) -> str:
    """The longest noun at the end of the name of an office, "" if there is none.

    >>> noun_at_end("минэкономразвития"), noun_at_end("госжилинспекция"), noun_at_end("минобр")
    ('развития', 'инспекция', '')
    """
    office = next((one for one in _OFFICES if word.startswith(one)), word)
    tail = word.removeprefix(office)
    ends = (tail[place:] for place in range(len(tail) - _SHORTEST_NOUN + 1))
    return next(filter(_is_noun, ends), "")


def _is_noun(word: str) -> bool:
    first = read_word(word)[0]
    return first.listed and first.is_noun and not (first.is_abbreviation or first.is_personal_name)


def is_indeclinable(word: str) -> bool:
    """Whether a name in lower case never declines: «минпросвещения», «минтопэнерго», «районо».

    What the dictionary lists, «Минобороны», is left to the dictionary.
    """
    if word in _BOARDS:
        return True
    if not word.startswith(_MINISTRIES) or "-" in word or read_word(word)[0].listed:
        return False
    noun = noun_at_end(word)
    return _is_genitive(noun) if noun else word.endswith("о")


def may_be_oblique(word: str) -> bool:
    """Whether an indeclinable name may as well be the genitive of another: «минспорта» of «Минспорт».

    >>> may_be_oblique("минспорта"), may_be_oblique("минпросвещения")
    (True, False)
    """
    noun = noun_at_end(word) if is_indeclinable(word) else ""
    return bool(noun) and not noun.endswith(_GENITIVES)


def _is_genitive(noun: str) -> bool:
    return any(one.case is Case.GENITIVE and one.number == "sing" for one in read_word(noun))

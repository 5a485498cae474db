"""Numbers in words: how many, which one, and sums of money.

Built on num2words, loaded on first use, with its traps closed: animate compound
numbers («двадцать два участника»), whole kopecks instead of fractions. Forms are
written with ё («трёх», «четвёртый»); whoever compares them takes е and ё as
equal. Nouns after numbers are left to :mod:`prikaz.language.numbers.counting`.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Final

from prikaz.errors import LanguageError
from prikaz.language.words.cases import Case

_NBSP: Final = "\u00a0"


class Gender(enum.Enum):
    """Grammatical gender (род)."""

    MASCULINE = "м"
    FEMININE = "ж"
    NEUTER = "с"


#: num2words takes the Russian names of feminine and neuter for masculine: it gets the English ones.
_GENDERS: Final = {Gender.MASCULINE: "m", Gender.FEMININE: "f", Gender.NEUTER: "n"}
_CASES: Final = {
    Case.NOMINATIVE: "nominative",
    Case.GENITIVE: "genitive",
    Case.DATIVE: "dative",
    Case.ACCUSATIVE: "accusative",
    Case.INSTRUMENTAL: "instrumental",
    Case.PREPOSITIONAL: "prepositional",
}


def spell_cardinal(
    number: int, case: Case = Case.NOMINATIVE, gender: Gender = Gender.MASCULINE, *, animate: bool = False
) -> str:
    """Write how many, in words.

    Args:
        number: 0 or more.
        case: Case of the number.
        gender: Gender of what is counted.
        animate: Whether people or animals are counted; it shows in the accusative only.

    Raises:
        LanguageError: ``number`` is negative.

    >>> spell_cardinal(21, Case.GENITIVE), spell_cardinal(2, gender=Gender.FEMININE)
    ('двадцати одного', 'две')
    >>> spell_cardinal(3, Case.ACCUSATIVE, animate=True), spell_cardinal(23, Case.ACCUSATIVE, animate=True)
    ('трёх', 'двадцать три')
    """
    compound = number > 4 and number % 10 in {2, 3, 4}  # noqa: PLR2004 - the norm: «двадцать два участника»
    return _spell(number, "cardinal", case, gender, animate=animate and not compound)


def spell_ordinal(
    number: int, case: Case = Case.NOMINATIVE, gender: Gender = Gender.MASCULINE, *, animate: bool = False
) -> str:
    """Write which one, in words.

    Raises:
        LanguageError: ``number`` is less than 1.

    >>> spell_ordinal(2027, Case.GENITIVE)
    'две тысячи двадцать седьмого'
    """
    if number < 1:
        raise LanguageError(f"порядковое числительное не бывает меньше первого: {number}")
    return _spell(number, "ordinal", case, gender, animate=animate)


def _spell(number: int, kind: str, case: Case, gender: Gender, *, animate: bool) -> str:
    if number < 0:
        raise LanguageError(f"число меньше нуля словами не пишется: {number}")
    return _num2words()(
        number, lang="ru", to=kind, case=_CASES[case], gender=_GENDERS[gender], animate=animate
    )


def _num2words() -> Callable[..., str]:
    from num2words import num2words  # noqa: PLC0415 - 60 ms, only for those who spell

    spell: Callable[..., str] = num2words
    return spell


def choose_form(number: int, one: str, few: str, many: str) -> str:
    """Choose the form of a noun that a number takes in the nominative.

    >>> [choose_form(number, "рубль", "рубля", "рублей") for number in (1, 22, 11, 0)]
    ['рубль', 'рубля', 'рублей', 'рублей']
    """
    tens, units = number % 100, number % 10
    if units == 1 and tens != 11:  # noqa: PLR2004 - one, but eleven
        return one
    return few if units in {2, 3, 4} and tens not in {12, 13, 14} else many


def spell_amount(kopecks: int) -> str:
    r"""Write a sum of money: rubles in words, kopecks in two figures.

    Args:
        kopecks: Sum in kopecks, 0 or more. An int: no float ever gets in.

    Returns:
        Nouns agree with numbers; a no-break space between kopecks and their noun.

    Raises:
        LanguageError: ``kopecks`` is negative.

    >>> spell_amount(10005)
    'сто рублей 05\xa0копеек'
    """
    rubles, rest = _split(kopecks)
    return f"{_rubles(rubles)} {rest:02}{_NBSP}{_kopeck(rest)}"


def spell_amount_throughout(kopecks: int) -> str:
    """Write a sum of money with kopecks in words too.

    Raises:
        LanguageError: ``kopecks`` is negative.

    >>> spell_amount_throughout(202)
    'два рубля две копейки'
    """
    rubles, rest = _split(kopecks)
    return f"{_rubles(rubles)} {spell_cardinal(rest, gender=Gender.FEMININE)} {_kopeck(rest)}"


def _split(kopecks: int) -> tuple[int, int]:
    if kopecks < 0:
        raise LanguageError(f"сумма меньше нуля словами не пишется: {kopecks} коп.")
    return divmod(kopecks, 100)


def _rubles(number: int) -> str:
    return f"{spell_cardinal(number)} {choose_form(number, 'рубль', 'рубля', 'рублей')}"


def _kopeck(number: int) -> str:
    return choose_form(number, "копейка", "копейки", "копеек")

"""Nouns after numbers: «2 рабочих дня», «20 (двадцати) процентов», «1,5 процента».

A noun is given as in a dictionary, with its adjectives before it and what hangs
on it behind («член комиссии»). The forms come from the dictionary, loaded on
first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from attrs import frozen

from prikaz.errors import LanguageError
from prikaz.language.numbers.numerals import Gender, choose_form, spell_cardinal
from prikaz.language.words.cases import Case
from prikaz.language.words.morphology import CASE_GRAMMEMES, read_word

_NBSP: Final = "\u00a0"
#: Genders by which a noun agrees that has no gender of its own: «судья», «сутки».
_GENDER_OF: Final = {"ms-f": "masc", "None": "masc"}
_GENDERS: Final = {"masc": Gender.MASCULINE, "femn": Gender.FEMININE, "neut": Gender.NEUTER}
#: Nouns with plurals of their own after numbers: genitive, dative, instrumental, prepositional.
_COUNTED: Final = {
    "год": ("лет", "годам", "годами", "годах"),
    "человек": ("человек", "человекам", "человеками", "человеках"),
}
_COUNTED_CASES: Final = (Case.GENITIVE, Case.DATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
_DIRECT: Final = frozenset({Case.NOMINATIVE, Case.ACCUSATIVE, None})
_LARGE: Final = 10_000
_NOUNS: Final = frozenset({"NOUN"})
_ADJECTIVES: Final = frozenset({"ADJF", "PRTF"})
#: Endings of nouns that decline as adjectives, «столовая», «дежурный», and of their genitive plural.
_ADJECTIVAL: Final = ("ый", "ий", "ой", "ая", "яя", "ое", "ее")
_ADJECTIVAL_PLURAL: Final = ("ых", "их")


def agree(number: int | Decimal, noun: str, case: Case = Case.NOMINATIVE) -> str:
    r"""Write a number in figures with its noun.

    Args:
        number: 0 or more; a Decimal takes the noun in the genitive singular.
        noun: Noun in the nominative singular, adjectives before it and oblique words behind: "рабочий день",
            "член комиссии"; a noun without a singular as it is: "сутки".
        case: Case of the whole.

    Returns:
        Figures, a no-break space, the noun; a decimal comma; thousands apart from 10 000 on.

    Raises:
        LanguageError: The dictionary does not know the noun in the nominative singular.

    >>> agree(2, "рабочий день"), agree(Decimal("1.5"), "процент", Case.GENITIVE)
    ('2\xa0рабочих дня', '1,5\xa0процента')
    """
    return f"{figures(number)}{_NBSP}{decline_counted(number, noun, case)}"


def spell_count(number: int, noun: str, case: Case = Case.NOMINATIVE) -> str:
    r"""Write a number in figures, in words in brackets, and its noun.

    Raises:
        LanguageError: The dictionary does not know the noun in the nominative singular, or the number asks
            for a collective: «двое суток».

    >>> spell_count(20, "процент", Case.GENITIVE)
    '20\xa0(двадцати) процентов'
    """
    head = _parse_phrase(noun).head
    if head.has_no_singular and _asks_for_collective(number, case):
        raise LanguageError(
            f"«{noun}» считают собирательными числами («двое суток»)", "запишите словами сами"
        )
    words = spell_cardinal(number, case, _GENDERS[head.gender], animate=head.animate)
    return f"{figures(number)}{_NBSP}({words}) {decline_counted(number, noun, case)}"


def _asks_for_collective(number: int, case: Case) -> bool:
    size = choose_form(number, "one", "few", "many")
    return size == "one" or (size == "few" and case in {Case.NOMINATIVE, Case.ACCUSATIVE})


def decline_counted(number: int | Decimal, noun: str, case: Case = Case.NOMINATIVE) -> str:
    """The noun alone, as ``number`` asks for it.

    >>> decline_counted(5, "образовательная организация")
    'образовательных организаций'
    """
    phrase = _parse_phrase(noun)
    slot = _Slot.of(number, phrase.head, case)
    return " ".join([*(word.form(slot) for word in phrase.words), *phrase.tail])


def figures(number: int | Decimal) -> str:
    """Write a number in figures: a decimal comma, thousands apart from 10 000 on.

    >>> figures(Decimal("12.5"))
    '12,5'
    """
    if isinstance(number, Decimal):
        return str(number).replace(".", ",")
    return f"{number:,}".replace(",", _NBSP) if number >= _LARGE else str(number)


@frozen(kw_only=True)
class _Word:
    """A word of the counted phrase in the nominative singular."""

    parse: Any
    gender: str
    animate: bool

    @property
    def has_no_singular(self) -> bool:
        """Whether it is counted in the plural only: «сутки»."""
        return "Pltm" in self.parse.tag

    @property
    def is_adjectival(self) -> bool:
        """Whether the noun declines as an adjective: «столовая», «дежурный», «обучающийся»."""
        if self.parse.tag.POS in _ADJECTIVES:
            return True
        plural = self.parse.inflect({"plur", "gent"})
        return bool(
            self.parse.word.endswith(_ADJECTIVAL) and plural and plural.word.endswith(_ADJECTIVAL_PLURAL)
        )

    def form(self, slot: _Slot) -> str:
        """The word in its slot."""
        is_noun = self.parse.tag.POS == "NOUN"
        if is_noun and slot.counted is not None:
            return slot.counted
        wanted = {slot.noun_case, slot.noun_number} if is_noun else {slot.adjective_case, slot.number}
        if not is_noun and slot.number == "sing":
            wanted.add(self.gender)
        if not is_noun and slot.adjective_case == "accs":
            wanted.add("anim" if self.animate else "inan")
        return str(self.parse.inflect(wanted).word)


@frozen(kw_only=True)
class _Phrase:
    """What is counted.

    Attributes:
        words: Words that decline, the noun last.
        tail: Words behind the noun; they stay.
    """

    words: tuple[_Word, ...]
    tail: tuple[str, ...]

    @property
    def head(self) -> _Word:
        """The noun."""
        return self.words[-1]


@frozen(kw_only=True)
class _Slot:
    """Case and number that a number asks of its noun and of the adjectives before it."""

    noun_case: str
    noun_number: str
    adjective_case: str
    number: str
    counted: str | None = None

    @classmethod
    def of(cls, number: int | Decimal, head: _Word, case: Case) -> _Slot:
        """The slot after ``number`` when the whole stands in ``case``."""
        if isinstance(number, Decimal):
            return cls._same("gent", "plur" if head.has_no_singular else "sing")
        size = choose_form(number, "one", "few", "many")
        if size == "one":
            return cls._same(CASE_GRAMMEMES[case], "plur" if head.has_no_singular else "sing")
        if case not in {Case.NOMINATIVE, Case.ACCUSATIVE}:
            return cls._plural(head, case)
        people = case is Case.ACCUSATIVE and head.animate and number in {2, 3, 4}
        if size == "many" or people or head.has_no_singular:
            return cls._plural(head, Case.GENITIVE)
        if head.is_adjectival:  # «две столовые», but «два дежурных»
            return cls._plural(head, Case.NOMINATIVE if head.gender == "femn" else Case.GENITIVE)
        # «два рабочих дня», but «две образовательные организации»
        adjective = "nomn" if head.gender == "femn" else "gent"
        return cls(noun_case="gent", noun_number="sing", adjective_case=adjective, number="plur")

    @classmethod
    def _same(cls, case: str, number: str) -> _Slot:
        return cls(noun_case=case, noun_number=number, adjective_case=case, number=number)

    @classmethod
    def _plural(cls, head: _Word, case: Case) -> _Slot:
        forms = _COUNTED.get(head.parse.normal_form)
        counted = forms[_COUNTED_CASES.index(case)] if forms else None
        return cls(
            noun_case=CASE_GRAMMEMES[case],
            noun_number="plur",
            adjective_case=CASE_GRAMMEMES[case],
            number="plur",
            counted=counted,
        )


@lru_cache(maxsize=512)
def _parse_phrase(noun: str) -> _Phrase:
    """Words of the phrase; the noun is the last word that may be it, so «рабочий день» is not a worker.

    Raises:
        LanguageError: No word can be read as the noun with adjectives before it that agree.
    """
    words = noun.split()
    for place in reversed(range(len(words))):
        declined, tail = _parse_words(words[: place + 1]), tuple(words[place + 1 :])
        if declined and (not tail or _hangs_on_noun(tail[0])):
            return _Phrase(words=declined, tail=tail)
    raise LanguageError(
        f"«{noun}» не понято как предмет счёта",
        "дайте существительное в именительном падеже единственного числа, определения перед ним",
    )


def _hangs_on_noun(word: str) -> bool:
    """Whether a word may follow a noun and stay: an oblique one, a preposition, an abbreviation, a number."""
    if word.isupper() or not word.isalpha():
        return True
    return any(one.is_function_word or one.case not in _DIRECT for one in read_word(word))


def _parse_words(words: Sequence[str]) -> tuple[_Word, ...]:
    """Adjectives and the noun that they agree with; empty if the words are not that."""
    *adjectives, last = words
    head = _find_head(last)
    if head is None:
        return ()
    number, gender = head.tag.number, _GENDER_OF.get(str(head.tag.gender), str(head.tag.gender))
    agreeing = {number} if number == "plur" else {number, gender}
    parses = [*(_find(word, _ADJECTIVES, agreeing) for word in adjectives), head]
    if gender not in _GENDERS or None in parses:
        return ()
    animate = head.tag.animacy == "anim" or head.tag.POS in _ADJECTIVES
    return tuple(_Word(parse=parse, gender=gender, animate=animate) for parse in parses)


def _find_head(word: str) -> Any:  # noqa: ANN401 - pymorphy3 is untyped
    """A noun, «обучающийся», which is counted like one, or a noun without a singular; else None."""
    if read_word(word)[0].is_function_word:
        return None
    return (
        _find(word, _NOUNS, {"sing"})
        or _find(word, _ADJECTIVES, {"sing", "masc"})
        or _find(word, _NOUNS, {"Pltm"})
    )


def _find(word: str, parts: frozenset[str], grammemes: set[str]) -> Any:  # noqa: ANN401 - pymorphy3 is untyped
    """The likeliest reading of ``word`` in the nominative with ``grammemes``, or None."""
    wanted = {"nomn"} | grammemes
    parses = (reading.parse for reading in read_word(word))
    return next((parse for parse in parses if parse.tag.POS in parts and wanted in parse.tag), None)

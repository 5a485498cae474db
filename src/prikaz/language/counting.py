"""Nouns after numbers: «2 рабочих дня», «20 (двадцати) процентов», «1,5 процента».

A noun is given as in a dictionary, with its adjectives before it. The forms come
from the dictionary, loaded on first use.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from attrs import frozen

from prikaz.errors import LanguageError
from prikaz.language.cases import Case
from prikaz.language.morphology import read_word
from prikaz.language.numbers import Gender, choose_form, spell_cardinal

_NBSP: Final = "\u00a0"
_MARKS: Final = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}
_GENDERS: Final = {"masc": Gender.MASCULINE, "femn": Gender.FEMININE, "neut": Gender.NEUTER}
#: Nouns with plurals of their own after numbers: genitive, dative, instrumental, prepositional.
_COUNTED: Final = {
    "год": ("лет", "годам", "годами", "годах"),
    "человек": ("человек", "человекам", "человеками", "человеках"),
}
_COUNTED_CASES: Final = (Case.GENITIVE, Case.DATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
_LARGE: Final = 10_000
_NOUNS: Final = frozenset({"NOUN"})
_ADJECTIVES: Final = frozenset({"ADJF", "PRTF"})


def agree(number: int | Decimal, noun: str, case: Case = Case.NOMINATIVE) -> str:
    r"""Write a number in figures with its noun.

    Args:
        number: 0 or more; a Decimal takes the noun in the genitive singular.
        noun: Noun in the nominative singular, adjectives before it: "рабочий день".
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
        LanguageError: The dictionary does not know the noun in the nominative singular.

    >>> spell_count(20, "процент", Case.GENITIVE)
    '20\xa0(двадцати) процентов'
    """
    head = _parse_phrase(noun)[-1]
    words = spell_cardinal(number, case, _GENDERS[head.gender], animate=head.animate)
    return f"{figures(number)}{_NBSP}({words}) {decline_counted(number, noun, case)}"


def decline_counted(number: int | Decimal, noun: str, case: Case = Case.NOMINATIVE) -> str:
    """The noun alone, as ``number`` asks for it.

    >>> decline_counted(5, "образовательная организация")
    'образовательных организаций'
    """
    words = _parse_phrase(noun)
    return " ".join(word.form(_Slot.of(number, words[-1], case)) for word in words)


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

    def form(self, slot: _Slot) -> str:
        """The word in its slot."""
        is_noun = self.parse.tag.POS == "NOUN"
        if is_noun and slot.counted is not None:
            return slot.counted
        marks = {slot.noun_case, slot.noun_number} if is_noun else {slot.adjective_case, slot.number}
        if not is_noun and slot.number == "sing":
            marks.add(self.gender)
        if not is_noun and slot.adjective_case == "accs":
            marks.add("anim" if self.animate else "inan")
        return str(self.parse.inflect(marks).word)


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
            return cls._same("gent", "sing")
        size = choose_form(number, "one", "few", "many")
        if size == "one":
            return cls._same(_MARKS[case], "sing")
        if case not in {Case.NOMINATIVE, Case.ACCUSATIVE}:
            return cls._plural(head, case)
        people = case is Case.ACCUSATIVE and head.animate and number in {2, 3, 4}
        if size == "many" or people:
            return cls._plural(head, Case.GENITIVE)
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
            noun_case=_MARKS[case],
            noun_number="plur",
            adjective_case=_MARKS[case],
            number="plur",
            counted=counted,
        )


@lru_cache(maxsize=512)
def _parse_phrase(noun: str) -> tuple[_Word, ...]:
    """Words of the phrase, the noun last.

    Raises:
        LanguageError: A word cannot be read as the noun, or as an adjective that agrees with it.
    """
    *adjectives, last = noun.split() or [""]
    # «обучающийся» is counted like a noun, and it is a person
    head = _find(last, _NOUNS, frozenset()) or _find(last, _ADJECTIVES, frozenset({"masc"}))
    gender = str(head.tag.gender) if head else ""
    parses = [*(_find(word, _ADJECTIVES, frozenset({gender})) for word in adjectives), head]
    if gender not in _GENDERS or None in parses:
        raise LanguageError(
            f"«{noun}» не понято как предмет счёта; "
            "дайте существительное в именительном падеже единственного числа, определения перед ним"
        )
    animate = head.tag.animacy == "anim" or head.tag.POS in _ADJECTIVES
    return tuple(_Word(parse=parse, gender=gender, animate=animate) for parse in parses)


def _find(word: str, parts: frozenset[str], marks: frozenset[str]) -> Any:  # noqa: ANN401 - pymorphy3 is untyped
    """The likeliest reading of ``word`` in the nominative singular with ``marks``, or None."""
    wanted = {"nomn", "sing"} | marks
    parses = (reading.parse for reading in read_word(word))
    return next((parse for parse in parses if parse.tag.POS in parts and wanted in parse.tag), None)

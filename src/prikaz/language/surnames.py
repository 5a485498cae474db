"""Surnames in a case, part by part, with the verdict of several methods.

The ending gives a form; pytrovich gives a second opinion; the dictionary is
asked only where the ending can not decide, so that Белов and Шевчук never load
it. A form that the methods do not share carries a doubt.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from attrs import evolve

from prikaz.language.cases import Case, Form, Sex
from prikaz.language.morphology import Reading, read_word
from prikaz.language.patterns import Pattern, Risk, is_possessive, surname_pattern
from prikaz.language.spelling import VOWELS, dress, plain

#: First parts of double surnames that never decline: «Бонч-Бруевича», «Хан-Магомедова».
_FIXED_PARTS = frozenset(
    "аль бен бей бек бонч ван гран грум гур дер дон ибн кара мак мир мирза нур сан сент тер хаджи хан шах эль эмир".split()
)
DISAGREEMENT = "способы склонения расходятся"


def decline_surname(surname: str, sex: Sex, case: Case, *, foreign: bool) -> Form:
    """Put a surname, also a double one, into a case.

    Args:
        surname: In the nominative, in any capitals.
        sex: Sex of the bearer.
        case: Case wanted.
        foreign: Whether the bearer has a first name and no patronymic, and may be a foreigner.

    Returns:
        The form in the capitals of the author, with doubts.
    """
    words = [_decline_word(word, sex, case, foreign=foreign) for word in surname.split()]
    return join_forms(" ", words)


def join_forms(separator: str, forms: list[Form]) -> Form:
    """Join forms and gather their doubts, each once."""
    doubts = tuple(dict.fromkeys(doubt for form in forms for doubt in form.doubts))
    return Form(separator.join(forms), doubts)


def _decline_word(word: str, sex: Sex, case: Case, *, foreign: bool) -> Form:
    if word.islower():  # «фон», «де», «ван» before the surname itself
        return Form(word)
    *first, last = word.split("-")
    halves = [_first_part(part, sex, case) for part in first]
    return join_forms("-", [*halves, _decline_part(last, sex, case, foreign)])


def _first_part(part: str, sex: Sex, case: Case) -> Form:
    if part.lower() in _FIXED_PARTS:
        return Form(part)
    form = _decline_part(part, sex, case, foreign=False)
    ordinary = form == part or is_possessive(part) or plain(part).endswith(("ский", "цкий", "а", "я", "ич"))
    return form if ordinary else Form(form, (*form.doubts, f"первую часть «{part}» склоняют не все"))


@lru_cache(maxsize=8192)
def _decline_part(part: str, sex: Sex, case: Case, foreign: bool) -> Form:  # noqa: FBT001 - positional for the cache
    pattern = surname_pattern(part, sex)
    if foreign and sex is Sex.MALE and pattern.risk is None and _may_be_foreign(part):
        pattern = evolve(pattern, risk=Risk.FROZEN if plain(part)[-1] in VOWELS else Risk.FOREIGN)
    form, doubt = _settle(part, pattern, sex, case)
    return Form(dress(form, part), (f"«{part}»: {doubt}",) if doubt else ())


def _may_be_foreign(part: str) -> bool:
    return is_possessive(part) or (plain(part)[-1] in {"а", "я"} and plain(part)[-2:-1] not in VOWELS)


def _settle(part: str, pattern: Pattern, sex: Sex, case: Case) -> tuple[str, str]:
    """The form and the doubt about it, "" if it is certain."""
    if pattern.settled:
        return pattern.form(part, case), ""
    own, other = pattern.form(part, case), second_opinion("LASTNAME", part, sex, case)
    agreed = plain(own) == plain(other)
    if agreed and (pattern.risk is None or _risk_spares(pattern.risk, part, case)):
        return own, ""
    known = _known_forms(part, sex, case)
    match pattern.risk:
        case None:
            return _by_majority(own, other, known)
        case Risk.STRESS | Risk.FROZEN:
            return _by_dictionary(own, known, pattern.risk)
        case Risk.FOREIGN:
            return _foreign(own, known, agreed=agreed and plain(part)[-3:] != "них")
        case Risk.FLEETING:
            return _fleeting(part, own, known, agreed=agreed, kept=pattern.cut < 2)  # noqa: PLR2004 - a vowel and a consonant
        case Risk.NOUN:
            return _noun(part, own, known, sex, case, agreed=agreed)


def _risk_spares(risk: Risk, part: str, case: Case) -> bool:
    """Whether the case is one that the risk does not touch: stress changes the instrumental only."""
    if risk is Risk.STRESS or (risk is Risk.FOREIGN and is_possessive(part)):
        return case is not Case.INSTRUMENTAL
    return False


def _by_majority(own: str, other: str, known: list[str]) -> tuple[str, str]:
    if _has(known, own):
        return own, ""
    return (other if _has(known, other) else own), DISAGREEMENT


def _by_dictionary(own: str, known: list[str], risk: Risk) -> tuple[str, str]:
    if len(known) == 1:
        return known[0], ""
    return own, risk.value


def _foreign(own: str, known: list[str], *, agreed: bool) -> tuple[str, str]:
    if _has(known, own) or (agreed and not known):
        return own, "" if _has(known, own) else Risk.FOREIGN.value
    return (known[0] if len(known) == 1 else own), Risk.FOREIGN.value


def _fleeting(part: str, own: str, known: list[str], *, agreed: bool, kept: bool) -> tuple[str, str]:
    """The vowel that stays in noun and surname alike is certain; one that falls is asked about."""
    if len(known) == 1 and plain(known[0]).startswith(plain(part)):
        return known[0], ""
    diminutive = plain(part).endswith(("чек", "шек", "жек"))
    if kept and (_has(known, own) or (agreed and not known and not diminutive)):
        return own, ""
    return (known[0] if known else own), Risk.FLEETING.value


def _noun(part: str, own: str, known: list[str], sex: Sex, case: Case, *, agreed: bool) -> tuple[str, str]:
    if sex is Sex.FEMALE:
        return own, Risk.NOUN.value
    if plain(part).endswith("ой"):
        return _in_oy(part, own, known, case)
    if _has(known, own):
        return own, ""
    if known:
        return known[0], Risk.FLEETING.value
    unsure = plain(part).endswith(("ень", "ель")) or _is_feminine_noun(part) or not agreed
    return own, Risk.NOUN.value if unsure else ""


def _in_oy(part: str, own: str, known: list[str], case: Case) -> tuple[str, str]:
    """«Прибой», «Цой» are nouns and «Седой», «Злой» adjectives: the dictionary knows which."""
    adjectives = [one for one in read_word(part) if one.known and one.is_adjective and one.gender == "masc"]
    if _has(known, own):
        return own, ""
    if adjectives:
        return adjectives[0].form(case, animate=True) or own, ""
    return (Pattern(1, ("я", "ю", "я", "ем", "е")).form(part, case) if known else own), ""


def _is_feminine_noun(part: str) -> bool:
    return any(one.known and one.is_noun and one.gender == "femn" for one in read_word(part))


def _has(known: list[str], form: str) -> bool:
    return any(plain(one) == plain(form) for one in known)


def _known_forms(part: str, sex: Sex, case: Case) -> list[str]:
    """Different forms that the dictionary has for the word as a surname or a noun, surnames first."""
    nouns = [one for one in read_word(part) if _is_candidate(one, sex)]
    nouns.sort(key=lambda one: "Surn" not in one.parse.tag)
    forms = (one.form(case, animate=True) for one in nouns)
    return list({plain(form): form for form in forms if form}.values())


def _is_candidate(reading: Reading, sex: Sex) -> bool:
    if not (
        reading.known and reading.is_noun and reading.case is Case.NOMINATIVE and reading.number == "sing"
    ):
        return False
    if reading.is_abbreviation:
        return False
    wanted = {"masc", "ms-f"} if sex is Sex.MALE else {"femn", "ms-f"}
    return reading.gender in wanted or (
        not reading.is_personal_name and plain(reading.parse.word)[-1] in {"а", "я"}
    )


@cache
def _maker() -> Any:
    from pytrovich.maker import PetrovichDeclinationMaker  # noqa: PLC0415 - 15 ms, only for those who decline

    return PetrovichDeclinationMaker()


@lru_cache(maxsize=8192)
def second_opinion(part: str, word: str, sex: Sex, case: Case) -> str:
    """What pytrovich makes of a LASTNAME, FIRSTNAME or MIDDLENAME, in lower case."""
    from pytrovich.enums import Case as Cases  # noqa: PLC0415
    from pytrovich.enums import Gender, NamePart  # noqa: PLC0415

    gender = Gender.MALE if sex is Sex.MALE else Gender.FEMALE
    return str(_maker().make(NamePart[part], gender, Cases[case.name], word)).lower()

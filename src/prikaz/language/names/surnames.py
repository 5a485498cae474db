"""Surnames in a case, part by part, with the verdict of several methods.

The ending gives a form; pytrovich gives a second opinion; the dictionary is
asked only where the ending can not decide, so that Белов and Шевчук never load
it. A form that the methods do not share carries a doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

from attrs import evolve, frozen

from prikaz.language.names.paradigms import Paradigm, Risk, is_possessive, surname_paradigm
from prikaz.language.names.parts import is_particle
from prikaz.language.names.petrovich import second_opinion
from prikaz.language.words.cases import Case, Form, Sex
from prikaz.language.words.morphology import Reading, read_word
from prikaz.language.words.spelling import VOWELS, fewer_dots, fold_letters, spell_like, word_set

_APOSTROPHES = ("'", "’", "ʼ")
#: First parts of double surnames that never decline: «Бонч-Бруевича», «Хан-Магомедова».
_FIXED_PARTS = word_set(
    "ага аль бен бей бек бонч ван гаджи гран грум гур дер дон ибн кара мак мир мирза нур сан сент тер тян "
    "хаджи хан шах эль эмир"
)
#: Цой, Чой: three letters in -ой are a Korean surname unless the dictionary has an adjective.
_MONOSYLLABLE = 3
#: The form and the doubt about it, "" if it is certain.
_Verdict: TypeAlias = tuple[str, str]
#: Last parts that hold the whole surname: «Рашид-заде».
_TURKIC = frozenset({"заде", "оглы", "кызы", "бейли"})
_DIMINUTIVES = ("чек", "шек", "жек")
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
    *before, last = surname.split() or [""]
    forms = [
        Form(word) if is_particle(word) else _decline_word(word, sex, case, foreign=foreign)
        for word in before
    ]
    return join_forms(" ", [*forms, _decline_word(last, sex, case, foreign=foreign)])


def join_forms(separator: str, forms: list[Form]) -> Form:
    """Join forms and gather their doubts, each once."""
    doubts = tuple(dict.fromkeys(doubt for form in forms for doubt in form.doubts))
    return Form(separator.join(forms), doubts)


def _decline_word(word: str, sex: Sex, case: Case, *, foreign: bool) -> Form:
    particle, last_part = _after_apostrophe(word)
    if particle:
        return join_forms("", [Form(particle), _decline_word(last_part, sex, case, foreign=foreign)])
    *first, last = word.split("-")
    if last.lower() in _TURKIC:
        return Form(word)
    halves = [_first_part(part, sex, case) for part in first]
    return join_forms("-", [*halves, _decline_part(last, sex, case, foreign)])


def _after_apostrophe(word: str) -> tuple[str, str]:
    """«О’Нил» is «О’» and «Нил»: what stands before an apostrophe does not decline."""
    place = max(word.rfind(mark) for mark in _APOSTROPHES) + 1
    return (word[:place], word[place:]) if place < len(word) else ("", word)


def _first_part(part: str, sex: Sex, case: Case) -> Form:
    if part.lower() in _FIXED_PARTS:
        return Form(part)
    form = _decline_part(part, sex, case, foreign=False)
    ordinary = (
        form == part or is_possessive(part) or fold_letters(part).endswith(("ский", "цкий", "а", "я", "ич"))
    )
    return form if ordinary else Form(form, (*form.doubts, f"первую часть «{part}» склоняют не все"))


@lru_cache(maxsize=8192)
def _decline_part(part: str, sex: Sex, case: Case, foreign: bool) -> Form:  # noqa: FBT001 - for the cache
    paradigm = surname_paradigm(part, sex)
    if foreign and sex is Sex.MALE and paradigm.risk is None and _may_be_foreign(part):
        paradigm = evolve(
            paradigm, risk=Risk.INDECLINABLE if fold_letters(part).endswith(("а", "я")) else Risk.FOREIGN
        )
    form, doubt = _settle(part, paradigm, sex, case)
    return Form(spell_like(form, part), (f"«{part}»: {doubt}",) if doubt else ())


def _may_be_foreign(part: str) -> bool:
    return is_possessive(part) or (
        fold_letters(part).endswith(("а", "я")) and fold_letters(part)[-2:-1] not in VOWELS
    )


def _settle(part: str, paradigm: Paradigm, sex: Sex, case: Case) -> _Verdict:
    own = paradigm.form(part, case)
    if paradigm.settled:
        return own, ""
    other = second_opinion("LASTNAME", part, sex, case)
    agreed = fold_letters(own) == fold_letters(other)
    if agreed and (paradigm.risk is None or _is_beyond_risk(paradigm.risk, part, case)):
        return fewer_dots(own, other), ""
    known = _known_forms(part, sex, case)
    opinions = _Opinions(part=fold_letters(part), sex=sex, case=case, own=own, other=other, known=known)
    if paradigm.risk is Risk.FLEETING:
        return _fleeting(opinions, keeps_vowel=paradigm.cut < len("ец"))
    return _by_majority(opinions) if paradigm.risk is None else _JUDGES[paradigm.risk](opinions)


def _is_beyond_risk(risk: Risk, part: str, case: Case) -> bool:
    """Whether the case is one that the risk does not touch: stress changes the instrumental only."""
    if risk in {Risk.STRESS, Risk.PEOPLE} or (risk is Risk.FOREIGN and is_possessive(part)):
        return case is not Case.INSTRUMENTAL
    return False


@frozen(kw_only=True)
class _Opinions:
    """What the methods say of one part of a surname.

    Attributes:
        part: The part in the nominative, in small letters, without ё.
        own: Form by the ending.
        other: Form by pytrovich.
        known: Different forms of the dictionary; empty when it does not know the word.
    """

    part: str
    sex: Sex
    case: Case
    own: str
    other: str
    known: tuple[str, ...]

    @property
    def agreed(self) -> bool:
        return fold_letters(self.own) == fold_letters(self.other)

    @property
    def own_is_known(self) -> bool:
        return self.has(self.own)

    def has(self, form: str) -> bool:
        return any(fold_letters(one) == fold_letters(form) for one in self.known)

    @property
    def only(self) -> str:
        """The form of the dictionary if it has just one, else ""."""
        return self.known[0] if len(self.known) == 1 else ""


def _by_majority(opinions: _Opinions) -> _Verdict:
    if opinions.own_is_known:
        return opinions.own, ""
    return (opinions.other if opinions.has(opinions.other) else opinions.own), DISAGREEMENT


def _stress(opinions: _Opinions) -> _Verdict:
    """The dictionary knows the stress, but not against «-ач», which Slavs stress: «Деркачем» is doubted."""
    if opinions.only and (opinions.own_is_known or not opinions.part.endswith("ач")):
        return opinions.only, ""
    return opinions.own, Risk.STRESS.value


def _people(opinions: _Opinions) -> _Verdict:
    return opinions.own, Risk.PEOPLE.value


def _indeclinable(opinions: _Opinions) -> _Verdict:
    return (opinions.only, "") if opinions.only else (opinions.own, Risk.INDECLINABLE.value)


def _foreign(opinions: _Opinions) -> _Verdict:
    if opinions.own_is_known:
        return opinions.own, ""
    return opinions.only or opinions.own, Risk.FOREIGN.value


def _sex(opinions: _Opinions) -> _Verdict:
    return opinions.own, Risk.SEX.value


def _fleeting(opinions: _Opinions, *, keeps_vowel: bool) -> _Verdict:
    """The vowel that stays in noun and surname alike is certain; one that falls is asked about."""
    if opinions.only and fold_letters(opinions.only).startswith(opinions.part):
        return opinions.only, "" if keeps_vowel or not opinions.part.endswith("ец") else Risk.FLEETING.value
    sure = opinions.agreed and not opinions.known and not opinions.part.endswith(_DIMINUTIVES)
    if keeps_vowel and (opinions.own_is_known or sure):
        return opinions.own, ""
    return (opinions.known or (opinions.own,))[0], Risk.FLEETING.value


def _noun(opinions: _Opinions) -> _Verdict:
    if opinions.part[-1] in {"й", "я"}:
        return _noun_or_adjective(opinions)
    if opinions.sex is Sex.FEMALE:
        return opinions.own, Risk.NOUN.value
    if opinions.own_is_known:
        return opinions.own, Risk.FLEETING.value if _drops_vowel(opinions.part) else ""
    if opinions.known:
        return opinions.known[0], Risk.FLEETING.value
    unsure = opinions.part.endswith(("ень", "ель")) or _is_feminine_noun(opinions.part) or not opinions.agreed
    return opinions.own, Risk.NOUN.value if unsure else ""


def _noun_or_adjective(opinions: _Opinions) -> _Verdict:
    """«Прибой», «Цой» are nouns, «Седой», «Третий», «Волчья» adjectives: the dictionary knows which."""
    adjective = _adjective_form(opinions)
    if adjective:
        sure = fold_letters(adjective) == fold_letters(opinions.own) or not opinions.known
        return adjective, "" if sure else Risk.NOUN.value
    if opinions.own_is_known:
        return opinions.own, ""
    if opinions.known:
        if opinions.agreed and opinions.known[0].endswith("им"):  # «чепурним»: -ой is never a soft adjective
            return opinions.own, ""
        return opinions.known[0], "" if opinions.part.endswith("ой") else Risk.NOUN.value
    ordinary = opinions.agreed and (not opinions.part.endswith("ий") or _is_soft_adjective(opinions.part))
    return opinions.own, "" if ordinary or len(opinions.part) <= _MONOSYLLABLE else Risk.NOUN.value


def _is_soft_adjective(part: str) -> bool:
    """«Задорожний»: -ний behind a consonant is an adjective, behind a vowel it may be a name, «Арсений»."""
    return part.endswith("ний") and part[-4:-3] not in VOWELS


def _adjective_form(opinions: _Opinions) -> str:
    """The form of the adjective that the surname looks like, "" if there is none."""
    gender = "masc" if opinions.sex is Sex.MALE else "femn"
    for reading in read_word(opinions.part):
        if reading.listed and reading.is_adjective and reading.gender == gender:
            return reading.form(opinions.case, animate=True) or ""
    return ""


def _drops_vowel(part: str) -> bool:
    """Whether the noun without the last vowel is a word too: «журавель», «журавль»."""
    short = part[:-3] + part[-2:]
    return any(one.listed and one.is_noun and one.case is Case.NOMINATIVE for one in read_word(short))


def _is_feminine_noun(part: str) -> bool:
    return any(one.listed and one.is_noun and one.gender == "femn" for one in read_word(part))


_JUDGES: Mapping[Risk, Callable[[_Opinions], _Verdict]] = {
    Risk.STRESS: _stress,
    Risk.PEOPLE: _people,
    Risk.INDECLINABLE: _indeclinable,
    Risk.FOREIGN: _foreign,
    Risk.NOUN: _noun,
    Risk.SEX: _sex,
}


def _known_forms(part: str, sex: Sex, case: Case) -> tuple[str, ...]:
    """Different forms that the dictionary has for the word as a surname or a noun, surnames first."""
    nouns = [one for one in read_word(part) if _is_candidate(one, sex)]
    nouns.sort(key=lambda one: "Surn" not in one.parse.tag)
    forms = (one.form(case, animate=True) for one in nouns)
    return tuple({fold_letters(form): form for form in forms if form}.values())


def _is_candidate(reading: Reading, sex: Sex) -> bool:
    if not (
        reading.listed and reading.is_noun and reading.case is Case.NOMINATIVE and reading.number == "sing"
    ):
        return False
    if reading.is_abbreviation:
        return False
    wanted = {"masc", "ms-f"} if sex is Sex.MALE else {"femn", "ms-f"}
    return reading.gender in wanted or (
        not reading.is_personal_name and fold_letters(reading.parse.word)[-1] in {"а", "я"}
    )

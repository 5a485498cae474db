"""Paradigms (типы склонения) of surnames and first names, chosen by the ending alone.

A paradigm says how many letters go and what five endings come. Where the
ending does not decide (a fleeting vowel, an unknown stress, a foreign name) the
paradigm carries a :class:`Risk`, and :mod:`prikaz.language.names.surnames` looks
further. Grammar: А. А. Зализняк, «Грамматический словарь русского языка»,
appendix on names; Н. А. Еськова, «Трудности словоизменения», 2011.
"""

from __future__ import annotations

import enum

from attrs import frozen

from prikaz.language.words.cases import Case, Sex
from prikaz.language.words.spelling import VOWELS, fold_letters, word_set

_OBLIQUE = tuple(case for case in Case if case is not Case.NOMINATIVE)
_VELARS = frozenset("гкх")
_SIBILANTS = frozenset("жшчщ")


class Risk(enum.Enum):
    """What the ending of a surname leaves open; the value explains it to the clerk."""

    FLEETING = "беглая гласная: носители фамилии склоняют по-разному"
    STRESS = "окончание зависит от ударения"
    PEOPLE = "окончание зависит от ударения: у разных народов оно разное"
    FOREIGN = "фамилия может быть иностранной: тогда она склоняется иначе"
    INDECLINABLE = "если ударение падает на последний слог, фамилия не склоняется"
    SEX = "похоже на женскую фамилию: проверьте пол"
    SHORT = "пишут и «-ии», и «-ие»"
    SLAVIC = "имена на «-о» склоняют не все: «у Марка» и «у Марко»"
    NOUN = "фамилия совпадает с существительным: носители склоняют по-разному"


@frozen
class Paradigm:
    """How a name declines.

    Attributes:
        cut: Letters to take from the end.
        endings: What to add, genitive to prepositional, five strings.
        risk: What the ending leaves open, ``None`` if it decides.
        settled: Whether grammar leaves no choice and no second opinion is asked.
    """

    cut: int
    endings: tuple[str, ...]
    risk: Risk | None = None
    settled: bool = False

    def form(self, word: str, case: Case) -> str:
        """The lower-case form of ``word``."""
        lowered = word.lower()
        return lowered[: len(lowered) - self.cut] + self.endings[_OBLIQUE.index(case)]


def _paradigm(cut: int, endings: str, risk: Risk | None = None) -> Paradigm:
    return Paradigm(cut, tuple(endings.split()), risk)


INDECLINABLE = Paradigm(0, ("",) * 5)
_ALWAYS_INDECLINABLE = Paradigm(0, ("",) * 5, settled=True)
_POSSESSIVE = _paradigm(0, "а у а ым е")
_CONSONANT = _paradigm(0, "а у а ом е")
_UNSTRESSED = _paradigm(0, "а у а ем е")
_STRESSED = _paradigm(0, "а у а ом е")
_HARD_ADJECTIVE = _paradigm(2, "ого ому ого ым ом")
_VELAR_ADJECTIVE = _paradigm(2, "ого ому ого им ом")
_SOFT_ADJECTIVE = _paradigm(2, "его ему его им ем")
_IOT = _paradigm(1, "я ю я ем е")
_IY = _paradigm(1, "я ю я ем и")
_SOFT = _paradigm(1, "я ю я ем е")
_HUSHED = _paradigm(1, "а у а ем е")
_A = _paradigm(1, "ы е у ой е")
_VELAR_A = _paradigm(1, "и е у ой е")
_SIBILANT_A = _paradigm(1, "и е у ей е", Risk.STRESS)
_TSA = _paradigm(1, "ы е у ей е", Risk.STRESS)
_YA = _paradigm(1, "и е ю ей е")
_IYA = _paradigm(1, "и и ю ей и")
_FEMALE_POSSESSIVE = _paradigm(1, "ой ой у ой ой")
_FEMALE_ADJECTIVE = _paradigm(2, "ой ой ую ой ой")
_FEMALE_SIBILANT = Paradigm(2, ("ей", "ей", "ую", "ей", "ей"), settled=True)
_FEMALE_SOFT = _paradigm(2, "ей ей юю ей ей")

_POSSESSIVE_ENDINGS = ("ов", "ев", "ин", "ын")
#: Foreign surnames in a stressed «-а», «-я»: they never decline.
_FRENCH = word_set("дюма дега золя петипа люка тома ферма деррида бенуа моруа труайя шапиа бальза")
#: English and German surnames in -ин: «Дарвином», not «Дарвиным».
_ENGLISH = word_set(
    "чаплин кронин мартин франклин дурбин бенджамин фейхтин коллин тревелин дублин берлин расин"
)
#: Nouns and patronymics in a stressed -ич: «Кирпичом», against «Бабичем».
_STRESSED_NAMES = frozenset({"бич", "кирпич", "москвич", "ильич", "кузьмич", "фомич", "лукич"})
#: Nouns stressed on the ending that Hungarians and South Slavs have as surnames stressed before it: «Ковачо́м»
#: and «Ко́вачем».
_SHARED_BY_PEOPLES = word_set("ковач копач кулич томич")
#: Slavic names in -о, «Левко», «Данило», «Петро», which many decline, unlike «Карло», «Франсиско».
_SLAVIC_NAMES = ("вко", "нко", "рко", "шко", "ило", "йло", "авло", "тро")
#: Common nouns in -ина, -ова: a woman may be «Смородиной» (от Смородин) or «Смородины» (от Смородина).
_COMMON_NOUNS = word_set(
    "калина малина смородина рябина осина былина година дубина долина лавина машина картина перина "
    "пучина равнина корзина солонина кручина скотина щетина паутина половина середина вершина плотина "
    "тина глубина ветчина корова подкова дуброва основа обнова вдова сова полова"
)


def has_vowel(text: str) -> bool:
    """Whether a stem has a syllable."""
    return not VOWELS.isdisjoint(text)


def is_possessive(word: str) -> bool:
    """Whether a surname is a Russian one in -ов, -ев, -ин, -ын, in the masculine."""
    folded = fold_letters(word)
    if not folded.endswith(_POSSESSIVE_ENDINGS) or folded in _ENGLISH:
        return False
    stem = folded[:-2]
    if folded.endswith(("ин", "ын")):
        return has_vowel(stem) and not _is_foreign_in(stem)
    return len(stem) > 1


def _is_foreign_in(stem: str) -> bool:
    """«Дарвин», «Гершвин», «Литвин»: a consonant before -вин."""
    return stem[-1:] == "в" and stem[-2:-1] not in VOWELS | {"в"}


def surname_paradigm(word: str, sex: Sex) -> Paradigm:
    """The paradigm of one part of a surname.

    >>> surname_paradigm("Белов", Sex.MALE).form("Белов", Case.INSTRUMENTAL)
    'беловым'
    >>> surname_paradigm("Шевчук", Sex.FEMALE).form("Шевчук", Case.DATIVE)
    'шевчук'
    """
    folded = fold_letters(word)
    if len(folded) == 1:
        return _ALWAYS_INDECLINABLE
    if folded[-1:] in {"а", "я"}:
        return _vowel_paradigm(folded, sex)
    if folded[-1:] in VOWELS or sex is Sex.FEMALE or not folded.isalpha():
        return INDECLINABLE
    return _masculine_pattern(folded)


def _vowel_paradigm(word: str, sex: Sex) -> Paradigm:
    if word in _FRENCH:
        return _ALWAYS_INDECLINABLE
    if word[-1] == "а" and word[-2:-1] in VOWELS:
        return INDECLINABLE
    if sex is Sex.FEMALE:
        if word.endswith(("ая", "яя")):
            return _female_adjective(word)
        if word.endswith(("ова", "ева", "ина", "ына")) and has_vowel(word[:-3]):
            return _with(_FEMALE_POSSESSIVE, Risk.NOUN) if word in _COMMON_NOUNS else _FEMALE_POSSESSIVE
        return _with(_YA, Risk.NOUN) if word.endswith("ья") else noun_in_a(word)
    if word.endswith(("ова", "ева")) and has_vowel(word[:-3]):
        return _with(_A, Risk.SEX)
    return noun_in_a(word)


def _with(paradigm: Paradigm, risk: Risk) -> Paradigm:
    return Paradigm(paradigm.cut, paradigm.endings, risk)


def _female_adjective(word: str) -> Paradigm:
    if word.endswith("яя"):
        return _FEMALE_SOFT
    if word[-3:-2] in _SIBILANTS and word not in {"большая", "чужая"}:
        return _FEMALE_SIBILANT
    return _FEMALE_ADJECTIVE


def noun_in_a(word: str) -> Paradigm:
    """The paradigm of a name in «-а», «-я» that declines as a noun."""
    if word.endswith("ия"):
        return _IYA
    if word.endswith("я"):
        return _with(_YA, Risk.FOREIGN) if word.endswith("ая") else _YA
    before = word[-2:-1]
    if before in _VELARS:
        return _VELAR_A
    if before in _SIBILANTS:
        return _SIBILANT_A
    return _TSA if before == "ц" else _A


def _masculine_pattern(word: str) -> Paradigm:
    if is_possessive(word):
        return _POSSESSIVE
    if word in _ENGLISH or word.endswith("ин"):
        return Paradigm(0, _CONSONANT.endings, settled=True)
    if word.endswith("ых"):
        return INDECLINABLE
    if word.endswith("их"):
        return _in_ikh(word)
    if word.endswith("й"):
        return _in_iot(word)
    if word.endswith("ь"):
        return _with(_HUSHED if word[-2:-1] in _SIBILANTS else _SOFT, Risk.NOUN)
    return _in_consonant(word)


def _in_ikh(word: str) -> Paradigm:
    """«Долгих» is a Russian genitive and stays, «Рерих» is a German noun and declines."""
    before = word[-3:-2]
    if before in _VELARS | _SIBILANTS | {"ь"}:
        return INDECLINABLE
    if before == "н":
        return INDECLINABLE if word[-4:-3] not in VOWELS | {"н"} else _with(_CONSONANT, Risk.FOREIGN)
    # no other Russian adjective has -их: after a hard consonant it is -ых
    return Paradigm(0, _CONSONANT.endings, settled=True)


def _in_iot(word: str) -> Paradigm:
    before = word[-3:-2]
    if word.endswith("ый"):
        return _HARD_ADJECTIVE
    if word.endswith("ой"):
        return _in_oy(word)
    if not word.endswith("ий"):
        return _with(_IOT, Risk.FLEETING) if word.endswith("ей") else _IOT
    if not has_vowel(word[:-2]):
        return _with(_IY, Risk.FLEETING)
    if word.endswith(("ский", "цкий")):
        return _VELAR_ADJECTIVE
    if before in _VELARS:
        return _with(_VELAR_ADJECTIVE, Risk.NOUN)
    return _with(_SOFT_ADJECTIVE if before in _SIBILANTS | {"н"} else _IY, Risk.NOUN)


def _in_oy(word: str) -> Paradigm:
    if not has_vowel(word[:-2]):
        return _with(_IOT, Risk.NOUN)
    return _with(_VELAR_ADJECTIVE if word[-3:-2] in _VELARS | _SIBILANTS else _HARD_ADJECTIVE, Risk.NOUN)


def _in_consonant(word: str) -> Paradigm:
    if word in _SHARED_BY_PEOPLES:
        return _with(_STRESSED, Risk.PEOPLE)
    if word in _STRESSED_NAMES:
        return _with(_STRESSED, Risk.STRESS)
    if word.endswith("ич"):
        return _UNSTRESSED
    if word.endswith("ньш"):  # «Берзиньшем»: Latvian, the stress stands on the first syllable
        return Paradigm(0, _UNSTRESSED.endings, settled=True)
    if word[-1] in _SIBILANTS:
        return _with(
            _STRESSED if word.endswith("ач") or not has_vowel(word[:-2]) else _UNSTRESSED, Risk.STRESS
        )
    if word[-2:] in {"ец", "ок", "ек"}:
        return _fleeting(word)
    if word.endswith("яц"):
        return Paradigm(2, ("йца", "йцу", "йца", "йцем", "йце"), Risk.FLEETING)
    if word.endswith("ц"):
        return _UNSTRESSED
    fleets = word[-2] in {"о", "е"} and word[-1] in {"л", "р", "н", "т", "в", "г", "м"}
    return _with(_CONSONANT, Risk.FLEETING) if fleets else _CONSONANT


def _fleeting(word: str) -> Paradigm:
    """«Кравец» → «Кравца», «Коломиец» → «Коломийца», «Волчок» → «Волчка»; «Швец», «Гашек» keep the vowel."""
    stem, last = word[:-2], word[-1]
    if not has_vowel(stem) or word.endswith("ек"):
        return _with(_UNSTRESSED if word.endswith("ец") and has_vowel(stem) else _CONSONANT, Risk.FLEETING)
    middle = "й" if stem[-1] in VOWELS else "ь" if stem[-1] == "л" and last == "ц" else ""
    ins = "ем" if last == "ц" and middle == "й" else "ом"
    return Paradigm(2, tuple(middle + last + ending for ending in ("а", "у", "а", ins, "е")), Risk.FLEETING)


def _first_name_in_a(word: str) -> Paradigm:
    if word.endswith("ия") and len(word) <= len("лия"):
        return _with(_IYA, Risk.SHORT)
    return INDECLINABLE if word[-1] == "а" and word[-2:-1] in VOWELS - {"и"} else noun_in_a(word)


def first_name_paradigm(word: str, sex: Sex) -> Paradigm:
    """The paradigm of a first name that declines regularly.

    >>> first_name_paradigm("Мария", Sex.FEMALE).form("Мария", Case.DATIVE)
    'марии'
    """
    folded = fold_letters(word)
    last = folded[-1:]
    if last in {"а", "я"}:
        return _first_name_in_a(folded)
    if sex is Sex.MALE and folded.endswith(_SLAVIC_NAMES):
        return _with(INDECLINABLE, Risk.SLAVIC)
    if last in VOWELS or not folded.isalpha():
        return INDECLINABLE
    if sex is Sex.FEMALE:
        return _with(INDECLINABLE, Risk.FOREIGN) if last == "ь" else INDECLINABLE
    if last == "й":
        return _IY if folded.endswith("ий") else _IOT
    if last == "ь":
        return _SOFT
    return _UNSTRESSED if last in _SIBILANTS | {"ц"} else _CONSONANT

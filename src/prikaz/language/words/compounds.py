"""Readings of words with hyphens: which halves decline and which stay."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import evolve, frozen

from prikaz.language.words.abbreviations import read_abbreviation, readings_by_model
from prikaz.language.words.cases import Case
from prikaz.language.words.morphology import Reading, read_word
from prikaz.language.words.spelling import VOWELS, word_set

#: An ordinal in digits in the nominative, as it should be written and as it is met: «1-й», «1-ый», «3-ья».
ORDINAL = re.compile(r"(?P<digits>\d+)-[ыоиаь]?(?P<ending>[йяе])")
#: First halves that never decline, although the dictionary has nouns spelled like them; half of them stay in
#: compounds of the dictionary itself: «дизайн-студия», «экспресс-агентство».
_FIXED_FIRST = word_set(
    "адъюнкт альфа арт бас бета бизнес блиц блок бонус бренд веб виза вице гамма генерал гранд гриль дата "
    "джаз дизайн дизель диско интернет кавер камер карма квест кейс колл компакт конгресс контакт контент "
    "контр концепт крафт кросс лейб лидер лофт луна марш медиа мини обер онлайн офис панк пиар поп прайс "
    "премьер пресс прима прогресс промо ресурс рок сервис сет слайд смарт софт социо спец сплит спорт "
    "стартап статс стоп стресс стрит супер тайм тест ток топ траст трек тренд унтер фан фата фитнес флеш "
    "флэш фокус фото хит царь чат чек чудо шеф шорт шоу штаб эко эконом экс экспресс экстра эскорт эхо"
)
#: Endings of nouns that mean something by themselves and decline.
_DECLINING = frozenset("аяо")
#: Ending of an adjective that has become a noun: «столовая-раздаточная», unlike «контрольно-счётная».
_FULL = "ая"
#: What is left of a neuter behind its first letters: «мин-во», «об-во».
_CONTRACTED = "во"
#: «тренинг-центр», «холдинг-компания»: English names of doings before a noun.
_DOING = "инг"
#: Ranks before which the first half stays: «капитан-лейтенанта», «инженер-майора».
_RANKS = word_set("лейтенант майор подполковник полковник капитан адмирал губернатор")
#: A person named by a field in «-ника», механика.
_SPECIALIST, _SPECIALISTS_END = "механик", "ник"


@lru_cache(maxsize=4096)
def word_readings(word: str, *, persons: bool) -> tuple[Reading, ...]:
    """All readings of a word; both halves of «педагог-психолог» decline, one of «пресс-центр».

    Args:
        word: One word, capitals do not matter.
        persons: Whether the word names a person: then a half that names a thing stays («фитнес-тренер»).
    """
    word = word.replace("\u2011", "-")
    if "-" not in word:
        return _read_plain(word.lower(), persons=persons, known=False)
    if ordinal := ORDINAL.fullmatch(word):
        return _ordinal(**ordinal.groupdict())
    *first, last = word.lower().split("-")
    if last == _CONTRACTED:
        return readings_by_model(word.lower(), "общество", _CONTRACTED)
    whole = read_word(word.lower())
    if joined := _read_joined(whole[0], first, last):
        return joined
    is_fixed = not persons or whole[0].is_adjective or first[0] in _FIXED_FIRST
    if whole[0].listed and is_fixed and not _is_misread(first[0], whole[0]):
        return whole
    lasts = _read_plain(last, persons=persons, known=True)
    return tuple(_compound(first, reading, persons=persons) for reading in lasts)


def _is_misread(first: str, whole: Reading) -> bool:
    """Whether the dictionary leaves a first half that declines, or has two spellings in one word.

    «база-магазин», «фирма-производитель»; «колл-центр», «кол-центра». It is right about a half in a
    consonant: «плащ-палатка».
    """
    genitive = (whole.form(Case.GENITIVE, animate=whole.animate) or first).split("-")[0]
    if genitive != first or first[-1] not in _DECLINING or first in _FIXED_FIRST:
        return first.startswith(genitive) and genitive != first
    half = _first_half(first, whole, persons=False)
    return isinstance(half, Reading) and half.form(Case.GENITIVE, animate=False) != first


def _read_plain(word: str, *, persons: bool, known: bool) -> tuple[Reading, ...]:
    """Readings of a word or last half; a specialist is ``known`` only behind another person."""
    specialist = _specialist(word) if persons else ()
    others = read_abbreviation(word, persons=persons) or read_word(word)
    return (*(evolve(one, known=known) for one in specialist), *others)


def _read_joined(whole: Reading, first: list[str], last: str) -> tuple[Reading, ...]:
    """A word that the dictionary declines without its hyphen: «шоу-рум», «шоурума»."""
    stem, joined = "-".join([*first, ""]), "".join([*first, last])
    if "-" in whole.parse.normal_form or not (whole.listed and read_word(joined)[0].listed):
        return ()
    return readings_by_model(f"{stem}{last}", joined, last)


def _specialist(word: str) -> tuple[Reading, ...]:
    """«электроник»: a person where the dictionary has only «электроника», the field, in the genitive."""
    readings = read_word(word)
    fields = all(one.listed and one.case is Case.GENITIVE and one.number == "plur" for one in readings)
    return (
        readings_by_model(word, _SPECIALIST, _SPECIALISTS_END)
        if fields and word.endswith(_SPECIALISTS_END)
        else ()
    )


@frozen(kw_only=True, eq=False)
class _Ordinal(Reading):
    """An ordinal in digits, «1-й»; it declines as «первый» does."""

    digits: str

    def form(self, case: Case, *, animate: bool) -> str | None:
        spelled = super().form(case, animate=animate) or ""
        return f"{self.digits}-{spelled[-2:] if spelled.endswith(('го', 'му', 'ми')) else spelled[-1:]}"


def _ordinal(digits: str, ending: str) -> tuple[Reading, ...]:
    # «1-й отдел», but «учитель 1-й категории»
    models = {"й": ("первый", "первой"), "я": ("первая",), "е": ("первое", "первые")}[ending]
    return tuple(
        _Ordinal(parse=reading.parse, digits=digits) for model in models for reading in read_word(model)
    )


def _compound(first: list[str], last: Reading, *, persons: bool) -> Reading:
    halves = tuple(_first_half(half, last, persons=persons) for half in first)
    if not (last.is_noun or persons or first[0].endswith(_FULL)):
        return evolve(last, before=tuple(first), known=last.known and not any(map(_is_thing, halves)))
    return evolve(last, before=halves, known=last.known and all(map(_is_known, halves)))


def _is_thing(half: str | Reading) -> bool:
    """Whether «буфет» of «буфет-раздаточная» makes it two nouns; a town does not: «Каменск-Уральский»."""
    return isinstance(half, Reading) and "Geox" not in half.parse.tag


def _is_known(half: str | Reading) -> bool:
    """Whether it is certain that a half declines, or that it does not: it is no new noun, «хакатон»."""
    if isinstance(half, Reading):
        return half.known
    is_fixed = half in _FIXED_FIRST or half.isascii() or half.endswith((*VOWELS, _DOING))
    return is_fixed or read_word(half)[0].listed


def _first_half(half: str, last: Reading, *, persons: bool) -> str | Reading:
    if half in _FIXED_FIRST or half.endswith(_DOING) or last.parse.normal_form in _RANKS:
        return half
    nouns = [one for one in read_word(half) if _may_stand_first(one, last, persons=persons)]
    nouns.sort(key=lambda one: (one.is_adjective, one.number != last.number))
    return nouns[0] if nouns else half


def _may_stand_first(half: Reading, last: Reading, *, persons: bool) -> bool:
    """Whether a reading of the first half declines beside the last: of «школа-партнёр», «заведующий-врач»."""
    if half.case is not Case.NOMINATIVE or not half.known or half.is_personal_name:
        return False
    if half.is_adjective:
        return persons and half.agrees(last)
    return half.is_noun and (half.animate is persons or (half.animate and last.animate))

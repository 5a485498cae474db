"""What a date in a text is, judged by the words around it.

The words before and after decide: «от … №» makes a cited act, «не менее» a
count, «года рождения» a birthday, «по итогам» a period that is summed up. What
no rule knows is called unsure, so that a person is asked.
"""

from __future__ import annotations

import enum
import re
from typing import Final


class Role(enum.Enum):
    """What a time in a text is (чем является дата в тексте)."""

    OWN = "срок или год самого документа"
    RESULT = "период, итоги которого подводят"
    PAST = "рассказ о прошедшем"
    CITED = "акт, на который ссылаются"
    NUMBER = "номер документа"
    CLOCK = "время суток"
    COUNT = "количество"
    BIRTH = "дата рождения"
    AGE = "год рождения, который говорит о возрасте участников"
    NAME = "часть названия"
    UNSURE = "неясно"


#: Roles that move together with the year of the order.
MOVING: Final = frozenset({Role.OWN, Role.RESULT, Role.PAST})


_YEAR: Final = r"(?:19|20)\d\d"
#: One character of a sentence; the dot of an abbreviation does not end it.
_SENTENCE: Final = r"(?:[^.;\n]|(?<![а-яё]{5})\.)"
#: A word for an act, as a regular expression without groups.
ACT: Final = (
    r"(?:приказ|распоряжени|постановлени|закон|решени|указ|письм|протокол|договор|соглашени|кодекс|конвенци)"
    r"[а-яё]*"
)
_CITED_BEFORE: Final = re.compile(
    r"(?:№|\bN)\s*[\w./–-]+(?:\s[-–]\s?[а-я])?\s*$|[^\s:;]\s*\bот\s*$"
    r"|\bс\s+изменениями(?:\s+и\s+дополнениями)?\s+на\s*$"
    rf"|\bред(?:акци[а-яё]+|\.)\s{_SENTENCE}{{0,80}}от\s*$",
    re.IGNORECASE,
)
_CITED_AFTER: Final = re.compile(r"\s{0,3},?\s{0,3}(?:регистрационный|рег\.|(?:исх|вх)\b|(?:№|N)(?!\s*п))")
#: Codes of classifiers, «ОКПД2 14.12.30, 14.12.11», look like dates with short years.
_CODE_BEFORE: Final = re.compile(
    r"\b(?:код(?:а|у|ом|е|ы|ов|ам|ами|ах)?\s+|(?:по\s+)?ОК[А-Я]{2,}\s?\d?\s*|КБК\s+)+[:–-]?\s*"
    r"(?:\d+(?:\.\d+)+\s*(?:[,;]|и)\s*)*$"
)
#: What makes a birthday of the figures right before it: «года рождения», «г.р.»; «г. р. Волга» is a river.
_BIRTH_AFTER: Final = re.compile(
    r"\s*(?:(?i:год[а-яё]*|гг?\.?)\s*)?(?i:рожд(?:ени[яюе]|\.))"
    r"|\s*(?i:гг?)\.?(?:(?i:р)\b|\s(?i:р)\b(?!\.?\s*[А-ЯЁ]))"
)
_BIRTH_BEFORE: Final = re.compile(
    r"(?:\b(?:родил[а-яё]+|родивш[а-яё]+|рожд[её]нн[а-яё]+)(?:\s+(?:в|с|до|после|не\s+ранее))?"
    r"|\bдат[аы] рождения:?|\b(?:рожд|род)\.|\(р\.)\s*$",
    re.IGNORECASE,
)
#: Who is told of by the year of birth: «среди юношей 2010–2011 г.р.», «команд школьников 2012 г.р. и моложе».
_AGE_BEFORE: Final = re.compile(
    r"\b(?:среди|юнош|девуш|девоч|мальчик|дет(?:и|ей|ям|ьми)\b|учащ|обучающ|школьник|воспитанник|спортсмен|участник"
    r"|команд|юниор|возраст|групп|игрок|граждан|допуска)[а-яё]*(?:[\s,]+[а-яё]+){0,4}[\s(]*$",
    re.IGNORECASE,
)
_AGE_AFTER: Final = re.compile(r"[^.;\n]{0,20}\bи\s+(?:моложе|младше|старше)\b", re.IGNORECASE)
_PERIOD: Final = r"(?:[а-яё]+ое полугодие|[IV]+ квартал|[1-4] квартал)?"
_PASSIVE: Final = r"[а-яё]{3,}(?:нн|т)(?<!ответственн)(?:ый|ая|ое|ые|ого|ой|ых|ому|ым|ыми|ом|ую)"
_ACTIVE: Final = r"[а-яё]{3,}[вкг]ш(?:ий|ая|ее|ие|его|ей|их|ему|им|ими|ем|ую)"
_RESULT_BEFORE: Final = re.compile(
    r"(?:\bпо\s+(?:итогам|результатам)(?:\s+работы)?(?:\s+(?:за|в))?|\bитог[а-яё]*(?:\s+за)?|\bза"
    rf"|по\s+состоянию\s+на)\s*{_PERIOD}\s*$",
    re.IGNORECASE,
)
#: Short forms and verbs of what has happened: «утверждён в», «состоялся», «действует с».
_HAPPENED: Final = (
    r"\b(?:утвержд[её]н|принят|создан|издан|подписан|заключ[её]н|открыт|состоял|прош[её]?л|пров[её]л"
    r"|завершил|получил|участвовал|начал(?=[аои]?с))[аоы]?и?(?:сь|ся)?(?:\s+(?:в|от))?"
    r"|\b(?:вступи(?:л[аои]?|вш[а-яё]+)\s+в\s+силу|действу(?:ет|ют|ющ[а-яё]+))(?:\s+с)?"
)
#: What a word that something has been done to ends in: «утверждена», «зарегистрировано»; «член» is none.
_DONE: Final = r"[а-яё]{2,}(?:ован|лен|жд[её]н|щ[её]н|чен|вед[её]н|ес[её]н|нят|бран|(?:из|вы|со)дан)[аоы]?"
#: Who did it, between that word and the day: «управлением по культуре, молодёжи и спорту администрации».
_WORD_OF_AGENT: Final = r"(?!(?:в|на|до|со?|ко?|от|не|для|за)\s)(?![а-яё]+(?:ть|ти)\b)[«»\"а-яё.-]+"
_BY_WHOM: Final = rf"(?:,?\s+{_WORD_OF_AGENT}){{0,14}}(?<!\sпо)(?<!\sи)"
#: «Утверждена начальником управления 18.01.2027», «устав, принятый собранием 18.01.2027»; of a day with a
#: preposition the words right before it tell.
_DONE_ON_DAY: Final = re.compile(
    rf"(?<!быть )(?<!будет )(?<!будут )\b{_DONE}{_BY_WHOM}\s+$|,\s+{_PASSIVE}{_BY_WHOM}\s+$", re.IGNORECASE
)
#: «Конвенция о правах ребёнка, принятая 20 ноября 1989 г.»: an act without its number.
_ACT_ON_DAY: Final = re.compile(
    rf"\b{ACT}(?:\s+[^\s,.;:]+){{0,8}},?\s+(?:принят|подписан|заключ[её]н|утвержд[её]н|издан|одобрен|ратифицирован)[а-яё]*"
    rf"{_BY_WHOM}\s+$",
    re.IGNORECASE,
)
_PAST_BEFORE: Final = re.compile(
    rf"(?:{_PASSIVE}(?:\s+(?:в|от|до|после))?|{_ACTIVE}(?:\s+(?:в|с|до|от))?|{_HAPPENED})\s*{_PERIOD}\s*$",
    re.IGNORECASE,
)
#: «… на 2027 год, утверждённым приказом …»: the year is of another document.
_APPROVED_AFTER: Final = re.compile(
    rf"[\s»]*(?:\([^)]*\)\s*)?,?\s*(?:утвержд[её]нн|принят|одобренн)[а-яё]+\s+(?:[а-яё]+\s+){{0,3}}?{ACT}",
    re.IGNORECASE,
)
#: «слова «2026 год» заменить»: an amendment of another text.
_QUOTED_WORDS: Final = re.compile(r"\b(?:слов|цифр)[а-яё]*\s*:?\s*$", re.IGNORECASE)
_PROGRAMME_BEFORE: Final = re.compile(
    r"\b(?:Стратеги|Концепци|Доктрин|Национальн[а-яё]+\s+(?:цел|проект)"
    r"|(?i:государственн|национальн|федеральн|региональн|областн|краев)[а-яё]+\s+(?:программ|проект|план))[а-яё]*\b"
    rf"{_SENTENCE}{{0,120}}\b(?:до|на)\s+$"
)
#: A day is the horizon of a programme in such words only; «… на 31.12.2027» is a day of measuring.
_UNTIL_DAY: Final = re.compile(r"\b(?:период|срок)\s+до\s+$", re.IGNORECASE)
_DAY_SHAPES: Final = frozenset({"iso", "figures", "words", "spelled"})
_MORE_OR_LESS: Final = re.compile(
    r"\b(?:не\s+(?:менее|более)|свыше|более|менее|около|итого|всего)\s*:?\s*$", re.IGNORECASE
)
_NOUN_AFTER: Final = re.compile(
    r"\s+(?!(?:и|или|по|до|с|в|на|для|от|к|не|более|менее)\b)[а-яё]{2,}|\s*(?:%|₽)"
)
#: «тел. 8 (48652) 2027, 2028» has no years.
_PHONE_BEFORE: Final = re.compile(
    r"\b(?:тел(?:ефон[а-яё]*)?|факс[а-яё]*|моб)\b\.?[\s:/№]*(?:(?:тел|факс|моб|доб|вн)\b\.?|[\d\s()+,;:/–-])*$",
    re.IGNORECASE,
)
#: «Каб. 2027», «код 2027»: numbers of rooms and codes.
_NUMBERED_BEFORE: Final = re.compile(
    r"\b(?:каб(?:инет[а-яё]*)?|аудитори[а-яё]+|ауд|комнат[а-яё]+|офис[а-яё]*|индекс[а-яё]*|код[а-яё]{0,2}|инн|кпп"
    r"|лицензи[а-яё]+|инв|артикул|сч[её]т[а-яё]{0,2}|бик|снилс|октмо|окпо|кбк)\.?\s*:?\s*$",
    re.IGNORECASE,
)
_NAME_BEFORE: Final = re.compile(r"[А-Яа-яЁё»\"”][-–—]$")
_PLACED: Final = re.compile(
    r"(?:^|[\n(]|\b(?:в|на|к|с|по|до|за|год:?|квартал|полугодие|лето|осень|зима|весна)|[–—-])\s*$",
    re.IGNORECASE,
)
#: «2027 – 100,0; 2028 – 110,0»: years with their values, one after another.
_LISTED: Final = re.compile(r"[;:,]\s*$")
_VALUE_AFTER: Final = re.compile(r"\s*[–—]\s*\d")
_ALONE_AFTER: Final = re.compile(r"\s*(?:$|[.,;:)\n–—-])")


def role_of(text: str, match: re.Match[str], titles: tuple[range, ...]) -> Role:
    """Say what the time of ``match`` is in ``text``, whose titles of acts lie at ``titles``.

    The name of the last group of ``match`` is the shape of the time: "clock", "years", "figures" …
    """
    shape, start, end = match.lastgroup, match.start(), match.end()
    if shape in {"standard", "number"}:
        return Role.NUMBER
    if shape == "clock":
        return Role.CLOCK
    if shape == "figures" and _ends(text, start, _CODE_BEFORE, reach=200):
        return Role.NUMBER
    if any(start in title for title in titles):
        return Role.CITED
    if _CITED_AFTER.match(text, end) or _ends(text, start, _CITED_BEFORE, reach=90):
        return Role.CITED
    if _is_birth(text, match):
        return Role.AGE if _is_age(text, match) else Role.BIRTH
    if shape == "years" and match.group().isdigit():
        return _role_of_bare_year(text, start, end)
    if shape in _DAY_SHAPES and not _ends(text, start, _UNTIL_DAY, reach=20):
        return _role_of_day(text, start, end)
    return _role_of_dated(text, start, end)


def _ends(text: str, end: int, pattern: re.Pattern[str], *, reach: int) -> bool:
    """Whether the words before ``end`` end as ``pattern`` says; about ``reach`` characters are looked at."""
    return bool(pattern.search(text, _word_start(text, max(0, end - reach)), end))


def _word_start(text: str, place: int) -> int:
    """Where the word at a place begins, so that a window cuts none."""
    while 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum():
        place -= 1
    return place


def _is_birth(text: str, match: re.Match[str]) -> bool:
    figures = re.search(r".*\d", match.group(), re.DOTALL)
    after = match.start() + figures.end() if figures else match.end()
    return bool(_BIRTH_AFTER.match(text, after)) or _ends(text, match.start(), _BIRTH_BEFORE, reach=20)


def _is_age(text: str, match: re.Match[str]) -> bool:
    """Whether a year of birth stands for the age of many."""
    if match.lastgroup not in {"years", "pair"}:
        return False
    is_interval = len(re.findall(_YEAR, match.group())) > 1
    is_told = _ends(text, match.start(), _AGE_BEFORE, reach=60) or _AGE_AFTER.match(text, match.end())
    return is_interval or bool(is_told)


def _role_of_dated(text: str, start: int, end: int) -> Role:
    if _ends(text, start, _PROGRAMME_BEFORE, reach=160):
        return Role.UNSURE
    return _role_in_sentence(text, start, end)


def _role_of_day(text: str, start: int, end: int) -> Role:
    if _ends(text, start, _ACT_ON_DAY, reach=200):
        return Role.CITED
    return Role.PAST if _ends(text, start, _DONE_ON_DAY, reach=160) else _role_in_sentence(text, start, end)


def _role_in_sentence(text: str, start: int, end: int) -> Role:
    if _APPROVED_AFTER.match(text, end) or _in_quoted_words(text, start):
        return Role.UNSURE
    if _ends(text, start, _RESULT_BEFORE, reach=40):
        return Role.RESULT
    return Role.PAST if _ends(text, start, _PAST_BEFORE, reach=40) else Role.OWN


def _in_quoted_words(text: str, place: int) -> bool:
    opened = text.rfind("«", 0, place)
    return opened > text.rfind("»", 0, place) and _ends(text, opened, _QUOTED_WORDS, reach=20)


def _role_of_bare_year(text: str, start: int, end: int) -> Role:
    """Judge four figures without «год»: a year only where nothing else can stand."""
    if _ends(text, start, _PHONE_BEFORE, reach=60) or _ends(text, start, _NUMBERED_BEFORE, reach=20):
        return Role.NUMBER
    if _ends(text, start, _NAME_BEFORE, reach=2) or _in_quotes(text, start):
        return Role.NAME
    if _ends(text, start, _MORE_OR_LESS, reach=20) or _NOUN_AFTER.match(text, end):
        return Role.COUNT
    is_listed = _ends(text, start, _LISTED, reach=5) and _VALUE_AFTER.match(text, end)
    if is_listed or (_ends(text, start, _PLACED, reach=15) and _ALONE_AFTER.match(text, end)):
        return _role_of_dated(text, start, end)
    return Role.UNSURE


_QUOTE: Final = re.compile(r"[«»\"“”„\n]")
_TITLE_START: Final = re.compile(r"[«\"“„]\s*(?:О|Об|Обо)\s")
_TITLE_BEFORE: Final = re.compile(
    rf"(?:(?:№|\bN)\s*[\w./–-]+|\b{ACT}|[а-яё]\s*{_YEAR}\s*г(?:\.|ода)?)\s*$", re.IGNORECASE
)


def find_titles(text: str) -> tuple[range, ...]:
    """Places of quoted titles of acts: «О …», or what stands right after an act.

    A title that is not closed ends with its line.
    """
    return tuple(
        quoted
        for quoted in find_quotes(text)
        if _TITLE_START.match(text, quoted.start) or _ends(text, quoted.start, _TITLE_BEFORE, reach=60)
    )


def _in_quotes(text: str, place: int) -> bool:
    return any(place in quoted for quoted in find_quotes(text))


def find_quotes(text: str) -> tuple[range, ...]:
    """Outermost quotations of a text, from mark to mark; the closing mark is no part of them.

    One that is not closed ends with its line.
    """
    found = []
    depth = opened = 0
    for match in _QUOTE.finditer(text):
        mark, place = match.group(), match.start()
        opens = mark in "«„“" or (mark == '"' and (place == 0 or text[place - 1] in ' \u00a0\n("«'))
        if mark == "\n" or not opens:
            if depth and (mark == "\n" or depth == 1):
                found.append(range(opened, place))
            depth = 0 if mark == "\n" else max(0, depth - 1)
            continue
        opened = place if depth == 0 else opened
        depth += 1
    if depth:
        found.append(range(opened, len(text)))
    return tuple(found)

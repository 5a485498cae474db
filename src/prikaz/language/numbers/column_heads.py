"""What the head of a column says of the numbers under it: years, or amounts and numbers of documents.

«Год ввода» makes a year of «2027», «Объём, руб.» an amount, «Телефон» a
telephone. A head that says neither, or both, leaves it to a person.
"""

from __future__ import annotations

import enum
import re
from typing import Final

from prikaz.language.words.spelling import fold


class Meaning(enum.Enum):
    """What numbers that look like years are (чем являются числа)."""

    TIME = "год или срок"
    FIGURES = "количество, сумма или номер"
    BOTH = "и то и другое"
    DOCUMENT = "номер и дата документа"
    BIRTH = "год или дата рождения"
    PAST = "год того, что уже есть"


# All are compiled on first use: few orders have numbers like years alone in their cells. Words are folded.
_BIRTH: Final = r"\b(?:год|дат)[а-я]*\s+рожд(?:ени|\.)|\bг\.\s?р\b"
#: Years of what is there already: a house, a bus, a textbook.
_PAST: Final = r"\bгод[а-я]*\s+(?:постройк|выпуск|издани|основани|приобретени|изготовлени|последн)"
#: Dates that belong to another document.
_OF_A_DOCUMENT: Final = (
    r"\W*дат[аы]\s+(?:документ|приказ|распоряжени|постановлени|решени|договор|контракт|соглашени|акта|протокол"
    r"|лицензи|свидетельств|выдачи)"
)
_TIME: Final = (
    r"\b(?:год(?:а|у|ом|е|ы|ов|ам|ами|ах)?|гг?(?=\.)|срок(?:а|и|у|ов|е|ам|ом)?|дат(?:а|ы|у|е|ой)"
    r"|период(?:а|ы|у|е|ов|ом)?|квартал(?:а|ы|у|е|ов)?|месяц(?:а|ы|у|е)?|полугоди[еяю]|сезон(?:а|ы|у|е)?"
    r"|начало|окончание|завершение|день|время|когда)\b"
)
#: Units, and what is counted.
MEASURE: Final = (
    r"(?:руб|тыс\b|млн|млрд|чел\b|челов|ед\b|единиц|шт\b|штук|процент|балл|мест\b|кв\b|куб\b|м\b|м2|м3|км\b|га\b|кг\b"
    r"|тонн|т\b|л\b|литр|гкал|квт|час(?:ов|ы|а)?\b|мин\b|минут|дней\b|дн\b|недел[ьи]\b|месяцев\b|мес\b|лет\b|экз"
    r"|страниц|листов|участников\b|обучающихся\b|учащихся\b|учеников\b|детей\b|воспитанников\b|школьников\b"
    r"|педагогов\b|жителей\b|семей\b)"
)
#: What is so much or so many.
AMOUNT: Final = (
    r"\b(?:объем|сумм|колич|кол-?\s?во|кол\.|числен|число\s+[а-я]|стоимост|цен[аыу]\b|площад"
    r"|дол[яиюе]\b|итого\b|всего\b|лимит|остат|охват|вместим|мощност|протяж|финансир|расход|бюджет|ассигнован"
    r"|средств|затрат|доход|налог|оклад|зарплат|заработн|нагрузк|возраст|стаж|вес\b|рост\b|высот|ширин|длин|глубин"
    r"|температур|норматив|норм[аы]\b|населени|контингент|размер|величин|тираж)"
)
_QUANTITY: Final = rf"%|₽|\b{MEASURE}|{AMOUNT}"
_NUMBERS: Final = (
    r"№|\bn\s|\b(?:номер|код(?:а|ы|ов|ом)?\b|инн\b|кпп\b|огрн|окпо\b|октмо\b|оквэд|кбк\b|снилс|бик\b|счет|телефон|тел\b|факс"
    r"|кабинет|каб\b|аудитор|ауд\b|помещени|индекс|инвентар|инв\b|кадастр|сери[яи]\b|паспорт|реквизит|лицев|артикул"
    r"|шифр|п/п|адрес|дом\b|корпус|квартир|литер|e-?mail|почт)"
)
_FIGURES: Final = f"{_QUANTITY}|{_NUMBERS}"
_DOCUMENTS: Final = (
    r"\b(?:документ|приказ|основание\b|договор|контракт|соглашени|лицензи|свидетельств|постановлени|распоряжени"
    r"|нпа\b|акт(?:а|ы|ов)?\b|протокол|справк|сертификат|удостоверени|диплом|реестр|решени[еяй]\b)"
)
_ADJECTIVE: Final = r"(?:[а-я]+(?:ый|ой|ий|ая|ое|ее|ые|ие)\s+)?"
_VALUE: Final = r"\b(?:значени|план\b|факт\b|прогноз|целев|оценк)"
#: What is counted in or on, at the end: «Объём, руб.», «Ввод (год)».
UNIT: Final = r"[,(]\s*([^,()]+?)\s*\)?\s*$"
_YEARS: Final = r"(?:год[аы]?|гг?\.?|число,? месяц,? год)"
#: A word before it makes of a time what it is counted for: «в год», «за отчётный период», «на 2027 год».
GOVERNED: Final = (
    r"\b(?:в|во|за|на|по|с|до|от|к|о|об|из)\s+(?:[а-я]+(?:ый|ой|ий|ого|его|ом|ем|ых|ым|ую|ая|ее|ое)\s+){0,2}"
    r"(?:[\d–/-]+\s*)*$"
)
#: A word that is the equal of what stands before it: «Дата и номер», «Год, объём».
_JOINED: Final = rf"(?:\b(?:и|или)\s+|[/,;(+\n]\s*|\s[-–]\s){_ADJECTIVE}$"
_TOTAL: Final = r"\W*(?:итого|всего)\b"
#: The head of the column that numbers the rows.
_ROW_NUMBERS: Final = r"\W*(?:№|n\b)?\W*(?:п\W{0,3}п)?\W*"
_NUMBERING: Final = r"^\W*(?:\d+[.)]?)*\s*"


def meaning_of_head(head: str) -> Meaning | None:
    """What a head says of numbers that look like years; None when it says nothing.

    >>> [meaning_of_head(head) for head in ("Год ввода", "Объём, руб.", "Примечание")]
    [<Meaning.TIME: 'год или срок'>, <Meaning.FIGURES: 'количество, сумма или номер'>, None]
    """
    words = fold(head.replace("\u00ad", ""))
    if re.search(_BIRTH, words):
        return Meaning.BIRTH
    if re.search(_PAST, words):
        return Meaning.PAST
    named = _named(words)
    if not named:
        return Meaning.BOTH if re.search(_TIME, words) else None
    if is_measured(words):
        return Meaning.FIGURES
    unit = re.search(UNIT, words)
    (_, first), *others = named
    if re.match(_OF_A_DOCUMENT, words):
        return Meaning.DOCUMENT
    if any(kind is not first and re.search(_JOINED, words[:place]) for place, kind in others):
        return Meaning.DOCUMENT if re.search(rf"№|\bномер|{_DOCUMENTS}", words) else Meaning.BOTH
    in_years = unit is not None and first is Meaning.FIGURES and re.fullmatch(_YEARS, unit[1]) is not None
    return Meaning.BOTH if in_years else first


def meaning_of_label(label: str) -> Meaning | None:
    """What the first cell of a row says of numbers in it, when it begins with the word for them.

    >>> meaning_of_label("Количество участников слёта"), meaning_of_label("Итого")
    (<Meaning.FIGURES: 'количество, сумма или номер'>, <Meaning.FIGURES: 'количество, сумма или номер'>)
    >>> meaning_of_label("Проведение слёта в срок")
    """
    words = re.sub(_NUMBERING, "", fold(label))
    begins = re.match(rf"{_ADJECTIVE}(?:{_TIME}|{_FIGURES})", words)
    return meaning_of_head(words) if begins or is_measured(words) else None


def is_of_values(head: str) -> bool:
    """Whether what stands under a head is how much or how many: «Сумма», «Количество», «План».

    >>> is_of_values("Объём, руб."), is_of_values("№ п/п"), is_of_values("Срок")
    (True, False, False)
    """
    words = fold(head)
    return meaning_of_head(head) in {None, Meaning.FIGURES} and bool(
        re.search(f"{_QUANTITY}|{_VALUE}", words)
    )


def is_total(label: str) -> bool:
    """Whether a row sums up the others: «Итого», «Всего по району»."""
    return re.match(_TOTAL, fold(label)) is not None


def is_numbering(head: str) -> bool:
    """Whether a head is that of the numbers of rows: «№ п/п»."""
    return re.fullmatch(_ROW_NUMBERS, fold(head)) is not None


def is_measured(words: str) -> bool:
    """Whether a head ends in a unit of what is counted: «Срок, дней»."""
    unit = re.search(UNIT, words)
    return unit is not None and re.match(MEASURE, unit[1]) is not None


def _named(words: str) -> list[tuple[int, Meaning]]:
    """What a head names, in the order of its words; a time that another word governs is left out."""
    times = (
        (found.start(), Meaning.TIME)
        for found in re.finditer(_TIME, words)
        if not re.search(GOVERNED, words[: found.start()])
    )
    figures = ((found.start(), Meaning.FIGURES) for found in re.finditer(f"{_FIGURES}|{_DOCUMENTS}", words))
    return sorted((*times, *figures), key=lambda item: item[0])

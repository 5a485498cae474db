"""Whether the numbers under the head of a column are summed up: «Сумма, руб.» and «Детей», not «Год ввода».

An amount or a count is summed, a price, a share, a year or a number of a house is not. A head that
says neither leaves it to a person.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from typing import Final

from prikaz.language.numbers.column_heads import AMOUNT, GOVERNED, MEASURE, UNIT, is_numbering
from prikaz.language.words.spelling import LETTERS, fold


class Summing(enum.Enum):
    """What a head says of a sum of what stands under it (складывать ли)."""

    SUMMED = "складывается"
    APART = "не складывается"
    UNTOLD = "не сказано"


# All are compiled on first use: few tables have totals. Words are folded.
#: Shares, means and prices of one, wherever they stand.
_RATE: Final = (
    r"%|процент|\b(?:дол[яи]|цен[аы]|коэффициент[а-я]*|индекс|темп)\b|\b(?:средн(?!\w*\s+(?:школ|обще|образов|професс|специал|звен))|норматив|норм[аы]\b|тариф|удельн|соотношени"
    r"|рейтинг|расцен)|\bза\s+(?:1|один|одно|одну|единицу|шт)\b|\bединицы\b|\bна\s+(?:1|одно|душу)"
    r"|/\s*(?:100|1000|ч|час|сут|кв|м|м2|м3|чел|шт|ед|кг|га|гкал|квт|л|т)\b"
)
#: What is measured of each and never together: a sum of ages is nothing, whatever its unit.
_QUALITY: Final = (
    r"\b(?:возраст|стаж|высота|ширина|глубина|толщина|диаметр|скорость|температура|давление|влажность|плотность"
    r"|напряжение|ставка|курс|широта|долгота)\b"
    r"|\b(?:рост|размер)\s*(?:$|[,(]|обуви|одежды)"
)
#: When something is: of a column by year under it that says nothing.
_WHEN: Final = (
    r"\b(?:срок(?:и|а|ов)?|дат[аы]|время|период|год\s+(?!\d)[а-я]+"
    r"|(?:учебн|календарн|финансов|отчетн)[а-я]+\s+год)\b"
)
#: Names that are written in figures. A unit makes an amount of some: «Участок, га».
_NAMED: Final = (
    r"№|\b(?:n|п/п|номер[аы]?|код[ы]?|шифр|индекс|инн|кпп|огрн|окпо|октмо|кбк|бик|снилс|счет|телефон[ы]?|тел|факс"
    r"|кабинет[ы]?|каб|аудитори[яи]|помещени[ея]|комната|этаж[и]?|подъезд|дом[а]?|корпус|строение|квартир[аы]|кв\.?"
    r"(?=\s*$)|участок|разряд[ы]?|класс[ы]?|курс[ы]?|групп[аы]|категори[яи]|степень|уровень|ранг|место|очередь|этап|стади[яи]"
    r"|оценка|балл|отметка|лист|страница|стр|раздел|подраздел|глава|статья|пункт|подпункт|вид|тип|версия"
    r"|инв|артикул|серия|паспорт|маршрут|смена|час|день|число(?=\s*$|,|\s+и\b|\s+рожд)|месяц|квартал|год|годы|показатель|приоритет|год[ау])\b"
)
_MONEY: Final = (
    r"\b(?:прибыл|убыт|фонд\b|потребност|поступлени|выплат|взнос|штраф|преми[яи]\b|субсиди|субвенци|дотаци|грант|задолжен"
    r"|экономи[яи]\b|платеж|аванс|компенсаци|пособи|стипенди|надбавк|доплат|масса\b)"
)
#: Years and points of each are units, but nobody adds them.
_UNITS: Final = rf"(?!лет\b|балл|мин)(?:{MEASURE}|м²|м³|п\.?\s?м\b|пог|компл|пар\b|г\b|ц\b|ставок\b)"
#: A unit alone, or before all else: «Тыс. руб.», «Человек»; an hour may be one of the day.
_UNIT_FIRST: Final = rf"\W*(?:в\s+)?(?!часа?\b){_UNITS}"
_QUANTITY: Final = rf"₽|{AMOUNT}|{_MONEY}|\b(?!часа?\b){_UNITS}"
#: A year, or several, as columns by year have them: «2027 год», «2027/2028 учебный год».
_YEARS: Final = (
    r"\b(?:(?:19|20)\d\d\b[\s/–-]*)(?:(?:(?:19|20)?\d\d)\b[\s/–-]*)?"
    r"(?:(?:учебн|календарн|финансов|отчетн)[а-я]+\s+)?(?:(?:год[ау]?|гг?)\b\.?)?"
)
_PARTS: Final = r"\W*(?:в\s+том\s+числе|в\s*т\.\s*ч\.|из\s+них)\W*"
#: A part of the year with its number or its name: «I квартал», «Январь».
_PART_OF_YEAR: Final = (
    r"\W*(?:(?:\d|[ivх]+)(?:-?[а-я]{1,2})?\.?\s+(?:квартал|полугодие|кв\.)"
    r"|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)\b"
)


def summing_of_head(levels: Sequence[str]) -> Summing:
    """Whether numbers are summed up under a head; its levels go from the top down.

    >>> [summing_of_head([head]).value for head in ("Сумма, руб.", "Год ввода", "Примечание")]
    ['складывается', 'не складывается', 'не сказано']
    """
    words = [re.sub(_PARTS, " ", fold(level.replace("\u00ad", ""))).strip() for level in levels]
    if any(re.search(_RATE, level) or _comes_first(_QUALITY, level) for level in words):
        return Summing.APART
    told = (_of_level(level) for level in reversed(words))
    return next((each for each in told if each is not Summing.UNTOLD), Summing.UNTOLD)


def _of_level(words: str) -> Summing:
    without_years = re.sub(_YEARS, " ", words)
    if (words and is_numbering(words)) or _comes_first(_WHEN, without_years):
        return Summing.APART
    unit = re.search(UNIT, words)
    measured = re.match(_UNITS, unit[1]) if unit else re.match(_UNIT_FIRST, words)
    if measured or re.match(_PART_OF_YEAR, words):
        return Summing.SUMMED
    if _comes_first(_NAMED, without_years):
        return Summing.APART
    named = re.search(_QUANTITY, without_years) or without_years != words or _is_counted(words)
    return Summing.SUMMED if named else Summing.UNTOLD


def _comes_first(pattern: str, words: str) -> bool:
    """Whether a head names something by a word of its own, and no amount before it."""
    amount = re.search(_QUANTITY, words)
    free = (
        found.start()
        for found in re.finditer(pattern, words)
        if not re.search(GOVERNED, words[: found.start()])
    )
    place = next(free, None)
    return place is not None and (amount is None or place <= amount.start())


def _is_counted(words: str) -> bool:
    """Whether a head begins with what is counted, as it stands after a number: «Детей», «Новых мест»."""
    from prikaz.language.words.cases import Case  # noqa: PLC0415 (few heads ask for the dictionary)
    from prikaz.language.words.morphology import read_word  # noqa: PLC0415 (as above)

    first = re.match(rf"\W*([{LETTERS}]{{3,}})", words)
    readings = read_word(first[1]) if first and first[1] != "лет" else ()
    if any(reading.case is Case.NOMINATIVE for reading in readings):
        return False
    return any(
        reading.case is Case.GENITIVE
        and reading.number == "plur"
        and (reading.is_noun or reading.is_adjective)
        for reading in readings
    )

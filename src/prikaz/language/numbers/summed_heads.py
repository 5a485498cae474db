"""Whether the numbers under the head of a column are summed up: «Сумма, руб.» and «Детей», not «Год ввода».

An amount or a count is summed, a price, a share, a year or a number of a house is not. A head that
says neither leaves it to a person.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from typing import Final

from prikaz.language.numbers.column_heads import is_measured, is_numbering
from prikaz.language.words.spelling import LETTERS, fold


class Summing(enum.Enum):
    """What a head says of a sum of what stands under it (складывать ли)."""

    SUMMED = "складывается"
    APART = "не складывается"
    UNTOLD = "не сказано"


# All are compiled on first use: few tables have totals. Words are folded.
#: Shares, means and prices of one, wherever they stand.
_RATE: Final = (
    r"%|процент|\b(?:дол[яи]|цен[аы]|коэффициент[а-я]*|индекс|темп)\b|\b(?:средн|норматив|тариф|удельн|соотношени"
    r"|рейтинг|расцен)|\bза\s+(?:1|один|одно|одну|единицу|шт)\b|\bединицы\b|\bна\s+(?:1|одно|душу)"
    r"|/\s*(?:100|1000|ч|час|сут|кв|м|м2|м3|чел|шт|ед|кг|га|гкал|квт|л|т)\b"
)
#: What is measured of each and never together: a sum of ages is nothing, whatever its unit.
_QUALITY: Final = (
    r"\b(?:возраст|стаж|высота|ширина|глубина|толщина|диаметр|скорость|температура|давление|влажность|плотность"
    r"|напряжение|ставка|курс|широта|долгота)\b"
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
    r"|оценка|балл|отметка|рост|размер|лист|страница|стр|раздел|подраздел|глава|статья|пункт|подпункт|вид|тип|версия"
    r"|инв|артикул|серия|паспорт|маршрут|смена|час|день|число|месяц|квартал|год|годы|показатель|приоритет|год[ау])\b(?!\s+колич)"
)
_QUANTITY: Final = (
    r"₽|\b(?:объем|сумм|колич|кол-?\s?во\b|кол\.|численн|число\s+(?!,|и\b|рожд)[а-я]|стоимост|площад|итого\b|всего\b|лимит"
    r"|остат|охват|вместим|мощност|протяж|финансир|расход|бюджет|ассигнован|средств|затрат|доход|прибыл|убыт|налог\b"
    r"|налоги\b|оклад|зарплат|заработн|фонд\b|нагрузк|населени|контингент|тираж|потребност|поступлени|выплат|взнос|штраф"
    r"|преми[яи]\b|субсиди|субвенци|дотаци|грант|задолжен|экономи[яи]\b|платеж|аванс|компенсаци|пособи|стипенди"
    r"|надбавк|доплат|размер\s+(?:выплат|субсид|средств|оклад|грант|преми|стипенд|компенсац|пособ|плат)|длина\b|вес\b|масса\b)"
)
#: A unit alone, or before all else: «Тыс. руб.», «Человек».
_UNIT_FIRST: Final = (
    r"\W*(?:в\s+)?(?:руб|тыс\b|млн|млрд|чел\b|человек|ед\b|единиц|шт\b|штук|мест\b|кв\.\s?м|куб\.\s?м|м2|м3|м²|м³|га\b|кг\b|тонн"
    r"|т\b|литр|гкал|квт|экз\b|часов\b|часы\b|ставок\b)"
)
_MORE_UNITS: Final = r"[,(]\s*(?:м²|м³|п\.?\s?м|пог|экземпляр|компл|пар\b|г\b|ц\b|ставок)"
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
    words = [fold(level.replace("\u00ad", "")) for level in levels]
    if any(re.search(f"{_RATE}|{_QUALITY}", level) for level in words):
        return Summing.APART
    told = (_of_level(level) for level in reversed(words))
    return next((each for each in told if each is not Summing.UNTOLD), Summing.UNTOLD)


def _of_level(words: str) -> Summing:
    without_years = re.sub(_YEARS, " ", words)
    if (words and is_numbering(words)) or re.search(_WHEN, without_years):
        return Summing.APART
    unit = is_measured(words) or re.match(_UNIT_FIRST, words) or re.search(_MORE_UNITS, words)
    if unit or re.match(_PART_OF_YEAR, words):
        return Summing.SUMMED
    quantity = re.search(_QUANTITY, without_years)
    named = re.search(_NAMED, without_years)
    if quantity and (not named or quantity.start() <= named.start()):
        return Summing.SUMMED
    if named:
        return Summing.APART
    return Summing.SUMMED if without_years != words or _is_counted(words) else Summing.UNTOLD


def _is_counted(words: str) -> bool:
    """Whether a head begins with what is counted, as it stands after a number: «Детей», «Новых мест»."""
    from prikaz.language.words.cases import Case  # noqa: PLC0415 (few heads ask for the dictionary)
    from prikaz.language.words.morphology import read_word  # noqa: PLC0415 (as above)

    first = re.match(rf"(?:{_PARTS})?\W*([{LETTERS}]{{3,}})", words)
    readings = read_word(first[1]) if first and first[1] != "лет" else ()
    if any(reading.case is Case.NOMINATIVE for reading in readings):
        return False
    return any(
        reading.case is Case.GENITIVE
        and reading.number == "plur"
        and (reading.is_noun or reading.is_adjective)
        for reading in readings
    )

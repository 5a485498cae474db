"""Ordinals inside running text: «82-й», «XV», «двадцать пятого», and the same ones some numbers later.

The form of the word stays, whatever it is, so nothing has to be known of the
noun but whether it is feminine: «второй слёт» becomes «третий», «второй
олимпиады» «третьей».
"""

from __future__ import annotations

import re
from typing import Final

from prikaz.errors import LanguageError
from prikaz.language.numbers.roman import read_roman, roman
from prikaz.language.words.spelling import fold_letters

_UNIT_WORDS: Final = (
    "перв втор трет четвёрт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат"
    " пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
)
_TEN_WORDS: Final = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
_ROUND: Final = {
    30: "тридцат",
    40: "сороков",
    50: "пятидесят",
    60: "шестидесят",
    70: "семидесят",
    80: "восьмидесят",
    90: "девяност",
    100: "сот",
}
_STEMS: Final = dict(enumerate(_UNIT_WORDS.split(), 1)) | _ROUND
_NUMBERS: Final = {fold_letters(stem): number for number, stem in _STEMS.items()}
_TENS: Final = _TEN_WORDS.split()
#: Stems that end in «-ой» where others end in «-ый».
_STRESSED: Final = frozenset({"втор", "шест", "седьм", "восьм", "сороков"})
#: Endings one below another: those of «третий», and those of all others.
_SOFT_ENDINGS: Final = "ий ья ье ьего ьему ью ьим ьем ьей ьи ьих ьими"
_HARD_ENDINGS: Final = "ый ая ое ого ому ую ым ом ой ые ых ыми"
_SOFT: Final = _SOFT_ENDINGS.split()
_HARD: Final = _HARD_ENDINGS.split()
_THIRD: Final = "трет"
_FEMININE: Final = _HARD.index("ой")

#: An ordinal in words, as a regular expression without groups.
SPELLED_ORDINAL: Final = (
    rf"(?i:\b(?:(?:{'|'.join(_TENS)})\s+)?"
    rf"(?:{_THIRD}(?:{'|'.join(_SOFT)})|(?:четв[её]рт|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
    rf"(?:{'|'.join(_HARD)}))\b)"
)
#: An ordinal in figures, Roman or not, as a regular expression without groups.
FIGURED_ORDINAL: Final = (
    r"(?:(?<![\w.,№/–-])(?<!№ )\d{1,3}\s?-\s?(?:[ыои]?й|а?я|о?е|[ое]?го|[ое]?му|у?ю|[ыиое]?м|ей|х|ми)\b"
    r"|(?<![\w.№/–-])(?=[СCLІ]*[IVXХ])[IVXLCХСІ]{1,7}(?:-(?:й|я|е|го|му|м|ой|ю))?(?![\w/.]))"
)


def shift_ordinal(words: str, by: int, *, feminine: bool = False) -> str:
    """The same ordinal some numbers later.

    Args:
        words: «82-й», «XV», «двадцать пятого».
        by: How many numbers later.
        feminine: Whether what is counted is feminine; it tells «второй» from «второй».

    Raises:
        LanguageError: It is no ordinal that can be read.

    >>> shift_ordinal("82-й", 1), shift_ordinal("XIX", 1), shift_ordinal("Девятнадцатого", 2)
    ('83-й', 'XX', 'Двадцать первого')
    >>> shift_ordinal("второй", 1), shift_ordinal("второй", 1, feminine=True)
    ('третий', 'третьей')
    """
    if digits := re.match(r"\d+", words):
        return str(int(digits[0]) + by) + words[digits.end() :]
    figures, dash, ending = words.partition("-")
    if number := read_roman(figures):
        return f"{roman(number + by)}{dash}{ending}"
    spelled = _shift_spelled(fold_letters(words), by, feminine=feminine)
    if words.isupper():
        return spelled.upper()
    return spelled.capitalize() if words[0].isupper() else spelled


def _shift_spelled(words: str, by: int, *, feminine: bool) -> str:
    *tens, last = words.split()
    stem = next((stem for stem in sorted(_NUMBERS, key=len, reverse=True) if last.startswith(stem)), "")
    ending = last[len(stem) :]
    endings = _SOFT if stem == _THIRD else _HARD
    if not stem or ending not in endings:
        raise LanguageError(f"порядковое числительное не прочитано: «{words}»")
    form = endings.index(ending)
    if stem in _STRESSED and form == _FEMININE and not feminine:
        form = 0
    number = _NUMBERS[stem] + sum(10 * (_TENS.index(word) + 2) for word in tens)
    return _spell(number + by, form)


def _spell(number: int, form: int) -> str:
    if number > max(_STEMS):
        raise LanguageError(f"порядковое числительное больше сотого: {number}")
    if number in _STEMS:
        stem, tens = _STEMS[number], ""
    else:
        stem, tens = _STEMS[number % 10], _TENS[number // 10 - 2] + " "
    if stem == _THIRD:
        return tens + stem + _SOFT[form]
    return tens + stem + ("ой" if form == 0 and stem in _STRESSED else _HARD[form])

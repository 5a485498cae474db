"""Whether a sentence tells of what has been: «комиссия провела проверку», «протокол заседания 12.01»."""

from __future__ import annotations

import re
from typing import Final

from prikaz.language.time.roles import ACT
from prikaz.language.words.morphology import read_word

# All are compiled on first use: few days lie before the day of their order.
#: Verbs of the past and short participles end so; the dictionary tells them from «школа» and «отдел».
_MAY_TELL: Final = r"(?i)\b[а-яё]{2,}(?:л[аои]?(?:с[ья])?|[нт][аоы]?)\b"
_PASSIVE: Final = r"[а-яё]{3,}(?:нн|т)(?:ый|ая|ое|ые|ого|ой|ых|ому|ым|ыми|ом|ую)"
#: An act, or what has been done, right before a day: «протокол заседания 12.01», «зачисленных до 1 марта».
_BEFORE_DAY: Final = rf"(?i)\b(?:{ACT}(?:\s+[а-яё]+){{0,3}}|{_PASSIVE}\s+до)\s+$"
#: «Должен быть подписан» is still to be done.
_AHEAD: Final = r"(?i)\b(?:быть|буд(?:ет|ут))\s+$"
_END: Final = r"[;\n]|(?<=[а-яё]{3})\.\s+(?=[А-ЯЁ«\d])"


def tells_of_past(text: str, place: int) -> bool:
    """Whether the sentence in which a day begins at ``place`` tells of what has been.

    >>> tells_of_past("Комиссия провела её 12.01.2027", 20), tells_of_past("Провести её до 12.01.2027", 15)
    (True, False)
    """
    if re.search(_BEFORE_DAY, text[:place]):
        return True
    ends = [found.end() for found in re.finditer(_END, text)]
    start = max((end for end in ends if end <= place), default=0)
    sentence = text[start : min((end for end in ends if end > place), default=len(text))]
    return any(
        _is_past(found[0]) and not re.search(_AHEAD, sentence[: found.start()])
        for found in re.finditer(_MAY_TELL, sentence)
    )


def _is_past(word: str) -> bool:
    readings = read_word(word.lower())
    if not readings or not readings[0].listed:
        return False
    tag = readings[0].parse.tag
    return tag.POS == "PRTS" or (tag.POS == "VERB" and {"past"} in tag)

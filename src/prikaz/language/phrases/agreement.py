"""Agreement of a word with the name of a document or a body (согласование): утверждён, утверждена, решил.

Found by the ending of the first word of a name in the nominative: Russian
names of documents and bodies begin with an adjective or with the noun itself.
"""

from __future__ import annotations

import enum
from typing import Final

from prikaz.language.words.spelling import fold_letters


class Agreement(enum.Enum):
    """What a word agrees with (род и число); the value is a short participle's ending."""

    MASCULINE = ""
    FEMININE = "а"
    NEUTER = "о"
    PLURAL = "ы"


#: Nouns of office papers whose ending does not show their gender or number.
_NOUNS: Final = {
    **dict.fromkeys(("перечень", "путь", "календарь", "бюллетень", "словарь"), Agreement.MASCULINE),
    **dict.fromkeys(("модель", "роль", "сеть", "часть", "форма", "ведомость", "опись"), Agreement.FEMININE),
    **dict.fromkeys(
        ("правила", "права", "места", "дела", "условия", "мероприятия", "изменения"), Agreement.PLURAL
    ),
    **dict.fromkeys(("требования", "положения", "задания", "предложения", "сведения"), Agreement.PLURAL),
}
_ENDINGS: Final = (
    (("ый", "ий", "ой"), Agreement.MASCULINE),
    (("ая", "яя"), Agreement.FEMININE),
    (("ство", "ние", "тие", "лие", "рие", "сие", "ое", "ее", "ье", "о"), Agreement.NEUTER),
    (("ые", "ие"), Agreement.PLURAL),
    (("ы", "и", "ения"), Agreement.PLURAL),
    (("ия", "ья", "а", "я"), Agreement.FEMININE),
)


def agreement_of(name: str) -> Agreement | None:
    """Gender or plural of a name in the nominative; None when its ending does not show it.

    >>> agreement_of("Дорожная карта наставничества"), agreement_of("Показатели")
    (<Agreement.FEMININE: 'а'>, <Agreement.PLURAL: 'ы'>)
    >>> agreement_of("Положение о премировании"), agreement_of("ПЛАН мероприятий")
    (<Agreement.NEUTER: 'о'>, <Agreement.MASCULINE: ''>)
    """
    words = name.split()
    if not words:
        return None
    word = fold_letters(words[0]).strip('«»"(),.:;')
    if word in _NOUNS:
        return _NOUNS[word]
    for endings, agreement in _ENDINGS:
        if word.endswith(endings):
            return agreement
    return Agreement.MASCULINE if word and word[-1] in "бвгджзклмнпрстфхцчшщй" else None

"""The case that the words around a name ask for: «назначить …», «на …», «Директору …:»."""

from __future__ import annotations

import re
from typing import Final

from prikaz.language.words.cases import Case
from prikaz.language.words.morphology import read_word

#: What stands before a sentence: the end of another one, or a number that is typed.
_SENTENCE_END: Final = r"[а-яё]{3}[.!?]\s+$|\n\s*$|^\s*(?:\d+[.)])+\s*$"
#: Cases by the prepositions that ask for one only.
_PREPOSITIONS: Final = {
    "на": Case.ACCUSATIVE,
    "через": Case.ACCUSATIVE,
    "от": Case.GENITIVE,
    "у": Case.GENITIVE,
    "для": Case.GENITIVE,
    "без": Case.GENITIVE,
    "кроме": Case.GENITIVE,
    "к": Case.DATIVE,
    "ко": Case.DATIVE,
    "о": Case.PREPOSITIONAL,
    "об": Case.PREPOSITIONAL,
    "при": Case.PREPOSITIONAL,
    "перед": Case.INSTRUMENTAL,
}
_OBJECTS: Final = re.compile(
    r"(?i:назначить|утвердить|направить|командировать|включить|исключить|освободить|наградить|премировать|уволить"
    r"|перевести|обязать|привлечь|ознакомить|считать)"
)
_ADDRESSED: Final = re.compile(
    r"(?i:поручить|предоставить|разрешить|объявить|выплатить|установить|рекомендовать|выделить|вручить|передать)"
)
COMMANDS: Final = re.compile(rf"{_OBJECTS.pattern}|{_ADDRESSED.pattern}")


def sentence_before(before: str) -> str:
    """Of the words before a place, those of its sentence."""
    return re.split(r"[.;]\s", before)[-1]


def opens_sentence(words: str, start: int) -> bool:
    """Whether a sentence begins at a place."""
    before = words[:start]
    return not before.strip(' «"(') or re.search(_SENTENCE_END, before) is not None


def governor(words: str) -> Case | None:
    """The case that the word right before asks for; None if it does not tell."""
    before = re.search(r"([\w-]+) $", words)
    if before is None:
        return None
    word = before[1].lower()
    if word in _PREPOSITIONS:
        return _PREPOSITIONS[word]
    if _OBJECTS.fullmatch(word):
        return Case.ACCUSATIVE
    return Case.DATIVE if _ADDRESSED.fullmatch(word) else None


def case_meant(cases: set[Case], words: str, place: tuple[int, int]) -> Case | None:
    """The case of a name among those that look alike; None if nothing tells it.

    Another person may stand there one day, whose forms are not alike.
    """
    if len(cases) == 1:
        return next(iter(cases))
    before = words[: place[0]]
    if opens_sentence(words, place[0]):
        is_addressed = words.rstrip().endswith(":") or _ends_in_command(words[place[1] :])
        return Case.DATIVE if is_addressed and Case.DATIVE in cases else None
    commands = [*COMMANDS.finditer(sentence_before(before))]
    if commands:
        asked = Case.ACCUSATIVE if _OBJECTS.fullmatch(commands[-1][0]) else Case.DATIVE
        return asked if asked in cases else None
    alone = re.search(r"([\w-]+) $", before)
    is_noun = alone is not None and read_word(alone[1])[0].is_noun
    return Case.GENITIVE if is_noun and cases == {Case.GENITIVE, Case.ACCUSATIVE} else None


def _ends_in_command(words: str) -> bool:
    """Whether an infinitive follows: «Директору школы … представить отчёт»."""
    after = re.match(r",? ([\w-]+)", words)
    return after is not None and any(one.is_command for one in read_word(after[1]))

"""Short participles that agree with a person: «ознакомлена», «подготовил»."""

from __future__ import annotations

from prikaz.language.words.cases import Sex
from prikaz.model.people import Person
from prikaz.model.resolution.person_names import arranged


def agreeing(masculine: str, person: Person) -> str:
    """A participle or a verb in the past that agrees with the sex of a person; «(а)» where it is not seen.

    >>> agreeing("подготовил", Person(last="Орлова", first="Мария", middle="Сергеевна"))
    'подготовила'
    >>> agreeing("ознакомлен", Person(last="Шевчук", first="А.", middle="П."))
    'ознакомлен(а)'
    """
    who = arranged(person)
    sex = who.sex
    if sex is None:
        from prikaz.language.names.sexes import detect_sex  # noqa: PLC0415 (few documents have such lines)

        sex = detect_sex(who.last, who.first, who.middle)
    if sex is None:
        return f"{masculine}(а)"
    return masculine + "а" * (sex is Sex.FEMALE)

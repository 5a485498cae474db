"""Names by the rules of petrovich, as the package pytrovich applies them; the only module that knows it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeAlias

from prikaz.language.words.cases import Case, Sex

if TYPE_CHECKING:
    from pytrovich.maker import PetrovichDeclinationMaker

NamePart: TypeAlias = Literal["LASTNAME", "FIRSTNAME", "MIDDLENAME"]

_GENDERS: Final = {Sex.MALE: "MALE", Sex.FEMALE: "FEMALE"}
_SEXES: Final = {gender: sex for sex, gender in _GENDERS.items()}


class _Detector(Protocol):
    def detect(self, *, firstname: str) -> Any: ...  # noqa: ANN401 - a gender of pytrovich


@lru_cache(maxsize=8192)
def second_opinion(part: NamePart, word: str, sex: Sex, case: Case) -> str:
    """What pytrovich makes of a part of a name, in lower case."""
    from pytrovich import enums  # noqa: PLC0415 - loaded with the rules

    return (
        _maker().make(enums.NamePart[part], enums.Gender[_GENDERS[sex]], enums.Case[case.name], word).lower()
    )


def sex_by_ending(first: str) -> Sex | None:
    """The sex that pytrovich detects in a first name; ``None`` if it may be of both."""
    return _SEXES.get(_detector().detect(firstname=first).name)


@cache
def _maker() -> PetrovichDeclinationMaker:
    from pytrovich.maker import PetrovichDeclinationMaker  # noqa: PLC0415 - 15 ms, only for those who decline

    return PetrovichDeclinationMaker()


@cache
def _detector() -> _Detector:
    from pytrovich.detector import PetrovichGenderDetector  # noqa: PLC0415 - only for those who ask

    detector: _Detector = PetrovichGenderDetector()
    return detector

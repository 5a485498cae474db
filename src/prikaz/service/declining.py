"""A position, a body or a person in the cases that are asked for."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from prikaz.language.words.cases import Case, Form, Sex


class Declinable(enum.Enum):
    """What words name (что склоняют)."""

    POSITION = "position"
    BODY = "body"
    PERSON = "person"


def recognize(words: str) -> Declinable:
    """What words name, as far as they show it: a whole name is a person, all else a position.

    >>> recognize("Журавлёва Анна Петровна"), recognize("А.П. Журавлёва"), recognize("методист кабинета")
    (<Declinable.PERSON: 'person'>, <Declinable.PERSON: 'person'>, <Declinable.POSITION: 'position'>)
    """
    from prikaz.language.names.written import looks_like_name  # noqa: PLC0415 (only when nobody has said it)

    return Declinable.PERSON if looks_like_name(words) else Declinable.POSITION


def decline(
    words: str, what: Declinable, cases: Iterable[Case] = tuple(Case), sex: Sex | None = None
) -> Iterator[tuple[Case, Form]]:
    """Decline words, one case after another.

    Args:
        words: In the nominative.
        what: What they name.
        cases: The cases asked for.
        sex: Of a person whose name does not show it.

    Raises:
        LanguageError: A form would have to be invented, or the words are not what they are said to be.

    >>> [str(form) for _, form in decline("отдел образования", Declinable.BODY, [Case.DATIVE])]
    ['отделу образования']
    """
    declined = _decliner(words, what, sex)
    return ((case, declined(case)) for case in cases)


def _decliner(words: str, what: Declinable, sex: Sex | None) -> Callable[[Case], Form]:
    if what is Declinable.PERSON:
        return _person(words, sex)
    from prikaz.language.phrases.declension import decline_organization, decline_title  # noqa: PLC0415 (not for persons)

    return partial(decline_organization if what is Declinable.BODY else decline_title, words)


def _person(words: str, sex: Sex | None) -> Callable[[Case], Form]:
    from prikaz.language.names.declension import decline_name  # noqa: PLC0415 (only for persons)
    from prikaz.language.names.written import read_name  # noqa: PLC0415

    name = read_name(words)

    def declined(case: Case) -> Form:
        form = decline_name(name.last, name.first, name.middle, case=case, sex=sex).full
        return Form(form, (*form.doubts, *name.doubts))

    return declined

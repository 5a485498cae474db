"""Initials of a person (инициалы)."""

from __future__ import annotations

import re

from prikaz.language.words.spelling import CAPITALS, SMALL

_INITIALS = re.compile(rf"(?:[A-Z{CAPITALS}][a-z{SMALL}]?\.[\s-]*)+|[A-Z{CAPITALS}]")


def is_initials(name: str) -> bool:
    """Whether a first name or patronymic is given by its letter: «А.», «А», «Дж.», «А.П.».

    >>> is_initials("А."), is_initials("Ия")
    (True, False)
    """
    return bool(_INITIALS.fullmatch(name.strip()))


def initial(name: str) -> str:
    """The initial of a first name or patronymic; what is an initial already stays.

    >>> initial("Анна"), initial("Анна-Мария"), initial("Дж."), initial("")
    ('А.', 'А.-М.', 'Дж.', '')
    """
    if is_initials(name):
        return name.replace(" ", "") if name.endswith(".") else f"{name}."
    first, *_ = (name or " ").split(" ")
    return "-".join(f"{part[0]}." for part in first.split("-") if part)

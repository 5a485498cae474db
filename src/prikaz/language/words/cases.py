"""Cases and sexes of Russian, and a form of a word with its verdict."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Self


class Case(enum.Enum):
    """Case (падеж). The value is the name that authors write in braces: ``{вин куратор}``."""

    NOMINATIVE = "им"
    GENITIVE = "род"
    DATIVE = "дат"
    ACCUSATIVE = "вин"
    INSTRUMENTAL = "твор"
    PREPOSITIONAL = "предл"


class Sex(enum.Enum):
    """Sex of a person (пол)."""

    MALE = "муж"
    FEMALE = "жен"


class Form(str):
    """A form of a name, title or body: a ``str`` that knows whether it can be trusted.

    Attributes:
        doubts: Why a person should look at the form, in Russian, lower case; each says one thing and gives no
            advice. Empty when the form is certain.
    """

    __slots__ = ("doubts",)

    doubts: tuple[str, ...]

    def __new__(cls, text: str, doubts: Sequence[str] = ()) -> Self:
        """Make a form of ``text`` with its ``doubts``."""
        form = super().__new__(cls, text)
        form.doubts = tuple(doubts)
        return form

    @property
    def certain(self) -> bool:
        """Whether nothing speaks against the form."""
        return not self.doubts

    def __reduce__(self) -> tuple[type[Self], tuple[str, tuple[str, ...]]]:
        return type(self), (str(self), self.doubts)

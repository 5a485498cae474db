"""The text of one file and the places in it."""

from __future__ import annotations

import enum
import re
from functools import cached_property
from typing import Final, Protocol

from prikaz.files.nodes.nodes import Place
from prikaz.findings import FindingKind, Severity

CHARACTER_FORBIDDEN: Final = FindingKind(
    "character-forbidden", "В тексте управляющий знак, какого в документе быть не может", Severity.ERROR
)
CHARACTER_UNSEEN: Final = FindingKind("character-unseen", "В тексте знак, которого не видно", Severity.ERROR)

#: What neither a data file nor a document may hold: control characters, halves of pairs, non-characters.
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Dialect(enum.Enum):
    """What the text is written in; only in YAML can punctuation turn into something else."""

    YAML = "YAML"
    JSON = "JSON"


class Mark(Protocol):
    """A position as the YAML parser gives it, everything from 0."""

    index: int
    line: int
    column: int


class Source:
    """A text with its name and dialect (исходный текст); does not change."""

    def __init__(self, *, name: str, text: str, dialect: Dialect = Dialect.YAML) -> None:
        self.name = name
        self.text = text
        self.dialect = dialect

    def with_text(self, text: str) -> Source:
        """The same file with another text."""
        return Source(name=self.name, text=text, dialect=self.dialect)

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")

    def place(self, mark: Mark) -> Place:
        """Where a mark stands, from 1."""
        return Place(file=self.name, line=mark.line + 1, column=mark.column + 1)

    def after(self, mark: Mark) -> str:
        """What stands on the line after a mark."""
        end = self.text.find("\n", mark.index)
        return self.text[mark.index : end if end >= 0 else None]

    def between(self, start: Mark, end: Mark) -> str:
        """What stands between two marks."""
        return self.text[start.index : end.index]


def describe_forbidden(char: str) -> tuple[str, str]:
    """The message and the hint for a character that may not stand in a text."""
    return (
        f"в тексте невидимый управляющий знак U+{ord(char):04X}",
        "удалите его: такие знаки приходят при копировании из Word и PDF",
    )

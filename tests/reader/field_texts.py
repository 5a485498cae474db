"""Texts of an order as a person reads them: references resolved, typography set, spaces and hyphens plain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from prikaz.findings import Path
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.time.dates import format_date
from prikaz.language.typography import typeset
from prikaz.model import Act, OfficeProfile, Order, Person, Signature
from prikaz.model.resolution.content import FootnoteContent, plain_text
from prikaz.model.resolution.references import References

#: A text, a thing with named parts, or a list; "" is nothing.
Tree: TypeAlias = "str | Sequence[Tree] | Mapping[str, Tree]"

PROFILE: Final = OfficeProfile()
#: Between the deadlines of one cell; bodies and results of one are told apart by any mark.
_NEXT: Final = " | "
_ANY_MARK: Final = re.compile(r"\s*[,;\n]\s*")
_SPACES: Final = re.compile(r"[ \u00a0\u2007\u202f\t]+")
_HYPHENS: Final = str.maketrans({"\u2011": "-", "\u00ad": None})


class Texts:
    """Gives the texts of one order, whose references it can resolve."""

    def __init__(self, order: Order) -> None:
        self._references: Final = References(order, PROFILE)

    def text(self, text: str, path: Path) -> str:
        """A text as it is printed, with its footnotes in brackets behind it."""
        resolved = self._references.resolve(text, path, opens_sentence=text.startswith("{"))
        notes = [
            plain_text(piece.content) for piece in resolved.content if isinstance(piece, FootnoteContent)
        ]
        return " ".join([tidy(plain_text(resolved.content)), *(f"[{tidy(note)}]" for note in notes)]).strip()

    def texts(self, texts: Iterable[str], path: Path) -> list[str]:
        """Several, each by itself."""
        return [self.text(text, path) for text in texts]

    def in_one_cell(self, texts: Iterable[str], path: Path) -> str:
        """Several bodies or results of one cell, whatever stands between them."""
        parts = (part for text in texts for part in _ANY_MARK.split(self.text(text, path)))
        return ", ".join(filter(None, parts))


def tidy(text: str) -> str:
    """A text with its typography, single plain spaces, plain hyphens."""
    lines = typeset(text.translate(_HYPHENS)).split("\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip()


def deadlines(given: Iterable[Deadline]) -> str:
    """The deadlines of one cell, told apart."""
    return _NEXT.join(tidy(deadline.text) for deadline in given)


def dated(item: object) -> str:
    """The date of a thing that has one."""
    date = getattr(item, "date", None)
    return format_date(date) if date else ""


def act(given: Act | None) -> str:
    """An act that something else names."""
    if given is None:
        return ""
    date = f"от {dated(given)}" if given.date else ""
    number = f"№ {given.number}" if given.number else ""
    return " ".join(filter(None, (given.kind, str(given.issuer or ""), date, number, given.heading)))


def person(given: Person) -> dict[str, Tree]:
    """A person and what they are."""
    return {"лицо": str(given), "должность": tidy(str(given.position or ""))}


def signature(given: Signature) -> Tree:
    """A signature."""
    return {
        "должность": tidy(str(given.position or "")),
        "исполняет": given.acting.value if given.acting else "",
        "лицо": str(given.person),
        "печать": yes(given.seal),
    }


def yes(fact: object) -> str:
    """A fact, or nothing."""
    return "да" if fact else ""

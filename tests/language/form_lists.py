"""Lists of names, positions and bodies in six cases, and the share of each that comes out right.

Every expected form was written by hand from the rules of grammar; the lists
called second were written before the code was run on them. A row marked
doubtful has more than one defensible answer: it is counted only where a form
that differs from the list is called certain. Letters е and ё are alike.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

from prikaz.language.names.declension import decline_name
from prikaz.language.phrases.declension import decline_organization, decline_title
from prikaz.language.words.cases import Case, Form, Sex

_HERE: Final = Path(__file__).parent
_COLUMNS: Final = {
    "gen": Case.GENITIVE,
    "dat": Case.DATIVE,
    "acc": Case.ACCUSATIVE,
    "ins": Case.INSTRUMENTAL,
    "loc": Case.PREPOSITIONAL,
}
_SEXES: Final = {"M": Sex.MALE, "F": Sex.FEMALE}


@frozen(kw_only=True)
class Answer:
    """One form asked for.

    Attributes:
        asked: The row and the case.
        expected: Form of the list.
        came: Form of the library with its doubts.
        disputed: Whether the list itself calls the row doubtful.
    """

    asked: str
    expected: str
    came: Form
    disputed: bool

    @property
    def right(self) -> bool:
        return _fold(self.expected) == _fold(self.came)

    def __str__(self) -> str:
        verdict = "; ".join(self.came.doubts) or "без сомнений"
        return f"{self.asked}: ожидалось «{self.expected}», получилось «{self.came}» ({verdict})"


@frozen(kw_only=True)
class FormMeasure:
    """How much of a list is right, and how much of it is said to be certain."""

    answers: tuple[Answer, ...]

    @property
    def total(self) -> int:
        """Forms that are not disputed."""
        return sum(not answer.disputed for answer in self.answers)

    @property
    def misses(self) -> tuple[Answer, ...]:
        """Forms that are not disputed and came out wrong."""
        return tuple(answer for answer in self.answers if not (answer.disputed or answer.right))

    @property
    def doubted(self) -> int:
        """Right forms that carry a doubt: false alarms."""
        return sum(
            answer.right and not answer.came.certain and not answer.disputed for answer in self.answers
        )

    @property
    def wrong_but_certain(self) -> tuple[Answer, ...]:
        """Forms, disputed ones too, that differ from the list without a word of warning."""
        return tuple(answer for answer in self.answers if answer.came.certain and not answer.right)


def measure_names(name: str) -> FormMeasure:
    """Surnames with first names and patronymics, the sex given."""
    return FormMeasure(answers=tuple(_name_answers(name)))


def measure_titles(name: str) -> FormMeasure:
    """Positions."""
    return FormMeasure(answers=tuple(_phrase_answers(name, decline_title)))


def measure_bodies(name: str) -> FormMeasure:
    """Names of bodies."""
    return FormMeasure(answers=tuple(_phrase_answers(name, decline_organization)))


def _name_answers(name: str) -> Iterator[Answer]:
    for row in read_forms(name):
        parts = row["last"], row["first"], row["middle"]
        for column, case in _COLUMNS.items():
            came = decline_name(*parts, case=case, sex=_SEXES[row["sex"]]).full
            yield _answer(row, " ".join(filter(None, parts)), column, came, row["status"])


def _phrase_answers(name: str, decline: Callable[[str, Case], Form]) -> Iterator[Answer]:
    for row in read_forms(name):
        for column, case in _COLUMNS.items():
            yield _answer(row, row["nom"], column, decline(row["nom"], case), row["kind"])


def _answer(row: dict[str, str], nominative: str, column: str, came: Form, status: str) -> Answer:
    asked = f"{row['id']} «{nominative}», {_COLUMNS[column].value}"
    return Answer(asked=asked, expected=row[column], came=came, disputed=status == "doubtful")


def read_forms(name: str) -> list[dict[str, str]]:
    """Rows of a list beside this file."""
    with (_HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _fold(text: str) -> str:
    return text.replace("ё", "е").replace("Ё", "Е")

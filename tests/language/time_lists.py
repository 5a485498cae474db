"""Lists of numbers, deadlines and working days, and the share of each that comes out right.

In every list the expected value was written by hand from the rules; the lists
called second were written before the code was run on them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from attrs import frozen

from prikaz.errors import LanguageError
from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.deadlines.shifting import shift_deadline
from prikaz.language.numbers.counting import agree, spell_count
from prikaz.language.numbers.numerals import (
    Gender,
    spell_amount,
    spell_amount_throughout,
    spell_cardinal,
    spell_ordinal,
)
from prikaz.language.time.date_words import spell_date, spell_day
from prikaz.language.time.dates import parse_date
from prikaz.language.time.workdays import russian_calendar
from prikaz.language.words.cases import Case

_HERE: Final = Path(__file__).parent


@frozen(kw_only=True)
class Measure:
    """How much of a list is right.

    Attributes:
        total: Number of forms or days asked for.
        misses: What came out wrong, one line each.
    """

    total: int
    misses: tuple[str, ...]

    @property
    def right(self) -> int:
        return self.total - len(self.misses)


def read_list(name: str) -> list[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def measure_deadlines(name: str) -> Measure:
    """Phrases moved by one and by five years: ``deadlines.tsv``, ``deadlines_second.tsv``."""
    return _collect(
        (f"{row['id']} +{years}: «{row['original']}»", row[column], _shift(row["original"], years))
        for row in read_list(name)
        for years, column in ((1, "plus1"), (5, "plus5"))
    )


def measure_numbers(name: str) -> Measure:
    """Numbers in words and nouns after them, е and ё alike: ``numbers.tsv``, ``numbers_second.tsv``."""
    return _collect(
        (f"{row['id']}: {row['n']} {row['noun']}", _fold(row["expected"]), _fold(_spell_row(row)))
        for row in read_list(name)
    )


def measure_workdays() -> Measure:
    """Days of 2020 to 2026 that are off, or that work on a weekend; and the working days around them."""
    return _collect(_workday_answers())


def _collect(answers: Iterator[tuple[str, str, str]]) -> Measure:
    total = 0
    misses = []
    for asked, expected, came in answers:
        total += 1
        if came != expected:
            misses.append(f"{asked}: ожидалось «{expected}», получилось «{came}»")
    return Measure(total=total, misses=tuple(misses))


def _shift(text: str, years: int) -> str:
    return str(shift_deadline(parse_deadline(text), years=years))


def _fold(text: str) -> str:
    return text.replace("\u00a0", " ").replace("ё", "е")


_CASES: Final = {
    "nom": Case.NOMINATIVE,
    "gen": Case.GENITIVE,
    "dat": Case.DATIVE,
    "acc": Case.ACCUSATIVE,
    "ins": Case.INSTRUMENTAL,
    "loc": Case.PREPOSITIONAL,
    "frac": Case.NOMINATIVE,
}
_GENDERS: Final = {"m": Gender.MASCULINE, "f": Gender.FEMININE, "n": Gender.NEUTER, "": Gender.MASCULINE}

_SPELLERS: Final[dict[str, Callable[[dict[str, str]], str]]] = {
    "card": lambda row: spell_cardinal(
        int(row["n"]), *_case_and_gender(row), animate=row["animacy"] == "anim"
    ),
    "ord": lambda row: spell_ordinal(int(row["n"]), *_case_and_gender(row)),
    "dateord": lambda row: _spell_day(row["n"], _CASES[row["case"]]),
    "money": lambda row: spell_amount(_kopecks(row["n"])),
    "moneyw": lambda row: spell_amount_throughout(_kopecks(row["n"])),
    "agree": lambda row: agree(_number(row["n"]), row["noun"], _CASES[row["case"]]),
    "paren": lambda row: spell_count(int(row["n"]), row["noun"], _CASES[row["case"]]),
}


def _spell_row(row: dict[str, str]) -> str:
    try:
        return _SPELLERS[row["kind"]](row)
    except LanguageError as error:
        return str(error)


def _case_and_gender(row: dict[str, str]) -> tuple[Case, Gender]:
    return _CASES[row["case"]], _GENDERS[row["gender"]]


def _spell_day(figures: str, case: Case) -> str:
    if len(figures) == len("20.08"):
        return spell_day(int(figures[:2]), int(figures[3:]), case)
    return spell_date(parse_date(figures), case)


def _kopecks(rubles: str) -> int:
    return int(Decimal(rubles) * 100)


def _number(figures: str) -> int | Decimal:
    return Decimal(figures.replace(",", ".")) if "," in figures else int(figures)


def _workday_answers() -> Iterator[tuple[str, str, str]]:
    calendar = russian_calendar()
    for row in read_list("workdays.tsv"):
        day = date.fromisoformat(row["date"])
        yield f"{day} рабочий", row["working"], str(int(calendar.is_working(day)))
        if row["next_working"]:
            yield f"{day} следующий", row["next_working"], str(calendar.next_working(day))
        if row["prev_working"]:
            yield f"{day} предыдущий", row["prev_working"], str(calendar.previous_working(day))

"""What a form costs, and what the first one costs.

``python -m pytest benchmarks/bench_language.py -o python_files='bench_*.py' --benchmark-only``
"""

from __future__ import annotations

import subprocess
import sys
from itertools import cycle

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from prikaz.language.names import petrovich, surnames
from prikaz.language.names.declension import PersonName, decline_name
from prikaz.language.phrases import declension as phrases
from prikaz.language.phrases.declension import decline_title
from prikaz.language.words.cases import Case, Form
from tests.language.form_lists import read_forms

_CASES = cycle(case for case in Case if case is not Case.NOMINATIVE)
_FIRST_NAME = (
    "from prikaz.language.names.declension import Case, decline_name;"
    "decline_name('Белова', 'Анна', 'Петровна', case=Case.DATIVE)"
)
_FIRST_TITLE = "from prikaz.language import Case, decline_title; decline_title('методист', Case.DATIVE)"


def _forget() -> None:
    """Empty the caches of forms; the dictionary and the readings of words stay loaded."""
    phrases._form.cache_clear()  # noqa: SLF001
    phrases._read.cache_clear()  # noqa: SLF001
    surnames._decline_part.cache_clear()  # noqa: SLF001
    petrovich.second_opinion.cache_clear()


def test_a_position_again(benchmark: BenchmarkFixture) -> None:
    """A form that was made before."""
    assert benchmark(decline_title, "методист районного кабинета", Case.DATIVE)


def test_a_position_anew(benchmark: BenchmarkFixture) -> None:
    """Another position each time, nothing remembered but the readings of words."""
    titles = cycle(row["nom"] for row in read_forms("titles.tsv"))

    def decline() -> Form:
        _forget()
        return decline_title(next(titles), next(_CASES))

    assert benchmark(decline)


def test_a_name_again(benchmark: BenchmarkFixture) -> None:
    """A form that was made before."""
    assert benchmark(_decline, ("Журавлёва", "Анна", "Петровна"), Case.DATIVE)


def test_a_name_anew(benchmark: BenchmarkFixture) -> None:
    """Another person each time; a third of the list asks the dictionary."""
    rows = (row for row in read_forms("names.tsv") if row["middle"])
    names = cycle((row["last"], row["first"], row["middle"]) for row in rows)

    def decline() -> PersonName:
        _forget()
        return _decline(next(names), next(_CASES))

    assert benchmark(decline)


@pytest.mark.parametrize(
    "program", ["pass", _FIRST_NAME, _FIRST_TITLE], ids=["interpreter", "name", "position"]
)
def test_the_first_form_of_a_process(benchmark: BenchmarkFixture, program: str) -> None:
    """A whole process; the difference from the bare interpreter is the cost of first use."""
    benchmark(subprocess.run, [sys.executable, "-c", program], check=True)


def _decline(parts: tuple[str, str, str], case: Case) -> PersonName:
    return decline_name(*parts, case=case)

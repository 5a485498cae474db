"""What a form costs, and what the first one costs.

``python -m pytest benchmarks/bench_language.py -o python_files='bench_*.py' --benchmark-only``
"""

from __future__ import annotations

import subprocess
import sys
from itertools import cycle

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from prikaz.language import phrases, surnames
from prikaz.language.cases import Case
from prikaz.language.names import PersonName, decline_name
from prikaz.language.phrases import decline_title
from tests.language.form_lists import read_forms

_CASES = cycle(case for case in Case if case is not Case.NOMINATIVE)
_NAME = "from prikaz.language.names import Case, decline_name; decline_name('Белова', 'Анна', 'Петровна', case=Case.DATIVE)"
_TITLE = "from prikaz.language.phrases import Case, decline_title; decline_title('методист', Case.DATIVE)"


def _forget() -> None:
    """Empty the caches of forms; the dictionary and the readings of words stay loaded."""
    phrases._form.cache_clear()  # noqa: SLF001
    phrases._read.cache_clear()  # noqa: SLF001
    surnames._decline_part.cache_clear()  # noqa: SLF001
    surnames.second_opinion.cache_clear()


def test_a_position_again(benchmark: BenchmarkFixture) -> None:
    """A form that was made before."""
    assert benchmark(decline_title, "методист районного кабинета", Case.DATIVE)


def test_a_position_anew(benchmark: BenchmarkFixture) -> None:
    titles = cycle(row["nom"] for row in read_forms("titles.tsv"))
    form = benchmark.pedantic(
        decline_title, setup=lambda: _arguments((next(titles), next(_CASES))), rounds=600
    )
    assert form


def test_a_name_again(benchmark: BenchmarkFixture) -> None:
    """A form that was made before."""
    assert benchmark(_decline, ("Журавлёва", "Анна", "Петровна"), Case.DATIVE)


def test_a_name_anew(benchmark: BenchmarkFixture) -> None:
    names = cycle(
        (row["last"], row["first"], row["middle"]) for row in read_forms("names.tsv") if row["middle"]
    )
    name = benchmark.pedantic(_decline, setup=lambda: _arguments((next(names), next(_CASES))), rounds=600)
    assert name


@pytest.mark.parametrize("program", ["pass", _NAME, _TITLE], ids=["interpreter", "name", "position"])
def test_the_first_form_of_a_process(benchmark: BenchmarkFixture, program: str) -> None:
    """A whole process; the difference from the bare interpreter is the cost of first use."""
    benchmark.pedantic(
        subprocess.run, args=([sys.executable, "-c", program],), kwargs={"check": True}, rounds=3
    )


def _arguments(values: tuple[object, ...]) -> tuple[tuple[object, ...], dict[str, object]]:
    _forget()
    return values, {}


def _decline(parts: tuple[str, str, str], case: Case) -> PersonName:
    return decline_name(*parts, case=case)

"""Turns taken in one run, and their medians."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence


def milliseconds(work: Callable[[], object], turns: int) -> float:
    """Time of one turn of ``work`` on the processor, on average."""
    start = time.process_time()
    for _ in range(turns):
        work()
    return (time.process_time() - start) * 1_000 / turns


def wall_milliseconds(work: Callable[[], object]) -> float:
    """Time of one turn of ``work`` by the clock on the wall."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def interleaved(jobs: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Figures of each job, measured in turns, so that a busy machine slows all of them alike."""
    figures: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, measure in jobs.items():
            figures[name].append(measure())
    return figures


def ratio(slow: list[float], quick: list[float]) -> float:
    """Median of the ratios of the rounds."""
    return statistics.median(one / other for one, other in zip(slow, quick, strict=True))


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Print a table as Markdown has it."""
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(heads))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(flush=True)

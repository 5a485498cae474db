"""Thousands of damaged files through every door: each is read, or refused in words with its name.

``python -m scripts.damaged_inputs [HOW MANY] [FIRST] [DOOR]``; prints what went otherwise, and ends with 1
if anything did. A DOOR is a number from 0: all files come through that one.
"""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from tests.damage.doors import DOORS
from tests.damage.trial import Outcome, limit_memory, try_case

_WORKERS = 2


def main(count: int, first: int = 0, door: int | None = None) -> int:
    """Try cases from ``first`` on; they are the same every time."""
    numbers = range(first, first + count)
    if door is not None:
        numbers = range(first * len(DOORS) + door, (first + count) * len(DOORS), len(DOORS))
    with ProcessPoolExecutor(_WORKERS, initializer=limit_memory) as executor:
        outcomes = list(executor.map(try_case, numbers, chunksize=20))
    wrong = [outcome for outcome in outcomes if outcome.fault]
    for outcome in wrong:
        print(f"{outcome.number} {outcome.door}: {outcome.fault}")
    _summarize(outcomes)
    return 1 if wrong else 0


def _summarize(outcomes: list[Outcome]) -> None:
    read, refused = Counter[str](), Counter[str]()
    for outcome in outcomes:
        (refused if outcome.refused else read)[outcome.door] += 1
    for door in sorted(read | refused):
        print(f"{door}: read {read[door]}, refused {refused[door]}")
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    print(f"slowest: {slowest.seconds:.1f} s, number {slowest.number}")
    print(f"largest process: {max(outcome.megabytes for outcome in outcomes)} MB")


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ["6000"])))

"""What of two sequences belongs together."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from prikaz.reader.revision.alignment import Kin, Step, aligned, bag, kinship

LINES = st.lists(st.sampled_from(("", "а", "б", "а б", "а б в", "в г", "г д е")), max_size=9)


def steps(old: list[str], new: list[str]) -> list[Step]:
    keys = ([line or None for line in old], [line or None for line in new])
    return aligned(
        len(old), len(new), Kin([keys], lambda one, other: kinship(bag(old[one]), bag(new[other]), 0.5))
    )


@given(LINES, LINES)
def test_everything_stands_in_its_order_once(old: list[str], new: list[str]) -> None:
    made = steps(old, new)
    assert [one for one, _ in made if one is not None] == list(range(len(old)))
    assert [other for _, other in made if other is not None] == list(range(len(new)))


@given(LINES, LINES)
def test_in_one_place_what_went_stands_before_what_came(old: list[str], new: list[str]) -> None:
    made = steps(old, new)
    assert not [one for one, other in pairwise(made) if one[0] is None and other[1] is None]


@given(LINES)
def test_what_is_the_same_belongs_together(lines: list[str]) -> None:
    assert steps(lines, lines) == [(place, place) for place in range(len(lines))]


def test_what_is_alike_belongs_together_where_most_of_it_does() -> None:
    old = ["начало", "сдать отчёт о слёте", "провести сбор школ", "конец"]
    new = ["начало", "новый пункт", "сдать отчёт о сборе", "провести слёт школ", "конец"]
    assert steps(old, new) == [(0, 0), (None, 1), (1, 2), (2, 3), (3, 4)]


def test_a_long_gap_is_looked_through_near_its_diagonal() -> None:
    old = [f"пункт {number} прежних правил о сборе" for number in range(600)]
    new = [f"пункт {number} новых правил о сборе" for number in range(600)]
    assert steps(old, new) == [(place, place) for place in range(600)]
    assert len(steps(old, new[:40])) == 600

"""What of two sequences belongs together, in one order: by sameness, then by likeness (соответствие)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple, TypeAlias

#: One of each, or what has no counterpart.
Step: TypeAlias = tuple[int | None, int | None]
#: Keys of the things of both sequences.
Keys: TypeAlias = tuple[Sequence[Hashable | None], Sequence[Hashable | None]]
#: Pairs of two stretches that are all looked at.
_SHORT: Final = 60_000
#: How alike things are of which both say nothing, and one: these belong together rather than to none.
_EMPTY, _FILLED = 0.05, 0.01
#: How far from its own share of the way a thing is looked for in a long gap.
_BAND: Final = 60
_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(r"\d+")


class Kin(NamedTuple):
    """What makes things alike.

    Attributes:
        same: What things have in common that belong together, the strictest first; None of what says nothing
            of its own, such as an empty paragraph.
        alike: How alike the things at two places are, from 0 for what cannot belong together to 1.
    """

    same: Sequence[Keys]
    alike: Callable[[int, int], float]


def aligned(old: int, new: int, kin: Kin) -> list[Step]:
    """Align two sequences.

    Args:
        old: How many things there were.
        new: How many there are.
        kin: What makes them alike.

    Returns:
        All things of both in order; in a place where things went and came, first those that went.
    """
    pairs = list(_pairs(range(old), range(new), kin, 0))
    steps: list[Step] = []
    was = is_now = 0
    for one, other in [*pairs, (old, new)]:
        steps += [(each, None) for each in range(was, one)]
        steps += [(None, each) for each in range(is_now, other)]
        steps.append((one, other))
        was, is_now = one + 1, other + 1
    return steps[:-1]


def _pairs(old: range, new: range, kin: Kin, level: int) -> Iterator[tuple[int, int]]:
    """Pairs of two stretches: first by what stands once in both, then what lies between those."""
    if not old or not new:
        return
    if level == len(kin.same):
        is_short = len(old) * len(new) <= _SHORT
        yield from _alike(old, new, kin) if is_short else _blocks(old, new, kin, 0)
        return
    anchors = _anchors(old, new, kin.same[level])
    if not anchors:
        yield from _pairs(old, new, kin, level + 1)
        return
    was, is_now = old.start, new.start
    for one, other in anchors:
        yield from _pairs(range(was, one), range(is_now, other), kin, level)
        yield one, other
        was, is_now = one + 1, other + 1
    yield from _pairs(range(was, old.stop), range(is_now, new.stop), kin, level)


def _anchors(old: range, new: range, same: Keys) -> list[tuple[int, int]]:
    """What stands once in both stretches, as much of it as stands in one order."""
    keys, new_keys = same
    once, new_once = _once(keys, old), _once(new_keys, new)
    pairs = [(place, new_once[key]) for key, place in once.items() if key in new_once]
    ends: list[int] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    last: list[tuple[int, int]] = []
    for pair in pairs:
        at = bisect_left(ends, pair[1])
        before[pair] = last[at - 1] if at else None
        ends[at : at + 1], last[at : at + 1] = [pair[1]], [pair]
    found: list[tuple[int, int]] = []
    pair_before = last[-1] if last else None
    while pair_before is not None:
        found.append(pair_before)
        pair_before = before[pair_before]
    return found[::-1]


def _once(keys: Sequence[Hashable | None], stretch: range) -> dict[Hashable, int]:
    """Places of the keys that stand once in a stretch, in order."""
    counted = Counter(keys[stretch.start : stretch.stop])
    return {key: place for place in stretch if (key := keys[place]) is not None and counted[key] == 1}


def _blocks(old: range, new: range, kin: Kin, level: int) -> Iterator[tuple[int, int]]:
    """Pairs of two long stretches: the longest that is the same, then what lies before it and behind it."""
    if not old or not new:
        return
    if level == len(kin.same):
        yield from _alike(old, new, kin)
        return
    olds, news = (
        keys[part.start : part.stop] for keys, part in zip(kin.same[level], (old, new), strict=True)
    )
    matcher = SequenceMatcher(lambda key: key is None, olds, news, autojunk=False)
    was, is_now = old.start, new.start
    for block in matcher.get_matching_blocks():
        one, other = old.start + block.a, new.start + block.b
        yield from _blocks(range(was, one), range(is_now, other), kin, level + 1)
        yield from ((one + place, other + place) for place in range(block.size))
        was, is_now = one + block.size, other + block.size


class _Row(NamedTuple):
    """What was best at each place of a row: to pass over the old thing, over the new one, or to pair them."""

    first: int
    choices: bytearray


_OLD, _NEW, _PAIR = range(3)


def _alike(old: range, new: range, kin: Kin) -> Iterator[tuple[int, int]]:
    """The pairs that are most alike together; in a long gap only those near their own share of the way."""
    scores = [0.0] * (len(new) + 1)
    rows: list[_Row] = []
    reached = 0
    for place, one in enumerate(old, 1):
        middle = place * len(new) // len(old)
        first, last = max(1, middle - _BAND), min(len(new), middle + _BAND)
        scores[reached + 1 : last + 1] = [scores[reached]] * (last - reached)
        reached = last
        choices, before = bytearray(), scores[first - 1]
        for column in range(first, last + 1):
            alike = kin.alike(one, new[column - 1])
            paired = before + alike if alike else 0.0
            before = scores[column]
            passed = scores[column - 1]
            choices.append(_PAIR if paired > max(before, passed) else _OLD if before >= passed else _NEW)
            scores[column] = max(paired, before, passed)
        rows.append(_Row(first, choices))
    yield from reversed(list(_way_back(rows, old, new)))


def _way_back(rows: Sequence[_Row], old: range, new: range) -> Iterator[tuple[int, int]]:
    place, column = len(old), len(new)
    while place and column:
        first, choices = rows[place - 1]
        column = min(column, first + len(choices) - 1)
        choice = choices[column - first] if column >= first else _OLD
        if choice == _PAIR:
            yield old[place - 1], new[column - 1]
        place -= choice in {_OLD, _PAIR}
        column -= choice in {_NEW, _PAIR}


# Words


def folded(text: str) -> str:
    """A text without regard to capitals and white space.

    >>> folded("О  СЛЁТЕ ")
    'о слёте'
    """
    return " ".join(text.split()).casefold()


def without_numbers(text: str) -> str:
    """A text without regard to which numbers it says.

    >>> without_numbers("до 12.03.2027")
    'до 0.0.0'
    """
    return _NUMBER.sub("0", text)


def bag(text: str) -> frozenset[tuple[str, int]]:
    """The words of a text, each as often as it stands there."""
    counted: Counter[str] = Counter()
    found = []
    for word in _WORD.findall(text):
        counted[word] += 1
        found.append((word, counted[word]))
    return frozenset(found)


def likeness(one: frozenset[tuple[str, int]], other: frozenset[tuple[str, int]]) -> float:
    """The share of words that two texts have in common, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def kinship(one: frozenset[tuple[str, int]], other: frozenset[tuple[str, int]], least: float) -> float:
    """How alike two things are by their words; 0 below the least that makes them the same, changed."""
    if not one or not other:
        return _EMPTY if one == other else _FILLED
    share = likeness(one, other)
    return share if share >= least else 0.0

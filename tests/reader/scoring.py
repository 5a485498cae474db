"""How many fields of an order are right: two trees of texts against each other, field by field.

Each text that is in one of them is a field, and is right when it is the same in both. Items of a list find
their likest counterparts, in order, so that a lost row costs its own fields and no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from tests.reader.field_texts import Tree

#: Items less alike than this are not taken for each other.
_ALIKE: Final = 0.4


class Field(NamedTuple):
    """A field with what was expected and what came; "" for nothing."""

    path: str
    expected: str
    got: str

    @property
    def is_right(self) -> bool:
        """Whether it came as expected."""
        return self.expected == self.got


def compare(expected: Tree, got: Tree, path: str = "") -> Iterator[Field]:
    """All fields of two trees."""
    if isinstance(expected, str) and isinstance(got, str):
        if expected or got:
            yield Field(path, expected, got)
    elif isinstance(expected, Mapping) and isinstance(got, Mapping):
        for key in (*expected, *(key for key in got if key not in expected)):
            yield from compare(expected.get(key, ""), got.get(key, ""), f"{path} → {key}" if path else key)
    elif isinstance(expected, Mapping) or isinstance(got, Mapping):
        yield from compare(_as_mapping(expected), _as_mapping(got), path)
    else:
        yield from _compare_lists(_as_list(expected), _as_list(got), path)


def _compare_lists(expected: Sequence[Tree], got: Sequence[Tree], path: str) -> Iterator[Field]:
    for place, other in _pairs([*map(_words, expected)], [*map(_words, got)]):
        if place is not None:
            counterpart = "" if other is None else got[other]
            yield from compare(expected[place], counterpart, f"{path} → {place + 1}")
        elif other is not None:
            yield from compare("", got[other], f"{path} → лишнее {other + 1}")


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Places of items that belong together; None for one without a counterpart."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, first, last, other_first, other_last in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(first, last), range(other_first, other_last), strict=True)
        else:
            pairs = _likest(ours[first:last], theirs[other_first:other_last])
            yield from (
                (None if mine is None else first + mine, None if other is None else other_first + other)
                for mine, other in pairs
            )


def _likest(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """The pairs, in order, that are most alike all together (Needleman and Wunsch)."""
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    alike = [[_likeness(mine, other) for other in theirs] for mine in ours]
    for row in range(1, len(ours) + 1):
        for column in range(1, len(theirs) + 1):
            paired = best[row - 1][column - 1] + alike[row - 1][column - 1]
            best[row][column] = max(paired, best[row - 1][column], best[row][column - 1])
    pairs: list[tuple[int | None, int | None]] = []
    row, column = len(ours), len(theirs)
    while row or column:
        if row and best[row][column] == best[row - 1][column]:
            row -= 1
            pairs.append((row, None))
        elif column and best[row][column] == best[row][column - 1]:
            column -= 1
            pairs.append((None, column))
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def _likeness(mine: str, other: str) -> float:
    matcher = SequenceMatcher(None, mine, other, autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < _ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _ALIKE else 0.0


def _words(tree: Tree) -> str:
    if isinstance(tree, str):
        return tree
    parts = tree.values() if isinstance(tree, Mapping) else tree
    return " ".join(filter(None, map(_words, parts)))


def _as_mapping(tree: Tree) -> Mapping[str, Tree]:
    """A thing with parts; what is none is a thing without a name for its only part."""
    return tree if isinstance(tree, Mapping) else {"": tree} if tree else {}


def _as_list(tree: Tree) -> Sequence[Tree]:
    return [tree] if isinstance(tree, str) and tree else list(tree)

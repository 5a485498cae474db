"""Loops of plain parts: the variable ``loop`` without Jinja."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final


class Loop:
    """The variable ``loop`` of a plain part; iterating gives each value together with the loop.

    >>> [(value, loop.index, loop.last) for value, loop in Loop("аб")]
    [('а', 1, False), ('б', 2, True)]
    """

    depth: Final = 1

    def __init__(self, values: Iterable[Any], *_: object) -> None:
        self.index0 = -1
        self._coming = iter(values)
        self._ahead = deque[Any]()

    def __iter__(self) -> Iterator[tuple[Any, Loop]]:
        return self

    def __next__(self) -> tuple[Any, Loop]:
        value = self._ahead.popleft() if self._ahead else next(self._coming)
        self.index0 += 1
        return value, self

    @property
    def index(self) -> int:
        """Number of the iteration, from 1."""
        return self.index0 + 1

    @property
    def revindex(self) -> int:
        """Number of the iteration from the end, down to 1."""
        return self.length - self.index0

    @property
    def revindex0(self) -> int:
        """Number of iterations after this one."""
        return self.length - self.index

    @property
    def length(self) -> int:
        """Number of all iterations."""
        self._ahead += self._coming
        return self.index + len(self._ahead)

    @property
    def first(self) -> bool:
        """Whether this is the first iteration."""
        return self.index0 == 0

    @property
    def last(self) -> bool:
        """Whether no iteration comes after this one."""
        if not self._ahead:
            self._ahead += islice(self._coming, 1)
        return not self._ahead

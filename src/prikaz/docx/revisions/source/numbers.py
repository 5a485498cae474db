"""Numbers that a file gives to its changes, comments and paragraphs, each one once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final

_IDS: Final = re.compile(rb':id="(-?\d{1,10})"')
_PARAGRAPH_IDS: Final = re.compile(rb':(?:paraId|durableId|textId)="([0-9A-Fa-f]{8})"')
_LARGEST: Final = 2**31 - 1
#: Left free behind the largest number, for all changes that a file may get.
_ROOM: Final = 10_000_000


def ids(parts: Iterable[bytes]) -> Iterator[int]:
    """Numbers for changes: behind all that parts use, or the first free ones where these are too large.

    >>> next(ids([b'<w:ins w:id="7"/>', b'<w:bookmarkStart w:id="12"/>'])), next(ids([]))
    (13, 1)
    """
    return free(int(found) for part in parts for found in _IDS.findall(part))


def free(used: Iterable[int]) -> Iterator[int]:
    """Numbers from 1 that are not used.

    >>> [*zip(range(3), free([2, 2**31 - 1]))]
    [(0, 1), (1, 3), (2, 4)]
    """
    taken = set(used)
    first = max(taken, default=0) + 1
    if first + _ROOM > _LARGEST:
        first = 1
    return (number for number in count(max(first, 1)) if number not in taken)


def paragraph_ids(parts: Iterable[bytes]) -> Iterator[str]:
    """Numbers for paragraphs (w14:paraId) that no part uses.

    >>> next(paragraph_ids([b'<w:p w14:paraId="10000000"/>']))
    '10000001'
    """
    taken = {int(found, 16) for part in parts for found in _PARAGRAPH_IDS.findall(part)}
    return (f"{number:08X}" for number in count(0x10000000) if number not in taken)

"""Small orders for tests: one that is right, of which each test changes what it is about."""

from __future__ import annotations

import struct
import zlib
from typing import Any

from prikaz import Kind, Order, Person, Signature
from prikaz.checks import check
from prikaz.findings import Finding
from prikaz.model.resolution.numbering import number_lists

HEAD = Signature(position="Заведующий отделом", person=Person(last="Белов", first="Игорь", middle="Львович"))


def make_order(**changes: Any) -> Order:
    """An order of one clause, signed; ``changes`` are fields of :class:`prikaz.Order`."""
    given: dict[str, Any] = {
        "kind": Kind.ORDER,
        "clauses": ["Контроль за исполнением приказа оставляю за собой."],
        "signatures": [HEAD],
    }
    return Order(**(given | changes))


def checked(order: Order) -> tuple[Finding, ...]:
    """What the checks find in an order."""
    return check(order, number_lists(order))


def png(width: int = 1, height: int = 1) -> bytes:
    """A red picture of so many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\xff\0\0" * width) * height)
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", pixels), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

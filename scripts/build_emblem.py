"""Draw the invented emblem of the gallery: ``python -m scripts.build_emblem``.

A shield with a river under a rising sun; no body has it.
"""

from __future__ import annotations

import math
import struct
import zlib
from pathlib import Path
from typing import Final, TypeAlias

FOLDER: Final = Path(__file__).parent.parent / "examples" / "gallery"
TARGETS: Final = (FOLDER / "gerb.png", FOLDER / "07-uglovoj-blank" / "gerb.png")

Colour: TypeAlias = tuple[int, int, int]

WIDTH: Final = 240
HEIGHT: Final = 320  # 17 mm high and 12.75 mm wide, as on official blanks
_FINE: Final = 3  # points of a pixel in each direction
_WHITE: Final = (255, 255, 255)
_EDGE: Final = (60, 50, 30)
_SKY: Final = (196, 32, 44)
_SUN: Final = (250, 200, 60)
_FIELD: Final = (40, 120, 70)
_RIVER: Final = (70, 130, 200)


def emblem() -> bytes:
    """The picture as a PNG."""
    rows = b"".join(b"\0" + b"".join(bytes(_pixel(x, y)) for x in range(WIDTH)) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows, 9)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _pixel(x: int, y: int) -> Colour:
    """The mean of the colours of its points."""
    shares = [(step + 0.5) / _FINE for step in range(_FINE)]
    points = [_colour((x + right) / WIDTH, (y + down) / HEIGHT) for right in shares for down in shares]
    red, green, blue = (sum(parts) // len(points) for parts in zip(*points, strict=True))
    return red, green, blue


def _colour(x: float, y: float) -> Colour:
    """The colour of a point; both sides of the picture are from 0 to 1."""
    inside = _depth(x, y)
    if inside < 0:
        return _WHITE
    if inside < 0.035:
        return _EDGE
    if y > 0.78 + 0.02 * math.sin(x * 18):
        return _FIELD
    if y > 0.55 + 0.02 * math.sin(x * 18):
        return _RIVER
    away = math.hypot(x - 0.5, (y - 0.55) * HEIGHT / WIDTH)
    ray = math.cos(12 * math.atan2(y - 0.55, x - 0.5)) > 0.3
    return _SUN if away < 0.2 or (ray and 0.24 < away < 0.36) else _SKY


def _depth(x: float, y: float) -> float:
    """How far a point is inside the shield; below nought outside."""
    half = 0.47 if y < 0.6 else 0.47 * math.sqrt(max(0.0, 1 - ((y - 0.6) / 0.37) ** 2))
    return min(half - abs(x - 0.5), y - 0.03, 0.97 - y)


def main() -> None:
    """Write the picture wherever it is wanted, and say where."""
    for target in TARGETS:
        target.write_bytes(emblem())
        print(target)


if __name__ == "__main__":
    main()

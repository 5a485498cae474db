"""Draw the invented pictures of the gallery: ``python -m scripts.build_gallery_pictures``.

An emblem that no body has, a shield with a river under a rising sun; and a scheme of roads and posts.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

FOLDER: Final = Path(__file__).parent.parent / "examples" / "gallery"

Colour: TypeAlias = tuple[int, int, int]
#: The colour of a point; both sides of the picture are from 0 to 1.
Drawing: TypeAlias = Callable[[float, float], Colour]

_FINE: Final = 3  # points of a pixel in each direction
_WHITE: Final = (255, 255, 255)
_EDGE: Final = (60, 50, 30)
_SKY: Final = (196, 32, 44)
_SUN: Final = (250, 200, 60)
_FIELD: Final = (40, 120, 70)
_RIVER: Final = (70, 130, 200)
_ROAD: Final = (150, 150, 150)
_HOUSE: Final = (90, 90, 90)
_POST: Final = (200, 30, 40)


def picture(draw: Drawing, width: int, height: int) -> bytes:
    """A drawing as a PNG of so many pixels."""
    rows = b"".join(
        b"\0" + b"".join(bytes(_pixel(draw, x, y, width, height)) for x in range(width))
        for y in range(height)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows, 9)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _pixel(draw: Drawing, x: int, y: int, width: int, height: int) -> Colour:
    """The mean of the colours of its points."""
    shares = [(step + 0.5) / _FINE for step in range(_FINE)]
    points = [draw((x + right) / width, (y + down) / height) for right in shares for down in shares]
    red, green, blue = (sum(parts) // len(points) for parts in zip(*points, strict=True))
    return red, green, blue


def emblem(x: float, y: float) -> Colour:
    """A shield, three units wide and four high."""
    inside = _depth(x, y)
    if inside < 0:
        return _WHITE
    if inside < 0.035:
        return _EDGE
    if y > 0.78 + 0.02 * math.sin(x * 18):
        return _FIELD
    if y > 0.55 + 0.02 * math.sin(x * 18):
        return _RIVER
    away = math.hypot(x - 0.5, (y - 0.55) * 4 / 3)
    ray = math.cos(12 * math.atan2(y - 0.55, x - 0.5)) > 0.3
    return _SUN if away < 0.2 or (ray and 0.24 < away < 0.36) else _SKY


def _depth(x: float, y: float) -> float:
    """How far a point is inside the shield; below nought outside."""
    half = 0.47 if y < 0.6 else 0.47 * math.sqrt(max(0.0, 1 - ((y - 0.6) / 0.37) ** 2))
    return min(half - abs(x - 0.5), y - 0.03, 0.97 - y)


def scheme(x: float, y: float) -> Colour:
    """Two roads, a school, a turning place and three posts, twice as wide as high."""
    posts = ((0.2, 0.62), (0.55, 0.62), (0.78, 0.25))
    if any(math.hypot(x - right, (y - down) / 2) < 0.018 for right, down in posts):
        return _POST
    if 0.3 < x < 0.48 and 0.2 < y < 0.45:
        return _HOUSE
    on_road = abs(y - 0.7) < 0.05 or (abs(x - 0.72) < 0.025 and y < 0.7)
    if on_road or math.hypot(x - 0.88, (y - 0.7) / 2) < 0.06:
        return _ROAD
    return _WHITE if 0.01 < x < 0.99 and 0.02 < y < 0.98 else _EDGE


#: What is drawn by the name of its file, with its width and height in pixels.
PICTURES: Final[dict[str, tuple[Drawing, int, int]]] = {
    "gerb.png": (emblem, 240, 320),  # 17 mm high and 12.75 mm wide, as on official blanks
    "07-uglovoj-blank/gerb.png": (emblem, 240, 320),
    "shema.png": (scheme, 600, 300),
}


def main() -> None:
    """Write them all, and say where they are."""
    for name, (draw, width, height) in PICTURES.items():
        (FOLDER / name).write_bytes(picture(draw, width, height))
        print(FOLDER / name)


if __name__ == "__main__":
    main()

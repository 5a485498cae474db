"""Files of pictures: what they are and how large, by their first bytes; PNG and JPEG.

Knows nothing of paper. A picture is not decoded: who prints it copies its bytes.
"""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_END: Final = b"IEND"
_PNG_HEAD: Final = 24
_JPEG: Final = b"\xff\xd8\xff"
_JPEG_END: Final = b"\xff\xd9"
#: Markers of a JPEG that say its size; C4, C8 and CC among them say other things.
_SIZES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
#: Markers without a length: padding, restarts, the start.
_ALONE: Final = frozenset({0x01, 0xFF, *range(0xD0, 0xD9)})


class ImageInfo(NamedTuple):
    """What a file of a picture is: the usual extension of its name, and its size in pixels."""

    extension: str
    width: int
    height: int


def image_info(data: bytes) -> ImageInfo | None:
    """What a picture is; None for what is neither a PNG nor a JPEG, or not whole.

    >>> image_info(b"GIF89a") is None
    True
    """
    if data.startswith(_PNG):
        found = _png(data)
    elif data.startswith(_JPEG):
        found = _jpeg(data)
    else:
        return None
    return found if found and found.width and found.height else None


def _png(data: bytes) -> ImageInfo | None:
    if len(data) < _PNG_HEAD or data[12:16] != b"IHDR" or _PNG_END not in data[_PNG_HEAD:]:
        return None
    width, height = struct.unpack(">II", data[16:_PNG_HEAD])
    return ImageInfo("png", width, height)


def _jpeg(data: bytes) -> ImageInfo | None:
    at = len(_JPEG) - 1
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 (every marker begins so)
        marker = data[at + 1]
        if marker in _SIZES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return ImageInfo("jpg", width, height) if _JPEG_END in data[at:] else None
        at += 1 if marker == 0xFF else 2 if marker in _ALONE else 2 + int.from_bytes(data[at + 2 : at + 4])  # noqa: PLR2004
    return None

"""Pictures that an order prints (изображения): the bytes of a file, and where they came from."""

from __future__ import annotations

import os
import pathlib
from typing import BinaryIO, Final, TypeAlias

from attrs import field, frozen

from prikaz.annotations import expected, holds
from prikaz.encodings import read_content
from prikaz.errors import DataError, ModelError
from prikaz.image_files import ImageInfo, image_info
from prikaz.model.typed_values import Misfit
from prikaz.value import Value

#: A scan of a page in colour has some megabytes.
MEGABYTES: Final = 8
#: What to do with a larger one.
TOO_LARGE: Final = "уменьшите рисунок"

#: What an image is made of: a path, bytes or a binary stream, read at once.
ImageSource: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO

_KINDS: Final = {"png": "image/png", "jpg": "image/jpeg"}


@frozen(repr=False, eq=False)
class Image(Value):
    """A picture that an order prints (изображение): a PNG or a JPEG.

    Two images of the same bytes are equal, whatever their files are called.

    Attributes:
        data: The bytes of its file.
        name: Its file as it is named in the data, relative to them; "" when no file stands behind it.

    Raises:
        ModelError: The bytes are no PNG and no JPEG, or not a whole one.
    """

    data: bytes
    name: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.data, bytes) or image_info(self.data) is None:
            called = f" «{self.name}»" if self.name else ""
            raise ModelError(f"рисунок{called} не узнан", "сохраните его как PNG или JPEG")

    @property
    def info(self) -> ImageInfo:
        """What the picture is and how large, in pixels."""
        info = image_info(self.data)
        assert info is not None  # noqa: S101 (looked at when it was made)
        return info

    @property
    def uri(self) -> str:
        """The picture as a text: ``data:image/png;base64,…``."""
        import base64  # noqa: PLC0415 (few orders are written with their pictures inside)

        content = base64.b64encode(self.data).decode("ascii")
        return f"data:{_KINDS[self.info.extension]};base64,{content}"

    def __str__(self) -> str:
        """Say which picture it is, as far as words can: two different ones have different words."""
        import hashlib  # noqa: PLC0415 (asked when two orders are compared)

        digest = hashlib.sha256(self.data).hexdigest()[:8]
        return f"рисунок {self.info.width}×{self.info.height} ({digest})"

    def __repr__(self) -> str:
        shown = f", name={self.name!r}" if self.name else ""
        return f"Image(<{len(self.data)} bytes>{shown})"

    def _parts(self) -> tuple[object, ...]:
        return type(self), self.data


def to_image(value: Image | ImageSource) -> Image | Misfit:
    """Convert to an image: a path, bytes or a binary stream is read at once."""
    if isinstance(value, Image):
        return value
    if not holds(ImageSource, value):
        return Misfit.of(expected(ImageSource), value)
    try:
        return _read(value)
    except ModelError as error:
        return Misfit(error.message, error.hint)
    except DataError as error:
        (fault,) = error.faults
        return Misfit(f"«{fault.file}»: {fault.message}", fault.hint)


def _read(value: ImageSource) -> Image:
    if isinstance(value, bytes):
        return Image(value)
    if not isinstance(value, str | os.PathLike):
        return Image(value.read())
    path = pathlib.Path(value)
    return Image(read_content(path, str(path), MEGABYTES, TOO_LARGE), name=path.as_posix())

"""Pictures as values of a template: ``{{ герб }}``."""

from __future__ import annotations

import hashlib
import io
import os
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from attrs import define, field

from prikaz.annotations import expected, holds, told_value
from prikaz.docx.wml.errors import TagError
from prikaz.docx.wml.names import WP, R, escape
from prikaz.docx.wml.units import Mm
from prikaz.encodings import read_content
from prikaz.errors import FieldFault, ModelError
from prikaz.findings import FindingKind, Severity
from prikaz.image_files import image_info

_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"

PICTURE_UNREADABLE: Final = FindingKind(
    "picture-unreadable", "Файл рисунка не читается как рисунок", Severity.ERROR
)


#: A scan of a page is some megabytes.
_MEGABYTES: Final = 32


class _NamedBytes(bytes):
    """The bytes of a file, with its name for messages."""

    name = ""


_PictureSource: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO
#: Word shows nothing longer, in millimetres: 22 inches.
_LONGEST: Final = 558


def _bytes(source: _PictureSource) -> bytes:
    if not holds(_PictureSource, source):
        raise _refusal("data", "рисунок", f"{expected(_PictureSource)}, {told_value(source)}")
    if isinstance(source, bytes):
        return source
    if not isinstance(source, str | os.PathLike):
        return source.read()
    name = os.fspath(source)
    content = _NamedBytes(read_content(Path(source), name, _MEGABYTES, "уменьшите рисунок"))
    content.name = name
    return content


def _to_width(value: float) -> Mm:
    return _length(value, "width", "ширина")


def _to_height(value: float | None) -> Mm | None:
    return None if value is None else _length(value, "height", "высота")


def _length(value: float, name: str, term: str) -> Mm:
    """A length on paper; a plain number is of millimetres."""
    if not holds(float, value):
        raise _refusal(name, term, f"{expected(float)}, {told_value(value)}")
    if not 0 < value <= _LONGEST:
        raise _refusal(name, term, told_value(value), f"размер бывает больше нуля и до {_LONGEST} мм")
    return Mm(value)


def _to_alt(value: str) -> str:
    if not holds(str, value):
        raise _refusal("alt", "описание", f"{expected(str)}, {told_value(value)}")
    return value


def _refusal(name: str, term: str, message: str, hint: str = "") -> ModelError:
    return ModelError.of_fields([FieldFault(name, term, (), message, hint)])


@define(frozen=True, slots=False)
class Picture:
    """A picture in the text (рисунок): PNG, JPEG, GIF or BMP; a plain number is a length in millimetres.

    A path is read at once; one that cannot be read is a :class:`prikaz.DataError`. What is no picture is
    found when it is printed.

    Attributes:
        data: The file: a path, bytes or a binary stream; read at once.
        width: Width on paper.
        height: Height on paper; by default in proportion.
        alt: What is to be seen on it, for those who cannot see.

    Raises:
        ModelError: An argument is of a wrong type, no length has this number, or the file cannot be read.
    """

    data: bytes = field(converter=_bytes, repr=False)
    width: Mm = field(kw_only=True, converter=_to_width)
    height: Mm | None = field(kw_only=True, default=None, converter=_to_height)
    alt: str = field(kw_only=True, default="", converter=_to_alt)

    @cached_property
    def _image(self) -> tuple[str, int, int]:
        if known := image_info(self.data):
            return known
        from docx.image.image import Image  # noqa: PLC0415  (heavy, seldom needed)

        try:
            image = Image.from_file(io.BytesIO(self.data))
            read = str(image.ext), int(image.px_width), int(image.px_height)
        except Exception as error:  # what python-docx raises for a damaged picture is nowhere said
            raise self._unreadable() from error
        if not (read[1] and read[2]):
            raise self._unreadable()
        return read

    def _unreadable(self) -> TagError:
        called = f" «{self.data.name}»" if isinstance(self.data, _NamedBytes) else ""
        return TagError(
            PICTURE_UNREADABLE, f"файл рисунка{called} не узнан", "сохраните рисунок как PNG или JPEG"
        )

    @property
    def extension(self) -> str:
        """Extension of its file: "png"."""
        return self._image[0]

    @property
    def digest(self) -> str:
        """Name of the file in the document; the same picture is stored once."""
        return hashlib.sha256(self.data).hexdigest()[:16]

    def xml(self, relation: str, number: int) -> str:
        """Write the drawing of the picture.

        Args:
            relation: Id of the relationship to its file.
            number: Id of the drawing, unique in the document.
        """
        _, pixels_wide, pixels_high = self._image
        height = self.height or Mm(self.width * pixels_high / pixels_wide)
        size = f'cx="{self.width.emu}" cy="{height.emu}"'
        named = f'id="{number}" name="Рисунок {number}" descr="{escape(self.alt)}"'
        graphic = (
            f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
            f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip xmlns:r="{R}" r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic>"
        )
        return (
            f'<w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/><wp:docPr {named}/>{graphic}</wp:inline></w:drawing>"
        )

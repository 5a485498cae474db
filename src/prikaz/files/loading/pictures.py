"""Pictures of a data file: the file that a text names, or the picture that it holds."""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import Path
from typing import Final

from prikaz.encodings import FILE_UNREADABLE, read_content, refuse_file
from prikaz.errors import ModelError
from prikaz.model import Image
from prikaz.model.images import MEGABYTES, TOO_LARGE

_URI: Final = re.compile(r"data:image/(?:png|jpe?g);base64,\s*", re.IGNORECASE)


def read_picture(text: str, folder: Path | None) -> Image:
    """Read the picture that a text of a data file stands for.

    Args:
        text: The name of a file, relative to the data, or a ``data:`` URI.
        folder: Where the data is; None when it came from memory, which names no files.

    Raises:
        DataError: There is no such file, it is too large or cannot be opened.
        ModelError: It is no PNG and no JPEG, or not a whole one.
    """
    if found := _URI.match(text):
        try:
            content = base64.b64decode("".join(text[found.end() :].split()), validate=True)
        except binascii.Error:
            raise ModelError("рисунок в самих данных записан неверно", "назовите файл рисунка") from None
        return Image(content)
    name = text.strip()
    if folder is None:
        hint = "рисунок в самих данных записывают так: data:image/png;base64,…"
        raise refuse_file(FILE_UNREADABLE, name, "у этих данных нет папки, в которой искать рисунок", hint)
    return Image(read_content(folder / name, name, MEGABYTES, TOO_LARGE), name=name)

"""The doors through which an order comes in: data files through ``files``, Word files through ``reader``.

Both make a :class:`prikaz.model.drafts.Draft`; who takes one never asks what file it was. What reads Word
files is loaded only for one of them.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from prikaz import files
from prikaz.annotations import checked
from prikaz.errors import DataError
from prikaz.model import OfficeProfile
from prikaz.model.drafts import Draft
from prikaz.service.entries import RefusedError, entries_of_error

#: Endings of files that are read as Word files; some of them are converted first.
WORD_ENDINGS: Final = frozenset(
    {".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".odt", ".ott", ".fodt", ".rtf"}
)


@checked
def open(path: str | os.PathLike[str], profile: OfficeProfile | str | None = None) -> Draft:  # noqa: A001 (read as service.open)
    """Open an order with the office profile by which it is printed.

    Args:
        path: Its file: a data file (YAML, or JSON by its suffix), a Word file (.docx, .docm, .dotx), or what
            LibreOffice makes one of (.doc, .odt, .rtf).
        profile: Office profile; a file of profiles; or the name of one in the ``prikaz.toml`` beside the
            file. Without it, that ``prikaz.toml`` is used if there is one.

    Raises:
        RefusedError: The data file cannot become an order; with everything that is wrong in it.
        PackageError: The Word file cannot be read, or cannot be trusted.
        LibreOfficeError: LibreOffice would be needed and is absent, or did not convert the file.
    """
    try:
        return open_draft(path, profile)
    except DataError as error:
        raise RefusedError(entries_of_error(error)) from error


def open_draft(path: str | os.PathLike[str], profile: OfficeProfile | str | None = None) -> Draft:
    """As :func:`open` does; what is wrong in a data file is a DataError."""
    if not is_word(path):
        return files.open(path, profile=profile)
    from prikaz.service.word_files import read  # noqa: PLC0415 (data files need none of it)

    return read(path, profile)


def is_word(path: str | os.PathLike[str]) -> bool:
    """Whether a file is read as a Word file and not as a data file, by its name.

    >>> is_word("приказ.docx"), is_word("приказ.DOC"), is_word("приказ.yaml")
    (True, True, False)
    """
    return Path(path).suffix.lower() in WORD_ENDINGS

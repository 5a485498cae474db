"""The mark of a data file that a program has made: it tells whether a person has edited it since.

The mark is the last line, a comment with the digest of all that stands above it. What is edited no longer
matches, and neither does a file that was made of this one.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

_MARK: Final = "# prikaz sha256: "


def marked(text: str) -> str:
    r"""The text of a YAML file with its mark.

    >>> marked("вид: приказ\n").splitlines()[-1][:25]
    '# prikaz sha256: bf23cf85'
    """
    return f"{text}{_mark(text)}"


def is_unedited(path: Path) -> bool:
    """Whether a file bears the mark and is as it was made; what is not there, or cannot be read, does not."""
    try:
        text = path.read_bytes().decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return False
    at = text.rfind(_MARK)
    return at >= 0 and text[at:] == _mark(text[:at])


def _mark(text: str) -> str:
    return f"{_MARK}{hashlib.sha256(text.encode()).hexdigest()}\n"

"""The mark of a data file that was read out of another: which one, and whether a person has edited it since.

The mark is the last line, a comment with the digest of all that stands above it. What is edited no longer
matches, and neither does a file that was made of this one; the name of what was read stays for both.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

_MARK: Final = "# prikaz sha256: "
_NAMED: Final = re.compile(rf"{_MARK}[0-9a-f]{{64}} – прочитано из «(.+)»\s*")
#: Bytes of the longest mark.
_LONGEST: Final = 1_000


def marked(text: str, source: str) -> str:
    r"""The text of a YAML file with its mark.

    Args:
        text: The text.
        source: Name of the file that it was read out of, without its folder.

    >>> marked("вид: приказ\n", "приказ.docx").splitlines()[-1][-28:]
    '– прочитано из «приказ.docx»'
    """
    return f"{text}{_mark(text, source)}"


def is_unedited(path: Path) -> bool:
    """Whether a file bears the mark and is as it was made; what is not there, or cannot be read, does not."""
    try:
        text = path.read_bytes().decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return False
    at = text.rfind(_MARK)
    named = _NAMED.fullmatch(text[at:]) if at >= 0 else None
    return named is not None and text[at:] == _mark(text[:at], named[1])


def read_out_of(path: Path) -> Path | None:
    """The file that a data file was read out of, beside it; None where no mark says so."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _LONGEST))
            end = file.read().decode(errors="replace")
    except (OSError, ValueError):
        return None
    named = _NAMED.search(end)
    return path.with_name(named[1]) if named and not set("/\\") & set(named[1]) else None


def _mark(text: str, source: str) -> str:
    digest = hashlib.sha256(f"{source}\n{text}".encode()).hexdigest()
    return f"{_MARK}{digest} – прочитано из «{source}»\n"

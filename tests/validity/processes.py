"""One command in unlike surroundings: other time zones, other hash seeds, other folders."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

_UNLIKE = (
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
    {"TZ": "America/Anchorage", "PYTHONHASHSEED": "2027", "LC_ALL": "C.UTF-8"},
)


def digests(command: Sequence[str], output: str, folder: Path) -> set[str]:
    """Run ``command`` in unlike surroundings and take the digest of the file ``output`` that it makes there.

    Args:
        command: Makes ``output`` in the folder where it runs; paths in it are absolute.
        output: Name of the file.
        folder: Gets a folder for every run.

    Returns:
        One digest if all runs made the same bytes.
    """
    return {_digest(command, output, folder / str(number), each) for number, each in enumerate(_UNLIKE)}


def _digest(command: Sequence[str], output: str, folder: Path, surroundings: dict[str, str]) -> str:
    folder.mkdir()
    subprocess.run(command, cwd=folder, env=os.environ | surroundings, check=True)
    return hashlib.sha256((folder / output).read_bytes()).hexdigest()

"""New files that never take the place of old ones, nor of what they are made of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from prikaz.errors import OutputError
from prikaz.opc.atomic_write import write_new


def questions_path(target: Path) -> Path:
    """The file of open questions beside a file that a roll-over has made.

    >>> questions_path(Path("приказ-2028.yaml")).name
    'приказ-2028.questions.yaml'
    """
    return target.with_name(f"{target.stem}.questions.yaml")


def save_new(path: Path, text: str) -> None:
    """Write a text to a new file, whole or not at all.

    Raises:
        OutputError: There is a file of this name, or it cannot be written.
    """
    write_new(path, text.encode())


def refuse_inputs(path: Path, inputs: Iterable[Path], made: str, hint: str) -> None:
    """Refuse to write over a file that the new one is made of, whatever else is allowed.

    Args:
        path: Where the new file is to stand.
        inputs: What it is made of.
        made: What it is: "документ".
        hint: What to do.

    Raises:
        OutputError: The place is that of an input.
    """
    if any(is_same_file(path, source) for source in inputs):
        raise OutputError(f"файл «{path}» – то, из чего делается {made}", hint, str(path))


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths are one file that is there."""
    try:
        return one.samefile(other)
    except OSError:
        return False

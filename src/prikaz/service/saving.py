"""New files that never take the place of old ones."""

from __future__ import annotations

from pathlib import Path

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

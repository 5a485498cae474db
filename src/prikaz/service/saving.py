"""New files that never take the place of old ones."""

from __future__ import annotations

from pathlib import Path

from prikaz.errors import OutputError, reason, refuse_writing


def save_new(path: Path, text: str) -> None:
    """Write a text to a new file.

    Raises:
        OutputError: There is a file of this name, or it cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise refuse_taken(path) from None
    except OSError as error:
        raise refuse_writing(path, reason(error)) from error


def refuse_taken(path: Path) -> OutputError:
    """The error for a new file whose name is taken."""
    return OutputError(f"файл «{path}» уже есть", "назовите другой, чтобы его не потерять", str(path))

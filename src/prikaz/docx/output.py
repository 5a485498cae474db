"""Writing a file so that nobody loses work: whole or not at all, and never over what a person has edited."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from prikaz.docx.archive import is_pristine
from prikaz.errors import OutputError, reason


def write_file(target: str | os.PathLike[str], data: bytes, *, overwrite: bool = False) -> None:
    """Write ``data`` to a file: after a crash at any moment there is the old file or the new one.

    Args:
        target: Path of the file; its folder must be there.
        data: A .docx made by :func:`prikaz.docx.archive.write_archive`.
        overwrite: Replace a file even if it was edited since it was made, or is not ours.

    Raises:
        OutputError: The file was edited, is open elsewhere, or cannot be written.
    """
    path = Path(target)
    if not path.parent.is_dir():
        raise OutputError(f"файл «{path}» не записан: папки «{path.parent}» нет; создайте её")
    if path.is_dir():
        raise OutputError(f"файл «{path}» не записан: это папка; дайте имя файла")
    try:
        old = path.read_bytes() if path.exists() else None
    except PermissionError as error:
        raise _open_elsewhere(path) from error
    if old == data:
        return
    if old is not None:
        _refuse_open(path)
    if old is not None and not overwrite and not is_pristine(old):
        raise OutputError(
            f"файл «{path}» изменён после создания или создан не программой; "
            "сохраните под другим именем или разрешите замену (--overwrite)"
        )
    _replace(path, data)


def _refuse_open(path: Path) -> None:
    owners = (path.with_name(f"~${path.name}"), path.with_name(f"~${path.name[2:]}"))
    if any(owner.exists() for owner in (*owners, path.with_name(f".~lock.{path.name}#"))):
        raise _open_elsewhere(path)


def _open_elsewhere(path: Path) -> OutputError:
    return OutputError(f"файл «{path}» открыт в Word или LibreOffice; закройте его и повторите")


def _replace(path: Path, data: bytes) -> None:
    made = path.with_name(f".prikaz-{os.urandom(8).hex()}")
    try:
        with made.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            made.chmod(stat.S_IMODE(path.stat().st_mode))
        made.replace(path)
    except OSError as error:
        raise _explained(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)


def _explained(path: Path, error: OSError) -> OutputError:
    if isinstance(error, PermissionError) and path.exists():
        return _open_elsewhere(path)
    return OutputError(f"файл «{path}» не записан: {reason(error)}")

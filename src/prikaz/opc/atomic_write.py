"""Files written so that nobody loses work: whole or not at all, and not over what a person has edited."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from prikaz.errors import EditedFileError, OutputError, reason, refuse_writing
from prikaz.opc.archive import is_pristine

#: How Windows says that a file is open elsewhere, and that it may not be replaced, which is mostly the same.
_IN_USE: Final = frozenset({32, 33})
_DENIED: Final = 5
_ADVICE: Final[Mapping[int, str]] = MappingProxyType(
    {
        errno.ENOSPC: "освободите место и повторите",
        errno.EDQUOT: "освободите место и повторите",
        errno.EROFS: "выберите другую папку: -o",
        errno.ENAMETOOLONG: "дайте имя короче",
    }
)

_OTHER_NAME: Final = "назовите другой, чтобы его не потерять"


def write_file(target: str | os.PathLike[str], data: bytes, *, overwrite: bool = False) -> None:
    """Write ``data`` to a file: after a crash at any moment there is the old file or the new one.

    Args:
        target: Path of the file; its folder must be there.
        data: The whole file: an archive of :func:`prikaz.opc.archive.write_archive`, or any other bytes.
        overwrite: Replace a file even if it was edited since it was made, or is not ours.

    Raises:
        EditedFileError: The file was edited, or is not ours, and ``overwrite`` is not asked for.
        OutputError: The file is open elsewhere, or cannot be written.
    """
    path = Path(target)
    old = _read(path)
    if old == data:
        return
    if old is not None:
        _refuse_open(path)
    if old is not None and not overwrite and not is_pristine(old):
        raise EditedFileError(
            f"файл «{path}» изменён после создания или создан не программой",
            "сохраните под другим именем или разрешите замену (--overwrite)",
            str(path),
        )
    _replace(path, data)


def write_new(target: str | os.PathLike[str], data: bytes, hint: str = _OTHER_NAME) -> None:
    """Write a file that is not there yet, whole or not at all; nothing else is ever replaced by it.

    Args:
        target: Path of the file; its folder must be there.
        data: The whole file.
        hint: What to do when there is a file of this name.

    Raises:
        OutputError: There is a file of this name, or it cannot be written.
    """
    path = Path(target)
    refuse_place(path, hint=hint)
    _replace(path, data)


def refuse_place(path: Path, *, overwrite: bool = False, hint: str = _OTHER_NAME) -> None:
    """Refuse a place where a new file cannot stand, before anything is written.

    Args:
        path: The place.
        overwrite: Whether a file that is there may be replaced.
        hint: What to do when there is one and it may not.

    Raises:
        OutputError: There is a file, or a folder, or no folder for it; or a file is open elsewhere.
    """
    if _read(path) is None:
        return
    if not overwrite:
        raise OutputError(f"файл «{path}» уже есть", hint, str(path))
    _refuse_open(path)


def _read(path: Path) -> bytes | None:
    """What stands in the place of a file; None when nothing does."""
    try:
        has_folder, is_folder = path.parent.is_dir(), path.is_dir()
        old = path.read_bytes() if path.exists() and not is_folder else None
    except OSError as error:
        raise _refusal(path, error) from error
    if not has_folder:
        raise refuse_writing(path, f"папки «{path.parent}» нет", "создайте её")
    if is_folder:
        raise refuse_writing(path, "это папка", "дайте имя файла")
    return old


def _refuse_open(path: Path) -> None:
    owners = (path.with_name(f"~${path.name}"), path.with_name(f"~${path.name[2:]}"))
    if any(owner.exists() for owner in (*owners, path.with_name(f".~lock.{path.name}#"))):
        raise _open_elsewhere(path)


def _open_elsewhere(path: Path) -> OutputError:
    message = f"файл «{path}» открыт в Word или LibreOffice"
    return OutputError(message, "закройте его и повторите", str(path))


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
        raise _refusal(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)


def _refusal(path: Path, error: OSError) -> OutputError:
    """Why a file was not written, as far as the system says, and what to do."""
    code = getattr(error, "winerror", None)
    if code in _IN_USE:
        return _open_elsewhere(path)
    if code == _DENIED and path.exists():
        why = "он открыт в другой программе или защищён от записи"
        return refuse_writing(path, why, "закройте его или дайте другое имя: -o")
    advice = _ADVICE.get(error.errno or 0, "выберите другую папку или другое имя: -o")
    return refuse_writing(path, reason(error), advice)

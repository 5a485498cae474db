"""Compiled templates kept between runs, in the cache of the user.

A process that makes one document would spend a third of its time on compiling
its template. What is kept is keyed by what it depends on: the bytes of the
template, the version of Python, and the code of the engine and of Jinja, told by
size and time as Python tells the modules that it compiles. It may be deleted at
any time. Like those modules it is code: outside Windows only a folder and a file
that nobody else can write to are trusted. The variable ``PRIKAZ_CACHE`` names
another folder; an empty one turns all this off.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import stat
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from prikaz.docx.rendering.compiled import Compiled

VARIABLE: Final = "PRIKAZ_CACHE"
#: Folders of the code that the compiled form depends on.
_ENGINE: Final = ("prikaz.docx", "jinja2", "attr")
_SUFFIX: Final = ".prikaz-template"
_MOST: Final = 32  # kept templates; those not asked for longest go
_DIGEST: Final = hashlib.sha256().digest_size


def recall(data: bytes) -> Compiled | None:
    """Find the compiled form of a template; None if it is not kept, not whole, or may be somebody else's."""
    folder = _folder()
    kept = b""
    if folder and _is_folder_ours(folder):
        with contextlib.suppress(OSError):  # code inside an archive cannot be told by size and time
            kept = _read(folder / _name(data))
    digest, body = kept[:_DIGEST], kept[_DIGEST:]
    if not body or hashlib.sha256(body).digest() != digest:
        return None
    found = pickle.loads(body)  # noqa: S301  (ours, in a file of ours)
    return found if isinstance(found, Compiled) else None


def keep(data: bytes, compiled: Compiled) -> None:
    """Keep the compiled form of a template; where that cannot be done, nothing is lost but time."""
    folder = _folder()
    if folder is None:
        return
    body = pickle.dumps(compiled, pickle.HIGHEST_PROTOCOL)
    made = folder / f".{os.urandom(8).hex()}.part"
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_folder_ours(folder):
            try:
                _write(made, hashlib.sha256(body).digest() + body)
                made.replace(folder / _name(data))
            finally:
                made.unlink(missing_ok=True)
            _forget_oldest(folder)


def _read(path: Path) -> bytes:
    """The bytes of a kept template, b"" if there is none of ours; it now counts as asked for."""
    try:
        with path.open("rb") as file:
            if not _is_ours(os.fstat(file.fileno())):
                return b""
            kept = file.read()
    except OSError:
        return b""
    with contextlib.suppress(OSError):  # a disk that cannot be written to may still be read
        os.utime(path)
    return kept


def _write(path: Path, data: bytes) -> None:
    """Write a file that nobody else can write to."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123 (with a mode)
        file.write(data)


def _forget_oldest(folder: Path) -> None:
    kept = [path for path in folder.glob(f"*{_SUFFIX}") if len(path.stem) == 2 * _DIGEST]
    for path in sorted(kept, key=lambda path: path.stat().st_mtime_ns, reverse=True)[_MOST:]:
        path.unlink()


def _folder() -> Path | None:
    asked = os.environ.get(VARIABLE)
    told = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    if asked is not None:
        return Path(asked) if asked else None
    try:
        base = Path(told) if told else Path.home() / ".cache"
    except RuntimeError:  # a process of nobody has no home
        return None
    return base / "prikaz" if base.is_absolute() else None


def _is_folder_ours(folder: Path) -> bool:
    try:
        return _is_ours(folder.stat())
    except OSError:
        return False


def _is_ours(state: os.stat_result) -> bool:
    """Whether nobody else can write to a file or folder; Windows tells no such thing here."""
    if os.name == "nt":
        return True
    return state.st_uid == os.geteuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _name(data: bytes) -> str:
    return hashlib.sha256(_engine() + data).hexdigest() + _SUFFIX


@cache
def _engine() -> bytes:
    """What the compiled form depends on beside the template; modules are known by size and time."""
    files = [f"{entry.name} {entry.stat().st_size} {entry.stat().st_mtime_ns}" for entry in _modules()]
    return "\n".join([sys.version, *sorted(files)]).encode()


def _modules() -> Iterator[os.DirEntry[str]]:
    for package in _ENGINE:
        spec = find_spec(package)
        for folder in spec.submodule_search_locations or () if spec else ():
            with os.scandir(folder) as entries:
                yield from (entry for entry in entries if entry.name.endswith(".py"))

"""Cache of compiled templates, in the cache folder of the user.

A process that makes one document would spend a third of its time on compiling
its template. The key of a compiled template is what it depends on: the bytes of
the template, the version of Python, and all code of the engine and of Jinja, known
by size and time, as Python knows the modules that it compiles. The cache may be
deleted at any time. Like compiled modules it holds code: outside Windows only a
folder and a file that nobody else can write to are trusted. The variable
``PRIKAZ_CACHE`` names another folder; an empty one turns the cache off.
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

from prikaz.docx.rendering.compiled import CompiledTemplate

VARIABLE: Final = "PRIKAZ_CACHE"
#: Packages whose code compiles a template, or is needed to load it.
_ENGINE: Final = ("prikaz.docx", "prikaz.opc", "jinja2", "attr")
_SUFFIX: Final = ".prikaz-template"
_MAX_FILES: Final = 32  # templates in the cache; those not used for longest go
_DIGEST_SIZE: Final = hashlib.sha256().digest_size


def load(data: bytes) -> CompiledTemplate | None:
    """Load the compiled form of a template; None if it is absent, damaged, or may be somebody else's."""
    folder = _folder()
    content = b""
    if folder and _is_folder_ours(folder):
        with contextlib.suppress(OSError):  # code inside an archive has no size and time of its own
            content = _read(folder / _name(data))
    digest, body = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
    if not body or hashlib.sha256(body).digest() != digest:
        return None
    found = pickle.loads(body)  # noqa: S301  (ours, in a file of ours)
    return found if isinstance(found, CompiledTemplate) else None


def store(data: bytes, compiled: CompiledTemplate) -> None:
    """Store the compiled form of a template; where that cannot be done, nothing is lost but time."""
    folder = _folder()
    if folder is None:
        return
    body = pickle.dumps(compiled, pickle.HIGHEST_PROTOCOL)
    temporary = folder / f".{os.urandom(8).hex()}.part"
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_folder_ours(folder):
            try:
                _write(temporary, hashlib.sha256(body).digest() + body)
                temporary.replace(folder / _name(data))
            finally:
                temporary.unlink(missing_ok=True)
            _delete_oldest(folder)


def _read(path: Path) -> bytes:
    """The bytes of a file of the cache, b"" if there is none of ours; it counts as used now."""
    try:
        with path.open("rb") as file:
            if not _is_ours(os.fstat(file.fileno())):
                return b""
            content = file.read()
    except OSError:
        return b""
    with contextlib.suppress(OSError):  # a disk that cannot be written to may still be read
        os.utime(path)
    return content


def _write(path: Path, data: bytes) -> None:
    """Write a file that nobody else can write to."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123 (with a mode)
        file.write(data)


def _delete_oldest(folder: Path) -> None:
    files = [path for path in folder.glob(f"*{_SUFFIX}") if len(path.stem) == 2 * _DIGEST_SIZE]
    for path in sorted(files, key=lambda path: path.stat().st_mtime_ns, reverse=True)[_MAX_FILES:]:
        path.unlink()


def _folder() -> Path | None:
    given = os.environ.get(VARIABLE)
    if given is not None:
        return Path(given) if given else None
    system = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    try:
        base = Path(system) if system else Path.home() / ".cache"
    except RuntimeError:  # a process of nobody has no home
        return None
    return base / "prikaz" if base.is_absolute() else None


def _is_folder_ours(folder: Path) -> bool:
    try:
        return _is_ours(folder.stat())
    except OSError:
        return False


def _is_ours(state: os.stat_result) -> bool:
    """Whether nobody else can write to a file or folder; Windows shows no such thing here."""
    if os.name == "nt":
        return True
    return state.st_uid == os.geteuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _name(data: bytes) -> str:
    return hashlib.sha256(_engine() + data).hexdigest() + _SUFFIX


@cache
def _engine() -> bytes:
    """What the compiled form depends on besides the template."""
    return "\n".join([sys.version, *_modules()]).encode()


def _modules() -> Iterator[str]:
    """Each module of the engine, with its size and time."""
    for package in _ENGINE:
        spec = find_spec(package)
        for folder in spec.submodule_search_locations or () if spec else ():
            yield from sorted(_modules_in(folder, package))


def _modules_in(folder: str, package: str) -> Iterator[str]:
    """The modules of a package and of the packages inside it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                status = entry.stat()
                yield f"{package}.{entry.name} {status.st_size} {status.st_mtime_ns}"
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _modules_in(entry.path, f"{package}.{entry.name}")

"""Compiled templates kept between runs, in the cache of the user.

A process that makes one document would spend a third of its time on compiling
its template. What is kept is keyed by everything that it depends on: the bytes
of the template, the code of the engine and of Jinja, and the version of Python;
so it can be old, but never wrong, and may be deleted at any time. Like the
modules that Python itself compiles, it is code: only a folder that nobody else
can write to is trusted. The variable ``PRIKAZ_CACHE`` names another folder; an
empty one turns all this off.
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
from pathlib import Path
from typing import Final

import attr
import jinja2

from prikaz.docx.compiled import Compiled

VARIABLE: Final = "PRIKAZ_CACHE"
#: Folders of the code that the compiled form depends on.
_ENGINE: Final = tuple(Path(str(file)).parent for file in (__file__, jinja2.__file__, attr.__file__))
_SUFFIX: Final = ".template"
_MOST: Final = 32  # kept templates; the oldest go
_DIGEST: Final = hashlib.sha256().digest_size


def recall(data: bytes) -> Compiled | None:
    """Find the compiled form of a template; None if it is not kept, or not whole."""
    folder = _folder()
    if folder is None or not _is_ours(folder):
        return None
    try:
        kept = (folder / _name(data)).read_bytes()
    except OSError:
        return None
    digest, body = kept[:_DIGEST], kept[_DIGEST:]
    if hashlib.sha256(body).digest() != digest:
        return None
    found = pickle.loads(body)  # noqa: S301  (ours, in a folder of ours)
    return found if isinstance(found, Compiled) else None


def keep(data: bytes, compiled: Compiled) -> None:
    """Keep the compiled form of a template; where that cannot be done, nothing is lost but time."""
    folder = _folder()
    if folder is None:
        return
    body = pickle.dumps(compiled, pickle.HIGHEST_PROTOCOL)
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_ours(folder):
            made = folder / f"{os.urandom(8).hex()}{_SUFFIX}"
            made.write_bytes(hashlib.sha256(body).digest() + body)
            made.replace(folder / _name(data))
            _forget_oldest(folder)


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in kept[_MOST:]:
        path.unlink()


def _folder() -> Path | None:
    asked = os.environ.get(VARIABLE)
    if asked is not None:
        return Path(asked) if asked else None
    told = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    try:
        base = Path(told) if told else Path.home() / ".cache"
    except RuntimeError:  # a process of nobody has no home
        return None
    return base / "prikaz" if base.is_absolute() else None


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can write to a folder; on Windows the folder of a user is closed to others."""
    if os.name == "nt":
        return True
    try:
        state = folder.stat()
    except OSError:
        return False
    return state.st_uid == os.geteuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _name(data: bytes) -> str:
    return hashlib.sha256(_engine() + data).hexdigest() + _SUFFIX


@cache
def _engine() -> bytes:
    """What the compiled form depends on beside the template; modules are known by size and time."""
    files = [f"{entry.name} {entry.stat().st_size} {entry.stat().st_mtime_ns}" for entry in _modules()]
    return "\n".join([sys.version, *sorted(files)]).encode()


def _modules() -> Iterator[os.DirEntry[str]]:
    for folder in _ENGINE:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if entry.name.endswith(".py"))

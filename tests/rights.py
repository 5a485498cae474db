"""Folders that may not be written, not even by root."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="права и диски как в Linux")


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Rights(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inherited", ctypes.c_uint32),
    )


@contextmanager
def bound_by_rights(folder: Path) -> Iterator[None]:
    """``folder`` cannot be written, not even by root, who puts down CAP_DAC_OVERRIDE for so long."""
    system, header, rights = ctypes.CDLL(None), _Header(0x20080522, 0), (_Rights * 2)()
    assert system.capget(ctypes.byref(header), rights) == 0
    before = rights[0].effective
    rights[0].effective = before & ~(1 << 1)
    assert system.capset(ctypes.byref(header), rights) == 0
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)
        rights[0].effective = before
        assert system.capset(ctypes.byref(header), rights) == 0

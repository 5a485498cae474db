"""Packages whose names are loaded when they are asked for: what is not used costs no start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Make the ``__getattr__`` of a package (PEP 562).

    Args:
        package: Its name.
        homes: Its modules, by the names that are to be found in them. What is no such name may be a module
            of the package itself.

    >>> lazily("prikaz.language", {"Case": "words.cases"})("Case")
    <enum 'Case'>
    """

    def load(name: str) -> Any:  # noqa: ANN401 (a module holds anything)
        if name in homes:
            return getattr(import_module(f"{package}.{homes[name]}"), name)
        if not name.startswith("_") and find_spec(f"{package}.{name}"):
            return import_module(f"{package}.{name}")
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return load

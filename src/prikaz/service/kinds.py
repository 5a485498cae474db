"""The registry of findings: every kind that some module of the package declares."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import prikaz
from prikaz.findings import FindingKind


def declared_kinds() -> Iterator[tuple[str, FindingKind]]:
    """All kinds of findings, each with the name of the module that declares it."""
    for module in pkgutil.walk_packages(prikaz.__path__, "prikaz."):
        if not module.name.endswith("__main__"):
            for value in vars(import_module(module.name)).values():
                if isinstance(value, FindingKind):
                    yield module.name, value

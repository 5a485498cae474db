"""The registry of findings: every kind that some module of the package declares."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Final

from prikaz.findings import FindingKind

_PACKAGE: Final = Path(__file__).parent.parent


def declared_kinds() -> Iterator[tuple[str, FindingKind]]:
    """All kinds of findings, each once, with the name of a module that knows it."""
    seen: set[int] = set()
    for module in pkgutil.walk_packages([str(_PACKAGE)], "prikaz."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(import_module(module.name)).values():
            if isinstance(value, FindingKind) and id(value) not in seen:
                seen.add(id(value))
                yield module.name, value

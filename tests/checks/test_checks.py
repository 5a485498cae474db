"""Every check is called."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import prikaz.checks
from prikaz.checks import CHECKS


def _checks(module: ModuleType) -> Iterator[Any]:
    """Public functions of a module that are given what a check is given."""
    for name, function in inspect.getmembers(module, inspect.isfunction):
        mine = function.__module__ == module.__name__ and not name.startswith("_")
        if mine and "CheckContext" in map(str, inspect.get_annotations(function).values()):
            yield function


def test_every_check_is_called() -> None:
    names = (module.name for module in pkgutil.iter_modules(prikaz.checks.__path__, "prikaz.checks."))
    found = {check for name in names for check in _checks(importlib.import_module(name))}
    assert found == set(CHECKS)


def test_no_check_is_called_twice() -> None:
    assert len(set(CHECKS)) == len(CHECKS)

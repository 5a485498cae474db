"""Every check is called."""

from __future__ import annotations

import pkgutil

import prikaz.checks
from prikaz.checks import CHECKS


def test_every_module_is_a_check_that_is_called() -> None:
    modules = {f"prikaz.checks.{module.name}" for module in pkgutil.iter_modules(prikaz.checks.__path__)}
    assert {run.__module__ for run in CHECKS} == modules


def test_no_check_is_called_twice() -> None:
    assert len(set(CHECKS)) == len(CHECKS)

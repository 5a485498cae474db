"""The command line as a module of Python."""

from __future__ import annotations

import subprocess
import sys

import prikaz


def test_the_package_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "prikaz", "--version"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout == f"prikaz {prikaz.__version__}\n"


def test_a_mistake_in_the_arguments_has_its_exit_code() -> None:
    run = subprocess.run([sys.executable, "-m", "prikaz", "render"], capture_output=True, check=False)
    assert run.returncode == 2

"""The house around the code is in order, and the package works away from it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXTS = {".cfg", ".json", ".md", ".py", ".sh", ".toml", ".tsv", ".txt", ".xml", ".yaml", ""}
ROOMS = (".ci", "benchmarks", "docs", "examples", "scripts", "src", "tests")
LONGEST_MODULE = 450

MACHINE_PATH = re.compile(r"(?<![\w.])/(?:root|work|home|tmp)/\w|[A-Z]:\\Users\\")
REGISTRY = re.compile(r"py[p]i\.|python[h]osted|npm[j]s|deb\.[d]ebian|://(?:localhost|\d+\.)")
WAY_ROUND = re.compile(
    r"#\s*type:\s*ignore|pragma:\s*no\s+cover|\b(?:TO[D]O|FI[X]ME)\b|raise\s+NotImplemented"
)


def _texts() -> list[Path]:
    inside = [path for room in ROOMS for path in (ROOT / room).rglob("*")]
    files = [path for path in (*inside, *ROOT.iterdir()) if path.is_file() and path.suffix in TEXTS]
    return [path for path in files if not {"__pycache__", "node_modules"} & {*path.parts}]


def _met(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_a_module_fits_into_a_head() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in (ROOT / "src").rglob("*.py")}
    assert {path.name: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["paths", "registries"])
def test_no_file_knows_the_machine_it_was_written_on(pattern: re.Pattern[str]) -> None:
    assert _met(pattern, _texts()) == []


def test_no_code_goes_round_the_checks() -> None:
    assert _met(WAY_ROUND, [path for path in _texts() if path.suffix == ".py"]) == []


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be published."""
    into = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(into), str(ROOT)]
    subprocess.run(build, check=True)
    return next(into.glob("prikaz-*.whl"))


def test_the_wheel_is_typed_and_carries_every_template(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())
    templates = {f"prikaz/_templates/{path.name}" for path in (ROOT / "templates" / "docx").glob("*.docx")}
    assert templates
    assert names >= templates | {"prikaz/py.typed"}


@pytest.mark.skipif(not os.environ.get("CI"), reason="ставит пакет из сети: только на сборке (CI=true)")
def test_the_wheel_makes_an_order_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "empty", with_pip=True)
    programs = tmp_path / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
    _run(tmp_path, programs / "python", "-m", "pip", "install", "-qq", "--no-compile", wheel)
    _run(tmp_path, programs / "prikaz", "new", "приказ", "-o", "order.yaml")
    _run(tmp_path, programs / "prikaz", "render", "order.yaml", "-o", "order.docx")
    assert zipfile.is_zipfile(tmp_path / "order.docx")


def _run(folder: Path, *command: str | Path) -> None:
    alone = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    subprocess.run(command, cwd=folder, env=alone, check=True)

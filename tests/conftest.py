"""What the measuring tests share: the examples as documents, and the tools that may be absent."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers

from prikaz import libreoffice
from scripts import examples
from tests.layout.measure import Page, measure

ROOT = Path(__file__).parent.parent

#: Tests meet templates that are compiled, not kept ones of an older run; tests of keeping name a folder.
os.environ["PRIKAZ_CACHE"] = ""

#: How long an example takes says nothing about an order: machines are slow and busy.
#: The same examples each time; ``pytest --hypothesis-profile=search`` tries others.
settings.register_profile("search", deadline=None)
settings.register_profile("prikaz", deadline=None, derandomize=True)
settings.load_profile("prikaz")
#: Hypothesis tries constants of the modules that are loaded; which those are depends on the tests run before.
providers._get_local_constants = lambda: providers._local_constants


class Convert(Protocol):
    """The shape of :func:`prikaz.libreoffice.convert`."""

    def __call__(
        self, paths: Sequence[Path], to: str = "pdf", *, into: Path, timeout: float = 180.0
    ) -> tuple[Path, ...]: ...


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for ``example`` runs once for each example; one marked ``gallery``, over these too."""
    if "example" in metafunc.fixturenames:
        marked = metafunc.definition.get_closest_marker("gallery")
        sources = (*examples.sources(), *(examples.gallery() if marked else ()))
        metafunc.parametrize("example", sources, ids=[source.stem for source in sources])


@pytest.fixture(scope="session")
def convert() -> Convert:
    """LibreOffice at work: without it a test is skipped, and on a build server it fails."""
    _need(libreoffice.available(), "LibreOffice (нет soffice)")
    return libreoffice.convert


@pytest.fixture(scope="session")
def validator() -> Path:
    """The Open XML SDK validator of npm, from node_modules or PATH."""
    places = os.pathsep.join([str(ROOT / "node_modules" / ".bin"), os.environ.get("PATH", "")])
    found = shutil.which("ooxml-validator", path=places)
    _need(found, "ooxml-validator (npm install)")
    return Path(str(found))


def _need(found: object, tool: str) -> None:
    if not found and os.environ.get("CI"):
        pytest.fail(f"на сборке нужен {tool}")
    if not found:
        pytest.skip(f"не установлен {tool}")


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """Every example as a .docx: source → document."""
    folder = tmp_path_factory.mktemp("documents")
    sources = (*examples.sources(), *examples.gallery())
    return {source: examples.render(source, folder) for source in sources}


@pytest.fixture
def document(example: Path, documents: dict[Path, Path]) -> Path:
    """The .docx of one example."""
    return documents[example]


@pytest.fixture(scope="session")
def laid_out(convert: Convert, documents: dict[Path, Path]) -> dict[Path, tuple[Page, ...]]:
    """The pages of every example, as LibreOffice lays them out."""
    pdfs = convert(tuple(documents.values()), into=next(iter(documents.values())).parent)
    return {source: measure(pdf) for source, pdf in zip(documents, pdfs, strict=True)}


@pytest.fixture
def pages(example: Path, laid_out: dict[Path, tuple[Page, ...]]) -> tuple[Page, ...]:
    """The pages of one example."""
    return laid_out[example]

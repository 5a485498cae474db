"""Compiled templates in the cache: the same documents sooner, and never out of another template."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import prikaz
from prikaz import Template
from prikaz.docx import cache
from prikaz.docx.compilation.source import PartSource
from prikaz.docx.jinja import compiling
from prikaz.docx.jinja.sandbox import Sandbox
from prikaz.docx.rendering.compiled import CompiledPart
from prikaz.errors import TemplateError, UnfilledSlotsError
from tests.docx.word import document, to_bytes

TEMPLATE = to_bytes(document("Приказ № {{ номер }}", "{% for п in пункты %}{{ п|upper }} {% endfor %}"))
VALUES = {"номер": "75", "пункты": ["назначить", "утвердить"]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own for the test."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def _recompile(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count what is compiled from now on."""
    compiled: list[str] = []
    real = compiling.compile_part

    def watched(source: PartSource, environment: Sandbox) -> CompiledPart:
        compiled.append(source.name)
        return real(source, environment)

    monkeypatch.setattr(compiling, "compile_part", watched)
    return compiled


def test_cached_template_makes_the_same_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Template(TEMPLATE)
    compiled = _recompile(monkeypatch)
    second = Template(TEMPLATE)

    assert compiled == []
    assert second.render(VALUES).to_bytes() == first.render(VALUES).to_bytes()
    assert (second.slots, second.digest) == (first.slots, first.digest)
    assert len(_files(folder)) == 1


@pytest.mark.usefixtures("folder")
def test_cached_template_reports_faults_with_their_places() -> None:
    messages = []
    for _ in range(2):
        with pytest.raises(UnfilledSlotsError) as caught:
            Template(TEMPLATE, name="бланк").render({"пункты": []})
        messages.append(str(caught.value))
    assert messages[0] == messages[1]
    assert "абзац 1: метка «{{ номер }}»: нет значения «номер»" in messages[1]


@pytest.mark.usefixtures("folder")
def test_error_in_a_value_names_the_tag_of_a_cached_template() -> None:
    source = to_bytes(document("", "{{ 10 // срок }}"))
    for _ in range(2):
        with pytest.raises(TemplateError, match=r"абзац 2: метка «\{\{ 10 // срок \}\}»: деление на ноль"):
            Template(source).render({"срок": 0})


@pytest.mark.usefixtures("folder")
def test_changed_template_is_compiled_anew() -> None:
    Template(TEMPLATE)
    other = Template(to_bytes(document("Распоряжение № {{ номер }}")))
    assert other.slots == ("номер",)


@pytest.mark.parametrize("left", [0, 10, 5_000])
def test_damaged_file_is_passed_over(folder: Path, left: int) -> None:
    first = Template(TEMPLATE).render(VALUES).to_bytes()
    (file,) = _files(folder)
    whole = file.read_bytes()
    file.write_bytes(whole[:left] + b"\0" * left)

    assert Template(TEMPLATE).render(VALUES).to_bytes() == first
    assert file.read_bytes() == whole


def test_newer_engine_uses_nothing_that_an_older_one_has_stored(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Template(TEMPLATE)
    monkeypatch.setattr(cache, "_engine", lambda: b"another version")
    compiled = _recompile(monkeypatch)
    Template(TEMPLATE)

    assert compiled
    assert len(_files(folder)) == 2


#: A module in each folder of the engine: a change in one may change what is compiled, or how it loads.
MODULES = (
    "docx/cache.py",
    "docx/compilation/blocks.py",
    "docx/content/reading.py",
    "docx/jinja/codegen.py",
    "docx/rendering/compiled.py",
    "docx/revisions/edits.py",
    "docx/revisions/comments/anchors.py",
    "docx/revisions/marking/pen.py",
    "docx/revisions/paragraphs/whole.py",
    "docx/revisions/resolving/former.py",
    "docx/revisions/source/runs.py",
    "docx/revisions/tables/rows.py",
    "docx/revisions/words/changes.py",
    "docx/values/inline.py",
    "docx/wml/numbering.py",
    "opc/archive.py",
)
#: Opens a template; prints whether that has compiled it.
OPEN = """
import sys, prikaz.docx
prikaz.docx.Template(sys.argv[1])
print(prikaz.__file__, "prikaz.docx.jinja.compiling" in sys.modules)
"""


class Copy:
    """A copy of the package whose files may be changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.package = Path(shutil.copytree(Path(prikaz.__file__).parent, folder / "code" / "prikaz"))
        self._template = folder / "приказ.docx"
        self._template.write_bytes(TEMPLATE)

    def compiles(self) -> bool:
        """Open the template in a new process; whether that has compiled it."""
        variables = {"PYTHONPATH": str(self.package.parent), cache.VARIABLE: str(self._folder / "cache")}
        run = subprocess.run(
            [sys.executable, "-c", OPEN, str(self._template)],
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
            check=True,
        )
        file, _, answer = run.stdout.strip().rpartition(" ")
        assert Path(file).parent == self.package
        return answer == "True"


def test_a_change_in_any_folder_of_the_engine_compiles_anew(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    assert [copy.compiles(), copy.compiles()] == [True, False]
    for module in MODULES:
        with (copy.package / module).open("a", encoding="utf-8") as file:
            file.write("# changed\n")
        assert [module, copy.compiles(), copy.compiles()] == [module, True, False]


def test_a_change_outside_of_the_engine_leaves_the_cache_in_use(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.compiles()
    with (copy.package / "comparison.py").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert not copy.compiles()


def test_every_folder_of_the_engine_has_a_module_that_is_changed_here() -> None:
    engine = [Path(prikaz.__file__).parent / name for name in ("docx", "opc")]
    folders = {path.parent for room in engine for path in room.rglob("*.py")}
    assert {(Path(prikaz.__file__).parent / module).parent for module in MODULES} == folders


@pytest.mark.skipif(os.name == "nt", reason="a folder of a user is closed to others there")
def test_folder_that_others_can_write_to_is_not_trusted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Template(TEMPLATE)
    folder.chmod(0o777)
    compiled = _recompile(monkeypatch)
    Template(TEMPLATE)
    assert compiled


def test_templates_with_filters_of_the_caller_are_not_stored(folder: Path) -> None:
    Template(TEMPLATE, filters={"upper": str.lower})
    assert not folder.exists()


def test_empty_variable_turns_the_cache_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    Template(TEMPLATE)
    assert _files(tmp_path) == []


def test_place_that_cannot_be_written_to_costs_only_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("файл", encoding="utf-8")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    assert Template(TEMPLATE).render(VALUES).to_bytes() == Template(TEMPLATE).render(VALUES).to_bytes()


@pytest.mark.usefixtures("folder")
def test_code_that_has_no_files_costs_only_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise NotADirectoryError(path)

    Template(TEMPLATE)
    cache._engine.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", refuse)
        assert Template(TEMPLATE).slots == ("номер", "пункты[]")


def test_process_without_a_home_stores_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    for name in (cache.VARIABLE, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert Template(TEMPLATE).slots == ("номер", "пункты[]")


def test_oldest_go_and_files_of_others_stay(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    foreign = [folder / "бланк.prikaz-template", folder / "чужой.txt", folder / "старый.template"]
    for path in foreign:
        path.write_text("", encoding="utf-8")
        os.utime(path, (0, 0))
    for number in range(40):
        Template(to_bytes(document(f"{number} {{{{ номер }}}}")))
    assert len(_files(folder)) == 32 + len(foreign)
    assert all(path.exists() for path in foreign)


@pytest.mark.skipif(os.name == "nt", reason="files of a user are closed to others there")
def test_file_of_the_cache_is_closed_to_others_and_an_open_one_is_not_trusted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(mode=0o755)
    before = os.umask(0)
    try:
        Template(TEMPLATE)
    finally:
        os.umask(before)
    (file,) = _files(folder)
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o666)
    compiled = _recompile(monkeypatch)
    Template(TEMPLATE)
    assert compiled


def test_cache_that_cannot_be_written_to_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise OSError(path)

    Template(TEMPLATE)
    assert folder.exists()
    monkeypatch.setattr(os, "utime", refuse)
    compiled = _recompile(monkeypatch)
    Template(TEMPLATE)
    assert compiled == []


def test_full_disk_leaves_no_halves(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        path.write_bytes(data[:100])
        raise OSError

    monkeypatch.setattr(cache, "_write", full)
    Template(TEMPLATE)
    assert _files(folder) == []

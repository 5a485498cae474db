"""Folders that cannot be written, disks that are full: what is there stays whole, the batch goes on later.

Shown here: a folder without rights and a folder that loses them midway (root is
bound by them too, once it has put down the right to pass over rights), a file
system mounted read-only and one that is really full (where mounting is
allowed), folders and files in the way. Not shown: a disk that fails in the
middle of a write, rights on Windows.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

from prikaz import render
from prikaz.batch import Failed, Saved, make_plan, run, verify
from prikaz.errors import OutputError
from tests.batch.conftest import sample, school, write_rows
from tests.rights import LINUX, bound_by_rights


def _run(folder: Path, into: str = "out", *, resume: bool = False) -> list[object]:
    plan = make_plan(folder / "order.yaml", folder / "школы.csv", folder / into)
    return list(run(plan, resume=resume))


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@LINUX
def test_a_folder_without_rights_is_reported_and_left_as_it_is(folder: Path) -> None:
    (folder / "out").mkdir()
    with (
        bound_by_rights(folder / "out"),
        pytest.raises(OutputError, match=r"писать нельзя: нет прав.*укажите другую: -o"),
    ):
        _run(folder)
    assert _contents(folder / "out") == {}
    assert all(isinstance(outcome, Saved) for outcome in _run(folder))


@LINUX
def test_a_document_in_a_folder_without_rights_is_not_called_open(folder: Path) -> None:
    (folder / "out").mkdir()
    path = folder / "out" / "приказ.docx"
    render(sample()).save(path)
    with (
        bound_by_rights(folder / "out"),
        pytest.raises(OutputError, match=r"нет прав.*другую папку") as caught,
    ):
        render(evolve(sample(), number="2")).save(path)
    assert "открыт" not in str(caught.value)


@LINUX
def test_a_folder_that_cannot_be_made_is_reported(folder: Path) -> None:
    (folder / "чужая").mkdir()
    with bound_by_rights(folder / "чужая"), pytest.raises(OutputError, match="писать нельзя: нет прав"):
        _run(folder, "чужая/out")


@LINUX
def test_a_folder_that_loses_its_rights_midway_keeps_what_is_there(folder: Path) -> None:
    _run(folder, "clean")
    plan = make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out")
    outcomes = run(plan)
    assert [type(next(outcomes)) for _ in range(5)] == [Saved] * 5
    with bound_by_rights(folder / "out"), pytest.raises(OutputError, match="нет прав"):
        list(outcomes)
    clean = _contents(folder / "clean")
    made = {name: data for name, data in _contents(folder / "out").items() if name.endswith(".docx")}
    assert 5 <= len(made) < 12
    assert made.items() <= clean.items()
    assert [discrepancy.file for discrepancy in verify(folder / "out")] == ["manifest.json.part"]
    _run(folder, resume=True)
    assert _contents(folder / "out") == clean


@LINUX
def test_a_finished_batch_in_a_folder_without_rights_is_not_touched(folder: Path) -> None:
    _run(folder)
    before = _contents(folder / "out")
    write_rows(folder, map(school, range(20, 32)))
    with bound_by_rights(folder / "out"), pytest.raises(OutputError, match="нет прав"):
        _run(folder, resume=True)
    assert _contents(folder / "out") == before
    assert verify(folder / "out") == ()


def test_a_file_where_the_folder_should_be_is_reported(folder: Path) -> None:
    for name, into in (("out", "out"), ("занято", "занято/out")):
        (folder / name).write_text("a file", encoding="utf-8")
        with pytest.raises(OutputError, match=r"писать нельзя: .*укажите другую: -o"):
            _run(folder, into)
        assert (folder / name).read_text(encoding="utf-8") == "a file"


def test_a_folder_where_a_document_should_be_fails_its_row_alone(folder: Path) -> None:
    _run(folder, "clean")
    (folder / "out" / "03.docx").mkdir(parents=True)
    failed = [outcome for outcome in _run(folder) if isinstance(outcome, Failed)]
    assert [outcome.number for outcome in failed] == [3]
    assert "это папка; переименуйте её" in str(failed[0].faults[0])
    assert [discrepancy.file for discrepancy in verify(folder / "out")] == ["03.docx"]
    (folder / "out" / "03.docx").rmdir()
    _run(folder, resume=True)
    assert _contents(folder / "out") == _contents(folder / "clean")


@pytest.mark.parametrize("name", ["manifest.json", "manifest.json.part"])
def test_a_folder_where_the_manifest_should_be_is_reported(folder: Path, name: str) -> None:
    (folder / "out" / name).mkdir(parents=True)
    with pytest.raises(OutputError, match=rf"{name}».*уберите е"):
        _run(folder, resume=True)
    assert [path.name for path in (folder / "out").iterdir()] == [name]


# File systems of their own: in a namespace where mounting is allowed ------------------------------------

_MOUNTED = ("unshare", "--mount", "--map-root-user")
_TRIAL = "mount -t tmpfs none /mnt"


def _may_mount() -> bool:
    try:
        return (
            subprocess.run([*_MOUNTED, "sh", "-c", _TRIAL], capture_output=True, check=False).returncode == 0
        )
    except FileNotFoundError:
        return False


_NAMESPACE = pytest.mark.skipif(not _may_mount(), reason="нельзя смонтировать диск")


def _shell(folder: Path, script: str) -> list[str]:
    """Lines of a script in a namespace of its own; ``batch`` runs the command and prints its exit code."""
    program = "import sys; from prikaz.cli import main; sys.exit(main())"
    command = f'"{sys.executable}" -c "{program}" batch order.yaml школы.csv --jobs 1'
    batch = f'batch() {{ code=0; {command} "$@" || code=$?; echo $code; }}'
    paths = os.pathsep.join(str(Path(path).resolve()) for path in sys.path if path)
    printed = subprocess.run(
        [*_MOUNTED, "sh", "-e", "-c", f"{batch}\n{script}"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return printed.stdout.splitlines()


@_NAMESPACE
def test_a_disk_that_is_full_leaves_whole_documents_and_the_batch_goes_on(folder: Path) -> None:
    _run(folder, "clean")
    (folder / "disk").mkdir()
    script = """
        mount -t tmpfs -o size=128k none disk
        batch -o disk/out; cp -r disk/out full
        mount -o remount,size=8m disk
        batch -o disk/out --resume; cp -r disk/out resumed
    """
    lines = _shell(folder, script)
    assert "2" in lines
    assert any("на диске нет места" in line for line in lines)
    assert lines[-1] == "0"
    clean = _contents(folder / "clean")
    made = {name: data for name, data in _contents(folder / "full").items() if name.endswith(".docx")}
    assert 0 < len(made) < 12
    assert made.items() <= clean.items()
    assert _contents(folder / "resumed") == clean


@_NAMESPACE
def test_a_disk_that_is_read_only_is_reported_and_the_batch_goes_on_when_it_is_not(folder: Path) -> None:
    _run(folder, "clean")
    (folder / "disk").mkdir()
    script = """
        mount -t tmpfs none disk; mkdir disk/out; cp clean/0[1-5].docx disk/out
        mount -o remount,ro disk
        batch -o disk/out; cp -r disk/out before
        mount -o remount,rw disk
        batch -o disk/out; cp -r disk/out after
    """
    lines = _shell(folder, script)
    assert lines[1] == "2"
    assert "писать нельзя: диск только для чтения" in lines[0]
    assert lines[-1] == "0"
    assert len(_contents(folder / "before")) == 5
    assert _contents(folder / "after") == _contents(folder / "clean")

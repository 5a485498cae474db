"""An order gives the same bytes in every process, time zone and folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scripts import examples
from tests.validity.processes import digests

WRITE = "open('out', 'w').write({})"


def test_an_example_gives_the_same_bytes_everywhere(example: Path, tmp_path: Path) -> None:
    command = examples.command(example, Path("out.docx"))
    assert len(digests(command, "out.docx", tmp_path)) == 1


def test_a_constant_is_the_same_everywhere(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITE.format("'приказ'.encode().hex()")]
    assert len(digests(command, "out", tmp_path)) == 1


@pytest.mark.parametrize(
    "changing",
    [
        pytest.param("str(hash('приказ'))", id="hash seed"),
        pytest.param("__import__('time').strftime('%z')", id="time zone"),
        pytest.param("__import__('os').getcwd()", id="folder"),
    ],
)
def test_what_changes_with_the_surroundings_is_seen(changing: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITE.format(changing)]
    assert len(digests(command, "out", tmp_path)) == 2

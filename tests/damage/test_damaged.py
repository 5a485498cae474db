"""Whatever a file is, it is read, or refused in words with its name.

Here are a few hundred files; thousands are tried by ``python -m scripts.damaged_inputs``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from prikaz.errors import PrikazError
from tests.damage.doors import DOORS, Door

if sys.platform == "win32":
    pytest.skip("время и память ограничивает система, какой в Windows нет", allow_module_level=True)

from tests.damage.trial import try_case

_EACH = 15
doors = pytest.mark.parametrize("door", DOORS, ids=[door.name for door in DOORS])


@doors
def test_a_sound_file_comes_through_every_door(door: Door, tmp_path: Path) -> None:
    path = tmp_path / door.file
    path.write_bytes(door.sound())
    door.enter(path)


@doors
def test_a_damaged_file_is_read_or_refused_in_words_with_its_name(door: Door) -> None:
    first = DOORS.index(door)
    outcomes = [try_case(first + len(DOORS) * number) for number in range(_EACH)]
    assert {outcome.door for outcome in outcomes} == {door.name}
    assert [(outcome.number, outcome.fault) for outcome in outcomes if outcome.fault] == []


@doors
def test_a_folder_under_the_name_of_a_file_is_refused(door: Door, tmp_path: Path) -> None:
    path = tmp_path / door.file
    path.mkdir()
    with pytest.raises(PrikazError, match=door.file):
        door.enter(path)


@doors
def test_a_file_that_is_not_there_is_refused(door: Door, tmp_path: Path) -> None:
    with pytest.raises(PrikazError, match=door.file):
        door.enter(tmp_path / door.file)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="файл, который не читается, есть в Linux")
@doors
def test_a_file_that_the_system_does_not_let_read_is_refused(door: Door, tmp_path: Path) -> None:
    path = tmp_path / door.file
    path.symlink_to("/proc/self/mem")
    with pytest.raises(PrikazError, match=door.file):
        door.enter(path)

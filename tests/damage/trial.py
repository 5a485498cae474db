"""One damaged file through one door, and whether what came of it is what may come of it."""

from __future__ import annotations

import re
import resource
import signal
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from prikaz.errors import PrikazError
from tests.damage.doors import DOORS, Door
from tests.damage.mutations import damaged

#: Seconds that the worst file may take on a slow machine.
SECONDS: Final = 30
#: Bytes of memory of a whole process: far more than it should need.
_MEMORY: Final = 3 * 2**30
_RUSSIAN: Final = re.compile("[а-яё]{3}")


class Outcome(NamedTuple):
    """What came of a damaged file; ``fault`` says what should not have."""

    number: int
    door: str
    refused: str
    fault: str
    seconds: float
    megabytes: int


class _TooLongError(BaseException):
    """The time is up."""


def limit_memory() -> None:
    """No case may take more memory than this, or it fails."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def case(number: int) -> tuple[Door, bytes]:
    """A door and a damaged file for it: of one number always the same."""
    random = Random(number)
    door = DOORS[number % len(DOORS)]
    return door, damaged(door.sound(), door.mutations, random)


def try_case(number: int) -> Outcome:
    """Bring a damaged file to its door."""
    door, content = case(number)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / door.file
        path.write_bytes(content)
        refused, fault = _tried(door, path)
    seconds = time.monotonic() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Outcome(number, door.name, refused, fault, seconds, megabytes)


def _tried(door: Door, path: Path) -> tuple[str, str]:
    try:
        with _in_time():
            door.enter(path)
    except PrikazError as error:
        return str(error), _fault_of(str(error), path.name)
    except _TooLongError:
        return "", f"took more than {SECONDS} s"
    except BaseException as error:  # noqa: BLE001 (whatever it is, it is what we look for)
        *_, last = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in traceback.extract_tb(error.__traceback__) if "/prikaz/" in frame.filename]
        at = ours[-1] if ours else last
        return "", f"{type(error).__name__}: {str(error)[:100]} at {Path(at.filename).name}:{at.lineno}"
    return "", ""


def _fault_of(message: str, name: str) -> str:
    if name not in message:
        return f"the file is not named: {message[:200]}"
    return "" if _RUSSIAN.search(message.replace(name, "")) else f"no words: {message[:200]}"


@contextmanager
def _in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)

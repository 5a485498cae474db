"""Thousands of orders from a table with declension, by one process and by two; many in bounded memory."""

from __future__ import annotations

import csv
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from attrs import frozen

from benchmarks.measure import table

_ROOT = Path(__file__).parent.parent
_ORDER = """\
вид: приказ
орган: {бланк: [ОТДЕЛ ОБРАЗОВАНИЯ], кратко: отдел образования}
заголовок: О лагере с дневным пребыванием
поля: {школа: {вид: орган}, начальник: {вид: лицо}, мест: {вид: число, единица: место}, открытие: {вид: дата}}
пункты:
  - Открыть {открытие} лагерь при {предл школа} на {мест}.
  - Назначить начальником лагеря {вин начальник}.
подпись: {должность: Заведующий отделом, фамилия: Белов, имя: Игорь, отчество: Львович}
"""
_LAST = ("Журавлёва", "Орлова", "Белова", "Ковалёва", "Соколова", "Зайцева", "Морозова")
_FIRST = ("Анна", "Мария", "Ольга", "Вера", "Нина")
#: The highest mark of memory is that of the program alone, where Linux reports it.
_MANY = """
import re, sys, time
from pathlib import Path
import prikaz
from benchmarks import job
start = time.perf_counter()
for result in prikaz.render_many(map(job.order, range(int(sys.argv[1])))):
    result.to_bytes()
seconds = time.perf_counter() - start
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(seconds, int(peak[1]) / 1024)
"""


def main(*, quick: bool = False) -> None:
    """Print the time of the whole command, what the second core gains, and the memory of many orders."""
    with tempfile.TemporaryDirectory() as folder:
        for rows in (1_000,) if quick else (1_000, 5_000):
            _compare(Path(folder), rows, rounds=1 if quick else 5)
        counts = (500, 2_000) if quick else (1_000, 40_000)
        made = [_many(Path(folder), count) for count in counts]
    table(("orders of the job, render_many", "s", "peak MB"), made)


def _compare(folder: Path, rows: int, rounds: int) -> None:
    """One process and two: of the command, and of bare counting, which shares nothing but the machine."""
    _write(folder, rows)
    _command(folder, 1)  # leaves compiled modules behind, as installing does
    jobs = {
        "--jobs 1": partial(_command, folder, 1),
        "--jobs 2": partial(_command, folder, 2),
        "counting once": partial(_count, 1),
        "counting twice at once": partial(_count, 2),
    }
    turns = [{name: _watched(folder, work) for name, work in jobs.items()} for _ in range(rounds)]
    gain = statistics.median(turn["--jobs 1"].seconds / turn["--jobs 2"].seconds for turn in turns)
    limit = statistics.median(
        2 * turn["counting once"].seconds / turn["counting twice at once"].seconds for turn in turns
    )
    heads = (f"prikaz batch, {rows} rows", "s, median", "documents a second", "share of two cores")
    table(heads, [_row(name, [turn[name] for turn in turns], rows) for name in ("--jobs 1", "--jobs 2")])
    print(f"the second process makes it {gain:.2f} times as fast; of bare counting, {limit:.2f}\n")


@frozen
class Spent:
    """What some processes have cost: by the clock on the wall, and on all processors together."""

    seconds: float
    busy: float


def _watched(folder: Path, work: Callable[[], object]) -> Spent:
    shutil.rmtree(folder / "out", ignore_errors=True)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    work()
    spent, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(spent, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _row(name: str, turns: Sequence[Spent], rows: int) -> tuple[str, ...]:
    seconds = statistics.median(turn.seconds for turn in turns)
    share = statistics.median(turn.busy / turn.seconds / 2 for turn in turns)
    return name, f"{seconds:.1f}", f"{rows / seconds:.0f}", f"{share:.0%}"


def _write(folder: Path, rows: int) -> None:
    (folder / "order.yaml").write_text(_ORDER, encoding="utf-8")
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file, delimiter=";")
        written.writerow(("номер", "дата", "школа", "начальник", "мест", "открытие"))
        written.writerows(_school(number) for number in range(1, rows + 1))


def _command(folder: Path, jobs: int) -> None:
    """The whole command, from the start of Python to the manifest."""
    program = "import sys; from prikaz.cli import main; sys.exit(main())"
    command = [
        sys.executable,
        "-c",
        program,
        "batch",
        "order.yaml",
        "rows.csv",
        "-o",
        "out",
        "--jobs",
        str(jobs),
    ]
    subprocess.run(command, cwd=folder, env=_environment(folder), check=True, capture_output=True)


def _count(processes: int) -> None:
    """Processes that only count, at the same time: what two cores can gain on this machine."""
    command = [sys.executable, "-c", "sum(number * number for number in range(20_000_000))"]
    running = [subprocess.Popen(command) for _ in range(processes)]
    for process in running:
        process.wait()


def _school(number: int) -> tuple[str, ...]:
    name = f"{_LAST[number % 7]} {_FIRST[number % 5]} Петровна"
    return f"{number}-од", "16.03.2027", f"Заречная средняя школа № {number}", name, str(number), "01.06.2027"


def _many(folder: Path, count: int) -> tuple[str, ...]:
    run = subprocess.run(
        [sys.executable, "-c", _MANY, str(count)],
        cwd=_ROOT,
        env=_environment(folder),
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, megabytes = map(float, run.stdout.split())
    return f"{count}", f"{seconds:.1f}", f"{megabytes:.0f}"


def _environment(folder: Path) -> dict[str, str]:
    """The surroundings of a process as of an installed program: what it compiles is kept until the end."""
    paths = os.pathsep.join((str(_ROOT), str(_ROOT / "src")))
    caches = {"PYTHONPYCACHEPREFIX": str(folder / "modules"), "XDG_CACHE_HOME": str(folder / "cache")}
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, **caches, "PYTHONPATH": paths}


if __name__ == "__main__":
    main()

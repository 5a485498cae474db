"""A thousand orders from a table with declension, and forty thousand in bounded memory."""

from __future__ import annotations

import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
#: The highest mark of memory is that of the program alone, where Linux tells it.
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
    """Print the time of the whole command, its share of the processors, and the memory of many orders."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [_command(Path(folder), jobs, 1_000) for jobs in (1, os.cpu_count() or 1)]
    table(("prikaz batch, 1000 rows", "s", "documents a second", "share of the processors"), rows)
    counts = (500, 2_000) if quick else (1_000, 40_000)
    table(("orders of the job, render_many", "s", "peak MB"), [_many(count) for count in counts])


def _command(folder: Path, jobs: int, count: int) -> tuple[str, ...]:
    (folder / "order.yaml").write_text(_ORDER, encoding="utf-8")
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file, delimiter=";")
        written.writerow(("номер", "дата", "школа", "начальник", "мест", "открытие"))
        written.writerows(_school(number) for number in range(1, count + 1))
    program = "import sys; from prikaz.cli import main; sys.exit(main())"
    arguments = ["batch", "order.yaml", "rows.csv", "-o", f"out{jobs}", "--jobs", str(jobs)]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        env=_environment(),
        check=True,
        capture_output=True,
    )
    spent, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    share = busy / spent / (os.cpu_count() or 1)
    return f"--jobs {jobs}", f"{spent:.1f}", f"{count / spent:.0f}", f"{share:.0%}"


def _school(number: int) -> tuple[str, ...]:
    name = f"{_LAST[number % 7]} {_FIRST[number % 5]} Петровна"
    return f"{number}-од", "16.03.2027", f"Заречная средняя школа № {number}", name, str(number), "01.06.2027"


def _many(count: int) -> tuple[str, ...]:
    told = subprocess.run(
        [sys.executable, "-c", _MANY, str(count)],
        cwd=_ROOT,
        env=_environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, megabytes = map(float, told.stdout.split())
    return f"{count}", f"{seconds:.1f}", f"{megabytes:.0f}"


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(_ROOT), str(_ROOT / "src")))}


if __name__ == "__main__":
    main()

"""A process from nothing to one document."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import prikaz
from benchmarks import job
from benchmarks.measure import interleaved, table, wall_milliseconds

_ROOT = Path(__file__).parent.parent
_PEER = "docxtpl: import, render, save"
_PRIKAZ = "import sys; from prikaz.cli import main; sys.exit(main())"
_DOCXTPL = (
    "import json, sys; from docxtpl import DocxTemplate; t = DocxTemplate(sys.argv[1]);"
    "t.render(json.load(open(sys.argv[2], encoding='utf-8')), autoescape=True); t.save(sys.argv[3])"
)


def main(rounds: int = 21) -> None:
    """Print what a process costs."""
    with tempfile.TemporaryDirectory() as folder:
        jobs = _jobs(Path(folder))
        interleaved(jobs, 1)  # leaves compiled modules behind, as installing does
        figures = interleaved(jobs, rounds)
    peer = figures[_PEER]
    rows = [
        (name, f"{statistics.median(times):.0f}", f"{min(times):.0f}", f"{_ratio(times, peer):.2f}")
        for name, times in figures.items()
    ]
    table(("process", "ms, median", "ms, least", "times docxtpl's"), rows)


def _ratio(times: Sequence[float], peer: Sequence[float]) -> float:
    """The median of the ratios of runs that stood side by side."""
    return statistics.median(one / other for one, other in zip(times, peer, strict=True))


def _jobs(folder: Path) -> dict[str, Callable[[], float]]:
    template, data, order = folder / "t.docx", folder / "t.json", folder / "order.json"
    template.write_bytes(job.template())
    data.write_text(json.dumps(job.view(), ensure_ascii=False), encoding="utf-8")
    prikaz.dump(job.order(1), order)
    made = str(folder / "made.docx")

    def run(program: str, *arguments: object) -> Callable[[], float]:
        command = [sys.executable, "-c", program, *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": str(_ROOT / "src"), **_caches(folder)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        return lambda: wall_milliseconds(
            lambda: subprocess.run(command, env=environment, capture_output=True, check=True)
        )

    return {
        "python alone": run("pass"),
        _PEER: run(_DOCXTPL, template, data, made),
        "prikaz --help": run(_PRIKAZ, "--help"),
        "prikaz render order.json": run(_PRIKAZ, "render", order, "-o", made, "--overwrite"),
    }


def _caches(folder: Path) -> dict[str, str]:
    """Where the processes keep what they have compiled: the same for all of them, and gone afterwards."""
    return {"PYTHONPYCACHEPREFIX": str(folder / "modules"), "XDG_CACHE_HOME": str(folder / "cache")}


if __name__ == "__main__":
    main()

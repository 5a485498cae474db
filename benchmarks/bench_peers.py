"""The peers of npm beside prikaz, as far as they are installed in benchmarks/peers."""

from __future__ import annotations

import io
import json
import shutil
import statistics
import subprocess
import tempfile
from functools import partial
from pathlib import Path

import docx
from docx.document import Document
from docxtpl import DocxTemplate

from benchmarks import job, peer_templates
from benchmarks.measure import interleaved, milliseconds, ratio, table
from prikaz import Template

_PEERS = Path(__file__).parent / "peers"
_ENGINES = {
    "docxtemplater": peer_templates.mustache,
    "easy-template-x": peer_templates.mustache,
    "docx-templates": peer_templates.commands,
    "carbone": peer_templates.markers,
}


def main(rounds: int = 5) -> None:
    """Print what one document costs in each engine."""
    if not (shutil.which("node") and (_PEERS / "node_modules").is_dir()):
        print("peers of npm: not installed (npm install --prefix benchmarks/peers)\n")
        return
    source, values = job.template(), job.view()
    compiled = Template(source)

    def docxtpl() -> None:
        template = DocxTemplate(io.BytesIO(source))
        template.render(values, autoescape=True)
        template.save(io.BytesIO())

    with tempfile.TemporaryDirectory() as folder:
        jobs = {name: partial(_peer, name, Path(folder)) for name in _ENGINES}
        figures = interleaved(
            {
                "docxtpl": lambda: milliseconds(docxtpl, 5),
                "prikaz, Template.render": lambda: milliseconds(
                    lambda: compiled.render(values).to_bytes(), 100
                ),
                **jobs,
            },
            rounds,
        )
    rows = [
        (name, f"{statistics.median(times):.2f}", f"{ratio(figures['docxtpl'], times):.1f}")
        for name, times in figures.items()
    ]
    table(("engine, one document", "ms, median", "× docxtpl"), rows)


def _peer(name: str, folder: Path) -> float:
    """Milliseconds of one turn, in a process of its own; what it made is looked at."""
    template, data, made = folder / f"{name}.docx", folder / "data.json", folder / "made.docx"
    template.write_bytes(_ENGINES[name]())
    data.write_text(json.dumps(peer_templates.data(), ensure_ascii=False), encoding="utf-8")
    command = ["node", "render.mjs", name, str(template), str(data), str(made), "50"]
    run = subprocess.run(command, cwd=_PEERS, capture_output=True, text=True, check=True)
    _check(name, docx.Document(str(made)))
    return float(run.stdout)


def _check(name: str, document: Document) -> None:
    """An engine that leaves something out is not timed."""
    cells = [[[cell.text for cell in row.cells] for row in item.rows] for item in document.tables]
    lines = [paragraph.text for paragraph in document.paragraphs]
    if cells != peer_templates.tables() or not set(peer_templates.lines()) <= set(lines):
        raise SystemExit(f"{name} made another document")


if __name__ == "__main__":
    main()

"""The engine against docxtpl: the same template, the same values, turns taken in one run.

``python -m benchmarks.bench_engine``
"""

from __future__ import annotations

import io
import os
import statistics
import time
import tracemalloc
from collections.abc import Callable
from unittest.mock import patch

import docx
from docx.document import Document
from docxtpl import DocxTemplate

from benchmarks import job
from prikaz.docx import Template
from prikaz.docx.cache import VARIABLE

Render = Callable[[int], bytes]


def main(*, quick: bool = False) -> None:
    """Print how time and memory grow with the rows."""
    source = job.template()
    compiled = Template(source)
    views = {rows: job.view(rows) for rows in ((35, 350) if quick else (35, 350, 3_500, 10_000))}

    def ours(rows: int) -> bytes:
        return compiled.render(views[rows]).to_bytes()

    def theirs(rows: int) -> bytes:
        template = DocxTemplate(io.BytesIO(source))
        template.render(views[rows], autoescape=True)
        stream = io.BytesIO()
        template.save(stream)
        return stream.getvalue()

    _check_same(ours(35), theirs(35))
    print("   rows  prikaz ms  docxtpl ms   ratio     MB  docxtpl MB     kB  docxtpl kB")
    for rows in views:
        _line(rows, ours, theirs, rounds=3 if quick else 7)
    print(f"a template taken from the cache: {_opening(source):.1f} ms", end="; ")
    with patch.dict(os.environ, {VARIABLE: ""}):
        print(f"compiled anew: {_opening(source):.1f} ms\n", flush=True)


def _opening(source: bytes) -> float:
    return _ms(lambda _: bytes(bool(Template(source))), 0, 5)


def _line(rows: int, ours: Render, theirs: Render, rounds: int) -> None:
    turns = max(1, 1_000 // rows)
    pairs = [
        (_ms(ours, rows, turns * 4), _ms(theirs, rows, turns)) for _ in range(rounds if rows < 3_500 else 2)
    ]
    mine, other = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(theirs_ms / ours_ms for ours_ms, theirs_ms in pairs)
    peaks = (_peak(ours, rows), _peak(theirs, rows))
    sizes = (len(ours(rows)) / 1024, len(theirs(rows)) / 1024)
    print(f"{rows:>7} {mine:>10.3f} {other:>11.2f} {ratio:>6.1f}×", end="")
    print(f" {peaks[0]:>6.1f} {peaks[1]:>11.1f} {sizes[0]:>6.1f} {sizes[1]:>11.1f}")


def _ms(render: Render, rows: int, turns: int) -> float:
    start = time.process_time()
    for _ in range(turns):
        render(rows)
    return (time.process_time() - start) * 1_000 / turns


def _peak(render: Render, rows: int) -> float:
    """Megabytes of Python's memory at most; docxtpl's trees of libxml2 are not counted."""
    tracemalloc.start()
    render(rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def _check_same(ours: bytes, theirs: bytes) -> None:
    """Both documents hold the same paragraphs and cells."""
    mine, other = (docx.Document(io.BytesIO(data)) for data in (ours, theirs))
    if [item.text for item in mine.paragraphs] != [item.text for item in other.paragraphs]:
        raise SystemExit("paragraphs differ")
    if _cells(mine) != _cells(other):
        raise SystemExit("cells differ")


def _cells(made: Document) -> list[str]:
    return [cell.text for table in made.tables for row in table.rows for cell in row.cells]


if __name__ == "__main__":
    main()

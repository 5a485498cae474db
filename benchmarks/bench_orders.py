"""A different order each time, from the object to the bytes, beside docxtpl on its own job."""

from __future__ import annotations

import io
import itertools
import statistics
import zlib
from collections.abc import Callable

from docxtpl import DocxTemplate

import prikaz
from benchmarks import job
from benchmarks.measure import interleaved, milliseconds, ratio, table
from prikaz import OfficeProfile, Template
from prikaz.docx import Package
from prikaz.masters import master
from prikaz.model.resolution.references import References
from prikaz.opc.archive import LEVEL
from prikaz.writer import order_view

_TURNS = 20


def main(rounds: int = 9) -> None:
    """Print what an order costs, beside docxtpl, and what the time is spent on."""
    source, values = job.template(), job.view()
    compiled = Template(source)
    numbers = itertools.count()

    def theirs() -> None:
        template = DocxTemplate(io.BytesIO(source))
        template.render(values, autoescape=True)
        template.save(io.BytesIO())

    def orders() -> float:
        made = iter([job.order(next(numbers)) for _ in range(_TURNS)])
        return milliseconds(lambda: prikaz.render(next(made)).to_bytes(), _TURNS)

    figures = interleaved(
        {
            "docxtpl": lambda: milliseconds(theirs, _TURNS // 4),
            "Template.render": lambda: milliseconds(lambda: compiled.render(values).to_bytes(), _TURNS * 4),
            "prikaz.render": orders,
            **_parts(numbers),
        },
        rounds,
    )
    table(
        ("job", "ms, median", "× docxtpl"),
        [
            (name, f"{statistics.median(times):.2f}", f"{ratio(figures['docxtpl'], times):.1f}")
            for name, times in figures.items()
        ],
    )


def _parts(numbers: itertools.count[int]) -> dict[str, Callable[[], float]]:
    """The steps of prikaz.render, each alone."""
    profile = OfficeProfile()
    built_in = master("приказ")
    ready = order_view(References(job.order(0), profile)).values
    xml = _document_xml()

    def views() -> float:
        made = iter([job.order(next(numbers)) for _ in range(_TURNS)])
        return milliseconds(lambda: order_view(References(next(made), profile)), _TURNS)

    def deflate() -> bytes:
        squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
        return squeeze.compress(xml) + squeeze.flush()

    return {
        "of it: references, typography, view": views,
        "of it: the built-in template": lambda: milliseconds(lambda: built_in.render(ready), _TURNS),
        "of that: deflating": lambda: milliseconds(deflate, _TURNS),
    }


def _document_xml() -> bytes:
    return Package.open(prikaz.render(job.order(0)).to_bytes()).read("word/document.xml")


if __name__ == "__main__":
    main()

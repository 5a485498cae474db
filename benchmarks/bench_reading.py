"""Reading a long document, of 250 pages with a table of 3 000 rows, beside those who walk the same file.

``python -m benchmarks.bench_reading``; docx2python takes its turn where it is installed.
"""

from __future__ import annotations

import io
import statistics
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from importlib.util import find_spec

import attrs
import docx
from docx.table import Table
from docx.text.paragraph import Paragraph as WordParagraph

import prikaz
from benchmarks import job
from benchmarks.measure import interleaved, milliseconds, ratio, table
from prikaz import Clause
from prikaz.docx.content import read_content
from prikaz.docx.content.elements import ContentBlock, Paragraph
from prikaz.reader.reading import read
from prikaz.reader.revision.planning import revise_word

_ROWS = 3_000
_CLAUSES = 700
_SMALLER = 10
_PEER = "python-docx"


def main(rounds: int = 3) -> None:
    """Print what one file costs each reader, and how the cost grows with the file."""
    long, short = document(_ROWS, _CLAUSES), document(_ROWS // _SMALLER, _CLAUSES // _SMALLER)
    _check_same(long)
    jobs = {
        (name, size): partial(milliseconds, partial(take, source), 1)
        for name, take in readers().items()
        for size, source in (("long", long), ("short", short))
    }
    figures = interleaved({f"{name} {size}": work for (name, size), work in jobs.items()}, rounds)
    rows = [
        (
            name,
            f"{statistics.median(figures[f'{name} long']):.0f}",
            f"{ratio(figures[f'{name} long'], figures[f'{_PEER} long']):.2f}",
            f"{ratio(figures[f'{name} long'], figures[f'{name} short']):.1f}",
        )
        for name in readers()
    ]
    table(("reader, 250 pages", "ms, median", f"× {_PEER}", f"× a file {_SMALLER} times shorter"), rows)


def readers() -> Mapping[str, Callable[[bytes], object]]:
    """Those who read a file, by name."""
    found: dict[str, Callable[[bytes], object]] = {
        _PEER: walk,
        "prikaz, what the file says": read_content,
        "prikaz, the order": read,
        "prikaz, rolled in Word": roll_in_word,
    }
    if find_spec("docx2python"):
        found["docx2python"] = _with_docx2python
    return found


def roll_in_word(source: bytes) -> bytes:
    """The same file of the next year, with recorded changes and comments."""
    draft = read(source)
    assert draft.order.year
    rolled = prikaz.roll(draft.order, draft.order.year + 1, unread=draft.unread)
    return revise_word(draft, rolled.changes, rolled.order, rolled.questions).data


def document(rows: int, clauses: int) -> bytes:
    """An order with a roadmap and many clauses."""
    order = job.order(1, rows)
    more = [
        Clause(text=f"Провести совещание № {number} с координаторами и обсудить итоги прошлого периода.")
        for number in range(clauses)
    ]
    return prikaz.render(attrs.evolve(order, clauses=[*order.clauses, *more])).to_bytes()


def walk(source: bytes) -> str:
    """All text, as python-docx gives it: paragraphs one by one, tables cell by cell."""
    return "\n".join(_walked(docx.Document(io.BytesIO(source)).iter_inner_content()))


def _walked(blocks: Iterable[WordParagraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _walked(cell.iter_inner_content())
        else:
            yield block.text


def _with_docx2python(source: bytes) -> object:
    with import_module("docx2python").docx2python(io.BytesIO(source)) as found:
        return found.text


def _check_same(source: bytes) -> None:
    """A reader that leaves something out is not timed."""
    sections = read_content(source).sections
    ours = "\n".join(text for section in sections for text in _texts(section.blocks))
    if _words(walk(source)) != _words(ours):
        raise SystemExit("python-docx and prikaz read different texts")


def _texts(blocks: Iterable[ContentBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (text for row in block.rows for cell in row for text in _texts(cell.blocks))


def _words(text: str) -> list[str]:
    return text.replace("\f", "\n").split()


if __name__ == "__main__":
    main()

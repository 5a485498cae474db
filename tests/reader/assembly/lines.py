"""Papers for tests, a line each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any

from prikaz.model import OfficeProfile
from prikaz.reader.assembly import Assembled, assemble
from prikaz.reader.paper import Line, Paper, PaperLine, Role, Sheet
from prikaz.reader.source_text import SourceText

_numbers = count()


def line(role: Role, text: str, **facts: Any) -> Line:
    """A line whose characters are those of a paragraph of its own."""
    return Line(role, SourceText.of(text, "word/document.xml", next(_numbers)), **facts)


def lines(role: Role, *texts: str, **facts: Any) -> list[Line]:
    """Lines of one role."""
    return [line(role, text, **facts) for text in texts]


def clauses(*texts: str) -> list[Line]:
    """Clauses whose numbers are typed."""
    return lines(Role.CLAUSE, *texts)


def assembled(*main: PaperLine, annexes: Iterable[Iterable[PaperLine]] = (), **profile: Any) -> Assembled:
    """What is made of the lines of a document and of its annexes."""
    sheets = tuple(Sheet(tuple(annex)) for annex in annexes)
    return assemble(Paper(Sheet(main), sheets), OfficeProfile(**profile))


def order_of(*lines: PaperLine, **facts: Any) -> Assembled:
    """The same of an order that has a kind, a clause and a signature if the lines have none."""
    roles = {one.role for one in lines}
    given: list[PaperLine] = [] if Role.KIND in roles else [line(Role.KIND, "ПРИКАЗ")]
    given += [] if roles & {Role.PREAMBLE, Role.OPERATIVE} else [line(Role.OPERATIVE, "ПРИКАЗЫВАЮ:")]
    given += lines
    given += [] if Role.CLAUSE in roles else clauses("1. Создать комиссию.")
    given += [] if Role.SIGNATURE in roles else [line(Role.SIGNATURE, "Директор\tИ.Л. Белов")]
    return assembled(*given, **facts)

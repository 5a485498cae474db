"""A compiled part of a template, and running it."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from prikaz.docx.rendering.code import Code
from prikaz.docx.rendering.limits import CHUNK, OUTPUT, too_long
from prikaz.docx.rendering.printer import Printer
from prikaz.docx.rendering.state import RenderState
from prikaz.opc.archive import ArchiveEntry, Deflater

if TYPE_CHECKING:
    from prikaz.docx.compilation.source import Tag
    from prikaz.docx.rendering.plain_runtime import Context, Runtime

#: Name of the file that the code of a part says it stands in.
FILE: Final = "<prikaz template>"
_BATCH: Final = 512  # pieces of text joined and deflated at once


class Program:
    """A part that can be run, from any number of threads."""

    def __init__(self, code: Code, surroundings: Runtime) -> None:
        self.code = code
        self._surroundings = surroundings
        namespace: dict[str, Any] = {"environment": surroundings}
        exec(marshal.loads(code.body), namespace)  # noqa: S102, S302  (Jinja's own way; made by us)
        self._root: Callable[[Context], Iterator[str]] = namespace["root"]

    @property
    def name(self) -> str:
        """Name of the part, "word/document.xml"."""
        return self.code.name

    def entry(self, rendering: RenderState, values: Mapping[str, Any]) -> ArchiveEntry:
        """Run the code; the part is deflated as it is printed."""
        scribe = Printer(rendering, self.code)
        context = self._surroundings.part_context(values, scribe)
        deflater = Deflater()
        size = 0
        for piece in _batches(self._root(context)):
            size += len(piece)
            if size > OUTPUT:
                raise too_long()
            deflater.feed(piece)
        return deflater.entry(self.name)

    def culprit(self, error: Exception) -> Tag:
        """Find the tag that was printed when an error came."""
        return self.code.source.tag(self._line(error.__traceback__))

    def _line(self, traceback: TracebackType | None) -> int:
        found = 0
        while traceback is not None:
            at = traceback.tb_lineno
            if traceback.tb_frame.f_code.co_filename == FILE:
                told = (line for line, code in reversed(self.code.lines) if code <= at)
                found = next(told, 0)
            traceback = traceback.tb_next
        return found


def _batches(pieces: Iterator[str]) -> Iterator[bytes]:
    while batch := list(islice(pieces, _BATCH)):
        if sum(map(len, batch)) > CHUNK:
            raise too_long()
        yield "".join(batch).encode()

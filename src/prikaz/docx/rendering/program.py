"""Running the code of a compiled part."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from prikaz.docx.rendering.compiled import FILE_NAME, CompiledPart
from prikaz.docx.rendering.contracts import Context, Runtime, SandboxSource
from prikaz.docx.rendering.limits import MAX_CHUNK_SIZE, MAX_PART_SIZE, too_long
from prikaz.docx.rendering.printer import Printer
from prikaz.docx.rendering.state import RenderState
from prikaz.opc.archive import ArchiveEntry, Deflater

if TYPE_CHECKING:
    from prikaz.docx.compilation.source import Tag

_BATCH: Final = 512  # pieces of text joined and deflated at once


class Program:
    """A compiled part that can be run, from any number of threads.

    Attributes:
        part: The compiled part.
    """

    def __init__(self, part: CompiledPart, runtime: Runtime, sandbox: SandboxSource) -> None:
        self.part = part
        self._runtime = runtime
        self._sandbox = sandbox
        namespace: dict[str, Any] = {"environment": runtime, **runtime.namespace}
        exec(marshal.loads(part.code), namespace)  # noqa: S102, S302  (Jinja's own way; made by us)
        self._root: Callable[[Context], Iterator[str]] = namespace["root"]

    def run(self, state: RenderState, values: Mapping[str, Any]) -> ArchiveEntry:
        """Print the part; it is deflated on the way."""
        printer = Printer(state, self.part, self._sandbox)
        context = self._runtime.part_context(values, printer)
        deflater = Deflater()
        size = 0
        for piece in _batches(self._root(context)):
            size += len(piece)
            if size > MAX_PART_SIZE:
                raise too_long()
            deflater.feed(piece)
        return deflater.entry(self.part.name)

    def failed_tag(self, error: Exception) -> Tag:
        """Find the tag that was being printed when an error came."""
        return self.part.source.tag(self._source_line(error.__traceback__))

    def _source_line(self, traceback: TracebackType | None) -> int:
        """Line of the source at the innermost place in the code; 0 if there is none."""
        found = 0
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename == FILE_NAME:
                at = traceback.tb_lineno
                found = next((line for line, code in reversed(self.part.lines) if code <= at), 0)
            traceback = traceback.tb_next
        return found


def _batches(pieces: Iterator[str]) -> Iterator[bytes]:
    while batch := list(islice(pieces, _BATCH)):
        if sum(map(len, batch)) > MAX_CHUNK_SIZE:
            raise too_long()
        yield "".join(batch).encode()

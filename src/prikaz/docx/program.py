"""A compiled part of a template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from types import TracebackType
from typing import Any, Final

from attrs import frozen
from jinja2 import TemplateSyntaxError, nodes

from prikaz.docx.archive import Deflater, Entry
from prikaz.docx.codegen import Generator, weigh_sequences
from prikaz.docx.context import PartContext
from prikaz.docx.diagnosis import diagnose, fault, find_faults, find_unknown
from prikaz.docx.environment import Sandbox
from prikaz.docx.limits import CHUNK, OUTPUT, too_long
from prikaz.docx.rendering import Rendering
from prikaz.docx.scribe import Scribe
from prikaz.docx.source import PartSource
from prikaz.errors import TemplateError, TemplateFault

_BATCH: Final = 512  # pieces of text joined and deflated at once
_FILE: Final = "<prikaz template>"


@frozen(kw_only=True)
class Program:
    """Code of one part.

    Attributes:
        source: What it was made of.
        tree: Jinja's tree, for looking into.
        lines: Line of the template for lines of the code, as Jinja tells them.
    """

    source: PartSource
    tree: nodes.Template
    lines: tuple[tuple[int, int], ...]
    _root: Callable[[PartContext], Iterator[str]]

    def entry(self, rendering: Rendering, values: Mapping[str, Any]) -> Entry:
        """Run the code; the part is deflated as it is printed."""
        scribe = Scribe(rendering, self.source)
        context = PartContext(rendering.environment, values, scribe)
        deflater = Deflater()
        size = 0
        for piece in _batches(self._root(context)):
            size += len(piece)
            if size > OUTPUT:
                raise too_long()
            deflater.feed(piece)
        return deflater.entry(self.source.name)

    def blame(self, error: Exception) -> TemplateFault:
        """Find the tag that was printed when an error came."""
        tag = self.source.tag(self._line(error.__traceback__))
        return fault(self.source, tag, *diagnose(error))

    def _line(self, traceback: TracebackType | None) -> int:
        found = 0
        while traceback is not None:
            at = traceback.tb_lineno
            if traceback.tb_frame.f_code.co_filename == _FILE:
                told = (line for line, code in reversed(self.lines) if code <= at)
                found = next(told, 0)
            traceback = traceback.tb_next
        return found


def _batches(pieces: Iterator[str]) -> Iterator[bytes]:
    while batch := list(islice(pieces, _BATCH)):
        if sum(map(len, batch)) > CHUNK:
            raise too_long()
        yield "".join(batch).encode()


def compile_part(source: PartSource, environment: Sandbox) -> Program:
    """Compile a part.

    Raises:
        TemplateError: Tags of it cannot be read, or ask for what does not exist; all of them are told.
    """
    try:
        tree = environment.parse(source.text)
        faults = tuple(find_unknown(source, tree, environment))
        if not faults:
            return _program(source, tree, environment)
    except (TemplateSyntaxError, SyntaxError, RecursionError, MemoryError, ValueError) as error:
        faults = tuple(find_faults(source, environment)) or (_whole(source, error),)
    raise TemplateError("", faults)


def _program(source: PartSource, tree: nodes.Template, environment: Sandbox) -> Program:
    weigh_sequences(tree)
    generator = Generator(environment, source)
    generator.visit(tree)
    namespace: dict[str, Any] = {"environment": environment}
    exec(compile(generator.code.getvalue(), _FILE, "exec"), namespace)  # noqa: S102  (Jinja's own way)
    return Program(source=source, tree=tree, lines=tuple(generator.debug_info), root=namespace["root"])


def _whole(source: PartSource, error: Exception) -> TemplateFault:
    """Blame the tag that Jinja was at, or the whole part when it is too complex."""
    if isinstance(error, TemplateSyntaxError):
        return fault(source, source.tag(min(error.lineno, len(source.tags))), *diagnose(error))
    return TemplateFault(
        part=source.title, message="метки слишком сложны", hint="уменьшите число скобок и вложенных циклов"
    )

"""Templates: compiled once, rendered any number of times, from any number of threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from prikaz.docx.cache import keep, recall
from prikaz.docx.rendering.additions import with_additions
from prikaz.docx.rendering.compiled import Compiled
from prikaz.docx.rendering.missing import Ledger
from prikaz.docx.rendering.plain_runtime import PlainRuntime
from prikaz.docx.rendering.program import Program
from prikaz.docx.rendering.state import RenderState
from prikaz.docx.values.result import Result
from prikaz.docx.wml.package import Package, PackageSource, read_source
from prikaz.errors import TemplateError, TemplateFault, UnfilledSlotsError
from prikaz.findings import Finding
from prikaz.language.words.misspelling import did_you_mean
from prikaz.opc.archive import write_archive

if TYPE_CHECKING:
    from prikaz.docx.jinja.sandbox import Sandbox

_PLAIN: Final = PlainRuntime()
_BLANK = "[не заполнено: {}]"


class Template:
    """A .docx with tags in docxtpl's language (шаблон документа).

    Immutable: one template may be rendered from many threads, and the same
    values give the same bytes.

    Attributes:
        name: Name in messages, by default that of the file.
    """

    def __init__(
        self,
        source: PackageSource,
        *,
        filters: Mapping[str, Callable[..., Any]] | None = None,
        name: str | None = None,
    ) -> None:
        """Read, check and compile a template.

        Args:
            source: Path, bytes or binary stream of a .docx.
            filters: Filters of your own by name: ``{{ сумма|прописью }}``.
            name: Name in messages.

        Raises:
            PackageError: The file is not a .docx that can be trusted.
            TemplateError: Tags are wrong; all faults at once, each with its place.
        """
        self.name = name or (Path(source).name if isinstance(source, str | os.PathLike) else "шаблон")
        self._filters = dict(filters or {})
        self._compiled = self._compile(read_source(source))
        self._programs = tuple(
            Program(code, _PLAIN if code.plain else self._sandbox) for code in self._compiled.codes
        )

    def __reduce__(self) -> tuple[Callable[..., Template], tuple[object, ...]]:
        return _compiled_again, (self._compiled.package.to_bytes(), self.name, tuple(self._filters.items()))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of what the template is made of, in hexadecimal figures."""
        return sha256(self._compiled.package.to_bytes()).hexdigest()

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """Names that the template needs, in the order it uses them: ``номер``, ``приложения[].заголовок``."""
        return tuple(dict.fromkeys(slot for code in self._compiled.codes for slot in code.slots))

    def render(self, context: Mapping[str, Any], *, dated: date | None = None) -> Result:
        """Fill the template in.

        Args:
            context: Values by the names that the tags use: strings, numbers, lists, mappings, objects,
                :class:`prikaz.Inline`, :class:`prikaz.Picture`, rich text of docxtpl.
            dated: Day that the properties of the document give as its own; by default they stay.

        Raises:
            UnfilledSlotsError: Values that the template prints are missing; all of them are told.
            TemplateError: A tag cannot be reckoned with these values.
        """
        rendering = self._rendering("")
        try:
            data = self._print(rendering, context, dated)
        except TemplateError as error:
            told = (*self._missing(rendering, context), *error.faults)
            raise TemplateError(self.name, told) from error.__cause__
        if faults := self._missing(rendering, context):
            slots = dict.fromkeys(slot for _, (slot, _) in rendering.ledger.slots)
            raise UnfilledSlotsError(self.name, faults, tuple(slots))
        return Result(data=data, findings=tuple(rendering.findings))

    def render_draft(self, context: Mapping[str, Any], *, dated: date | None = None) -> Result:
        """Fill the template in as far as values go; «[не заполнено: номер]» stands for each other.

        Arguments and errors are those of :meth:`render`; missing values become findings.
        """
        rendering = self._rendering(_BLANK)
        data = self._print(rendering, context, dated)
        slots = dict.fromkeys(slot for _, (slot, _) in rendering.ledger.slots)
        blanks = [Finding(code="unfilled", message=f"не заполнено: {slot}") for slot in slots]
        return Result(data=data, findings=(*rendering.findings, *blanks))

    @cached_property
    def _sandbox(self) -> Sandbox:
        """The sandbox of Jinja, for what is not plain."""
        from prikaz.docx.jinja.sandbox import Sandbox  # noqa: PLC0415 (a kept plain template needs no Jinja)

        return Sandbox(self._filters)

    def _compile(self, data: bytes) -> Compiled:
        """Compile a template, unless that has been done; filters of the caller cannot be kept."""
        kept = None if self._filters else recall(data)
        if kept:
            return kept
        from prikaz.docx.jinja.compiling import compile_template  # noqa: PLC0415 (a kept template needs none of it)

        compiled = compile_template(Package.open(data), self._sandbox, self.name)
        if not self._filters:
            keep(data, compiled)
        return compiled

    def _rendering(self, blank: str) -> RenderState:
        return RenderState(
            sandbox=lambda: self._sandbox,
            styles=self._compiled.styles,
            numbering=self._compiled.numbering,
            pages=self._compiled.pages,
            ledger=Ledger(blank),
        )

    def _print(self, rendering: RenderState, context: Mapping[str, Any], day: date | None) -> bytes:
        entries = dict(self._compiled.package.entries)
        for program in self._programs:
            try:
                entries[program.name] = program.entry(rendering, context)
            except Exception as error:
                raise TemplateError(self.name, [_blame(program, error)]) from error
        return write_archive(with_additions(entries, self._compiled.package, rendering, day).values())

    def _missing(self, rendering: RenderState, context: Mapping[str, Any]) -> tuple[TemplateFault, ...]:
        """Tell all that has been missed so far."""
        slots = rendering.ledger.slots
        return tuple(self._missed(part, line, slot, context) for part, (slot, line) in slots)

    def _missed(self, part: str, line: int, slot: str, context: Mapping[str, Any]) -> TemplateFault:
        source = next(program.code.source for program in self._programs if program.name == part)
        from difflib import get_close_matches  # noqa: PLC0415 (only what is missing needs it)

        if slot in context:
            return source.fault(
                source.tag(line),
                f"нет значения «{slot}»",
                "вместо него пришло None: дайте значение или пустую строку",
            )
        near = get_close_matches(slot, context, 1)
        hint = did_you_mean(slot, near[0]) if near else ""
        return source.fault(source.tag(line), f"нет значения «{slot}»", hint)


def _blame(program: Program, error: Exception) -> TemplateFault:
    from prikaz.docx.jinja.diagnosis import diagnose  # noqa: PLC0415 (only what goes wrong needs it)

    return program.code.source.fault(program.culprit(error), *diagnose(error))


@lru_cache(maxsize=8)
def _compiled_again(data: bytes, name: str, filters: tuple[tuple[str, Callable[..., Any]], ...]) -> Template:
    """Compile a template that came from another process, once for all the orders that come with it."""
    return Template(data, filters=dict(filters), name=name)

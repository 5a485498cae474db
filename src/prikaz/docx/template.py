"""Templates: compiled once, rendered any number of times, from any number of threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from prikaz.annotations import checked
from prikaz.docx.cache import load, store
from prikaz.docx.rendering.additions import with_additions
from prikaz.docx.rendering.compiled import CompiledTemplate
from prikaz.docx.rendering.missing import MissingValues
from prikaz.docx.rendering.plain_runtime import PlainRuntime
from prikaz.docx.rendering.program import Program
from prikaz.docx.rendering.state import RenderState
from prikaz.docx.values.result import Result
from prikaz.docx.wml.package import Package, PackageSource, read_source
from prikaz.errors import PackageError, TemplateError, TemplateFault, UnfilledSlotsError
from prikaz.findings import FindingKind, Severity
from prikaz.language.words.misspelling import did_you_mean
from prikaz.opc.archive import write_archive

if TYPE_CHECKING:
    from prikaz.docx.compilation.source import PartSource
    from prikaz.docx.jinja.sandbox import Sandbox

SLOT_UNFILLED: Final = FindingKind("slot-unfilled", "Значения, которое печатает шаблон, нет", Severity.ERROR)
UNFILLED: Final = FindingKind("unfilled", "В черновике осталось незаполненное место")

_PLAIN: Final = PlainRuntime()
_BLANK: Final = "[не заполнено: {}]"


class Template:
    """A .docx with tags in docxtpl's language (шаблон документа).

    Immutable: one template may be rendered from many threads, and the same
    values give the same bytes.

    Attributes:
        name: Name in messages, by default that of the file.
    """

    @checked
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
        try:
            self._compiled = self._compile(read_source(source))
        except PackageError as error:
            file = os.fspath(source) if isinstance(source, str | os.PathLike) else name or ""
            raise PackageError(error.message, error.hint, file) from error
        self._programs = tuple(
            Program(part, _PLAIN if part.plain else self._sandbox, lambda: self._sandbox)
            for part in self._compiled.parts
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
        return tuple(dict.fromkeys(slot for part in self._compiled.parts for slot in part.slots))

    @checked
    def render(self, context: Mapping[str, Any], *, dated: date | None = None) -> Result:
        """Fill the template in.

        Args:
            context: Values by the names that the tags use: strings, numbers, lists, mappings, objects,
                :class:`prikaz.docx.Inline`, :class:`prikaz.Picture`, rich text of docxtpl.
            dated: Date of the document in its properties; by default they stay as they are.

        Raises:
            UnfilledSlotsError: Values that the template prints are missing; carries all of them.
            TemplateError: A tag cannot be evaluated with these values.
        """
        state = self._new_state("")
        try:
            data = self._print(state, context, dated)
        except TemplateError as error:
            faults = (*self._unfilled(state, context), *error.faults)
            raise TemplateError(self.name, faults) from error.__cause__
        if faults := self._unfilled(state, context):
            raise UnfilledSlotsError(self.name, faults, state.missing.slots)
        return Result(data=data, findings=tuple(state.findings))

    @checked
    def render_draft(self, context: Mapping[str, Any], *, dated: date | None = None) -> Result:
        """Fill the template in as far as values go; «[не заполнено: номер]» stands for each other.

        Arguments and errors are those of :meth:`render`; missing values become findings.
        """
        state = self._new_state(_BLANK)
        data = self._print(state, context, dated)
        blanks = [UNFILLED.finding(f"не заполнено: {slot}") for slot in state.missing.slots]
        return Result(data=data, findings=(*state.findings, *blanks))

    @cached_property
    def _sandbox(self) -> Sandbox:
        """The sandbox of Jinja, for what is not plain."""
        from prikaz.docx.jinja.sandbox import Sandbox  # noqa: PLC0415 (a cached plain template needs no Jinja)

        return Sandbox(self._filters)

    def _compile(self, data: bytes) -> CompiledTemplate:
        """Compile a template, unless it is in the cache; filters of the caller cannot be stored."""
        cached = None if self._filters else load(data)
        if cached:
            return cached
        from prikaz.docx.jinja.compiling import compile_template  # noqa: PLC0415 (a cached template needs none of it)

        compiled = compile_template(Package.open(data), self._sandbox, self.name)
        if not self._filters:
            store(data, compiled)
        return compiled

    def _new_state(self, blank: str) -> RenderState:
        return RenderState(
            styles=self._compiled.styles,
            numbering=self._compiled.numbering,
            pages=self._compiled.pages,
            missing=MissingValues(blank),
            package=self._compiled.package,
        )

    def _print(self, state: RenderState, context: Mapping[str, Any], day: date | None) -> bytes:
        entries = dict(self._compiled.package.entries)
        for program in self._programs:
            try:
                entries[program.part.name] = program.run(state, context)
            except Exception as error:
                raise TemplateError(self.name, [_fault_of(program, error)]) from error
        return write_archive(with_additions(entries, self._compiled.package, state, day).values())

    def _unfilled(self, state: RenderState, context: Mapping[str, Any]) -> tuple[TemplateFault, ...]:
        """Faults of all values that have been missing so far."""
        sources = {program.part.name: program.part.source for program in self._programs if state.missing.uses}
        return tuple(
            _unfilled_fault(sources[part], slot, line, context) for part, (slot, line) in state.missing.uses
        )


def _unfilled_fault(source: PartSource, slot: str, line: int, context: Mapping[str, Any]) -> TemplateFault:
    from difflib import get_close_matches  # noqa: PLC0415 (only what is missing needs it)

    if slot in context:
        hint = "вместо него пришло None: дайте значение или пустую строку"
    else:
        near = get_close_matches(slot, context, 1)
        hint = did_you_mean(slot, near[0]) if near else ""
    return source.fault(source.tag(line), SLOT_UNFILLED, f"нет значения «{slot}»", hint)


def _fault_of(program: Program, error: Exception) -> TemplateFault:
    from prikaz.docx.jinja.diagnosis import diagnose  # noqa: PLC0415 (only what goes wrong needs it)

    return program.part.source.fault(program.failed_tag(error), *diagnose(error))


@lru_cache(maxsize=8)
def _compiled_again(data: bytes, name: str, filters: tuple[tuple[str, Callable[..., Any]], ...]) -> Template:
    """Compile a template that came from another process, once for all the orders that come with it."""
    return Template(data, filters=dict(filters), name=name)

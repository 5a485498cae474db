"""Templates: compiled once, rendered any number of times, from any number of threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from prikaz.docx.additions import with_additions
from prikaz.docx.archive import write_archive
from prikaz.docx.diagnosis import fault
from prikaz.docx.environment import Sandbox
from prikaz.docx.missing import Ledger
from prikaz.docx.numbering import Numbering
from prikaz.docx.package import Package, Source
from prikaz.docx.parts import printed_parts, read_part
from prikaz.docx.program import Program, compile_part
from prikaz.docx.rendering import Rendering
from prikaz.docx.result import Result
from prikaz.docx.slots import find_slots
from prikaz.docx.styles import Styles
from prikaz.errors import TemplateError, TemplateFault, UnfilledSlotsError
from prikaz.findings import Finding
from prikaz.language.spelling import guess

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
        source: Source,
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
        self._package = Package.open(source)
        self._environment = Sandbox(self._filters)
        self._pages: dict[str, tuple[tuple[str, str], ...]] = {}
        self._programs = self._compile()
        self._styles = Styles(self._package.root("styles+xml"))
        self._numbering = Numbering(self._package.root("numbering+xml"), self._styles)

    def __reduce__(self) -> tuple[Callable[..., Template], tuple[object, ...]]:
        return _compiled_again, (self._package.to_bytes(), self.name, tuple(self._filters.items()))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of what the template is made of, in hexadecimal figures."""
        return sha256(self._package.to_bytes()).hexdigest()

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """Names that the template needs, in the order it uses them: ``номер``, ``приложения[].заголовок``."""
        found = (slot for program in self._programs for slot in find_slots(program.tree))
        return tuple(dict.fromkeys(found))

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
        data = self._print(rendering, context, dated)
        faults = [self._missed(part, line, slot, context) for part, (slot, line) in rendering.ledger.slots]
        if faults:
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

    def _compile(self) -> tuple[Program, ...]:
        programs: list[Program] = []
        faults: list[TemplateFault] = []
        for name in printed_parts(self._package):
            reading = read_part(name, self._package.read(name))
            faults += reading.faults
            self._pages[name] = reading.pages
            if reading.source and not reading.faults:
                try:
                    programs.append(compile_part(reading.source, self._environment))
                except TemplateError as error:
                    faults += error.faults
        if faults:
            raise TemplateError(self.name, faults)
        return tuple(programs)

    def _rendering(self, blank: str) -> Rendering:
        return Rendering(
            environment=self._environment,
            styles=self._styles,
            numbering=self._numbering,
            pages=self._pages,
            ledger=Ledger(blank),
        )

    def _print(self, rendering: Rendering, context: Mapping[str, Any], day: date | None) -> bytes:
        entries = dict(self._package.entries)
        for program in self._programs:
            try:
                entries[program.source.name] = program.entry(rendering, context)
            except Exception as error:
                raise TemplateError(self.name, [program.blame(error)]) from error
        return write_archive(with_additions(entries, self._package, rendering, day).values())

    def _missed(self, part: str, line: int, slot: str, context: Mapping[str, Any]) -> TemplateFault:
        program = next(program for program in self._programs if program.source.name == part)
        near = get_close_matches(slot, context, 1)
        hint = guess(slot, near[0]) if near else ""
        return fault(program.source, program.source.tag(line), f"нет значения «{slot}»", hint)


@lru_cache(maxsize=8)
def _compiled_again(data: bytes, name: str, filters: tuple[tuple[str, Callable[..., Any]], ...]) -> Template:
    """Compile a template that came from another process, once for all the orders that come with it."""
    return Template(data, filters=dict(filters), name=name)

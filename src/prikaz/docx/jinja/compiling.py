"""From the package of a template to a compiled template: all parts read, checked and compiled."""

from __future__ import annotations

import marshal
import pickle

from jinja2 import TemplateSyntaxError, nodes

from prikaz.docx.compilation.limits import TagCounter
from prikaz.docx.compilation.parts import printed_parts, read_part
from prikaz.docx.compilation.source import PartSource
from prikaz.docx.jinja.codegen import PartGenerator, charge_sequences
from prikaz.docx.jinja.diagnosis import diagnose, find_complex, find_faults, find_unknown, too_complex
from prikaz.docx.jinja.plain import is_plain
from prikaz.docx.jinja.sandbox import Sandbox
from prikaz.docx.jinja.slots import find_slots
from prikaz.docx.rendering.compiled import FILE_NAME, CompiledPart, CompiledTemplate
from prikaz.docx.wml.errors import TagError
from prikaz.docx.wml.numbering import NumberingDefinitions
from prikaz.docx.wml.package import Package
from prikaz.docx.wml.styles import Styles
from prikaz.errors import TemplateError, TemplateFault


def compile_template(package: Package, environment: Sandbox, name: str) -> CompiledTemplate:
    """Compile a template.

    Raises:
        TemplateError: Tags are wrong; all faults at once, each with its place.
    """
    parts: list[CompiledPart] = []
    pages: dict[str, tuple[tuple[str, str], ...]] = {}
    faults: list[TemplateFault] = []
    counter = TagCounter()
    for part_name in printed_parts(package):
        try:
            reading = read_part(part_name, package.read(part_name), counter)
        except TagError as refusal:
            whole = TemplateFault(code=refusal.kind.code, message=refusal.message, hint=refusal.hint)
            raise TemplateError(name, [*faults, whole]) from None
        pages[part_name] = reading.pages
        if reading.source and reading.faults:
            faults += reading.in_order((*reading.faults, *find_faults(reading.source, environment)))
        elif reading.source:
            try:
                parts.append(compile_part(reading.source, environment))
            except TemplateError as error:
                faults += reading.in_order(error.faults)
    if faults:
        raise TemplateError(name, faults)
    styles = Styles(package.root("styles+xml"))
    numbering = NumberingDefinitions(package.root("numbering+xml"), styles)
    return CompiledTemplate(
        package=package, parts=tuple(parts), pages=pages, styles=styles, numbering=numbering
    )


def compile_part(source: PartSource, environment: Sandbox) -> CompiledPart:
    """Compile a part.

    Raises:
        TemplateError: Tags of it cannot be read, or ask for what does not exist; carries all of them.
    """
    try:
        tree = environment.parse(source.text)
        faults = tuple(find_complex(source, tree)) or tuple(find_unknown(source, tree, environment))
        if not faults:
            return _compiled(source, tree, environment)
    except (TemplateSyntaxError, SyntaxError, RecursionError, MemoryError, ValueError) as error:
        faults = tuple(find_faults(source, environment)) or (_whole(source, error),)
    raise TemplateError("", faults)


def _compiled(source: PartSource, tree: nodes.Template, environment: Sandbox) -> CompiledPart:
    slots = tuple(find_slots(tree))
    charge_sequences(tree)
    plain = is_plain(tree, environment)
    generator = PartGenerator(environment, source, plain=plain)
    generator.visit(tree)
    code = marshal.dumps(compile(generator.code.getvalue(), FILE_NAME, "exec"))
    lines = tuple(generator.debug_info)
    return CompiledPart(
        name=source.name, slots=slots, plain=plain, lines=lines, code=code, source=pickle.dumps(source)
    )


def _whole(source: PartSource, error: Exception) -> TemplateFault:
    """The fault of the tag that Jinja was at, or of the whole part when it is too complex."""
    if isinstance(error, TemplateSyntaxError):
        return source.fault(source.tag(min(error.lineno, len(source.tags))), *diagnose(error))
    return too_complex(source)

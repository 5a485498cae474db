"""From the package of a template to what can be run: all its parts read, checked and compiled."""

from __future__ import annotations

import marshal
import pickle

from jinja2 import TemplateSyntaxError, nodes

from prikaz.docx.compilation.parts import printed_parts, read_part
from prikaz.docx.compilation.source import PartSource
from prikaz.docx.jinja.codegen import Generator, weigh_sequences
from prikaz.docx.jinja.diagnosis import diagnose, find_complex, find_faults, find_unknown, too_complex
from prikaz.docx.jinja.plain import is_plain
from prikaz.docx.jinja.sandbox import Sandbox
from prikaz.docx.jinja.slots import find_slots
from prikaz.docx.rendering.code import Code
from prikaz.docx.rendering.compiled import Compiled
from prikaz.docx.rendering.limits import Measure
from prikaz.docx.rendering.program import FILE
from prikaz.docx.wml.errors import TagError
from prikaz.docx.wml.numbering import NumberingDefinitions
from prikaz.docx.wml.package import Package
from prikaz.docx.wml.styles import Styles
from prikaz.errors import TemplateError, TemplateFault


def compile_template(package: Package, environment: Sandbox, name: str) -> Compiled:
    """Compile a template.

    Raises:
        TemplateError: Tags are wrong; all faults at once, each with its place.
    """
    codes: list[Code] = []
    pages: dict[str, tuple[tuple[str, str], ...]] = {}
    faults: list[TemplateFault] = []
    measure = Measure()
    for part in printed_parts(package):
        try:
            reading = read_part(part, package.read(part), measure)
        except TagError as refusal:
            raise TemplateError(
                name, [*faults, TemplateFault(message=refusal.message, hint=refusal.hint)]
            ) from None
        pages[part] = reading.pages
        if reading.source and reading.faults:
            faults += reading.in_order((*reading.faults, *find_faults(reading.source, environment)))
        elif reading.source:
            try:
                codes.append(compile_part(reading.source, environment))
            except TemplateError as error:
                faults += reading.in_order(error.faults)
    if faults:
        raise TemplateError(name, faults)
    styles = Styles(package.root("styles+xml"))
    numbering = NumberingDefinitions(package.root("numbering+xml"), styles)
    return Compiled(package=package, codes=tuple(codes), pages=pages, styles=styles, numbering=numbering)


def compile_part(source: PartSource, environment: Sandbox) -> Code:
    """Compile a part.

    Raises:
        TemplateError: Tags of it cannot be read, or ask for what does not exist; all of them are told.
    """
    try:
        tree = environment.parse(source.text)
        faults = tuple(find_complex(source, tree)) or tuple(find_unknown(source, tree, environment))
        if not faults:
            return _code(source, tree, environment)
    except (TemplateSyntaxError, SyntaxError, RecursionError, MemoryError, ValueError) as error:
        faults = tuple(find_faults(source, environment)) or (_whole(source, error),)
    raise TemplateError("", faults)


def _code(source: PartSource, tree: nodes.Template, environment: Sandbox) -> Code:
    slots = tuple(find_slots(tree))
    weigh_sequences(tree)
    plain = is_plain(tree, environment)
    generator = Generator(environment, source, plain=plain)
    generator.visit(tree)
    body = marshal.dumps(compile(generator.code.getvalue(), FILE, "exec"))
    lines = tuple(generator.debug_info)
    return Code(
        name=source.name, slots=slots, plain=plain, lines=lines, body=body, source=pickle.dumps(source)
    )


def _whole(source: PartSource, error: Exception) -> TemplateFault:
    """Blame the tag that Jinja was at, or the whole part when it is too complex."""
    if isinstance(error, TemplateSyntaxError):
        return source.fault(source.tag(min(error.lineno, len(source.tags))), *diagnose(error))
    return too_complex(source)

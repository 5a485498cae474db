"""The built-in templates, one for each kind of order, in the layout of the office."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import attrs

from prikaz.docx import Template
from prikaz.errors import TemplateError, TemplateFault
from prikaz.findings import FindingKind, Severity
from prikaz.model import Layout

TEMPLATE_UNKNOWN: Final = FindingKind(
    "template-unknown", "Встроенного шаблона с таким именем нет", Severity.ERROR
)

_PACKAGED = Path(__file__).parent.parent / "_templates"
_CHECKOUT = Path(__file__).parents[3] / "templates" / "docx"


@cache
def templates() -> dict[str, Path]:
    """The built-in templates by name: "приказ", "постановление", "распоряжение", "решение"."""
    return {path.stem: path for path in sorted(_folder().glob("*.docx"))}


def report(name: str) -> Template:
    """The template of a short report: "изменения", "различия"."""
    return Template(_folder() / "reports" / f"{name}.docx")


def _folder() -> Path:
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


@lru_cache(maxsize=16)
def master(name: str, layout: Layout = Layout()) -> Template:
    """A built-in template, compiled, in the layout of the office.

    Raises:
        TemplateError: There is no template of this name.
    """
    path = templates().get(name)
    if path is None:
        known = ", ".join(templates())
        fault = TemplateFault(
            code=TEMPLATE_UNKNOWN.code,
            message="такого встроенного шаблона нет",
            hint=f"есть: {known}; или укажите файл .docx",
        )
        raise TemplateError(name, [fault])
    source = path.read_bytes()
    if layout != Layout():
        from prikaz.docx import restyled  # noqa: PLC0415 (most offices print as the templates are)

        given = {key: value for key, value in attrs.asdict(layout).items() if value not in (None, "")}
        source = restyled(source, **given)
    return Template(source, name=name)

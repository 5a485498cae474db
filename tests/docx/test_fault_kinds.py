"""Every fault of a template and every finding of a render is of a declared kind, known by its code."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from docx.document import Document as WordDocument
from docxtpl import DocxTemplate, InlineImage
from markupsafe import Markup

import prikaz.docx
from prikaz.docx import Mm, Picture
from prikaz.errors import TemplateError, UnfilledSlotsError
from prikaz.findings import FindingKind, Severity
from tests.docx.word import body, document, table, template

ROW = ("{%tr for r in rows %}", "Срок")
#: Code, template, and values; the template is a document or its paragraphs.
FAULTS: tuple[tuple[str, WordDocument | str | tuple[str, ...], dict[str, Any]], ...] = (
    ("tag-unclosed", "{{ а }", {}),
    ("tag-unopened", "а }}", {}),
    ("tag-unknown", "{% вдруг x %}", {}),
    ("tag-unsupported", "{% include 'a' %}", {}),
    ("tag-misplaced", "{% else %}", {}),
    ("tag-misplaced", "{% vm %}", {}),
    ("tag-misplaced", "{% width 5 %}", {}),
    ("tag-misplaced", "{%tr set a = 5 %}", {}),
    ("tag-repeated", "{% landscape a %}{% landscape b %}", {}),
    ("tag-too-complex", "{{ '" + "a" * 6_000 + "' }}", {}),
    ("tag-too-complex", "{{ " + "[" * 41 + "]" * 41 + " }}", {}),
    ("tag-too-complex", "{{ a" + ".b" * 200 + " }}", {}),
    ("tag-too-complex", ("{% if a %}" * 21 + "{% endif %}" * 21), {}),
    ("tag-too-complex", "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", {}),
    ("template-too-large", "{{ a }}" * 5_001, {}),
    ("template-too-large", ("{{ a" + " " * 4_000 + "}}") * 26, {}),
    ("quote-unpaired", "{{ вид == «приказ }}", {}),
    ("value-absent", "{% style %}", {}),
    ("block-unclosed", "{% if x %}", {}),
    ("block-unclosed", "{% if x %}{% for a in b %}{% endif %}", {}),
    ("block-unclosed", "{% raw %}", {}),
    ("block-unopened", "{% endfor %}", {}),
    ("block-torn", ("{%p if x %}", "а", "{% endif %}"), {}),
    ("block-torn", body(table(("{% for r in rows %}А", "Б{% endfor %}"))), {}),
    ("text-beside-tag", body(table(ROW, ("{{ r }}", ""), ("{%tr endfor %}", ""))), {}),
    ("expression-unreadable", "{{ а б }}", {}),
    ("expression-failed", "{{ 1 / ноль }}", {"ноль": 0}),
    ("expression-failed", "{{ а + 1 }}", {"а": "б"}),
    ("filter-unknown", "{{ а|нет }}", {}),
    ("test-unknown", "{{ а is пусто }}", {}),
    ("name-closed", "{{ а.__class__ }}", {}),
    ("name-closed", "{{ а|attr('__class__') }}", {"а": 1}),
    ("limit-exceeded", "{{ 'a' * 10**9 }}", {}),
    ("limit-exceeded", "{% for a in range(10**6) %}{% endfor %}", {}),
    ("limit-exceeded", "{{ 10**10000 }}", {}),
    ("limit-exceeded", "{{ " + "9" * 4_500 + " }}", {}),
    ("style-unknown", "{% style 'Нет такого' %}а", {}),
    ("property-invalid", body(table(("{% width 'широко' %}а",))), {}),
    ("property-invalid", body(table(("{% cellbg 'красный' %}а",))), {}),
    ("argument-invalid", "{{ а|wordwrap(0) }}", {"а": "б"}),
    ("value-unprintable", "{{ а }}", {"а": print}),
    ("value-unprintable", "{{ а }}", {"а": Markup("<w:b>")}),
    ("value-unprintable", "{{ а }}", {"а": InlineImage(DocxTemplate("нет.docx"), "нет.png")}),
    ("value-unprintable", "{{ namespace(a=1) }}", {}),
    ("picture-unreadable", "{{ а }}", {"а": Picture(b"text", width=Mm(20))}),
    ("slot-unfilled", "{{ а }}", {}),
    ("slot-unfilled", "{{ а }}", {"а": None}),
)
FINDINGS = {"control-character", "unfilled"}


def kinds() -> Iterator[FindingKind]:
    """Every kind that a module of the engine declares."""
    for module in pkgutil.walk_packages(prikaz.docx.__path__, "prikaz.docx."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, FindingKind):
                yield value


def made(source: WordDocument | str | tuple[str, ...]) -> WordDocument | str:
    return document(*source) if isinstance(source, tuple) else source


@pytest.mark.parametrize(("code", "source", "values"), FAULTS, ids=[case[0] for case in FAULTS])
def test_a_fault_has_the_code_of_its_kind(
    code: str, source: WordDocument | str | tuple[str, ...], values: dict[str, Any]
) -> None:
    with pytest.raises(TemplateError) as caught:
        template(made(source)).render(values)
    assert code in {fault.code for fault in caught.value.faults}
    assert "" not in {fault.code for fault in caught.value.faults}


def test_missing_values_have_a_code_beside_other_faults() -> None:
    with pytest.raises(TemplateError) as caught:
        template("{{ нет }}{{ 1 / ноль }}").render({"ноль": 0})
    assert [fault.code for fault in caught.value.faults] == ["slot-unfilled", "expression-failed"]


def test_unfilled_slots_have_a_code() -> None:
    with pytest.raises(UnfilledSlotsError) as caught:
        template("{{ а }} {{ б }}").render({})
    assert [fault.code for fault in caught.value.faults] == ["slot-unfilled"] * 2


def test_findings_of_a_render_are_of_declared_kinds() -> None:
    result = template("{{ а }}{{ б }}").render_draft({"а": "1\x00"})
    assert {finding.code for finding in result.findings} == FINDINGS
    assert {finding.severity for finding in result.findings} == {Severity.WARNING}


def test_each_kind_is_declared_once_and_shown_here() -> None:
    declared = set(kinds())
    assert len({kind.code for kind in declared}) == len(declared)
    assert {kind.code for kind in declared} == {code for code, _, _ in FAULTS} | FINDINGS
    assert {kind.code for kind in declared if kind.severity is not Severity.ERROR} == FINDINGS


def test_titles_of_kinds_are_sentences_without_full_stop() -> None:
    assert [kind.code for kind in kinds() if kind.title.endswith(".") or not kind.title[:1].isupper()] == []

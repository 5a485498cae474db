"""The document of an order: what checks and printing find comes together."""

from __future__ import annotations

import pytest

from prikaz import Annex, FaultyOrderError, Template, TemplateError, render
from prikaz.masters import templates
from tests.makers import make_order


def test_errors_of_checks_and_of_printing_stop_the_document_together() -> None:
    order = make_order(
        preamble="В целях порядка ПРИКАЗЫВАЮ:", clauses=["1. Исполнить {пункту нет}."], annexes=[Annex()]
    )

    with pytest.raises(FaultyOrderError) as raised:
        render(order)

    assert [item.code for item in raised.value.findings] == ["operative-repeated", "reference-unknown"]


def test_doubts_of_checks_come_before_those_of_printing() -> None:
    made = render(make_order(clauses=["1. Исполнить."], annexes=[Annex()]))

    assert [item.code for item in made.findings] == ["number-typed", "annex-empty", "annex-not-cited"]


def test_a_faulty_order_is_refused_before_its_template_is_sought() -> None:
    with pytest.raises(FaultyOrderError):
        render(make_order(clauses=["Исполнить {пункту нет}."]), "нет такого")
    with pytest.raises(TemplateError, match="такого встроенного шаблона нет"):
        render(make_order(), "нет такого")


def test_an_unknown_template_has_a_code() -> None:
    with pytest.raises(TemplateError) as raised:
        render(make_order(), "нет такого")

    assert [fault.code for fault in raised.value.faults] == ["template-unknown"]


def test_a_compiled_template_is_taken_as_it_is() -> None:
    template = Template(templates()["решение"])

    assert render(make_order(), template).to_bytes() == render(make_order(), "решение").to_bytes()

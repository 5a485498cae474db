"""Facts about the public face: every name is there, and what is not used is not loaded."""

from __future__ import annotations

import json
import pydoc
import re
import subprocess
import sys
from pathlib import Path

import pytest

import prikaz
import prikaz.files
import prikaz.language
from prikaz.model.terms import terms

HEAVY = ("pymorphy3", "pytrovich", "num2words", "openpyxl", "docxtpl", "docx", "holidays", "rich")


@pytest.mark.parametrize("module", [prikaz, prikaz.files, prikaz.language])
def test_every_public_name_can_be_had(module: object) -> None:
    names = getattr(module, "__all__")  # noqa: B009 (both modules have it)

    assert sorted(set(names)) == sorted(names)
    assert [name for name in names if getattr(module, name, None) is None] == []


@pytest.mark.parametrize("name", ["model", "files", "rollover", "language", "docx", "service", "errors"])
def test_a_package_of_the_package_can_be_had(name: str) -> None:
    """help(prikaz) sends a reader to prikaz.model: asking for it must do."""
    code = f"import prikaz; print(prikaz.{name}.__name__)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == f"prikaz.{name}\n"


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        prikaz.no_such_name  # noqa: B018 (asking is the test)


def modules_of(code: str) -> set[str]:
    """Modules that a fresh Python has loaded after some code."""
    asked = f"{code}\nimport json, sys\nprint(json.dumps(list(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    return set(json.loads(run.stdout.splitlines()[-1]))


def loaded_by(code: str) -> set[str]:
    """Top-level modules that a fresh Python has loaded after some code."""
    return {name.split(".")[0] for name in modules_of(code)}


def test_the_package_alone_loads_nothing_heavy() -> None:
    assert loaded_by("import prikaz").isdisjoint({*HEAVY, "attr", "jinja2", "lxml", "ruamel"})


def test_an_order_that_declines_nothing_does_not_load_the_dictionary() -> None:
    code = """
from prikaz import Annex, Kind, Order, Person, Signature, render
render(Order(
    kind=Kind.ORDER, date="16.03.2027", number="75",
    clauses=["Утвердить план согласно {приложению план}."],
    signatures=[Signature(position="Директор", person=Person(last="Белов", first="Игорь"))],
    annexes=[Annex(key="план", title="План", blocks=["Провести сбор."])],
)).to_bytes()
"""
    assert loaded_by(code).isdisjoint(HEAVY)


def test_a_data_file_loads_nothing_that_reads_word_files(tmp_path: Path) -> None:
    path = tmp_path / "order.yaml"
    path.write_text("вид: приказ\nпункты: [Раз.]\nподпись: {фамилия: Белов}\n", encoding="utf-8")

    loaded = modules_of(f"from prikaz.cli import main; main(['render', {str(path)!r}])")

    assert "prikaz.service.opening" in loaded
    assert not [name for name in loaded if name.startswith(("prikaz.reader", "prikaz.docx.content"))]


def test_help_of_the_package_fits_a_few_screens() -> None:
    assert len(pydoc.plain(pydoc.render_doc(prikaz)).splitlines()) < 120


def test_help_of_the_package_names_everything_that_stands_at_the_top() -> None:
    words = set(re.findall(r"\w+", prikaz.__doc__ or ""))
    assert set(prikaz.__all__) <= words


def test_the_top_is_small() -> None:
    assert len(prikaz.__all__) <= 50


def _unwrapped(text: str) -> str:
    return " ".join(text.replace("|", " ").split())


def test_help_of_a_class_tells_each_field_with_its_type_and_meaning() -> None:
    shown = pydoc.plain(pydoc.render_doc(prikaz.Order))
    words = _unwrapped(shown)
    lacking = [
        name
        for name, term in terms(prikaz.Order).items()
        if f"{name} (" not in words or f"{term.about}." not in words
    ]
    assert lacking == []
    assert "heading (str): заголовок. О чём документ" in shown

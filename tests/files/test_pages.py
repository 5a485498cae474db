"""What is made from the terms of the model: the schema, the glossary, and the skeletons that use them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

import prikaz
from prikaz import files, roll
from prikaz.files.docs.skeletons import SKELETONS
from prikaz.files.keys.keys import keys
from prikaz.model import BLOCKS, Order
from prikaz.model.terms import terms
from tests.files.conftest import SMALL, Open

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("examples/**/*.yaml"))
VALIDATOR = Draft202012Validator(files.schema())


def read(text: str) -> Any:
    """A text of YAML as an editor sees it."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


def errors(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(read(text))]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(files.schema())


def test_an_editor_is_offered_every_russian_key_with_what_it_holds() -> None:
    offered = files.schema()["properties"]
    assert {term.name for term in terms(Order).values()} <= set(offered)
    assert offered["подпись"]["description"] == terms(Order)["signatures"].about
    annex = files.schema()["$defs"]["Annex"]["properties"]
    assert set(BLOCKS) <= set(annex)


def test_keys_of_a_person_are_offered_in_a_signature() -> None:
    offered = files.schema()["$defs"]["Signature"]["properties"]
    assert {"должность", "фамилия", "имя", "отчество"} <= set(offered)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_hold_to_the_schema(path: Path) -> None:
    assert errors(path.read_text(encoding="utf-8")) == []


def test_the_schema_names_a_value_that_is_not_in_its_list() -> None:
    assert errors(SMALL) == []
    assert errors(SMALL.replace("приказ", "указ"))
    assert errors(SMALL + "рассылка: {а: б}\n")


@pytest.mark.parametrize("name", SKELETONS)
def test_a_skeleton_renders_as_it_is_without_a_remark(name: str, open_text: Open) -> None:
    draft = open_text(files.skeleton(name))
    assert draft.findings == ()
    assert prikaz.render(draft.order).findings == ()
    assert errors(files.skeleton(name)) == []


@pytest.mark.parametrize("name", SKELETONS)
def test_a_skeleton_stays_what_it_is_when_read_and_written(name: str, open_text: Open) -> None:
    order = open_text(files.skeleton(name)).order
    files.dump(order, "written.yaml")
    assert files.load("written.yaml") == order


def test_the_glossary_page_is_the_one_the_program_makes() -> None:
    """If it is not: python -c "from prikaz import files; print(files.glossary(), end='')"."""
    assert (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8") == files.glossary()


def test_every_key_of_an_order_stands_in_the_glossary() -> None:
    page = files.glossary()
    assert all(key.name in page for key in keys(Order).values())


def test_a_skeleton_is_found_with_or_without_the_dots_of_its_name() -> None:
    assert files.skeleton("Приём на работу") == files.skeleton("прием  на работу")


@pytest.mark.parametrize("name", ["приём на работу", "отпуск", "командировка", "увольнение"])
def test_a_personnel_order_asks_about_its_papers_in_the_new_year(name: str, open_text: Open) -> None:
    rolled = roll(open_text(files.skeleton(name)).order, 2028)
    assert "основание" in {question.path[0] for question in rolled.questions}
    assert "2027" not in rolled.order.clauses[0].text

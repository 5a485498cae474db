"""Facts about wrong arguments: a public function says which one is wrong, before anything is made of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import prikaz
from prikaz import ModelError, files, libreoffice, rollover, service
from tests.makers import make_order

ORDER = make_order(date="16.03.2027")
RESULT = prikaz.render(ORDER)


@pytest.mark.parametrize(
    ("function", "given", "named", "told"),
    [
        (prikaz.render, {"order": [ORDER]}, {"order"}, "ожидался Order, пришёл список"),
        (prikaz.render, {"order": None}, {"order"}, "ожидался Order, пришло None"),
        (prikaz.render, {"order": ORDER, "profile": {}}, {"profile"}, "OfficeProfile, пришёл словарь"),
        (prikaz.render, {"order": ORDER, "profile": "наш"}, {"profile"}, "OfficeProfile, пришёл текст «наш»"),
        (prikaz.render, {"order": ORDER, "template": 5}, {"template"}, "Template, путь к файлу"),
        (prikaz.render, {"order": ORDER, "template": b"x"}, {"template"}, "пришли байты"),
        (prikaz.render_many, {"orders": ORDER}, {"orders"}, "ожидался список, пришёл объект Order"),
        (prikaz.render_many, {"orders": [ORDER], "executor": 5}, {"executor"}, "ожидался Executor"),
        (prikaz.compare, {"old": ORDER, "new": None}, {"new"}, "ожидался Order, пришло None"),
        (prikaz.compare, {"old": "а", "new": "б"}, {"old", "new"}, "ожидался Order, пришёл текст «а»"),
        (prikaz.roll, {"order": ORDER, "to": "2028"}, {"to"}, "целое число, пришёл текст «2028»"),
        (prikaz.roll, {"order": ORDER, "to": True}, {"to"}, "целое число, пришло True"),
        (prikaz.roll, {"order": ORDER, "to": 2028, "window": "slide"}, {"window"}, "Window.SLIDE"),
        (rollover.undo, {"order": ORDER, "changes": None}, {"changes"}, "ожидался список, пришло None"),
        (prikaz.dump, {"order": None, "path": "а.yaml"}, {"order"}, "ожидался Order"),
        (prikaz.dump, {"order": ORDER, "path": 5}, {"path"}, "ожидался путь к файлу, пришло число 5"),
        (prikaz.load, {"path": 5}, {"path"}, "ожидался путь к файлу, пришло число 5"),
        (prikaz.load, {"path": None}, {"path"}, "пришло None"),
        (files.open, {"path": "а.yaml", "profile": 5}, {"profile"}, "OfficeProfile, текст, пришло число 5"),
        (files.load_profile, {"path": 5}, {"path"}, "ожидался путь к файлу"),
        (files.to_dict, {"order": {}}, {"order"}, "ожидался Order, пришёл словарь"),
        (files.skeleton, {"name": 5}, {"name"}, "пришло число 5"),
        (prikaz.Template, {"source": 5}, {"source"}, "путь к файлу, байты, поток байтов, пришло число 5"),
        (RESULT.save, {"target": None}, {"target"}, "путь к файлу, поток байтов, пришло None"),
        (RESULT.save, {"target": io.StringIO()}, {"target"}, "пришёл объект StringIO"),
        (service.open, {"path": 5}, {"path"}, "ожидался путь к файлу"),
        (service.make_document, {"draft": ORDER}, {"draft"}, "ожидался Draft, пришёл объект Order"),
        (libreoffice.convert, {"paths": 5, "into": Path()}, {"paths"}, "ожидался список"),
    ],
)
def test_a_wrong_argument_is_refused_by_its_name(
    function: Callable[..., object], given: dict[str, Any], named: set[str], told: str
) -> None:
    with pytest.raises(ModelError) as caught:
        function(**given)
    assert {fault.name for fault in caught.value.fields} == named
    assert told in str(caught.value)


def test_arguments_are_looked_at_by_their_place_as_well() -> None:
    wrong: Any = "2028"
    with pytest.raises(ModelError, match="to: ожидалось целое число"):
        prikaz.roll(ORDER, wrong)


def test_a_function_that_looks_at_its_arguments_is_still_itself() -> None:
    assert prikaz.render.__name__ == "render"
    assert "Make the document" in (prikaz.render.__doc__ or "")
    assert prikaz.roll(ORDER, 2028).order.year == 2028
    stream = io.BytesIO()
    RESULT.save(stream)
    assert stream.getvalue() == RESULT.to_bytes()


def test_orders_may_come_one_by_one() -> None:
    assert len([*prikaz.render_many(order for order in [ORDER, ORDER])]) == 2

"""Facts about keys with nothing under them: an object that is not there is told, a text left out is not."""

from __future__ import annotations

import pytest

from tests.files.conftest import Open

_PLAN = "вид: план\nзаголовок: работы\nблоки: [Работать.]\n"


@pytest.mark.parametrize("empty", ["утверждение:", "утверждение: null", "исполнитель:", "приложения:"])
def test_a_key_of_objects_with_nothing_under_it_is_told_where_it_stands(open_text: Open, empty: str) -> None:
    read = open_text(f"{_PLAN}{empty}\n")
    (finding,) = [item for item in read.findings if item.code == "key-empty"]
    assert finding.path == (empty.split(":", maxsplit=1)[0],)
    assert read.place(finding.path).line == 4


@pytest.mark.parametrize("empty", ["номер:", "дата:", "место:", "рассылка:"])
def test_a_text_left_out_is_not(open_text: Open, empty: str) -> None:
    assert not open_text(f"{_PLAN}{empty}\n").findings

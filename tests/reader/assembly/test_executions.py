"""By when and by whom a clause is executed, told in its last paragraph."""

from __future__ import annotations

import pytest

from prikaz.reader.assembly.executions import read_execution
from prikaz.reader.paper import Role
from prikaz.reader.source_text import SourceText
from tests.reader.assembly.lines import clauses, line, order_of


def test_the_last_paragraph_of_a_clause_may_say_who_and_by_when() -> None:
    told = "Срок: до 1 июня 2027 г. Ответственный: отдел образования."
    order = order_of(*clauses("1. Провести слёт."), line(Role.PARAGRAPH, told)).order
    (clause,) = order.clauses
    assert clause.text == "Провести слёт."
    assert [str(item) for item in clause.deadlines] == ["до 1 июня 2027 г."]
    assert clause.responsible == ("отдел образования",)


@pytest.mark.parametrize(
    "words",
    [
        "Срок исполнения: до 1 июня.",
        "Срок: до 1 июня",
        "Ответственный за слёт: отдел образования.",
        "Ответственные: отдел образования.",
        "Сроки: 1 июня.",
    ],
)
def test_what_would_be_printed_otherwise_is_text(words: str) -> None:
    assert read_execution(SourceText(words)) is None

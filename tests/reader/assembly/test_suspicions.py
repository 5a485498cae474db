"""Facts about what looks as if a line had been taken for something else."""

from __future__ import annotations

import pytest

from prikaz import OfficeProfile
from prikaz.reader.assembly import assemble
from prikaz.reader.paper import Line, Paper, Role, Sheet
from prikaz.reader.source_text import SourceText


def reasons(*lines: tuple[Role, str]) -> list[str]:
    """What is doubted of an order with such lines."""
    made = tuple(Line(role, SourceText.of(text, "document", at)) for at, (role, text) in enumerate(lines))
    order = Paper(Sheet((Line(Role.KIND, SourceText("ПРИКАЗ")), *made)))
    return [doubt.reason for doubt in assemble(order, OfficeProfile()).doubts]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            [(Role.CLAUSE, "1. Да."), (Role.CLAUSE, "2. и послать."), (Role.CLAUSE, "3. и взять.")],
            "строчной буквы",
        ),
        ([(Role.CLAUSE, "1. Провести сорев-")], "дефисом"),
        ([(Role.CLAUSE, "1. Да."), (Role.NOTE, "15 марта 2027 года № 30-п")], "даты у документа нет"),
        ([(Role.CLAUSE, "1. Да."), (Role.PARAGRAPH, "Директор\t\tЗ.М. Осокина")], "похожа на подпись"),
        ([(Role.SUBHEADING, "О слёте"), (Role.PARAGRAPH, "Текст.")], "пунктов в документе нет"),
    ],
)
def test_a_cause_is_told_once(lines: list[tuple[Role, str]], words: str) -> None:
    assert len([reason for reason in reasons(*lines) if words in reason]) == 1


def test_an_order_as_it_should_be_raises_no_suspicion() -> None:
    lines = [
        (Role.CLAUSE, "1. Провести слёт."),
        (Role.CLAUSE, "а) 4 мая;"),
        (Role.SIGNATURE, "Директор З.М. Осокина"),
    ]
    assert not reasons(*lines)

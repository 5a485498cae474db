"""Stamps of approval on paper: where they stand, on a sheet upright and on its side."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph

from prikaz import Annex, Kind, Order, Person, render
from prikaz.model import ApprovalStamp, Orientation
from tests.makers import make_order

APPROVED = ApprovalStamp(
    position="Директор школы", person=Person(last="Белов", first="Игорь", middle="Львович")
)
ACCEPTED = ApprovalStamp(word="ПРИНЯТО", lines="на педагогическом совете")
AGREED = ApprovalStamp(word="СОГЛАСОВАНО", position="Председатель совета", person=Person(last="Лапина"))


def content(order: Order) -> list[Any]:
    """Paragraphs and tables of the printed document in their order."""
    return [*docx.Document(io.BytesIO(render(order).to_bytes())).iter_inner_content()]


def style_of(item: Paragraph) -> str:
    return str(item.style.name) if item.style else ""


def styled(items: list[Any], style: str) -> list[str]:
    return [item.text for item in items if isinstance(item, Paragraph) and style_of(item) == style]


def width(table: Table) -> int:
    return sum(int(cell._tc.width or 0) for cell in table.rows[0].cells)


def test_one_stamp_stands_over_the_name_of_the_plan_at_the_right() -> None:
    items = content(make_order(kind=Kind.PLAN, approval_stamps=[APPROVED]))
    assert [item.style.name for item in items[:5]] == ["Гриф утверждения"] * 4 + ["Название документа"]
    assert items[0].text == "УТВЕРЖДАЮ"
    assert round(items[0].style.paragraph_format.left_indent.mm) == 90


@pytest.mark.parametrize("orientation", Orientation)
def test_stamps_stand_side_by_side_without_borders(orientation: Orientation) -> None:
    stamps = [APPROVED, ACCEPTED, AGREED]
    order = make_order(kind=Kind.PLAN, approval_stamps=stamps, orientation=orientation)
    table = next(item for item in content(order) if isinstance(item, Table))
    assert [cell.text.partition("\n")[0] for cell in table.rows[0].cells] == [
        "ПРИНЯТО",
        "СОГЛАСОВАНО",
        "УТВЕРЖДАЮ",
    ]
    assert table.style is None or table.style.name == "Normal Table"
    assert len(table.columns) == 3
    assert round(width(table) / 36000) == (257 if orientation is Orientation.LANDSCAPE else 170)


def test_on_a_sheet_on_its_side_the_stamp_stands_at_its_right() -> None:
    plan = make_order(kind=Kind.PLAN, approval_stamps=[APPROVED], orientation=Orientation.LANDSCAPE)
    assert styled(content(plan), "Гриф утверждения альбомной")[0] == "УТВЕРЖДАЮ"


def test_the_stamp_of_an_annex_stands_between_its_mark_and_its_title() -> None:
    annex = Annex(title="План", blocks=["Текст."], approval_stamps=[APPROVED])
    items = content(make_order(annexes=[annex]))
    styles = [style_of(item) for item in items if isinstance(item, Paragraph)]
    assert (
        styles.index("Гриф приложения")
        < styles.index("Гриф утверждения")
        < styles.index("Заголовок приложения")
    )


def test_an_order_without_stamps_has_none() -> None:
    items = content(make_order())
    assert not any(isinstance(item, Table) for item in items)
    assert not styled(items, "Гриф утверждения")

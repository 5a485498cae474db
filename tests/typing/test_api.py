"""What a checker of types accepts is accepted at run time, too."""

from __future__ import annotations

from pathlib import Path

from prikaz import Target
from prikaz.docx import Mm
from prikaz.model import IndicatorTable
from tests.docx.test_values import png
from tests.typing import api


def test_what_people_write_becomes_a_document(tmp_path: Path) -> None:
    assert api.a_round(tmp_path).to_bytes()[:2] == b"PK"


def test_figures_and_years_are_the_same_however_they_were_given() -> None:
    table = api.an_order().annexes[1].blocks[0]
    assert isinstance(table, IndicatorTable)
    given = [dict(indicator.targets) for indicator in table.indicators]
    assert given[0] == {2027: Target.parse("не менее 20"), 2028: Target.parse("25")}
    assert given[2] == {2027: Target.parse("20,5"), 2028: Target.parse("25")}
    assert given[3] == given[4] == given[5]


def test_a_length_of_a_picture_is_a_plain_number(tmp_path: Path) -> None:
    path = tmp_path / "герб.png"
    path.write_bytes(png())
    first, second, third = api.pictures(png(), path)
    assert (first.width, first.height, second.width, third.height) == (Mm(10), Mm(5), Mm(10.5), None)

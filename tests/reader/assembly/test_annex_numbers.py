"""Facts about numbers and titles of annexes: what is no plain number, and letters that are spaced out."""

from __future__ import annotations

import pytest

from prikaz import OfficeProfile
from prikaz.reader.assembly import assemble
from prikaz.reader.assembly.collecting import Assembled
from prikaz.reader.assembly.marks import read_mark
from prikaz.reader.paper import Line, Paper, Role, Sheet
from prikaz.reader.source_text import SourceText


def read(*marks: tuple[str, str]) -> Assembled:
    """What is made of annexes with such marks and titles."""
    sheets = [
        Sheet(
            (
                Line(Role.ANNEX_MARK, SourceText(mark)),
                Line(Role.ANNEX_TITLE, SourceText(title)),
                Line(Role.PARAGRAPH, SourceText("Текст.")),
            )
        )
        for mark, title in marks
    ]
    main = Line(Role.KIND, SourceText("ПРИКАЗ")), Line(Role.CLAUSE, SourceText("1. Да."))
    return assemble(Paper(Sheet(main), tuple(sheets)), OfficeProfile())


def told(made: Assembled) -> list[str]:
    return [doubt.reason for doubt in made.doubts if "приложени" in doubt.reason]


@pytest.mark.parametrize(
    ("mark", "number", "written", "named"),
    [
        ("Приложение № 1.1 к приказу", None, "1.1", "приказу"),
        ("Приложение № 1а к приказу", None, "1а", "приказу"),
        ("Приложение А", None, "А", ""),
        ("Приложение № 1 к приказу", 1, "", "приказу"),
        ("Приложение 12. К приказу", 12, "", "приказу"),
        ("ПРИЛОЖЕНИЕ К ПРИКАЗУ", None, "", "ПРИКАЗУ"),
    ],
)
def test_the_number_of_an_annex_is_one_token(mark: str, number: int | None, written: str, named: str) -> None:
    found = read_mark([SourceText(mark)])
    assert (found.number, found.written, found.named) == (number, written, named)


def test_an_annex_whose_number_goes_on_from_another_one_stands_under_it() -> None:
    made = read(("Приложение № 1", "Положение"), ("Приложение № 1.1", "Форма"), ("Приложение № 2", "Состав"))
    assert [annex.title for annex in made.order.annexes] == ["Положение", "Состав"]
    assert [annex.title for annex in made.order.annexes[0].annexes] == ["Форма"]
    assert told(made) == ["номер приложения набран «1.1»"]


def test_a_number_with_a_letter_is_told_and_makes_no_act() -> None:
    made = read(("Приложение № 1", "Положение"), ("Приложение № 1а к приказу", "Форма"))
    assert [annex.act for annex in made.order.annexes] == [None, None]
    assert "номер приложения набран «1а»" in told(made)


def test_a_name_or_a_figure_is_no_kind_of_an_act() -> None:
    made = read(("Приложение к Подлесного А.А.", "Форма"))
    assert made.order.annexes[0].act is None
    assert told(made) == ["к какому документу приложение, из слов «Подлесного А.А.» не понять"]
    assert read(("Приложение к договору", "Форма")).order.annexes[0].act is not None


def test_letters_that_are_spaced_out_in_a_title_are_joined() -> None:
    made = read(("Приложение", "С О С Т А В комиссии"))
    assert made.order.annexes[0].title == "СОСТАВ комиссии"
    assert read(("Приложение", "Формы А Б В")).order.annexes[0].title == "Формы А Б В"

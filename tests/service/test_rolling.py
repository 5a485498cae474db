"""An order is rolled to a new file; what came of it is tables with places."""

from __future__ import annotations

from pathlib import Path

import pytest

from prikaz import service
from prikaz.errors import OutputError
from prikaz.rollover import RollError, Weekends
from prikaz.service import RollChoices


def test_changes_have_places_on_paper_and_in_the_file(order: Path) -> None:
    rolled = service.roll_draft(service.open(order), 2028)

    heading = next(row for row in rolled.changes.rows if row.cells["место"] == "заголовок")
    assert heading.cells == {
        "место": "заголовок",
        "было": "2027 году",
        "стало": "2028 году",
        "почему": "год документа",
    }
    assert (heading.place.file, heading.place.line) == (str(order), 5)


def test_questions_and_what_was_left_alone_have_places_too(order: Path) -> None:
    rolled = service.roll_draft(service.open(order), 2028)

    (question,) = rolled.questions.rows
    assert (question.cells["место"], question.place.line) == ("пункт 1", 7)
    assert rolled.questions.columns == ("место", "о чём", "что решить", "почему")
    assert len(rolled.questions.texts[0]) == len(rolled.questions.columns)
    assert rolled.unchanged.title == "Оставлено"


def test_the_new_file_and_the_list_of_changes_are_written_together(order: Path) -> None:
    target, changes = order.with_name("новый.yaml"), order.with_name("перечень.docx")

    saved = service.save_rolled(service.roll_draft(service.open(order), 2028), target, changes)

    questions = order.with_name("новый.questions.yaml")
    assert saved.files == (target, questions, changes)
    assert saved.questions == questions
    assert saved.entries == ()
    assert service.open(target).order.year == 2028
    assert changes.read_bytes()[:2] == b"PK"


def test_a_file_that_is_there_is_not_replaced(order: Path) -> None:
    rolled = service.roll_draft(service.open(order), 2028)
    before = order.read_bytes()

    with pytest.raises(OutputError) as caught:
        service.save_rolled(rolled, order)

    assert (caught.value.file, caught.value.hint) == (str(order), "назовите новый иначе: -o")
    assert order.read_bytes() == before
    with pytest.raises(OutputError, match="то, из чего делается новый"):
        service.save_rolled(rolled, order, overwrite=True)
    assert order.read_bytes() == before


def test_choices_reach_the_roll_over(order: Path) -> None:
    choices = RollChoices(weekends=Weekends.NEXT)

    rolled = service.roll_draft(service.open(order), 2028, choices)

    assert "до 02.05.2028" in rolled.rolled.order.clauses[0].text


def test_to_its_own_year_an_order_stays_the_same(order: Path) -> None:
    assert service.roll_draft(service.open(order), 2027).is_same


def test_to_an_earlier_year_it_is_refused(order: Path) -> None:
    with pytest.raises(RollError):
        service.roll_draft(service.open(order), 2026)


def test_differences_have_places_in_the_new_file(order: Path) -> None:
    new = order.with_name("новый.yaml")
    new.write_text(order.read_text("utf-8").replace("30.04.2027", "31.05.2027"), encoding="utf-8")

    (row,) = service.compare_drafts(service.open(order), service.open(new)).rows

    assert (row.cells["что"], row.cells["место"]) == ("изменено: пункт", "пункт 1")
    assert (row.place.file, row.place.line) == (str(new), 7)


def test_what_was_removed_has_its_place_in_the_old_file(order: Path) -> None:
    new = order.with_name("новый.yaml")
    lines = order.read_text("utf-8").splitlines(keepends=True)
    new.write_text("".join(lines[:6] + lines[7:]), encoding="utf-8")

    (row,) = service.compare_drafts(service.open(order), service.open(new)).rows

    assert row.cells["что"] == "убрано: пункт"
    assert (row.place.file, row.place.line) == (str(order), 7)

"""The score of a read order: what is lost, added or changed costs its own fields and no others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from attrs import evolve

from prikaz import files
from prikaz.docx.content.elements import Content
from prikaz.errors import PackageError
from prikaz.model import (
    Activity,
    Annex,
    Clause,
    ClauseList,
    Kind,
    Marker,
    NewWording,
    Order,
    Paragraph,
    Person,
    Roadmap,
    Signature,
)
from prikaz.reader.draft import Coverage, WordDraft
from scripts.messy_files import main, score, share_right, share_understood
from tests.reader import word_files
from tests.reader.order_fields import fields_of
from tests.reader.scoring import Field, compare

NAME = "01-postanovlenie-bez-daty"
ROWS = tuple(
    Activity(title=f"Мероприятие {word}", deadlines=["май"]) for word in ("слёта", "смотра", "похода")
)
ORDER = Order(
    kind=Kind.ORDER,
    heading="О слёте",
    clauses=["Провести слёт.", "Утвердить план согласно {приложению план}.", "Контроль оставляю за собой."],
    signatures=[Signature(position="Директор", person=Person(last="Белов", first="И.", middle="Л."))],
    annexes=[Annex(key="план", title="План", blocks=[Roadmap(activities=ROWS)])],
)


def misses(got: Order, expected: Order = ORDER) -> list[Field]:
    return [field for field in compare(fields_of(expected), fields_of(got)) if not field.is_right]


def with_plan(roadmap: Roadmap) -> Order:
    return evolve(ORDER, annexes=[evolve(ORDER.annexes[0], blocks=[roadmap])])


def test_an_order_is_like_itself() -> None:
    assert misses(ORDER) == []


def test_a_changed_text_is_one_miss() -> None:
    [miss] = misses(evolve(ORDER, heading="О слете"))
    assert miss == Field("заголовок", "О слёте", "О слете")


def test_a_reference_is_its_text() -> None:
    typed = [*ORDER.clauses]
    typed[1] = Clause(text="Утвердить план согласно приложению.")
    assert misses(evolve(ORDER, clauses=typed)) == []


def test_another_reference_is_another_text() -> None:
    typed = [*ORDER.clauses]
    typed[1] = Clause(text="Утвердить план согласно приложению № 1.")
    assert [miss.path for miss in misses(evolve(ORDER, clauses=typed))] == ["пункты → 2 → текст"]


def test_a_lost_row_costs_its_own_cells() -> None:
    lost = misses(with_plan(Roadmap(activities=(ROWS[0], ROWS[2]))))
    assert [miss.expected for miss in lost] == ["Мероприятие смотра", "май"]
    assert {miss.got for miss in lost} == {""}


def test_a_row_too_many_costs_its_cells_too() -> None:
    extra = misses(with_plan(Roadmap(activities=(*ROWS, Activity(title="Праздник урожая")))))
    assert [(miss.expected, miss.got) for miss in extra] == [("", "Праздник урожая")]


def test_a_clause_a_level_too_deep_is_one_miss() -> None:
    first, second, third = ORDER.clauses
    deeper = [evolve(first, clauses=[evolve(second, marker=Marker.NUMBER)]), third]
    assert [(miss.path, miss.got) for miss in misses(evolve(ORDER, clauses=deeper))] == [
        ("пункты → 2 → уровень", "2")
    ]


def test_a_marker_that_is_said_equals_the_usual_one() -> None:
    said = [evolve(clause, marker=Marker.NUMBER) for clause in ORDER.clauses]
    assert misses(evolve(ORDER, clauses=said)) == []
    lettered = [evolve(ORDER.clauses[0], marker=Marker.LETTER), *ORDER.clauses[1:]]
    assert [miss.path for miss in misses(evolve(ORDER, clauses=lettered))] == ["пункты → 1 → нумерация"]


def test_keys_are_not_compared() -> None:
    text = Clause(text="Утвердить план согласно {приложению карта}.")
    other = evolve(
        ORDER,
        clauses=[ORDER.clauses[0], text, ORDER.clauses[2]],
        annexes=[evolve(ORDER.annexes[0], key="карта")],
    )
    assert misses(other) == []


def test_spaces_that_do_not_break_are_spaces() -> None:
    assert misses(evolve(ORDER, heading="О\u00a0слёте")) == []


def test_bodies_of_a_cell_may_be_told_apart_or_not_and_deadlines_may_not() -> None:
    one = Activity(title="Слёт", responsible=["школы, отдел"], deadlines=["май"])
    two = Activity(title="Слёт", responsible=["школы", "отдел"], deadlines=["май"])
    assert misses(with_plan(Roadmap(activities=[one])), with_plan(Roadmap(activities=[two]))) == []
    three = evolve(two, deadlines=["май", "июнь"])
    four = evolve(two, deadlines=["май, июнь"])
    assert len(misses(with_plan(Roadmap(activities=[three])), with_plan(Roadmap(activities=[four])))) == 1


def test_typed_quotation_marks_round_new_wording_are_those_of_the_program() -> None:
    def amended(*lines: str) -> Order:
        clause = Clause(text="Пункт 3 изложить так:", blocks=[NewWording(blocks=[*lines])])
        return evolve(ORDER, clauses=[clause, *ORDER.clauses])

    typed = amended("«3. Слёт проводится в мае.", "3.1. Слёт длится день.»;")
    assert misses(typed, amended("3. Слёт проводится в мае.", "3.1. Слёт длится день.")) == []
    assert misses(typed, amended("3. Слёт проводится в мае.", "3.1. Слёт длится два дня."))


def test_paragraphs_under_a_clause_are_lines_of_it() -> None:
    lines = evolve(ORDER, clauses=["Провести слёт.\nСбор в 10 часов."])
    block = evolve(
        ORDER, clauses=[Clause(text="Провести слёт.", blocks=[Paragraph(text="Сбор в 10 часов.")])]
    )
    assert misses(block, lines) == []


def test_a_block_of_another_kind_is_a_miss() -> None:
    clauses = evolve(ORDER.annexes[0], blocks=[ClauseList(clauses=["Мероприятие слёта"])])
    assert misses(evolve(ORDER, annexes=[clauses]))


def draft_of(order: Order, understood: int = 8) -> WordDraft:
    coverage = Coverage(total=10, understood=understood, noted=10 - understood)
    return WordDraft(order=order, coverage=coverage, places={}, content=Content(sections=()))


def test_a_case_that_is_read_as_expected_has_all_fields_right() -> None:
    typed = files.load(word_files.expected(NAME))
    found = score(NAME, lambda _: draft_of(typed))
    assert (found.right, found.misses) == (len(found.fields), ())
    assert share_right([found]) == 1
    assert share_understood([found]) == pytest.approx(0.8)


def test_a_case_that_cannot_be_read_has_none() -> None:
    def refuse(_: bytes) -> WordDraft:
        raise PackageError("файл испорчен")

    found = score(NAME, refuse)
    assert found.right == 0
    assert "испорчен" in found.failure


def test_shares_are_of_all_fields_together() -> None:
    typed = files.load(word_files.expected(NAME))
    whole = score(NAME, lambda _: draft_of(typed))
    half = score(NAME, lambda _: draft_of(evolve(typed, annexes=())))
    counts: Sequence[int] = [len(whole.fields) + half.right, len(whole.fields) + len(half.fields)]
    assert share_right([whole, half]) == counts[0] / counts[1]


def test_the_command_prints_each_case_and_the_whole(capsys: pytest.CaptureFixture[str]) -> None:
    main(["01"])
    printed = capsys.readouterr().out
    assert NAME in printed
    assert "всего" in printed

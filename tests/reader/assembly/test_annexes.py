"""Marks over annexes: whose annex it is, its number, who approved it."""

from __future__ import annotations

from datetime import date

import pytest

from prikaz.language.words.cases import Case
from prikaz.model import Annex, Layout, MarkPattern, Orientation
from prikaz.reader.assembly import Assembled
from prikaz.reader.assembly.annexes import orientation
from prikaz.reader.paper import Grid, GridCell, GridLine, PaperLine, Role, Sheet
from prikaz.reader.source_text import SourceText
from tests.reader.assembly.lines import line, lines, order_of


def with_annexes(
    *annexes: list[PaperLine], head: str = "16.03.2027 № 75", heading: str = "О плане"
) -> Assembled:
    return order_of(line(Role.REGISTRATION, head), line(Role.HEADING, heading), annexes=annexes)


def annex(*mark: str, title: str = "План работы") -> list[PaperLine]:
    text = line(Role.PARAGRAPH, "Работать.")
    return [*lines(Role.ANNEX_MARK, *mark), line(Role.ANNEX_TITLE, title), text]


@pytest.mark.parametrize(
    "mark",
    [
        ["Приложение", "к приказу отдела образования", "от 16.03.2027 № 75"],
        ["Приложение к приказу отдела образования от 16.03.2027 №75"],
        ["ПРИЛОЖЕНИЕ", "к приказу отдела образования", "№ 75 от 16 марта 2027 г."],
        ["Приложение", "к приказу отдела образования", "от ________ № ____"],
    ],
)
def test_the_mark_of_the_only_annex_says_nothing_that_the_order_does_not(mark: list[str]) -> None:
    found = with_annexes(annex(*mark))
    (made,) = found.order.annexes
    assert made == Annex(title="План работы", blocks=["Работать."])
    assert found.order.issuer.short == "отдел образования"
    assert not found.doubts


@pytest.mark.parametrize(
    ("mark", "pattern"),
    [
        (["УТВЕРЖДЁН", "приказом отдела образования", "от 16.03.2027 № 75"], MarkPattern.APPROVED),
        (["Приложение", "УТВЕРЖДЁН", "приказом отдела образования", "от 16.03.2027 № 75"], MarkPattern.BOTH),
        (["Приложение. Утвержден приказом отдела образования от 16.03.2027 № 75"], MarkPattern.BOTH),
        ([], MarkPattern.ABSENT),
    ],
)
def test_a_mark_follows_one_of_the_patterns(mark: list[str], pattern: MarkPattern) -> None:
    (made,) = with_annexes(annex(*mark)).order.annexes
    assert (made.mark, made.approved) == (pattern, "")


def test_numbers_are_told_only_where_they_are_not_in_order() -> None:
    marks = (["Приложение № 1 к приказу"], ["Приложение 3 к приказу"])
    first, second = with_annexes(*(annex(*mark) for mark in marks)).order.annexes
    assert (first.number, second.number) == (None, 3)


def test_a_mark_that_contradicts_the_order_is_doubted_and_the_order_wins() -> None:
    found = with_annexes(annex("Приложение", "к приказу отдела образования", "от 16.03.2026 № 75"))
    assert found.order.date == date(2027, 3, 16)
    assert found.order.annexes[0].act is None
    (doubt,) = found.doubts
    assert "16.03.2026" in doubt.reason
    assert "16.03.2027" in doubt.reason


def test_an_annex_of_another_act_names_it() -> None:
    found = with_annexes(
        annex("Приложение № 2", "к постановлению администрации района", "от 10.01.2025 № 12-п"),
    )
    (made,) = found.order.annexes
    assert made.act is not None
    assert (made.act.kind, str(made.act.issuer), made.act.number) == (
        "постановление",
        "администрация района",
        "12-п",
    )
    assert made.number == 2


def test_an_annex_may_belong_to_another_one() -> None:
    outer = annex("Приложение", "к приказу отдела образования", "от 16.03.2027 № 75", title="Порядок смотра")
    inner = annex("Приложение", "к Порядку смотра", title="Заявка")
    (made,) = with_annexes(outer, inner).order.annexes
    assert [one.title for one in made.annexes] == ["Заявка"]


@pytest.mark.parametrize(
    ("genitive", "nominative"),
    [
        ("администрации Лугового района", "администрация Лугового района"),
        ("районного отдела культуры", "районный отдел культуры"),
        ("муниципального бюджетного учреждения «Центр»", "муниципальное бюджетное учреждение «Центр»"),
        ("МБОУ «Школа № 5»", "МБОУ «Школа № 5»"),
    ],
)
def test_a_body_of_a_mark_is_put_into_the_nominative(genitive: str, nominative: str) -> None:
    order = with_annexes(annex("Приложение", f"к приказу {genitive}", "от 16.03.2027 № 75")).order
    assert order.issuer.short == nominative
    assert order.issuer.forms == ()


def test_a_body_whose_nominative_is_not_found_keeps_its_form() -> None:
    found = with_annexes(annex("Приложение", "к приказу кракозябрыча", "от 16.03.2027 № 75"))
    if found.order.issuer.forms:
        assert dict(found.order.issuer.forms) == {Case.GENITIVE: "кракозябрыча"}
        assert any("начальная форма" in doubt.reason for doubt in found.doubts)


def table(*heads: str) -> GridLine:
    """A table of so many columns."""
    rows = (
        tuple(GridCell((SourceText(head),)) for head in heads),
        tuple(GridCell((SourceText("1"),)) for _ in heads),
    )
    return GridLine(Role.TABLE, Grid(rows, len(heads), header_rows=1))


@pytest.mark.parametrize(
    ("heads", "landscape", "told"),
    [
        (("А", "Б"), False, None),
        (("А", "Б"), True, Orientation.LANDSCAPE),
        (tuple("АБВГДЕ"), True, None),
        (tuple("АБВГДЕ"), False, Orientation.PORTRAIT),
        (("Достопримечательностями", "Переосвидетельствование"), False, None),
        (("Достопримечательностями",) * 4, False, Orientation.PORTRAIT),
        (("Достопримечательностями",) * 4, True, Orientation.LANDSCAPE),
        (tuple("АБВГ"), False, Orientation.PORTRAIT),
    ],
)
def test_how_a_sheet_lies_is_told_where_its_tables_would_not_lay_it_so(
    heads: tuple[str, ...], landscape: bool, told: Orientation | None
) -> None:
    sheet = Sheet((table(*heads),), landscape=landscape)
    assert orientation(sheet, sheet.lines, Layout()) is told

"""Facts about capitals: what a reference opens begins as its neighbours are typed."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import (
    Activity,
    Annex,
    Clause,
    ClauseList,
    Field,
    Heading,
    Indicator,
    IndicatorTable,
    OfficeProfile,
    Person,
    Roadmap,
    Section,
    Signature,
    Table,
)
from prikaz.model import Acting, FieldKind, Marker, Numbering
from prikaz.model.resolution.references import References
from prikaz.writer.view import order_view
from tests.makers import make_order

_HEAD = Person(last="Журавлёва", first="Анна", middle="Петровна", position="заведующий отделом")
_FIRST = "{дат отв, должность впереди} сдать отчёт"
_SMALL, _CAPITAL = (
    "заведующему отделом Журавлёвой А.П. сдать отчёт",
    "Заведующему отделом Журавлёвой А.П. сдать отчёт",
)


def _view(profile: OfficeProfile | None = None, **order: Any) -> dict[str, Any]:
    fields = {"школа": Field(value="лесная школа", kind=FieldKind.BODY)}
    return order_view(References(make_order(people={"отв": _HEAD}, fields=fields, **order), profile)).values


def _clauses(*clauses: Clause | str, profile: OfficeProfile | None = None) -> list[str]:
    return [str(item["текст"]).replace("\u00a0", " ") for item in _view(profile, clauses=clauses)["пункты"]]


def _cells(block: Any) -> list[list[str]]:
    (table,) = _view(annexes=[Annex(blocks=[block])])["приложения"][0]["блоки"]
    return [[str(paragraph) for cell in row for paragraph in cell["абзацы"]] for row in table["строки"]]


def test_a_clause_begins_a_sentence() -> None:
    assert _clauses(f"{_FIRST}.", "Раз.\n{школа} ждёт.", "Школам:\n{школа};") == [
        f"{_CAPITAL}.",
        "Раз.",
        "Лесная школа ждёт.",
        "Школам:",
        "лесная школа;",
    ]


def test_a_clause_whose_number_is_typed_begins_a_sentence_too() -> None:
    profile = OfficeProfile(numbering=Numbering.TYPED)

    assert _clauses(f"{_FIRST}.", profile=profile) == [f"1. {_CAPITAL}."]


@pytest.mark.parametrize(
    ("clauses", "printed"),
    [
        ([f"{_FIRST};", "назначить куратора."], f"{_SMALL};"),
        ([f"{_FIRST}.", "Назначить куратора."], f"{_CAPITAL}."),
        ([f"{_FIRST}."], f"{_CAPITAL}."),
        ([f"{_FIRST};", "{школа} ждёт."], f"{_SMALL};"),
        ([Clause(text=f"{_FIRST}.", marker=Marker.DASH)], f"{_SMALL}."),
        ([Clause(text=f"{_FIRST}.", marker=Marker.ABSENT)], f"{_SMALL}."),
        (
            [
                Clause(text=f"{_FIRST}.", marker=Marker.DASH),
                Clause(text="Назначить куратора.", marker=Marker.DASH),
            ],
            f"{_CAPITAL}.",
        ),
    ],
)
def test_a_sub_clause_begins_as_its_neighbours_do(clauses: list[Clause | str], printed: str) -> None:
    assert _clauses(Clause(text="Отделу:", clauses=clauses))[1] == printed


def test_a_sub_clause_whose_number_is_typed_goes_on_with_the_sentence() -> None:
    profile = OfficeProfile(numbering=Numbering.TYPED)
    clause = Clause(text="Отделу:", clauses=[f"{_FIRST};", "назначить куратора."])

    assert _clauses(clause, profile=profile)[1] == f"1.1. {_SMALL};"


def test_who_executes_a_clause_stands_behind_a_colon() -> None:
    clause = Clause(text="Сдать отчёт.", responsible=["{отв, должность впереди}"])

    assert _clauses(clause)[1] == "Ответственный: заведующий отделом Журавлёва А.П."


def test_headings_the_preamble_and_paragraphs_begin_with_a_capital() -> None:
    annex = Annex(
        title="{школа}",
        blocks=["{школа} готовит:", "{школа};", "Раз.", "{школа}.", Heading(text="{школа}")],
    )
    made = _view(heading="{школа}: план", preamble="{предл школа} и {школа}", annexes=[annex])

    assert str(made["заголовок"]).replace("\u00a0", " ") == "Лесная школа: план"
    assert made["преамбула"] == "Лесной школе и лесная школа"
    assert str(made["приложения"][0]["заголовок"]) == "Лесная школа"
    assert [str(block["текст"]) for block in made["приложения"][0]["блоки"]] == [
        "Лесная школа готовит:",
        "лесная школа;",
        "Раз.",
        "Лесная школа.",
        "Лесная школа",
    ]


def test_a_numbered_section_of_a_table_begins_with_a_capital() -> None:
    sections = [Section(title="{школа}", activities=[Activity(title="Сбор")])]

    assert _cells(Roadmap(sections=sections))[0] == ["I.\u00a0Лесная школа"]


@pytest.mark.parametrize(
    ("beside", "printed"), [("отдел культуры", "лесная школа"), ("Отдел культуры", "Лесная школа")]
)
def test_a_cell_begins_as_the_others_of_its_column(beside: str, printed: str) -> None:
    activities = [
        Activity(title="{школа} работает", responsible="{школа}"),
        Activity(title="Сбор", responsible=beside),
    ]

    assert _cells(Roadmap(activities=activities))[0][1:] == ["Лесная школа работает", printed]


def test_a_cell_that_is_alone_begins_with_a_capital_only_where_something_is_done_or_measured() -> None:
    roadmap = Roadmap(activities=[Activity(title="{школа} работает", responsible=["{школа}", "Белов И.Л."])])
    indicators = IndicatorTable(years=[2027], indicators=[Indicator(name="{школа}: места", unit="{школа}")])

    assert _cells(roadmap)[0][1:] == ["Лесная школа работает", "лесная школа,", "Белов\u00a0И.Л."]
    assert _cells(indicators)[0][1:3] == ["Лесная школа: места", "лесная школа"]


def test_a_cell_of_a_free_table_begins_as_its_column_or_its_table() -> None:
    table = Table(columns=["а", "б"], rows=[["{школа}", "{школа}"], ["Отдел", ""]])
    unlike = Table(columns=["а", "б"], rows=[["{школа}", "{школа}"], ["Отдел", "план"]])
    alone = Table(columns=["а"], rows=[["{школа}"]])

    assert _cells(table)[0] == ["Лесная школа", "Лесная школа"]
    assert _cells(unlike)[0] == ["Лесная школа", "лесная школа"]
    assert _cells(alone)[0] == ["лесная школа"]


def test_a_section_of_a_regulation_begins_with_a_capital() -> None:
    clauses = ClauseList(clauses=[Clause(text="{школа}", is_heading=True)])
    (block,) = _view(annexes=[Annex(blocks=[clauses])])["приложения"][0]["блоки"]

    assert str(block["пункты"][0]["текст"]) == "Лесная школа"


def test_a_position_behind_an_acting_one_stays_small() -> None:
    signature = Signature(position="{школа}", acting=None, person=_HEAD)
    acting = Signature(position="директор", acting=Acting.ACTING, person=_HEAD)
    made = _view(signatures=[signature, acting])["подписи"]

    assert [str(item["должность"]) for item in made] == ["Лесная школа", "И.о. директора"]

"""Facts about numbers of clauses: letters, brackets, sections; they go on or begin anew as in real acts."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from prikaz import Clause, ClauseList, files
from prikaz.errors import ModelError
from prikaz.model import Marker
from prikaz.model.resolution.markers import counted, label
from prikaz.model.resolution.numbering import number_list, number_lists
from tests.makers import checked, make_order


def labels(clauses: list[Any], marker: Marker | None = None, **said: bool) -> list[str]:
    """What stands before each clause of a list, in reading order."""
    numbered = number_list(ClauseList(clauses=clauses, clause_marker=marker, **said), ())
    return [
        (label(item.marker, item.number) or ("–" if item.marker is Marker.DASH else "")).replace(
            "\u00a0", " "
        )
        for item in numbered
    ]


def clause(text: str, *clauses: Clause | str, **fields: Any) -> Clause:
    return Clause(text=text, clauses=clauses, **fields)


def test_a_clause_says_once_what_stands_before_its_sub_clauses() -> None:
    made = [clause("Школам:", "раз;", "два.", clause_marker=Marker.LETTER), "Контроль."]
    assert labels(made) == ["1.", "а)", "б)", "2."]


def test_one_sub_clause_may_say_otherwise_and_is_not_counted_with_the_others() -> None:
    dash = clause("между ними;", marker=Marker.DASH)
    made = [clause("Школам:", "раз;", dash, "два.", clause_marker=Marker.BRACKET)]
    assert labels(made) == ["1.", "1)", "–", "2)"]


def test_under_a_bracket_come_letters_and_under_a_letter_dashes() -> None:
    made = [clause("а", clause("б", clause("в", "г")), clause_marker=Marker.BRACKET)]
    assert labels(made) == ["1.", "1)", "а)", "–"]


def test_letters_do_not_stand_under_letters() -> None:
    inner = clause("б", clause("в", "г"), clause_marker=Marker.BRACKET)
    assert labels([clause("а", inner, clause_marker=Marker.LETTER)]) == ["1.", "а)", "1)", "–"]
    said = clause("б", clause("в", "г", clause_marker=Marker.LETTER), clause_marker=Marker.BRACKET)
    assert labels([clause("а", said, clause_marker=Marker.LETTER)]) == ["1.", "а)", "1)", "а)"]


def test_letters_and_brackets_begin_anew_in_each_group() -> None:
    group = clause("Школам:", clause("раз:", "буква;", "буква;"), "два.", clause_marker=Marker.BRACKET)
    assert labels([group, group]) == ["1.", "1)", "а)", "б)", "2)", "2.", "1)", "а)", "б)", "2)"]


def test_numbers_go_on_through_roman_sections() -> None:
    made = [clause("Общее", "а", clause("б", "в")), clause("Порядок", "г")]
    assert labels(made, Marker.ROMAN) == ["I.", "1.", "2.", "2.1.", "II.", "3."]


def test_numbers_go_on_under_headings_without_a_number() -> None:
    heading = {"is_heading": True, "marker": Marker.ABSENT}
    made = [clause("Общее", "а", "б", **heading), clause("Порядок", "в", **heading)]
    assert labels(made) == ["", "1.", "2.", "", "3."]


def test_articles_go_on_through_chapters_and_their_parts_begin_anew() -> None:
    chapter = clause(
        "Глава", clause("Статья", "часть", clause("часть", "пункт")), clause_marker=Marker.ARTICLE
    )
    assert labels([chapter, chapter], Marker.CHAPTER) == [
        *("Глава 1.", "Статья 1.", "1.", "2.", "1)"),
        *("Глава 2.", "Статья 2.", "1.", "2.", "1)"),
    ]


def test_numbers_may_begin_with_that_of_their_section() -> None:
    made = [clause("Общее", "а", clause("б", "в", clause("г", "д"))), clause("Порядок", "е")]
    assert labels(made, Marker.ROMAN, with_section=True) == [
        *("I.", "1.1.", "1.2.", "1.2.1.", "1.2.2.", "1.2.2.1."),
        *("II.", "2.1."),
    ]


def test_numbers_begin_with_that_of_the_nearest_section() -> None:
    chapter = clause("Глава", clause("Статья", "а", clause("б", "в")), clause_marker=Marker.ARTICLE)
    assert labels([chapter, chapter, clause("Глава", "г")], Marker.CHAPTER, with_section=True) == [
        *("Глава 1.", "Статья 1.", "1.1.", "1.2.", "1.2.1."),
        *("Глава 2.", "Статья 2.", "2.1.", "2.2.", "2.2.1."),
        *("Глава 3.", "3.1."),
    ]


def test_a_heading_without_a_number_goes_on_with_those_of_its_section() -> None:
    heading = clause("Участники", "б", is_heading=True, marker=Marker.ABSENT)
    assert labels([clause("Общее", "а", heading)], Marker.ROMAN, with_section=True) == [
        *("I.", "1.1.", "", "1.2."),
    ]


def test_numbers_without_a_section_are_as_usual() -> None:
    made = ["а", clause("б", "в"), clause("Порядок", "г", marker=Marker.ROMAN), "д"]
    assert labels(made, with_section=True) == ["1.", "2.", "2.1.", "I.", "1.1.", "3."]


def test_sections_with_numbers_of_their_own_number_their_clauses() -> None:
    assert labels([clause("Общее", "а", is_heading=True), clause("Порядок", "б", is_heading=True)]) == [
        *("1.", "1.1.", "2.", "2.1."),
    ]


def test_letters_are_those_of_word() -> None:
    assert "".join(counted(Marker.LETTER, place) for place in range(1, 29)) == "абвгдежзиклмнопрстуфхцчшщэюя"
    assert counted(Marker.LETTER, 30) == "бб"


def test_no_more_than_four_levels_whatever_stands_before_them() -> None:
    with pytest.raises(ModelError, match="больше четырёх уровней"):
        clause("а", clause("б", clause("в", clause("г", "д"))), marker=Marker.CHAPTER)


def test_a_file_says_the_marker_once_and_is_read_back_as_it_was() -> None:
    order = files.from_dict(
        {
            "вид": "приказ",
            "нумерация пунктов": "скобка",
            "пункты": [
                {
                    "текст": "Школам:",
                    "нумерация подпунктов": "буква",
                    "подпункты": ["раз;", {"текст": "два.", "нумерация": "тире"}],
                }
            ],
            "подпись": {"фамилия": "Белов"},
            "приложение": {
                "положение": {
                    "нумерация пунктов": "римская",
                    "номер с разделом": "да",
                    "пункты": [{"текст": "Общее", "подпункты": ["Первое."]}],
                }
            },
        }
    )
    assert [item.marker for item in number_lists(order)["пункты",]] == [
        *(Marker.BRACKET, Marker.LETTER, Marker.DASH),
    ]
    rules = next(items for path, items in number_lists(order).items() if path[0] == "приложения")
    assert [item.number for item in rules] == ["I", "1.1"]
    assert files.from_dict(files.to_dict(order)) == order


def test_the_list_of_the_order_has_a_marker_too() -> None:
    order = make_order(clauses=["а", "б"], clause_marker=Marker.BRACKET)
    assert [item.number for item in number_lists(order)["пункты",]] == ["1", "2"]
    assert attrs.evolve(order, clause_marker=None) != order


@pytest.mark.parametrize(
    ("text", "marker", "hint"),
    [
        ("1. Провести", Marker.NUMBER, "уберите его: пункты нумерует программа"),
        ("1) Провести", Marker.NUMBER, "уберите его; если нужен такой номер, укажите «нумерация: скобка»"),
        ("а) провести", Marker.NUMBER, "уберите его; если нужен такой номер, укажите «нумерация: буква»"),
        ("а) провести", Marker.LETTER, "уберите его: пункты нумерует программа"),
        ("I. Общее", Marker.ROMAN, "уберите его: пункты нумерует программа"),
        ("Глава 1. Общее", Marker.CHAPTER, "уберите его: пункты нумерует программа"),
    ],
)
def test_a_typed_number_would_stand_twice(text: str, marker: Marker, hint: str) -> None:
    found = checked(make_order(clauses=[clause(text, marker=marker)]))
    assert [(item.code, item.hint) for item in found] == [("number-typed", hint)]


@pytest.mark.parametrize(
    "one",
    [
        clause("1) набрано рукой", marker=Marker.ABSENT),
        clause("Статья 5 закона применяется.", marker=Marker.NUMBER),
        clause("А) не буква"),
        clause("Общее", "а", marker=Marker.ROMAN),
        clause("Глава", clause("Статья", marker=Marker.ARTICLE), marker=Marker.CHAPTER),
    ],
)
def test_what_is_meant_so_is_no_mistake(one: Clause) -> None:
    assert checked(make_order(clauses=[one])) == ()


@pytest.mark.parametrize("marker", [Marker.DASH, Marker.BRACKET, Marker.LETTER])
def test_no_number_of_two_parts_stands_under_a_dash_a_bracket_or_a_letter(marker: Marker) -> None:
    order = make_order(clauses=[clause("а", "б", marker=marker, clause_marker=Marker.NUMBER)])
    assert [item.code for item in checked(order)] == ["clause-unnumbered"]


def test_an_article_stands_in_no_clause() -> None:
    order = make_order(clauses=[clause("а", clause("б", marker=Marker.ARTICLE))])
    assert [item.code for item in checked(order)] == ["heading-level"]

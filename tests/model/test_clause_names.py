"""Facts about references to sub-clauses: the clause that holds a letter is named too."""

from __future__ import annotations

import pytest

from prikaz import Annex, Clause, ClauseList
from prikaz.model import Marker
from prikaz.model.resolution.content import CrossReference, plain_text
from prikaz.model.resolution.references import References, Resolution
from prikaz.service.places import print_place
from tests.makers import make_order


def _keyed(key: str, *clauses: Clause, marker: Marker | None = None) -> Clause:
    return Clause(key=key, text=key, marker=marker, clauses=clauses)


LISTED = [
    Clause(
        text="Школам:",
        clause_marker=Marker.LETTER,
        clauses=[_keyed("а"), _keyed("б"), _keyed("в", _keyed("раз", marker=Marker.BRACKET))],
    ),
    Clause(text="Отделу:", clause_marker=Marker.BRACKET, clauses=["один;", _keyed("два", _keyed("буква"))]),
]
STATUTE = ClauseList(
    clause_marker=Marker.CHAPTER,
    clauses=[
        Clause(
            key="глава",
            text="Общее",
            clause_marker=Marker.ARTICLE,
            clauses=[
                _keyed("статья"),
                Clause(text="Права", clauses=["Часть.", _keyed("часть", _keyed("пункт"))]),
            ],
        )
    ],
)
RULES = ClauseList(
    clause_marker=Marker.ROMAN,
    clauses=[
        Clause(text="Общее", clauses=["а"]),
        Clause(key="раздел", text="Ещё", clauses=[_keyed("сквозной")]),
    ],
)
WITH_SECTION = ClauseList(
    clause_marker=Marker.CHAPTER,
    with_section=True,
    clauses=[
        Clause(
            text="Общее",
            clause_marker=Marker.ARTICLE,
            clauses=[Clause(text="Права", clauses=["а", _keyed("свой", _keyed("нижний"))])],
        ),
        Clause(text="Ещё", clauses=[_keyed("главный", _keyed("скобка", marker=Marker.BRACKET))]),
    ],
)
ORDER = make_order(
    clauses=LISTED, annexes=[Annex(blocks=[STATUTE]), Annex(blocks=[RULES]), Annex(blocks=[WITH_SECTION])]
)


def resolved(text: str) -> Resolution:
    return References(ORDER).resolve(text, ())


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{подпунктом б}", "подпунктом «б» пункта 1"),
        ("{пунктом свой}", "пунктом 1.2"),
        ("{пункта нижний}", "пункта 1.2.1"),
        ("{подпункт скобка}", "подпункт 1 пункта 2.1"),
        ("{подпункт два}", "подпункт 2 пункта 2"),
        ("{подпунктами а, б}", "подпунктами «а» и «б» пункта 1"),
        ("{подпункте раз}", "подпункте 1 подпункта «в» пункта 1"),
        ("{подпункта буква}", "подпункта «а» подпункта 2 пункта 2"),
        ("{подпунктах б, два}", "подпунктах «б» пункта 1 и 2 пункта 2"),
        ("{главой глава}", "главой 1"),
        ("{статьёй статья}", "статьёй 1"),
        ("{Статьи статья}", "Статьи 1"),
        ("{частью часть}", "частью 2 статьи 2"),
        ("{пунктом пункт}", "пунктом 1 части 2 статьи 2"),
        ("{разделом раздел}", "разделом II"),
        ("{пункте сквозной}", "пункте 2"),
    ],
)
def test_a_reference_names_what_holds_the_clause(text: str, printed: str) -> None:
    found = resolved(text)
    assert found.findings == ()
    assert plain_text(found.content).replace("\u00a0", " ") == printed


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{пунктом б}", "например, {подпунктом б}"),
        ("{пунктом статья}", "например, {статьёй статья}"),
        ("{абзацем часть}", "например, {частью часть}"),
        ("{б}", "например, {подпунктом б}"),
    ],
)
def test_another_word_before_the_key_is_a_mistake(text: str, hint: str) -> None:
    assert [(item.code, item.hint) for item in resolved(text).findings] == [("reference-form", hint)]


def test_word_keeps_the_numbers_that_it_would_print_as_they_stand() -> None:
    """Word would print «б)» and «Статья 2» for those, so they are text."""
    pieces = resolved("{подпунктом б}, {частью часть}, {разделом раздел}").content
    assert [piece.shown for piece in pieces if isinstance(piece, CrossReference)] == ["1", "2", "II"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("пункты", 1, "подпункты", 2, "текст"), "подпункт «б» пункта 1"),
        (("приложения", 1, "положение", "пункты", 1), "приложение № 1, глава 1"),
        (
            ("приложения", 1, "положение", "пункты", 1, "подпункты", 2, "подпункты", 2, "подпункты", 1),
            "приложение № 1, пункт 1 части 2 статьи 2",
        ),
        (("приложения", 2, "положение", "пункты", 2, "подпункты", 1), "приложение № 2, пункт 2"),
    ],
)
def test_a_place_is_called_as_a_reference_calls_it(path: tuple[str | int, ...], words: str) -> None:
    assert print_place(path, ORDER) == words

"""Facts about amendments on paper: the new wording of another act stands in quotation marks."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.table import Table as WordTable

import prikaz
from prikaz import Activity, Annex, Clause, Heading, Membership, Paragraph, Roadmap, Table
from prikaz.errors import ModelError
from prikaz.model import ClauseList, Marker, Member, NewWording, Person
from prikaz.service.places import print_place
from tests.makers import checked, make_order


def paper(**changes: Any) -> list[str]:
    """What stands under the operative word, table by table and paragraph by paragraph."""
    document = docx.Document(io.BytesIO(prikaz.render(make_order(**changes)).to_bytes()))
    found = [
        "|".join(cell.text for cell in item._cells) if isinstance(item, WordTable) else item.text
        for item in document.iter_inner_content()
    ]
    texts = [text.replace("\u00a0", " ") for text in found if text.strip()]
    return texts[texts.index("ПРИКАЗЫВАЮ:") + 1 : texts.index("Заведующий отделом\tИ.Л. Белов")]


def amending(*blocks: Any, **fields: Any) -> Clause:
    return Clause(text="изложить в следующей редакции:", blocks=[NewWording(blocks=blocks)], **fields)


def listed(*clauses: Clause | str, marker: Marker = Marker.BRACKET) -> dict[str, Any]:
    return {"clauses": [Clause(text="Внести изменения:", clause_marker=marker, clauses=clauses)]}


def quotations(texts: list[str]) -> list[str]:
    return [text for text in texts if "«" in text or "»" in text]


def test_the_numbers_of_the_amended_act_stay_as_they_are_typed() -> None:
    wording = amending("5.1. Первый.", "5.2. Второй.")
    assert paper(**listed(wording, "пункт 6 исключить.")) == [
        "Внести изменения:",
        "изложить в следующей редакции:",
        "«5.1. Первый.",
        "5.2. Второй.»;",
        "пункт 6 исключить.",
    ]


def test_the_last_of_a_list_ends_in_a_full_stop() -> None:
    assert quotations(paper(**listed("пункт 6 исключить;", amending("3. Новый.")))) == ["«3. Новый.»."]


def test_the_last_of_an_inner_list_ends_as_the_outer_one_goes_on() -> None:
    inner = Clause(text="в приложении:", clauses=[amending("3. Новый.")])
    assert quotations(paper(**listed(inner, "пункт 6 исключить."))) == ["«3. Новый.»;"]


def test_a_numbered_clause_ends_in_a_full_stop_wherever_it_stands() -> None:
    assert quotations(paper(clauses=[amending("3. Новый."), "Контроль."])) == ["«3. Новый.»."]


def test_each_line_is_a_paragraph_of_its_own() -> None:
    assert quotations(paper(clauses=[amending("5.1. Раз.\n5.2. Два.\n")])) == ["«5.1. Раз.", "5.2. Два.»."]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("«3. Новый.».", "«3. Новый.»."),
        ("«3. Новый.»", "«3. Новый.»;"),
        ('"3. Новый.".', "«3. Новый.»."),
        ("«3. О «Чтении».»", "«3. О «Чтении».»;"),
        ("«3. Новый.", "«3. Новый.»;"),
        ("«3. О «Чтении» в школе.", "«3. О «Чтении» в школе.»;"),
        ("«Чтение» – это «книга»", "««Чтение» – это «книга»»;"),
    ],
)
def test_marks_and_a_sign_of_the_author_stand_as_they_are(typed: str, printed: str) -> None:
    assert quotations(paper(**listed(amending(typed), "пункт 6 исключить."))) == [printed]


def test_before_and_after_a_table_the_marks_are_paragraphs_of_their_own() -> None:
    table = Table(rows=[["6", "Выставка"]])
    assert paper(**listed(amending(table), "конец."))[2:-1] == ["«", "6|Выставка", "»;"]


def test_a_heading_and_a_table_are_quoted_as_one() -> None:
    mark = Paragraph(text="Приложение № 2 к Порядку", alignment=prikaz.model.Alignment.RIGHT)
    made = paper(clauses=[amending(mark, Heading(text="Форма заявки"), Table(rows=[["а", "б"]]))])
    assert made[1:] == ["«Приложение № 2 к Порядку", "Форма заявки", "а|б", "»."]


def test_a_membership_is_quoted_from_the_first_name_to_the_last_position() -> None:
    members = [
        Member(person=Person(last="Лапина", first="Вера", middle="Олеговна", position="директор")),
        Member(person=Person(last="Орлов", first="Олег", middle="Ильич")),
    ]
    assert quotations(paper(clauses=[amending(Membership(members=members))])) == [
        "«Лапина Вера Олеговна\t– директор",
        "Орлов Олег Ильич».\t",
    ]


def test_a_wording_among_the_blocks_of_an_annex_is_quoted_too() -> None:
    annex = Annex(blocks=["Пункт 3 изложить так:", NewWording(blocks=["3. Новый."])])
    document = docx.Document(io.BytesIO(prikaz.render(make_order(annexes=[annex])).to_bytes()))
    texts = [item.text.replace("\u00a0", " ") for item in document.paragraphs]
    assert quotations(texts) == ["«3. Новый.»."]


def test_checks_do_not_speak_of_what_is_quoted() -> None:
    blocks = [
        "1. Набрано.",
        Table(rows=[["", "а"], ["", ""]]),
        Roadmap(columns=["мероприятие", "годы"], activities=[Activity(title="а")]),
    ]
    assert checked(make_order(clauses=[amending(*blocks)])) == ()


def test_an_annex_of_the_amended_act_is_not_looked_for_here() -> None:
    texts = ["в приложении № 3 строку 4 исключить;", "приложение № 2 изложить в новой редакции;"]
    order = make_order(**listed(*texts, Clause(text="в приложении № 5:", clauses=["пункт 2 исключить."])))
    assert [item.code for item in prikaz.render(order).findings] == []


def test_an_annex_of_the_order_is_still_named_by_words() -> None:
    order = make_order(
        clauses=["Приложение № 2 изложить в новой редакции согласно приложению № 1 к настоящему приказу."],
        annexes=[Annex(title="План"), Annex(title="Форма")],
    )
    codes = [
        (item.code, item.path) for item in prikaz.render(order).findings if item.code == "annex-not-cited"
    ]
    assert codes == [("annex-not-cited", ("приложения", 2))]


@pytest.mark.parametrize("blocks", [[], [ClauseList(clauses=["а"])], [NewWording(blocks=["а"])]])
def test_what_cannot_be_quoted_is_refused(blocks: list[Any]) -> None:
    with pytest.raises(ModelError):
        NewWording(blocks=blocks)


def test_a_quoted_place_is_called_so() -> None:
    order = make_order(**listed(amending("3. Новый.")))
    path = ("пункты", 1, "подпункты", 1, "новая редакция", "абзац", "текст")
    assert print_place(path, order) == "подпункт 1 пункта 1, новая редакция, абзац"

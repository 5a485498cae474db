"""Facts about what stands round and under the signature."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from prikaz import Annex, Kind, OfficeProfile, Order, Person, PreparedBy, Signature, render
from prikaz.language.time.dates import DateStyle
from prikaz.language.words.cases import Sex
from prikaz.model import Acknowledgement, CopyMark
from prikaz.model.resolution.references import References
from prikaz.writer.view import order_view
from tests.makers import HEAD, checked, make_order

ORLOVA = Person(last="Орлова", first="Мария", middle="Сергеевна")
RYBIN = Person(last="Рыбин", first="Олег", middle="Ильич", position="методист")


def view(profile: OfficeProfile | None = None, **order: Any) -> dict[str, Any]:
    return order_view(References(make_order(**order), profile)).values


def spaced(text: object) -> str:
    return str(text).replace("\u00a0", " ")


def paper(order: Order) -> list[tuple[str, str]]:
    """Styles and texts of the paragraphs after the last clause."""
    document = docx.Document(io.BytesIO(render(order).to_bytes()))
    found = [(str(item.style.name) if item.style else "", spaced(item.text)) for item in document.paragraphs]
    return found[max(place for place, (style, _) in enumerate(found) if style == "Пункт 1") + 1 :]


def test_the_closing_lines_stand_in_their_natural_order() -> None:
    order = make_order(
        grounds=["записка от 12.03.2027", "согласие"],
        signatures=[
            Signature(position="Заведующий", person=Person(last="Белов", first="И.", middle="Л."), seal=True)
        ],
        acknowledgements=[Acknowledgement(person=ORLOVA, in_line=True)],
        copy_mark=CopyMark(position="Секретарь", person=ORLOVA, original="Подлинник в деле № 5"),
        introduced_by=[Signature(position="Методист", person=RYBIN)],
        distribution="бухгалтерия",
        prepared_by=PreparedBy(person=RYBIN, phone="2-15-40", in_line=True),
        notes="Внесён в журнал",
    )
    assert paper(order) == [
        ("Основание", "Основание:"),
        ("Основание", "1. записка от 12.03.2027"),
        ("Основание", "2. согласие"),
        ("Подпись должностного лица", "Заведующий\tИ.Л. Белов"),
        ("Место печати", "М.П."),
        ("Слова отметки", "С приказом ознакомлена:"),
        ("Подпись под отметкой", "_____________ М.С. Орлова\t«____» _________ 20__ г."),
        ("Слова отметки", "Верно"),
        ("Строка отметки", "Секретарь"),
        ("Подпись под отметкой", "_____________ М.С. Орлова\t«____» _________ 20__ г."),
        ("Строка отметки", "Подлинник в деле № 5"),
        ("Слова отметки", "Проект вносит:"),
        ("Подпись под отметкой", "Методист\tО.И. Рыбин"),
        ("Заголовок рассылки", "Разослать:"),
        ("Рассылка", "бухгалтерия"),
        ("Исполнитель", "Приказ подготовил: методист Рыбин О.И., тел. 2-15-40"),
        ("Отметка", "Внесён в журнал"),
    ]


def test_an_order_without_them_ends_with_its_signature() -> None:
    assert paper(make_order()) == [("Подпись должностного лица", "Заведующий отделом\tИ.Л. Белов")]


def test_one_ground_stands_in_one_line() -> None:
    (line,) = view(grounds="заявление Орловой М.С.")["основание"]
    assert spaced(line) == "Основание: заявление Орловой М.С."


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (ORLOVA, "С приказом ознакомлена:"),
        (RYBIN, "С приказом ознакомлен:"),
        (Person(last="Шевчук", first="А.", middle="П."), "С приказом ознакомлен(а):"),
        (Person(last="Шевчук", first="А.", middle="П.", sex=Sex.FEMALE), "С приказом ознакомлена:"),
    ],
)
def test_acquaintance_agrees_with_the_person(person: Person, words: str) -> None:
    (line,) = view(acknowledgements=[Acknowledgement(person=person, in_line=True)])["ознакомление_строкой"]
    assert spaced(line["слова"]) == words


def test_acquaintance_names_the_kind_of_the_document() -> None:
    made = view(kind=Kind.RESOLUTION, acknowledgements=[Acknowledgement(person=ORLOVA, in_line=True)])
    assert spaced(made["ознакомление_строкой"][0]["слова"]) == "С постановлением ознакомлена:"


def test_each_person_stands_in_the_sheet_or_under_the_signature() -> None:
    people = [Acknowledgement(person=ORLOVA), Acknowledgement(person=RYBIN, in_line=True)]
    made = view(acknowledgements=people)
    assert [item["имя"] for item in made["ознакомление"]] == ["Орлова Мария Сергеевна"]
    assert len(made["ознакомление_строкой"]) == 1


def test_the_office_says_which_is_usual() -> None:
    profile = OfficeProfile(acknowledgement_in_line=True, prepared_by_in_line=True)
    people = [Acknowledgement(person=ORLOVA), Acknowledgement(person=RYBIN, in_line=False)]
    made = view(profile, acknowledgements=people, prepared_by=PreparedBy(person=ORLOVA))
    assert len(made["ознакомление_строкой"]) == len(made["ознакомление"]) == 1
    assert [spaced(line) for line in made["исполнитель"]] == ["Приказ подготовила: Орлова М.С."]


def test_who_introduces_and_who_certifies_is_checked() -> None:
    nobody = Person(last="")
    order = make_order(introduced_by=[Signature(person=nobody)], copy_mark=CopyMark(person=nobody))
    assert [item.path for item in checked(order)] == [("проект вносит", 1, "фамилия"), ("верно", "фамилия")]
    assert not checked(make_order(introduced_by=[HEAD], copy_mark=CopyMark(person=ORLOVA)))


def test_the_office_may_put_a_preposition_before_the_date() -> None:
    profile = OfficeProfile(date_with_preposition=True, date_style=DateStyle.WORDS_FULL)
    made = view(profile, date="20.08.2027", number="107-а", annexes=[Annex(title="План", blocks=["Текст."])])
    assert spaced(made["дата"]) == "от 20 августа 2027 года"
    assert spaced(made["приложения"][0]["гриф"][-1]) == "от 20 августа 2027 года № 107-а"
    assert spaced(view(profile)["дата"]).startswith("от ____")
    assert view(profile, kind=Kind.PLAN)["дата"] == ""

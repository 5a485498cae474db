"""Facts about joint acts: all bodies in the head and in the marks, one voice, every body signs."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from prikaz import Annex, Issuer, Kind, Person, Signature, render, roll
from prikaz.model import CoIssuer, OperativeWord, Voice
from prikaz.model.resolution.references import References
from prikaz.rollover import undo
from prikaz.writer.view import order_view
from tests.makers import checked, make_order

SCHOOLS = Issuer(lines=["ОТДЕЛ ОБРАЗОВАНИЯ"], short="отдел образования")
CULTURE = Issuer(lines=["ОТДЕЛ КУЛЬТУРЫ"], short="отдел культуры")
SPORT = Issuer(short="комитет спорта")
TWO = [
    Signature(position="Заведующий отделом", person=Person(last="Белов", first="И.", middle="Л.")),
    Signature(position="Начальник отдела", person=Person(last="Лапина", first="В.", middle="О.")),
]
LATER = CoIssuer(issuer=CULTURE, date="18.03.2027", number="12")


def joint(*others: CoIssuer, **changes: Any) -> Any:
    given = {"issuer": SCHOOLS, "date": "16.03.2027", "number": "75", "signatures": TWO} | changes
    return make_order(co_issuers=others, **given)


def view(*others: CoIssuer, **changes: Any) -> dict[str, Any]:
    return order_view(References(joint(*others, **changes))).values


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ")


def test_each_body_has_its_date_and_number_in_the_head() -> None:
    made = view(LATER)
    assert (plain(made["дата"]), made["номер"]) == ("16.03.2027 № 75 / 18.03.2027 № 12", "")


@pytest.mark.parametrize("date", [None, "16.03.2027"])
def test_one_day_is_named_once(date: str | None) -> None:
    made = view(CoIssuer(issuer=CULTURE, date=date, number="12"))
    assert (made["дата"], plain(made["номер"])) == ("16.03.2027", "№ 75/12")


def test_a_draft_leaves_a_place_for_each_number() -> None:
    number = view(CoIssuer(issuer=CULTURE), date=None, number="")["номер"]
    assert number.count("_____________") == 2


def test_marks_of_annexes_name_all_bodies() -> None:
    annexes = [Annex(title="План", blocks=["Текст."])]
    mark = view(LATER, CoIssuer(issuer=SPORT, number="4"), annexes=annexes)["приложения"][0]["гриф"]
    assert [plain(line) for line in mark[1:]] == [
        "к приказу отдела образования, отдела культуры и комитета спорта",
        "от 16.03.2027 № 75 / 18.03.2027 № 12 / 16.03.2027 № 4",
    ]


@pytest.mark.parametrize(
    ("kind", "voice", "word"),
    [
        (Kind.ORDER, None, "ПРИКАЗЫВАЕМ:"),
        (Kind.RESOLUTION, None, "ПОСТАНОВЛЯЮТ:"),
        (Kind.RESOLUTION, Voice.OFFICIAL, "ПОСТАНОВЛЯЕМ:"),
        (Kind.DECISION, None, "РЕШИЛИ:"),
    ],
)
def test_several_bodies_speak_in_the_plural(kind: Kind, voice: Voice | None, word: str) -> None:
    assert view(LATER, kind=kind, operative=OperativeWord(voice=voice))["слово"]["текст"] == word


def test_the_bodies_that_speak_are_all_named() -> None:
    made = view(LATER, kind=Kind.RESOLUTION, preamble="В целях порядка")
    assert made["преамбула"] == "В целях порядка отдел образования и отдел культуры"


def test_a_word_of_their_own_is_left_as_it_is() -> None:
    assert view(LATER, operative=OperativeWord(word="устанавливаем"))["слово"]["текст"] == "УСТАНАВЛИВАЕМ:"


def test_letterheads_and_signatures_stand_side_by_side_on_paper() -> None:
    document = docx.Document(io.BytesIO(render(joint(LATER)).to_bytes()))
    rows = [[plain(cell.text) for cell in table.rows[0].cells] for table in document.tables]
    assert rows == [
        ["ОТДЕЛ ОБРАЗОВАНИЯ", "ОТДЕЛ КУЛЬТУРЫ"],
        ["Заведующий отделом\n________ И.Л. Белов", "Начальник отдела\n________ В.О. Лапина"],
    ]
    texts = [plain(paragraph.text) for paragraph in document.paragraphs]
    assert "16.03.2027 № 75 / 18.03.2027 № 12\t" in texts
    assert not any("И.Л. Белов" in text for text in texts)


def test_many_signatures_stand_one_under_another() -> None:
    assert view(LATER, signatures=TWO * 2)["подписи_в_ряд"] == {}


def test_an_order_of_one_body_has_no_rows() -> None:
    made = view()
    assert (made["органы"], made["подписи_в_ряд"], made["номер"]) == ({}, {}, "№\u00a075")


def test_a_template_without_rows_has_all_letterheads() -> None:
    assert view(LATER)["бланк"] == ["ОТДЕЛ ОБРАЗОВАНИЯ", "ОТДЕЛ КУЛЬТУРЫ"]


def test_every_body_signs() -> None:
    assert [item.code for item in checked(joint(LATER, signatures=TWO[:1]))] == ["joint-unsigned"]
    assert not checked(joint(LATER))
    assert not checked(make_order())


def test_dates_and_numbers_of_all_bodies_are_blank_in_the_new_year() -> None:
    old = joint(LATER)
    rolled = roll(old, 2028)
    assert rolled.order.co_issuers == (CoIssuer(issuer=CULTURE),)
    assert undo(rolled.order, rolled.changes) == old

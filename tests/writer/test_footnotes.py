"""Facts about footnotes: where they may stand, what they say, what becomes of them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from prikaz import (
    Annex,
    Clause,
    ClauseList,
    FaultyOrderError,
    Heading,
    OfficeProfile,
    Order,
    Table,
    dump,
    load,
    render,
)
from prikaz.model import Numbering
from prikaz.rollover import roll
from tests.makers import checked, make_order
from tests.validity.structure import faults
from tests.validity.validators import audit_errors, sdk_errors

NOTE = "Утвердить план{сноска: Действует до 1 мая 2027 г.} работы."


def parts(order: Order, profile: OfficeProfile | None = None) -> dict[str, str]:
    made = render(order, profile=profile)
    assert made.findings == ()
    with zipfile.ZipFile(io.BytesIO(made.to_bytes())) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def notes(order: Order, profile: OfficeProfile | None = None) -> list[str]:
    """The texts of the footnotes of a document, in the order of their numbers."""
    xml = parts(order, profile)["word/footnotes.xml"]
    told = re.findall(r'<w:footnote w:id="\d+">(.*?)</w:footnote>', xml)
    return ["".join(re.findall(r"<w:t [^>]*>(.*?)</w:t>", text)).strip() for text in told]


def test_a_footnote_stands_at_the_foot_and_its_number_in_the_text() -> None:
    order = make_order(clauses=[NOTE])
    assert notes(order) == ["Действует до 1\u00a0мая 2027\u00a0г."]
    body = docx.Document(io.BytesIO(render(order).to_bytes()))
    (clause,) = [item for item in body.paragraphs if item.text.startswith("Утвердить")]
    assert clause.text == "Утвердить план работы."
    (number,) = clause._p.xpath(".//w:footnoteReference")
    before = number.getparent().getprevious()
    assert before.text == "Утвердить план"


def test_footnotes_stand_in_clauses_headings_paragraphs_and_cells() -> None:
    table = Table(columns=["Школа{сноска: Вторая.}"], rows=[["№ 1{сноска: Третья.}"]])
    rules = ClauseList(clauses=[Clause(text="Порядок{сноска: Шестая.}.", is_heading=True)])
    blocks: list[Any] = [table, "Абзац{сноска: Четвёртая.}.", Heading(text="Часть{сноска: Пятая.}"), rules]
    order = make_order(
        preamble="В целях порядка{сноска: Нулевая.}",
        clauses=["Утвердить {приложением план}."],
        annexes=[Annex(key="план", title="План{сноска: Первая.}", blocks=blocks)],
    )
    words = ["Нулевая.", "Первая.", "Вторая.", "Третья.", "Четвёртая.", "Пятая.", "Шестая."]
    assert notes(order) == words


def test_typography_and_references_apply_inside_a_footnote() -> None:
    clause = 'Создать комиссию{сноска: По "плану" - см. {пункт срок}, `"a"`.}.'
    order = make_order(clauses=[clause, Clause(key="срок", text="Сдать отчёт.")])
    assert notes(order) == ["По «плану»\u00a0– см. пункт\u00a02, &quot;a&quot;."]
    assert "REF _Ref" in parts(order)["word/footnotes.xml"]
    assert "REF" not in parts(order, OfficeProfile(numbering=Numbering.TYPED))["word/footnotes.xml"]


def test_quotation_marks_before_a_footnote_close() -> None:
    order = make_order(clauses=['Открыть "Точку роста"{сноска: Центр.} и "Кванториум".'])
    text = re.sub("<[^>]+>", "", parts(order)["word/document.xml"])
    assert "Открыть «Точку роста» и «Кванториум»." in text


def test_a_heading_with_a_footnote_is_the_subject_of_the_document_without_it() -> None:
    order = make_order(heading="О плане{сноска: Годовом.}")
    assert "<dc:subject>О плане</dc:subject>" in parts(order)["docProps/core.xml"].replace("\u00a0", " ")
    assert notes(order) == ["Годовом."]


def test_without_footnotes_a_document_has_no_part_for_them() -> None:
    made = parts(make_order())
    assert "word/footnotes.xml" not in made
    assert "footnote" not in made["word/settings.xml"] + made["word/styles.xml"] + made["[Content_Types].xml"]


def test_the_same_order_gives_the_same_bytes() -> None:
    order = make_order(clauses=[NOTE, NOTE])
    assert render(order).to_bytes() == render(order).to_bytes()
    assert len(notes(order)) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("План{сноска: }.", "в сноске нет текста"),
        ("План{сноска: Текст.", "не закрыта"),
        ("План{сноска: {пунктом нет}.}.", "ключ «нет» не известен"),
        ("План{сноска: Текст {сноска: ещё}.}.", "в сноске стоит сноска"),
    ],
)
def test_a_footnote_that_cannot_be_printed_is_refused(text: str, told: str) -> None:
    with pytest.raises(FaultyOrderError, match=told):
        render(make_order(clauses=[text]))


def test_a_key_that_is_called_like_a_footnote_is_a_key() -> None:
    order = make_order(
        clauses=["Утвердить {приложением сноска}."], annexes=[Annex(key="сноска", blocks="Текст.")]
    )
    assert "word/footnotes.xml" not in parts(order)


def test_a_document_with_footnotes_is_sound(validator: Path, tmp_path: Path) -> None:
    order = make_order(
        clauses=[NOTE, "Назначить{сноска: См. {пункт срок}.}.", Clause(key="срок", text="Сдать.")]
    )
    document = tmp_path / "order.docx"
    render(order).save(document)
    assert sdk_errors(validator, document) + audit_errors(document) + faults(document) == []


def test_dates_of_a_footnote_roll_with_the_order() -> None:
    rolled = roll(make_order(date="12.02.2027", number="5", clauses=[NOTE]), 2028)
    assert rolled.order.clauses[0].text == NOTE.replace("2027", "2028")


def test_keys_in_a_footnote_do_not_roll() -> None:
    text = "План{сноска: См. {пункт план2027}.} работы."
    order = make_order(date="12.02.2027", clauses=[text, Clause(key="план2027", text="Сдать.")])
    assert roll(order, 2028).order.clauses[0].text == text


def test_a_misprint_in_a_footnote_is_found_and_its_braces_are_none() -> None:
    (found,) = checked(make_order(clauses=["План{сноска: Указ от 12.03.27 № 5.}, график."]))
    assert found.code == "year-short"
    assert checked(make_order(clauses=[NOTE, "План{сноска: Указ.}, график{сноска: Указ.}."])) == ()


def test_a_footnote_goes_through_a_data_file(tmp_path: Path) -> None:
    order = make_order(clauses=[NOTE])
    dump(order, tmp_path / "order.yaml")
    assert load(tmp_path / "order.yaml") == order

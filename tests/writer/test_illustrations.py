"""Facts about pictures in a document: how large they are, what stands under them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.shared import Mm

from prikaz import Annex, Clause, DataError, ModelError, OfficeProfile, Table, dump, load, render
from prikaz.model import Illustration, Numbering, Orientation
from prikaz.rollover import roll
from tests.makers import make_order, png
from tests.validity.validators import sdk_errors

PICTURE = Illustration(image=png(300, 150), caption="Схема проезда")


def printed(*blocks: Any, profile: OfficeProfile | None = None, **annex: Any) -> Document:
    annexes = [Annex(key="план", title="План", blocks=blocks, **annex)]
    made = render(make_order(clauses=["Утвердить {приложение план}."], annexes=annexes), profile=profile)
    assert made.findings == ()
    return docx.Document(io.BytesIO(made.to_bytes()))


def captions(document: Document) -> list[str]:
    found = [item for item in document.paragraphs if item.style and item.style.name == "Подпись рисунка"]
    return [paragraph.text.replace("\u00a0", " ") for paragraph in found]


def width(document: Document) -> float:
    (shape,) = document.inline_shapes
    return round(Mm(1) and shape.width / Mm(1), 1)


def test_captions_are_numbered_through_the_document_by_word() -> None:
    made = printed(PICTURE, Illustration(image=png(2, 2), caption="пост"))
    assert captions(made) == ["Рисунок 1 – Схема проезда", "Рисунок 2 – пост"]
    fields = [item.text for item in made.element.xpath("//w:instrText") if "SEQ" in item.text]
    assert len(fields) == 2


def test_numbers_are_typed_where_the_office_types_them() -> None:
    made = printed(PICTURE, profile=OfficeProfile(numbering=Numbering.TYPED))
    assert captions(made) == ["Рисунок 1 – Схема проезда"]
    assert not [item for item in made.element.xpath("//w:instrText") if "SEQ" in item.text]


@pytest.mark.parametrize("caption", ["Рисунок 3 – Схема", "Рис. 1. Схема", "рисунок А.1 – Схема"])
def test_a_caption_with_its_number_stays_as_it_is_typed(caption: str) -> None:
    made = printed(Illustration(image=png(), caption=caption), PICTURE)
    assert captions(made) == [caption, "Рисунок 1 – Схема проезда"]


def test_a_caption_may_stand_without_a_number_and_a_picture_without_a_caption() -> None:
    made = printed(
        Illustration(image=png(), caption="Рисунки детей", numbered=False), Illustration(image=png())
    )
    assert captions(made) == ["Рисунки детей"]
    assert len(made.inline_shapes) == 2


def test_a_picture_is_as_wide_as_asked_but_not_wider_than_the_text() -> None:
    assert width(printed(PICTURE)) == 50.8
    assert width(printed(Illustration(image=png(300, 150), width=120))) == 120
    assert width(printed(Illustration(image=png(300, 150), width=400))) == 170
    sideways = printed(Illustration(image=png(300, 100), width=400), orientation=Orientation.LANDSCAPE)
    assert width(sideways) > 190


def test_a_tall_picture_leaves_room_for_its_caption() -> None:
    made = printed(Illustration(image=png(1, 10), width=100, caption="Башня"))
    assert width(made) == 22


def test_a_picture_stands_under_a_clause_and_in_an_order_between_other_blocks() -> None:
    clause = Clause(text="Утвердить схему.", blocks=[PICTURE])
    order = make_order(clauses=[clause, "Контроль оставляю за собой."], blocks=[PICTURE, "Текст."])
    made = docx.Document(io.BytesIO(render(order).to_bytes()))
    names = [paragraph.style.name for paragraph in made.paragraphs if paragraph.style]
    assert names[-8:-1] == [
        *("Пункт 1", "Рисунок", "Подпись рисунка", "Пункт 1"),
        *("Рисунок", "Подпись рисунка", "Абзац пункта"),
    ]


def test_a_picture_says_what_it_shows() -> None:
    told = Illustration(image=png(), caption="Схема", description="Дорога и три поста")
    for block, words in ((told, "Дорога и три поста"), (PICTURE, "Рисунок\u00a01\u00a0– Схема проезда")):
        (drawing,) = printed(block).element.xpath("//wp:docPr")
        assert drawing.get("descr") == words


def test_a_caption_holds_references_and_rolls() -> None:
    block = Illustration(image=png(), caption="Посты в 2027 году")
    annex = Annex(key="план", title="План", blocks=[block])
    order = make_order(date="12.02.2027", clauses=["Утвердить {приложение план}."], annexes=[annex])
    (rolled,) = roll(order, 2028).order.annexes[0].blocks
    assert rolled == Illustration(image=png(), caption="Посты в 2028 году")


def test_a_picture_lies_beside_the_data(tmp_path: Path) -> None:
    (tmp_path / "схема.png").write_bytes(png(3, 4))
    order = make_order(blocks=[Illustration(image=tmp_path / "схема.png"), "Текст."])
    dump(order, tmp_path / "order.yaml")
    assert load(tmp_path / "order.yaml") == order
    (tmp_path / "схема.png").unlink()
    text = (tmp_path / "order.yaml").read_text("utf-8").replace(str(tmp_path), "")
    (tmp_path / "order.yaml").write_text(text, "utf-8")
    with pytest.raises(DataError, match="такого файла нет"):
        load(tmp_path / "order.yaml")


@pytest.mark.parametrize("wide", [0, 559])
def test_a_picture_has_a_width_that_word_can_show(wide: int) -> None:
    with pytest.raises(ModelError, match="от 1 до 558"):
        Illustration(image=png(), width=wide)


def test_a_document_with_pictures_is_sound(validator: Path, tmp_path: Path) -> None:
    table = Table(columns=["а", "б"], rows=[["в", "г"]])
    order = make_order(blocks=[PICTURE, table, PICTURE], clauses=[Clause(text="Схема.", blocks=[PICTURE])])
    render(order).save(tmp_path / "order.docx")
    assert sdk_errors(validator, tmp_path / "order.docx") == []

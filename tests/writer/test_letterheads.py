"""Facts about letterheads: the emblem, the contacts, the left corner."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.shared import Mm, Twips

from prikaz import DataError, Issuer, Kind, ModelError, OfficeProfile, dump, load, render
from prikaz.comparison import compare
from prikaz.files import from_dict, to_dict
from prikaz.model import Emblem, Image, LetterheadForm
from prikaz.rollover import roll
from tests.makers import make_order, png

#: A JPEG of one pixel, as far as its head goes.
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080003000401011100ffd9")
ORDER = """\
вид: приказ
орган:
  герб: {emblem}
  бланк: ОТДЕЛ ОБРАЗОВАНИЯ
  реквизиты: [ул. Школьная, ИНН 0000000000]
пункты: Создать комиссию.
подпись: {{должность: Заведующий, фамилия: Белов}}
"""


def printed(profile: OfficeProfile | None = None, **changes: Any) -> Document:
    made = render(make_order(**changes), profile=profile)
    assert made.findings == ()
    return docx.Document(io.BytesIO(made.to_bytes()))


def styles(document: Document, count: int) -> list[str]:
    return [str(paragraph.style.name) for paragraph in document.paragraphs[:count] if paragraph.style]


def written(folder: Path, emblem: str) -> Path:
    path = folder / "order.yaml"
    path.write_text(ORDER.format(emblem=emblem), "utf-8")
    return path


def test_the_emblem_stands_over_the_letterhead_and_is_17_millimetres_high() -> None:
    made = printed(issuer=Issuer(lines=["ОТДЕЛ ОБРАЗОВАНИЯ"], emblem=png(3, 4), contacts=["ИНН 1", "ОГРН 2"]))
    (shape,) = made.inline_shapes
    assert (shape.height, shape.width) == (Mm(17), Mm(12.75))
    assert styles(made, 5) == ["Герб", "Бланк", "Реквизиты", "Реквизиты", "Вид документа"]


def test_an_emblem_says_what_it_shows() -> None:
    told = Emblem(image=png(), height=20, description="Герб района")
    for emblem, words in ((told, "Герб района"), (png(), "Герб")):
        data = render(make_order(issuer=Issuer(emblem=emblem))).to_bytes()
        (drawing,) = docx.Document(io.BytesIO(data)).element.xpath("//wp:docPr")
        assert drawing.get("descr") == words


def test_without_emblem_and_contacts_nothing_of_them_is_printed() -> None:
    assert styles(printed(), 2) == ["Вид документа", "Дата и номер"]


def test_an_angular_letterhead_takes_kind_date_and_heading_into_the_corner() -> None:
    issuer = Issuer(lines=["ОТДЕЛ"], emblem=png(), contacts=["ИНН 1"])
    angular = OfficeProfile(letterhead=LetterheadForm.ANGULAR)
    made = printed(angular, kind=Kind.RESOLUTION, issuer=issuer, place="г. Заречный", heading="О комиссии")
    assert styles(made, 7) == [
        *(f"{name} в углу" for name in ("Герб", "Бланк", "Реквизиты", "Вид документа", "Дата и номер")),
        "Место издания в углу",
        "Заголовок к тексту",
    ]
    corner = made.paragraphs[0].style
    assert corner is not None
    assert corner.paragraph_format.right_indent == Twips(5102)  # 8 cm are left


def test_the_title_of_a_plan_stays_in_the_middle() -> None:
    angular = OfficeProfile(letterhead=LetterheadForm.ANGULAR)
    made = printed(angular, kind=Kind.PLAN, issuer=Issuer(lines=["ОТДЕЛ"], emblem=png()), signatures=())
    assert styles(made, 3) == ["Герб", "Бланк", "Название документа"]


def test_an_emblem_lies_beside_the_data(tmp_path: Path) -> None:
    (tmp_path / "герб.png").write_bytes(png(3, 4))
    order = load(written(tmp_path, "герб.png"))
    assert order.issuer.emblem == Emblem(image=png(3, 4))
    dump(order, tmp_path / "copy.yaml")
    assert "герб: герб.png" in (tmp_path / "copy.yaml").read_text("utf-8")
    assert load(tmp_path / "copy.yaml") == order


def test_an_emblem_without_a_file_is_written_into_the_data(tmp_path: Path) -> None:
    (tmp_path / "герб.jpg").write_bytes(JPEG)
    order = load(written(tmp_path, "герб.jpg"))
    (tmp_path / "other").mkdir()
    dump(order, tmp_path / "other" / "order.json")
    assert load(tmp_path / "other" / "order.json") == order
    assert from_dict(to_dict(order)) == order


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("нет.png", None, "такого файла нет"),
        ("текст.png", b"text", "не узнан"),
        ("обрезан.png", png()[:40], "не узнан"),
        ("анимация.gif", b"GIF89a", "не узнан"),
        ("велик.png", png() + bytes(8_000_001), "больше 8 МБ"),
        ("data:image/png;base64,AA=A", None, "записан неверно"),
    ],
    ids=["absent", "text", "cut", "gif", "large", "uri"],
)
def test_a_picture_that_is_none_is_told_with_its_place(
    tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError) as caught:
        load(written(tmp_path, f'"{name}"'))
    (fault,) = caught.value.faults
    assert (fault.line, fault.path) == (3, "орган → герб")
    assert told in fault.message


def test_a_large_picture_needs_a_file(tmp_path: Path) -> None:
    large = png() + bytes(600_000)
    order = make_order(issuer=Issuer(emblem=Image(large, name="герб.png")))
    with pytest.raises(DataError, match="слишком велик"):
        dump(order, tmp_path / "order.yaml")
    (tmp_path / "герб.png").write_bytes(large)
    dump(order, tmp_path / "order.yaml")
    assert load(tmp_path / "order.yaml") == order


def test_data_from_memory_names_no_files() -> None:
    data = {**to_dict(make_order()), "орган": {"герб": "герб.png"}}
    with pytest.raises(DataError, match="нет папки"):
        from_dict(data)


@pytest.mark.parametrize("source", [5, "нет.png", b"text"], ids=["number", "path", "bytes"])
def test_a_program_is_told_what_is_no_picture(source: Any) -> None:
    with pytest.raises(ModelError, match="герб"):
        Issuer(emblem=source)


@pytest.mark.parametrize("height", [0, 61])
def test_an_emblem_has_a_height_that_fits_the_sheet(height: int) -> None:
    with pytest.raises(ModelError, match="от 1 до 60"):
        Emblem(image=png(), height=height)


def test_the_same_picture_under_another_name_is_the_same() -> None:
    assert Image(png(), name="герб.png") == Image(png())
    assert Image(png(3, 4)) != Image(png())
    assert len(repr(Image(png(), name="герб.png"))) < 60


def test_another_emblem_is_a_difference() -> None:
    old, new = (make_order(issuer=Issuer(emblem=png(width))) for width in (1, 2))
    (found,) = compare(old, new)
    assert found.path == ("орган", "герб", "файл")
    assert compare(old, old) == ()


def test_the_letterhead_stays_when_the_year_rolls() -> None:
    issuer = Issuer(lines=["ОТДЕЛ"], emblem=png(), contacts=["ул. Победы 2027 года, д. 5"])
    order = make_order(issuer=issuer, date="16.03.2027", number="5")
    assert roll(order, 2028).order.issuer == issuer

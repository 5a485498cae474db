"""Text boxes, pictures and other objects of a paragraph."""

from __future__ import annotations

from prikaz.docx.content import read_content
from prikaz.docx.content.elements import OtherObject, Paragraph, Picture, RemarkKind
from tests.docx.content.word_file import content, first_paragraph, p, paragraph, r, remarks, texts, word_file

PNG = b"\x89PNG picture"
MEDIA = "word/media/image1.png"
BLIP = '<pic:pic><pic:blipFill><a:blip r:embed="{}"/></pic:blipFill></pic:pic>'


def drawing(inside: str, extra: str = "") -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="720000" cy="360000"/>'
        '<wp:docPr id="1" name="a" descr="Герб"/>'
        f'<a:graphic><a:graphicData uri="{extra}">{inside}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def shape(inside: str) -> str:
    return f"<wps:wsp><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp>"


def vml(inside: str) -> str:
    return f"<w:r><w:pict><v:shape>{inside}</v:shape></w:pict></w:r>"


def test_a_picture_stands_in_the_text_with_its_bytes_and_size() -> None:
    body = f"<w:p>{r('а')}{drawing(BLIP.format('media/image1.png'))}</w:p>"
    (read,) = read_content(word_file(body, {MEDIA: PNG})).sections[0].blocks
    assert isinstance(read, Paragraph)
    assert read.text == "а\ufffc"
    assert read.objects == (Picture(data=PNG, part=MEDIA, width=20.0, height=10.0, description="Герб"),)


def test_a_picture_that_the_file_does_not_hold_has_no_bytes() -> None:
    (picture,) = paragraph(f"<w:p>{drawing(BLIP.format('rId77'))}</w:p>").objects
    assert isinstance(picture, Picture)
    assert (picture.data, picture.part) == (b"", "")


def test_a_picture_of_old_word_is_a_picture() -> None:
    shaped = (
        '<v:shape style="width:72pt;height:36pt" alt="Герб"><v:imagedata r:id="media/image1.png"/></v:shape>'
    )
    body = f"<w:p><w:r><w:pict>{shaped}</w:pict></w:r></w:p>"
    (picture,) = first_paragraph(read_content(word_file(body, {MEDIA: PNG}))).objects
    assert isinstance(picture, Picture)
    assert (picture.data, round(picture.width, 1), picture.description) == (PNG, 25.4, "Герб")


def test_a_text_box_hangs_on_its_paragraph() -> None:
    read = paragraph(f"<w:p>{r('а')}{drawing(shape(p('в') + p('г')))}</w:p>")
    assert read.text == "а"
    assert [texts(box) for box in read.boxes] == [["в", "г"]]
    assert [block.index for block in read.boxes[0]] == [1, 2]


def test_a_text_box_of_old_word_hangs_on_its_paragraph() -> None:
    inside = vml(f"<v:textbox><w:txbxContent>{p('в')}</w:txbxContent></v:textbox>")
    assert [texts(box) for box in paragraph(f"<w:p>{inside}</w:p>").boxes] == [["в"]]


def test_a_text_box_that_stands_twice_in_the_file_is_read_once() -> None:
    new, old = drawing(shape(p("в"))), vml(f"<v:textbox><w:txbxContent>{p('в')}</w:txbxContent></v:textbox>")
    inside = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{new[5:-6]}</mc:Choice><mc:Fallback>{old[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>{r('после')}"
    )
    read = paragraph(f"<w:p>{inside}</w:p>")
    assert len(read.boxes) == 1
    assert [run.ordinal for run in read.runs] == [3]


def test_shapes_of_a_group_are_boxes_one_by_one() -> None:
    assert len(paragraph(f"<w:p>{drawing(shape(p('в')) + shape(p('г')))}</w:p>").boxes) == 2


def test_what_has_no_text_is_named() -> None:
    chart = drawing("", "http://schemas.openxmlformats.org/drawingml/2006/chart")
    line = vml("")
    embedded = '<w:r><w:object><v:shape><v:imagedata r:id="rId7"/></v:shape></w:object></w:r>'
    read = paragraph(f"<w:p>{chart}{line}{embedded}</w:p>")
    assert read.text == "\ufffc" * 3
    assert read.objects == (
        OtherObject(kind="диаграмма"),
        OtherObject(kind="фигура"),
        OtherObject(kind="внедрённый объект"),
    )


def test_words_that_are_drawn_are_told() -> None:
    found = content(f"<w:p>{vml('<v:textpath string=' + chr(34) + 'ПРОЕКТ' + chr(34) + '/>')}</w:p>")
    assert remarks(found, RemarkKind.OTHER) == ["ПРОЕКТ"]


def test_words_of_a_scheme_are_told_once() -> None:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    scheme = drawing('<unknown:relIds r:dm="diagrams/data1.xml"/>', uri)
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    data = f'<d xmlns:a="{a}"><a:t>Директор</a:t><a:t>Методист</a:t></d>'.encode()
    found = read_content(word_file(f"<w:p>{scheme}{scheme}</w:p>", {"word/diagrams/data1.xml": data}))
    assert remarks(found, RemarkKind.OTHER) == ["Директор\nМетодист"]
    assert first_paragraph(found).objects == (OtherObject(kind="схема"),) * 2

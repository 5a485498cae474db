"""Values that are more than a string: marked text, pictures, rich text of docxtpl, objects."""

from __future__ import annotations

import struct
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from attrs import frozen
from docxtpl import Listing, RichText, RichTextParagraph
from markupsafe import Markup

from prikaz.docx import Bookmark, Break, Inline, Mm, Picture, Reference, Sequence
from prikaz.errors import ModelError, TemplateError
from tests.docx.word import (
    body,
    body_of,
    document,
    paragraph,
    part,
    printed,
    reopened,
    table,
    template,
    texts,
)

BOLD = '<w:p><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t>до {{ x }} после</w:t></w:r></w:p>'


def png() -> bytes:
    """A red dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\xff\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def test_marked_text_takes_over_the_look_of_its_place() -> None:
    marks = (Bookmark("_Ref1", "2.1"), Break(), Reference("_Ref1", "2.1"), " & ", Sequence("П", "3"))
    value = Inline(["пункт ", *marks])
    data = template(body(BOLD)).render({"x": value}).to_bytes()
    (read,) = reopened(data).paragraphs
    assert read.text == "до пункт 2.1\n2.1 & 3 после"
    assert {(run.bold, run.font.size and run.font.size.pt) for run in read.runs} == {(True, 14.0)}


def test_reference_is_a_field_with_its_text() -> None:
    data = template("{{ x }}").render({"x": Inline([Reference("_Ref1", "2.1")])}).to_bytes()
    xml = body_of(data)
    assert r"<w:instrText xml:space=\"preserve\"> REF _Ref1 \r \h </w:instrText>".replace('\\"', '"') in xml
    assert [xml.count(f'w:fldCharType="{kind}"') for kind in ("begin", "separate", "end")] == [1, 1, 1]


def test_bookmarks_have_ids_of_their_own() -> None:
    value = [Inline([Bookmark(f"b{number}", "а")]) for number in range(3)]
    data = template("{% for x in xs %}{{ x }}{% endfor %}").render({"xs": value}).to_bytes()
    ids = [item.split('"')[1] for item in body_of(data).split("<w:bookmarkStart w:id=")[1:]]
    assert len(set(ids)) == 3


def test_bookmarks_of_the_template_are_not_doubled_by_a_loop() -> None:
    run = "<w:r><w:t>{{ a }}</w:t></w:r>"
    marked = f'<w:p><w:bookmarkStart w:id="7" w:name="x"/>{run}<w:bookmarkEnd w:id="7"/></w:p>'
    outside = marked.replace("{{ a }}", "b").replace('"7"', '"8"').replace('"x"', '"y"')
    made = body(paragraph("{%p for a in xs %}") + marked + paragraph("{%p endfor %}") + outside)
    xml = body_of(template(made).render({"xs": [1, 2]}).to_bytes())
    assert (xml.count("bookmarkStart"), xml.count("bookmarkEnd"), xml.count('w:name="y"')) == (1, 1, 1)


def test_marked_text_is_a_text_in_conditions_and_filters() -> None:
    value = Inline(["раз ", Bookmark("b", "два")])
    assert printed("{% if x %}{{ x|upper }} {{ x|length }}{% endif %}", x=value) == "РАЗ ДВА 7"
    assert not Inline([])


def test_line_breaks_and_tabs_of_a_string_are_printed() -> None:
    assert printed("{{ x }}", x="раз\nдва\tтри\r\nчетыре") == "раз\nдва\tтри\nчетыре"


def test_listing_makes_paragraphs_like_its_own() -> None:
    made = body(paragraph("{{ x }}", '<w:pPr><w:jc w:val="center"/></w:pPr>'))
    data = template(made).render({"x": Listing("раз\aдва & три\fчетыре")}).to_bytes()
    assert texts(data).splitlines()[:2] == ["раз", "два & три"]
    assert body_of(data).count('<w:jc w:val="center"/>') == 3


def test_rich_text_of_docxtpl_is_printed() -> None:
    rich = RichText("жирно & ", bold=True)
    rich.add("наклонно", italic=True)
    for tag in ("до {{r x }} после", "до {{ x }} после"):
        (read,) = reopened(template(tag).render({"x": rich}).to_bytes()).paragraphs
        assert read.text == "до жирно & наклонно после"
        assert [run.text for run in read.runs if run.bold] == ["жирно & "]


def test_paragraphs_of_docxtpl_are_printed() -> None:
    rich = RichTextParagraph("раз")
    rich.add("два", parastyle="ListBullet")
    data = template(document("а", "{{p x }}", "б")).render({"x": rich}).to_bytes()
    assert texts(data) == "а\nраз\nдва\nб"


@pytest.mark.parametrize("tag", ["{{p x }}", "{{r x }}"])
def test_plain_text_fits_tags_for_runs_and_paragraphs(tag: str) -> None:
    assert printed(document("а", tag), x="б < в") == "а\nб < в"


def test_markup_that_would_break_the_document_is_refused() -> None:
    with pytest.raises(TemplateError) as caught:
        template("{{ x }}").render({"x": Markup("<w:b>")})
    assert "не годится как XML" in caught.value.faults[0].message


def test_rich_text_does_not_fit_an_attribute() -> None:
    made = body('<w:p><w:fldSimple w:instr="{{ x }}"/></w:p>')
    with pytest.raises(TemplateError) as caught:
        template(made).render({"x": RichText("а")})
    assert "только текст" in caught.value.faults[0].message


def test_large_values_in_a_loop_do_not_fill_the_memory() -> None:
    with pytest.raises(TemplateError) as caught:
        template("{% for _ in range(500) %}{{ x }}{% endfor %}").render({"x": "я" * 1_000_000})
    assert "слишком длинный" in caught.value.faults[0].message


@frozen
class Person:
    last: str
    initials: str = "И.Л."


def test_objects_mappings_and_numbers_are_values() -> None:
    text = "{{ лицо.last }} {{ лицо.initials }} {{ d['ключ с пробелом'] }} {{ n }} {{ д }}"
    values = {"лицо": Person("Белов"), "d": {"ключ с пробелом": 1}, "n": 2.5, "д": Decimal("0.10")}
    assert printed(text, **values) == "Белов И.Л. 1 2.5 0.10"


def test_picture_is_added_once_with_its_relationship() -> None:
    picture = Picture(png(), width=Mm(20), alt="герб & флаг")
    made = document("{{ герб }}", "{{ герб }}")
    made.sections[0].header.paragraphs[0].text = "{{ герб }}"
    data = template(made).render({"герб": picture}).to_bytes()
    read = reopened(data)
    assert [(shape.width, shape.height) for shape in read.inline_shapes] == [(720_000, 720_000)] * 2
    assert [name for name in zipfile.ZipFile(BytesIO(data)).namelist() if "media" in name] == [
        f"word/media/prikaz-{picture.digest}.png"
    ]
    assert 'Extension="png"' in part(data, "[Content_Types].xml")
    assert 'descr="герб &amp; флаг"' in part(data)
    ids = [item.split('"')[1] for item in part(data).split("<wp:docPr id=")[1:]]
    assert len(set(ids)) == len(ids) == 2


def test_file_that_is_no_picture_is_refused() -> None:
    with pytest.raises(TemplateError, match="не узнан"):
        template("{{ x }}").render({"x": Picture(b"text", width=20)})


def test_threads_give_the_same_bytes() -> None:
    rows = table(("{%tr for r in rows %}", ""), ("{{ r }}", "{{ n }}"), ("{%tr endfor %}", ""))
    compiled = template(body(rows))

    def render(number: int) -> bytes:
        return compiled.render({"rows": range(50), "n": number % 4}).to_bytes()

    alone = [render(number) for number in range(40)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(render, range(40))) == alone


@pytest.mark.parametrize(
    ("source", "size", "told"),
    [
        (b"x", {"width": None}, "width (ширина): ожидалось число, пришло None"),
        (b"x", {"width": "20"}, "width (ширина): ожидалось число, пришёл текст «20»"),
        (b"x", {"width": True}, "width (ширина): ожидалось число, пришло True"),
        (b"x", {"width": float("nan")}, "width (ширина): пришло число nan"),
        (b"x", {"width": 0}, "width (ширина): пришло число 0; размер бывает больше нуля"),
        (b"x", {"width": 10, "height": -5}, "height (высота): пришло число -5"),
        (b"x", {"width": 10, "height": 10**6}, "height (высота): пришло число 1000000"),
        (b"x", {"width": 10, "alt": 5}, "alt (описание): ожидался текст, пришло число 5"),
        (None, {"width": 10}, "data (рисунок): ожидалось одно из: путь к файлу, байты, поток байтов"),
    ],
    ids=repr,
)
def test_a_picture_of_a_wrong_size_or_source_is_refused(source: Any, size: Any, told: str) -> None:
    with pytest.raises(ModelError) as caught:
        Picture(source, **size)
    assert str(caught.value).startswith(told)


def test_lengths_of_a_picture_are_millimetres() -> None:
    picture = Picture(png(), width=10, height=5)
    data = template("{{ x }}").render({"x": picture}).to_bytes()
    (shape,) = reopened(data).inline_shapes
    assert (shape.width, shape.height) == (360_000, 180_000)
